"""The balance, read again whenever it may have changed.

Promise: an amount is shown with the time it was read; a failed reading keeps the last one.
"""

import asyncio
from typing import Final

from panda_desktop.domain.account import Balance
from panda_desktop.domain.changes import (
    BalanceChanged,
    KeyChanged,
    ModelsChanged,
    ProfileSwitched,
    ReplyFinished,
)
from panda_desktop.domain.errors import PandaError
from panda_desktop.services.bus import Bus
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.models import ModelsService
from panda_desktop.services.money.contract import Till
from panda_desktop.services.spending import Spending
from panda_desktop.services.tasks import TaskSet

REREAD_AFTER_S: Final = 300.0
"""How often the balance is read when nothing happens."""


class AccountService:
    """Knows the last balance.

    Attributes:
        balance: as last read; None when it was not.
        models: see `ModelsService`.
        spending: counts the open paid calls and settles them with each reading.
    """

    def __init__(
        self,
        bus: Bus,
        tasks: TaskSet,
        connection: ConnectionService,
        models: ModelsService,
        till: Till | None = None,
    ) -> None:
        """Listens from now on; `start` begins to read. `till` keeps the books of paid calls."""
        self._bus = bus
        self._tasks = tasks
        self._connection = connection
        self._reading: asyncio.Task[Balance | None] | None = None
        self._again = False
        self.spending = Spending(till)
        self.balance: Balance | None = None
        self._listed = models
        self.models = models.models
        bus.subscribe(ModelsChanged, self._heard_models)
        bus.subscribe(ReplyFinished, lambda _: self.refresh())
        self._balances: dict[str, Balance] = {}
        bus.subscribe(KeyChanged, lambda _: self._forget())
        bus.subscribe(ProfileSwitched, lambda _: self._forget())

    def start(self) -> None:
        """Reads balance and models, and the balance again every few minutes."""
        self._tasks.spawn(self._keep_fresh(), name="balance clock")
        self.reload()

    def reload(self) -> None:
        """Reads both, after another key or endpoint was chosen."""
        self.refresh()
        self._listed.refresh()

    def _forget(self) -> None:
        """Another account may be in use: shows what was last known of it, with its age, or nothing."""
        self.balance = self._balances.get(self._connection.account)
        self.spending.change_account()
        self._bus.publish(BalanceChanged(self.balance, refreshing=False))

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
        # The reading's own result: another one may have begun before this wakes up.
        return await asyncio.shield(self._reading) if self._reading is not None else None

    async def at_rest(self) -> None:
        """Waits until no reading is under way; begins none."""
        if self._reading is not None and not self._reading.done():
            await asyncio.shield(self._reading)

    async def _read(self) -> Balance | None:
        while True:
            self._again = False
            self._bus.publish(BalanceChanged(self.balance, refreshing=True))
            account, reading = self._connection.account, self.spending.begin_reading()
            found: Balance | None = None
            try:
                balance = await self._connection.gateway().balance()
                self._saw(account, None)
                if self.spending.end_reading(reading, balance):
                    self.balance = found = balance
                    self._balances[account] = balance
            except PandaError as error:
                self._saw(account, error)
            finally:
                self._bus.publish(BalanceChanged(self.balance, refreshing=False))
            if not self._again:
                return found

    def _saw(self, account: str, error: PandaError | None) -> None:
        if account == self._connection.account:  # else it tells nothing of the one in use now
            self._connection.saw(error)

    def _heard_models(self, change: ModelsChanged) -> None:
        self.models = change.models
