"""One answer as it comes: events folded into the message, saved every 250 ms, told to whoever shows it.

Promise: text is on its way into the database 250 ms after it has arrived, also when nothing follows it;
whatever ends the answer, all of it is there and the message is final. A disk that takes nothing meanwhile
does not end what was paid for: the last write says it.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import replace
from decimal import Decimal
from typing import Final, Protocol

from panda_desktop.domain.chat import Message, Receipt, Usage
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
from panda_desktop.domain.events import ChatEvent, Finished, ReasoningDelta, StillWaiting, TextDelta
from panda_desktop.domain.fold import crashed, failed, fold, stopped
from panda_desktop.domain.overlap import Overlap
from panda_desktop.domain.waits import Wait, WaitKind
from panda_desktop.services.chat import patience
from panda_desktop.services.chat.patience import Silence, pause_of
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.spending import PaidCall, Spending

CHECKPOINT_S: Final = 0.25
STOPPED: Final = "stopped"
"""Message of the cancellation that a person asked for; any other one means that the program closes."""

Events = Callable[[], AsyncGenerator[ChatEvent, None]]
"""Opens the stream of an answer; it may raise `PandaError`."""


class Hands(Protocol):
    """What is done with an answer as it comes."""

    def grew(self, message: Message) -> None:
        """It has more text or another state."""

    async def keep(self, message: Message) -> None:
        """It is to be stored as it is now."""

    def waits(self, message: Message, wait: Wait | None) -> None:
        """It waits for something worth saying, or no longer (None)."""

    def finished(self, answering: "Answering") -> None:
        """It has ended and is stored."""

    def settled(self, answering: "Answering", cost: Decimal | None, shared: bool) -> None:
        """What this part of it has cost is known, or that it will never be (None)."""


class Answering:
    """Runs one answer, or the rest of one.

    Attributes:
        message: as it is now.
        earlier_cost: what the parts before this one have cost; None when that is not known.
        earlier_shared: others share in `earlier_cost`.
        call: the paid call; None before it has begun, and after nothing was sent.
    """

    def __init__(
        self,
        hands: Hands,
        connection: ConnectionService,
        spending: Spending,
        message: Message,
        *,
        continuing: bool = False,
        entry_id: str = "",
    ) -> None:
        """`message` is stored already, waiting or about to be continued; the call was admitted as
        `entry_id`.
        """
        self._entry_id = entry_id
        self._hands = hands
        self._connection = connection
        self._account = connection.account
        self._spending = spending
        self._began = time.monotonic()
        self._first_text: float | None = None
        self._thinking_began: float | None = None
        self._entered = False
        self._ending = False
        self._stopped_before = False
        self._reached = Reached.MAYBE_SENT
        self._continuing = continuing
        self._earlier = message.receipt or Receipt()
        self._earlier_usage = message.usage
        self._earlier_thinking_s = message.reasoning_s or 0.0
        self._overlap = Overlap(message.text if continuing else "")
        self._thought_before = bool(message.reasoning)
        self._arrived = False
        self._timer: asyncio.TimerHandle | None = None
        self._writing: asyncio.Future[None] | None = None
        self.earlier_cost = self._earlier.cost if continuing else Decimal(0)
        self.earlier_shared = self._earlier.cost_is_shared
        self.call: PaidCall | None = None
        self.message = replace(message, usage=None) if continuing else message

    def stop(self, task: asyncio.Task[None]) -> None:
        """Ends it at the person's wish; `task` is the one that runs it."""
        if self._ending:
            return
        # A task that is cancelled before its first step never runs, so nobody would end the message.
        if self._entered:
            self._ending = True
            task.cancel(STOPPED)
        self._stopped_before = not self._entered

    async def run(self, events: Events) -> None:
        """Takes the stream to its end; never raises but for the cancellation."""
        ended: asyncio.CancelledError | None = None
        self._entered = True
        self.call = self._spending.open(self._entry_id)
        try:
            if self._stopped_before:
                self._reached = Reached.NOTHING_SENT
                raise asyncio.CancelledError(STOPPED)
            await self._take_patiently(events)
            self._saw(None)
        except PandaError as error:
            self._saw(error)
            self._reached = error.reached
            self.message = failed(self.message, error)
        except asyncio.CancelledError as cancelled:
            ended = cancelled
            by_person = STOPPED in cancelled.args
            self.message = stopped(self.message) if by_person else crashed(self.message)
        except Exception as error:
            bug = PandaError(ErrorKind.BUG, ErrorDetail(technical=type(error).__name__))
            self.message = failed(self.message, bug)
            raise
        finally:
            await self._finish(self.call)
        if ended is not None:
            raise ended

    async def _take_patiently(self, events: Events) -> None:
        """Takes the stream; asks once more after the time a gateway asks for that has too much to do."""
        try:
            await self._take(events)
            return
        except PandaError as error:
            pause = pause_of(error)
            if pause is None or self._arrived:
                raise
            self._reached = error.reached
        at = time.monotonic() + pause
        self._hands.waits(self.message, Wait(WaitKind.ASKED_TO_WAIT, at))
        try:
            # A timer of the event loop may be a twentieth early, and who comes too early is refused again.
            while (left := at - time.monotonic()) > 0:
                await asyncio.sleep(left)
        finally:
            self._hands.waits(self.message, None)
        self._reached = Reached.MAYBE_SENT
        await self._take(events)

    async def _take(self, events: Events) -> None:
        silence = Silence(lambda wait: self._hands.waits(self.message, wait), patience.SILENT_AFTER_S)
        async with aclosing(events()) as stream:
            try:
                async for event in stream:
                    now = time.monotonic()
                    self._measure(event, now)
                    if self._arrived and not isinstance(event, StillWaiting):
                        silence.heard()
                    grown = self._folded(event)
                    if grown is self.message:
                        continue
                    self.message = grown
                    self._hands.grew(grown)
                    if self._timer is None:
                        self._timer = asyncio.get_running_loop().call_later(CHECKPOINT_S, self._checkpoint)
            finally:
                silence.end()
                self._take_held()

    def _checkpoint(self) -> None:
        self._timer = None
        if self._writing is None or self._writing.done():
            self._writing = asyncio.ensure_future(self._hands.keep(self.message))
            self._writing.add_done_callback(lambda done: done.cancelled() or done.exception())
        else:
            self._timer = asyncio.get_running_loop().call_later(CHECKPOINT_S, self._checkpoint)

    async def _keep_last(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._writing is not None:
            await asyncio.wait((self._writing,))
        await self._hands.keep(self.message)

    def _folded(self, event: ChatEvent) -> Message:
        if self._continuing:
            match event:
                case TextDelta(text):
                    fresh = self._overlap.feed(text)
                    event = TextDelta(fresh) if fresh else StillWaiting()
                case ReasoningDelta(text) if self._thought_before:
                    # The thinking of another call begins on its own line.
                    self._thought_before, event = False, ReasoningDelta(f"\n\n{text}")
                case Finished():
                    self._take_held()
        return fold(self.message, event)

    def _take_held(self) -> None:
        if held := self._overlap.end():
            self.message = fold(self.message, TextDelta(held))

    def _measure(self, event: object, now: float) -> None:
        match event:
            case ReasoningDelta():
                self._arrived = True
                self._thinking_began = self._thinking_began or now
            case TextDelta():
                self._arrived = True
                if self._first_text is None:
                    self._first_text = now
                    if self._thinking_began is not None:
                        thinking_s = self._earlier_thinking_s + now - self._thinking_began
                        self.message = replace(self.message, reasoning_s=thinking_s)
            case StillWaiting():
                self._saw(None)

    def _saw(self, error: PandaError | None) -> None:
        if self._account == self._connection.account:  # else it tells nothing of the one in use now
            self._connection.saw(error)

    async def _finish(self, call: PaidCall) -> None:
        self._ending = True
        self._spending.till.answered(call.entry_id, self.message.served_model, self.message.usage)
        self.message = replace(self.message, usage=self._usage(), receipt=self._receipt())
        kept = asyncio.ensure_future(self._keep_last())
        try:
            await asyncio.shield(kept)
        except asyncio.CancelledError:
            await asyncio.wait((kept,))  # the program closes: what has come is stored all the same
            raise
        finally:
            if self._reached is Reached.NOTHING_SENT:
                self._spending.till.withdraw((call.entry_id,))
                self._spending.close(call)
                self.call = None
            else:
                self._spending.close(call, lambda cost, shared: self._hands.settled(self, cost, shared))
            self._hands.finished(self)

    def _receipt(self) -> Receipt:
        """Returns times and, until this part is settled, no cost: nobody knows that of the whole."""
        first = None if self._first_text is None else self._first_text - self._began
        total = time.monotonic() - self._began
        if not self._continuing:
            return Receipt(first_token_s=first, total_s=total)
        if self._reached is Reached.NOTHING_SENT:
            return self._earlier
        if self._earlier.first_token_s is not None:
            first = self._earlier.first_token_s
        return Receipt(first_token_s=first, total_s=(self._earlier.total_s or 0.0) + total)

    def _usage(self) -> Usage | None:
        """Returns the tokens of all parts; None when those of one are not known."""
        now, before = self.message.usage, self._earlier_usage
        if not self._continuing or (now is None and not self._arrived):
            return now or before
        if now is None or before is None:
            return None
        return Usage(
            before.prompt_tokens + now.prompt_tokens,
            before.completion_tokens + now.completion_tokens,
            before.total_tokens + now.total_tokens,
        )
