"""View-models over services that act at once, for tests of pages: real view-models and bus, no network."""

import hashlib
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from panda_desktop.domain.account import OFFICIAL, Balance, Connection, Endpoint, KeyState
from panda_desktop.domain.attachments import EXCERPT, Attachment, recognise
from panda_desktop.domain.branch import branch_to, children_of, last_leaf
from panda_desktop.domain.changes import (
    BalanceChanged,
    BranchChanged,
    ConversationChanged,
    ConversationRemoved,
    JobChanged,
    JobRemoved,
    MediaChanged,
    MessageAdded,
    MessageGrew,
    ModelsChanged,
    QueueChanged,
    ReplyFinished,
    SettingsChanged,
)
from panda_desktop.domain.chat import Conversation, Message, MessageState, Role, title_from
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.folders import Shelf
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.jobs import (
    FirstFrame,
    ImageRequest,
    Job,
    JobKind,
    JobState,
    RawAnswer,
    UsualTime,
    VideoRequest,
)
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.domain.model_listing import ModelDetails
from panda_desktop.domain.model_marks import ModelMarks
from panda_desktop.domain.models import ModelInfo, ModelKind
from panda_desktop.domain.queue import Hold, MessageQueue, QueuedMessage
from panda_desktop.domain.settings import Settings
from panda_desktop.services.bus import Bus
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.attachments import AttachmentsModel
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.chat_parts import ChatParts
from panda_desktop.viewmodels.compare import CompareModel
from panda_desktop.viewmodels.completing import CompletionModel
from panda_desktop.viewmodels.evidence import EvidenceModel
from panda_desktop.viewmodels.exchange import ExchangeModel
from panda_desktop.viewmodels.jobs import JobList
from panda_desktop.viewmodels.library import LibraryList
from panda_desktop.viewmodels.models import ModelList
from panda_desktop.viewmodels.organisation import OrganisationModel
from panda_desktop.viewmodels.presets import PresetsModel
from panda_desktop.viewmodels.prompt_history import PromptHistory
from panda_desktop.viewmodels.prompts import PromptsModel
from panda_desktop.viewmodels.queue import QueueModel
from panda_desktop.viewmodels.recent_files import RecentFiles
from panda_desktop.viewmodels.search import SearchModel
from panda_desktop.viewmodels.settings import SettingsModel
from tests.ui.chat_doubles import FakeComparing, FakeCompleting, FakePresets, FakePrompts
from tests.ui.shelf_doubles import FakeOrganisation, FakeSearch
from tests.viewmodels.media_doubles import FakeEvidence

if TYPE_CHECKING:
    from panda_desktop.ui.chat import ChatPage
from tests.ui.exchange.doubles import FakeExchange

MODELS = (
    ModelInfo("deepseek-v4-flash", ModelKind.CHAT, "deepseek"),
    ModelInfo("a-model-with-quite-a-long-name-2026-11-preview", ModelKind.CHAT),
    ModelInfo("wan-2.7-image", ModelKind.IMAGE, sizes=("1024x1024", "1280x720"), price=Decimal("0.04")),
    ModelInfo("kolors", ModelKind.IMAGE),
    ModelInfo("wan-2.7-video", ModelKind.VIDEO, price=Decimal("0.38")),
)


class InstantTasks:
    """Stands in for `TaskSet`: runs work that never really waits, at once."""

    def __init__(self) -> None:
        self.problems: list[PandaError] = []

    def spawn(
        self,
        work: Coroutine[Any, Any, Any],
        *,
        name: str,
        failed: Callable[[PandaError], None] | None = None,
        brief: bool = False,
    ) -> None:
        try:
            work.send(None)
        except StopIteration:
            return
        except PandaError as error:
            (failed or self.problems.append)(error)
        else:
            raise AssertionError(f"{name} waits for something real")


