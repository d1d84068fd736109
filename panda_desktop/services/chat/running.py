"""The answers that are coming, whatever chat is shown and however many there are.

Promise: an answer that has ended is no longer running when that is told, and its cost reaches its receipt
whenever the balance is read: in the database and on the bus.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from panda_desktop.domain.changes import AnswerWaits, MessageGrew, ReceiptChanged, ReplyFinished
from panda_desktop.domain.chat import Message, Receipt
from panda_desktop.domain.waits import Wait
from panda_desktop.services.account import AccountService
from panda_desktop.services.bus import Bus
from panda_desktop.services.chat.answering import Answering, Events
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.spending import PaidCall
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.conversations import ConversationStore

Ended = Callable[[Message, bool], None]
"""Hears an answer that has ended, and whether it was begun beside others."""


class RunningAnswers:
    """Begins, stops and finds answers; their `Hands`.

    Attributes:
        version: differs when an answer has begun, ended or got its receipt meanwhile.
    """

    def __init__(
        self,
        bus: Bus,
        tasks: TaskSet,
        store: ConversationStore,
        connection: ConnectionService,
        account: AccountService,
        writing: asyncio.Lock,
    ) -> None:
        """`writing` is held while a stored message is changed."""
        self._bus = bus
        self._tasks = tasks
        self._store = store
        self._connection = connection
        self._spending = account.spending
        self._writing = writing
        self._answers: dict[str, tuple[asyncio.Task[None], Answering]] = {}
        self._unsettled: dict[str, PaidCall] = {}
        self._compared: set[str] = set()
        self.version = 0
        self._listeners: list[Ended] = []

    def when_ended(self, listener: Ended) -> None:
        """Calls `listener` for every answer that has ended, after it was told on the bus."""
        self._listeners.append(listener)

    def begin(
        self,
        message: Message,
        events: Events,
        *,
        continuing: bool = False,
        compared: bool = False,
        entry_id: str = "",
    ) -> None:
        """Starts an answer that is stored, or the rest of one, admitted as `entry_id`; `compared`: others
        begin beside it.
        """
        if (call := self._unsettled.pop(message.id, None)) is not None:
            self._spending.drop(call)  # two parts settled by one reading would be counted twice
        answering = Answering(
            self, self._connection, self._spending, message, continuing=continuing, entry_id=entry_id
        )
        task = self._tasks.spawn(answering.run(events), name=f"answer {message.id}")
        self._answers[message.id] = (task, answering)
        self.version += 1
        if compared:
            self._compared.add(message.id)
        self._bus.publish(MessageGrew(answering.message))

    # What is running

    def is_answering(self, conversation_id: str) -> bool:
        """Tells whether an answer is coming in a conversation."""
        return any(each.message.conversation_id == conversation_id for _, each in self._answers.values())

    def is_running(self, message_id: str) -> bool:
        """Tells whether this answer is coming."""
        return message_id in self._answers

    def live(self, messages: tuple[Message, ...]) -> tuple[Message, ...]:
        """Returns the messages with those that are running as far as they have come."""
        if not self._answers:
            return messages
        found = {message_id: each.message for message_id, (_, each) in self._answers.items()}
        return tuple(found.get(message.id, message) for message in messages)

    def stop(self, conversation_id: str) -> None:
        """Ends the answers of a conversation; what has arrived stays."""
        for task, answering in tuple(self._answers.values()):
            if answering.message.conversation_id == conversation_id:
                answering.stop(task)

    def stop_answer(self, message_id: str) -> None:
        """Ends one answer; what has arrived stays."""
        if running := self._answers.get(message_id):
            running[1].stop(running[0])

    async def ended(self, conversation_id: str, message_ids: frozenset[str] | None = None) -> None:
        """Stops the answers of a conversation, or those named, and waits until they have ended."""
        tasks = []
        for message_id, (task, answering) in tuple(self._answers.items()):
            here = answering.message.conversation_id == conversation_id
            if here and (message_ids is None or message_id in message_ids):
                answering.stop(task)
                tasks.append(task)
        if tasks:
            await asyncio.wait(tasks)

    # Hands of the answers

    def grew(self, message: Message) -> None:
        """Tells that an answer has more text or another state."""
        self._bus.publish(MessageGrew(message))

    def waits(self, message: Message, wait: Wait | None) -> None:
        """Tells what an answer waits for."""
        self._bus.publish(AnswerWaits(message, wait))

    async def keep(self, message: Message) -> None:
        """Stores an answer as it is now."""
        await self._store.checkpoint(message)

    def finished(self, answering: Answering) -> None:
        """Tells that an answer has ended."""
        message = answering.message
        self._answers.pop(message.id, None)
        self.version += 1
        compared = message.id in self._compared
        self._compared.discard(message.id)
        if answering.call is not None:
            self._unsettled[message.id] = answering.call
        self._bus.publish(ReplyFinished(message))
        for listener in self._listeners:
            listener(message, compared)

    def settled(self, answering: Answering, cost: Decimal | None, shared: bool) -> None:
        """Puts the cost into the receipt of an answer that has ended."""
        message_id = answering.message.id
        if self._unsettled.get(message_id) is not answering.call:
            return
        del self._unsettled[message_id]
        if cost is not None and answering.earlier_cost is not None:
            whole = answering.earlier_cost + cost
            work = self._note_cost(message_id, whole, shared or answering.earlier_shared)
            self._tasks.spawn(work, name=f"receipt {message_id}", brief=True)

    async def _note_cost(self, message_id: str, cost: Decimal, shared: bool) -> None:
        async with self._writing:
            message = await self._store.message(message_id)
            if message is None or self.is_running(message_id):
                return
            receipt = replace(message.receipt or Receipt(), cost=cost, cost_is_shared=shared)
            message = replace(message, receipt=receipt)
            await self._store.checkpoint(message)
            self.version += 1
            self._bus.publish(ReceiptChanged(message))
