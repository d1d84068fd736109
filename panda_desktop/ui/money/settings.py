"""The section of the settings that leads to spending.

Promise: it holds no amounts of its own: prices and budgets are changed in one place.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.ui.kit import Button
from panda_desktop.ui.settings.rows import SettingGroup, SettingRow
from panda_desktop.ui.settings.section import Section


class SpendingSettings(QWidget):
    """The ways to the spending page."""

    def __init__(self, show_spending: Callable[[], object], show_budgets: Callable[[], object]) -> None:
        """`show_spending` and `show_budgets` show the page."""
        super().__init__()
        self.spending = Button(
            self.tr("Open"), icon_name="receipt", tip=self.tr("See what was spent, and set prices")
        )
        self.budgets = Button(self.tr("Open"), icon_name="wallet", tip=self.tr("Set budgets"))
        rows: list[QWidget] = [
            SettingRow(
                self.tr("Spending and prices"),
                self.tr("Every paid call, what it cost, and the prices that are used to foresee a cost."),
                self.spending,
                keywords=self.tr("money ledger CSV price balance"),
            ),
            SettingRow(
                self.tr("Budgets and low balance"),
                self.tr("Limits by day, month and chat, and when to warn of a low balance."),
                self.budgets,
                keywords=self.tr("limit warning"),
            ),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.title, self.keywords = self.tr("Spending"), self.tr("money budget price")
        column.addWidget(SettingGroup(self.title, rows))
        self.spending.clicked.connect(lambda _checked=False: show_spending())
        self.budgets.clicked.connect(lambda _checked=False: show_budgets())


def spending_section(show_spending: Callable[[], object], show_budgets: Callable[[], object]) -> Section:
    """Returns the section."""
    group = SpendingSettings(show_spending, show_budgets)
    return Section("spending", group.title, "wallet", (group,), group.keywords)
