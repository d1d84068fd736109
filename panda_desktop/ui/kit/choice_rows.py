"""The rows of a list of choices: headings, choices, and which of them are marked.

Promise: a row costs nothing before it is seen, so a list of thousands fills at once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from panda_desktop.ui.kit.labels import plain_tip
from panda_desktop.ui.wording import spoken

Index = QModelIndex | QPersistentModelIndex
VALUE: Final = int(Qt.ItemDataRole.UserRole)
NOTE: Final = VALUE + 1
ICON: Final = VALUE + 2
TAKEN: Final = VALUE + 3
STARRED: Final = VALUE + 4
"""True or False where a choice can have a star; else None."""
_ROOT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose.

    Attributes:
        value: what is returned.
        title: its words; foreign text is fine.
        note: a second, quieter text at the end of the line.
        section: heading it stands under; empty for none.
        icon: see `ui.icons.icon`; empty for none.
        starred: it has a star that is on or off; None for no star.
    """

    value: str
    title: str
    note: str = ""
    section: str = ""
    icon: str = ""
    starred: bool | None = None


class ChoiceRows(QAbstractListModel):
    """The rows. A heading is a string and cannot be chosen."""

    def __init__(self, is_taken: Callable[[str], bool], parent: QObject | None = None) -> None:
        """Makes an empty list; `is_taken` tells whether a value is marked."""
        super().__init__(parent)
        self._is_taken = is_taken
        self._rows: list[Choice | str] = []
        self._stars: dict[str, bool] = {}

    def fill(self, choices: Sequence[Choice]) -> None:
        """Lists these choices under the headings of their sections."""
        self.beginResetModel()
        self._rows = []
        section = ""
        for choice in choices:
            if choice.section and choice.section != section:
                self._rows.append(choice.section)
            section = choice.section
            self._rows.append(choice)
        self.endResetModel()

    def append(self, row: Choice | str) -> None:
        """Adds a choice or a heading at the end."""
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows))
        self._rows.append(row)
        self.endInsertRows()

    def first(self, value: str | None = None) -> QModelIndex:
        """Returns the first choice, or the one with a value when it is there."""
        first = QModelIndex()
        for place, row in enumerate(self._rows):
            if isinstance(row, str):
                continue
            if value is None or row.value == value:
                return self.index(place)
            if not first.isValid():
                first = self.index(place)
        return first

    def mark(self, value: str) -> None:
        """Tells that a value is marked now, or no longer."""
        for place, row in enumerate(self._rows):
            if isinstance(row, Choice) and row.value == value:
                self.dataChanged.emit(self.index(place), self.index(place))

    def star(self, value: str, starred: bool) -> None:
        """Turns the star of a value on or off; its place stays."""
        self._stars[value] = starred
        self.mark(value)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Headings and choices."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if index.isValid() and isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is drawn and heard of a row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == VALUE:
            return row.value
        if role == NOTE:
            return row.note
        if role == ICON:
            return row.icon
        if role == TAKEN:
            return self._is_taken(row.value)
        if role == STARRED:
            return self._starred(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _starred(self, row: Choice) -> bool | None:
        return None if row.starred is None else self._stars.get(row.value, row.starred)

    def _spoken(self, row: Choice) -> str:
        chosen = QCoreApplication.translate("ChoicePopover", "chosen") if self._is_taken(row.value) else ""
        star = QCoreApplication.translate("ChoicePopover", "favourite") if self._starred(row) else ""
        return spoken(row.title, row.note, star, chosen)