class FakeChat:
    """Conversations in memory. `failure` is raised once instead of sending; `finish` ends an answer."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus
        self.failure: PandaError | None = None
        self.all: dict[str, Conversation] = {}
        self.messages: dict[str, list[Message]] = {}
        self.answering: dict[str, Message] = {}
        self.files: dict[str, bytes] = {}
        self.queues: dict[str, MessageQueue] = {}
        self.calls: list[tuple[Any, ...]] = []

    def _check(self) -> None:
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure

    async def conversations(self) -> tuple[Conversation, ...]:
        return tuple(each for each in self.all.values() if each.shelf is Shelf.LIST)

    async def open(self, conversation_id: str) -> tuple[Conversation, tuple[Message, ...]]:
        return self.all[conversation_id], tuple(self.messages.get(conversation_id, ()))

    async def create(self, model: str, *, temporary: bool = False) -> Conversation:
        now = datetime.now(UTC)
        return self.put(Conversation(new_id(), "", model, now, now, temporary=temporary))

    def put(self, conversation: Conversation) -> Conversation:
        self.all[conversation.id] = conversation
        self.bus.publish(ConversationChanged(conversation))
        return conversation

    def _message(
        self, conversation_id: str, role: Role, text: str, parent: str | None, **more: Any
    ) -> Message:
        seq = sum(map(len, self.messages.values())) + 1
        made = Message(new_id(), conversation_id, parent, seq, role, text, datetime.now(UTC), **more)
        self.messages.setdefault(conversation_id, []).append(made)
        return made

    async def send(self, conversation_id: str, text: str, attachments: Sequence[Attachment] = ()) -> None:
        self._check()
        if not text.strip() and not attachments:
            raise PandaError(ErrorKind.EMPTY_PROMPT)
        self.calls.append(("send", conversation_id, text, *attachments))
        self._ask(conversation_id, text, self.all[conversation_id].leaf_id, tuple(attachments))

    def _ask(
        self, conversation_id: str, text: str, parent: str | None, files: tuple[Attachment, ...] = ()
    ) -> None:
        conversation = self.all[conversation_id]
        mine = self._message(conversation_id, Role.USER, text, parent, attachments=files)
        answer = self._message(
            conversation_id, Role.ASSISTANT, "", mine.id, state=MessageState.WAITING, model=conversation.model
        )
        self.answering[conversation_id] = answer
        title = conversation.title or title_from(text)
        sent = replace(conversation, title=title, leaf_id=answer.id, draft="", draft_attachments=())
        self.put(sent)
        self.bus.publish(MessageAdded(mine))
        self.bus.publish(MessageAdded(answer))

    def grow(self, conversation_id: str, text: str, reasoning: str = "") -> Message:
        """Lets text of the running answer come."""
        before = self.answering[conversation_id]
        grown = replace(
            before,
            text=before.text + text,
            reasoning=before.reasoning + reasoning,
            state=MessageState.STREAMING,
            served_model="deepseek-v4-flash",
        )
        self._store(grown)
        self.answering[conversation_id] = grown
        self.bus.publish(MessageGrew(grown))
        return grown

    def finish(self, conversation_id: str, **more: Any) -> Message:
        """Ends the running answer."""
        values: dict[str, Any] = {"state": MessageState.DONE, "finish_reason": "stop", **more}
        ended = replace(self.answering.pop(conversation_id), **values)
        self._store(ended)
        self.bus.publish(ReplyFinished(ended))
        return ended

    def _store(self, message: Message) -> None:
        stored = self.messages[message.conversation_id]
        stored[[each.id for each in stored].index(message.id)] = message

    def stop(self, conversation_id: str) -> None:
        self.calls.append(("stop", conversation_id))
        if conversation_id in self.answering:
            self.finish(conversation_id, state=MessageState.STOPPED, finish_reason="")

    def is_answering(self, conversation_id: str) -> bool:
        return conversation_id in self.answering

    async def regenerate(self, message_id: str, model: str | None = None, *, shorter: bool = False) -> None:
        self._check()
        self.calls.append(("regenerate", message_id, model, *(["shorter"] if shorter else [])))

    async def continue_answer(self, message_id: str) -> None:
        self._check()
        self.calls.append(("continue", message_id))

    async def edit(self, message_id: str, text: str, attachments: Sequence[Attachment] | None = None) -> None:
        self._check()
        self.calls.append(("edit", message_id, text, *(attachments or ())))

    async def fork(self, message_id: str) -> Conversation:
        self.calls.append(("fork", message_id))
        return await self.create("auto")

    async def delete_message(self, message_id: str) -> tuple[str, ...]:
        self.calls.append(("delete", message_id))
        return (message_id,)

    async def restore_messages(self, message_ids: Sequence[str]) -> None:
        self.calls.append(("restore", *message_ids))

    async def apply_preset(self, conversation_id: str, preset_id: str) -> Conversation:
        self.calls.append(("preset", conversation_id, preset_id))
        return self.all[conversation_id]

    async def keep_attachment(
        self, data: bytes, name: str, mime: str = "", *, temporary: bool = False
    ) -> Attachment:
        self._check()
        found = recognise(data)
        file = f"attachments/{hashlib.sha256(data).hexdigest()}{found.suffix}"
        self.files[file] = data
        return Attachment(
            new_id(),
            found.kind,
            name,
            file,
            found.mime,
            len(data),
            found.width,
            found.height,
            len(found.text),
            found.text[:EXCERPT],
        )

    async def read_attachment(self, attachment: Attachment) -> bytes:
        if attachment.file not in self.files:
            raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="attachment"))
        return self.files[attachment.file]

    async def queue(
        self, conversation_id: str, text: str, attachments: Sequence[Attachment] = ()
    ) -> QueuedMessage:
        self._check()
        self.calls.append(("queue", conversation_id, text, *attachments))
        item = QueuedMessage(new_id(), conversation_id, text, datetime.now(UTC), tuple(attachments))
        before = await self.queued(conversation_id)
        self.put(replace(self.all[conversation_id], draft="", draft_attachments=()))
        self.put_queue(replace(before, items=(*before.items, item)))
        return item

    async def queued(self, conversation_id: str) -> MessageQueue:
        return self.queues.get(conversation_id, MessageQueue(conversation_id))

    def put_queue(self, queue: MessageQueue) -> None:
        """Lets this wait."""
        self.queues[queue.conversation_id] = queue
        self.bus.publish(QueueChanged(queue))

    async def edit_queued(
        self, item_id: str, text: str, attachments: Sequence[Attachment] | None = None
    ) -> None:
        self.calls.append(("edit queued", item_id, text))
        for queue in tuple(self.queues.values()):
            items = tuple(replace(item, text=text) if item.id == item_id else item for item in queue.items)
            if items != queue.items:
                self.put_queue(replace(queue, items=items))

    async def remove_queued(self, item_id: str) -> None:
        self.calls.append(("remove queued", item_id))
        for queue in tuple(self.queues.values()):
            left = tuple(item for item in queue.items if item.id != item_id)
            if left != queue.items:
                self.put_queue(replace(queue, items=left))

    async def put_back_queued(self, item: QueuedMessage, place: int, hold: Hold | None = None) -> None:
        self.calls.append(("put back queued", item.id, place, hold))
        queue = await self.queued(item.conversation_id)
        items = [*queue.items[:place], item, *queue.items[place:]]
        if not self.is_answering(item.conversation_id):
            queue = replace(queue, hold=queue.hold or hold or Hold.BACK)
        self.put_queue(replace(queue, items=tuple(items)))

    async def move_queued(self, item_id: str, place: int) -> None:
        self.calls.append(("move queued", item_id, place))
        for queue in tuple(self.queues.values()):
            if found := [item for item in queue.items if item.id == item_id]:
                others = [item for item in queue.items if item.id != item_id]
                self.put_queue(replace(queue, items=(*others[:place], *found, *others[place:])))

    async def send_queued(self, item_id: str) -> None:
        self._check()
        self.calls.append(("send queued", item_id))

    async def resume_queue(self, conversation_id: str) -> None:
        self.calls.append(("resume queue", conversation_id))
        self.put_queue(replace(await self.queued(conversation_id), hold=None, error=None, refusal=None))

    async def show_sibling(self, message_id: str, step: int) -> None:
        self.calls.append(("sibling", message_id, step))

    async def show_message(self, message_id: str) -> None:
        self.calls.append(("show message", message_id))
        for conversation_id, messages in self.messages.items():
            if message_id in [each.id for each in messages]:
                tree = {each.id: each for each in messages}
                conversation = self.all[conversation_id]
                shown = branch_to(tree, conversation.leaf_id)
                if message_id not in [each.id for each in shown]:
                    leaf = last_leaf(children_of(messages), message_id)
                    self.show_branch(replace(conversation, leaf_id=leaf))

    def show_branch(self, conversation: Conversation) -> None:
        """Shows another leaf."""
        self.put(conversation)
        self.bus.publish(BranchChanged(conversation))

    async def change(self, conversation_id: str, **values: Any) -> Conversation:
        if (parameters := values.get("parameters")) is not None:
            parameters.check()
        given = {name: value for name, value in values.items() if value is not None}
        self.calls.append(("change", conversation_id, given))
        return self.put(replace(self.all[conversation_id], **given))

    async def save_draft(
        self, conversation_id: str, text: str | None, attachments: Sequence[Attachment] | None = None
    ) -> None:
        self.calls.append(("draft", conversation_id, text))
        before = self.all[conversation_id]
        files = before.draft_attachments if attachments is None else tuple(attachments)
        draft = before.draft if text is None else text
        self.put(replace(before, draft=draft, draft_attachments=files))

    async def trash(self, conversation_id: str) -> None:
        conversation = self.all[conversation_id]
        if conversation.temporary:
            del self.all[conversation_id]
            self.bus.publish(ConversationRemoved(conversation_id))
            return
        self.all[conversation_id] = replace(conversation, deleted_at=datetime.now(UTC))
        self.bus.publish(ConversationRemoved(conversation_id, self.all[conversation_id]))

    async def restore(self, conversation_id: str) -> None:
        self.put(replace(self.all[conversation_id], deleted_at=None))


class FakeJobs:
    """Jobs in memory. `failure` is raised once instead of accepting; `move` changes one."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus
        self.failure: PandaError | None = None
        self.all: dict[str, Job] = {}
        self.usual: dict[str, float] = {}
        self.answers: dict[str, RawAnswer] = {}
        self.calls: list[tuple[Any, ...]] = []

    def jobs(self, kind: JobKind) -> tuple[Job, ...]:
        found = (job for job in self.all.values() if job.kind is kind)
        return tuple(sorted(found, key=lambda job: job.seq, reverse=True))

    async def make_images(self, request: ImageRequest) -> Job:
        return self._accept(JobKind.IMAGE, request, request.n)

    async def make_video(self, request: VideoRequest) -> Job:
        return self._accept(JobKind.VIDEO, request, 1)

    def _accept(self, kind: JobKind, request: ImageRequest | VideoRequest, expected: int) -> Job:
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure
        request.check()
        self.calls.append(("make", request))
        now = datetime.now(UTC)
        job = Job(new_id(), kind, request, JobState.QUEUED, now, seq=len(self.all) + 1, expected=expected)
        return self.put(job)

    def put(self, job: Job) -> Job:
        self.all[job.id] = job
        self.bus.publish(JobChanged(job))
        return job

    def move(self, job: Job, state: JobState, **values: Any) -> Job:
        """Changes a job and tells it."""
        if state is JobState.SUBMITTING:
            values.setdefault("sent_at", datetime.now(UTC))
        if not state.is_running:
            values.setdefault("finished_at", datetime.now(UTC))
        return self.put(replace(job, state=state, **values))

    async def keep_frame(self, data: bytes, suffix: str, media_id: str | None = None) -> FirstFrame:
        if suffix not in (".png", ".jpg", ".webp"):
            raise PandaError(ErrorKind.NOT_MEDIA)
        self.calls.append(("frame", len(data), suffix, media_id))
        return FirstFrame(file=f"media/frame{suffix}", media_id=media_id)

    async def start(self, job_id: str) -> None:
        self.calls.append(("start", job_id))

    def held(self) -> tuple[Job, ...]:
        return tuple(job for job in self.all.values() if job.state is JobState.SUBMITTING)

    async def end_held(self) -> None:
        for job in self.held():
            await self.abandon(job.id)

    async def abandon(self, job_id: str) -> None:
        self.calls.append(("abandon", job_id))
        self.move(self.all[job_id], JobState.ABANDONED)

    async def look_again(self, job_id: str) -> None:
        self.calls.append(("look", job_id))

    async def send_again(self, job_id: str) -> Job:
        job = self.all[job_id]
        return self._accept(job.kind, job.request, job.expected)

    async def remove(self, job_id: str) -> None:
        self.all.pop(job_id, None)
        self.bus.publish(JobRemoved(job_id))

    async def raw_answer(self, job_id: str) -> RawAnswer | None:
        return self.answers.get(job_id)

    def usual_time(self, model: str) -> UsualTime | None:
        seconds = self.usual.get(model)
        return None if seconds is None else UsualTime(seconds, seconds, seconds, 1)


