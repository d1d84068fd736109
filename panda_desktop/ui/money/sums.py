"""Sums by day, model, kind, chat or profile as a table.

Promise: amounts are sorted as amounts, and each row is of one currency.
"""

from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from panda_desktop.domain.money import Grouping, SumRow
from panda_desktop.ui.money.table import RIGHT, Index
from panda_desktop.ui.money.words import MoneyWords
from panda_desktop.ui.numerals import counted
from panda_desktop.ui.wording import UNKNOWN, exact_money

_NAME, _COUNT, _EXPECTED, _CHARGED = range(4)
_ROOT: Final = QModelIndex()


class SumsModel(QAbstractTableModel):
    """The rows of one grouping."""

    def __init__(self, words: MoneyWords, parent: QObject | None = None) -> None:
        """Makes it empty."""
        super().__init__(parent)
        self._words = words
        self._rows: list[SumRow] = []
        self._grouping = Grouping.MODEL
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> tuple[SumRow, ...]:
        """What is shown, from top to bottom."""
        return tuple(self._rows)

    def set_rows(self, grouping: Grouping, rows: tuple[SumRow, ...]) -> None:
        """Shows other sums, sorted as before."""
        self.beginResetModel()
        self._grouping, self._rows = grouping, list(rows)
        self._arrange()
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One row a group."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Name, calls, expected, charged."""
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The words above the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section != _NAME:
            return RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (
            self._words.grouping(self._grouping),
            self.tr("Calls"),
            self.tr("Expected"),
            self.tr("Charged"),
        )
        return names[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() != _NAME else None
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == _NAME:
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        match index.column():
            case 0:
                return self._words.group(self._grouping, row)
            case 1:
                return counted(row.count)
            case 2:
                return exact_money(row.predicted, row.currency or "usd") if row.predicted else UNKNOWN
            case _:
                unknown = self._words.unknown(row.unknown)
                total = self._words.total(row)
                return f"{total} · {unknown}" if unknown else total

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column."""
        self._sorted = (column, order)
        self.layoutAboutToBeChanged.emit()
        self._arrange()
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        if self._sorted is None:
            return
        column, order = self._sorted
        self._rows.sort(key=lambda row: self._key(row, column), reverse=order is Qt.SortOrder.DescendingOrder)

    def _key(self, row: SumRow, column: int) -> tuple[Decimal, str]:
        name = (
            row.key if self._grouping is Grouping.DAY else self._words.group(self._grouping, row).casefold()
        )
        amounts = {_COUNT: Decimal(row.count), _EXPECTED: row.predicted, _CHARGED: row.charged}
        return amounts.get(column, Decimal(0)), name
