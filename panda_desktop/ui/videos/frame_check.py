"""Reads an image that a video shall start from, and checks it before anything is paid.

Promise: what leaves here is an upright PNG, JPEG or WebP within the limits, held in memory, so that a file
that is changed or deleted later does not matter; a hostile file costs neither memory nor time. Made for a
thread.
"""

import stat
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

MAX_BYTES: Final = 40_000_000
"""The largest file that is read."""
MAX_PIXELS: Final = 50_000_000
"""The most pixels that are decoded: 200 MB of memory."""
LEAST_SIDE: Final = 64
SEND_BYTES: Final = 8_000_000
SEND_SIDE: Final = 4096
"""What is larger is made smaller before it is sent."""
_PREVIEW: Final = QSize(640, 640)


class FrameProblem(StrEnum):
    """Why an image cannot be a first frame."""

    UNREADABLE = "unreadable"  # not there, no right to read it
    NOT_A_FILE = "not_a_file"  # a folder, a pipe, a device
    EMPTY = "empty"
    TOO_MANY_BYTES = "too_many_bytes"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_SMALL = "too_small"
    HEIC = "heic"
    OTHER_FORMAT = "other_format"  # an image of another kind
    NOT_AN_IMAGE = "not_an_image"
    BROKEN = "broken"  # it begins like an image and cannot be decoded


@dataclass(frozen=True, slots=True)
class FrameImage:
    """An image that can be sent.

    Attributes:
        data: the bytes to send.
        suffix: `.png`, `.jpg` or `.webp`, after the bytes.
        width: pixels of what is sent.
        height: pixels of what is sent.
        preview: a small version for the screen.
        turned: it was turned upright.
        shrunk: it was made smaller.
        media_id: the library item it came from, when it did.
    """

    data: bytes
    suffix: str
    width: int
    height: int
    preview: QImage
    turned: bool = False
    shrunk: bool = False
    media_id: str | None = None


@dataclass(frozen=True, slots=True)
class FrameRefused:
    """An image that cannot be sent.

    Attributes:
        problem: why.
        amount: what was too much or too little: bytes, pixels, or the shorter side.
    """

    problem: FrameProblem
    amount: int = 0


def check_file(path: Path, media_id: str | None = None) -> FrameImage | FrameRefused:
    """Reads a file and checks it."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            return FrameRefused(FrameProblem.NOT_A_FILE)
        if about.st_size > MAX_BYTES:
            return FrameRefused(FrameProblem.TOO_MANY_BYTES, about.st_size)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        return FrameRefused(FrameProblem.UNREADABLE)
    return check_bytes(data, media_id)


def check_bytes(data: bytes, media_id: str | None = None) -> FrameImage | FrameRefused:
    """Checks the bytes of an image by what is in them, never by a name."""
    if not data:
        return FrameRefused(FrameProblem.EMPTY)
    if len(data) > MAX_BYTES:
        return FrameRefused(FrameProblem.TOO_MANY_BYTES, len(data))
    kind = kind_of(data)
    if isinstance(kind, FrameProblem):
        return FrameRefused(kind)
    return _decoded(data, kind, media_id)


def check_image(image: QImage) -> FrameImage | FrameRefused:
    """Checks a picture from the clipboard."""
    if image.isNull():
        return FrameRefused(FrameProblem.NOT_AN_IMAGE)
    pixels = image.width() * image.height()
    if pixels > MAX_PIXELS:
        return FrameRefused(FrameProblem.TOO_MANY_PIXELS, pixels)
    return check_bytes(_encoded(image, "PNG", -1))


def kind_of(data: bytes) -> str | FrameProblem:
    """Returns the suffix for the kind of image, or why it is none that can be sent."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ".png"
    if data.startswith(b"\xff\xd8\xff"):
        return ".jpg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"):
        return FrameProblem.HEIC
    others = (b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"<svg", b"<?xml", b"\x00\x00\x01\x00", b"8BPS")
    if data.startswith(others) or (data[4:8] == b"ftyp" and data[8:12] == b"avif"):
        return FrameProblem.OTHER_FORMAT
    return FrameProblem.NOT_AN_IMAGE


def _decoded(data: bytes, suffix: str, media_id: str | None) -> FrameImage | FrameRefused:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    # The format is said, so that no other plug-in ever sees the bytes.
    reader = QImageReader(buffer, QByteArray(suffix[1:].encode()))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if not size.isValid():
        return FrameRefused(FrameProblem.BROKEN)
    if size.width() * size.height() > MAX_PIXELS:
        return FrameRefused(FrameProblem.TOO_MANY_PIXELS, size.width() * size.height())
    if min(size.width(), size.height()) < LEAST_SIDE:
        return FrameRefused(FrameProblem.TOO_SMALL, min(size.width(), size.height()))
    turned = reader.transformation() != QImageIOHandler.Transformation.TransformationNone
    shrunk = len(data) > SEND_BYTES or max(size.width(), size.height()) > SEND_SIDE
    moving = reader.imageCount() > 1
    reader.setAutoTransform(True)
    if max(size.width(), size.height()) > SEND_SIDE:
        reader.setScaledSize(size.scaled(SEND_SIDE, SEND_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return FrameRefused(FrameProblem.BROKEN)
    if turned or shrunk or moving:
        data, suffix = _sendable(image)
    return FrameImage(
        data,
        suffix,
        image.width(),
        image.height(),
        _preview(image),
        turned=turned,
        shrunk=shrunk,
        media_id=media_id,
    )


def _sendable(image: QImage) -> tuple[bytes, str]:
    if image.hasAlphaChannel():
        data = _encoded(image, "PNG", -1)
        if len(data) <= SEND_BYTES:
            return data, ".png"
    data = _encoded(image.convertToFormat(QImage.Format.Format_RGB32), "JPG", 92)
    if len(data) > SEND_BYTES:
        data = _encoded(image.convertToFormat(QImage.Format.Format_RGB32), "JPG", 75)
    return data, ".jpg"


def _preview(image: QImage) -> QImage:
    if max(image.width(), image.height()) <= _PREVIEW.width():
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(_PREVIEW, keep, smooth)


def _encoded(image: QImage, kind: str, quality: int) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, quality)  # type: ignore[call-overload]
    return bytes(data.data())
