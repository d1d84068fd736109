"""A client of AT-SPI, the interface through which screen readers on Linux see programs.

Promise: it knows of the program only what a screen reader can know: roles, names, texts, actions.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from jeepney import DBusAddress, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

_T = TypeVar("_T")
_ATSPI = "org.a11y.atspi"
_ROOT = "/org/a11y/atspi/accessible/root"
_SHOWING = 1 << 25
"""AT-SPI's `STATE_SHOWING`."""
_CHECKED = 1 << 4
"""AT-SPI's `STATE_CHECKED`."""
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing on the screen, as AT-SPI has it."""

    bus: DBusConnection
    owner: str
    path: str

    def ask(self, interface: str, method: str, signature: str = "", words: tuple[Any, ...] = ()) -> Any:
        """Calls a method of an interface of AT-SPI and returns what it gives."""
        address = DBusAddress(self.path, self.owner, f"{_ATSPI}.{interface}")
        message = new_method_call(address, method, signature or None, words)
        return unwrap_msg(self.bus.send_and_get_reply(message, timeout=10))

    @property
    def name(self) -> str:
        address = DBusAddress(self.path, self.owner, f"{_ATSPI}.Accessible")
        reply = unwrap_msg(self.bus.send_and_get_reply(Properties(address).get("Name"), timeout=10))
        return str(reply[0][1])

    @property
    def role(self) -> str:
        return str(self.ask("Accessible", "GetRoleName")[0])

    @property
    def showing(self) -> bool:
        return bool(self.ask("Accessible", "GetState")[0][0] & _SHOWING)

    @property
    def checked(self) -> bool:
        return bool(self.ask("Accessible", "GetState")[0][0] & _CHECKED)

    def children(self) -> "list[Heard]":
        found = self.ask("Accessible", "GetChildren")[0]
        return [Heard(self.bus, owner, path) for owner, path in found]

    def press(self) -> None:
        """Does the first action there is, which presses."""
        actions = [name for name, *_ in self.ask("Action", "GetActions")[0]]
        assert actions, f"{self.role} {self.name!r} can do nothing"
        first = next((at for at, name in enumerate(actions) if name in ("Press", "Toggle")), 0)
        assert self.ask("Action", "DoAction", "i", (first,))[0]

    def write(self, text: str) -> None:
        """Writes into a field."""
        assert self.ask("EditableText", "InsertText", "isi", (0, text, len(text)))[0]

    def replace(self, text: str) -> None:
        """Writes into a field instead of what is there."""
        assert self.ask("EditableText", "SetTextContents", "s", (text,))[0]


class ScreenReader:
    """Listens to the one program of a session."""

    def __init__(self, limit_s: float = 20.0) -> None:
        """Joins the bus of accessibility; a wait longer than `limit_s` fails."""
        self._limit_s = limit_s
        session = open_dbus_connection("SESSION")
        where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (address,) = unwrap_msg(session.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=10))
        session.close()
        self._bus = open_dbus_connection(address)
        self._registry = Heard(self._bus, f"{_ATSPI}.Registry", _ROOT)

    def everything(self) -> list[tuple[str, str]]:
        """Returns role and name of all that is showing, for a wait in vain."""
        return [(each.role, each.name) for each in self.all() if each.name]

    def all(self, role: str = "") -> Iterator[Heard]:
        """Visits what is showing and has a role, or any."""
        for program in self._registry.children():
            yield from self._all(program, role, 0)

    def _all(self, heard: Heard, role: str, depth: int) -> Iterator[Heard]:
        if depth > _DEEPEST:
            return
        if not role or heard.role == role:
            yield heard
        for child in heard.children():
            if depth == 0 or child.showing:
                yield from self._all(child, role, depth + 1)

    def find(self, role: str, name: str) -> Heard:
        """Waits for a thing. Raises `AssertionError` when it does not come."""
        return self.until(
            lambda: next((each for each in self.all(role) if each.name.startswith(name)), None),
            f"{role} {name!r}",
        )

    def until(self, is_so: Callable[[], _T | None], what: str) -> _T:
        """Waits until something is so and returns it."""
        end = time.monotonic() + self._limit_s
        while time.monotonic() < end:
            try:
                if found := is_so():
                    return found
            except DBusErrorResponse:
                pass  # what was asked has gone meanwhile: look again
            time.sleep(0.1)
        raise AssertionError(f"waited in vain for {what}; there is {self.everything()}")
