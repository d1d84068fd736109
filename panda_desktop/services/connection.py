"""Which gateway is used, with which key.

Promise: the key is in the keyring or in memory, nowhere else; work that has begun keeps the gateway and key
it began with, whatever is chosen meanwhile.
"""

from collections.abc import Callable, Mapping
from typing import Final

from panda_desktop.domain.account import OFFICIAL, Balance, Connection, Endpoint, KeyState
from panda_desktop.domain.changes import ConnectionChanged, KeyChanged, ProblemMet
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.secret import ApiKey, parse_key
from panda_desktop.gateway.addresses import parse_endpoint
from panda_desktop.gateway.client import Gateway
from panda_desktop.services.bus import Bus
from panda_desktop.services.demo_process import DEMO_KEY, DemoProcess
from panda_desktop.services.settings import SettingsService
from panda_desktop.storage.secrets import Secrets

MakeGateway = Callable[[Endpoint, ApiKey | None], Gateway]
_OFFLINE: Final = frozenset(
    {
        ErrorKind.NAME_NOT_FOUND,
        ErrorKind.CANNOT_CONNECT,
        ErrorKind.TLS_FAILED,
        ErrorKind.PROXY_FAILED,
        ErrorKind.NO_FIRST_BYTE,
        ErrorKind.NOT_THE_GATEWAY,
    }
)


