"""The table of prices, where each amount can be changed in its cell.

Promise: what is not an amount is refused in words and the old one stays; whose price it is stands beside it.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.models import ModelKind
from panda_desktop.domain.prices import ModelPrice, is_currency
from panda_desktop.ui.kit import Button, Choice, Label, PickerButton, TextField, announce
from panda_desktop.ui.money.table import RIGHT, Index, Table
from panda_desktop.ui.numerals import read_amount, typed
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.models import ModelList
from panda_desktop.viewmodels.money import MoneyModel

_ROOT: Final = QModelIndex()
_FIELDS: Final = ("prompt", "completion", "image", "video", "second", "currency")
_EXAMPLE: Final = Decimal("0.25")


class PricesModel(QAbstractTableModel):
    """The prices that hold, and models the person has just added.

    Signals:
        refused(str): what was typed is no amount, in words.
    """

    refused = Signal(str)

    def __init__(self, money_model: MoneyModel, parent: QObject | None = None) -> None:
        """Shows what `money_model` has, now and later."""
        super().__init__(parent)
        self._money = money_model
        self._added: list[ModelPrice] = []
        self._rows: list[ModelPrice] = []
        self._take()
        money_model.prices_changed.connect(self._take)

    def price(self, row: int) -> ModelPrice | None:
        """Returns the price in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def add(self, price: ModelPrice) -> int:
        """Adds a row for a model, to be filled in; returns the row that has it."""
        names = [each.model for each in self._rows]
        if price.model not in names:
            self.beginInsertRows(QModelIndex(), 0, 0)
            self._added.insert(0, price)
            self._rows.insert(0, price)
            self.endInsertRows()
            return 0
        return names.index(price.model)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One row a model."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Model, five amounts, currency, and whose it is."""
        return 0 if parent.isValid() else 2 + len(_FIELDS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Amounts and currency can be changed."""
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if self._field(index) else found

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The words above the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and 1 <= section <= 5:
            return RIGHT
        tips = {
            1: self.tr("For a million tokens that are sent"),
            2: self.tr("For a million tokens that are written"),
            3: self.tr("For one image"),
            4: self.tr("For one video"),
            5: self.tr("For one second of video"),
        }
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.get(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (
            self.tr("Model"),
            self.tr("1M in"),
            self.tr("1M out"),
            self.tr("Image"),
            self.tr("Video"),
            self.tr("Second"),
            self.tr("Currency"),
            self.tr("Named by"),
        )
        return names[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell."""
        price, field = self._rows[index.row()], self._field(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if field and field != "currency" else None
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        if field == "currency":
            return price.currency.upper()
        if field:
            amount = getattr(price, field)
            return ("" if role == Qt.ItemDataRole.EditRole else "—") if amount is None else typed(amount)
        if index.column() == 0:
            return price.model
        if price.is_empty:
            return self.tr("nobody yet")
        return self.tr("you") if price.is_own else self.tr("the gateway")

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Makes a price of the person of what was typed."""
        field, old = self._field(index), self._rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or not field:
            return False
        text = str(value).strip()
        if field == "currency":
            if not is_currency(text):
                self.refused.emit(self.tr("A currency is a code of letters, such as USD."))
                return False
            changed = replace(old, currency=text.lower(), is_own=True)
        else:
            try:
                amounts: dict[str, Any] = {field: read_amount(text)}
                changed = replace(old, **amounts, is_own=True)
            except PandaError:
                self.refused.emit(
                    self.tr("“{text}” is no clear amount. Write a number such as {example}.").format(
                        text=text, example=typed(_EXAMPLE)
                    )
                )
                return False
        if changed == old or replace(changed, is_own=old.is_own) == old:
            return False
        if old in self._added and changed.is_empty:
            self._added[self._added.index(old)] = self._rows[index.row()] = changed
            return True
        self._money.set_price(changed)
        return True

    def _field(self, index: Index) -> str:
        return _FIELDS[index.column() - 1] if 1 <= index.column() <= len(_FIELDS) else ""

    def _take(self) -> None:
        self.beginResetModel()
        found = self._money.prices
        named = {each.model for each in found}
        self._added = [each for each in self._added if each.model not in named]
        self._rows = [*self._added, *found]
        self.endResetModel()


class _Cell(QStyledItemDelegate):
    """Edits a cell in a field of the kit."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Makes the field."""
        model = index.model()
        heading = model.headerData(index.column(), Qt.Orientation.Horizontal)
        field = TextField(f"{model.index(index.row(), 0).data()}, {heading}", parent=parent)
        field.setMaxLength(24)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fills the field."""
        assert isinstance(editor, TextField)
        editor.setText(index.data(Qt.ItemDataRole.EditRole))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """Takes what was typed."""
        assert isinstance(editor, TextField)
        model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for an amount."""
        return super().sizeHint(option, index).expandedTo(QSize(look().pixels(76), 28))


class PricesPanel(QWidget):
    """The table, with a way to add a model and one to go back to the gateway's price."""

    def __init__(self, money_model: MoneyModel, models: ModelList, *, parent: QWidget | None = None) -> None:
        """Shows the prices that hold."""
        super().__init__(parent)
        self._money = money_model
        self._models = models
        self.rows = PricesModel(money_model, self)
        self.table = Table(self.tr("Prices"))
        self.table.setItemDelegate(_Cell(self.table))
        self.table.setModel(self.rows)
        self.table.setEditTriggers(
            Table.EditTrigger.DoubleClicked
            | Table.EditTrigger.EditKeyPressed
            | Table.EditTrigger.AnyKeyPressed
            | Table.EditTrigger.SelectedClicked
        )
        self.table.setSelectionBehavior(Table.SelectionBehavior.SelectItems)
        self.add = PickerButton(
            self.tr("Add a model"), placeholder=self.tr("Add a model…"), compact=True, free_text=True
        )
        self.forget = Button(
            self.tr("Forget your price"), tip=self.tr("Go back to the price the gateway names, if it does")
        )
        self.said = Label("", "danger", wrap=True)
        self.said.hide()
        self._build()
        self.add.chosen.connect(self._add)
        self.forget.clicked.connect(lambda _checked=False: self._forget())
        self.rows.refused.connect(self._refuse)
        self.rows.modelReset.connect(self._show)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show())
        models.changed.connect(self._list)
        self._list()
        self._show()

    def _build(self) -> None:
        note = Label(
            self.tr(
                "Prices are yours or the gateway's; nobody guesses. They are used to say what a request will "
                "cost and to hold your budgets. Choose a cell and type an amount; empty means unknown."
            ),
            "small",
            wrap=True,
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.forget)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(note)
        column.addLayout(buttons)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)

    def _list(self) -> None:
        kinds = (
            (ModelKind.CHAT, self.tr("Chat")),
            (ModelKind.IMAGE, self.tr("Images")),
            (ModelKind.VIDEO, self.tr("Videos")),
        )
        self.add.set_choices(
            [
                Choice(model.id, model.name or model.id, "", section)
                for kind, section in kinds
                for model in self._models.of_kind(kind)
            ]
        )

    def _add(self, model: str) -> None:
        self.add.set_value("")
        currency = next((price.currency for price in self._money.prices), "usd")
        row = self.rows.add(ModelPrice(model.strip(), currency, is_own=True))
        index = self.rows.index(row, 1)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        price = self.rows.price(self.table.currentIndex().row())
        if price is not None and price.is_own:
            self._money.remove_price(price.model)

    def _refuse(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
        announce(self.table, words, urgent=True)

    def _show(self) -> None:
        self.said.hide()
        self.table.fit_columns()
        price = self.rows.price(self.table.currentIndex().row())
        self.forget.setEnabled(price is not None and price.is_own and not price.is_empty)
