"""What can be done in the window, each by name and perhaps by keys, which the person can change.

Promise: a command registered once is bound to its keys and found in the command palette; keys the person
chose hold also for commands that are registered later.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from panda_desktop.ui.kit import Choice

_MOST_RECENT: Final = 6


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do.

    Attributes:
        key: identity, such as `chat.new`.
        text: its words, translated.
        run: does it; only states the wish, never waits.
        shortcut: portable key sequence such as `Ctrl+N`; empty for none.
        icon: see `ui.icons.icon`; empty for none.
        section: heading in the palette, translated.
        listed: whether the palette shows it.
    """

    key: str
    text: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    section: str = ""
    listed: bool = True


class Commands(QObject):
    """The commands of one window.

    Attributes:
        recent: keys of what was taken from the palette, the last one first.

    Signals:
        changed: a command came or went, has other keys, or the place changed.
        recent_changed(object): the tuple of `recent` after something was taken.
    """

    changed = Signal()
    recent_changed = Signal(object)

    def __init__(self, window: QWidget) -> None:
        """Makes an empty set that binds shortcuts in `window`."""
        super().__init__(window)
        self._window = window
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        self._places: dict[str, str] = {}
        self._place = ""
        self._bindings: dict[str, str] = {}
        self._sources: list[Callable[[], Iterable[Command]]] = []
        self.recent: tuple[str, ...] = ()

    def add(self, command: Command, *, place: str = "") -> QAction:
        """Registers a command and binds its shortcut; one with the same key is replaced.

        With a `place` it can be done only there: two places may use the same shortcut.
        """
        self._forget(command.key)
        action = QAction(command.text.replace("&", "&&"), self._window)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked=False: command.run())
        self._window.addAction(action)
        self._commands[command.key] = command
        self._actions[command.key] = action
        self._places[command.key] = place
        self._bind(command.key)
        action.setEnabled(place in ("", self._place))
        self.changed.emit()
        return action

    def add_source(self, source: Callable[[], Iterable[Command]]) -> None:
        """Has the palette find what a source returns too, such as chats by title, once something is typed."""
        self._sources.append(source)

    def set_place(self, place: str) -> None:
        """Says where one is: commands of other places are not offered and their shortcuts do nothing."""
        self._place = place
        for key, action in self._actions.items():
            action.setEnabled(self._places[key] in ("", place))
        self.changed.emit()

    def remove(self, key: str) -> None:
        """Forgets a command, when there is one."""
        self._forget(key)
        self.changed.emit()

    def run(self, key: str) -> None:
        """Does a command; an unknown or disabled one does nothing."""
        action = self._actions.get(key)
        if action is not None:
            action.trigger()

    def take(self, key: str) -> None:
        """Does a command and remembers it among the recent ones."""
        if key in self._commands:
            others = (each for each in self.recent if each != key)
            self.recent = (key, *others)[:_MOST_RECENT]
            self.recent_changed.emit(self.recent)
        self.run(key)

    # keys

    def set_bindings(self, bindings: Mapping[str, str]) -> None:
        """Gives commands other keys than their own, by command; the rest have their own."""
        self._bindings = dict(bindings)
        for key in self._commands:
            self._bind(key)
        self.changed.emit()

    def bindings(self) -> dict[str, str]:
        """Returns the keys that were given, by command."""
        return dict(self._bindings)

    def own_keys(self, key: str) -> str:
        """Returns the program's own keys of a command; empty for none."""
        return self._commands[key].shortcut

    def place_of(self, key: str) -> str:
        """Returns the place of a command; empty for one that can be done everywhere."""
        return self._places[key]

    def holder(self, keys: str, besides: str) -> Command | None:
        """Returns the command that has these keys where the command `besides` can be done, or None."""
        wanted = _portable(keys)
        others = (each for each in self if each.key != besides and each.shortcut)
        return next((each for each in others if self._clash(each, besides, wanted)), None)

    def clashes(self) -> dict[str, Command]:
        """Returns the commands whose keys another one has too, each with the first such other."""
        by_keys: dict[str, list[Command]] = {}
        for command in self:
            if command.shortcut:
                by_keys.setdefault(_portable(command.shortcut), []).append(command)
        return {
            one.key: other
            for keys, together in by_keys.items()
            for one in together
            for other in reversed(together)
            if other.key != one.key and self._clash(other, one.key, keys)
        }

    def rebound(self) -> dict[str, str]:
        """Returns what is shown instead of own keys here and now; see `ui.kit.rebinding`."""
        return {
            own: self._keys(key)
            for key, action in self._actions.items()
            if action.isEnabled() and (own := self.own_keys(key)) and own != self._keys(key)
        }

    # looking

    def __iter__(self) -> Iterator[Command]:
        """Goes through the commands, each with the keys it has."""
        return iter([replace(one, shortcut=self._keys(key)) for key, one in self._commands.items()])

    def usable(self) -> list[Command]:
        """Returns what can be done here, by section in the order of registration."""
        usable = [one for one in self if self._actions[one.key].isEnabled()]
        sections = list(dict.fromkeys(one.section for one in usable))
        return sorted(usable, key=lambda one: sections.index(one.section))

    def found_by_name(self) -> list[Command]:
        """Returns what the sources have now."""
        return [command for source in self._sources for command in source()]

    def choices(self) -> "list[Choice]":
        """Returns what the palette shows: enabled commands, by section in the order of registration."""
        return [choice_of(one) for one in self.usable() if one.listed]

    def _clash(self, other: Command, key: str, keys: str) -> bool:
        places = {self._places[other.key], self._places[key]}
        return ("" in places or len(places) == 1) and _portable(other.shortcut) == keys

    def _keys(self, key: str) -> str:
        return self._bindings.get(key, self._commands[key].shortcut)

    def _bind(self, key: str) -> None:
        self._actions[key].setShortcut(QKeySequence(self._keys(key)))

    def _forget(self, key: str) -> None:
        self._commands.pop(key, None)
        self._places.pop(key, None)
        action = self._actions.pop(key, None)
        if action is not None:
            self._window.removeAction(action)
            action.deleteLater()


def _portable(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


def choice_of(command: Command) -> "Choice":
    """Returns a command as a row of a list, with its keys beside it."""
    from panda_desktop.ui.kit import Choice  # the first paint needs no list

    keys = QKeySequence(command.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return Choice(command.key, command.text, keys, command.section, command.icon)
