"""Reads pictures from files that came from anywhere.

Promise: only PNG, JPEG, WebP and GIF, told by their first bytes, are ever decoded; the size is judged from
the header before a pixel is; and everything here may run outside the GUI thread.
"""

from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

MAX_PIXELS: Final = 64_000_000
"""A picture with more pixels is refused: 8000 × 8000 is the most."""

_MAX_SIDE: Final = 32_767  # QPainter's own limit
_ALLOCATION_MB: Final = 256
_HEADER: Final = 16
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
    _scale(reader, size, min(1.0, side / short, _WIDEST * side / long))
    return _ready_to_draw(_read(reader))


def read_fitting(path: Path, box: QSize) -> tuple[QImage, QSize]:
    """Reads the first frame so small that it fits into `box`; never enlarged. Also returns its real size.

    Raises:
        Unreadable: it cannot be shown.
    """
    reader, size = _opened(path)
    _scale(reader, size, min(1.0, box.width() / size.width(), box.height() / size.height()))
    return _read(reader), _turned(reader, size)


def read_whole(path: Path) -> QImage:
    """Reads the first frame at its real size.

    Raises:
        Unreadable: it cannot be shown.
    """
    reader, _ = _opened(path)
    return _read(reader)


def _opened(path: Path) -> tuple[QImageReader, QSize]:
    """Returns a reader that uses no other decoder than the one the first bytes name, and the size it read."""
    QImageReader.setAllocationLimit(_ALLOCATION_MB)
    try:
        if not path.is_file():
            raise Unreadable(Problem.MISSING)
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except (OSError, ValueError) as error:
        raise Unreadable(Problem.MISSING) from error
    name = format_of(header)
    if not name:
        raise Unreadable(Problem.NOT_A_PICTURE)
    reader = QImageReader(str(path))
    reader.setAutoDetectImageFormat(False)
    reader.setFormat(name.encode())
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise Unreadable(Problem.DAMAGED)
    if size.width() * size.height() > MAX_PIXELS or max(size.width(), size.height()) > _MAX_SIDE:
        raise Unreadable(Problem.TOO_LARGE)
    return reader, size


def _scale(reader: QImageReader, size: QSize, scale: float) -> None:
    if scale < 1:
        width, height = round(size.width() * scale), round(size.height() * scale)
        reader.setScaledSize(QSize(max(1, width), max(1, height)))


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
