"""Reads pictures from files and bytes that came from anywhere.

Promise: only PNG, JPEG, WebP and GIF, told by their first bytes, are ever decoded; the size is judged from
the header before a pixel is; and everything here may run outside the GUI thread.
"""

from enum import StrEnum
from math import ceil
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from panda_desktop.ui.media.jpeg_scans import comes_line_by_line

MAX_PIXELS: Final = 64_000_000
"""A picture with more pixels is refused, 8000 × 8000 is the most; for photographs see the next."""
MAX_PHOTO_PIXELS: Final = 200_000_000
"""The most pixels of a JPEG whose decoder makes it smaller line by line: cameras of telephones reach it."""

Source = Path | bytes
"""Where a picture is: a file, or its content in memory."""

_MAX_SIDE: Final = 32_767  # QPainter's own limit
_ALLOCATION_MB: Final = 256
_MOST_BYTES: Final = 160 * 2**20
"""A picture that takes more when it is decoded is refused, unless its decoder makes it smaller meanwhile."""
_STEP_PIXELS: Final = 6_000_000
"""Pixels of what a very large picture is reduced to quickly, before it is scaled well."""
_HEADER: Final = 16
_HEADERS: Final = 2**20
_WIDEST: Final = 4
"""A thumbnail's long side is at most this many times its short side."""


class Problem(StrEnum):
    """Why a file is not shown."""

    MISSING = "missing"
    NOT_A_PICTURE = "not_a_picture"
    TOO_LARGE = "too_large"
    DAMAGED = "damaged"


class Unreadable(Exception):
    """The file cannot be shown."""

    def __init__(self, problem: Problem) -> None:
        """Says why."""
        super().__init__(problem.value)
        self.problem = problem


def format_of(header: bytes) -> str:
    """Returns Qt's name of the format these first bytes begin; empty for any but the four."""
    if header.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if header.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if header[:4] == b"RIFF" and header[8:12] == b"WEBP":
        return "webp"
    if header[:6] in (b"GIF87a", b"GIF89a"):
        return "gif"
    return ""


def read_covering(path: Path, side: int) -> QImage:
    """Reads the first frame so small that it still covers a square of `side` pixels; never enlarged.

    Raises:
        Unreadable: it cannot be shown.
    """
    reader, size = _opened(path)
    short, long = sorted((size.width(), size.height()))
    return _ready_to_draw(_scaled(reader, size, min(1.0, side / short, _WIDEST * side / long)))


def read_fitting(source: Source, box: QSize) -> tuple[QImage, QSize]:
    """Reads the first frame so small that it fits into `box`; never enlarged. Also returns its real size.

    Raises:
        Unreadable: it cannot be shown.
    """
    reader, size = _opened(source)
    scale = min(1.0, box.width() / size.width(), box.height() / size.height())
    return _scaled(reader, size, scale), _turned(reader, size)


def read_whole(source: Source) -> QImage:
    """Reads the first frame at its real size.

    Raises:
        Unreadable: it cannot be shown.
    """
    reader, size = _opened(source)
    return _scaled(reader, size, 1.0)


def read_size(source: Source) -> QSize:
    """Returns the real size from the header, turned as the picture is shown; no pixel is decoded.

    Raises:
        Unreadable: it cannot be shown.
    """
    reader, size = _opened(source)
    return _turned(reader, size)


def _opened(source: Source) -> tuple[QImageReader, QSize]:
    """Returns a reader that uses no other decoder than the one the first bytes name, and the size it read."""
    QImageReader.setAllocationLimit(_ALLOCATION_MB)
    name = format_of(source[:_HEADER] if isinstance(source, bytes) else _header(source))
    if not name:
        raise Unreadable(Problem.NOT_A_PICTURE)
    reader = QImageReader(str(source)) if isinstance(source, Path) else _BufferReader(source)
    reader.setAutoDetectImageFormat(False)
    reader.setFormat(name.encode())
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise Unreadable(Problem.DAMAGED)
    pixels = size.width() * size.height()
    if pixels > MAX_PHOTO_PIXELS or max(size.width(), size.height()) > _MAX_SIDE:
        raise Unreadable(Problem.TOO_LARGE)
    if pixels > MAX_PIXELS and not (name == "jpeg" and comes_line_by_line(_beginning(source))):
        raise Unreadable(Problem.TOO_LARGE)
    return reader, size


def _beginning(source: Source) -> bytes:
    """Returns as much as the headers of a photograph take, its small preview among them."""
    if isinstance(source, bytes):
        return source[:_HEADERS]
    try:
        with source.open("rb") as file:
            return file.read(_HEADERS)
    except OSError as error:
        raise Unreadable(Problem.MISSING) from error


def _header(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Unreadable(Problem.MISSING)
        with path.open("rb") as file:
            return file.read(_HEADER)
    except (OSError, ValueError) as error:
        raise Unreadable(Problem.MISSING) from error


class _BufferReader(QImageReader):
    """A reader that keeps the bytes it reads: Qt only refers to the device."""

    def __init__(self, data: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        super().__init__(self._buffer)


def _scaled(reader: QImageReader, size: QSize, scale: float) -> QImage:
    """Reads a picture at `scale`, at most 1, with a bound on the memory that takes."""
    depth = QImage.toPixelFormat(reader.imageFormat()).bitsPerPixel() or 32
    pixels = size.width() * size.height()
    decoded = pixels * depth // 8
    shrinks = bytes(reader.format().data()) == b"jpeg" and scale < 1
    eighths = ceil(8 * scale)  # what the decoder of photographs itself makes of them
    if pixels > MAX_PIXELS and decoded * eighths**2 // 64 > _MOST_BYTES:
        raise Unreadable(Problem.TOO_LARGE)
    if decoded > _MOST_BYTES and not shrinks:
        raise Unreadable(Problem.TOO_LARGE)
    # Qt's own scaling makes a copy of all pixels, at 32 bits at least.
    if scale < 1 and not shrinks and decoded + pixels * max(depth, 32) // 8 > _MOST_BYTES:
        return _reduced(_read(reader), scale)
    if scale < 1:
        reader.setScaledSize(_times(size, scale))
    return _read(reader)


def _reduced(image: QImage, scale: float) -> QImage:
    """Scales in two steps: the first takes no copy, the second sees few pixels."""
    wanted = _times(image.size(), scale)
    pixels = wanted.width() * wanted.height()
    step = min(max(1.0, (_STEP_PIXELS / pixels) ** 0.5), 1 / scale)
    ignore, modes = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode
    image = image.scaled(_times(wanted, step), ignore, modes.FastTransformation)
    return image.scaled(wanted, ignore, modes.SmoothTransformation)


def _times(size: QSize, scale: float) -> QSize:
    return QSize(max(1, round(size.width() * scale)), max(1, round(size.height() * scale)))


def _turned(reader: QImageReader, size: QSize) -> QSize:
    rotated = QImageIOHandler.Transformation.TransformationRotate90
    return size.transposed() if reader.transformation() & rotated else size


def _read(reader: QImageReader) -> QImage:
    image = reader.read()
    if image.isNull():
        raise Unreadable(Problem.DAMAGED)
    return image


def _ready_to_draw(image: QImage) -> QImage:
    """Converts a small picture to what is drawn fastest; it holds the interpreter, so not for a large one."""
    formats = QImage.Format
    wanted = formats.Format_ARGB32_Premultiplied if image.hasAlphaChannel() else formats.Format_RGB32
    return image if image.format() == wanted else image.convertToFormat(wanted)
