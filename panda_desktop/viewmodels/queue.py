"""The messages that wait in the open chat.

Promise: what is shown is what is stored, in the order it will be sent, and why it waits.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.budgets import Refusal
from panda_desktop.domain.changes import QueueChanged
from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.queue import Hold, MessageQueue, QueuedMessage
from panda_desktop.services.bus import Bus
from panda_desktop.services.contract import ChatCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


class QueueModel(Commanding):
    """The queue of one chat at a time.

    Signals:
        changed: items, their order, or the hold differ.
    """

    changed = Signal()

    def __init__(self, bus: Bus, tasks: TaskSet, chat: ChatCommands) -> None:
        """Listens from now on; `show` chooses the chat."""
        super().__init__(tasks)
        self._chat = chat
        self._queue = MessageQueue("")
        bus.subscribe(QueueChanged, self._heard)

    @property
    def items(self) -> tuple[QueuedMessage, ...]:
        """What waits, in the order of sending."""
        return self._queue.items

    @property
    def hold(self) -> Hold | None:
        """Why nothing is sent by itself; None when the next one follows the running answer."""
        return self._queue.hold

    @property
    def error(self) -> ErrorKind | None:
        """Why one was refused, with `Hold.REFUSED`."""
        return self._queue.error

    @property
    def refusal(self) -> Refusal | None:
        """Which budget refused it; None when it was something else."""
        return self._queue.refusal

    @property
    def refused_place(self) -> int:
        """Where the one that was refused stands, 0 for the first."""
        return self._queue.refused_place

    def show(self, conversation_id: str) -> None:
        """Shows the queue of a chat; empty until it is read."""
        self._take(MessageQueue(conversation_id))
        if conversation_id:
            self._do(self._read(conversation_id), "queue")

    def edit(self, item_id: str, text: str, attachments: Sequence[Attachment] | None = None) -> None:
        """Changes what an item says, and its files when they are given."""
        self._do(self._chat.edit_queued(item_id, text, attachments), "edit queued")

    def remove(self, item_id: str) -> None:
        """Takes an item out."""
        self._do(self._chat.remove_queued(item_id), "remove queued")

    def put_back(self, item: QueuedMessage, place: int, hold: Hold | None = None) -> None:
        """Brings an item back that was taken out, to its place; `hold` is what held the queue then."""
        self._do(self._chat.put_back_queued(item, place, hold), "put back queued")

    def move(self, item_id: str, place: int) -> None:
        """Puts an item to a place among the others, 0 for the first."""
        self._do(self._chat.move_queued(item_id, place), "move queued")

    def send_now(self, item_id: str) -> None:
        """Stops the running answer and sends an item; ends in `changed` or `failed`."""
        self._do(self._chat.send_queued(item_id), "send queued")

    def resume(self) -> None:
        """Lets a queue that is held go on."""
        self._do(self._chat.resume_queue(self._queue.conversation_id), "resume queue")

    def send_refused(self) -> None:
        """Tries the refused item again: that one, wherever it stands; the first lets the queue go on."""
        if self.refused_place:
            self.send_now(self._queue.refused)
        else:
            self.resume()

    async def _read(self, conversation_id: str) -> None:
        queue = await self._chat.queued(conversation_id)
        if self._queue.conversation_id == conversation_id:
            self._take(queue)

    def _heard(self, change: QueueChanged) -> None:
        if change.queue.conversation_id == self._queue.conversation_id:
            self._take(change.queue)

    def _take(self, queue: MessageQueue) -> None:
        differs = queue != self._queue
        self._queue = queue
        if differs:
            self.changed.emit()
