"""Money in the window: today, a low balance with the way to add credit, the ways to the page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.account import Balance, Endpoint
from panda_desktop.domain.prices import ModelPrice
from panda_desktop.ui.kit import Menu
from panda_desktop.ui.money.page import SpendingPage
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.wiring.money import MoneyDesk, low_limit
from panda_desktop.viewmodels.money import MoneyModel
from tests.ui.doubles import Stage
from tests.ui.money_doubles import TODAY, FakeMoney


@dataclass
class Scene:
    stage: Stage
    money: FakeMoney
    model: MoneyModel
    window: MainWindow
    desk: MoneyDesk
    credit: list[str]

    def balance(self, amount: str) -> None:
        self.stage.tell_balance(Balance(Decimal(amount), "usd", None, datetime.now(UTC)))


@pytest.fixture
def scene(qtbot: QtBot, tmp_path: Path) -> Scene:
    stage = Stage(tmp_path)
    money = FakeMoney(stage.bus)
    model = MoneyModel(stage.bus, stage.tasks, money, lambda: low_limit(stage.settings), today=lambda: TODAY)
    pages: dict[Place, Callable[[], QWidget]] = {
        Place.CHAT: QWidget,
        Place.SPENDING: lambda: SpendingPage(model, stage.models, stage.account, stage.settings),
    }
    window = MainWindow(pages)
    qtbot.addWidget(window)
    window.resize(1200, 700)
    window.show()
    window.go(Place.CHAT)
    credit: list[str] = []
    desk = MoneyDesk(window, model, stage.account, stage.settings, lambda: credit.append("opened"))
    model.load()
    return Scene(stage, money, model, window, desk, credit)


def test_v26_what_was_spent_today_is_never_a_wrong_zero(scene: Scene) -> None:
    today = scene.window.status.today
    assert not today.isVisible()
    scene.money.spend(None)
    scene.money.tell()
    assert today.plain_text() == "today — +"  # a call whose cost nobody knows is not 0
    scene.money.spend("0.5")
    scene.money.tell()
    assert today.plain_text() == "today $0.50 +" and "1" in today.toolTip()


def test_other_currencies_and_the_demo_are_left_out_of_today(scene: Scene) -> None:
    scene.money.spend("0.5")
    scene.money.spend("7", currency="cny")
    scene.money.tell()
    assert scene.window.status.today.plain_text() == "today $0.50"
    scene.stage.connection.endpoint = Endpoint("http://127.0.0.1:1/v1", is_demo=True)
    scene.money.tell()
    assert not scene.window.status.today.isVisible()


def test_v26_a_low_balance_is_said_once_with_the_way_to_add_credit(scene: Scene) -> None:
    scene.balance("0.80")
    scene.balance("0.70")
    (notice,) = scene.window.notices.notices()
    assert "$0.80" in notice.text
    notice.actions[0].run()
    assert scene.credit == ["opened"]
    scene.balance("20")
    assert scene.window.notices.notices() == ()


def test_another_limit_counts_at_once(scene: Scene) -> None:
    scene.balance("5")
    assert scene.window.notices.notices() == ()
    scene.stage.settings.change(low_balance="10")
    assert len(scene.window.notices.notices()) == 1


def test_the_page_is_one_press_away(qtbot: QtBot, scene: Scene) -> None:
    scene.money.spend("0.5")
    scene.money.tell()
    status = scene.window.status
    qtbot.keyClick(status.today, Qt.Key.Key_Return)
    assert scene.window.place() is Place.SPENDING
    assert "go.spending" in {command.key for command in scene.window.commands}
    scene.window.go(Place.CHAT)
    menu = status.open_balance_menu()
    assert isinstance(menu, Menu)
    texts = [action.text() for action in menu.actions()]
    assert texts == ["Ask for the balance again", "Spending…", "Add credit"]
    menu.actions()[1].trigger()
    assert scene.window.place() is Place.SPENDING
    menu.actions()[2].trigger()
    assert scene.credit == ["opened"]
    menu.close()
    scene.desk.show_budgets()
    page = scene.window.page(Place.SPENDING)
    assert isinstance(page, SpendingPage) and page.budgets.isVisible()


def test_a_price_of_the_person_counts_before_the_gateways(scene: Scene) -> None:
    told: list[None] = []
    scene.stage.account.balance_changed.connect(lambda: told.append(None))
    scene.model.set_price(ModelPrice("wan-2.7-image", image=Decimal("0.09"), is_own=True))
    assert told and scene.stage.account.price_of("wan-2.7-image") == Decimal("0.09")


def test_what_is_left_after_running_jobs_is_told(scene: Scene) -> None:
    status = scene.window.status
    status.set_balance(Balance(Decimal("10"), "usd", None, datetime.now(UTC)))
    status.set_committed(Decimal("0.38"))
    assert "$9.62" in status.committed.toolTip()
    status.set_balance(Balance(None, "usd", None, datetime.now(UTC)))
    assert "$" not in status.committed.toolTip()
