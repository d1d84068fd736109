"""The files in the composer, and the bytes of any file to be shown.

Promise: a file belongs to the chat it was added in, is kept on disk before it is shown as added, and survives
a crash with the draft.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from panda_desktop.domain.attachments import MAX_ATTACHMENTS, Attachment
from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.services.contract import ChatCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


class AttachmentsModel(Commanding):
    """The files of one composer at a time.

    Signals:
        changed: `items` or `pending` differ.
        loaded(object, object): an `Attachment` and its bytes, or None when it cannot be read: show a
            placeholder.
    """

    changed = Signal()
    loaded = Signal(object, object)

    def __init__(self, tasks: TaskSet, chat: ChatCommands) -> None:
        """Shows nothing before `show`."""
        super().__init__(tasks)
        self._chat = chat
        self._shown = ""
        self._temporary: set[str] = set()
        self._items: dict[str, tuple[Attachment, ...]] = {}
        self._pending: dict[str, int] = {}

    @property
    def items(self) -> tuple[Attachment, ...]:
        """The files in the composer, in the order they were added."""
        return self._items.get(self._shown, ())

    @property
    def pending(self) -> int:
        """Files of this composer that are being kept: sending waits for them."""
        return self._pending.get(self._shown, 0)

    def show(self, conversation: Conversation) -> None:
        """Shows the composer of a chat that was opened."""
        self._shown = conversation.id
        if conversation.temporary:
            self._temporary.add(conversation.id)
        if not self._pending.get(conversation.id):
            self._items[conversation.id] = conversation.draft_attachments
        self.changed.emit()

    def add(self, data: bytes, name: str, mime: str = "") -> None:
        """Adds a finished file: pictures are scaled, turned and stripped already. Ends in `changed` or
        `failed`.
        """
        conversation_id = self._shown
        if len(self.items) + self.pending >= MAX_ATTACHMENTS:
            self.failed.emit(PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="attachments")))
            return
        self._count(conversation_id, 1)
        self._do(self._add(conversation_id, data, name, mime), "attach")

    def remove(self, attachment_id: str) -> None:
        """Takes a file out of the composer."""
        self._set(self._shown, tuple(each for each in self.items if each.id != attachment_id))

    def sent(self, conversation_id: str, attachments: Sequence[Attachment]) -> None:
        """These files left with a message: those that were added meanwhile stay."""
        gone = {each.id for each in attachments}
        left = tuple(each for each in self._items.get(conversation_id, ()) if each.id not in gone)
        self._set(conversation_id, left)

    def load(self, attachment: Attachment) -> None:
        """Reads a file of a message or of the composer; ends in `loaded`."""
        self._do(self._load(attachment), "read attachment")

    async def _add(self, conversation_id: str, data: bytes, name: str, mime: str) -> None:
        try:
            temporary = conversation_id in self._temporary
            kept = await self._chat.keep_attachment(data, name, mime, temporary=temporary)
            items = (*self._items.get(conversation_id, ()), kept)
            self._items[conversation_id] = items
            await self._chat.save_draft(conversation_id, None, items)
        finally:
            self._count(conversation_id, -1)

    async def _load(self, attachment: Attachment) -> None:
        try:
            data = await self._chat.read_attachment(attachment)
        except PandaError:
            self.loaded.emit(attachment, None)
            return
        self.loaded.emit(attachment, data)

    def _set(self, conversation_id: str, items: tuple[Attachment, ...]) -> None:
        if items != self._items.get(conversation_id, ()):
            self._items[conversation_id] = items
            self._do(self._chat.save_draft(conversation_id, None, items), "draft files")
            self._tell(conversation_id)

    def _count(self, conversation_id: str, step: int) -> None:
        self._pending[conversation_id] = self._pending.get(conversation_id, 0) + step
        self._tell(conversation_id)

    def _tell(self, conversation_id: str) -> None:
        if conversation_id == self._shown:
            self.changed.emit()
