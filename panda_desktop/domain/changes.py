"""What has changed, as told on the bus: typed, complete, and enough to redraw without asking back.

Promise: a change is published after the database has it, except `MessageGrew`, which is ahead by at most
one checkpoint (250 ms).
"""

from dataclasses import dataclass
from datetime import datetime

from panda_desktop.domain.account import Balance, Connection, Endpoint, KeyState
from panda_desktop.domain.backups import Backup
from panda_desktop.domain.boards import Board
from panda_desktop.domain.budgets import Budget
from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.folders import Folder, Tag
from panda_desktop.domain.jobs import Job
from panda_desktop.domain.media import MediaItem
from panda_desktop.domain.model_marks import NO_MARKS, ModelMarks
from panda_desktop.domain.models import ModelInfo
from panda_desktop.domain.pad import Pad
from panda_desktop.domain.presets import Preset
from panda_desktop.domain.prices import ModelPrice
from panda_desktop.domain.profiles import ProfileBook
from panda_desktop.domain.prompts import Prompt
from panda_desktop.domain.queue import MessageQueue
from panda_desktop.domain.settings import Settings
from panda_desktop.domain.waits import Wait


@dataclass(frozen=True, slots=True)
class MessageAdded:
    """A message is new in its conversation."""

    message: Message


@dataclass(frozen=True, slots=True)
class MessageGrew:
    """An answer that is coming has more text or another state."""

    message: Message


@dataclass(frozen=True, slots=True)
class AnswerWaits:
    """An answer that is coming waits for something worth saying, or no longer (`wait` is None)."""

    message: Message
    wait: Wait | None


@dataclass(frozen=True, slots=True)
class ReplyFinished:
    """An answer has ended, well or not; `message` is final."""

    message: Message


@dataclass(frozen=True, slots=True)
class ReceiptChanged:
    """The cost of an answer that has ended is known now; nothing else of `message` differs."""

    message: Message


@dataclass(frozen=True, slots=True)
class QueueChanged:
    """What waits in a conversation differs, or whether it is held."""

    queue: MessageQueue


@dataclass(frozen=True, slots=True)
class PresetsChanged:
    """Presets are new, gone, or differ: all of them, in order; `default_id` is that of new chats or empty."""

    presets: tuple[Preset, ...]
    default_id: str


@dataclass(frozen=True, slots=True)
class PromptsChanged:
    """Prompts of the library are new, gone, or differ: all of them, in order."""

    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class PadChanged:
    """The completion pad differs. `grew`: by more text at its end only, and ahead of the database by at most
    one checkpoint.
    """

    pad: Pad
    grew: bool = False


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
    """A conversation is gone from the list: in the trash (then `trashed` is it) or deleted for good."""

    conversation_id: str
    trashed: Conversation | None = None


@dataclass(frozen=True, slots=True)
class FoldersChanged:
    """Folders are new, gone, or differ: all of them, in order. Who was in one that is gone is in none."""

    folders: tuple[Folder, ...]


@dataclass(frozen=True, slots=True)
class TagsChanged:
    """Tags are new, gone, or differ: all of them, by name. Who carried one that is gone does no longer."""

    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class SearchCompleted:
    """Every message is in the search index now: a result that was not `complete` can be read again."""


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
class MediaRemoved:
    """An item of the trash and its file are gone for good."""

    item_id: str


@dataclass(frozen=True, slots=True)
class BoardsChanged:
    """Boards are new, gone, or differ: all of them, in order. What lay on one that is gone is told beside."""

    boards: tuple[Board, ...]


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
class ProfilesChanged:
    """Profiles are new, gone, or differ, or another one is in use: all of them, in order."""

    book: ProfileBook


@dataclass(frozen=True, slots=True)
class ProfileSwitched:
    """Another profile is in use, or the same one at another gateway; its key may not be known yet."""

    profile_id: str


@dataclass(frozen=True, slots=True)
class ModelsChanged:
    """The list of models was read, or the person said something of a model. `models` has all that applied."""

    models: tuple[ModelInfo, ...]
    marks: ModelMarks = NO_MARKS
    read_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ModelsReading:
    """The list of models is being read, or no longer; `error` is why the last reading failed."""

    reading: bool
    error: PandaError | None = None


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """A setting was changed and saved."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class BackupsChanged:
    """A backup was made: all there are, the newest first."""

    backups: tuple[Backup, ...]


@dataclass(frozen=True, slots=True)
class SpendingChanged:
    """The ledger of paid calls has other entries or amounts."""


@dataclass(frozen=True, slots=True)
class PricesChanged:
    """Other prices hold: the person's own and, for other models, the gateway's."""

    prices: tuple[ModelPrice, ...]


@dataclass(frozen=True, slots=True)
class BudgetsChanged:
    """Other budgets hold."""

    budgets: tuple[Budget, ...]


@dataclass(frozen=True, slots=True)
class ProblemMet:
    """Something a person must know that belongs to no message and no job."""

    error: PandaError


Change = (
    MessageAdded
    | MessageGrew
    | AnswerWaits
    | ReplyFinished
    | ReceiptChanged
    | QueueChanged
    | PresetsChanged
    | PromptsChanged
    | PadChanged
    | BranchChanged
    | ConversationChanged
    | ConversationRemoved
    | FoldersChanged
    | TagsChanged
    | SearchCompleted
    | JobChanged
    | JobRemoved
    | MediaChanged
    | MediaRemoved
    | BoardsChanged
    | BalanceChanged
    | ConnectionChanged
    | KeyChanged
    | ProfilesChanged
    | ProfileSwitched
    | ModelsChanged
    | ModelsReading
    | SettingsChanged
    | BackupsChanged
    | SpendingChanged
    | PricesChanged
    | BudgetsChanged
    | ProblemMet
)