class ConnectionService:
    """The endpoint, the key and the client made of them."""

    def __init__(
        self,
        bus: Bus,
        settings: SettingsService,
        secrets: Secrets,
        demo: DemoProcess,
        make_gateway: MakeGateway,
    ) -> None:
        """Nothing is read or opened before `start`."""
        self._bus = bus
        self._settings = settings
        self._secrets = secrets
        self._demo = demo
        self._make_gateway = make_gateway
        self._key: ApiKey | None = None
        self._own_endpoint = OFFICIAL
        self._gateway: Gateway | None = None
        self._retired: list[Gateway] = []
        self.endpoint = OFFICIAL
        self.key_state = KeyState.MISSING
        self.connection = Connection.UNKNOWN

    @property
    def hint(self) -> str:
        """The masked form of the key in use; empty without one."""
        return self._key.hint() if self._key is not None and not self.endpoint.is_demo else ""

    async def start(self, environment: Mapping[str, str], *, demo: bool = False) -> None:
        """Finds endpoint and key: the environment's for this run, else the stored ones.

        Raises:
            PandaError: `DEMO_FAILED`, or what `parse_key` and `parse_endpoint` raise for the environment.
        """
        saved = self._settings.current.base_url
        address = environment.get("PANDA_BASE_URL") or saved
        self._own_endpoint = parse_endpoint(address) if address else OFFICIAL
        self.endpoint = self._own_endpoint
        if text := environment.get("PANDA_API_KEY"):
            self._key, self.key_state = parse_key(text), KeyState.FROM_ENVIRONMENT
        elif demo or self._settings.current.demo:
            await self._enter_demo()
            return
        else:
            await self._read_key()
        self._renew()

    async def _read_key(self) -> None:
        self._key, self.key_state = None, KeyState.MISSING
        try:
            self._key = await self._secrets.read(self._own_endpoint.base_url)
        except PandaError as error:
            if self._settings.current.key_saved:
                self.key_state = KeyState.LOCKED
            elif error.kind is not ErrorKind.NO_KEYRING:
                self._bus.publish(ProblemMet(error))
            return
        if self._key is not None:
            self.key_state = KeyState.STORED
        elif self._settings.current.key_saved:
            # A locked wallet answers "none": that is not "no key".
            self.key_state = KeyState.LOCKED

    async def _enter_demo(self) -> None:
        self.endpoint = await self._demo.endpoint()
        self._key, self.key_state = DEMO_KEY, KeyState.NOT_NEEDED
        self._renew()

    def _renew(self) -> None:
        if self._gateway is not None:
            self._retired.append(self._gateway)
        self._gateway = self._make_gateway(self.endpoint, self._key) if self.has_access else None
        self.connection = Connection.UNKNOWN
        self._bus.publish(KeyChanged(self.key_state, self.hint))
        self._bus.publish(ConnectionChanged(self.connection, self.endpoint))

    @property
    def has_access(self) -> bool:
        """The gateway can be asked: there is a key, or the server is on this computer and may need none."""
        return self._key is not None or self.endpoint.base_url.startswith("http://")

    def gateway(self) -> Gateway:
        """Returns the client in use. Raises `NO_KEY`, or `KEYRING_LOCKED` when a saved key is out of
        reach.
        """
        if self._gateway is None:
            locked = self.key_state is KeyState.LOCKED
            raise PandaError(ErrorKind.KEYRING_LOCKED if locked else ErrorKind.NO_KEY)
        return self._gateway

    @property
    def key(self) -> ApiKey | None:
        """The key in use, for the asset client's own-origin addresses."""
        return self._key

    def saw(self, error: PandaError | None) -> None:
        """Takes note of how a call went; `None` for well."""
        if error is None:
            seen = Connection.ONLINE
        elif error.kind is ErrorKind.KEY_REFUSED:
            seen = Connection.KEY_REFUSED
        elif error.kind in _OFFLINE:
            seen = Connection.OFFLINE
        else:
            return
        if seen is not self.connection:
            self.connection = seen
            self._bus.publish(ConnectionChanged(seen, self.endpoint))

    async def test(self, key: ApiKey | None = None) -> Balance:
        """Asks for the balance with a key that may not be in use yet. Raises what the call raises."""
        endpoint = self._own_endpoint if key is not None else self.endpoint
        gateway = self._make_gateway(endpoint, key or self._key)
        try:
            return await gateway.balance()
        finally:
            await gateway.aclose()

    async def use_key(self, key: ApiKey) -> None:
        """Uses the key from now on and puts it into the keyring; without a safe store it serves this run.

        Raises:
            PandaError: why it could not be stored. The key is in use all the same.
        """
        self._key, self.endpoint = key, self._own_endpoint
        self.key_state = KeyState.SESSION_ONLY
        try:
            await self._secrets.write(self._own_endpoint.base_url, key)
            self.key_state = KeyState.STORED
        finally:
            self._renew()
            await self._settings.change(demo=False, key_saved=self.key_state is KeyState.STORED)

    async def remove_key(self) -> None:
        """Takes the key out of the keyring and out of use. Raises what the keyring raises."""
        self._key, self.key_state = None, KeyState.MISSING
        self._renew()
        await self._settings.change(key_saved=False)
        await self._secrets.delete(self._own_endpoint.base_url)

    async def use_endpoint(self, address: str) -> None:
        """Uses another address, with the key stored for it. Raises `INVALID_INPUT`."""
        endpoint = parse_endpoint(address) if address.strip() else OFFICIAL
        self._own_endpoint = self.endpoint = endpoint
        kept = "" if endpoint == OFFICIAL else endpoint.base_url
        await self._settings.change(base_url=kept, demo=False)
        await self._read_key()
        self._renew()

    async def use_demo(self, wanted: bool) -> None:
        """Enters or leaves the demo gateway. Raises `DEMO_FAILED`."""
        if wanted:
            await self._enter_demo()
        else:
            self.endpoint = self._own_endpoint
            await self._read_key()
            self._renew()
            self._demo.close()
        await self._settings.change(demo=wanted)

    async def try_keyring_again(self) -> None:
        """Reads the key again after the person has unlocked the keyring."""
        await self._read_key()
        self._renew()

    async def close(self) -> None:
        """Closes every client and the demo gateway."""
        for gateway in (*self._retired, self._gateway):
            if gateway is not None:
                await gateway.aclose()
        self._retired.clear()
        self._gateway = None
        self._demo.close()
