"""One answer as it comes: events folded into the message, saved every 250 ms, told on the bus.

Promise: whatever ends it, the text that has arrived is in the database and the message is final.
"""

import asyncio
import time
from contextlib import aclosing
from dataclasses import replace
from typing import Final

from panda_desktop.domain.changes import MessageGrew, ReplyFinished
from panda_desktop.domain.chat import Message, Receipt
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.events import Finished, ReasoningDelta, StillWaiting, TextDelta
from panda_desktop.domain.fold import crashed, failed, fold, stopped
from panda_desktop.gateway.client import Gateway
from panda_desktop.gateway.requests import ChatRequest
from panda_desktop.services.bus import Bus
from panda_desktop.services.connection import ConnectionService
from panda_desktop.storage.conversations import ConversationStore

CHECKPOINT_S: Final = 0.25
STOPPED: Final = "stopped"
"""Message of the cancellation that a person asked for; any other one means that the program closes."""


class Answering:
    """Runs one answer."""

    def __init__(
        self, bus: Bus, store: ConversationStore, connection: ConnectionService, message: Message
    ) -> None:
        """`message` is stored already, waiting or about to be continued."""
        self._bus = bus
        self._store = store
        self._connection = connection
        self._began = time.monotonic()
        self._first_text: float | None = None
        self._thinking_began: float | None = None
        self._entered = False
        self._stopped_before = False
        self.message = message

    def stop(self, task: asyncio.Task[None]) -> None:
        """Ends it at the person's wish; `task` is the one that runs it."""
        # A task that is cancelled before its first step never runs, so nobody would end the message.
        if self._entered:
            task.cancel(STOPPED)
        self._stopped_before = not self._entered

    async def run(self, gateway: Gateway, request: ChatRequest) -> None:
        """Takes the stream to its end; never raises but for the cancellation."""
        ended: asyncio.CancelledError | None = None
        self._entered = True
        try:
            if self._stopped_before:
                raise asyncio.CancelledError(STOPPED)
            await self._take(gateway, request)
            self._connection.saw(None)
        except PandaError as error:
            self._connection.saw(error)
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
            await self._finish()
        if ended is not None:
            raise ended

    async def _take(self, gateway: Gateway, request: ChatRequest) -> None:
        saved = self._began
        async with aclosing(gateway.stream_chat(request)) as events:
            async for event in events:
                now = time.monotonic()
                self._measure(event, now)
                grown = fold(self.message, event)
                if grown is self.message:
                    continue
                self.message = grown
                self._bus.publish(MessageGrew(grown))
                if now - saved >= CHECKPOINT_S and not isinstance(event, Finished):
                    saved = now
                    await self._store.checkpoint(grown)

    def _measure(self, event: object, now: float) -> None:
        match event:
            case ReasoningDelta():
                self._thinking_began = self._thinking_began or now
            case TextDelta() if self._first_text is None:
                self._first_text = now
                if self._thinking_began is not None:
                    self.message = replace(self.message, reasoning_s=now - self._thinking_began)
            case StillWaiting():
                self._connection.saw(None)

    async def _finish(self) -> None:
        first = None if self._first_text is None else self._first_text - self._began
        receipt = Receipt(first_token_s=first, total_s=time.monotonic() - self._began)
        self.message = replace(self.message, receipt=receipt)
        try:
            await self._store.checkpoint(self.message)
        finally:
            self._bus.publish(ReplyFinished(self.message))
