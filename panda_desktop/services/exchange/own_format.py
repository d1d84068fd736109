"""Our own form of chats, as JSON. Version 1:

    {"about": {"format": "panda-desktop-chats", "version": 1, "exported_at": "2026-11-24T12:00:00Z",
      "folders": [{"id": …, "name": …, …}, …], "tags": [{"id": …, "name": …, "colour": 0}, …]},
     "conversations": [
      {"conversation": {"id": …, "title": …, "leaf_id": …, …}, "messages": [
        {"id": …, "parent_id": null, "role": "user", "text": …, "created_at": …, …},
        …], "files": [{"file": "attachments/…", "data": "…"}, …]},
      …]}

`conversation` holds every field of `domain.chat.Conversation`; a message holds every field of
`domain.chat.Message` but `conversation_id` (it is where it stands) and `seq` (messages are in order of
creation, every branch, a message after the one it follows). `folders` and `tags` are those that the chats
refer to (`domain.folders`), `files` what goes with its messages (base64). Amounts of money are text, dates
ISO 8601. `about` comes first and `conversation` before `messages`, also when the names are sorted.

Promise: what is written comes back identical, but that an answer that was still coming has ended as it does
when the program ends; a file of a later version is refused; unknown names are left out.
"""

import contextlib
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from typing import Any, Final, TypeVar, get_type_hints

import msgspec

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.chat import Conversation, Message, Parameters
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.exchange import Misfit, Reason
from panda_desktop.domain.fold import crashed
from panda_desktop.domain.folders import Folder, Tag
from panda_desktop.services.exchange import enclosed
from panda_desktop.services.exchange.foreign import (
    Ended,
    Opened,
    Piece,
    Repairs,
    Said,
    Shelves,
    Torn,
    weight_of,
)
from panda_desktop.services.exchange.plain import derived_id, list_of, object_of, text_of

FORMAT: Final = "panda-desktop-chats"
VERSION: Final = 1
SOURCE: Final = "panda"
_ELSEWHERE: Final = ("conversation_id", "seq")
_BATCH: Final = 256 * 1024
_OWN_ID = re.compile(r"[0-9a-f]{32}")
_HINTS: Final = {made.__name__: get_type_hints(made) for made in (Conversation, Message)}
T = TypeVar("T", Conversation, Message)


def about(now: datetime, shelves: Shelves) -> bytes:
    """Returns what stands at the top of a file."""
    return msgspec.json.encode(
        {
            "format": FORMAT,
            "version": VERSION,
            "exported_at": now,
            "folders": shelves.folders,
            "tags": shelves.tags,
        }
    )


def shelves_of(about: Any) -> Shelves:
    """Returns the folders and tags a file describes, but for those that cannot be read."""
    named = object_of(about)
    found: dict[type, list[Any]] = {Folder: [], Tag: []}
    for made, name in ((Folder, "folders"), (Tag, "tags")):
        for value in list_of(named.get(name)):
            with contextlib.suppress(msgspec.ValidationError):
                found[made].append(msgspec.convert(value, made))
    return Shelves(tuple(found[Folder]), tuple(found[Tag]))


def written(value: Conversation | Message) -> bytes:
    """Returns a chat's values or a message as JSON on one line."""
    names = (field.name for field in fields(value))
    return msgspec.json.encode({name: getattr(value, name) for name in names if name not in _ELSEWHERE})


def is_ours(value: Any) -> bool:
    """Tells whether `about` says that the file is ours. Raises `DATA_TOO_NEW` for a later version."""
    named = object_of(value)
    if named.get("format") != FORMAT:
        return False
    version = named.get("version")
    if isinstance(version, int | float) and version > VERSION:
        raise PandaError(ErrorKind.DATA_TOO_NEW)
    return True


