"""Which profile is used: its gateway, with its key.

Promise: the key is in the keyring or in memory, nowhere else; work that has begun keeps the gateway and key
it began with, whatever is chosen meanwhile.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

from panda_desktop.domain.account import OFFICIAL, Balance, Connection, Endpoint, KeyState
from panda_desktop.domain.changes import ConnectionChanged, KeyChanged, ProblemMet, ProfileSwitched
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.profiles import DEMO_PROFILE, FIRST_PROFILE, Profile, endpoint_of
from panda_desktop.domain.secret import ApiKey, parse_key
from panda_desktop.gateway.addresses import parse_endpoint
from panda_desktop.gateway.client import Gateway
from panda_desktop.services.bus import Bus
from panda_desktop.services.clients import Clients, MakeGateway
from panda_desktop.services.demo_process import DEMO_KEY, DemoProcess
from panda_desktop.services.keys import Found, Keys
from panda_desktop.services.profiles import ProfileList, normalised
from panda_desktop.services.reachability import shown_by
from panda_desktop.services.settings import SettingsService


class ConnectionService:
    """The profile in use, its endpoint, its key, and the client made of them."""

    def __init__(
        self,
        bus: Bus,
        settings: SettingsService,
        profiles: ProfileList,
        keys: Keys,
        demo: DemoProcess,
        make_gateway: MakeGateway,
    ) -> None:
        """Nothing is read or opened before `start`."""
        self._bus = bus
        self._settings = settings
        self._profiles = profiles
        self._keys = keys
        self._demo = demo
        self._clients = Clients(make_gateway)
        self._key: ApiKey | None = None
        self._own_endpoint = OFFICIAL
        self._in_use = ""
        self._gateway: Gateway | None = None
        self._turn = 0
        self._for_this_run: dict[str, Endpoint] = {}
        self._is_known = asyncio.Event()  # which gateway is meant: nothing is sent anywhere before
        self._has_looked = asyncio.Event()  # for the key: before, there being none means nothing
        self.endpoint = OFFICIAL
        self.key_state = KeyState.MISSING
        self.connection = Connection.UNKNOWN

    # What is in use

    @property
    def profile(self) -> Profile:
        """The profile in use; the demo leaves it standing. The book may name the next one already while that
        is being stored.
        """
        return self._profiles.book.find(self._in_use) or self._profiles.book.current

    @property
    def profile_id(self) -> str:
        """Whose account pays for what begins now."""
        return DEMO_PROFILE if self.endpoint.is_demo else self.profile.id

    @property
    def account(self) -> str:
        """Names the account in use: another one after a switch, or with another key."""
        return self._clients.account(self.profile_id, self.endpoint.base_url)

    @property
    def hint(self) -> str:
        """The masked form of the key in use; empty without one."""
        return self._key.hint() if self._key is not None and not self.endpoint.is_demo else ""

    @property
    def key(self) -> ApiKey | None:
        """The key in use."""
        return self._key

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

    async def ready(self) -> Gateway:
        """Returns the client in use, once the key was looked for at the start: what a person sends in the
        first moment is not refused. Raises as `gateway`.
        """
        await self._has_looked.wait()
        return self.gateway()

    def key_state_of(self, profile: Profile) -> KeyState:
        """Returns where the key of a profile is, as far as it is known without asking the keyring."""
        base_url = self.endpoint_of(profile).base_url
        if self.is_in_use(profile.id, base_url):
            return self.key_state
        found = self._keys.known(profile.id, base_url)
        if found is not None:
            return found.state
        return KeyState.STORED if profile.has_saved(base_url) else KeyState.MISSING

    def endpoint_of(self, profile: Profile) -> Endpoint:
        """Returns where the gateway of a profile is; the environment may have named another place for this
        run. Raises `INVALID_INPUT`.
        """
        return self._for_this_run.get(profile.id) or parse_endpoint(profile.endpoint.base_url)

    # What work that has begun keeps

    def is_in_use(self, profile_id: str, base_url: str) -> bool:
        """Tells whether this account at this address is the one in use."""
        return base_url == self.endpoint.base_url and (profile_id or FIRST_PROFILE) == self.profile_id

    def gateway_of(self, profile_id: str, base_url: str) -> Gateway | None:
        """Returns the client of an account at an address, in use or not; None when its key is not at hand."""
        if self.is_in_use(profile_id, base_url):
            return self._gateway
        key = self.key_of(profile_id, base_url)
        if key is None:
            return None
        return self._clients.of(profile_id or FIRST_PROFILE, endpoint_of(base_url), key)

    def key_of(self, profile_id: str, base_url: str) -> ApiKey | None:
        """Returns the key of an account at an address, for its own origin; None when it is not at hand."""
        if self.is_in_use(profile_id, base_url):
            return self._key
        found = self._keys.known(profile_id or FIRST_PROFILE, base_url)
        return found.key if found is not None else None

    def client_of(self, profile_id: str) -> tuple[Gateway, Endpoint]:
        """Returns client and endpoint for work that was asked for under a profile and begins now. Raises
        `NO_KEY`, `KEYRING_LOCKED`: it is never done on another account.
        """
        if profile_id in ("", self.profile_id):
            return self.gateway(), self.endpoint
        profile = self._profiles.book.find(profile_id)
        if profile is not None:
            endpoint = self.endpoint_of(profile)
            gateway = self.gateway_of(profile_id, endpoint.base_url)
            if gateway is not None:
                return gateway, endpoint
        raise PandaError(ErrorKind.NO_KEY)

    # Coming and going

    async def start(self, environment: Mapping[str, str], *, demo: bool = False) -> None:
        """Finds endpoint and key: the environment's for this run, else those of the profile in use.

        Raises:
            PandaError: `DEMO_FAILED`, or what `parse_key` and `parse_endpoint` raise for the environment.
        """
        try:
            await self._look(environment, demo=demo)
        finally:
            self._has_looked.set()

    async def _look(self, environment: Mapping[str, str], *, demo: bool) -> None:
        await self._profiles.load()
        self._in_use = self._profiles.book.current.id
        try:
            if address := environment.get("PANDA_BASE_URL"):
                self._for_this_run[self.profile.id] = parse_endpoint(address)
            self.endpoint = self._own_endpoint = self.endpoint_of(self.profile)
        finally:
            self._is_known.set()
        if text := environment.get("PANDA_API_KEY"):
            found = Found(parse_key(text), KeyState.FROM_ENVIRONMENT)
            self._keys.serve(self.profile.id, self.endpoint.base_url, found)
        if not environment.get("PANDA_API_KEY") and (demo or self._settings.current.demo):
            await self._enter_demo()
            return
        await self._read_key()

    async def read_others(self) -> None:
        """Reads the keys of the other profiles, so that switching is instant and their jobs can be asked for.
        Nothing is read while the keyring does not give the one in use.
        """
        if self.key_state is KeyState.LOCKED:
            return
        for profile in self._profiles.book:
            base_url = profile.endpoint.base_url
            if profile.id != self.profile.id and profile.has_saved(base_url):
                found = await self._keys.find(profile, base_url)
                if found.state is KeyState.LOCKED:
                    return

    async def close(self) -> None:
        """Closes every client and the demo gateway."""
        self._gateway = None
        await self._clients.close()
        self._demo.close()

    # Profiles

    async def switch(self, profile_id: str) -> None:
        """Uses another profile from now on, and leaves the demo. Raises `CANNOT_READ`, `INVALID_INPUT`."""
        await self._is_known.wait()
        book = self._profiles.book
        endpoint = self.endpoint_of(book.get(profile_id))
        if profile_id == self.profile.id == book.current.id and endpoint == self.endpoint:
            return
        await self._profiles.use(profile_id)
        await self._go_to(profile_id)

    async def _go_to(self, profile_id: str) -> None:
        """Uses a profile at its address. Nothing is sent to the former one from the first moment."""
        was_demo = self.endpoint.is_demo
        self._turn += 1
        turn, self._in_use = self._turn, profile_id
        self._own_endpoint = self.endpoint = self.endpoint_of(self.profile)
        self._key, self._gateway = None, None
        saved = self.profile.has_saved(self.endpoint.base_url)
        self.key_state = KeyState.LOCKED if saved else KeyState.MISSING
        self._bus.publish(ProfileSwitched(self.profile.id))
        if was_demo:
            self._demo.close()
        await self._settings.change(demo=False)
        if turn == self._turn:
            await self._read_key()

    async def use_endpoint(self, address: str) -> None:
        """Lets the profile in use have another address, with the key stored for it. Raises
        `INVALID_INPUT`.
        """
        await self._is_known.wait()
        base_url, profile_id = normalised(address), self.profile.id
        await self._profiles.update(profile_id, lambda profile: replace(profile, base_url=base_url))
        self._for_this_run.pop(profile_id, None)
        if profile_id == self.profile.id:
            await self._go_to(profile_id)

    async def remove_profile(self, profile_id: str) -> tuple[Profile, int, dict[str, ApiKey]]:
        """Removes a profile and its keys; another one is in use then, if that one was. Returns what
        `put_back_profile` takes.

        Raises:
            PandaError: `CANNOT_READ`; `INVALID_INPUT` (`last_profile`); `KEYRING_LOCKED`,
                `KEYRING_NO_ANSWER`: it is still there, with its keys.
        """
        profile, place = self._profiles.book.get(profile_id), self._profiles.book.place(profile_id)
        self._profiles.book.without(profile_id)  # raises before anything is taken
        keys = await self._keys.take_out(profile)
        was_in_use = profile_id == self.profile.id
        if was_in_use:
            self._gateway = None
        try:
            await self._profiles.remove(profile_id)
        except PandaError:  # such as when the other ones were removed meanwhile
            await self._keys.put_back(profile, keys)
            if was_in_use:
                await self._read_key()
            raise
        self._clients.forget_keys(profile_id)
        if was_in_use:
            await self._go_to(self._profiles.book.current.id)
        return profile, place, keys

    async def put_back_profile(self, profile: Profile, place: int, keys: dict[str, ApiKey]) -> None:
        """Puts a removed profile back where it was, with its keys; it is not in use. Raises
        `INVALID_INPUT`.
        """
        for base_url, key in keys.items():  # at once: it may be used before the keyring has them
            self._keys.serve(profile.id, base_url, Found(key, KeyState.SESSION_ONLY))
        await self._profiles.put_back(replace(profile, saved_at=()), place)
        await self._keys.put_back(profile, keys)
        if profile.id == self.profile.id and not self.endpoint.is_demo:
            await self._read_key()

    # The key

    async def _read_key(self) -> None:
        """Finds the key of what is in use; a switch that comes meanwhile overtakes it."""
        self._turn += 1
        turn = self._turn
        found = await self._keys.find(self.profile, self._own_endpoint.base_url)
        if turn != self._turn:
            return
        self._key, self.key_state = found.key, found.state
        self._renew()
        if found.problem is not None:
            self._bus.publish(ProblemMet(found.problem))

    async def _enter_demo(self) -> bool:
        """Returns False, and changes nothing, when something else was chosen while the demo started."""
        turn = self._turn
        endpoint = await self._demo.endpoint()
        if turn != self._turn:
            if not self.endpoint.is_demo:
                self._demo.close()
            return False
        self._turn += 1
        self.endpoint = endpoint
        self._key, self.key_state = DEMO_KEY, KeyState.NOT_NEEDED
        self._renew()
        return True

    def _renew(self) -> None:
        client = self._clients.of(self.profile_id, self.endpoint, self._key) if self.has_access else None
        self._gateway = client
        self.connection = Connection.UNKNOWN
        self._bus.publish(KeyChanged(self.key_state, self.hint))
        self._bus.publish(ConnectionChanged(self.connection, self.endpoint))

    def saw(self, error: PandaError | None) -> None:
        """Takes note of how a call went; `None` for well."""
        seen = shown_by(error)
        if seen is not None and seen is not self.connection:
            self.connection = seen
            self._bus.publish(ConnectionChanged(seen, self.endpoint))

    async def test(self, key: ApiKey | None = None) -> Balance:
        """Asks for the balance with a key that may not be in use yet. Raises what the call raises."""
        await self._is_known.wait()
        endpoint = self._own_endpoint if key is not None else self.endpoint
        gateway = self._clients.passing(endpoint, key or self._key)
        try:
            return await gateway.balance()
        finally:
            await gateway.aclose()

    async def place(self) -> tuple[str, str]:
        """Returns the profile in use and its address: what a key that is entered now is meant for."""
        await self._is_known.wait()
        return self.profile.id, self._own_endpoint.base_url

    async def use_key(self, key: ApiKey, meant_for: tuple[str, str] | None = None) -> None:
        """Uses the key from now on and puts it into the keyring; without a safe store it serves this run. One
        that is not meant for the `place` in use any more is only kept.

        Raises:
            PandaError: why it could not be stored. The key is in use all the same. `CANNOT_READ`: its profile
                is gone.
        """
        in_use = await self.place()
        profile_id, base_url = meant_for or in_use
        profile = self._profiles.book.get(profile_id)
        self._turn += (profile_id, base_url) == in_use
        turn = self._turn
        found = await self._keys.keep(profile, base_url, key)
        self._clients.change_account(profile_id, base_url)
        if turn == self._turn and (profile_id, base_url) == in_use:
            self.endpoint = self._own_endpoint
            self._key, self.key_state = found.key, found.state
            self._renew()
            await self._settings.change(demo=False)
        if found.problem is not None:
            raise found.problem

    async def remove_key(self) -> None:
        """Takes the key out of the keyring, out of memory and out of every client, also of those that running
        jobs hold. Raises what the keyring raises: it still has it then.
        """
        profile, base_url = self.profile, self._own_endpoint.base_url
        self._turn += 1
        self._clients.forget_keys(profile.id, base_url)
        self._clients.change_account(profile.id, base_url)
        self._key, self.key_state = None, KeyState.MISSING
        self._renew()
        try:
            await self._keys.remove(profile, base_url)
        except PandaError:
            if profile.has_saved(base_url):
                self.key_state = KeyState.LOCKED
                self._bus.publish(KeyChanged(self.key_state, self.hint))
            raise

    async def use_demo(self, wanted: bool) -> None:
        """Enters or leaves the demo gateway. Raises `DEMO_FAILED`."""
        await self._is_known.wait()
        if not wanted:
            await self._go_to(self.profile.id)
        elif await self._enter_demo():
            await self._settings.change(demo=True)

    async def try_keyring_again(self) -> None:
        """Reads the key again after the person has unlocked the keyring."""
        if not self.endpoint.is_demo:  # which has a key of its own
            await self._read_key()
        await self.read_others()
