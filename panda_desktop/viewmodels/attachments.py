"""The files in the composer, and the bytes of any file to be shown.

Promise: a file belongs to the chat it was added in, is kept on disk before it is shown as added, and survives
a crash with the draft.
"""

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import Signal

from panda_desktop.domain.attachments import MAX_ATTACHMENTS, Attachment
from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.services.contract import ChatCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


class AttachmentsModel(Commanding):
    """The files of one composer at a time: of a chat's draft, or of an earlier message while it is edited.

    Signals:
        changed: `items` or `pending` differ.
        missed: a file that was pending will not come; told before `changed`.
        loaded(object, object): an `Attachment` and its bytes, or None when it cannot be read: show a
            placeholder.
    """

    changed = Signal()
    missed = Signal()
    loaded = Signal(object, object)

    def __init__(self, tasks: TaskSet, chat: ChatCommands) -> None:
        """Shows nothing before `show`."""
        super().__init__(tasks)
        self._chat = chat
        self._shown = ""
        self._edited = ""
        self._temporary: set[str] = set()
        self._items: dict[str, tuple[Attachment, ...]] = {}
        self._pending: dict[str, int] = {}
        self._in_order = asyncio.Lock()  # a large file is not overtaken by the small one after it

    @property
    def items(self) -> tuple[Attachment, ...]:
        """The files in the composer, in the order they were added."""
        return self._items.get(self.place, ())

    @property
    def pending(self) -> int:
        """Files of this composer that are being prepared or kept: sending waits for them."""
        return self._pending.get(self.place, 0)

    @property
    def place(self) -> str:
        """Names the composer that is shown, for files that are ready later."""
        return f"{self._shown}/{self._edited}" if self._edited else self._shown

    @property
    def room(self) -> int:
        """How many more files the composer takes."""
        return max(0, MAX_ATTACHMENTS - len(self.items) - self.pending)

    def show(self, conversation: Conversation) -> None:
        """Shows the composer of a chat that was opened."""
        self._shown, self._edited = conversation.id, ""
        if conversation.temporary:
            self._temporary.add(conversation.id)
        if not self._pending.get(conversation.id):
            self._items[conversation.id] = conversation.draft_attachments
        self.changed.emit()

    def drafted(self, conversation_id: str) -> tuple[Attachment, ...]:
        """Returns the files of a chat's draft, whether it is shown or not."""
        return self._items.get(conversation_id, ())

    def show_edit(self, message_id: str, attachments: Sequence[Attachment]) -> None:
        """Shows the files of an earlier message of the open chat that is edited, as they were left when its
        editing was put aside. The draft's own stay as they are.
        """
        self._edited = message_id
        self._items.setdefault(self.place, tuple(attachments))
        self.changed.emit()

    def leave_edit(self) -> None:
        """Forgets what has become of the edited message's files and shows the draft's again."""
        if self._edited:
            self._items.pop(self.place, None)
            self._edited = ""
            self.changed.emit()

    def forget_edit(self, conversation_id: str, message_id: str) -> None:
        """Forgets the files of an editing that was put aside: it was sent."""
        self._items.pop(f"{conversation_id}/{message_id}", None)

    def expect(self, count: int) -> str:
        """Counts files that are being prepared as pending; returns the `place` to `add` each to."""
        self._count(self.place, count)
        return self.place

    def give_up(self, place: str) -> None:
        """An expected file does not come."""
        self.missed.emit()
        self._count(place, -1)

    def add(self, data: bytes, name: str, mime: str = "", place: str = "") -> None:
        """Adds a finished file: pictures are scaled, turned and stripped already. Ends in `changed` or
        `failed`. With `place` it is one that was expected there.
        """
        if not place:
            if not self.room:
                self.failed.emit(PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="attachments")))
                return
            place = self.expect(1)
        self._do(self._add(place, data, name, mime), "attach")

    def remove(self, attachment_id: str) -> None:
        """Takes a file out of the composer."""
        self._set(self.place, tuple(each for each in self.items if each.id != attachment_id))

    def sent(self, conversation_id: str, attachments: Sequence[Attachment]) -> None:
        """These files left with a message: those that were added meanwhile stay."""
        gone = {each.id for each in attachments}
        left = tuple(each for each in self._items.get(conversation_id, ()) if each.id not in gone)
        self._set(conversation_id, left)

    def load(self, attachment: Attachment) -> None:
        """Reads a file of a message or of the composer; ends in `loaded`."""
        self._do(self._load(attachment), "read attachment")

    async def _add(self, place: str, data: bytes, name: str, mime: str) -> None:
        conversation_id, _, message_id = place.partition("/")
        came = False
        try:
            temporary = conversation_id in self._temporary
            async with self._in_order:
                kept = await self._chat.keep_attachment(data, name, mime, temporary=temporary)
                if message_id and place not in self._items:
                    return  # the editing was left meanwhile
                items = (*self._items.get(place, ()), kept)
                self._items[place] = items
                if not message_id:
                    await self._chat.save_draft(conversation_id, None, items)
            came = True
        finally:
            if not came:
                self.missed.emit()
            self._count(place, -1)

    async def _load(self, attachment: Attachment) -> None:
        try:
            data = await self._chat.read_attachment(attachment)
        except PandaError:
            self.loaded.emit(attachment, None)
            return
        self.loaded.emit(attachment, data)

    def _set(self, place: str, items: tuple[Attachment, ...]) -> None:
        if items != self._items.get(place, ()):
            self._items[place] = items
            if "/" not in place:
                self._do(self._chat.save_draft(place, None, items), "draft files")
            self._tell(place)

    def _count(self, place: str, step: int) -> None:
        self._pending[place] = self._pending.get(place, 0) + step
        self._tell(place)

    def _tell(self, place: str) -> None:
        if place == self.place:
            self.changed.emit()
