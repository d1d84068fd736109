"""What a chat answer consists of, as it arrives.

Promise: the gateway speaks to the services in these nouns only; a `match` over `ChatEvent` is exhaustive.
"""

from dataclasses import dataclass

from panda_desktop.domain.chat import Usage


@dataclass(frozen=True, slots=True)
class Opened:
    """The gateway accepted the request and its headers are here. `request_id` may be empty."""

    request_id: str


@dataclass(frozen=True, slots=True)
class StillWaiting:
    """A keep-alive came: the connection lives, nothing to show."""


@dataclass(frozen=True, slots=True)
class TextDelta:
    """More of the answer's text. Adjacent pieces that came in one read are joined."""

    text: str


@dataclass(frozen=True, slots=True)
class ReasoningDelta:
    """More of the model's thinking."""

    text: str


@dataclass(frozen=True, slots=True)
class ModelNamed:
    """The answer says which model serves it."""

    model: str


@dataclass(frozen=True, slots=True)
class UsageCounted:
    """The gateway counted tokens."""

    usage: Usage


@dataclass(frozen=True, slots=True)
class Finished:
    """The answer is whole; `reason` as sent (`stop`, `length`, `content_filter`, or a new word)."""

    reason: str


@dataclass(frozen=True, slots=True)
class ToolCallIgnored:
    """The model asked for a tool; this program has none."""

    name: str


ChatEvent = (
    Opened
    | StillWaiting
    | TextDelta
    | ReasoningDelta
    | ModelNamed
    | UsageCounted
    | Finished
    | ToolCallIgnored
)
