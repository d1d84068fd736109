"""The spending page: sums, bars, every call, prices and budgets, by mouse and by keyboard."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from panda_desktop.domain.account import Balance, Endpoint
from panda_desktop.domain.budgets import Budget, BudgetSpan, BudgetUse
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.money import SumRow
from panda_desktop.domain.prices import ModelPrice
from panda_desktop.ui.kit import TextField
from panda_desktop.ui.money.chart import bars_of
from panda_desktop.ui.money.page import SpendingPage, Tab
from panda_desktop.viewmodels.money import AT_ONCE, MoneyModel, Period
from tests.ui.doubles import Stage
from tests.ui.money_doubles import TODAY, FakeMoney


class Scene:
    def __init__(self, folder: Path) -> None:
        self.stage = Stage(folder)
        self.money = FakeMoney(self.stage.bus)
        self.model = MoneyModel(
            self.stage.bus, self.stage.tasks, self.money, lambda: Decimal(1), today=lambda: TODAY
        )

    def open(self, qtbot: QtBot) -> SpendingPage:
        page = SpendingPage(self.model, self.stage.models, self.stage.account, self.stage.settings)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        return page


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def cells(page: SpendingPage) -> list[list[str]]:
    model = page.overview.sums
    rows = range(model.rowCount())
    return [[model.index(row, column).data() for column in range(model.columnCount())] for row in rows]


def test_nothing_spent_is_said_and_no_zero_is_shown(qtbot: QtBot, scene: Scene) -> None:
    page = scene.open(qtbot)
    assert page.overview.empty.isVisible() and not page.overview.total.isVisible()


def test_no_calls_are_said_where_they_would_be_listed(qtbot: QtBot, scene: Scene) -> None:
    page = scene.open(qtbot)
    page.show_tab(Tab.ENTRIES)
    assert page.no_entries.isVisible() and not page.entries.isVisible()
    scene.money.spend("0.1")
    scene.money.tell()
    qtbot.waitUntil(page.entries.isVisible)
    assert not page.no_entries.isVisible()


@pytest.mark.parametrize("width", [360, 1000, 1001])
def test_nothing_spent_is_said_at_one_place(qtbot: QtBot, scene: Scene, width: int) -> None:
    page = scene.open(qtbot)
    page.resize(width, 700)
    places = []
    for tab, empty in ((Tab.OVERVIEW, page.overview.empty), (Tab.ENTRIES, page.no_entries)):
        page.show_tab(tab)
        QApplication.processEvents()
        words = next(label for label in empty.findChildren(QLabel) if label.text())
        places.append(words.mapTo(page, words.rect().center()))
    assert places[0] == places[1]


def test_the_low_balance_is_in_the_currency_of_the_account(qtbot: QtBot, scene: Scene) -> None:
    scene.stage.account_service.balance = None
    page = scene.open(qtbot)
    page.show_tab(Tab.BUDGETS)
    low, currency = page.budgets.low, page.budgets.low_currency
    assert not currency.isVisible() and "USD" not in low.accessibleName()
    scene.stage.tell_balance(Balance(Decimal(3), "cny", None, datetime.now(UTC)))
    qtbot.waitUntil(currency.isVisible)
    assert currency.text() == "CNY" and low.accessibleName().endswith(", CNY")
    page.budgets.add.click()
    assert scene.money.limits[0].currency == "cny"


def test_the_demo_says_that_it_charges_nothing(qtbot: QtBot, scene: Scene) -> None:
    scene.stage.connection.endpoint = Endpoint("http://127.0.0.1:9/", is_demo=True)
    page = scene.open(qtbot)
    for empty in (page.overview.empty, page.no_entries):
        assert "The demo charges nothing" in [label.text() for label in empty.findChildren(QLabel)]


def test_the_last_sum_is_not_under_the_scroll_bar(qtbot: QtBot, scene: Scene) -> None:
    scene.money.month()
    page = scene.open(qtbot)
    page.resize(360, 700)
    table = page.overview.table
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() == 0)


def test_sums_are_exact_and_unknown_parts_are_said(qtbot: QtBot, scene: Scene) -> None:
    scene.money.spend("0.123456")
    scene.money.spend(None, model="auto")
    page = scene.open(qtbot)
    assert page.overview.total.text() == "$0.123456"
    assert "2" in page.overview.note.text() and "1" in page.overview.note.text()
    assert cells(page) == [
        ["deepseek-v4-flash", "1", "—", "$0.123456"],
        ["auto", "1", "—", "— · 1 unknown"],
    ]
    page.overview.grouping.button("kind").click()  # type: ignore[union-attr]
    assert [row[0] for row in cells(page)] == ["Chat", "Chat"]  # a known sum and one of no currency


def test_currencies_are_never_added(qtbot: QtBot, scene: Scene) -> None:
    scene.money.spend("1")
    scene.money.spend("7", currency="cny")
    page = scene.open(qtbot)
    assert sorted(page.overview.total.text().split(" + ")) == ["$1.00", "¥7.00"]
    assert page.overview.chart_currency.isVisible()
    assert sum(bar.amount for bar in page.overview.chart.bars) == 1
    page.overview.chart_currency.button("cny").click()  # type: ignore[union-attr]
    assert sum(bar.amount for bar in page.overview.chart.bars) == 7


def test_sums_are_sorted_as_amounts(qtbot: QtBot, scene: Scene) -> None:
    for amount, model in (("9", "b"), ("10", "c"), ("0.5", "a")):
        scene.money.spend(amount, model=model)
    page = scene.open(qtbot)
    table = page.overview.table
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert [row[0] for row in cells(page)] == ["c", "b", "a"]
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [row[0] for row in cells(page)] == ["a", "b", "c"]


def test_new_entries_come_while_one_looks(qtbot: QtBot, scene: Scene) -> None:
    page = scene.open(qtbot)
    scene.money.spend("0.25")
    scene.money.tell()
    assert page.overview.total.text() == "$0.25"
    page.hide()
    scene.money.spend("0.25")
    scene.money.tell()
    assert page.overview.total.text() == "$0.25"  # nobody looks
    page.show()
    assert page.overview.total.text() == "$0.50"


def test_the_period_is_chosen_by_one_press(qtbot: QtBot, scene: Scene) -> None:
    scene.money.spend("1")
    scene.money.spend("2", day=TODAY - timedelta(days=20))
    page = scene.open(qtbot)
    assert page.overview.total.text() == "$3.00"
    page.period.button(Period.WEEK).click()  # type: ignore[union-attr]
    assert page.overview.total.text() == "$1.00"


def test_bars_are_walked_by_keyboard_and_say_what_the_table_says(qtbot: QtBot, scene: Scene) -> None:
    scene.money.spend("0.5")
    page = scene.open(qtbot)
    chart = page.overview.chart
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart._current == 0
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart._current == 1
    qtbot.keyClick(chart, Qt.Key.Key_End)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart._current == len(chart.bars) - 1
    today = next(bar for bar in chart.bars if bar.first == TODAY)
    assert chart.bar_words(today).endswith("$0.50") and "$0.50" in chart.accessibleDescription()


def row(day: date, amount: str, currency: str = "usd", unknown: int = 0) -> SumRow:
    return SumRow(day.isoformat(), currency, 1, Decimal(amount), Decimal(0), unknown)


def test_many_days_share_bars_and_none_is_lost() -> None:
    first = TODAY - timedelta(days=999)
    rows = tuple(row(first + timedelta(days=number), "1") for number in range(1000))
    bars = bars_of(rows, "usd", None, TODAY)
    assert len(bars) <= 120 and sum(bar.amount for bar in bars) == 1000
    assert bars[0].first == first and bars[-1].last == TODAY
    mixed = bars_of((row(TODAY, "1"), row(TODAY, "5", "cny"), row(TODAY, "0", "", 1)), "usd", TODAY, TODAY)
    assert [(bar.amount, bar.unknown, bar.count) for bar in mixed] == [(Decimal(1), 1, 2)]


def test_every_call_is_listed_and_more_come_at_the_end(qtbot: QtBot, scene: Scene) -> None:
    for _ in range(AT_ONCE + 3):
        scene.money.spend("0.01")
    page = scene.open(qtbot)
    page.show_tab(Tab.ENTRIES)
    model = page.entries.model()
    assert model.rowCount() == AT_ONCE
    page.entries.scrollToBottom()
    model.fetchMore(page.entries.rootIndex())
    assert model.rowCount() == AT_ONCE + 3


def test_a_shared_charge_says_so(qtbot: QtBot, scene: Scene) -> None:
    scene.money.spend("0.01", shared=True, conversation_id="c", served_model="other")
    scene.money.chats = {"c": "<b>Trip</b>"}
    page = scene.open(qtbot)
    model = page.entries.model()
    texts = [model.index(0, column).data() for column in range(model.columnCount())]
    assert texts[6] == "$0.01 · shared" and texts[2] == "deepseek-v4-flash → other"
    assert texts[3] == "<b>Trip</b>"  # foreign text stays text
    assert model.index(0, 6).data(Qt.ItemDataRole.ToolTipRole)


def test_entries_sort_by_their_headings(qtbot: QtBot, scene: Scene) -> None:
    for amount in ("2", "10", "1"):
        scene.money.spend(amount)
    page = scene.open(qtbot)
    page.show_tab(Tab.ENTRIES)
    page.entries.sortByColumn(6, Qt.SortOrder.AscendingOrder)
    assert [each.charged for each in scene.model.entries] == [1, 2, 10]


def test_an_export_asks_where_to_and_says_that_it_is_done(qtbot: QtBot, scene: Scene, tmp_path: Path) -> None:
    scene.money.spend("1")
    page = scene.open(qtbot)
    page.export.click()
    assert isinstance(page.dialog, QFileDialog)
    page.dialog.fileSelected.emit(str(tmp_path / "out.csv"))
    page.dialog.close()
    assert scene.money.written == [tmp_path / "out.csv"]
    (notice,) = page.notices.notices()
    assert "out.csv" in notice.text


def test_a_failure_is_said_on_the_page(qtbot: QtBot, scene: Scene) -> None:
    page = scene.open(qtbot)
    scene.money.failure = PandaError(ErrorKind.DISK_FULL)
    scene.money.tell()
    assert len(page.notices.notices()) == 1


def edit(qtbot: QtBot, page: SpendingPage, row: int, column: int, text: str) -> None:
    table = page.prices.table
    table.setFocus()
    table.setCurrentIndex(page.prices.rows.index(row, column))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    field = table.findChild(TextField)
    assert isinstance(field, TextField) and field.accessibleName()
    field.setText(text)
    with qtbot.waitSignal(field.destroyed):  # Qt takes what was typed a moment later
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_price_is_changed_in_its_cell_by_keyboard(qtbot: QtBot, scene: Scene) -> None:
    scene.money.named["kolors"] = ModelPrice("kolors", image=Decimal("0.04"))
    page = scene.open(qtbot)
    page.show_tab(Tab.PRICES)
    assert page.prices.rows.index(0, 7).data() == "the gateway"
    edit(qtbot, page, 0, 3, "0,05")
    assert scene.money.named["kolors"] == ModelPrice("kolors", image=Decimal("0.05"), is_own=True)
    assert page.prices.rows.index(0, 7).data() == "you"
    assert scene.model.price_of("kolors") == Decimal("0.05")


@pytest.mark.parametrize("text", ["cheap", "-1", "1.2.3", "٣", "1e3", "99999999999"])
def test_what_is_no_amount_is_refused_and_the_old_price_stays(qtbot: QtBot, scene: Scene, text: str) -> None:
    scene.money.named["kolors"] = ModelPrice("kolors", image=Decimal("0.04"))
    page = scene.open(qtbot)
    page.show_tab(Tab.PRICES)
    edit(qtbot, page, 0, 3, text)
    assert scene.money.named["kolors"].image == Decimal("0.04")
    assert page.prices.said.isVisible() and text in page.prices.said.text()


def test_a_model_is_added_and_its_price_forgotten(qtbot: QtBot, scene: Scene) -> None:
    page = scene.open(qtbot)
    page.show_tab(Tab.PRICES)
    page.prices.add.chosen.emit("my-model")
    assert page.prices.rows.index(0, 7).data() == "nobody yet"
    assert not scene.money.named  # nothing is kept before there is an amount
    edit(qtbot, page, 0, 1, "0.14")
    assert scene.money.named["my-model"].prompt == Decimal("0.14")
    page.prices.table.setCurrentIndex(page.prices.rows.index(0, 1))
    assert page.prices.forget.isEnabled()
    page.prices.forget.click()
    assert not scene.money.named


def test_u18_the_limit_of_an_added_budget_is_typed_at_once(qtbot: QtBot, scene: Scene) -> None:
    page = scene.open(qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_tab(Tab.BUDGETS)
    page.budgets.add.setFocus()
    page.budgets.add.click()
    (budget,) = scene.money.limits
    limit = page.budgets.rows[budget.id].limit
    assert limit.hasFocus() and limit.selectedText() == limit.text() != ""
    qtbot.keyClicks(limit, "7")
    qtbot.keyClick(limit, Qt.Key.Key_Return)
    assert scene.money.limits[0].limit == Decimal(7)


def test_budgets_are_added_changed_and_removed(qtbot: QtBot, scene: Scene) -> None:
    page = scene.open(qtbot)
    page.show_tab(Tab.BUDGETS)
    page.budgets.add.click()
    (budget,) = scene.money.limits
    assert budget.span is BudgetSpan.DAY and budget.currency == "usd"
    card = page.budgets.rows[budget.id]
    card.limit.setFocus()
    card.limit.selectAll()
    qtbot.keyClicks(card.limit, "2.50")
    qtbot.keyClick(card.limit, Qt.Key.Key_Return)
    assert scene.money.limits[0].limit == Decimal("2.50")
    card.span.button(BudgetSpan.CHAT).click()  # type: ignore[union-attr]
    card.may_pass.click()
    found = scene.money.limits[0]
    assert (found.span, found.may_pass) == (BudgetSpan.CHAT, not budget.may_pass)
    assert page.budgets.rows[budget.id] is card  # the row and its focus stay
    card.remove.click()
    assert scene.money.limits == [] and page.budgets.rows == {}


def test_a_limit_that_is_no_amount_is_refused(qtbot: QtBot, scene: Scene) -> None:
    scene.money.limits = [Budget("b", BudgetSpan.DAY, Decimal(5))]
    page = scene.open(qtbot)
    page.show_tab(Tab.BUDGETS)
    field = page.budgets.rows["b"].limit
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "much")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert scene.money.limits[0].limit == 5 and field.property("invalid") == "true"


def test_how_much_is_used_is_shown_beside_the_limit(qtbot: QtBot, scene: Scene) -> None:
    budget = Budget("b", BudgetSpan.DAY, Decimal(5))
    scene.money.limits = [budget]
    scene.money.used = {"b": BudgetUse(budget, Decimal("4.5"), Decimal("0.5"))}
    page = scene.open(qtbot)
    scene.model.load()
    assert "$5.00 of $5.00" in page.budgets.rows["b"].use.text()


def test_the_low_balance_is_a_setting(qtbot: QtBot, scene: Scene) -> None:
    page = scene.open(qtbot)
    page.show_tab(Tab.BUDGETS)
    page.budgets.low.setFocus()
    page.budgets.low.selectAll()
    qtbot.keyClicks(page.budgets.low, "2.5")
    qtbot.keyClick(page.budgets.low, Qt.Key.Key_Return)
    assert scene.stage.settings.current.low_balance == "2.5"


@pytest.mark.parametrize("tab", list(Tab))
def test_all_of_it_is_reached_by_keyboard_and_has_a_name(
    qtbot: QtBot, scene: Scene, tab: Tab, nameless: Callable[[SpendingPage], list[str]]
) -> None:
    scene.money.month()
    scene.money.limits = [Budget("b", BudgetSpan.DAY, Decimal(5))]
    page = scene.open(qtbot)
    page.show_tab(tab)
    assert nameless(page) == []


@pytest.fixture
def nameless() -> Callable[[SpendingPage], list[str]]:
    """Finds controls on the screen that have no name or are too small to be hit."""
    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTableView

    def find(page: SpendingPage) -> list[str]:
        found = []
        for kind in (QAbstractButton, QLineEdit, QTableView):
            for each in page.findChildren(kind):
                if not each.isVisible() or each.metaObject().className() == "QTableCornerButton":
                    continue
                if not (each.accessibleName() or getattr(each, "text", str)()):
                    found.append(f"{type(each).__name__} without a name")
                if each.height() < 22:
                    found.append(f"{each.accessibleName()} is {each.height()} px high")
        return found

    return find


def test_a_narrow_page_needs_no_more_room_than_it_has(qtbot: QtBot, scene: Scene) -> None:
    scene.money.month()
    page = scene.open(qtbot)
    page.resize(320, 560)
    for tab in Tab:
        page.show_tab(tab)
        assert page.width() == 320
        for button in page.tabs.findChildren(type(page.export)):
            assert button.mapTo(page, QPoint(button.width(), 0)).x() <= 320
