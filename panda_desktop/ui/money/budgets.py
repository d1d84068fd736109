"""The budgets, each with its limit, whom it holds for and whether one may go over it; and the low balance.

Promise: a limit is kept when its field is left or Enter is pressed; what is no amount is refused in words and
the old limit stays.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.budgets import Budget, BudgetSpan, BudgetUse
from panda_desktop.domain.errors import PandaError
from panda_desktop.ui.kit import (
    Button,
    Card,
    Choice,
    FlowLayout,
    IconButton,
    Label,
    PickerButton,
    SegmentedChoice,
    Switch,
    TextField,
    announce,
)
from panda_desktop.ui.money.words import MoneyWords
from panda_desktop.ui.numerals import read_amount, typed
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import spoken
from panda_desktop.viewmodels.money import MoneyModel
from panda_desktop.viewmodels.settings import SettingsModel

_EXAMPLE: Final = Decimal("0.25")


class AmountField(TextField):
    """One amount.

    Signals:
        entered(object): a `Decimal`, or None for nothing, when the field is left with another amount.
    """

    entered = Signal(object)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Makes an empty field; `name` is what the amount is for."""
        super().__init__(name, placeholder=typed(Decimal("0.00")), compact=True, parent=parent)
        self._amount: Decimal | None = None
        self.setMaxLength(20)
        self.setFixedWidth(look().pixels(96))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editingFinished.connect(self._finish)

    def set_amount(self, amount: Decimal | None) -> None:
        """Shows an amount; what is being typed stays."""
        self._amount = amount
        if not self.hasFocus() or not self.isModified():
            words = "" if amount is None else typed(amount)
            if words != self.text():  # else it would no longer be selected
                self.setText(words)
            self.setModified(False)
            self.set_invalid(False)

    def _finish(self) -> None:
        try:
            amount = read_amount(self.text())
        except PandaError:
            words = self.tr("This is no clear amount. Write a number such as {example}.").format(
                example=typed(_EXAMPLE)
            )
            self.set_invalid(True, words)
            announce(self, words, urgent=True)
            return
        self.set_invalid(False)
        self.setModified(False)
        if amount != self._amount:
            self._amount = amount
            self.entered.emit(amount)


class BudgetRow(Card):
    """One budget.

    Signals:
        changed(object): the `Budget` as it shall be.
        removed(str): the id of the budget that shall go.
    """

    changed = Signal(object)
    removed = Signal(str)

    def __init__(self, budget: Budget, words: MoneyWords, *, parent: QWidget | None = None) -> None:
        """Shows a budget."""
        super().__init__(parent=parent)
        self._words = words
        self.budget = budget
        self.span = SegmentedChoice(
            self.tr("Budget for"),
            [
                (BudgetSpan.DAY, self.tr("Each day")),
                (BudgetSpan.MONTH, self.tr("Each month")),
                (BudgetSpan.CHAT, self.tr("Each chat")),
            ],
        )
        self.limit = AmountField(self.tr("Limit"))
        self.currency = Label("", "muted")
        self.profile = PickerButton(self.tr("Profile"), compact=True)
        self.may_pass = Switch(
            self.tr("“Send anyway” is offered"),
            tip=self.tr("Whether you may go over this budget for one request"),
        )
        self.remove = IconButton("trash", self.tr("Remove this budget"))
        self.use = Label("", "small", wrap=True)
        self._build()
        self.span.chosen.connect(lambda span: self._change(span=BudgetSpan(span)))
        self.limit.entered.connect(lambda limit: self._change(limit=limit or Decimal(0)))
        self.profile.chosen.connect(lambda profile: self._change(profile="" if profile == "*" else profile))
        self.may_pass.clicked.connect(lambda passes: self._change(may_pass=passes))
        self.remove.clicked.connect(lambda _checked=False: self.removed.emit(self.budget.id))
        self.show_budget(budget, None)

    def show_budget(self, budget: Budget, use: BudgetUse | None) -> None:
        """Shows it as it is now, and how much of it is used."""
        self.budget = budget
        self.span.set_value(budget.span)
        self.limit.set_amount(budget.limit)
        self.currency.setText(budget.currency.upper())
        names = sorted(self._words.profiles.items(), key=lambda each: each[1].casefold())
        named = [Choice(key, self._words.profile(key)) for key, _ in names]
        self.profile.set_choices([Choice("*", self.tr("All profiles")), *named])
        self.profile.set_value(budget.profile or "*")
        self.may_pass.setChecked(budget.may_pass)
        self.use.setText(self._words.use(use) if use is not None else "")
        self.use.setVisible(use is not None)
        self.use.set_role("warning" if use is not None and use.left <= 0 else "small")
        self.setAccessibleName(self._words.budget(budget))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.span, 1)
        top.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        flow = FlowLayout(gap=12)
        amount = _with_currency(self.limit, self.currency)
        passing = QWidget()
        line = QHBoxLayout(passing)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.may_pass)
        line.addWidget(Label(self.tr("I may send anyway")))
        for widget in (amount, self.profile, passing):
            flow.addWidget(widget)
        column.addLayout(flow)
        column.addWidget(self.use)

    def _change(self, **values: object) -> None:
        self.changed.emit(replace(self.budget, **values))  # type: ignore[arg-type]  # names of `Budget`


