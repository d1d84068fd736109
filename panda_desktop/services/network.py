"""How requests leave this computer, as the settings say now.

Promise: name and password for a proxy go to the very proxy they were entered for, and are in the keyring or
in memory, nowhere else.
"""

import asyncio
import json
from dataclasses import replace

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.network import Login, Network, ProxyMode, network_of, proxy_place
from panda_desktop.domain.secret import ApiKey
from panda_desktop.services.settings import SettingsService
from panda_desktop.storage.secrets import Secrets


class NetworkService:
    """Knows the network."""

    def __init__(self, settings: SettingsService, secrets: Secrets) -> None:
        """Nothing is read before `start`."""
        self._settings = settings
        self._secrets = secrets
        self._logins: dict[str, Login] = {}
        self._in_order = asyncio.Lock()  # the keyring does what it is asked for in no order

    def current(self) -> Network:
        """Returns the network for a request that begins now."""
        settings = self._settings.current
        return network_of(settings, self._logins.get(proxy_place(settings)))

    @property
    def login_name(self) -> str:
        """The name at the chosen proxy; empty without one."""
        login = self._logins.get(proxy_place(self._settings.current))
        return login.name if login is not None else ""

    async def start(self) -> None:
        """Reads name and password for the proxy, if there are any; a locked keyring leaves them out."""
        place = proxy_place(self._settings.current)
        if not place or not self._settings.current.proxy_login:
            return
        try:
            kept = await self._secrets.read(_account(place))
        except PandaError:
            return  # the proxy will say what it misses
        if kept is not None and (login := _login_of(kept)) is not None:
            self._logins[place] = login

    async def use_proxy(
        self, mode: ProxyMode, host: str = "", port: int = 0, name: str = "", password: str = ""
    ) -> None:
        """Uses a proxy for every request that begins from now on. Without a name none is told to it; a name
        without a password keeps the one it has.

        Raises:
            PandaError: why name and password could not be stored, `NO_KEYRING` or as `Secrets.write`. They
                serve this run all the same.
        """
        if mode not in (ProxyMode.HTTP, ProxyMode.SOCKS5):
            await self._settings.change(proxy=mode.value)
            return
        place = proxy_place(replace(self._settings.current, proxy=mode, proxy_host=host, proxy_port=port))
        known = self._logins.get(place)
        login = Login(name, password) if name else None
        if login is not None and known is not None and known.name == name and not password:
            login = known
        if login is None:
            self._logins.pop(place, None)
        else:
            self._logins[place] = login
        await self._settings.change(proxy=mode.value, proxy_host=host, proxy_port=port)
        if login != known:
            async with self._in_order:
                await self._store(place, login)

    async def _store(self, place: str, login: Login | None) -> None:
        if login is None:
            await self._settings.change(proxy_login=False)
            await self._delete(place)
            return
        text = json.dumps([login.name, login.password])  # ASCII, as every keyring takes it
        await self._secrets.write(_account(place), ApiKey(text))
        await self._settings.change(proxy_login=True)

    async def _delete(self, place: str) -> None:
        try:
            await self._secrets.delete(_account(place))
        except PandaError as error:
            if error.kind is not ErrorKind.NO_KEYRING:
                raise


def _account(place: str) -> str:
    return f"proxy {place}"


def _login_of(kept: ApiKey) -> Login | None:
    try:
        name, password = json.loads(kept.reveal())
        return Login(str(name), str(password))
    except (ValueError, TypeError):
        return None
