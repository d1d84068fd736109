"""Messages that wait for the answer before them.

Promise: plain values; a queue that is held sends nothing by itself, and says why it is held.
"""

from dataclasses import dataclass
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
        error: why the next one was refused, with `Hold.REFUSED`.
        refusal: which budget refused it, when one did.
    """

    conversation_id: str
    items: tuple[QueuedMessage, ...] = ()
    hold: Hold | None = None
    error: ErrorKind | None = None
    refusal: Refusal | None = None
