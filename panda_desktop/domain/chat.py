"""Conversations and messages: a tree of messages of which one branch is shown.

Promise: a message is never overwritten by another; editing and regenerating add siblings.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.folders import Shelf


class Role(StrEnum):
    """Who speaks (API reference, `messages[].role`)."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


class MessageState(StrEnum):
    """Where a message is in its life. All but `WAITING` and `STREAMING` are final."""

    WAITING = "waiting"  # sent, nothing has come yet
    STREAMING = "streaming"  # text is coming
    DONE = "done"  # whole, with a finish reason (or written by the person)
    STOPPED = "stopped"  # stopped by the person; the text so far stays
    INTERRUPTED = "interrupted"  # cut off; the text so far stays
    FAILED = "failed"  # refused before any text came

    @property
    def is_final(self) -> bool:
        """True when nothing more will come by itself."""
        return self not in (MessageState.WAITING, MessageState.STREAMING)


@dataclass(frozen=True, slots=True)
class Parameters:
    """Sampling parameters of a request; None is not sent (API reference, request body).

    Attributes:
        temperature: 0 to 2.
        top_p: 0 to 1.
        max_tokens: at least 1.
    """

    temperature: float | None = None
    top_p: float | None = None
    max_tokens: int | None = None

    def check(self) -> None:
        """Checks the ranges of the API reference.

        Raises:
            PandaError: `INVALID_INPUT` whose `param` names the first field out of range.
        """
        if self.temperature is not None and not 0 <= self.temperature <= 2:
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="temperature"))
        if self.top_p is not None and not 0 <= self.top_p <= 1:
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="top_p"))
        if self.max_tokens is not None and self.max_tokens < 1:
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="max_tokens"))


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens the gateway counted."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an answer took, measured here with the monotonic clock and the account.

    Attributes:
        first_token_s: seconds from sending to the first text; None when none came.
        total_s: seconds from sending to the end.
        cost: fall of the balance over the call; None when it is not known.
        cost_is_shared: other paid calls overlapped, so `cost` is not this one's alone.
    """

    first_token_s: float | None = None
    total_s: float | None = None
    cost: Decimal | None = None
    cost_is_shared: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation.

    Attributes:
        id: ours.
        conversation_id: the conversation it belongs to.
        parent_id: the message before it on its branch; None for the first.
        seq: order of creation inside the program's database; orders siblings, never the clock.
        role: who speaks.
        text: Markdown source, exactly as written or received.
        reasoning: the model's thinking, when it sends any.
        state: see `MessageState`.
        model: the model asked for (may be a smart route).
        served_model: the model the answer named, or empty.
        finish_reason: as the gateway sent it (`stop`, `length`, …), or empty.
        error: what cut or refused it; None otherwise.
        error_detail: what the other side said.
        usage: tokens, when the gateway counted.
        receipt: measured times and cost.
        reasoning_s: seconds the thinking took; None when there was none.
        attachments: files that go with a message of the person.
        created_at: aware UTC.
    """

    id: str
    conversation_id: str
    parent_id: str | None
    seq: int
    role: Role
    text: str
    created_at: datetime
    reasoning: str = ""
    state: MessageState = MessageState.DONE
    model: str = ""
    served_model: str = ""
    finish_reason: str = ""
    error: ErrorKind | None = None
    error_detail: ErrorDetail | None = None
    usage: Usage | None = None
    receipt: Receipt | None = None
    reasoning_s: float | None = None
    attachments: tuple[Attachment, ...] = ()


class TitleBy(StrEnum):
    """Who made the title of a conversation."""

    TEXT = "text"  # its first message
    MODEL = "model"  # a model was asked, once, whatever came of it
    PERSON = "person"  # the person: nobody else changes it


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation and how its requests are made.

    Attributes:
        id: ours.
        title: a short name; empty until the first message names it.
        model: the model asked for next.
        system_prompt: sent first in every request when not empty.
        parameters: sampling parameters.
        leaf_id: last message of the branch that is shown; None when empty.
        created_at: aware UTC.
        updated_at: aware UTC of the last message.
        draft: text in the composer that was not sent.
        pinned: kept at the top.
        archived: kept out of the list.
        deleted_at: aware UTC of its move to the trash; None when it is not there.
        folder_id: the folder it is in; None, or the id of a folder that is gone, for none.
        tag_ids: tags it carries; ids of tags that are gone count for nothing.
        temporary: it is kept in memory only and gone when the program ends.
        draft_attachments: files in the composer that were not sent.
        title_by: who made the title.
    """

    id: str
    title: str
    model: str
    created_at: datetime
    updated_at: datetime
    system_prompt: str = ""
    parameters: Parameters = Parameters()
    leaf_id: str | None = None
    draft: str = ""
    pinned: bool = False
    archived: bool = False
    deleted_at: datetime | None = None
    folder_id: str | None = None
    tag_ids: tuple[str, ...] = ()
    temporary: bool = False
    draft_attachments: tuple[Attachment, ...] = ()
    title_by: TitleBy = TitleBy.TEXT

    @property
    def shelf(self) -> Shelf:
        """Where it stands."""
        if self.deleted_at is not None:
            return Shelf.TRASH
        return Shelf.ARCHIVE if self.archived else Shelf.LIST


TITLE_LENGTH: Final = 60


def title_from(text: str) -> str:
    """Makes a title from the first message: its first line with words, at most 60 characters."""
    line = next((line.strip(" #*>`-\t") for line in text.splitlines() if line.strip(" #*>`-\t")), "")
    if len(line) <= TITLE_LENGTH:
        return line
    cut = line[:TITLE_LENGTH]
    space = cut.rfind(" ")
    return f"{cut[: space if space > TITLE_LENGTH // 2 else TITLE_LENGTH].rstrip()}…"
