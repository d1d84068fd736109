"""What the gateway is sent for a branch of a conversation.

Promise: pure; only what was really said: failed and empty answers are left out, and a file that cannot be
sent is named as missing. Without images the content of a message is plain text.
"""

import re
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Final

from panda_desktop.domain.attachments import Attachment, AttachmentKind
from panda_desktop.domain.chat import Conversation, Message, Role
from panda_desktop.gateway.requests import ChatRequest, ChatTurn

CONTINUE: Final = (
    "Your last answer was cut off. Continue it exactly where it stopped, without repeating anything "
    "and without any remark about it."
)


class LeftOut(Enum):
    """Why a file is not sent."""

    GONE = auto()  # it was deleted or changed outside
    NOT_SEEN = auto()  # the model takes no images
    NO_ROOM = auto()  # newer files fill the request


Enclosed = str | LeftOut
"""A data URL for an image, the text for a text."""

_WHY: Final = {
    LeftOut.GONE: "it can no longer be read",
    LeftOut.NOT_SEEN: "this model takes no images",
    LeftOut.NO_ROOM: "the request would be too large",
}


def request_for(
    conversation: Conversation,
    branch: Sequence[Message],
    model: str,
    *,
    continuing: bool = False,
    enclosed: Mapping[str, Enclosed] | None = None,
) -> ChatRequest:
    """Returns the request for what follows `branch`.

    Args:
        conversation: gives system prompt and parameters.
        branch: the messages before.
        model: the model asked.
        continuing: asks for the rest of the last message.
        enclosed: what the files hold, by the ids of the attachments; what is not in it is `GONE`.
    """
    turns: list[ChatTurn] = []
    if conversation.system_prompt.strip():
        turns.append(ChatTurn(Role.SYSTEM, conversation.system_prompt))
    for message in branch:
        turn = _turn(message, enclosed or {})
        if turn.text.strip() or turn.images:
            turns.append(turn)
    if continuing:
        turns.append(ChatTurn(Role.USER, CONTINUE))
    return ChatRequest(model, tuple(turns), conversation.parameters)


def newest_part(branch: Sequence[Message], halvings: int) -> tuple[Message, ...]:
    """Returns the newest messages with at most the 2ⁿth part of the text, for a model that takes no more; the
    last one always, and nothing before a message of the person.
    """
    if not halvings:
        return tuple(branch)
    room = sum(len(message.text) for message in branch) >> halvings
    kept: list[Message] = []
    for message in reversed(branch):
        room -= len(message.text)
        if kept and room < 0:
            break
        kept.append(message)
    while len(kept) > 1 and kept[-1].role is not Role.USER:
        kept.pop()
    return tuple(reversed(kept))


def _turn(message: Message, enclosed: Mapping[str, Enclosed]) -> ChatTurn:
    if not message.attachments:
        return ChatTurn(message.role, message.text)
    images: list[str] = []
    parts: list[str] = []
    for attachment in message.attachments:
        value = enclosed.get(attachment.id, LeftOut.GONE)
        if isinstance(value, LeftOut):
            parts.append(f"[Attached file {_quoted(attachment.name)} is not included: {_WHY[value]}.]")
        elif attachment.kind is AttachmentKind.IMAGE:
            images.append(value)
        else:
            parts.append(_fenced(attachment, value))
    if message.text.strip():
        parts.append(message.text)
    return ChatTurn(message.role, "\n\n".join(parts), tuple(images))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', "'").replace("`", "'") + '"'


def _fenced(attachment: Attachment, text: str) -> str:
    """Returns a text under its name in a fence that nothing inside can close (CommonMark 0.31, 4.5)."""
    longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
    fence = "`" * max(longest + 1, 3)
    suffix = attachment.name.rpartition(".")[2].lower() if "." in attachment.name else ""
    info = suffix if suffix.isascii() and suffix.isalnum() and len(suffix) <= 10 else ""
    cut = f" (the first {len(text):,} of {attachment.characters:,} characters)" if attachment.is_cut else ""
    end = "" if text.endswith("\n") else "\n"
    return f"Attached file {_quoted(attachment.name)}{cut}:\n\n{fence}{info}\n{text}{end}{fence}"
