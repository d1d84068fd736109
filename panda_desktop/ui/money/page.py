"""The spending page: how much, for what, and what it may be.

Promise: it opens with what is known and fills in; every chart stands beside its table.
"""

from datetime import datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from panda_desktop.domain.errors import PandaError
from panda_desktop.ui.kit import (
    Choice,
    ElidedLabel,
    EmptyState,
    FlowLayout,
    Notice,
    NoticeHost,
    PageScroll,
    PageStack,
    PickerButton,
    ScrollArea,
    SegmentedChoice,
    Surface,
)
from panda_desktop.ui.kit.elided_button import ElidedButton
from panda_desktop.ui.kit.scroll import side_margin
from panda_desktop.ui.money.budgets import BudgetsPanel
from panda_desktop.ui.money.entries import EntriesModel
from panda_desktop.ui.money.overview import WIDEST, Overview
from panda_desktop.ui.money.prices import PricesPanel
from panda_desktop.ui.money.table import Table
from panda_desktop.ui.money.words import MoneyWords
from panda_desktop.ui.sentences import Sentences
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.models import ModelList
from panda_desktop.viewmodels.money import MoneyModel, Period
from panda_desktop.viewmodels.settings import SettingsModel

_ALL = "*"


class Tab(StrEnum):
    """What the page shows."""

    OVERVIEW = "overview"
    ENTRIES = "entries"
    PRICES = "prices"
    BUDGETS = "budgets"


