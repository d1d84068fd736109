"""Joins the composer and the strip of waiting messages: what is written while an answer comes waits for it.

Promise: once a message waits the next one goes behind it, so that the order stays, and a key that is held
down queues one message.
"""

from PySide6.QtCore import QObject, Signal

from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.settings import Settings
from panda_desktop.ui.chat.composing import Composing
from panda_desktop.ui.chat.pane import ConversationPane
from panda_desktop.ui.chat.undo import Undo
from panda_desktop.ui.queue import Queueing
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.queue import QueueModel
from panda_desktop.viewmodels.settings import SettingsModel


class Queued(QObject):
    """What waits, as the composer sees it.

    Signals:
        asked: a message is on its way into the queue.
        step_wanted(object): the `NextStep` that mends a refusal.
        leave_wanted(object): a request shall pass this `Refusal`.
    """

    asked = Signal()
    step_wanted = Signal(object)
    leave_wanted = Signal(object)

    def __init__(
        self,
        chat: ChatModel,
        queue: QueueModel,
        settings: SettingsModel,
        pane: ConversationPane,
        composing: Composing,
        undo: Undo,
        parent: QObject | None = None,
    ) -> None:
        """Follows the chat that is open."""
        super().__init__(parent)
        self._chat = chat
        self._composer = pane.composer
        self._composing = composing
        self._queueing = Queueing(chat, queue, pane, self)
        self._queueing.waiting_changed.connect(self._composer.set_waiting)
        self._queueing.removed.connect(undo.offer)
        self._queueing.left_over.connect(self._take_left_over)
        self._queueing.step_wanted.connect(self.step_wanted)
        self._queueing.leave_wanted.connect(self.leave_wanted)
        self._queueing.left.connect(self._composer.field.setFocus)
        settings.changed.connect(self._follow)
        self._follow(settings.current)

    @property
    def queueing(self) -> Queueing:
        """The strip and what it shows."""
        return self._queueing

    def show(self, conversation: Conversation) -> None:
        """Shows what waits in a chat that was opened."""
        self._queueing.show(conversation.id)

    def flush(self) -> None:
        """Keeps what is being edited of what waits."""
        self._queueing.flush()

    def submit(self) -> bool:
        """Puts what the composer holds behind what is coming or waits; returns False when nothing does, or it
        is an earlier message that is edited and may be sent.
        """
        if not self._chat.is_answering and (not self._queueing.is_waiting or self._composing.is_editing):
            return False
        if self._composer.is_empty() or self._chat.is_sending:
            return True
        if self._composing.is_editing:
            self._composer.say(self.tr("Wait for the answer to end, or stop it. Your text stays here."))
            return True
        self.asked.emit()
        self._composing.submit(queued=True)
        return True

    def _follow(self, settings: Settings) -> None:
        by_enter = settings.send_key == "enter"
        self._composer.set_send_key(by_enter=by_enter)
        self._queueing.set_send_key(by_enter=by_enter)

    def _take_left_over(self, text: str) -> None:
        before = self._composer.text()
        self._composer.replace_text(f"{before}\n{text}" if before.strip() else text)
        self._composer.say(self.tr("It was sent before you saved. Your change is here."))
