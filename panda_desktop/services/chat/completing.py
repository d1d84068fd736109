"""The completion pad: a text, and a model that writes on it.

Promise: the text is in the database before it is sent and every 250 ms while it grows; what the person wrote
is sent as it stands and never changed; one continuation at a time, and none by itself.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from typing import Final

from panda_desktop.domain.changes import AnswerWaits, PadChanged
from panda_desktop.domain.chat import Message, MessageState, Parameters, Receipt, Role
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.events import ChatEvent
from panda_desktop.domain.money import Purpose, SpendKind
from panda_desktop.domain.pad import Pad
from panda_desktop.domain.tokens import SAMPLE, guess_tokens
from panda_desktop.domain.waits import Wait
from panda_desktop.gateway.client import Gateway
from panda_desktop.gateway.requests import CompletionRequest
from panda_desktop.services.account import AccountService
from panda_desktop.services.bus import Bus
from panda_desktop.services.chat.answering import Answering
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.pad import PadStore

_ID: Final = "pad"


class Completing:
    """See `services.chat.contract.CompletionCommands`; the `Hands` of its continuations."""

    def __init__(
        self,
        bus: Bus,
        tasks: TaskSet,
        store: PadStore,
        connection: ConnectionService,
        account: AccountService,
    ) -> None:
        """Nothing is read before `load`."""
        self._bus = bus
        self._tasks = tasks
        self._store = store
        self._connection = connection
        self._account = account
        self._pad = Pad()
        self._loaded = False
        self._running: tuple[asyncio.Task[None], Answering] | None = None
        self._unsettled: Answering | None = None
        self._writing = asyncio.Lock()

    @property
    def pad(self) -> Pad:
        """The pad as it is."""
        return self._pad

    async def load(self) -> Pad:
        """Reads the pad; a continuation that was coming when the program ended is marked as cut off."""
        async with self._writing:
            if not self._loaded:
                stored = await self._store.load()
                if stored.is_writing:
                    stored = replace(stored, state=MessageState.INTERRUPTED, error=ErrorKind.CRASHED)
                self._pad, self._loaded = stored, True
        return self._pad

    async def change_pad(
        self, *, text: str | None = None, model: str | None = None, parameters: Parameters | None = None
    ) -> Pad:
        """Keeps what is given; a text that differs is all the person's own."""
        await self.load()
        async with self._writing:
            self._check_idle()
            pad = self._pad
            if text is not None and text != pad.text:
                pad = _written(pad, text)
            if model is not None:
                if not model.strip():
                    raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="model"))
                pad = replace(pad, model=model.strip())
            if parameters is not None:
                parameters.check()
                pad = replace(pad, parameters=parameters)
            await self._keep(pad)
            return pad

    async def complete(self) -> None:
        """Lets the model write on. Raises `EMPTY_PROMPT`, `INVALID_INPUT`, `NO_KEY`, `KEYRING_LOCKED`."""
        await self.load()
        async with self._writing:
            self._check_idle()
            if not self._pad.text.strip():
                raise PandaError(ErrorKind.EMPTY_PROMPT)
            self._pad.parameters.check()
            gateway = await self._connection.ready()
            pad = replace(_written(self._pad, self._pad.text), state=MessageState.WAITING)
            till = self._account.spending.till
            (entry_id,) = await till.admit(_purpose(pad))
            try:
                await self._keep(pad)
            except BaseException:
                till.withdraw((entry_id,))
                raise
            request = CompletionRequest(pad.model, pad.text, pad.parameters)
            place = Message(
                _ID,
                "",
                None,
                0,
                Role.ASSISTANT,
                "",
                datetime.now(UTC),
                state=MessageState.WAITING,
                model=pad.model,
            )
            answering = Answering(self, self._connection, self._account.spending, place, entry_id=entry_id)
            task = self._tasks.spawn(answering.run(partial(_events, gateway, request)), name="completion")
            self._running = (task, answering)

    def stop_completion(self) -> None:
        """Ends the continuation; what has arrived stays."""
        if self._running is not None:
            self._running[1].stop(self._running[0])

    async def take_back(self) -> None:
        """Removes what the model wrote last."""
        async with self._writing:
            self._check_idle()
            await self._keep(_written(self._pad, self._pad.prompt))

    def _check_idle(self) -> None:
        if self._running is not None:
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="answering"))

    async def _keep(self, pad: Pad) -> None:
        await self._store.save(pad)
        self._pad = pad
        self._bus.publish(PadChanged(pad))

    # Hands

    def grew(self, message: Message) -> None:
        """Tells that the text has grown."""
        if message.state.is_final:
            return  # it is over when it is stored: see `finished`
        before, self._pad = self._pad, self._with(message)
        self._bus.publish(PadChanged(self._pad, grew=before.state is self._pad.state))

    def waits(self, message: Message, wait: Wait | None) -> None:
        """Tells what the continuation waits for."""
        self._bus.publish(AnswerWaits(message, wait))

    async def keep(self, message: Message) -> None:
        """Stores the text as it is now."""
        await self._store.save(self._with(message))

    def finished(self, answering: Answering) -> None:
        """Tells that the continuation has ended."""
        self._pad, self._running = self._with(answering.message), None
        self._unsettled = answering
        self._bus.publish(PadChanged(self._pad))
        self._account.refresh()

    def settled(self, answering: Answering, cost: Decimal | None, shared: bool) -> None:
        """Puts the cost into the receipt of the last continuation."""
        if answering is self._unsettled and cost is not None:
            self._tasks.spawn(self._note_cost(answering, cost, shared), name="receipt", brief=True)

    async def _note_cost(self, answering: Answering, cost: Decimal, shared: bool) -> None:
        async with self._writing:
            if self._running is None and answering is self._unsettled:
                receipt = replace(self._pad.receipt or Receipt(), cost=cost, cost_is_shared=shared)
                await self._keep(replace(self._pad, receipt=receipt))

    def _with(self, message: Message) -> Pad:
        return replace(
            self._pad,
            text=self._pad.prompt + message.text,
            state=message.state,
            served_model=message.served_model,
            finish_reason=message.finish_reason,
            error=message.error,
            error_detail=message.error_detail,
            usage=message.usage,
            receipt=message.receipt,
        )


def _purpose(pad: Pad) -> Purpose:
    tokens = guess_tokens(pad.text[:SAMPLE], len(pad.text))
    most = pad.parameters.max_tokens
    return Purpose(SpendKind.COMPLETION, pad.model, prompt_tokens=tokens, most_written=most)


def _written(pad: Pad, text: str) -> Pad:
    """Returns the pad with a text nobody has continued yet."""
    return Pad(text, len(text), pad.model, pad.parameters)


async def _events(gateway: Gateway, request: CompletionRequest) -> AsyncGenerator[ChatEvent, None]:
    async with aclosing(gateway.stream_completion(request)) as stream:
        async for event in stream:
            yield event