class BudgetsPanel(QWidget):
    """All budgets, and the balance that counts as low."""

    def __init__(self, money_model: MoneyModel, settings: SettingsModel, words: MoneyWords) -> None:
        """Shows the budgets; the currency of the account is not known yet."""
        super().__init__()
        self._money = money_model
        self._settings = settings
        self._words = words
        self._currency = ""
        self.rows: dict[str, BudgetRow] = {}
        self._known: set[str] = set()
        self._is_adding = False
        self.add = Button(
            self.tr("Add a budget"), icon_name="plus", tip=self.tr("Add a limit to what is spent")
        )
        self.low = AmountField(self.tr("Warn when the balance falls below"))
        self.low_currency = Label("", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._build()
        self.set_currency("")
        self.add.clicked.connect(lambda _checked=False: self._add())
        self.low.entered.connect(self._set_low)
        money_model.budgets_changed.connect(self.show_budgets)
        settings.changed.connect(lambda _: self._show_low())
        self.show_budgets()
        self._show_low()

    def show_budgets(self) -> None:
        """Shows the budgets as they are now; a row keeps its widgets and so the focus."""
        uses = {use.budget.id: use for use in self._money.uses}
        budgets = self._money.budgets
        for gone in set(self.rows) - {budget.id for budget in budgets}:
            row = self.rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for budget in budgets:
            if budget.id not in self.rows:
                row = self.rows[budget.id] = BudgetRow(budget, self._words)
                row.changed.connect(self._money.set_budget)
                row.removed.connect(self._remove)
                self._list.addWidget(row)
            self.rows[budget.id].show_budget(budget, uses.get(budget.id))
        self._lead_to_added()
        self._none.setVisible(not budgets)

    def set_currency(self, currency: str) -> None:
        """Says which currency the account is in, empty where nobody knows: new budgets are in it, and so is
        the balance that counts as low.
        """
        self._currency = currency
        self.low_currency.setText(currency.upper())
        self.low_currency.setVisible(bool(currency))
        name = self.tr("Warn when the balance falls below")
        self.low.setAccessibleName(spoken(name, currency.upper()))

    def _lead_to_added(self) -> None:
        """Gives the focus to the limit of a budget that was added: it is only a suggestion."""
        row = next((row for key, row in self.rows.items() if key not in self._known), None)
        if self._is_adding and row is not None:
            self._is_adding = False
            row.show()  # a layout shows it later only, and what is hidden takes no focus
            row.limit.setFocus(Qt.FocusReason.OtherFocusReason)
            row.limit.selectAll()
        self._known = set(self.rows)

    def _build(self) -> None:
        note = Label(
            self.tr(
                "A request that would go over a budget is not sent. What is running counts with its expected "
                "cost; a request of unknown cost is sent while anything is left."
            ),
            "small",
            wrap=True,
        )
        self._none = Label(self.tr("There is no budget yet: nothing is held back."), "muted", wrap=True)
        low = QWidget()
        row = FlowLayout(low, gap=8)
        words = Label(self.tr("Warn when the balance falls below"))
        words.setBuddy(self.low)
        row.addWidget(words)
        row.addWidget(_with_currency(self.low, self.low_currency))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(note)
        column.addWidget(self._none)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(low)
        column.addStretch(1)

    def _add(self) -> None:
        taken = {budget.span for budget in self._money.budgets}
        span = next((span for span in BudgetSpan if span not in taken), BudgetSpan.DAY)
        limit = {BudgetSpan.DAY: 5, BudgetSpan.MONTH: 50, BudgetSpan.CHAT: 1}[span]
        self._is_adding = True
        self._money.set_budget(Budget("", span, Decimal(limit), self._currency or "usd", may_pass=True))

    def _remove(self, budget_id: str) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._money.remove_budget(budget_id)

    def _set_low(self, amount: Decimal | None) -> None:
        self._settings.change(low_balance=f"{(amount or Decimal(0)).normalize():f}")

    def _show_low(self) -> None:
        self.low.set_amount(Decimal(self._settings.current.low_balance))


def _with_currency(field: AmountField, currency: Label) -> QWidget:
    """Puts the currency right after the amount: no line breaks between them."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(field)
    row.addWidget(currency)
    return both