class SpendingPage(Surface):
    """The page.

    Signals:
        top_up_wanted: credit shall be added.
    """

    top_up_wanted = Signal()

    def __init__(
        self,
        money_model: MoneyModel,
        models: ModelList,
        account: AccountModel,
        settings: SettingsModel,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Makes the page; it is read when it is shown."""
        super().__init__("background", parent=parent)
        self.setAccessibleName(self.tr("Spending"))
        self._money = money_model
        self._account = account
        self.words = MoneyWords(self)
        self.dialog: QFileDialog | None = None
        self.tabs = SegmentedChoice(
            self.tr("Show"),
            [
                (Tab.OVERVIEW, self.tr("Overview")),
                (Tab.ENTRIES, self.tr("Every call")),
                (Tab.PRICES, self.tr("Prices")),
                (Tab.BUDGETS, self.tr("Budgets")),
            ],
        )
        self.period = SegmentedChoice(
            self.tr("Days"), [(period, self.words.period(period)) for period in Period]
        )
        self.profile = PickerButton(self.tr("Profile"), compact=True)
        self.export = ElidedButton(
            self.tr("Export CSV…"), icon_name="save", tip=self.tr("Write every call of these days to a file")
        )
        self.notices = NoticeHost()
        self.overview = Overview(money_model, self.words, self._currency, self._is_demo)
        self.entries = Table(self.tr("Every paid call"), stretching=3)
        self.no_entries = EmptyState("wallet", *self.words.nothing(is_demo=False))
        self.prices = PricesPanel(money_model, models)
        self.budgets = BudgetsPanel(money_model, settings, self.words)
        self._stack = PageStack()
        self._sentences = Sentences(self)
        self._build()
        self._join()
        self.show_tab(Tab.OVERVIEW)

    def show_tab(self, tab: Tab) -> None:
        """Shows one part of the page."""
        self.tabs.set_value(tab)
        self._stack.setCurrentIndex(list(Tab).index(tab))
        self._filters.setVisible(tab in (Tab.OVERVIEW, Tab.ENTRIES))

    def set_profiles(self, names: dict[str, str]) -> None:
        """Names the profiles."""
        self.words.profiles = dict(names)
        choices = [Choice(key, self.words.profile(key)) for key in names]
        demo = Choice("demo", self.words.profile("demo"))
        self.profile.set_choices([Choice(_ALL, self.tr("All profiles")), *choices, demo])
        self.profile.set_value(self._money.profile or _ALL)
        self.budgets.show_budgets()
        self.overview.show_report()

    def showEvent(self, event: QShowEvent) -> None:
        """Has everything read."""
        super().showEvent(event)
        self._name_currency()
        self._money.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._money.watch(False)

    def _currency(self) -> str:
        balance = self._account.balance
        return balance.currency if balance is not None else "usd"

    def _name_currency(self) -> None:
        balance = self._account.balance
        self.budgets.set_currency(balance.currency if balance is not None else "")

    def _is_demo(self) -> bool:
        return self._account.endpoint.is_demo

    def _show_entries(self) -> None:
        is_empty = self._money.report is not None and not self._money.entries
        self.no_entries.set_words(*self.words.nothing(is_demo=self._is_demo()))
        self.no_entries.setVisible(is_empty)
        self.entries.setVisible(not is_empty)
        self.entries.fit_columns()

    def _build(self) -> None:
        self._filters = QWidget()
        row = FlowLayout(self._filters, gap=8)
        for widget in (self.period, self.profile, self.export):
            row.addWidget(widget)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(ElidedLabel(self.tr("Spending"), "title"))
        column.addWidget(self.tabs)
        column.addWidget(self._filters)
        self.entries.setModel(EntriesModel(self._money, self.words, self.entries))
        header = self.entries.horizontalHeader()
        header.moveSection(6, 1)  # what it cost stands beside when, and is seen however narrow it is
        header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        self.entries.setSortingEnabled(True)
        budgets = ScrollArea(max_width=WIDEST)
        budgets.column.addWidget(self.budgets)
        calls = QWidget()
        listed = QVBoxLayout(calls)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.addWidget(self.entries, 1)
        listed.addWidget(self.no_entries)
        listed.addStretch(0)
        # Both stand where the part of the sums has them: nothing jumps from one part to the other.
        self.no_entries.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.no_entries.setContentsMargins(0, 12, 0, 0)
        for part in (self.overview, _Inset(calls), _Inset(self.prices), budgets):
            self._stack.addWidget(part)
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(_Inset(inner, top=16))
        outer.addWidget(self.notices)
        outer.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(PageScroll(page))
        self.period.set_value(self._money.period)
        self.set_profiles({})
        self._show_entries()

    def _join(self) -> None:
        self.tabs.chosen.connect(lambda tab: self.show_tab(Tab(tab)))
        self.period.chosen.connect(lambda period: self._money.show(period=Period(period)))
        self.profile.chosen.connect(
            lambda profile: self._money.show(profile="" if profile == _ALL else profile)
        )
        self.export.clicked.connect(lambda _checked=False: self._ask_target())
        self._money.exported.connect(self._say_exported)
        self._money.failed.connect(self._say_failed)
        self._money.entries_changed.connect(self._show_entries)
        self._account.balance_changed.connect(self._name_currency)
        self._money.changed.connect(lambda: self.period.set_value(self._money.period))

    def _ask_target(self) -> None:
        if self.dialog is not None:
            self.dialog.raise_()
            return
        today = datetime.now().astimezone().date().isoformat()
        self.dialog = QFileDialog(self.window(), self.tr("Export to"))
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.dialog.setNameFilters(["CSV (*.csv)"])
        self.dialog.setDefaultSuffix("csv")
        self.dialog.selectFile(self.tr("spending {day}").format(day=today) + ".csv")
        self.dialog.fileSelected.connect(lambda name: self._money.export(Path(name), self.words.csv()))
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()

    def _forget_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self.export.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_exported(self, target: Path, count: int) -> None:
        words = self.tr("%n call(s) written to {name}.", "", count).format(name=target.name)
        self.notices.show_notice(Notice(words, key="exported"))

    def _say_failed(self, error: PandaError) -> None:
        self.notices.show_notice(self._sentences.notice(error, key="spending-failed"))


class _Inset(QWidget):
    """A box that holds a widget in the middle, no wider than what stands under it."""

    def __init__(self, widget: QWidget, *, top: int = 8) -> None:
        super().__init__()
        self._held = widget
        self._top = top
        self._row = row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(widget, 1_000)
        row.addStretch(1)
        self._fit()
        look().changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the room to what it holds where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = side_margin(self.width())
        self._row.setContentsMargins(side, self._top, side, 8)
        self._held.setMaximumWidth(look().pixels(WIDEST))
