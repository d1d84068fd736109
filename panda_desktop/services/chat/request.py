"""What the gateway is sent for a branch of a conversation.

Promise: only text that was really said: failed and empty answers are left out.
"""

from collections.abc import Sequence
from typing import Final

from panda_desktop.domain.chat import Conversation, Message, Role
from panda_desktop.gateway.requests import ChatRequest, ChatTurn

CONTINUE: Final = (
    "Your last answer was cut off. Continue it exactly where it stopped, without repeating anything "
    "and without any remark about it."
)


def request_for(
    conversation: Conversation, branch: Sequence[Message], model: str, *, continuing: bool = False
) -> ChatRequest:
    """Returns the request for what follows `branch`; `continuing` asks for the rest of its last message."""
    turns: list[ChatTurn] = []
    if conversation.system_prompt.strip():
        turns.append(ChatTurn(Role.SYSTEM, conversation.system_prompt))
    turns.extend(ChatTurn(message.role, message.text) for message in branch if message.text.strip())
    if continuing:
        turns.append(ChatTurn(Role.USER, CONTINUE))
    return ChatRequest(model, tuple(turns), conversation.parameters)
