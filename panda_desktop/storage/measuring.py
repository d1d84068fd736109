"""Width, height and duration of the library's files, read from their headers.

Promise: at most 64 KiB of a video and 512 KiB of a picture are read, nothing is decoded, and no header, true
or hostile, makes it fail: what cannot be told is 0.

ISO/IEC 14496-12 (ISO base media file format): 4.2 boxes, 8.2.2 `mvhd`, 8.3.2 `tkhd`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from panda_desktop.domain.attachments import AttachmentKind, recognise
from panda_desktop.domain.errors import PandaError

_PICTURE_HEAD: Final = 512 * 1024  # in front of a JPEG's size stand its EXIF data and colour profile
_MOST_READ: Final = 64 * 1024
_MOST_BOXES: Final = 512
_LONGEST_S: Final = 366 * 86_400.0
_WIDEST: Final = 65_535


@dataclass(frozen=True, slots=True)
class Measure:
    """Pixels and seconds; 0 for what is not known."""

    width: int = 0
    height: int = 0
    duration: float = 0.0


def measure(path: Path, mime: str) -> Measure:
    """Returns what the header tells. Blocks; called in a thread."""
    try:
        with path.open("rb") as file:
            if mime.startswith("image/"):
                return _picture(file.read(_PICTURE_HEAD))
            if mime in ("video/mp4", "video/quicktime"):
                return _Film(file).measure()
    except OSError:
        pass  # gone or held: it is not known
    return Measure()


def _picture(head: bytes) -> Measure:
    try:
        content = recognise(head)
    except PandaError:
        return Measure()
    if content.kind is not AttachmentKind.IMAGE:
        return Measure()
    return Measure(*_sane(content.width, content.height))


@dataclass(frozen=True, slots=True)
class _Box:
    kind: bytes
    start: int
    """Where its content begins."""
    end: int


class _Film:
    """The boxes of one file, read within a budget."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._size = file.seek(0, 2)
        self._left = _MOST_READ
        self._boxes = _MOST_BOXES

    def measure(self) -> Measure:
        movie = self._find(0, self._size, b"moov")
        if movie is None:
            return Measure()
        duration, width, height = 0.0, 0, 0
        for box in self._inside(movie.start, movie.end):
            if box.kind == b"mvhd":
                duration = self._duration(box)
            elif box.kind == b"trak" and not width:
                header = self._find(box.start, box.end, b"tkhd")
                width, height = self._size_of(header) if header is not None else (0, 0)
        return Measure(width, height, duration)

    def _find(self, start: int, end: int, kind: bytes) -> _Box | None:
        return next((box for box in self._inside(start, end) if box.kind == kind), None)

    def _inside(self, start: int, end: int) -> Iterator[_Box]:
        while start + 8 <= end and self._boxes > 0:
            self._boxes -= 1
            head = self._read(start, 16)
            if len(head) < 8:
                return
            size, content = int.from_bytes(head[:4]), start + 8
            if size == 1:
                size, content = int.from_bytes(head[8:16]), start + 16
            elif size == 0:  # to the end
                size = end - start
            if size < content - start or len(head) < content - start:
                return
            yield _Box(head[4:8], content, min(start + size, end))
            start += size

    def _duration(self, box: _Box) -> float:
        data = self._read(box.start, min(box.end - box.start, 32))
        if data[:1] == b"\1" and len(data) >= 32:
            scale, length, unknown = int.from_bytes(data[20:24]), int.from_bytes(data[24:32]), 2**64 - 1
        elif data[:1] == b"\0" and len(data) >= 20:
            scale, length, unknown = int.from_bytes(data[12:16]), int.from_bytes(data[16:20]), 2**32 - 1
        else:
            return 0.0
        if scale == 0 or length == unknown:
            return 0.0
        seconds = length / scale
        return seconds if seconds <= _LONGEST_S else 0.0

    def _size_of(self, box: _Box) -> tuple[int, int]:
        """Width and height of a track, 16.16 fixed point; turned by its matrix when it stands on its side."""
        data = self._read(box.start, min(box.end - box.start, 96))
        place = {0: 40, 1: 52}.get(data[0] if data else -1)
        if place is None or len(data) < place + 44:
            return 0, 0
        matrix, sizes = data[place : place + 36], data[place + 36 : place + 44]
        width, height = int.from_bytes(sizes[:4]) >> 16, int.from_bytes(sizes[4:]) >> 16
        on_its_side = matrix[0:4] == bytes(4) and matrix[4:8] != bytes(4)
        return _sane(height, width) if on_its_side else _sane(width, height)

    def _read(self, start: int, size: int) -> bytes:
        size = min(size, self._left)
        if size <= 0 or not 0 <= start < self._size:
            return b""
        self._left -= size
        self._file.seek(start)
        return self._file.read(size)


def _sane(width: int, height: int) -> tuple[int, int]:
    return (width, height) if 0 < width <= _WIDEST and 0 < height <= _WIDEST else (0, 0)
