"""A session bus for a test, with a desktop on it: a notification service and a portal made here.

Promise: its process ends with the test, and nothing is started by being asked for.
"""

import asyncio
import contextlib
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from jeepney import HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.asyncio import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusAddress

_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={path}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
NOTIFICATIONS = DBusAddress(
    "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "org.freedesktop.Notifications"
)
PORTAL = DBusAddress(
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Desktop",
    "org.freedesktop.portal.GlobalShortcuts",
)


def can_run() -> bool:
    return sys.platform == "linux" and shutil.which("dbus-daemon") is not None


class Service:
    """Answers calls under a name of the bus, and sends signals."""

    def __init__(self, connection: DBusConnection) -> None:
        self.connection = connection
        self.calls: list[tuple[str, tuple[Any, ...]]] = []

    async def answer(self, member: str, body: tuple[Any, ...], message: Any) -> tuple[str, tuple[Any, ...]]:
        """Returns signature and body of the answer; raises `KeyError` for what it does not know."""
        raise KeyError(member)

    async def serve(self) -> None:
        while True:
            try:
                message = await self.connection.receive()
            except EOFError:
                return
            if message.header.message_type is not MessageType.method_call:
                continue
            member = message.header.fields[HeaderFields.member]
            self.calls.append((member, message.body))
            try:
                signature, body = await self.answer(member, message.body, message)
            except KeyError:
                await self.connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
            else:
                await self.connection.send(new_method_return(message, signature or None, body))
                await self.after(member, message.body, message)

    async def after(self, member: str, body: tuple[Any, ...], message: Any) -> None:
        """Does what follows an answer."""

    async def tell(self, address: DBusAddress, member: str, signature: str, body: tuple[Any, ...]) -> None:
        await self.connection.send(new_signal(address, member, signature, body))


class Notifications(Service):
    """Shows nothing, and remembers what it was to show."""

    capabilities = ("actions", "body", "body-markup")

    async def answer(self, member: str, body: tuple[Any, ...], message: Any) -> tuple[str, tuple[Any, ...]]:
        if member == "GetCapabilities":
            return "as", (list(self.capabilities),)
        if member == "Notify":
            return "u", (body[1] or 39 + len(self.shown()),)
        raise KeyError(member)

    def shown(self) -> list[tuple[Any, ...]]:
        return [body for member, body in self.calls if member == "Notify"]

    async def click(self, number: int, token: str = "") -> None:
        if token:
            await self.tell(NOTIFICATIONS, "ActivationToken", "us", (number, token))
        await self.tell(NOTIFICATIONS, "ActionInvoked", "us", (number, "default"))
        await self.tell(NOTIFICATIONS, "NotificationClosed", "uu", (number, 2))


class Portal(Service):
    """Gives a global shortcut, unless `refuses`."""

    refuses = False
    session = "/org/freedesktop/portal/desktop/session/test/one"

    async def answer(self, member: str, body: tuple[Any, ...], message: Any) -> tuple[str, tuple[Any, ...]]:
        if member not in ("CreateSession", "BindShortcuts"):
            raise KeyError(member)
        return "o", (self._request(body, message),)

    async def after(self, member: str, body: tuple[Any, ...], message: Any) -> None:
        results: dict[str, Any] = {"session_handle": ("s", self.session)}
        if member == "BindShortcuts":
            facts = {"trigger_description": ("s", "Ctrl+Alt+Space")}
            results = {"shortcuts": ("a(sa{sv})", [(name, facts) for name, _ in body[1]])}
        code = 1 if self.refuses and member == "BindShortcuts" else 0
        request = DBusAddress(self._request(body, message), interface="org.freedesktop.portal.Request")
        await self.tell(request, "Response", "ua{sv}", (code, {} if code else results))

    def _request(self, body: tuple[Any, ...], message: Any) -> str:
        sender = message.header.fields[HeaderFields.sender].removeprefix(":").replace(".", "_")
        return f"{PORTAL.object_path}/request/{sender}/{body[-1]['handle_token'][1]}"

    async def press(self, session: str | None = None) -> None:
        options = {"activation_token": ("s", "token-7")}
        body = (session or self.session, "quick-prompt", 12, options)
        await self.tell(PORTAL, "Activated", "osta{sv}", body)


class Session:
    """A running bus."""

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:path={folder / 'bus'}"
        configuration = folder / "bus.conf"
        configuration.write_text(_CONFIGURATION.format(path=folder / "bus"))
        words = ["dbus-daemon", "--nofork", f"--config-file={configuration}", "--print-address"]
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE)
        assert self.process.stdout is not None
        assert self.process.stdout.readline(), "the bus did not start"

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    @contextlib.asynccontextmanager
    async def service(self, kind: type[Any], name: str) -> AsyncIterator[Any]:
        """Puts a service on the bus."""
        connection = await open_dbus_connection(self.address)
        service = kind(connection)
        await connection.send(message_bus.RequestName(name))
        await connection.receive()
        serving = asyncio.ensure_future(service.serve())
        try:
            yield service
        finally:
            serving.cancel()
            await asyncio.gather(serving, return_exceptions=True)
            with contextlib.suppress(OSError):
                await connection.close()