class OwnChats:
    """Reads chats of ours as they come."""

    def __init__(self, model: str, now: datetime) -> None:
        """`model` is asked next where a chat names none."""
        self._model = model
        self._now = now
        self._repairs = Repairs(now)
        self._chat: Conversation | None = None
        self._ids: dict[str, str] = {}
        self._batch: list[Message] = []
        self._size = 0

    def header(self, name: str, value: Any) -> Iterator[Piece]:
        """Takes a member of a chat that is not its messages."""
        if name == "conversation" and self._chat is None:
            self._chat = self._conversation(object_of(value))
            yield Opened(self._chat, fixed_ids=False)

    def entry(self, value: Any) -> Iterator[Piece]:
        """Takes a message."""
        if self._chat is None:
            return
        message = self._message(object_of(value), self._chat)
        if message is None:
            self._repairs.counts[Reason.BAD_FACT] += 1
            return
        self._batch.append(message)
        self._size += weight_of(message)
        if self._size >= _BATCH:
            yield self._said()

    def file(self, value: Any) -> Iterator[Piece]:
        """Takes a file that goes with messages."""
        found = enclosed.read(value)
        if found is None:
            self._repairs.counts[Reason.BAD_FACT] += 1
        else:
            yield found

    def closed(self) -> Iterator[Piece]:
        """Ends a chat."""
        chat = self._chat
        if chat is None:
            yield Misfit(Reason.NOT_AN_EXPORT)
        else:
            if self._batch:
                yield self._said()
            if chat.leaf_id is not None:
                chat = replace(chat, leaf_id=self._ids.get(chat.leaf_id))
            yield from self._repairs.told(chat.title)
            yield Ended(chat)
        self._forget()

    def torn(self) -> Iterator[Piece]:
        """The file breaks off: a chat that has begun is not whole."""
        if self._chat is not None:
            yield Torn()
        self._forget()

    def _said(self) -> Said:
        said, self._batch, self._size = Said(tuple(self._batch)), [], 0
        return said

    def _forget(self) -> None:
        self._chat = None
        self._ids = {}
        self._batch, self._size = [], 0
        self._repairs = Repairs(self._now)

    def _conversation(self, plain: dict[str, Any]) -> Conversation:
        identity = _identity(text_of(plain.get("id")) or repr(list(plain.items())[:20]))
        chat = self._read(Conversation, plain, self._now, {"id": identity})
        assert chat is not None, "a chat has no field that cannot have a default"
        try:
            chat.parameters.check()
        except PandaError:
            self._repairs.counts[Reason.BAD_FACT] += 1
            chat = replace(chat, parameters=Parameters())
        return replace(
            chat,
            model=chat.model or self._model,
            temporary=False,
            draft_attachments=self._sound(chat.draft_attachments),
        )

    def _message(self, plain: dict[str, Any], chat: Conversation) -> Message | None:
        given = text_of(plain.get("id"))
        identity = _identity(given)
        if given in self._ids:
            self._repairs.counts[Reason.SAME_ID] += 1
            identity = derived_id(chat.id, given, str(len(self._ids)))
        parent = text_of(plain.get("parent_id"))
        if parent and parent not in self._ids:
            self._repairs.counts[Reason.BROKEN_TREE] += 1
        fixed = {"id": identity, "conversation_id": chat.id, "parent_id": self._ids.get(parent), "seq": 0}
        message = self._read(Message, plain, chat.created_at, fixed) if given else None
        if message is None:
            return None
        self._ids.setdefault(given, identity)
        self._ids.setdefault(identity, identity)
        if message.attachments:
            message = replace(message, attachments=self._sound(message.attachments))
        return message if message.state.is_final else crashed(message)

    def _sound(self, attachments: tuple[Attachment, ...]) -> tuple[Attachment, ...]:
        kept = enclosed.sound(attachments)
        if len(kept) < len(attachments):
            self._repairs.counts[Reason.BAD_FACT] += len(attachments) - len(kept)
        return kept

    def _read(self, made: type[T], plain: dict[str, Any], date: datetime, fixed: dict[str, Any]) -> T | None:
        """Returns the value; a field that cannot be read is counted and gets its default.

        None for a message without a role or text. `date` stands in for dates that must be there.
        """
        defaults = {"title": "", "model": "", "created_at": date, "updated_at": date}
        values = {
            **{name: defaults[name] for name in defaults if name in _HINTS[made.__name__]},
            **plain,
            **fixed,
        }
        try:
            return self._dated(msgspec.convert(values, made), date)
        except msgspec.ValidationError:
            return self._read_singly(made, values, defaults)

    def _read_singly(self, made: type[T], plain: dict[str, Any], defaults: dict[str, Any]) -> T | None:
        values: dict[str, Any] = {}
        for name, hint in _HINTS[made.__name__].items():
            if name not in plain:
                continue
            try:
                values[name] = msgspec.convert(plain[name], hint)
            except msgspec.ValidationError:
                self._repairs.counts[Reason.BAD_FACT] += 1
                if name in defaults:
                    values[name] = defaults[name]
        try:
            return self._dated(made(**values), defaults["created_at"])
        except TypeError:  # a field without a default is not there
            return None

    def _dated(self, value: T, otherwise: datetime) -> T:
        """Gives dates without a time zone UTC; one that another time zone may not have is counted."""
        changed: dict[str, Any] = {}
        for field in fields(value):
            if not isinstance(date := getattr(value, field.name), datetime):
                continue
            if not MINYEAR < date.year < MAXYEAR:
                self._repairs.counts[Reason.BAD_DATE] += 1
                changed[field.name] = otherwise
            elif date.tzinfo is None:
                changed[field.name] = date.replace(tzinfo=UTC)
        return replace(value, **changed) if changed else value


def _identity(given: str) -> str:
    """Returns an id of ours as it is; anything else stands for one."""
    return given if _OWN_ID.fullmatch(given) else derived_id(SOURCE, given)
