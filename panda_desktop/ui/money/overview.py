"""The sums: totals, the bars by day, one table by what is wanted, and how far the gateway agrees.

Promise: each currency has its own total and its own bars; what nobody knows is said beside what is known.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.domain.money import Grouping, SumRow
from panda_desktop.ui.kit import Card, EmptyState, FlowLayout, ScrollArea, SegmentedChoice
from panda_desktop.ui.kit.breaking import BreakingLabel
from panda_desktop.ui.money.chart import SpendingChart
from panda_desktop.ui.money.sums import SumsModel
from panda_desktop.ui.money.table import Table
from panda_desktop.ui.money.words import MoneyWords
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.money import MoneyModel

_MOST_ROWS: Final = 14
WIDEST: Final = 1080
"""How wide the parts of the page get, in pixels at 100 % zoom."""


class Overview(ScrollArea):
    """The part of the page."""

    def __init__(
        self,
        money_model: MoneyModel,
        words: MoneyWords,
        currency: Callable[[], str],
        is_demo: Callable[[], bool],
    ) -> None:
        """Shows what `money_model` has; `currency` is the account's, `is_demo` says if it is the demo."""
        super().__init__(max_width=WIDEST)
        self._money = money_model
        self._words = words
        self._currency = currency
        self._is_demo = is_demo
        self.total = BreakingLabel("—", "title")
        self.note = BreakingLabel("", "muted")
        self.chart = SpendingChart(words)
        self.chart_currency = SegmentedChoice(self.tr("Currency of the bars"))
        self.grouping = SegmentedChoice(
            self.tr("Sums by"), [(each, words.grouping(each)) for each in Grouping]
        )
        self.sums = SumsModel(words, self)
        self.table = Table(self.tr("Sums"))
        self.agreement = BreakingLabel("", "small")
        self.empty = EmptyState("wallet", *words.nothing(is_demo=False))
        self._filled = QWidget()
        self._build()
        self.grouping.chosen.connect(lambda _: self._show_sums())
        self.chart_currency.chosen.connect(lambda _: self._show_chart())
        money_model.changed.connect(self.show_report)
        self.grouping.set_value(Grouping.MODEL)
        self.show_report()

    def show_report(self) -> None:
        """Shows the sums as they are now."""
        report = self._money.report
        is_empty = report is not None and not report.totals
        self.empty.set_words(*self._words.nothing(is_demo=self._is_demo()))
        self.empty.setVisible(is_empty)
        self._filled.setVisible(report is not None and not is_empty)
        if report is None:
            return
        known = [row for row in report.totals if row.unknown < row.count]
        self.total.setText(" + ".join(self._words.total(row) for row in known) or "—")
        self.note.setText(self._counted(report.totals))
        currencies = sorted({row.currency for row in known})
        current = self.chart_currency.value()
        self.chart_currency.set_choices([(each, each.upper()) for each in currencies])
        mine = self._currency()
        first = mine if mine in currencies or not currencies else currencies[0]
        self.chart_currency.set_value(current if current in currencies else first)
        self.chart_currency.setVisible(len(currencies) > 1)
        self._show_chart()
        self._show_sums()
        self.agreement.setText("\n".join(map(self._words.reconciliation, report.reconciliations)))
        self.agreement.setVisible(bool(report.reconciliations))

    def _counted(self, totals: tuple[SumRow, ...]) -> str:
        count, unknown = sum(row.count for row in totals), sum(row.unknown for row in totals)
        words = self.tr("%n paid call(s)", "", count)
        if unknown:
            words += " · " + self.tr("what %n of them cost is not known", "", unknown)
        return words

    def _show_chart(self) -> None:
        report = self._money.report
        if report is None:
            return
        today = datetime.now().astimezone().date()
        currency = self.chart_currency.value() or self._currency()
        self.chart.set_rows(report.rows.get(Grouping.DAY, ()), currency, self._money.chosen.since, today)

    def _show_sums(self) -> None:
        report = self._money.report
        if report is None:
            return
        grouping = Grouping(self.grouping.value() or Grouping.MODEL)
        self.sums.set_rows(grouping, report.rows.get(grouping, ()))
        self.table.fit_columns()
        self._fit_table()

    def _fit_table(self) -> None:
        rows = min(max(self.sums.rowCount(), 1), _MOST_ROWS)
        bar = self.table.horizontalScrollBar()
        # Where the columns need more room than there is, their bar must not cover the last row.
        below = bar.sizeHint().height() if bar.maximum() > bar.minimum() else 0
        self.table.setFixedHeight(rows * max(30, look().pixels(32)) + look().pixels(40) + below)

    def _build(self) -> None:
        self.table.setModel(self.sums)
        self.table.horizontalHeader().setSortIndicator(3, Qt.SortOrder.DescendingOrder)
        self.table.setSortingEnabled(True)
        look().changed.connect(self._fit_table)
        self.table.horizontalScrollBar().rangeChanged.connect(lambda *_: self._fit_table())
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 8)
        inside.setSpacing(2)
        inside.addWidget(self.total)
        inside.addWidget(self.note)
        inside.addSpacing(6)
        inside.addWidget(self.chart_currency)
        inside.addWidget(self.chart)
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(card)
        by = QWidget()
        flow = FlowLayout(by, gap=8)
        flow.addWidget(self.grouping)
        column.addWidget(by)
        column.addWidget(self.table)
        column.addWidget(self.agreement)
        self.column.addWidget(self._filled)
        self.column.addWidget(self.empty)
        self.column.addStretch(1)
