"""The sheet of all keys.

Promise: it shows the keys as they are now, those the person changed included, and changes nothing.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.ui.kit import IconButton, Label, Popover, ScrollArea, TextField
from panda_desktop.ui.theme import look
from panda_desktop.ui.window.commands import Commands
from panda_desktop.ui.window.fixed_keys import KeyLine, KeyTable, fixed_keys
from panda_desktop.ui.window.key_table import KeyTableView

_WIDTH: Final = 760
"""Of the sheet at 100 % text size; it prints on one page across."""
_TWO_COLUMNS: Final = 560
_SCROLLS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CheatSheet(Popover):
    """One opening of the sheet; it deletes itself when closed.

    Attributes:
        search: filters the lines.
        tables: the tables, commands first.
    """

    def __init__(self, window: QWidget, commands: Commands) -> None:
        """Shows the keys of `commands` and the fixed ones."""
        super().__init__(window)
        self.setAccessibleName(self.tr("All keys"))
        self.search = TextField(self.tr("Search the keys"), placeholder=self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.tables = [KeyTableView(table) for table in [*self._of_commands(commands), *fixed_keys()]]
        self._nothing = Label(
            self.tr("No key for these words. Every command is found by its name."), "muted", wrap=True
        )
        self._nothing.hide()
        self._area = ScrollArea(margins=4)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        self.content.setContentsMargins(12, 12, 8, 12)
        self.content.addLayout(self._head())
        self.content.addWidget(self._area, 1)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(20)
        self._area.column.addWidget(self._nothing)
        self._area.column.addLayout(self._beside)
        self._area.column.addStretch(1)
        self.closed.connect(self.deleteLater)
        self.setFocusProxy(self.search)

    def open_over(self, window: QWidget) -> None:
        """Opens it in the middle of the window."""
        width = min(look().pixels(_WIDTH), max(288, window.width() - 32))
        height = max(240, window.height() - 48)
        self._arrange(two=width >= look().pixels(_TWO_COLUMNS))
        self.setFixedSize(width, height)
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, (window.height() - height) // 2)))
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape in the search closes; arrows in it scroll."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
                self.close()
                return True
            if event.key() in _SCROLLS:
                bar = self._area.verticalScrollBar()
                page = event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
                up = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_PageUp)
                step = bar.pageStep() if page else 40
                bar.setValue(bar.value() + (-step if up else step))
                return True
        return super().eventFilter(watched, event)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        title = Label(self.tr("All keys"), "heading")
        title.setContentsMargins(10, 0, 0, 0)
        head.addWidget(title)
        head.addWidget(self.search, 1)
        close = IconButton("close", self.tr("Close (Escape)"))
        close.clicked.connect(lambda _checked=False: self.close())
        head.addWidget(close)
        return head

    def _of_commands(self, commands: Commands) -> list[KeyTable]:
        """Returns what has keys, by section; what stands in no section goes with the first."""
        with_keys = [command for command in commands if command.shortcut]
        sections = list(dict.fromkeys(command.section for command in with_keys if command.section))
        tables = []
        for place, section in enumerate(sections):
            lines = [
                KeyLine(command.text, (command.shortcut,))
                for command in with_keys
                if command.section == section or (place == 0 and not command.section)
            ]
            tables.append(KeyTable(section, tuple(lines)))
        return tables

    def _arrange(self, *, two: bool) -> None:
        """Puts each table into the column that has fewer lines so far."""
        filled = [0, 0]
        for table in self.tables:
            shorter = 1 if two and filled[1] < filled[0] else 0
            filled[shorter] += len(table.lines()) + 2
            self._columns[shorter].addWidget(table)
        for column in self._columns[: 2 if two else 1]:
            column.setSpacing(12)
            column.addStretch(1)
            self._beside.addLayout(column, 1)

    def _filter(self, words: str) -> None:
        found = sum([table.show_lines(words) for table in self.tables])
        self._nothing.setVisible(found == 0)
        self._area.verticalScrollBar().setValue(0)
