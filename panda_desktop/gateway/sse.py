"""Server-sent events: bytes in, events out.

Promise: the same events however the bytes are cut, in linear time, with at most 16 MiB held.

After the HTML Living Standard, "Server-sent events", with one addition: the gateway's own document prints
events
without blank lines between them, so an event also ends where its data is a whole JSON value.
"""

import json
from dataclasses import dataclass
from typing import Any, Final

from panda_desktop.domain.errors import ErrorKind, PandaError, Reached

MAX_EVENT: Final = 16 * 1024 * 1024 + 64 * 1024
"""Bytes held of an event that is not whole: 16 MiB of data, and the names of its fields."""
MAX_TRIED: Final = 1024 * 1024
"""Bytes of one event that are looked at in vain for a whole value; then only a blank line ends it."""
DONE: Final = "[DONE]"


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `value` is its JSON, or None when `data` is `[DONE]` or not JSON (`is_json` tells)."""

    name: str
    data: str
    value: Any = None
    is_json: bool = False


class SseDecoder:
    """Takes the bytes of one stream."""

    def __init__(self) -> None:
        """Starts at the beginning of a stream."""
        self._rest = bytearray()
        self._looked = 0
        self._at_start = True
        self._after_cr = False
        self._name = ""
        self._data: list[str] = []
        self._size = 0
        self._tried = 0
        self.comments = 0

    def feed(self, chunk: bytes) -> list[Event]:
        """Returns the events that the bytes complete. Raises `ANSWER_TOO_BIG`."""
        self._rest += chunk
        if self._at_start:
            if len(self._rest) < 3 and b"\xef\xbb\xbf".startswith(self._rest):
                return []
            if self._rest.startswith(b"\xef\xbb\xbf"):
                del self._rest[:3]
            self._at_start = False
        events: list[Event] = []
        position = 0
        if self._after_cr and self._rest:
            position = 1 if self._rest[0] == 10 else 0
            self._after_cr = False
        # What was looked through before holds no line end.
        while (end := self._line_end(max(position, self._looked))) >= 0:
            self._looked = 0
            self._line(bytes(self._rest[position:end]), events)
            position = end + 1
            if self._rest[end] == 13:
                if position < len(self._rest):
                    position += self._rest[position] == 10
                else:
                    self._after_cr = True
        del self._rest[:position]
        self._looked = len(self._rest)
        # What came before the one that is too big is told first.
        if not events and len(self._rest) + self._size > MAX_EVENT:
            raise PandaError(ErrorKind.ANSWER_TOO_BIG, reached=Reached.ANSWERED)
        return events

    def _line_end(self, start: int) -> int:
        newline = self._rest.find(b"\n", start)
        carriage = self._rest.find(b"\r", start, newline if newline >= 0 else len(self._rest))
        return carriage if carriage >= 0 else newline

    def finish(self) -> list[Event]:
        """Returns the last event when the stream ends without a blank line or a line end."""
        events: list[Event] = []
        if self._rest:
            self._line(bytes(self._rest), events)
            self._rest.clear()
        self._dispatch(events)
        return events

    def _line(self, raw: bytes, events: list[Event]) -> None:
        if not raw:
            self._dispatch(events)
            return
        line = raw.decode("utf-8", "replace")
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if not field:
            self.comments += 1
        elif field == "event":
            self._name = value
        elif field == "data":
            self._data.append(value)
            self._size += len(raw)
            if self._size > MAX_EVENT:
                raise PandaError(ErrorKind.ANSWER_TOO_BIG, reached=Reached.ANSWERED)
            if value.rstrip()[-1:] in ("}", "]") and self._tried <= MAX_TRIED:
                self._dispatch(events, only_whole=True)

    def _dispatch(self, events: list[Event], *, only_whole: bool = False) -> None:
        if not self._data:
            if not only_whole:
                self._name = ""
            return
        data = "\n".join(self._data)
        event = _event(self._name, data)
        if only_whole and not event.is_json and event.data != DONE:
            self._tried += self._size
            return
        events.append(event)
        self._name, self._data, self._size, self._tried = "", [], 0, 0


def _event(name: str, data: str) -> Event:
    if data.strip().upper() == DONE:
        return Event(name, DONE)
    try:
        return Event(name, data, json.loads(data), is_json=True)
    except (ValueError, RecursionError):
        return Event(name, data)
