"""Grabs pictures of the spending page: `python -m tests.ui.money_gallery FOLDER [LANGUAGE]`."""

import os
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.budgets import Budget, BudgetSpan, BudgetUse
from panda_desktop.domain.money import SpendKind
from panda_desktop.domain.prices import ModelPrice
from panda_desktop.ui.money.page import SpendingPage, Tab
from panda_desktop.ui.theme import ThemeController, ThemeMode
from panda_desktop.viewmodels.money import MoneyModel, Period
from tests.ui.doubles import Stage
from tests.ui.money_doubles import TODAY, FakeMoney
from tests.ui.picturing import prepare

SIZES = {"wide": (1216, 760), "narrow": (400, 760), "least": (320, 560), "vast": (2400, 900)}


class Scene:
    """The page over a month of calls, or over nothing."""

    def __init__(self, *, filled: bool = True) -> None:
        self.stage = Stage(Path(tempfile.mkdtemp()))
        self.money = FakeMoney(self.stage.bus)
        if filled:
            self.money.month()
            for price in (
                ModelPrice("deepseek-v4-flash", prompt=Decimal("0.14"), completion=Decimal("0.28")),
                ModelPrice("wan-2.7-image", image=Decimal("0.04")),
                ModelPrice("wan-2.7-video", video=Decimal("0.38"), is_own=True),
                ModelPrice(
                    "a-model-with-quite-a-long-name-2026-11-preview",
                    "cny",
                    second=Decimal("0.5"),
                    is_own=True,
                ),
            ):
                self.money.named[price.model] = price
            day = Budget("d", BudgetSpan.DAY, Decimal(5), may_pass=True)
            month = Budget("m", BudgetSpan.MONTH, Decimal("2.5"), profile="first")
            self.money.limits = [day, month, Budget("c", BudgetSpan.CHAT, Decimal(1))]
            self.money.used = {
                "d": BudgetUse(day, Decimal("0.38"), Decimal("0.16"), 1),
                "m": BudgetUse(month, Decimal("2.61")),
            }
        self.model = MoneyModel(
            self.stage.bus, self.stage.tasks, self.money, lambda: Decimal(1), today=lambda: TODAY
        )
        self.page = SpendingPage(self.model, self.stage.models, self.stage.account, self.stage.settings)
        self.page.set_profiles({"first": "Panda World", "p2": "公司的账户 with a long name"})


def settle() -> None:
    """Lets everything be laid out and painted."""
    for _ in range(5):
        QApplication.processEvents()


def pictures(folder: Path, name: str, size: tuple[int, int]) -> None:
    """Takes all pictures at one size."""
    scene = Scene()
    page = scene.page
    page.resize(*size)
    page.show()

    def grab(what: str) -> None:
        settle()
        page.grab().save(str(folder / f"{name}-{what}.png"))

    for tab in Tab:
        page.show_tab(tab)
        grab(tab.value)
    page.show_tab(Tab.PRICES)
    table = page.prices.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    table.setCurrentIndex(page.prices.rows.index(0, 2))
    table.edit(page.prices.rows.index(0, 2))
    grab("prices-edit")
    page.prices.rows.setData(page.prices.rows.index(0, 2), "cheap")
    grab("prices-refused")
    page.show_tab(Tab.OVERVIEW)
    page.overview.chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.overview.chart, Qt.Key.Key_End)
    grab("overview-focus")
    scene.model.show(period=Period.WEEK)
    scene.money.spend("3.5", currency="cny", kind=SpendKind.CHAT, model="qwen", profile="p2")
    scene.money.tell()
    grab("overview-two")
    page.hide()
    empty = Scene(filled=False)
    empty.page.resize(*size)
    empty.page.show()
    settle()
    for tab in Tab:
        empty.page.show_tab(tab)
        settle()
        empty.page.grab().save(str(folder / f"{name}-empty-{tab.value}.png"))
    empty.page.hide()


def main() -> None:
    """Takes all pictures."""
    folder = Path(sys.argv[1])
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    prepare(app, folder, *sys.argv[2:3])
    controller = ThemeController(app, ThemeMode.LIGHT, 100)
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        controller.set_mode(mode)
        for name, size in SIZES.items():
            if mode is ThemeMode.LIGHT or name == "wide":
                pictures(folder, f"{mode.value}-{name}", size)
    controller.set_mode(ThemeMode.LIGHT)
    for zoom in (150, 200):
        controller.set_zoom(zoom)
        pictures(folder, f"zoom-{zoom}", SIZES["wide"])


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
