"""How an answer grows: one event and the message before it make the message after it.

Promise: pure; text that has arrived is never lost by a later event.
"""

from dataclasses import replace
from typing import assert_never

from panda_desktop.domain.chat import Message, MessageState
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.events import (
    ChatEvent,
    Finished,
    ModelNamed,
    Opened,
    ReasoningDelta,
    StillWaiting,
    TextDelta,
    ToolCallIgnored,
    UsageCounted,
)


def fold(message: Message, event: ChatEvent) -> Message:
    """Returns the message after the event; the same object when the event changes nothing."""
    match event:
        case TextDelta(text):
            return replace(message, text=message.text + text, state=MessageState.STREAMING)
        case ReasoningDelta(text):
            return replace(message, reasoning=message.reasoning + text, state=MessageState.STREAMING)
        case ModelNamed(model):
            return message if message.served_model == model else replace(message, served_model=model)
        case UsageCounted(usage):
            return replace(message, usage=usage)
        case Finished(reason):
            return replace(message, finish_reason=reason, state=MessageState.DONE)
        case Opened() | StillWaiting() | ToolCallIgnored():
            return message
        case _:
            assert_never(event)


def failed(message: Message, error: PandaError) -> Message:
    """Returns the message ended by a failure: interrupted when text had arrived, else failed."""
    state = MessageState.INTERRUPTED if message.text or message.reasoning else MessageState.FAILED
    return replace(message, state=state, error=error.kind, error_detail=error.detail)


def stopped(message: Message) -> Message:
    """Returns the message as the person stopped it; what had arrived stays."""
    return replace(message, state=MessageState.STOPPED)


def crashed(message: Message) -> Message:
    """Returns a message that was still open when the program ended, as the next start shows it."""
    return failed(message, PandaError(ErrorKind.CRASHED, ErrorDetail()))
