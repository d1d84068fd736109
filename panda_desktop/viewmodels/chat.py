"""The chat that is open and the list of all: what is shown, and every command on it.

Promise: a draft, a model or a parameter chosen before the first message belongs to the chat it was chosen in,
and a message is sent once however often Enter is hit.
"""

from collections.abc import Coroutine, Sequence
from typing import Any

from PySide6.QtCore import Signal

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.changes import (
    AnswerWaits,
    BranchChanged,
    ConversationChanged,
    ConversationRemoved,
    MessageAdded,
    MessageGrew,
    ReceiptChanged,
    ReplyFinished,
)
from panda_desktop.domain.chat import Conversation, Message, Parameters
from panda_desktop.domain.waits import Wait
from panda_desktop.services.bus import Bus
from panda_desktop.services.contract import ChatCommands
from panda_desktop.services.settings import SettingsService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding
from panda_desktop.viewmodels.conversations import ConversationList
from panda_desktop.viewmodels.transcript import TranscriptRows
from panda_desktop.viewmodels.unused_chat import UnusedChat


class ChatModel(Commanding):
    """The open chat.

    Attributes:
        conversations: the list.
        rows: the branch that is shown.

    Signals:
        opened(object): another `Conversation` is open: show its draft, model and parameters.
        changed(object): a value of the open `Conversation` differs (title, model, parameters, pinned).
        answering_changed(bool): an answer is coming in the open chat, or no longer.
        wait_changed: what the open chat's answer waits for differs: see `wait`.
        sending_changed(bool): a message is on its way into the database; Enter does nothing meanwhile.
        sent: the message is stored and its answer has begun: the composer may be emptied.
        trashed(object): a `Conversation` was moved to the trash: offer to take it back.
        message_shown(str): `open_message` has ended: bring the message with this id into view.
        messages_deleted(object): a tuple of message ids was taken out: offer `restore_messages` with it.
    """

    opened = Signal(object)
    changed = Signal(object)
    answering_changed = Signal(bool)
    wait_changed = Signal()
    sending_changed = Signal(bool)
    sent = Signal()
    trashed = Signal(object)
    message_shown = Signal(str)
    messages_deleted = Signal(object)

    def __init__(self, bus: Bus, tasks: TaskSet, chat: ChatCommands, settings: SettingsService) -> None:
        """Listens from now on; `load` reads the list and opens the last chat."""
        super().__init__(tasks)
        self._chat = chat
        self._settings = settings
        self._conversation: Conversation | None = None
        self._answering = False
        self._waits: dict[str, AnswerWaits] = {}
        self._sending = False
        self._wish = 0  # counts what was wished to be open: only the last wish is carried out
        self.conversations = ConversationList(self)
        self._unused = UnusedChat(bus, self.conversations)
        self.rows = TranscriptRows(self)
        bus.subscribe(MessageAdded, lambda change: self._heard_message(change.message))
        bus.subscribe(MessageGrew, lambda change: self._heard_growth(change.message))
        bus.subscribe(AnswerWaits, self._heard_wait)
        bus.subscribe(ReplyFinished, lambda change: self._heard_end(change.message))
        bus.subscribe(ReceiptChanged, lambda change: self.rows.update(change.message))
        bus.subscribe(BranchChanged, self._heard_branch)
        bus.subscribe(ConversationChanged, lambda change: self._heard_conversation(change.conversation))
        bus.subscribe(ConversationRemoved, lambda change: self._heard_removal(change.conversation_id))

    # what is shown

    @property
    def conversation(self) -> Conversation | None:
        """The open chat; None only before `load` has ended."""
        return self._conversation

    @property
    def is_answering(self) -> bool:
        """An answer is coming in the open chat."""
        return self._answering

    @property
    def wait(self) -> Wait | None:
        """What the answer in the open chat waits for, when that is worth saying."""
        here = (each.wait for each in self._waits.values() if self._is_open(each.message.conversation_id))
        return next(here, None)

    @property
    def is_sending(self) -> bool:
        """A message is on its way into the database."""
        return self._sending

    # the list

    async def load(self) -> None:
        """Reads the list and opens the chat that was open last, else a new one."""
        wish = self._wish
        conversations = await self._chat.conversations()
        self.conversations.set_all(conversations)
        last = self._settings.current.conversation_id
        if any(each.id == last for each in conversations):
            await self._open(last, wish)
        else:
            await self._start_new(wish)

    def start_new(self, *, temporary: bool = False) -> None:
        """Opens an empty chat; the one that is empty already is used again. A temporary one is kept in memory
        only and gone when the program ends.
        """
        self._do(self._start_new(self._next_wish(), temporary=temporary), "new chat")

    def open(self, conversation_id: str) -> None:
        """Opens a chat of the list."""
        wish = self._next_wish()
        if not self._is_open(conversation_id):
            self._do(self._open(conversation_id, wish), "open chat")

    def open_message(self, conversation_id: str, message_id: str) -> None:
        """Opens a chat at a message, on whatever branch that is; ends in `message_shown`."""
        work = self._open_message(conversation_id, message_id, self._next_wish())
        self._do(work, "open message")

    def rename(self, conversation_id: str, title: str) -> None:
        """Gives a chat another title; an empty one changes nothing."""
        if title.strip():
            self._do(self._chat.change(conversation_id, title=title.strip()), "rename chat")

    def pin(self, conversation_id: str, pinned: bool) -> None:
        """Keeps a chat at the top, or no longer."""
        self._do(self._chat.change(conversation_id, pinned=pinned), "pin chat")

    def archive(self, conversation_id: str, archived: bool) -> None:
        """Puts a chat into the archive, or back into the list."""
        self._do(self._chat.change(conversation_id, archived=archived), "archive chat")

    def trash(self, conversation_id: str) -> None:
        """Moves a chat to the trash; ends in `trashed`. A temporary one is gone at once, without a word."""
        self._do(self._trash(conversation_id), "trash chat")

    def restore(self, conversation_id: str) -> None:
        """Takes a chat out of the trash and opens it."""
        self._do(self._restore(conversation_id, self._next_wish()), "restore chat")

    # the open chat

    def save_draft(
        self, conversation_id: str, text: str, attachments: Sequence[Attachment] | None = None
    ) -> None:
        """Keeps what the composer holds for a chat; without `attachments` its files stay as they are."""
        self.conversations.set_draft(conversation_id, text)
        self._do(self._chat.save_draft(conversation_id, text, attachments), "draft")

    def choose_model(self, model: str) -> None:
        """Asks another model from the next message on; new chats begin with it."""
        if (conversation := self._conversation) is not None and model.strip():
            self._do(self._choose_model(conversation.id, model.strip()), "choose model")

    def set_request(self, system_prompt: str, parameters: Parameters) -> None:
        """Sets system prompt and parameters. A value out of its range ends in `failed`."""
        if (conversation := self._conversation) is not None:
            work = self._chat.change(conversation.id, system_prompt=system_prompt, parameters=parameters)
            self._do(work, "set parameters")

    def send(self, text: str, attachments: Sequence[Attachment] = ()) -> None:
        """Sends a message; ends in `sent` or `failed`. Does nothing while one is being sent."""
        if (conversation := self._conversation) is not None and not self._sending:
            self._send_by(self._chat.send(conversation.id, text, attachments))

    def queue(self, text: str, attachments: Sequence[Attachment] = ()) -> None:
        """Lets a message wait for the running answer; ends in `sent` or `failed`, as `send` does."""
        if (conversation := self._conversation) is not None and not self._sending:
            self._send_by(self._chat.queue(conversation.id, text, attachments))

    def edit(self, message_id: str, text: str, attachments: Sequence[Attachment] | None = None) -> None:
        """Sends another version of a message of the person; ends in `sent` or `failed`. Without `attachments`
        it has the files of the first.
        """
        if not self._sending:
            self._send_by(self._chat.edit(message_id, text, attachments))

    def stop(self) -> None:
        """Ends the running answer; what has arrived stays."""
        if self._conversation is not None:
            self._chat.stop(self._conversation.id)

    def regenerate(self, message_id: str, model: str | None = None) -> None:
        """Asks for another answer beside this one."""
        self._do(self._chat.regenerate(message_id, model), "regenerate")

    def regenerate_shorter(self, message_id: str) -> None:
        """Asks for another answer with half as much of the messages before."""
        self._do(self._chat.regenerate(message_id, shorter=True), "regenerate")

    def continue_answer(self, message_id: str) -> None:
        """Asks for the rest of an answer that was cut."""
        self._do(self._chat.continue_answer(message_id), "continue")

    def fork(self, message_id: str) -> None:
        """Makes and opens a new chat of the branch up to this message."""
        self._do(self._fork(message_id, self._next_wish()), "fork")

    def delete_message(self, message_id: str) -> None:
        """Takes out a message and all that follows it; ends in `messages_deleted`."""
        self._do(self._delete_message(message_id), "delete message")

    def restore_messages(self, message_ids: Sequence[str]) -> None:
        """Brings back what `messages_deleted` told of."""
        self._do(self._chat.restore_messages(message_ids), "restore messages")

    def apply_preset(self, preset_id: str) -> None:
        """Makes the requests of the open chat as a preset says; ends in `changed`."""
        if (conversation := self._conversation) is not None:
            self._do(self._chat.apply_preset(conversation.id, preset_id), "apply preset")

    def restore_request(self, before: Conversation) -> None:
        """Asks in a chat, open or not, as it did `before`: model, system prompt and parameters."""
        work = self._chat.change(
            before.id,
            model=before.model,
            system_prompt=before.system_prompt,
            parameters=before.parameters,
        )
        self._do(work, "restore request")

    def show_sibling(self, message_id: str, step: int) -> None:
        """Shows the sibling before (-1) or after (+1) a message."""
        self._do(self._chat.show_sibling(message_id, step), "sibling")

    # how it is done

    def _next_wish(self) -> int:
        self._wish += 1
        return self._wish

    async def _start_new(self, wish: int, *, temporary: bool = False, instead: bool = False) -> None:
        current = self._conversation
        if current is not None and _is_empty(current) and current.temporary is temporary:
            self.opened.emit(current)
            return
        model = self._settings.current.chat_model
        if temporary:
            created = await self._chat.create(model, temporary=True)
        elif (unused := self._unused.find(model)) is not None:
            created = unused
        else:
            created = await self._chat.create(model)
            self._unused.take_note(created, model)
        await self._open(created.id, wish, instead=instead)

    async def _open(self, conversation_id: str, wish: int, *, instead: bool = False) -> None:
        """Opens a chat unless another one was wished for meanwhile; `instead` of one that was removed: only
        while none is open.
        """
        before = self._conversation
        conversation, messages = await self._chat.open(conversation_id)
        if wish != self._wish or (instead and self._conversation is not None):
            if conversation.temporary and _is_empty(conversation) and not self._is_open(conversation_id):
                await self._chat.trash(conversation_id)
            return
        self._conversation = conversation
        self.rows.show(conversation.id, messages, conversation.leaf_id)
        self.opened.emit(conversation)
        self._answering_may_differ()
        self.wait_changed.emit()
        if before is not None and before.temporary and _is_empty(before) and before.id != conversation_id:
            await self._chat.trash(before.id)
        if not conversation.temporary:  # nothing of a temporary one is written, not even that it was there
            await self._settings.change(conversation_id=conversation.id)

    async def _open_message(self, conversation_id: str, message_id: str, wish: int) -> None:
        await self._chat.show_message(message_id)
        if not self._is_open(conversation_id):
            await self._open(conversation_id, wish)
        else:
            await self._read_branch(conversation_id)
        if wish == self._wish:
            self.message_shown.emit(message_id)

    async def _trash(self, conversation_id: str) -> None:
        conversation, _ = await self._chat.open(conversation_id)
        await self._chat.trash(conversation_id)
        if not conversation.temporary:
            self.trashed.emit(conversation)

    async def _restore(self, conversation_id: str, wish: int) -> None:
        await self._chat.restore(conversation_id)
        await self._open(conversation_id, wish)

    async def _choose_model(self, conversation_id: str, model: str) -> None:
        await self._chat.change(conversation_id, model=model)
        await self._settings.change(chat_model=model)

    async def _fork(self, message_id: str, wish: int) -> None:
        forked = await self._chat.fork(message_id)
        await self._open(forked.id, wish)

    async def _delete_message(self, message_id: str) -> None:
        gone = await self._chat.delete_message(message_id)
        if gone:
            self.messages_deleted.emit(gone)

    def _send_by(self, work: Coroutine[Any, Any, Any]) -> None:
        self._set_sending(True)
        self._do(self._send(work), "send")

    async def _send(self, work: Coroutine[Any, Any, Any]) -> None:
        try:
            await work
        finally:
            self._set_sending(False)
        self.sent.emit()

    def _set_sending(self, sending: bool) -> None:
        self._sending = sending
        self.sending_changed.emit(sending)

    # what was heard

    def _is_open(self, conversation_id: str) -> bool:
        return self._conversation is not None and self._conversation.id == conversation_id

    def _heard_message(self, message: Message) -> None:
        self.rows.append(message)
        self._note_answering(message)

    def _heard_growth(self, message: Message) -> None:
        self.rows.grow(message)
        self._note_answering(message)

    def _heard_wait(self, change: AnswerWaits) -> None:
        if change.wait is None:
            self._waits.pop(change.message.id, None)
        else:
            self._waits[change.message.id] = change
        if self._is_open(change.message.conversation_id):
            self.wait_changed.emit()

    def _heard_end(self, message: Message) -> None:
        self.rows.update(message)
        self._note_answering(message)

    def _note_answering(self, message: Message) -> None:
        # Several answers may be coming in one chat, side by side: one that ends is not the end.
        answering = self._chat.is_answering(message.conversation_id)
        self.conversations.set_answering(message.conversation_id, answering)
        if self._is_open(message.conversation_id):
            self._answering_may_differ()

    def _answering_may_differ(self) -> None:
        assert self._conversation is not None
        answering = self._chat.is_answering(self._conversation.id)
        if answering != self._answering:
            self._answering = answering
            self.answering_changed.emit(answering)

    def _heard_branch(self, change: BranchChanged) -> None:
        if self._is_open(change.conversation.id):
            self._do(self._read_branch(change.conversation.id), "read chat")

    async def _read_branch(self, conversation_id: str) -> None:
        conversation, messages = await self._chat.open(conversation_id)
        if self._is_open(conversation_id):
            self._conversation = conversation
            self.rows.show(conversation_id, messages, conversation.leaf_id)
            self._answering_may_differ()

    def _heard_conversation(self, conversation: Conversation) -> None:
        self.conversations.put(conversation)
        if self._is_open(conversation.id):
            self._conversation = conversation
            self.changed.emit(conversation)

    def _heard_removal(self, conversation_id: str) -> None:
        self.conversations.remove(conversation_id)
        if self._is_open(conversation_id):
            self._conversation = None
            self.rows.clear()
            self._do(self._start_new(self._wish, instead=True), "new chat")


def _is_empty(conversation: Conversation) -> bool:
    return conversation.leaf_id is None and not conversation.draft and not conversation.draft_attachments
