"""The quick prompt: one question beside the main window, and its answer.

Promise: a question is sent once however often Enter is hit, it is a chat like any other, and a question that
could not be sent leaves no second empty chat behind.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal

from panda_desktop.domain.changes import (
    BranchChanged,
    ConversationRemoved,
    MessageAdded,
    MessageGrew,
    ReceiptChanged,
    ReplyFinished,
)
from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.services.bus import Bus
from panda_desktop.services.contract import ChatCommands
from panda_desktop.services.settings import SettingsService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding
from panda_desktop.viewmodels.transcript import TranscriptRows


class QuickModel(Commanding):
    """The chat of the quick prompt.

    Attributes:
        rows: its messages.

    Signals:
        sending_changed(bool): a question is on its way into the database; Enter does nothing meanwhile.
        sent: the question is stored and its answer has begun: the field may be emptied.
        answering_changed(bool): an answer is coming, or no longer.
    """

    sending_changed = Signal(bool)
    sent = Signal()
    answering_changed = Signal(bool)

    def __init__(self, bus: Bus, tasks: TaskSet, chat: ChatCommands, settings: SettingsService) -> None:
        """Listens from now on; there is no chat yet."""
        super().__init__(tasks)
        self._chat = chat
        self._settings = settings
        self._conversation: Conversation | None = None
        self._sending = False
        self._answering = False
        self.rows = TranscriptRows(self)
        bus.subscribe(MessageAdded, lambda change: self._heard(change.message, self.rows.append))
        bus.subscribe(MessageGrew, lambda change: self._heard(change.message, self.rows.grow))
        bus.subscribe(ReplyFinished, lambda change: self._heard(change.message, self.rows.update))
        bus.subscribe(ReceiptChanged, lambda change: self._heard(change.message, self.rows.update))
        bus.subscribe(BranchChanged, self._heard_branch)
        bus.subscribe(ConversationRemoved, self._heard_removal)

    @property
    def conversation_id(self) -> str:
        """The chat that has the question; empty while nothing was asked."""
        return self._conversation.id if self._conversation is not None and self.rows.count() else ""

    @property
    def model(self) -> str:
        """The model that is asked."""
        current = self._settings.current
        return current.quick_model or current.chat_model

    @property
    def is_answering(self) -> bool:
        """An answer is coming."""
        return self._answering

    def choose_model(self, model: str) -> None:
        """Asks another model from the next question on, this time and later."""
        if model.strip():
            self._do(self._settings.change(quick_model=model.strip()), "choose model")

    def ask(self, text: str) -> None:
        """Asks in a new chat, or goes on with the one that is shown; ends in `sent` or `failed`. Does nothing
        while a question is being sent or an answer is coming.
        """
        if not self._sending and not self._answering:
            self._set_sending(True)
            self._do(self._ask(text), "quick prompt")

    def stop(self) -> None:
        """Ends the answer; what has arrived stays."""
        if self._conversation is not None:
            self._chat.stop(self._conversation.id)

    def answer_again(self, message_id: str) -> None:
        """Asks for another answer in place of this one."""
        self._do(self._chat.regenerate(message_id), "regenerate")

    def continue_answer(self, message_id: str) -> None:
        """Asks for the rest of an answer that was cut."""
        self._do(self._chat.continue_answer(message_id), "continue")

    def start_over(self) -> None:
        """Lets the next question be a new chat; an answer that is coming goes on in its own."""
        if self.rows.count():
            self._leave()

    # how it is done

    async def _ask(self, text: str) -> None:
        try:
            conversation = self._conversation
            if conversation is None:
                conversation = await self._chat.create(self.model)
                self._conversation = conversation
                self.rows.show(conversation.id, (), None)
            elif conversation.model != self.model:
                changed = await self._chat.change(conversation.id, model=self.model)
                if self._is_here(conversation.id):  # else the person has started over meanwhile
                    self._conversation = changed
            await self._chat.send(conversation.id, text)
        finally:
            self._set_sending(False)
        self.sent.emit()

    def _set_sending(self, sending: bool) -> None:
        self._sending = sending
        self.sending_changed.emit(sending)

    def _leave(self) -> None:
        self._conversation = None
        self.rows.clear()
        self._set_answering(False)

    def _set_answering(self, answering: bool) -> None:
        if answering != self._answering:
            self._answering = answering
            self.answering_changed.emit(answering)

    # what was heard

    def _is_here(self, conversation_id: str) -> bool:
        return self._conversation is not None and self._conversation.id == conversation_id

    def _heard(self, message: Message, take: Callable[[Message], None]) -> None:
        if self._is_here(message.conversation_id):
            take(message)
            self._set_answering(self._chat.is_answering(message.conversation_id))

    def _heard_branch(self, change: BranchChanged) -> None:
        if self._is_here(change.conversation.id):
            self._do(self._read(change.conversation.id), "read chat")

    async def _read(self, conversation_id: str) -> None:
        conversation, messages = await self._chat.open(conversation_id)
        if self._is_here(conversation_id):
            self._conversation = conversation
            self.rows.show(conversation_id, messages, conversation.leaf_id)

    def _heard_removal(self, change: ConversationRemoved) -> None:
        if self._is_here(change.conversation_id):
            self._leave()
