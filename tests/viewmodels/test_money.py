"""Money as it is observed: periods, today, a balance that runs low once."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from panda_desktop.domain.account import Balance, KeyState
from panda_desktop.domain.budgets import BudgetUse
from panda_desktop.domain.changes import BalanceChanged, KeyChanged
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.prices import ModelPrice
from panda_desktop.services.bus import Bus
from panda_desktop.viewmodels.money import AT_ONCE, MoneyModel, Period
from tests.ui.doubles import InstantTasks
from tests.ui.money_doubles import TODAY, FakeMoney


class Scene:
    def __init__(self) -> None:
        self.bus = Bus()
        self.money = FakeMoney(self.bus)
        self.low = Decimal(1)
        self.model = MoneyModel(
            self.bus,
            InstantTasks(),  # type: ignore[arg-type]
            self.money,
            lambda: self.low,
            today=lambda: TODAY,
        )

    def balance(self, amount: str | None) -> None:
        known = None if amount is None else Decimal(amount)
        self.bus.publish(BalanceChanged(Balance(known, "usd", None, datetime.now(UTC)), refreshing=False))


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_today_is_known_without_anybody_looking(scene: Scene) -> None:
    told: list[None] = []
    scene.model.today_changed.connect(lambda: told.append(None))
    scene.money.spend("0.5")
    scene.money.spend("9", day=TODAY - timedelta(days=1))
    scene.money.tell()
    assert told and [row.charged for row in scene.model.today.totals] == [Decimal("0.5")]
    assert scene.model.report is None  # the page is not open: nothing more is read


def test_the_period_and_the_profile_filter_what_is_shown(scene: Scene) -> None:
    for days in (0, 6, 7, 29, 30):
        scene.money.spend("1", day=TODAY - timedelta(days=days))
    scene.money.spend("1", profile="work")
    scene.model.watch(True)
    counts = {}
    for period in Period:
        scene.model.show(period=period)
        assert scene.model.report is not None
        counts[period] = scene.model.report.totals[0].count
    assert counts == {Period.TODAY: 2, Period.WEEK: 3, Period.MONTH: 5, Period.ALL: 6}
    scene.model.show(profile="work")
    assert len(scene.model.entries) == 1


def test_entries_are_read_as_far_as_one_scrolls(scene: Scene) -> None:
    for _ in range(AT_ONCE + 5):
        scene.money.spend("1")
    scene.model.watch(True)
    assert len(scene.model.entries) == AT_ONCE and scene.model.has_more
    scene.model.more()
    assert len(scene.model.entries) == AT_ONCE + 5 and not scene.model.has_more


def test_v26_a_low_balance_is_told_once_for_each_crossing(scene: Scene) -> None:
    told: list[Balance] = []
    recovered: list[None] = []
    scene.model.ran_low.connect(told.append)
    scene.model.recovered.connect(lambda: recovered.append(None))
    for amount in ("5", None, "0.99", "0.5", None, "0.4"):
        scene.balance(amount)
    assert [balance.amount for balance in told] == [Decimal("0.99")]
    scene.balance("20")
    assert recovered == [None]
    scene.balance("0")
    assert [balance.amount for balance in told] == [Decimal("0.99"), Decimal(0)]
    scene.bus.publish(KeyChanged(KeyState.STORED, ""))
    scene.balance("0.2")  # of another account
    assert len(told) == 3
    scene.low = Decimal(0)  # never
    scene.balance("3")
    scene.balance("0")
    assert len(told) == 3


def test_a_failure_is_told_and_reading_goes_on(scene: Scene) -> None:
    failed: list[PandaError] = []
    scene.model.failed.connect(failed.append)
    scene.money.failure = PandaError(ErrorKind.CANNOT_READ)
    scene.money.tell()
    assert [error.kind for error in failed] == [ErrorKind.CANNOT_READ]
    scene.money.spend("1")
    scene.money.tell()
    assert scene.model.today.totals


def test_a_price_nobody_named_is_none(scene: Scene) -> None:
    assert scene.model.price_of("kolors") is None
    assert scene.model.estimate_images("kolors", 4) is None
    scene.model.set_price(ModelPrice("kolors", image=Decimal("0.04")))
    assert scene.model.price_of("kolors") == Decimal("0.04")
    found = scene.model.estimate_images("kolors", 4)
    assert found is not None and found.amount == Decimal("0.16")
    assert scene.model.estimate_video("kolors") is None


def test_an_export_names_its_file(scene: Scene, tmp_path: Path) -> None:
    told: list[tuple[Path, int]] = []
    scene.model.exported.connect(lambda target, count: told.append((target, count)))
    scene.money.spend("1")
    scene.model.export(tmp_path / "a.csv", {})
    assert told == [(tmp_path / "a.csv", 1)]


def test_a_reading_that_fails_does_not_forget_what_changed_meanwhile(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[PandaError] = []
    scene.model.failed.connect(told.append)
    uses, changed = scene.money.uses, [True]

    async def failing() -> tuple[BudgetUse, ...]:
        if changed:
            changed.clear()
            scene.money.spend("0.5")
            scene.money.tell()  # while the sums are read
            raise PandaError(ErrorKind.CANNOT_READ)
        return await uses()

    monkeypatch.setattr(scene.money, "uses", failing)
    scene.money.tell()
    assert [error.kind for error in told] == [ErrorKind.CANNOT_READ]
    assert [row.charged for row in scene.model.today.totals] == [Decimal("0.5")]
