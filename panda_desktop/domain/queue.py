"""Messages that wait for the answer before them.

Promise: plain values; a queue that is held sends nothing by itself, and says why it is held.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.budgets import Refusal
from panda_desktop.domain.errors import ErrorKind


class Hold(StrEnum):
    """Why a queue waits for the person."""

    STOPPED = "stopped"  # the person stopped the answer
    FAILED = "failed"  # the answer before was cut off or refused
    REFUSED = "refused"  # the next message could not be sent: see `MessageQueue.error`
    COMPARED = "compared"  # several answers stand side by side: which one goes on is not known
    LEFT = "left"  # it is of an earlier run of the program
    BACK = "back"  # a message was taken out and brought back when no answer was coming any more


@dataclass(frozen=True, slots=True)
class QueuedMessage:
    """A message that was typed while an answer was coming.

    Attributes:
        id: ours; the message has the same id once it is sent, so that no crash sends it twice.
        conversation_id: where it will be sent.
        text: as typed.
        attachments: files that go with it.
        created_at: aware UTC.
    """

    id: str
    conversation_id: str
    text: str
    created_at: datetime
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class MessageQueue:
    """What waits in one conversation.

    Attributes:
        conversation_id: the conversation.
        items: in the order of sending.
        hold: why nothing is sent by itself; None when the next one goes after the running answer. Always None
            for an empty queue.
        error: why one was refused, with `Hold.REFUSED`.
        refusal: which budget refused it, when one did.
        refused: id of the item that was refused; empty when there is none, or it waits no longer.
        held_before: what held the queue before that refusal, and does so again once that item is sent.
    """

    conversation_id: str
    items: tuple[QueuedMessage, ...] = ()
    hold: Hold | None = None
    error: ErrorKind | None = None
    refusal: Refusal | None = None
    refused: str = ""
    held_before: Hold | None = None

    @property
    def refused_place(self) -> int:
        """Where the item that was refused stands, 0 for the first; 0 also when there is none."""
        return next((place for place, each in enumerate(self.items) if each.id == self.refused), 0)

    def released(self, hold: Hold | None = None) -> "MessageQueue":
        """Returns it without a refusal, held by `hold`."""
        return replace(self, hold=hold, error=None, refusal=None, refused="", held_before=None)

    def without(self, item_id: str) -> "MessageQueue":
        """Returns it without an item; a refusal of that item is no longer one of the queue."""
        rest = replace(self, items=tuple(each for each in self.items if each.id != item_id))
        if not rest.items:
            return rest.released()
        return rest.released(self.hold) if item_id == self.refused else rest
