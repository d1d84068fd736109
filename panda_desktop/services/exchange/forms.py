"""What every form of an exported file has in common.

Promise: a form is text that is made piece by piece, a message at a time, and holds no more than that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.chat import Conversation, Message, MessageState, Role
from panda_desktop.domain.exchange import Labels


@dataclass(frozen=True, slots=True)
class Placed:
    """A message and its place among the versions beside it: 1 of 1 when there is no other."""

    message: Message
    place: int = 1
    count: int = 1


class Form(Protocol):
    """Writes one file, its parts in this order."""

    def head(self, title: str) -> str:
        """Begins the file; `title` names all of it."""

    def opening(self, conversation: Conversation) -> str:
        """Begins a chat."""

    def message(self, placed: Placed, files: Sequence[str] = ()) -> str:
        """Writes a message; `files` are what `attached` made of its files. May take a second for a hostile
        one: not for the GUI thread.
        """

    def attached(self, attachment: Attachment, data: bytes | None) -> str:
        """Writes a file of a message, for `message`; `data` is None when it is gone. Blocks."""

    def closing(self) -> str:
        """Ends a chat."""

    def foot(self) -> str:
        """Ends the file."""


def who(message: Message, labels: Labels) -> str:
    """Returns who speaks."""
    match message.role:
        case Role.USER:
            return labels.user
        case Role.ASSISTANT:
            return labels.assistant
        case Role.SYSTEM:
            return labels.system


def model_of(message: Message) -> str:
    """Returns the model that answered, as far as it is known; empty for others."""
    return (message.served_model or message.model) if message.role is Role.ASSISTANT else ""


def ending(message: Message, labels: Labels) -> str:
    """Returns how an answer ended when it is not whole, else nothing."""
    match message.state:
        case MessageState.DONE:
            return ""
        case MessageState.STOPPED:
            return labels.stopped
        case MessageState.FAILED:
            return labels.failed
        case MessageState.INTERRUPTED | MessageState.WAITING | MessageState.STREAMING:
            return labels.interrupted


def moment(date: datetime) -> str:
    """Returns a date that is read alike everywhere: `2026-11-24 12:00 UTC`."""
    return f"{date.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
