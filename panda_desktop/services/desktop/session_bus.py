"""A connection to the session bus (D-Bus).

Promise: nothing waits longer than `ANSWER_S` for a service that does not answer, and a bus that is not there
or goes away is a `NotThere`, never anything else.
"""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from jeepney import DBusAddress, MatchRule
    from jeepney.io.asyncio import DBusRouter

ANSWER_S: Final = 5.0
"""How long a service of the desktop may take to answer a call; it may have to be started."""


class NotThere(Exception):
    """There is no session bus, or nobody on it who does what is asked."""


class SessionBus:
    """An open connection. Use `connected`."""

    def __init__(self, router: "DBusRouter") -> None:
        """Takes what sends and receives."""
        self._router = router

    @property
    def sender(self) -> str:
        """This connection's name as it stands in paths."""
        return str(self._router.unique_name).removeprefix(":").replace(".", "_")

    async def call(self, address: "DBusAddress", method: str, signature: str, *body: Any) -> tuple[Any, ...]:
        """Calls a method and returns its answer. Raises `NotThere` when there is none, or it is an error."""
        from jeepney import DBusErrorResponse, new_method_call
        from jeepney.io.common import RouterClosed
        from jeepney.wrappers import unwrap_msg

        message = new_method_call(address, method, signature or None, body)
        try:
            async with asyncio.timeout(ANSWER_S):
                return tuple(unwrap_msg(await self._router.send_and_get_reply(message)))
        except (DBusErrorResponse, RouterClosed, EOFError, OSError) as error:
            raise NotThere(f"{method}: {type(error).__name__}") from error

    @contextlib.asynccontextmanager
    async def signals(self, *rules: "MatchRule") -> AsyncIterator["asyncio.Queue[Any]"]:
        """Collects the signals that match a rule, in order, while the block runs."""
        from jeepney import message_bus

        queue: asyncio.Queue[Any] = asyncio.Queue()
        with contextlib.ExitStack() as filters:
            for rule in rules:
                filters.enter_context(self._router.filter(rule, queue=queue))
                await self.call(message_bus, "AddMatch", "s", rule.serialise())
            yield queue


@contextlib.asynccontextmanager
async def connected() -> AsyncIterator[SessionBus]:
    """Opens a connection for as long as the block runs. Raises `NotThere` without a session bus."""
    try:
        from jeepney.auth import AuthenticationError
        from jeepney.io.asyncio import DBusRouter, open_dbus_connection
    except ImportError as error:  # it comes with the keyring's part for Linux
        raise NotThere("no part for it") from error

    try:
        async with asyncio.timeout(ANSWER_S):
            connection = await open_dbus_connection(bus=_address())
    except (ValueError, RuntimeError, EOFError, OSError, AuthenticationError) as error:
        raise NotThere(f"no session bus: {type(error).__name__}") from error
    try:
        with contextlib.suppress(EOFError, OSError):  # it went away meanwhile
            async with DBusRouter(connection) as router:
                yield SessionBus(router)
    finally:
        with contextlib.suppress(OSError):
            await connection.close()


def _address() -> str:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "/nonexistent")
    return os.environ.get("DBUS_SESSION_BUS_ADDRESS") or f"unix:path={runtime}/bus"
