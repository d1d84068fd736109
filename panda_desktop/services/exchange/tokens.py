"""JSON events out of bytes that come in pieces.

Promise: linear in the length of the input, also in one huge string, and no call into the parser takes long.

ijson (yajl) reads a string that is spread over several pieces again from its beginning with each of them: one
of 50 MB in pieces of 64 KB takes 87 s. So a string that fills a whole piece is taken aside, read here, and
ijson is shown nothing but its closing quotation mark.
"""

import codecs
import contextlib
import json
import re
from collections.abc import Callable
from typing import Any, Final

Event = tuple[str, Any]
"""Kind and value, named as ijson does: `start_map`, `map_key`, `end_map`, `start_array`, `string`, …"""

MAX_TEXT: Final = 64 * 1024 * 1024
"""Characters of one string that are kept; what follows is cut off."""

MAX_DIGITS: Final = 600
"""Digits in a row outside strings. An integer that Python refuses to read (over 4,300 digits, over 640 if the
environment says so) makes ijson's C code (3.6) hand out a null pointer: the program would die of it."""

_STRIDE: Final = MAX_DIGITS // 4
_MAYBE_GIANT = re.compile(rb"[0-9]{4}")
_GIANT = re.compile(rb"[0-9]{%d,}" % MAX_DIGITS)
_DIGITS: Final = b"0123456789"
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")
_PAIR = re.compile(rb"\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F]")
_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|(u[dD][89a-fA-F][0-9A-Fa-f]{2})|.)",
    re.DOTALL,
)
_FIRST_OF_PAIR = re.compile(rb"\\u[dD][89abAB][0-9A-Fa-f]{2}")
_REST = re.compile(rb'[^"\\]*(?:\\(?:u[0-9A-Fa-f]{4}|[^u])[^"\\]*)*', re.DOTALL)


class JsonTokens:
    """Reads one JSON text.

    Attributes:
        failed: it is not JSON from some point on, or it has ended too early; the events before are good.
        cut: strings that were longer than `MAX_TEXT`.
    """

    def __init__(self) -> None:
        """Starts at the beginning of the text."""
        import ijson  # imported where it is first used: few starts of the program need it

        self._events: list[Event] = ijson.sendable_list()
        self._parser = ijson.basic_parse_coro(self._events)
        self._errors: tuple[type[Exception], ...] = (
            ijson.JSONError,
            ValueError,
            ArithmeticError,
        )
        self._began = False
        self._held = b""
        self._inside = False
        self._digits = 0
        self._long: _LongText | None = None
        self.failed = False
        self.cut = 0

    def feed(self, data: bytes) -> list[Event]:
        """Takes the next piece; returns the events it completes."""
        if not self._began:
            data = data.removeprefix(codecs.BOM_UTF8)
            self._began = True
        data, self._held = self._held + data, b""
        events: list[Event] = []
        if self._long is None and self._inside and b'"' not in data:
            self._long = _LongText()
        if self._long is not None:
            data = self._take_aside(self._long, data, events)
        if data and not self.failed:
            self._send(data, events)
        return events

    def finish(self) -> list[Event]:
        """Ends the text; returns the last events."""
        events: list[Event] = []
        self.failed |= self._inside
        if not self.failed:
            self._guarded(self._parser.close, events)
        return events

    def close(self) -> None:
        """Ends reading, wherever it is."""
        with contextlib.suppress(*self._errors):
            self._parser.close()

    def _send(self, data: bytes, events: list[Event]) -> None:
        if self._has_giant(data):
            self.failed = True
            return
        self._inside ^= _quotes(data) % 2 == 1
        if self._inside:
            # What follows may be taken aside: ijson must not be left in the middle of a character.
            end = _clean_end(data)
            data, self._held = data[:end], data[end:]
        if data:
            mended = _mended(data)
            self._guarded(lambda: self._parser.send(mended), events)

    def _has_giant(self, data: bytes) -> bool:
        """Tells whether a number has more digits than any number has."""
        leading = len(data) - len(data.lstrip(_DIGITS))
        if not self._inside and self._digits + leading > MAX_DIGITS:
            return True
        trailing = len(data) - len(data.rstrip(_DIGITS))
        self._digits = trailing if trailing < len(data) else self._digits + trailing
        if len(data) > MAX_DIGITS and _MAYBE_GIANT.search(data[::_STRIDE]):
            for found in _GIANT.finditer(data):
                if self._inside == (_quotes(data[: found.start()]) % 2 == 1):
                    return True
        return False

    def _guarded(self, work: Callable[[], object], events: list[Event]) -> None:
        try:
            work()
        except self._errors:
            self.failed = True
        events.extend(self._events)
        del self._events[:]

    def _take_aside(self, text: "_LongText", data: bytes, events: list[Event]) -> bytes:
        """Reads on in a long string; returns what follows it."""
        found = _REST.match(data)
        assert found is not None
        end = found.end()
        ended = data[end : end + 1] == b'"'
        kept = end if ended else _clean_end(data[:end])
        try:
            text.add(data[:kept])
        except ValueError:
            self.failed = True
        if not ended:
            self.failed |= len(data) - end >= len(rb"\uXXXX")  # an escape that JSON does not have
            self._held = data[kept:]
            return b""
        self._long = None
        self._inside = False
        if not self.failed:
            self._guarded(lambda: self._parser.send(b'"'), events)
        if self.failed or not events:
            self.failed = True
            return b""
        kind, beginning = events.pop()
        events.append((kind, beginning + text.value))
        self.cut += text.is_cut
        return data[end + 1 :]


