"""What the readers of other programs' exports share: the pieces chats come in, and what had to be repaired.

Promise: a chat is announced, its messages follow predecessors first, and it ends; every repair is told.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Protocol

from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.domain.exchange import Misfit, Reason
from panda_desktop.domain.folders import Folder, Tag
from panda_desktop.services.exchange.enclosed import Enclosed
from panda_desktop.services.exchange.plain import date_of

_BATCH: Final = 256 * 1024
_PER_MESSAGE: Final = 512


@dataclass(frozen=True, slots=True)
class Shelves:
    """Folders and tags that chats of a file refer to."""

    folders: tuple[Folder, ...] = ()
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A chat begins; its messages follow. `fixed_ids` is false when its ids might be in use elsewhere."""

    conversation: Conversation
    fixed_ids: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """Messages of the chat that has begun, predecessors first."""

    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """The chat is whole; `conversation` has its final values."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class Torn:
    """The chat that has begun will not be whole."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A piece of the file has been read."""


Piece = Shelves | Enclosed | Opened | Said | Ended | Torn | Misfit | Tick


@dataclass(slots=True)
class Repairs:
    """What had to be repaired in one chat.

    Attributes:
        now: no date is later than tomorrow.
        counts: how often what was repaired.
        kinds: names of the content nobody understands.
    """

    now: datetime
    counts: Counter[Reason] = field(default_factory=Counter)
    kinds: dict[str, None] = field(default_factory=dict)

    def date(self, value: Any, otherwise: datetime) -> datetime:
        """Returns the date, or the other one when there is none; a wrong one is counted."""
        found = date_of(value, self.now)
        if found is None and value not in (None, ""):
            self.counts[Reason.BAD_DATE] += 1
        return found or otherwise

    def unknown(self, kind: str) -> None:
        """Takes note of content that became a visible note."""
        self.counts[Reason.UNKNOWN_CONTENT] += 1
        if len(self.kinds) < 20:
            self.kinds[kind[:100]] = None

    def told(self, title: str) -> Iterator[Misfit]:
        """Yields the repairs of a chat."""
        for reason, times in self.counts.items():
            what = ", ".join(self.kinds) if reason is Reason.UNKNOWN_CONTENT else ""
            yield Misfit(reason, title, what, times)


class ForeignChat(Protocol):
    """A chat of another program, as it is read."""

    repairs: Repairs

    def conversation(self) -> Conversation:
        """Returns the chat's values as far as they are known; whole after `messages`."""

    def messages(self) -> Iterator[Message]:
        """Yields the messages, predecessors first. Called once."""


def weight_of(message: Message) -> int:
    """Returns about how much work a message is: its characters, and something for itself."""
    return len(message.text) + len(message.reasoning) + _PER_MESSAGE


def pieces_of(chat: ForeignChat) -> Iterator[Piece]:
    """Yields a chat that is in memory; one in which nobody said anything is a misfit."""
    messages = chat.messages()
    first = next(messages, None)
    if first is None:
        yield Misfit(Reason.EMPTY, chat.conversation().title)
        return
    yield Opened(chat.conversation())
    batch, size = [first], weight_of(first)
    for message in messages:
        if size >= _BATCH:
            yield Said(tuple(batch))
            batch, size = [], 0
        batch.append(message)
        size += weight_of(message)
    yield Said(tuple(batch))
    final = chat.conversation()
    yield from chat.repairs.told(final.title)
    yield Ended(final)