class FakeLibrary:
    """Items in memory, files in a folder."""

    def __init__(self, bus: Bus, folder: Path) -> None:
        self.bus = bus
        self.folder = folder
        self.all: dict[str, MediaItem] = {}

    def put(self, item: MediaItem) -> MediaItem:
        self.all[item.id] = item
        self.bus.publish(MediaChanged(item))
        return item

    def image(self, job: Job | None = None, *, position: int = 0, hue: int = 150, **values: Any) -> MediaItem:
        """Puts a real PNG into the library."""
        data = picture(values.pop("width", 512), values.pop("height", 384), hue)
        return self._add(MediaKind.IMAGE, data, ".png", "image/png", job, position, values)

    def video(self, data: bytes, job: Job | None = None, **values: Any) -> MediaItem:
        """Puts the bytes of a video into the library."""
        return self._add(MediaKind.VIDEO, data, ".mp4", "video/mp4", job, 0, values)

    def _add(
        self,
        kind: MediaKind,
        data: bytes,
        suffix: str,
        mime: str,
        job: Job | None,
        position: int,
        values: dict[str, Any],
    ) -> MediaItem:
        identity = new_id()
        (self.folder / f"{identity}{suffix}").write_bytes(data)
        given = {"prompt": job.request.prompt, "model": job.request.model} if job is not None else {}
        item = MediaItem(
            identity,
            kind,
            f"{identity}{suffix}",
            mime,
            len(data),
            hashlib.sha256(data).hexdigest(),
            datetime.now(UTC),
            seq=len(self.all) + 1,
            job_id=job.id if job is not None else None,
            position=position,
            **{**given, **values},
        )
        return self.put(item)

    def items(self) -> tuple[MediaItem, ...]:
        shown = (item for item in self.all.values() if item.deleted_at is None)
        return tuple(sorted(shown, key=lambda item: item.seq, reverse=True))

    def of_job(self, job_id: str) -> tuple[MediaItem, ...]:
        return tuple(sorted((i for i in self.items() if i.job_id == job_id), key=lambda item: item.position))

    def path_of(self, item: MediaItem) -> Path:
        return self.folder / item.file

    async def save_copy(self, item: MediaItem, target: Path) -> None:
        target.write_bytes(self.path_of(item).read_bytes())

    async def copies_out(self, items: tuple[MediaItem, ...]) -> tuple[Path, ...]:
        return tuple(self.path_of(item) for item in items)

    async def add_frame(self, png: bytes, parent: MediaItem) -> MediaItem:
        values = {"prompt": parent.prompt, "model": parent.model, "parent_id": parent.id}
        return self._add(MediaKind.IMAGE, png, ".png", "image/png", None, 0, values)

    async def star(self, item_id: str, starred: bool) -> None:
        self.put(replace(self.all[item_id], starred=starred))

    async def trash(self, item_ids: tuple[str, ...]) -> None:
        for item_id in item_ids:
            self.put(replace(self.all[item_id], deleted_at=datetime.now(UTC)))

    async def restore(self, item_ids: tuple[str, ...]) -> None:
        for item_id in item_ids:
            self.put(replace(self.all[item_id], deleted_at=None))


