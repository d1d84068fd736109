"""The balance and the list of models, read again whenever they may have changed.

Promise: an amount is shown with the time it was read; a failed reading keeps the last one.
"""

import asyncio
from typing import Final

from panda_desktop.domain.account import Balance, Connection
from panda_desktop.domain.changes import (
    BalanceChanged,
    ConnectionChanged,
    KeyChanged,
    ModelsChanged,
    ReplyFinished,
)
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.models import DOCUMENTED_MODELS, ModelInfo
from panda_desktop.services.bus import Bus
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.spending import Spending
from panda_desktop.services.tasks import TaskSet

REREAD_AFTER_S: Final = 300.0
"""How often the balance is read when nothing happens."""


class AccountService:
    """Knows the last balance and the models.

    Attributes:
        balance: as last read; None when it was not.
        models: as the gateway lists them, else those of its documentation.
        spending: counts the open paid calls and settles them with each reading.
    """

    def __init__(self, bus: Bus, tasks: TaskSet, connection: ConnectionService) -> None:
        """Listens from now on; `start` begins to read."""
        self._bus = bus
        self._tasks = tasks
        self._connection = connection
        self._reading: asyncio.Task[None] | None = None
        self._again = False
        self._read_well = False
        self.spending = Spending()
        self.balance: Balance | None = None
        self.models: tuple[ModelInfo, ...] = DOCUMENTED_MODELS
        bus.subscribe(ReplyFinished, lambda _: self.refresh())
        bus.subscribe(KeyChanged, lambda _: self._forget())

    def start(self) -> None:
        """Reads balance and models, and the balance again every few minutes."""
        self._tasks.spawn(self._keep_fresh(), name="balance clock")
        self.reload()

    def reload(self) -> None:
        """Reads both, after another key or endpoint was chosen."""
        self.refresh()
        self._tasks.spawn(self._read_models(), name="models", failed=self._connection.saw)

    def _forget(self) -> None:
        self.balance = None
        self.spending.change_account()
        self._bus.publish(BalanceChanged(None, refreshing=False))

    async def _keep_fresh(self) -> None:
        while True:
            await asyncio.sleep(REREAD_AFTER_S)
            self.refresh()

    def refresh(self) -> None:
        """Reads the balance; a call during a reading leads to one more reading after it."""
        if self._reading is not None and not self._reading.done():
            self._again = True
            return
        self._reading = self._tasks.spawn(self._read(), name="balance")

    async def settled(self) -> Balance | None:
        """Reads the balance now and returns it; None when it cannot be read."""
        self.refresh()
        if self._reading is not None:
            await asyncio.shield(self._reading)
        return self.balance if self._read_well else None

    async def at_rest(self) -> None:
        """Waits until no reading is under way; begins none."""
        if self._reading is not None and not self._reading.done():
            await asyncio.shield(self._reading)

    async def _read(self) -> None:
        while True:
            self._again = False
            self._bus.publish(BalanceChanged(self.balance, refreshing=True))
            reading = self.spending.begin_reading()
            self._read_well = False
            try:
                balance = await self._connection.gateway().balance()
                self._connection.saw(None)
                if self.spending.end_reading(reading, balance):
                    self.balance, self._read_well = balance, True
            except PandaError as error:
                self._connection.saw(error)
            finally:
                self._bus.publish(BalanceChanged(self.balance, refreshing=False))
            if not self._again:
                return

    async def _read_models(self) -> None:
        self.models = await self._connection.gateway().models() or DOCUMENTED_MODELS
        self._bus.publish(ModelsChanged(self.models))

    def hear_connection(self, change: ConnectionChanged) -> None:
        """Reads the models again when the connection came back."""
        if change.connection is Connection.ONLINE and self.models is DOCUMENTED_MODELS:
            self._tasks.spawn(self._read_models(), name="models", failed=self._connection.saw)
