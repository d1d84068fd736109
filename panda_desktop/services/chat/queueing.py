"""Messages that wait for the answer before them.

Promise: each is sent once, after an answer that ended well or when the person says so; after a failure, a
stop or a new start of the program nothing is sent by itself, and the queue says why it waits.
"""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.budgets import OverBudget
from panda_desktop.domain.changes import ConversationChanged, ConversationRemoved, QueueChanged
from panda_desktop.domain.chat import Message, MessageState
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.queue import Hold, MessageQueue, QueuedMessage
from panda_desktop.services.account import AccountService
from panda_desktop.services.bus import Bus
from panda_desktop.services.chat.asking import Asking
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.queue import QueueStore

PATIENCE_S: Final = 1.5
"""How long the next message waits for the balance after the answer before."""


class MessageQueues:
    """The queues of all conversations; see `contract.ChatCommands`."""

    def __init__(
        self, bus: Bus, tasks: TaskSet, store: QueueStore, asking: Asking, account: AccountService
    ) -> None:
        """Listens from now on; a queue is read when it is first asked for."""
        self._bus = bus
        self._tasks = tasks
        self._store = store
        self._asking = asking
        self._account = account
        self._queues: dict[str, MessageQueue] = {}
        self._passing: set[str] = set()
        asking.running.when_ended(self._heard_end)
        bus.subscribe(ConversationRemoved, self._heard_removal)

    async def queue_of(self, conversation_id: str) -> MessageQueue:
        """Returns what waits in a conversation."""
        if conversation_id not in self._queues:
            items = await self._store.items(conversation_id)
            found = MessageQueue(conversation_id, items, Hold.LEFT if items else None)
            self._queues.setdefault(conversation_id, found)
        return self._queues[conversation_id]

    async def add(
        self, conversation_id: str, text: str, attachments: Sequence[Attachment] = ()
    ) -> QueuedMessage:
        """Puts a message at the end; sends it at once when nothing is coming and nothing holds it."""
        sent_at = self._asking.drafts.now
        async with self._asking.writing:
            conversation = await self._asking.check(conversation_id, text, attachments)
            queue = await self.queue_of(conversation_id)
            item = QueuedMessage(new_id(), conversation_id, text, datetime.now(UTC), tuple(attachments))
            await self._store.save(item)
            self._bus.publish(ConversationChanged(await self._asking.drafts.empty(conversation, sent_at)))
            self._tell_items(conversation_id, (*queue.items, item))
            self._go_on(conversation_id)
            return item

    async def edit(self, item_id: str, text: str, attachments: Sequence[Attachment] | None = None) -> None:
        """Changes what an item says, and its files when they are given."""
        async with self._asking.writing:
            queue, item = await self._find(item_id)
            files = item.attachments if attachments is None else tuple(attachments)
            await self._asking.check(queue.conversation_id, text, files)
            changed = replace(item, text=text, attachments=files)
            await self._store.save(changed)
            items = tuple(changed if each.id == item_id else each for each in queue.items)
            self._tell_items(queue.conversation_id, items)

    async def remove(self, item_id: str) -> None:
        """Takes an item out."""
        async with self._asking.writing:
            queue, _ = await self._find(item_id)
            await self._store.remove(item_id)
            self._tell(self._queues[queue.conversation_id].without(item_id))

    async def put_back(self, item: QueuedMessage, place: int, hold: Hold | None = None) -> None:
        """Puts an item that was taken out to its old place; `hold` is what held the queue then. Bringing back
        never sends: with no answer coming the queue is held.
        """
        async with self._asking.writing:
            await self._asking.conversation(item.conversation_id)
            queue = await self.queue_of(item.conversation_id)
            if any(each.id == item.id for each in queue.items):
                return
            items = list(queue.items)
            items.insert(max(place, 0), item)
            await self._store.save(item)
            await self._store.order(queue.conversation_id, [each.id for each in items])
            queue = replace(self._queues[item.conversation_id], items=tuple(items))
            if queue.hold is None and not self._asking.running.is_answering(item.conversation_id):
                queue = replace(queue, hold=hold or Hold.BACK)
            self._tell(queue)

    async def move(self, item_id: str, place: int) -> None:
        """Puts an item to a place among the others, 0 for the first."""
        async with self._asking.writing:
            queue, item = await self._find(item_id)
            items = [each for each in queue.items if each.id != item_id]
            items.insert(max(place, 0), item)
            await self._store.order(queue.conversation_id, [each.id for each in items])
            self._tell_items(queue.conversation_id, items)

    async def send_now(self, item_id: str) -> None:
        """Stops the answer that is coming and sends this item; a hold stays for the others."""
        async with self._asking.writing:
            queue, item = await self._find(item_id)
            conversation_id = queue.conversation_id
            await self._asking.check(conversation_id, item.text, item.attachments)
            self._passing.add(conversation_id)
            try:
                await self._asking.running.ended(conversation_id)
            finally:
                self._passing.discard(conversation_id)
            await self._send(item)

    async def resume(self, conversation_id: str) -> None:
        """Lets a queue that is held go on."""
        async with self._asking.writing:
            queue = await self.queue_of(conversation_id)
            self._tell(queue.released())
            self._go_on(conversation_id)

    # How it is done

    async def _find(self, item_id: str) -> tuple[MessageQueue, QueuedMessage]:
        conversation_id = await self._store.conversation_of(item_id)
        if conversation_id is not None:
            queue = await self.queue_of(conversation_id)
            for item in queue.items:
                if item.id == item_id:
                    return queue, item
        raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="queue"))

    def _tell_items(self, conversation_id: str, items: Sequence[QueuedMessage]) -> None:
        # An answer that ended meanwhile may have set a hold: what the queue was before must not undo it.
        self._tell(replace(self._queues[conversation_id], items=tuple(items)))

    def _tell(self, queue: MessageQueue) -> None:
        if not queue.items:
            queue = queue.released()
        self._queues[queue.conversation_id] = queue
        self._bus.publish(QueueChanged(queue))

    def _go_on(self, conversation_id: str) -> None:
        queue = self._queues.get(conversation_id)
        if queue is not None and queue.items and queue.hold is None:
            self._tasks.spawn(self._send_next(conversation_id), name=f"queue {conversation_id}")

    async def _send_next(self, conversation_id: str) -> None:
        # A call that begins while the balance is read would share in the receipt of the answer before.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_S):
                await self._account.at_rest()
        async with self._asking.writing:
            queue = await self.queue_of(conversation_id)
            idle = not self._asking.running.is_answering(conversation_id)
            if not queue.items or queue.hold is not None or not idle:
                return
            conversation = await self._asking.conversation(conversation_id)
            if conversation.deleted_at is not None:
                self._tell(replace(queue, hold=Hold.STOPPED))
                return
            try:
                await self._send(queue.items[0])
            except PandaError:
                return  # the queue says it

    async def _send(self, item: QueuedMessage) -> None:
        queue = await self.queue_of(item.conversation_id)
        try:
            conversation = await self._asking.check(item.conversation_id, item.text, item.attachments)
            await self._asking.ask(
                conversation, item.text, item.attachments, conversation.leaf_id, question_id=item.id
            )
        except PandaError as error:
            refusal = error.refusal if isinstance(error, OverBudget) else None
            before = queue.held_before if queue.hold is Hold.REFUSED else queue.hold
            self._tell(
                replace(
                    queue,
                    hold=Hold.REFUSED,
                    error=error.kind,
                    refusal=refusal,
                    refused=item.id,
                    held_before=before,
                )
            )
            raise
        await self._store.remove(item.id)
        if queue.refused == item.id:
            queue = queue.released(queue.held_before)
        self._tell(queue.without(item.id))

    def _heard_end(self, message: Message, compared: bool) -> None:
        conversation_id = message.conversation_id
        queue = self._queues.get(conversation_id)
        if queue is None or not queue.items or conversation_id in self._passing:
            return
        if compared:
            hold = Hold.COMPARED
        elif message.state is MessageState.DONE:
            self._go_on(conversation_id)
            return
        else:
            hold = Hold.STOPPED if message.state is MessageState.STOPPED else Hold.FAILED
        if queue.hold is None:
            self._tell(replace(queue, hold=hold))

    def _heard_removal(self, change: ConversationRemoved) -> None:
        if change.trashed is None:
            self._queues.pop(change.conversation_id, None)
