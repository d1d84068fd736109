"""Reads a file of chats of any form we know, piece by piece.

Promise: memory is bounded by the largest chat of a foreign form, or the largest message of ours (limits in
`values`); what is not understood is told; a file that breaks off gives what was whole before.

A chat with a `mapping` is ChatGPT's, one with `chat_messages` Claude's, whatever the file is called.
"""

from collections.abc import Generator, Iterator
from datetime import datetime
from typing import Any

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.exchange import Misfit, Reason
from panda_desktop.services.exchange.chatgpt import ChatGPTChat
from panda_desktop.services.exchange.claude import ClaudeChat
from panda_desktop.services.exchange.foreign import Piece, Tick, pieces_of
from panda_desktop.services.exchange.own_format import OwnChats, is_ours, shelves_of
from panda_desktop.services.exchange.plain import text_of, title_of
from panda_desktop.services.exchange.source import Broken, ChatFile, Part, refused
from panda_desktop.services.exchange.tokens import JsonTokens
from panda_desktop.services.exchange.values import (
    About,
    Closed,
    Entry,
    File,
    Found,
    Header,
    Picker,
    Refusal,
    Whole,
)


def read(file: ChatFile, model: str, now: datetime) -> Generator[Piece, None, None]:
    """Yields the chats of a file.

    Args:
        file: an open file.
        model: the model that is asked next in a chat that names none of the gateway's.
        now: aware UTC; no date is later than tomorrow.

    Raises:
        PandaError: `CANNOT_READ` whose `param` is a `Reason` when there is nothing to be understood in it,
            `CANNOT_READ` when reading fails, `DATA_TOO_NEW`.
    """
    yield from file.misfits
    for part in file.parts:
        try:
            yield from _Reader(file, part, model, now).pieces()
        except PandaError as error:
            if len(file.parts) == 1 or error.kind is ErrorKind.DATA_TOO_NEW or not error.detail.param:
                raise
            yield Misfit(Reason(error.detail.param), what=part.name[:200])


class _Reader:
    """Reads one JSON text."""

    def __init__(self, file: ChatFile, part: Part, model: str, now: datetime) -> None:
        self._file = file
        self._part = part
        self._model = model
        self._now = now
        self._tokens = JsonTokens()
        self._picker = Picker()
        self._own = OwnChats(model, now)
        self._cut = 0
        self._known = 0
        self._strange = 0

    def pieces(self) -> Iterator[Piece]:
        try:
            for chunk in self._file.chunks(self._part):
                yield from self._take(self._tokens.feed(chunk))
                yield Tick()
            yield from self._take(self._tokens.finish())
        except Broken:
            yield from self._own.torn()
            if not self._picker.has_chats:
                raise refused(Reason.NOT_JSON if self._tokens.failed else Reason.CUT_OFF) from None
            yield Misfit(Reason.CUT_OFF, what=self._part.name[:200])
        finally:
            self._tokens.close()
        if not self._picker.has_chats or (self._strange and not self._known):
            raise refused(Reason.NOT_AN_EXPORT)

    def _take(self, events: list[tuple[str, Any]]) -> Iterator[Piece]:
        for found in self._picker.feed(events):
            yield from self._found(found)
            if self._tokens.cut > self._cut:
                self._cut = self._tokens.cut
                yield Misfit(Reason.TOO_BIG, what=self._part.name[:200])
        if self._tokens.failed:
            raise Broken

    def _found(self, found: Found) -> Iterator[Piece]:
        match found:
            case About(name, value):
                if name == "about" and is_ours(value):
                    self._picker.ours = True
                    yield shelves_of(value)
            case Whole(value):
                yield from self._chat(value)
            case Header(name, value):
                yield from self._own.header(name, value)
            case Entry(value):
                yield from self._own.entry(value)
            case File(value):
                yield from self._own.file(value)
            case Closed():
                self._known += 1
                yield from self._own.closed()

    def _chat(self, value: Any) -> Iterator[Piece]:
        if isinstance(value, Refusal):
            self._known += 1
            yield Misfit(value.reason, what=self._part.name[:200])
        elif isinstance(value, dict) and isinstance(value.get("mapping"), dict):
            self._known += 1
            yield from pieces_of(ChatGPTChat(value, self._model, self._now))
        elif isinstance(value, dict) and _is_claude(value):
            self._known += 1
            yield from pieces_of(ClaudeChat(value, self._model, self._now))
        else:
            self._strange += 1
            named = value if isinstance(value, dict) else {}
            title = title_of(named.get("title")) or title_of(named.get("name"))
            yield Misfit(Reason.NOT_AN_EXPORT, title, what=text_of(named.get("id"))[:200])


def _is_claude(value: dict[str, Any]) -> bool:
    return isinstance(value.get("chat_messages"), list) or (
        "uuid" in value and isinstance(value.get("messages"), list)
    )
