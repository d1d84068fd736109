"""Tells from its headers whether a JPEG comes line by line, or is whole only at the end of the file.

Promise: what cannot be told comes whole; pure, and never further than the bytes that are given.
"""

from typing import Final

_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length
_SEQUENTIAL: Final = frozenset({0xC0, 0xC1})
_OTHER_FRAMES: Final = frozenset({0xC2, 0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
_SCAN: Final = 0xDA


def comes_line_by_line(data: bytes) -> bool:
    """Tells whether one scan holds all colours: the decoder keeps some lines only then. A progressive one, or
    one with a scan for each colour, is held whole by the decoder, however small it is wanted.
    """
    place, colours = 2, 0
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF or marker in _ALONE:
            place += 1 if marker == 0xFF else 2
            continue
        body = place + 4
        if marker in _OTHER_FRAMES:
            return False
        if marker in _SEQUENTIAL:
            colours = data[body + 5] if body + 5 < len(data) else 0
        if marker == _SCAN:
            return body < len(data) and colours > 0 and data[body] == colours
        place += 2 + int.from_bytes(data[place + 2 : body], "big")
    return False
