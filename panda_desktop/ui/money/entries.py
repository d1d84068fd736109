"""The list of paid calls as a table.

Promise: it holds what was read and asks for more at its end; sorting is the database's work.
"""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QDateTime, QLocale, QModelIndex, QObject, Qt

from panda_desktop.domain.money import EntryOrder, LedgerEntry
from panda_desktop.ui.money.table import RIGHT, Index
from panda_desktop.ui.money.words import MoneyWords
from panda_desktop.ui.numerals import counted
from panda_desktop.ui.wording import UNKNOWN, exact_money
from panda_desktop.viewmodels.money import MoneyModel

_ROOT: Final = QModelIndex()
_ORDERS: Final = {
    0: EntryOrder.TIME,
    1: EntryOrder.KIND,
    2: EntryOrder.MODEL,
    5: EntryOrder.PREDICTED,
    6: EntryOrder.CHARGED,
}
_AMOUNTS: Final = (4, 5, 6)


class EntriesModel(QAbstractTableModel):
    """The entries of the filter in force."""

    def __init__(self, money_model: MoneyModel, words: MoneyWords, parent: QObject | None = None) -> None:
        """Shows what `money_model` has, now and later."""
        super().__init__(parent)
        self._money = money_model
        self._words = words
        self._entries: tuple[LedgerEntry, ...] = money_model.entries
        money_model.entries_changed.connect(self._take)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One row a call."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Time, kind, model, chat, tokens, expected, charged."""
        return 0 if parent.isValid() else 7

    def canFetchMore(self, parent: Index) -> bool:
        """There may be more."""
        return not parent.isValid() and self._money.has_more

    def fetchMore(self, parent: Index) -> None:
        """Asks for more; they come later."""
        self._money.more()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The words above the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _AMOUNTS:
            return RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (
            self.tr("Time"),
            self.tr("Kind"),
            self.tr("Model"),
            self.tr("Chat"),
            self.tr("Tokens"),
            self.tr("Expected"),
            self.tr("Charged"),
        )
        return names[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell."""
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() in _AMOUNTS else None
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 6 and entry.shared:
            return self.tr("Other calls were open at the same time: what the balance fell by was divided.")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(entry, index.column())
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Has the entries read in another order."""
        if (wanted := _ORDERS.get(column)) is not None:
            self._money.sort(wanted, descending=order is Qt.SortOrder.DescendingOrder)

    def _text(self, entry: LedgerEntry, column: int) -> str:
        match column:
            case 0:
                moment = QDateTime.fromSecsSinceEpoch(int(entry.at.timestamp()))
                return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
            case 1:
                words = self._words.kind(entry.kind)
                return f"{words} × {entry.count}" if entry.count > 1 else words
            case 2:
                served = entry.served_model
                return f"{entry.model} → {served}" if served and served != entry.model else entry.model
            case 3:
                chat = entry.conversation_id or ""
                return self._words.chat(chat, self._money.titles.get(chat, "")) if chat else ""
            case 4:
                return _tokens(entry)
            case 5:
                return exact_money(entry.predicted, entry.currency or "usd")
            case _:
                charged = self._words.charged(entry)
                return self.tr("{amount} · shared").format(amount=charged) if entry.shared else charged

    def _take(self) -> None:
        before, found = len(self._entries), self._money.entries
        if len(found) > before and found[:before] == self._entries:
            # More of the same list: where one has scrolled to stays.
            self.beginInsertRows(QModelIndex(), before, len(found) - 1)
            self._entries = found
            self.endInsertRows()
            return
        self.beginResetModel()
        self._entries = found
        self.endResetModel()


def _tokens(entry: LedgerEntry) -> str:
    if entry.prompt_tokens is None and entry.completion_tokens is None:
        return "" if entry.count else UNKNOWN
    return f"{counted(entry.prompt_tokens or 0)} + {counted(entry.completion_tokens or 0)}"
