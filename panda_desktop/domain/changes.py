"""What has changed, as told on the bus: typed, complete, and enough to redraw without asking back.

Promise: a change is published after the database has it, except `MessageGrew`, which is ahead by at most
one checkpoint (250 ms).
"""

from dataclasses import dataclass

from panda_desktop.domain.account import Balance, Connection, Endpoint, KeyState
from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.jobs import Job
from panda_desktop.domain.media import MediaItem
from panda_desktop.domain.models import ModelInfo
from panda_desktop.domain.settings import Settings


@dataclass(frozen=True, slots=True)
class MessageAdded:
    """A message is new in its conversation."""

    message: Message


@dataclass(frozen=True, slots=True)
class MessageGrew:
    """An answer that is coming has more text or another state."""

    message: Message


@dataclass(frozen=True, slots=True)
class ReplyFinished:
    """An answer has ended, well or not; `message` is final."""

    message: Message


@dataclass(frozen=True, slots=True)
class BranchChanged:
    """Another branch is shown, or messages were removed: read the conversation again."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class ConversationChanged:
    """A conversation is new or one of its own values has changed."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class ConversationRemoved:
    """A conversation is gone from the list: in the trash or deleted."""

    conversation_id: str


@dataclass(frozen=True, slots=True)
class JobChanged:
    """A job is new, has moved, or its download has grown."""

    job: Job


@dataclass(frozen=True, slots=True)
class JobRemoved:
    """A job is gone from the list."""

    job_id: str


@dataclass(frozen=True, slots=True)
class MediaChanged:
    """A file is new in the library or one of its values has changed (also: moved to the trash, restored)."""

    item: MediaItem


@dataclass(frozen=True, slots=True)
class BalanceChanged:
    """The balance was read, or is being read; `balance` is the last known one."""

    balance: Balance | None
    refreshing: bool


@dataclass(frozen=True, slots=True)
class ConnectionChanged:
    """Another endpoint is used, or the last call showed something new about the connection."""

    connection: Connection
    endpoint: Endpoint


@dataclass(frozen=True, slots=True)
class KeyChanged:
    """Another key is used, or its place has changed; `hint` is its masked form."""

    state: KeyState
    hint: str


@dataclass(frozen=True, slots=True)
class ModelsChanged:
    """The list of models was read."""

    models: tuple[ModelInfo, ...]


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """A setting was changed and saved."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class ProblemMet:
    """Something a person must know that belongs to no message and no job."""

    error: PandaError


Change = (
    MessageAdded
    | MessageGrew
    | ReplyFinished
    | BranchChanged
    | ConversationChanged
    | ConversationRemoved
    | JobChanged
    | JobRemoved
    | MediaChanged
    | BalanceChanged
    | ConnectionChanged
    | KeyChanged
    | ModelsChanged
    | SettingsChanged
    | ProblemMet
)
