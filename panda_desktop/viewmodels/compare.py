"""Answers of several models to one message, in columns.

Promise: a column shows one answer with the rows of a transcript, so that it grows, ends and is drawn like any
other; using one shows its branch in the chat and loses none.
"""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.changes import MessageGrew, ReceiptChanged, ReplyFinished
from panda_desktop.domain.chat import Message, MessageState, Receipt
from panda_desktop.domain.prices import Estimate
from panda_desktop.services.bus import Bus
from panda_desktop.services.chat.contract import CompareCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding
from panda_desktop.viewmodels.transcript import TranscriptRows


class CompareColumn(QObject):
    """One answer.

    Attributes:
        rows: the answer as the only row of a transcript; its `grew(0)` and `changed(0)` tell of it.

    Signals:
        changed: model served, state, error or receipt differ; not with text that comes.
    """

    changed = Signal()

    def __init__(self, message: Message, parent: QObject | None = None) -> None:
        """Shows the answer as it is."""
        super().__init__(parent)
        self.rows = TranscriptRows(self)
        self.rows.show(message.conversation_id, (message,), message.id)

    @property
    def message(self) -> Message:
        """The answer."""
        return self.rows.row(0).message

    @property
    def model(self) -> str:
        """The model or route that was asked."""
        return self.message.model

    @property
    def state(self) -> MessageState:
        """Where the answer is in its life."""
        return self.message.state

    @property
    def is_running(self) -> bool:
        """The answer is coming."""
        return not self.message.state.is_final

    @property
    def receipt(self) -> Receipt | None:
        """What it took; its cost comes a little later than the end."""
        return self.message.receipt

    def replace(self, message: Message) -> None:
        """Shows another answer in this place."""
        self.rows.show(message.conversation_id, (message,), message.id)
        self.changed.emit()

    def grow(self, message: Message) -> None:
        """Takes more text."""
        before = self.message
        self.rows.grow(message)
        if (before.state, before.served_model) != (message.state, message.served_model):
            self.changed.emit()

    def update(self, message: Message) -> None:
        """Takes a message that may differ in anything."""
        self.rows.update(message)
        self.changed.emit()


class CompareModel(Commanding):
    """One comparison at a time.

    Signals:
        shown: another comparison is shown: see `question` and `columns`.
        running_changed(bool): answers are coming, or no longer.
        used(str): the chat goes on from the answer with this id.
    """

    shown = Signal()
    running_changed = Signal(bool)
    used = Signal(str)

    def __init__(self, bus: Bus, tasks: TaskSet, comparing: CompareCommands) -> None:
        """Listens from now on; nothing is shown."""
        super().__init__(tasks)
        self._comparing = comparing
        self._question: Message | None = None
        self._columns: tuple[CompareColumn, ...] = ()
        self._running = False
        self._wishes = self._shown = 0  # what was wished to be shown, counted: none overtakes a newer one
        self._retried: set[str] = set()
        self._cost_of: Callable[[Message], Estimate | None] = lambda _message: None
        bus.subscribe(MessageGrew, lambda change: self._heard(change.message, grew=True))
        bus.subscribe(ReplyFinished, lambda change: self._heard(change.message))
        bus.subscribe(ReceiptChanged, lambda change: self._heard(change.message))

    @property
    def question(self) -> Message | None:
        """The message that is answered; None when nothing is shown."""
        return self._question

    @property
    def columns(self) -> tuple[CompareColumn, ...]:
        """The answers, in the order the models were named."""
        return self._columns

    @property
    def is_running(self) -> bool:
        """Answers are coming."""
        return self._running

    def use_costs(self, cost_of: Callable[[Message], Estimate | None]) -> None:
        """Lets prices tell what an answer cost by the tokens that were counted."""
        self._cost_of = cost_of

    def cost_of(self, message: Message) -> Estimate | None:
        """Returns what an answer cost by a price somebody named; None when nobody did."""
        return self._cost_of(message)

    def start(
        self,
        conversation_id: str,
        text: str,
        models: Sequence[str],
        attachments: Sequence[Attachment] = (),
    ) -> None:
        """Asks two to four models; ends in `shown` or `failed`."""
        asked = self._comparing.compare(conversation_id, text, tuple(models), tuple(attachments))
        self._do(self._ask(asked), "compare")

    def start_again(self, message_id: str, models: Sequence[str]) -> None:
        """Asks two to four models about a message that is there; ends in `shown` or `failed`."""
        asked = self._comparing.compare_again(message_id, tuple(models))
        self._do(self._ask(asked), "compare again")

    def show(self, message_id: str) -> None:
        """Shows the newest answers to a message, at most 4; ends in `shown` or `failed`."""
        self._do(self._show(message_id, self._next_wish()), "show comparison")

    def clear(self) -> None:
        """Shows nothing; what is coming goes on coming."""
        self._take((None,), self._next_wish())

    def stop(self, message_id: str) -> None:
        """Ends one answer; what has arrived stays."""
        self._comparing.stop_answer(message_id)

    def stop_all(self) -> None:
        """Ends every answer that is shown."""
        for column in self._columns:
            if column.is_running:
                self._comparing.stop_answer(column.message.id)

    def retry(self, message_id: str) -> None:
        """Asks the model of an answer that has ended once more; the new answer takes its place here. Does
        nothing when that is under way. Ends in `CompareColumn.changed` or `failed`.
        """
        column = self._column(message_id)
        if column is not None and not column.is_running and message_id not in self._retried:
            self._retried.add(message_id)
            self._do(self._retry(message_id), "retry answer")

    def use(self, message_id: str) -> None:
        """Lets the chat go on from an answer; ends in `used` or `failed`."""
        self._do(self._use(message_id), "use answer")

    def _next_wish(self) -> int:
        self._wishes += 1
        return self._wishes

    async def _ask(self, asked: Coroutine[Any, Any, Sequence[Message]]) -> None:
        messages = await asked
        self._take(messages, self._next_wish())  # what was paid for is shown whatever was wished meanwhile

    async def _show(self, message_id: str, wish: int) -> None:
        self._take(await self._comparing.answers(message_id), wish)

    async def _retry(self, message_id: str) -> None:
        try:
            again = await self._comparing.retry(message_id)
        finally:
            self._retried.discard(message_id)
        if (column := self._column(message_id)) is not None:
            column.replace(again)
            self._running_may_differ()

    async def _use(self, message_id: str) -> None:
        await self._comparing.use(message_id)
        self.used.emit(message_id)

    def _take(self, messages: Sequence[Message | None], wish: int) -> None:
        if wish < self._shown:
            return
        self._shown = wish
        for column in self._columns:
            column.deleteLater()
        self._question = messages[0]
        answers = (message for message in messages[1:] if message is not None)
        self._columns = tuple(CompareColumn(message, self) for message in answers)
        self.shown.emit()
        self._running_may_differ()

    def _column(self, message_id: str) -> CompareColumn | None:
        return next((each for each in self._columns if each.message.id == message_id), None)

    def _heard(self, message: Message, *, grew: bool = False) -> None:
        for column in self._columns:
            if column.message.id == message.id:
                (column.grow if grew else column.update)(message)
                self._running_may_differ()

    def _running_may_differ(self) -> None:
        running = any(column.is_running for column in self._columns)
        if running != self._running:
            self._running = running
            self.running_changed.emit(running)
