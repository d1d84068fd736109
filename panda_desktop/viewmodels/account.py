"""The account as the window shows it: balance, connection, key, and what runs.

Promise: a key that was entered is used only after the gateway has accepted it.
"""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Signal

from panda_desktop.domain.account import Balance, Connection, Endpoint, KeyState
from panda_desktop.domain.changes import BalanceChanged, ConnectionChanged, KeyChanged
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.secret import ApiKey
from panda_desktop.services.account import AccountService
from panda_desktop.services.bus import Bus
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


class AccountModel(Commanding):
    """Observable account.

    Signals:
        balance_changed: see `balance` and `refreshing`.
        connection_changed: see `connection` and `endpoint`.
        key_changed: see `key_state` and `key_hint`.
        priced: see `price_of`: other prices of the person hold.
        testing: a key is being tested.
        key_works(object): the `Balance` the tested key gave; a new key is in use now.
        key_failed(object): a `PandaError`: the tested key does not work; the one in use stays.
        endpoint_failed(object): a `PandaError`: the address cannot be used.
        key_removed: the key was taken out of keyring and memory, by a command of this one.
        demo_entered: the demo gateway is in use.
        demo_failed(object): a `PandaError`: the demo gateway did not start.
    """

    balance_changed = Signal()
    connection_changed = Signal()
    key_changed = Signal()
    priced = Signal()
    testing = Signal()
    key_works = Signal(object)
    key_failed = Signal(object)
    endpoint_failed = Signal(object)
    key_removed = Signal()
    demo_entered = Signal()
    demo_failed = Signal(object)

    def __init__(
        self, bus: Bus, tasks: TaskSet, connection: ConnectionService, account: AccountService
    ) -> None:
        """Listens from now on."""
        super().__init__(tasks)
        self._connection = connection
        self._account = account
        self._refreshing = False
        self._own_price: Callable[[str], Decimal | None] | None = None
        self._is_own: Callable[[str], bool] = lambda _model: False
        bus.subscribe(BalanceChanged, self._heard_balance)
        bus.subscribe(ConnectionChanged, lambda _: self.connection_changed.emit())
        bus.subscribe(KeyChanged, lambda _: self.key_changed.emit())

    @property
    def balance(self) -> Balance | None:
        """The last known balance."""
        return self._account.balance

    @property
    def refreshing(self) -> bool:
        """The balance is being read."""
        return self._refreshing

    @property
    def connection(self) -> Connection:
        """What the last call showed."""
        return self._connection.connection

    @property
    def endpoint(self) -> Endpoint:
        """Where the gateway is."""
        return self._connection.endpoint

    @property
    def key_state(self) -> KeyState:
        """Where the key is."""
        return self._connection.key_state

    @property
    def key_hint(self) -> str:
        """The masked key; empty without one."""
        return self._connection.hint

    @property
    def has_access(self) -> bool:
        """The gateway can be asked: there is a key, or none is needed."""
        return self._connection.has_access

    @property
    def key_is_locked(self) -> bool:
        """A key was saved and the keyring does not give it."""
        return self.key_state is KeyState.LOCKED

    def use_prices(self, price_of: Callable[[str], Decimal | None], is_own: Callable[[str], bool]) -> None:
        """Lets the prices of the person count; call `prices_changed` when they differ."""
        self._own_price = price_of
        self._is_own = is_own

    def prices_changed(self) -> None:
        """Tells that other prices hold: what is shown with the balance is to be shown anew."""
        self.priced.emit()
        self.balance_changed.emit()

    def price_of(self, model_id: str) -> Decimal | None:
        """Returns the price of one image or video: the person's, else the gateway's, when there is one."""
        if self._own_price is not None:
            return self._own_price(model_id)
        return next((model.price for model in self._account.models if model.id == model_id), None)

    def is_own_price(self, model_id: str) -> bool:
        """Whether `price_of` is a price the person has entered."""
        return self._is_own(model_id)

    def refresh(self) -> None:
        """Reads the balance again."""
        self._account.refresh()

    def enter_key(self, key: ApiKey) -> None:
        """Tests a key and uses and stores it when it works; ends in `key_works` or `key_failed`."""
        self.testing.emit()
        self._tasks.spawn(self._enter(key), name="enter key", failed=self.key_failed.emit)

    def test_key(self) -> None:
        """Tests the key in use; ends in `key_works` or `key_failed`."""
        self.testing.emit()
        self._tasks.spawn(self._test(), name="test key", failed=self.key_failed.emit)

    def remove_key(self) -> None:
        """Takes the key out of the keyring and out of use."""
        self._do(self._remove_key(), "remove key")

    def use_endpoint(self, address: str) -> None:
        """Uses another address, empty for Panda World's own; a wrong one ends in `endpoint_failed`."""
        self._tasks.spawn(self._use_endpoint(address), name="endpoint", failed=self.endpoint_failed.emit)

    def use_demo(self, wanted: bool) -> None:
        """Enters or leaves the demo gateway; ends in `demo_entered`, or `demo_failed`."""
        self._tasks.spawn(self._use_demo(wanted), name="demo", failed=self.demo_failed.emit)

    def try_keyring_again(self) -> None:
        """Reads the key again after the person has unlocked the keyring."""
        self._do(self._try_again(), "keyring")

    async def _enter(self, key: ApiKey) -> None:
        meant_for = await self._connection.place()
        balance = await self._connection.test(key)
        try:
            await self._connection.use_key(key, meant_for)
        except PandaError as error:
            # The key works and is in use; only its place is not the wanted one.
            self.failed.emit(error)
        self._account.reload()
        self.key_works.emit(balance)

    async def _remove_key(self) -> None:
        await self._connection.remove_key()
        self.key_removed.emit()

    async def _test(self) -> None:
        self.key_works.emit(await self._connection.test())
        self._account.refresh()

    async def _use_endpoint(self, address: str) -> None:
        await self._connection.use_endpoint(address)
        if self.has_access:
            self._account.reload()

    async def _use_demo(self, wanted: bool) -> None:
        await self._connection.use_demo(wanted)
        if self.has_access:
            self._account.reload()
        if wanted and self.endpoint.is_demo:
            self.demo_entered.emit()

    async def _try_again(self) -> None:
        await self._connection.try_keyring_again()
        if self.has_access:
            self._account.reload()

    def _heard_balance(self, change: BalanceChanged) -> None:
        self._refreshing = change.refreshing
        self.balance_changed.emit()
