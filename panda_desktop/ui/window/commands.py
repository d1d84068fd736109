"""What can be done in the window, each by name and perhaps by shortcut.

Promise: a command registered once is bound to its shortcut and found in the command palette.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit import Choice


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
    """The commands of one window."""

    def __init__(self, window: QWidget) -> None:
        """Makes an empty set that binds shortcuts in `window`."""
        super().__init__(window)
        self._window = window
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        self._places: dict[str, str] = {}
        self._place = ""

    def add(self, command: Command, *, place: str = "") -> QAction:
        """Registers a command and binds its shortcut; one with the same key is replaced.

        With a `place` it can be done only there: two places may use the same shortcut.
        """
        self.remove(command.key)
        action = QAction(command.text.replace("&", "&&"), self._window)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked=False: command.run())
        self._window.addAction(action)
        self._commands[command.key] = command
        self._actions[command.key] = action
        self._places[command.key] = place
        action.setEnabled(place in ("", self._place))
        return action

    def set_place(self, place: str) -> None:
        """Says where one is: commands of other places are not offered and their shortcuts do nothing."""
        self._place = place
        for key, action in self._actions.items():
            action.setEnabled(self._places[key] in ("", place))

    def remove(self, key: str) -> None:
        """Forgets a command, when there is one."""
        self._commands.pop(key, None)
        self._places.pop(key, None)
        action = self._actions.pop(key, None)
        if action is not None:
            self._window.removeAction(action)
            action.deleteLater()

    def run(self, key: str) -> None:
        """Does a command; an unknown or disabled one does nothing."""
        action = self._actions.get(key)
        if action is not None:
            action.trigger()

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands.values())

    def choices(self) -> list[Choice]:
        """Returns what the palette shows: enabled commands, by section in the order of registration."""
        listed = [one for one in self if one.listed and self._actions[one.key].isEnabled()]
        sections = list(dict.fromkeys(one.section for one in listed))
        listed.sort(key=lambda one: sections.index(one.section))
        native = QKeySequence.SequenceFormat.NativeText
        return [
            Choice(one.key, one.text, QKeySequence(one.shortcut).toString(native), one.section, one.icon)
            for one in listed
        ]