class _LongText:
    """The rest of a string that goes on over several pieces."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._size = 0

    def add(self, raw: bytes) -> None:
        """Takes more of it, cut cleanly. Raises `ValueError` for an escape JSON does not have."""
        text = _mended(raw).decode("utf-8", "replace")
        if "\\" in text:
            text = json.loads(f'"{text}"', strict=False)
        self._size += len(text)
        if not self.is_cut:
            self._pieces.append(text)

    @property
    def is_cut(self) -> bool:
        """It was longer than what is kept."""
        return self._size > MAX_TEXT

    @property
    def value(self) -> str:
        """What is kept of it."""
        return "".join(self._pieces)


def _mended(data: bytes) -> bytes:
    r"""Replaces halves of pairs that are alone by U+FFFD.

    ijson fails on a second half that is alone, and makes a question mark of a first one.
    """
    if b"\\ud" not in data and b"\\uD" not in data:
        return data
    if len(_HALF.findall(data)) == 2 * len(_PAIR.findall(data)):
        return data
    return _ESCAPE.sub(lambda found: rb"\ufffd" if found[1] else found[0], data)


def _quotes(data: bytes) -> int:
    """Returns how many quotation marks begin or end a string."""
    unescaped = data.replace(b"\\\\", b"")
    return unescaped.count(b'"') - unescaped.count(b'\\"')


def _clean_end(data: bytes) -> int:
    """Returns where string content can be cut without cutting an escape, a pair of them, or a character."""
    end = len(data)
    at = data.rfind(b"\\", max(0, end - 5))
    if at >= 0 and _begins_escape(data, at) and (end - at == 1 or data[at + 1 : at + 2] == b"u"):
        end = at
    if _FIRST_OF_PAIR.fullmatch(data, max(0, end - 6), end) and _begins_escape(data, end - 6):
        return end - 6
    for back in range(1, min(4, end + 1)):
        byte = data[end - back]
        if byte >= 0xC0:
            wanted = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return end - back if wanted > back else end
        if byte < 0x80:
            break
    return end


def _begins_escape(data: bytes, at: int) -> bool:
    """Tells whether the backslash there is not itself escaped."""
    return (at + 1 - len(data[: at + 1].rstrip(b"\\"))) % 2 == 1