def picture(width: int, height: int, hue: int) -> bytes:
    """Returns a PNG with a gradient."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    gradient = QLinearGradient(0, 0, width, height)
    gradient.setColorAt(0, QColor.fromHsv(hue % 360, 150, 240))
    gradient.setColorAt(1, QColor.fromHsv((hue + 60) % 360, 200, 150))
    painter.fillRect(image.rect(), gradient)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def _service(double: object) -> Any:
    """Returns a double as the service it stands for.

    `Any`, because the view-models name these services themselves and no protocol, and a double has only what
    pages need of one.
    """
    return double


class FakeSettings:
    """The settings in memory."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus
        self.current = Settings()

    async def change(self, **values: Any) -> Settings:
        self.current = replace(self.current, **values).sane()
        self.bus.publish(SettingsChanged(self.current))
        return self.current


class FakeConnection:
    """A connection that works."""

    def __init__(self) -> None:
        self.endpoint: Endpoint = OFFICIAL
        self.connection = Connection.ONLINE
        self.key_state = KeyState.STORED
        self.hint = "sk-…9f2c"
        self.has_access = True


class FakeModels:
    """Models in memory. `facts` are said of each; `failure` is raised instead."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus
        self.listed: tuple[ModelInfo, ...] = MODELS
        self.read_at: datetime | None = None
        self.marks = ModelMarks()
        self.facts: tuple[tuple[str, str], ...] = ()
        self.failure: PandaError | None = None
        self.asked: list[str] = []
        self.refreshed = 0

    @property
    def models(self) -> tuple[ModelInfo, ...]:
        return self.marks.applied(self.listed)

    def refresh(self) -> None:
        self.refreshed += 1

    def list_models(self, models: tuple[ModelInfo, ...], read_at: datetime | None = None) -> None:
        self.listed, self.read_at = models, read_at
        self._tell()

    async def star(self, model_id: str, starred: bool) -> None:
        self.say(self.marks.starred(model_id, starred))

    async def hide(self, model_id: str, hidden: bool) -> None:
        self.say(self.marks.hiding(model_id, hidden))

    async def set_kind(self, model_id: str, kind: ModelKind | None) -> None:
        self.say(self.marks.with_kind(model_id, kind))

    async def set_sees(self, model_id: str, sees: bool | None) -> None:
        self.say(self.marks.with_sees(model_id, sees))

    async def add(self, model_id: str, kind: ModelKind | None = None) -> None:
        self.say(self.marks.with_added(model_id, kind))

    async def remove(self, model_id: str) -> None:
        self.say(self.marks.without_added(model_id))

    def say(self, marks: ModelMarks) -> None:
        self.marks = marks
        self._tell()

    async def details(self, model_id: str) -> ModelDetails:
        self.asked.append(model_id)
        if self.failure is not None:
            raise self.failure
        return ModelDetails(model_id, self.facts)

    def _tell(self) -> None:
        self.bus.publish(ModelsChanged(self.models, self.marks, self.read_at))


class FakeAccountService:
    """A balance that is known."""

    def __init__(self) -> None:
        self.models = MODELS
        self.balance: Balance | None = Balance(Decimal("42.5"), "usd", Decimal("157.3"), datetime.now(UTC))
        self.refreshed = 0

    def refresh(self) -> None:
        self.refreshed += 1


@dataclass
class Stage:
    """Everything a page needs, and the hands behind it."""

    folder: Path
    bus: Bus = field(default_factory=Bus)
    tasks: Any = field(default_factory=InstantTasks)

    def __post_init__(self) -> None:
        self.chat_service = FakeChat(self.bus)
        self.jobs_service = FakeJobs(self.bus)
        self.library_service = FakeLibrary(self.bus, self.folder)
        self.settings_service = _service(FakeSettings(self.bus))
        self.connection = _service(FakeConnection())
        self.account_service = _service(FakeAccountService())
        self.chat = ChatModel(self.bus, self.tasks, self.chat_service, self.settings_service)
        self.organisation_service = FakeOrganisation(self.bus, self.chat_service)
        self.search_service = FakeSearch(self.chat_service)
        self.organisation = OrganisationModel(self.bus, self.tasks, self.organisation_service)
        self.search = SearchModel(self.bus, self.tasks, self.search_service)
        self.comparing = FakeComparing(self.bus, self.chat_service)
        self.presets_service = FakePresets(self.bus)
        self.prompts_service = FakePrompts(self.bus)
        self.completing = FakeCompleting(self.bus)
        self.chat_parts = ChatParts(
            AttachmentsModel(self.tasks, self.chat_service),
            QueueModel(self.bus, self.tasks, self.chat_service),
            CompareModel(self.bus, self.tasks, self.comparing),
            PresetsModel(self.bus, self.tasks, self.presets_service),
            PromptsModel(self.bus, self.tasks, self.prompts_service),
            CompletionModel(self.bus, self.tasks, self.completing),
            RecentFiles(self.tasks, self.settings_service),
        )
        served = self.jobs_service, self.library_service, self.jobs_service
        self.images = JobList(self.bus, self.tasks, JobKind.IMAGE, *served)
        self.videos = JobList(self.bus, self.tasks, JobKind.VIDEO, *served)
        self.library = LibraryList(self.bus, self.tasks, self.library_service)
        self.image_prompts = PromptHistory(self.bus, JobKind.IMAGE, self.jobs_service)
        self.video_prompts = PromptHistory(self.bus, JobKind.VIDEO, self.jobs_service)
        self.evidence = EvidenceModel(self.tasks, FakeEvidence())
        self.models_service = _service(FakeModels(self.bus))
        self.models = ModelList(self.bus, self.tasks, self.models_service)
        self.account = AccountModel(self.bus, self.tasks, self.connection, self.account_service)
        self.settings = SettingsModel(self.bus, self.tasks, self.settings_service)
        self.exchange_service = FakeExchange(self.chat_service)
        self.exchange = ExchangeModel(self.tasks, self.exchange_service)

    def load(self) -> None:
        """Does what the program does at start."""
        self.tasks.spawn(self.chat.load(), name="load")
        self.tasks.spawn(self.organisation.load(), name="load list")
        self.images.load()
        self.videos.load()
        self.library.load()

    def chat_page(self) -> "ChatPage":
        """Makes the chat page."""
        from panda_desktop.ui.chat import ChatPage

        listed = self.organisation, self.search
        return ChatPage(self.chat, self.models, self.account, self.settings, *listed, self.chat_parts)

    def list_models(self, models: tuple[ModelInfo, ...]) -> None:
        """Lets the gateway list other models."""
        self.models_service.list_models(models)

    def tell_balance(self, balance: Balance | None) -> None:
        """Lets the balance be read."""
        self.account_service.balance = balance
        self.bus.publish(BalanceChanged(balance, refreshing=False))
