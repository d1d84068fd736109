"""The status bar says what is known, and how old it is."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from panda_desktop.domain.account import Balance, Connection, KeyState
from panda_desktop.ui.kit import NoticeLevel
from panda_desktop.ui.window import StatusBar, key_notice
from panda_desktop.ui.window.status_item import StatusItem

NOW = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bar(qtbot: QtBot, clock: Clock) -> StatusBar:
    made = StatusBar(now=clock)
    qtbot.addWidget(made)
    made.resize(1200, 30)
    made.show()
    return made


def balance(amount: str | None, seconds: int = 12) -> Balance:
    money = None if amount is None else Decimal(amount)
    return Balance(money, "usd", Decimal("157.3"), NOW - timedelta(seconds=seconds))


def test_an_unknown_balance_is_a_dash(bar: StatusBar) -> None:
    assert bar.balance.plain_text() == "Balance —"
    bar.set_balance(balance(None))
    assert bar.balance.plain_text() == "Balance — · 12 s ago"
    bar.set_balance(None, refreshing=True)
    assert bar.balance.plain_text() == "Balance — · asking…"


def test_a_balance_has_an_age_that_grows(bar: StatusBar, clock: Clock) -> None:
    bar.set_balance(balance("42.5"))
    assert bar.balance.accessibleName() == "Balance $42.50 · 12 s ago"
    assert "$157.30" in bar.balance.toolTip()
    clock.time += timedelta(minutes=5)
    bar.hide()
    bar.show()
    assert bar.balance.plain_text() == "Balance $42.50 · 5 min ago"
    bar.set_balance(balance("42.5"), refreshing=True)
    assert bar.balance.plain_text() == "Balance $42.50 · asking…"


def test_pressing_asks_again_by_mouse_and_keyboard(qtbot: QtBot, bar: StatusBar) -> None:
    with qtbot.waitSignal(bar.refresh_wanted):
        qtbot.mouseClick(bar.balance, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.refresh_wanted):
        qtbot.keyClick(bar.balance, Qt.Key.Key_Return)
    with qtbot.waitSignal(bar.connection_pressed):
        qtbot.keyClick(bar.connection, Qt.Key.Key_Space)


def test_the_connection_is_said_in_words(bar: StatusBar) -> None:
    bar.set_connection(Connection.ONLINE, "api.example")
    assert bar.connection.plain_text() == "api.example"
    bar.set_connection(Connection.OFFLINE, "api.example")
    assert bar.connection.plain_text() == "api.example · no connection"
    bar.set_connection(Connection.KEY_REFUSED, "api.example")
    assert bar.connection.plain_text() == "api.example · key refused"
    bar.set_connection(Connection.ONLINE, "127.0.0.1", is_demo=True)
    assert bar.connection.plain_text() == "Demo, nothing is charged"


def test_facts_that_are_nothing_are_hidden(bar: StatusBar) -> None:
    items = (bar.committed, bar.today, bar.jobs, bar.profile)
    assert all(item.isHidden() for item in items)
    bar.set_committed(Decimal("1.2"))
    bar.set_spent_today(Decimal(0))
    bar.set_jobs_running(1)
    bar.set_profile("Personal")
    assert [item.plain_text() for item in items] == [
        "committed $1.20",
        "today $0.00",
        "1 job running",
        "Personal",
    ]
    assert all(item.isVisible() for item in items)
    bar.set_jobs_running(3)
    assert bar.jobs.plain_text() == "3 jobs running"
    bar.set_committed(Decimal(0))
    bar.set_spent_today(None)
    bar.set_jobs_running(0)
    bar.set_profile("")
    assert all(item.isHidden() for item in items)


def test_u12_a_narrow_bar_drops_whole_facts_and_keeps_the_balance(bar: StatusBar) -> None:
    bar.set_connection(Connection.ONLINE, "a-rather-long-host-name.example")
    bar.set_balance(balance("42.5"))
    bar.set_committed(Decimal("1.2"))
    bar.set_spent_today(Decimal("0.84"))
    bar.set_jobs_running(2)
    everything = [bar.balance, bar.connection, bar.jobs, bar.committed, bar.today]
    for width in (1200, 720, 500, 320):
        bar.resize(width, 30)
        shown = [item for item in everything if item.isVisible()]
        assert shown == everything[: len(shown)]
        assert sum(item.sizeHint().width() for item in shown) <= width
    assert bar.balance.isVisible()


def test_items_can_be_read_and_focused(qtbot: QtBot, bar: StatusBar) -> None:
    bar.set_jobs_running(2)
    for item in bar.findChildren(StatusItem):
        if item.isVisible():
            assert item.accessibleName()
            assert item.toolTip()
            assert item.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_key_states_that_cost_something_are_said() -> None:
    asked: list[bool] = []
    assert key_notice(KeyState.STORED) is None
    assert key_notice(KeyState.MISSING) is None
    session = key_notice(KeyState.SESSION_ONLY)
    assert session is not None
    assert session.text == "This computer has no safe store: the key stays in memory until you quit."
    assert session.level is NoticeLevel.WARNING
    locked = key_notice(KeyState.LOCKED, lambda: asked.append(True))
    assert locked is not None
    locked.actions[0].run()
    assert asked == [True]
    assert key_notice(KeyState.FROM_ENVIRONMENT) is not None


def test_k03_k04_k05_a_locked_store_offers_to_enter_the_key_again() -> None:
    done: list[str] = []
    locked = key_notice(KeyState.LOCKED, lambda: done.append("again"), lambda: done.append("enter"))
    assert locked is not None
    assert [action.text for action in locked.actions] == ["Try again", "Enter the key again"]
    for action in locked.actions:
        action.run()
    assert done == ["again", "enter"]


def test_the_clock_runs_only_as_often_as_the_words_change(bar: StatusBar, clock: Clock) -> None:
    waiting = bar._clock
    assert not waiting.isActive()  # nothing is known, and nothing grows old
    bar.set_balance(balance("42.5"))
    assert waiting.interval() == 1_000
    bar.set_balance(balance("42.5", seconds=90))
    assert waiting.isActive()
    assert 29_000 < waiting.interval() <= 30_001  # “1 min ago” becomes “2 min ago”
    bar.hide()
    assert not waiting.isActive()
    bar.show()
    assert waiting.isActive()
    bar.set_balance(None)
    assert not waiting.isActive()
