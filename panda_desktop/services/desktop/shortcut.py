"""A global shortcut, which the desktop's portal gives (`org.freedesktop.portal.GlobalShortcuts`).

Promise: the desktop asks the person and decides which keys it is; refused or missing, nothing is grabbed.
"""

import logging
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from panda_desktop.services.desktop.session_bus import NotThere, SessionBus, connected

if TYPE_CHECKING:
    from jeepney import DBusAddress

_PATH: Final = "/org/freedesktop/portal/desktop"
_NAME: Final = "org.freedesktop.portal.Desktop"
_INTERFACE: Final = "org.freedesktop.portal.GlobalShortcuts"
_ID: Final = "quick-prompt"
PREFERRED: Final = "CTRL+ALT+space"
"""What the desktop is proposed, in the form of its specification."""
_log = logging.getLogger(__name__)


class GlobalShortcut:
    """One shortcut, held while `run` runs."""

    def __init__(self, pressed: Callable[[str], object], bound: Callable[[str | None], object]) -> None:
        """Makes it.

        Args:
            pressed: called with the token by which the desktop lets a window come to the front, or "".
            bound: called with the words of the keys once the desktop has given them (they may be empty), and
                with None when it gives none.
        """
        self._pressed = pressed
        self._bound = bound

    async def run(self, description: str) -> None:
        """Asks for the shortcut, described in the person's language, and serves until it is cancelled; ends
        when the desktop gives none.
        """
        try:
            async with connected() as bus:
                await self._serve(bus, description)
        except NotThere as error:
            _log.info("no global shortcut: %s", type(error).__name__)
            self._bound(None)

    async def _serve(self, bus: SessionBus, description: str) -> None:
        from jeepney import MatchRule

        await _register(bus)
        token = f"panda{secrets.token_hex(8)}"
        options = {"session_handle_token": ("s", token)}
        found = await _asked(bus, "CreateSession", "a{sv}", (), options)
        session = str(found["session_handle"][1])
        rule = MatchRule(type="signal", interface=_INTERFACE, member="Activated", path=_PATH)
        async with bus.signals(rule) as signals:
            wanted = [(_ID, {"description": ("s", description), "preferred_trigger": ("s", PREFERRED)})]
            given = await _asked(bus, "BindShortcuts", "oa(sa{sv})sa{sv}", (session, wanted, ""), {})
            self._bound(_words(given))
            while True:
                message = await signals.get()
                if message.body[:2] == (session, _ID):
                    self._pressed(_token(message.body[3]))


async def _register(bus: SessionBus) -> None:
    """Says which program this is; portals that do not ask find it out themselves."""
    from jeepney import DBusAddress

    registry = DBusAddress(_PATH, bus_name=_NAME, interface="org.freedesktop.host.portal.Registry")
    try:
        await bus.call(registry, "Register", "sa{sv}", "panda-desktop", {})
    except NotThere:
        _log.info("the portal does not ask for the name of the program")


async def _asked(
    bus: SessionBus, method: str, signature: str, body: tuple[Any, ...], options: dict[str, Any]
) -> dict[str, Any]:
    """Asks the portal and waits for its response, which may have to wait for the person. Raises `NotThere`
    when it is no.
    """
    from jeepney import MatchRule

    token = f"panda{secrets.token_hex(8)}"
    path = f"{_PATH}/request/{bus.sender}/{token}"
    rule = MatchRule(type="signal", interface="org.freedesktop.portal.Request", member="Response", path=path)
    async with bus.signals(rule) as responses:
        given = {**options, "handle_token": ("s", token)}
        await bus.call(_portal(), method, signature, *body, given)
        code, results = (await responses.get()).body
    if code != 0:
        raise NotThere(f"{method}: refused")
    return dict(results)


def _portal() -> "DBusAddress":
    from jeepney import DBusAddress

    return DBusAddress(_PATH, bus_name=_NAME, interface=_INTERFACE)


def _words(given: dict[str, Any]) -> str:
    """Returns the words of the keys that were given."""
    _, shortcuts = given.get("shortcuts", ("", []))
    for name, facts in shortcuts:
        if name == _ID:
            return str(facts.get("trigger_description", ("s", ""))[1])
    return ""


def _token(options: dict[str, Any]) -> str:
    return str(options.get("activation_token", ("s", ""))[1])
