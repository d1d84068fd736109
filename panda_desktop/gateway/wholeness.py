"""Tells by a file's own structure whether its end is missing.

Promise: only what certainly ends too early is called cut off; what cannot be followed is left to whoever
shows it. Reads a few bytes at each step, however large the file is (a JPEG is read once through).
"""

import struct
from collections.abc import Callable
from typing import BinaryIO, Final

_FRAME_MARKERS: Final = range(0xC0, 0xFF)
_SCAN: Final = 0xDA
_STEP: Final = 1024 * 1024


def is_cut_off(file: BinaryIO, size: int, mime: str) -> bool:
    """Tells whether a file of this media type, `size` bytes long, ends before its structure does."""
    follow = _BY_TYPE.get(mime)
    file.seek(0)
    return follow is not None and follow(file, size)


def _png(file: BinaryIO, size: int) -> bool:
    place = 8
    while True:
        file.seek(place)
        head = file.read(8)
        if len(head) < 8:
            return True
        length, kind = struct.unpack(">I4s", head)
        if not kind.isalpha():
            return False
        place += 12 + length
        if place > size or kind == b"IEND":
            return bool(place > size)


def _jpeg(file: BinaryIO, size: int) -> bool:
    place = 2
    while True:
        file.seek(place)
        head = file.read(4)
        if len(head) < 4:
            return True
        sign, marker, length = struct.unpack(">BBH", head)
        if sign != 0xFF or marker not in _FRAME_MARKERS or length < 2:
            return False
        if marker == _SCAN:
            return not _holds(file, b"\xff\xd9")
        place += 2 + length
        if place > size:
            return True


def _holds(file: BinaryIO, sought: bytes) -> bool:
    tail = b""
    while data := file.read(_STEP):
        if sought in tail + data:
            return True
        tail = data[-len(sought) + 1 :]
    return False


def _webp(file: BinaryIO, size: int) -> bool:
    head = file.read(12)
    return len(head) < 12 or int.from_bytes(head[4:8], "little") + 8 > size


def _boxes(file: BinaryIO, size: int) -> bool:
    """Follows the boxes of an MP4 or QuickTime file (ISO/IEC 14496-12, 4.2)."""
    place = 0
    while place < size:
        file.seek(place)
        head = file.read(16)
        if len(head) < 8:
            return True
        length, kind = struct.unpack(">I4s", head[:8])
        if length == 1 and len(head) == 16:
            length = int.from_bytes(head[8:], "big")
        if length < 8 or not kind.isalnum():
            return False  # the last box, which goes to the end, or nothing that can be followed
        place += length
    return place > size


_BY_TYPE: Final[dict[str, Callable[[BinaryIO, int], bool]]] = {
    "image/png": _png,
    "image/jpeg": _jpeg,
    "image/webp": _webp,
    "video/mp4": _boxes,
    "video/quicktime": _boxes,
}
