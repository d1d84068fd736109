"""The settings of keys: what each command is done with.

Promise: it shows the keys as they are, names the other command where two have the same, and every change can
be taken back, one by one and all at once.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.ui.kit import FlowLayout
from panda_desktop.ui.kit.elided_button import ElidedButton
from panda_desktop.ui.settings.rows import SettingGroup, SettingRow
from panda_desktop.ui.settings.shortcut_row import ShortcutRow
from panda_desktop.ui.window.commands import Command, Commands


class ShortcutSettings(QWidget):
    """The keys of all commands; rows are made when they are first shown or searched.

    Signals:
        bindings_wanted(object): commands shall have these keys instead of their own, by command.
        shown: it is seen for the first time.
        sheet_wanted: the sheet of all keys shall be opened.
    """

    bindings_wanted = Signal(object)
    shown = Signal()
    sheet_wanted = Signal()

    def __init__(self, commands: Commands, *, parent: QWidget | None = None) -> None:
        """Shows the keys of `commands`."""
        super().__init__(parent)
        self._commands = commands
        self._rows: dict[str, ShortcutRow] = {}
        self._groups: list[QWidget] = []
        self._was_shown = False
        self.sheet = ElidedButton(
            self.tr("Show all keys"),
            icon_name="keyboard",
            tip=self.tr("Also the keys that stay as they are (F1)"),
        )
        self.reset_all = ElidedButton(
            self.tr("Reset all"), icon_name="undo", tip=self.tr("All keys as they were at first")
        )
        box = QWidget()
        flow = FlowLayout(box, gap=8)
        flow.addWidget(self.sheet)
        flow.addWidget(self.reset_all)
        note = self.tr("Press a field, then the keys you want. They hold at once.")
        head = SettingRow(
            self.tr("Your own keys"), note, box, wide=True, keywords=self.tr("shortcut hotkey reset")
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(20)
        self._column.addWidget(SettingGroup("", [head]))
        self.sheet.clicked.connect(lambda _checked=False: self.sheet_wanted.emit())
        self.reset_all.clicked.connect(lambda _checked=False: self.bindings_wanted.emit({}))
        # Many commands come at once when a page is made: they are listed once.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        commands.changed.connect(self._hear)
        self._show_keys()

    def prepare(self) -> None:
        """Makes the rows of all commands there are."""
        if list(self._rows) == [command.key for command in self._listed()]:
            return
        for group in self._groups:
            group.hide()
            group.deleteLater()
        self._rows, self._groups = {}, []
        by_section: dict[str, list[Command]] = {}
        for command in self._listed():
            by_section.setdefault(command.section, []).append(command)
        for section, commands in by_section.items():
            group = SettingGroup(section or self.tr("Other"), [self._row_of(command) for command in commands])
            self._column.addWidget(group)
            self._groups.append(group)
        self._show_keys()

    def row(self, command: str) -> ShortcutRow:
        """Returns the row of a command.

        Raises:
            KeyError: it has none yet, or there is no such command.
        """
        return self._rows[command]

    def showEvent(self, event: QShowEvent) -> None:
        """Makes the rows."""
        super().showEvent(event)
        self.prepare()
        if not self._was_shown:
            self._was_shown = True
            self.shown.emit()

    def _listed(self) -> list[Command]:
        """Returns the commands by section, in the order of registration."""
        commands = [command for command in self._commands if command.section or command.shortcut]
        sections = list(dict.fromkeys(command.section for command in commands))
        return sorted(commands, key=lambda command: sections.index(command.section))

    def _row_of(self, command: Command) -> ShortcutRow:
        key = command.key
        row = ShortcutRow(command, lambda keys: self._commands.holder(keys, key))
        row.keys_wanted.connect(lambda keys: self._want({key: keys}))
        row.own_wanted.connect(lambda: self._want({key: self._commands.own_keys(key)}))
        row.taking_wanted.connect(lambda keys, other: self._want({key: keys, other: ""}))
        self._rows[key] = row
        return row

    def _want(self, changes: Mapping[str, str]) -> None:
        """States the wish for changed keys; a command with its own keys needs no entry."""
        wanted = self._commands.bindings() | dict(changes)
        own: Callable[[str], str] = self._commands.own_keys
        self.bindings_wanted.emit(
            {key: keys for key, keys in wanted.items() if key not in changes or keys != own(key)}
        )

    def _hear(self) -> None:
        if self._rows:
            self._soon.start()
        else:
            self._show_keys()

    def _follow(self) -> None:
        if self.isVisible():
            self.prepare()
        self._show_keys()

    def _show_keys(self) -> None:
        self.reset_all.setEnabled(bool(self._commands.bindings()))
        clashes = self._commands.clashes() if self._rows else {}
        for command in self._commands:
            row = self._rows.get(command.key)
            if row is not None and not row.recorder.is_listening():
                own = self._commands.own_keys(command.key)
                row.show_keys(command.shortcut, own, clashes.get(command.key))
