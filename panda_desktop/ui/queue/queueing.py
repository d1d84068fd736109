"""Joins the strip of waiting messages to what waits in the open chat.

Promise: what is shown is what is stored; a text being edited in the strip is never lost, also when its turn
comes meanwhile or another chat is opened.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from panda_desktop.domain.budgets import Refusal
from panda_desktop.domain.queue import Hold, QueuedMessage
from panda_desktop.ui.sentences import NextStep
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.queue import QueueModel

if TYPE_CHECKING:
    from panda_desktop.ui.queue.strip import QueueStrip


class Place(Protocol):
    """Where the strip is shown."""

    def add_above_composer(self, strip: QWidget) -> QWidget:
        """Shows it from now on; returns what Tab reaches before it."""


class Queueing(QObject):
    """The strip and its wishes.

    Signals:
        waiting_changed(bool): messages wait in the open chat, or no longer.
        removed(str, object): a message was taken out: what to say, and what brings it back.
        left_over(str): a text that was edited when its message was sent as it was before.
        step_wanted(object): the `NextStep` of a refusal.
        leave_wanted(object): a request shall pass this `Refusal`; it is made right after.
        left: the keyboard leaves the strip.
    """

    waiting_changed = Signal(bool)
    removed = Signal(str, object)
    left_over = Signal(str)
    step_wanted = Signal(object)
    leave_wanted = Signal(object)
    left = Signal()

    def __init__(
        self, chat: ChatModel, queue: QueueModel, place: Place, parent: QObject | None = None
    ) -> None:
        """Follows the queue of the chat that is open in `chat`."""
        super().__init__(parent)
        self._chat = chat
        self._queue = queue
        self._place = place
        self._by_enter = True
        self._waiting = False
        self.strip: QueueStrip | None = None
        queue.changed.connect(self._show)
        chat.answering_changed.connect(lambda _answering: self._show())

    @property
    def is_waiting(self) -> bool:
        """Messages wait in the open chat."""
        return bool(self._queue.items)

    def show(self, conversation_id: str) -> None:
        """Shows the queue of a chat that was opened; what is being edited is kept."""
        self.flush()
        self._queue.show(conversation_id)

    def flush(self) -> None:
        """Keeps what is being edited."""
        if self.strip is not None:
            self.strip.finish_editing()

    def set_send_key(self, *, by_enter: bool) -> None:
        """Lets Enter end the editing of a message, or Ctrl+Enter only."""
        self._by_enter = by_enter
        if self.strip is not None:
            self.strip.set_send_key(by_enter=by_enter)

    def _show(self) -> None:
        items = self._queue.items
        if self.strip is None and items:
            self.strip = self._made()
        if self.strip is not None:
            self.strip.show_queue(items, answering=self._chat.is_answering)
            queue = self._queue
            self.strip.show_hold(queue.hold, queue.error, queue.refusal, queue.refused_place)
        if self._waiting != bool(items):
            self._waiting = bool(items)
            self.waiting_changed.emit(self._waiting)

    def _made(self) -> "QueueStrip":
        from panda_desktop.ui.queue.strip import QueueStrip

        strip = QueueStrip()
        strip.set_send_key(by_enter=self._by_enter)
        strip.edited.connect(self._queue.edit)
        strip.remove_wanted.connect(self._remove)
        strip.move_wanted.connect(self._queue.move)
        strip.send_wanted.connect(self._queue.send_now)
        strip.go_on_wanted.connect(self._queue.resume)
        strip.leave_wanted.connect(self._send_anyway)
        strip.step_wanted.connect(self._take_step)
        strip.left_over.connect(self.left_over)
        strip.left.connect(self.left)
        strip.follows = self._place.add_above_composer(strip)
        return strip

    def _send_anyway(self, refusal: Refusal) -> None:
        self.leave_wanted.emit(refusal)
        self._queue.send_refused()

    def _take_step(self, step: NextStep) -> None:
        self.step_wanted.emit(step)

    def _remove(self, item_id: str) -> None:
        ids = [item.id for item in self._queue.items]
        if item_id not in ids:
            return
        place = ids.index(item_id)
        item, hold = self._queue.items[place], self._queue.hold
        self._queue.remove(item_id)
        self.removed.emit(self.tr("The waiting message was removed."), self._bringing_back(item, place, hold))

    def _bringing_back(self, item: QueuedMessage, place: int, hold: Hold | None) -> Callable[[], None]:
        return lambda: self._queue.put_back(item, place, hold)
