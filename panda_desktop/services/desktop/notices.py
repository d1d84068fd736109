"""Notifications of the desktop (`org.freedesktop.Notifications`), each of which can be opened.

Promise: what is shown is plain text whatever is in it, and one that is clicked is told once, by its key.
"""

import asyncio
import html
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from panda_desktop.services.desktop.session_bus import NotThere, SessionBus, connected

_PATH: Final = "/org/freedesktop/Notifications"
_NAME: Final = "org.freedesktop.Notifications"
_OPEN: Final = "default"
"""The action of a click on the notification itself."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DesktopNotice:
    """One notification.

    Attributes:
        key: what it is about, returned when it is opened; a later one with the same key replaces it.
        title: one line, plain text.
        body: a sentence, plain text.
        action: the words on its button.
        icon: the path of the program's mark.
    """

    key: str
    title: str
    body: str
    action: str
    icon: str = ""


class DesktopNotices:
    """Shows notifications. `run` must be running."""

    def __init__(self, opened: Callable[[str, str], object]) -> None:
        """`opened` is called with the key of a notification that was clicked, and the token by which the
        desktop lets a window come to the front, or an empty one.
        """
        self._opened = opened
        self._bus: SessionBus | None = None
        self._markup = False
        self._keys: dict[int, str] = {}
        self._tokens: dict[int, str] = {}

    @property
    def is_there(self) -> bool:
        """Whether the desktop shows notifications."""
        return self._bus is not None

    async def run(self) -> None:
        """Serves until it is cancelled; ends at once where the desktop shows none."""
        try:
            async with connected() as bus:
                await self._serve(bus)
        except NotThere as error:
            _log.info("no notifications of the desktop: %s", type(error).__name__)
        finally:
            self._bus = None

    async def show(self, notice: DesktopNotice) -> bool:
        """Shows one; returns False when the desktop does not."""
        if self._bus is None:
            return False
        from jeepney import DBusAddress

        body = html.escape(notice.body) if self._markup else notice.body
        before = next((number for number, key in self._keys.items() if key == notice.key), 0)
        hints = {"desktop-entry": ("s", "panda-desktop"), "category": ("s", "transfer.complete")}
        values = ("Panda Desktop", before, notice.icon, notice.title, body)
        actions = [_OPEN, notice.action]
        address = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
        try:
            answer = await self._bus.call(address, "Notify", "susssasa{sv}i", *values, actions, hints, -1)
        except NotThere:
            return False
        self._keys[int(answer[0])] = notice.key
        return True

    async def _serve(self, bus: SessionBus) -> None:
        from jeepney import DBusAddress, MatchRule

        address = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
        (able,) = await bus.call(address, "GetCapabilities", "")
        self._markup = "body-markup" in able
        rule = MatchRule(type="signal", interface=_NAME, path=_PATH)
        async with bus.signals(rule) as signals:
            self._bus = bus
            while True:
                self._hear(await signals.get())

    def _hear(self, message: Any) -> None:
        from jeepney import HeaderFields

        name, body = message.header.fields.get(HeaderFields.member), message.body
        number = body[0] if body else None
        if number not in self._keys:
            return  # another program's
        if name == "ActivationToken":
            self._tokens[number] = str(body[1])
        elif name == "ActionInvoked":
            self._opened(self._keys[number], self._tokens.pop(number, ""))
        elif name == "NotificationClosed":
            # A click closes it too, and may be told after the end.
            asyncio.get_running_loop().call_later(1.0, self._forget, number)

    def _forget(self, number: int) -> None:
        self._keys.pop(number, None)
        self._tokens.pop(number, None)
