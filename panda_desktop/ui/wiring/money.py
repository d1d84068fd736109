"""Joins the window to money: status bar, low balance, the ways to the spending page.

Promise: a low balance is said once for each time it becomes low, with the way to add credit.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from panda_desktop.domain.account import Balance
from panda_desktop.domain.errors import PandaError
from panda_desktop.ui.kit import Notice, NoticeAction, NoticeLevel
from panda_desktop.ui.sentences import NextStep, Sentences
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.money import MoneyModel
from panda_desktop.viewmodels.settings import SettingsModel

if TYPE_CHECKING:
    from panda_desktop.ui.money import SpendingPage

_LOW = "low-balance"


class MoneyDesk:
    """What the window does about money."""

    def __init__(
        self,
        window: MainWindow,
        money_model: MoneyModel,
        account: AccountModel,
        settings: SettingsModel,
        top_up: Callable[[], object],
    ) -> None:
        """Listens from now on; `top_up` shows where credit is added."""
        self._window = window
        self._money = money_model
        self._account = account
        self._settings = settings
        self._top_up = top_up
        self._sentences = Sentences(window)
        window.status.top_up_wanted.connect(lambda: top_up())
        money_model.today_changed.connect(self._show_today)
        money_model.ran_low.connect(self._say_low)
        money_model.recovered.connect(lambda: window.notices.close_notice(_LOW))
        money_model.failed.connect(self._say_failed)
        account.use_prices(money_model.price_of, money_model.is_own_price)
        money_model.prices_changed.connect(account.prices_changed)
        account.connection_changed.connect(self._show_today)
        settings.changed.connect(lambda _: self._use_limit())
        self._limit = low_limit(settings)
        window.status.set_low(self._limit)

    def show_budgets(self) -> None:
        """Shows the budgets."""
        from panda_desktop.ui.money.page import Tab

        cast("SpendingPage", self._window.go(Place.SPENDING)).show_tab(Tab.BUDGETS)

    def _show_today(self) -> None:
        balance = self._account.balance
        currency = balance.currency if balance is not None else "usd"
        rows = [row for row in self._money.today.totals if row.currency in (currency, "")]
        count, unknown = sum(row.count for row in rows), sum(row.unknown for row in rows)
        amount = sum((row.charged for row in rows), Decimal(0)) if count else None
        if self._account.endpoint.is_demo:
            amount = None
        self._window.status.set_spent_today(amount, currency, unknown=unknown, known=unknown < count)

    def _use_limit(self) -> None:
        limit = low_limit(self._settings)
        if limit != self._limit:
            self._limit = limit
            self._window.status.set_low(limit)
            self._money.check_balance(self._account.balance)

    def _say_low(self, balance: Balance) -> None:
        if self._account.endpoint.is_demo:
            return
        from panda_desktop.ui.money.words import MoneyWords

        actions = (NoticeAction(self._sentences.step(NextStep.TOP_UP), self._top_up),)
        notice = Notice(MoneyWords().low(balance), NoticeLevel.WARNING, actions, key=_LOW)
        self._window.notices.show_notice(notice)

    def _say_failed(self, error: PandaError) -> None:
        if self._window.place() is not Place.SPENDING:  # the page says it itself
            self._window.notices.show_notice(self._sentences.notice(error, key="spending-failed"))


def low_limit(settings: SettingsModel) -> Decimal:
    """Returns the balance below which a warning is due."""
    return Decimal(settings.current.low_balance)
