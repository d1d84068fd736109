"""Money as the window shows it: what was spent, prices, budgets, and a balance that runs low.

Promise: sums are read again when an entry has changed, once for many changes; nothing is shown that nobody
knows, and amounts of two currencies are never added.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal

from panda_desktop.domain.account import Balance
from panda_desktop.domain.budgets import Budget, BudgetUse, Refusal
from panda_desktop.domain.changes import (
    BalanceChanged,
    BudgetsChanged,
    KeyChanged,
    PricesChanged,
    SpendingChanged,
)
from panda_desktop.domain.chat import Message
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.money import (
    EntryOrder,
    LedgerEntry,
    Purpose,
    SpendingFilter,
    SpendingReport,
    SpendKind,
)
from panda_desktop.domain.prices import Estimate, ModelPrice, text_estimate
from panda_desktop.services.bus import Bus
from panda_desktop.services.money.contract import MoneyCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding
from panda_desktop.viewmodels.low_balance import LowBalance

AT_ONCE: Final = 200
"""Entries that are read at a time."""


class Period(StrEnum):
    """The days that are shown."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"


_DAYS: Final = {Period.TODAY: 1, Period.WEEK: 7, Period.MONTH: 30}


class MoneyModel(Commanding):
    """Observable spending.

    Attributes:
        period: the days that are shown.
        profile: whose payments are shown; empty for all.
        report: the sums that are shown; None before they were read.
        entries: the entries that are shown, as many as were read.
        titles: titles of their chats.
        today: the sums of today, by currency.
        uses: how much of the budgets is used.

    Signals:
        changed: see `report`.
        entries_changed: see `entries`.
        today_changed: see `today`.
        prices_changed: see `prices`.
        budgets_changed: see `budgets` and `uses`.
        ran_low(object): the `Balance` that fell below what the settings name; once until it is above again.
        recovered: the balance is no longer low, or another account is in use.
        exported(object, int): the file was written, with so many entries.
    """

    changed = Signal()
    entries_changed = Signal()
    today_changed = Signal()
    prices_changed = Signal()
    budgets_changed = Signal()
    ran_low = Signal(object)
    recovered = Signal()
    exported = Signal(object, int)

    def __init__(
        self,
        bus: Bus,
        tasks: TaskSet,
        money: MoneyCommands,
        low_limit: Callable[[], Decimal],
        *,
        today: Callable[[], date] = lambda: datetime.now().astimezone().date(),
    ) -> None:
        """Listens from now on; `low_limit` is the balance below which a warning is due."""
        super().__init__(tasks)
        self._money = money
        self._now = today
        self._is_watched = False
        self._reading = self._again = False
        self._order, self._descending, self._wanted = EntryOrder.TIME, True, AT_ONCE
        self._low = LowBalance(low_limit)
        self._seen_day = today()
        self.period = Period.MONTH
        self.profile = ""
        self.report: SpendingReport | None = None
        self.entries: tuple[LedgerEntry, ...] = ()
        self.titles: dict[str, str] = {}
        self.today = SpendingReport({}, ())
        self.uses: tuple[BudgetUse, ...] = ()
        bus.subscribe(SpendingChanged, lambda _: self._refresh())
        bus.subscribe(PricesChanged, lambda _: self.prices_changed.emit())
        bus.subscribe(BudgetsChanged, lambda _: self._refresh())
        bus.subscribe(BalanceChanged, self._heard_balance)
        bus.subscribe(KeyChanged, lambda _: self._forget_balance())

    # What is known

    @property
    def prices(self) -> tuple[ModelPrice, ...]:
        """The prices that hold: the person's own in order, then the gateway's."""
        return self._money.prices()

    @property
    def budgets(self) -> tuple[Budget, ...]:
        """The budgets."""
        return self._money.budgets()

    @property
    def chosen(self) -> SpendingFilter:
        """The filter that is in force."""
        days = _DAYS.get(self.period)
        since = None if days is None else self._now() - timedelta(days=days - 1)
        return SpendingFilter(since=since, profile=self.profile)

    @property
    def has_more(self) -> bool:
        """There may be more entries than were read."""
        return len(self.entries) >= self._wanted

    def price_of(self, model: str) -> Decimal | None:
        """Returns the price of one image or one video; None when nobody named it."""
        price = self._money.price_of(model)
        if price is None:
            return None
        return price.image if price.image is not None else price.video

    def is_own_price(self, model: str) -> bool:
        """Whether the price of this model that holds is one the person has entered."""
        price = self._money.price_of(model)
        return price is not None and price.is_own

    def estimate_images(self, model: str, count: int) -> Estimate | None:
        """Returns what a request for images is expected to cost; None when nobody named the price."""
        return self._money.estimate(Purpose(SpendKind.IMAGE, model, count=count))

    def estimate_text(self, model: str, tokens: int, most_written: int | None) -> Estimate | None:
        """Returns what a text is expected to cost; None when nobody named the price."""
        purpose = Purpose(SpendKind.CHAT, model, prompt_tokens=tokens, most_written=most_written)
        return self._money.estimate(purpose)

    def answer_cost(self, message: Message) -> Estimate | None:
        """Returns what an answer cost by its price and the tokens that were counted; None without either."""
        if message.usage is None:
            return None
        price = self._money.price_of(message.served_model) or self._money.price_of(message.model)
        if price is None or price.prompt is None or price.completion is None:
            return None
        return text_estimate(price, message.usage.prompt_tokens, message.usage.completion_tokens)

    def estimate_video(self, model: str) -> Estimate | None:
        """Returns what one video is expected to cost; None when nobody named the price."""
        return self._money.estimate(Purpose(SpendKind.VIDEO, model, count=1))

    # What is shown

    def load(self) -> None:
        """Reads what was spent today."""
        self._refresh()

    def watch(self, watched: bool) -> None:
        """Somebody looks at sums and entries, or no longer does."""
        self._is_watched = watched
        if watched:
            self._refresh()

    def show(self, *, period: Period | None = None, profile: str | None = None) -> None:
        """Shows other days, or what another profile paid."""
        self.period = period or self.period
        self.profile = self.profile if profile is None else profile
        self._wanted = AT_ONCE
        self._refresh()

    def sort(self, order: EntryOrder, *, descending: bool) -> None:
        """Sorts the entries."""
        self._order, self._descending, self._wanted = order, descending, AT_ONCE
        self._refresh()

    def more(self) -> None:
        """Reads more entries."""
        if self.has_more and not self._reading:
            self._wanted += AT_ONCE
            self._refresh()

    # Commands

    def export(self, target: Path, words: Mapping[str, str]) -> None:
        """Writes the entries of the filter as CSV; ends in `exported` or `failed`."""
        self._do(self._export(target, words), "export spending")

    def set_price(self, price: ModelPrice) -> None:
        """Keeps a price of the person; one without amounts is removed."""
        self._do(self._money.set_price(price), "price")

    def remove_price(self, model: str) -> None:
        """Goes back to the gateway's price."""
        self._do(self._money.remove_price(model), "price")

    def set_budget(self, budget: Budget) -> None:
        """Keeps a budget; one without an id is new."""
        self._do(self._money.set_budget(budget), "budget")

    def remove_budget(self, budget_id: str) -> None:
        """Removes a budget."""
        self._do(self._money.remove_budget(budget_id), "budget")

    def raise_budget(self, budget_id: str, limit: Decimal) -> None:
        """Gives a budget another limit; nothing happens when it is gone."""
        for budget in self.budgets:
            if budget.id == budget_id:
                self.set_budget(replace(budget, limit=limit))

    def allow(self, refusal: Refusal) -> bool:
        """Lets a refused request pass when it is asked for again; returns whether its budget permits it."""
        return self._money.allow(refusal)

    # Reading

    def _refresh(self) -> None:
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._tasks.spawn(self._read(), name="read spending", failed=self.failed.emit)

    async def _read(self) -> None:
        try:
            while True:
                self._again = False
                try:
                    await self._read_once()
                except PandaError as error:
                    if not self._again:
                        raise
                    self.failed.emit(error)  # more has changed since: it is read again all the same
                if not self._again:
                    break
        finally:
            self._reading = False

    async def _read_once(self) -> None:
        self._seen_day = self._now()
        self.today = await self._money.report(SpendingFilter(since=self._seen_day, profile=""))
        self.uses = await self._money.uses()
        self.today_changed.emit()
        self.budgets_changed.emit()
        if not self._is_watched:
            return
        chosen = self.chosen
        entries = await self._money.entries(
            chosen, order=self._order, descending=self._descending, offset=0, limit=self._wanted
        )
        report = await self._money.report(chosen)  # after the entries: the sums have what they have
        chats = {each.conversation_id for each in entries if each.conversation_id}
        self.titles = await self._money.titles(sorted(chats))
        self.report, self.entries = report, entries
        self.changed.emit()
        self.entries_changed.emit()

    async def _export(self, target: Path, words: Mapping[str, str]) -> None:
        self.exported.emit(target, await self._money.export(self.chosen, target, words))

    # The balance

    def check_balance(self, balance: Balance | None) -> None:
        """Looks whether a balance is low, such as after another limit was set."""
        was_low = self._low.is_low
        if self._low.crosses(balance):
            self.ran_low.emit(balance)
        elif was_low and not self._low.is_low:
            self.recovered.emit()

    def _heard_balance(self, change: BalanceChanged) -> None:
        if not change.refreshing:
            self.check_balance(change.balance)
        if self._now() != self._seen_day:
            self._refresh()

    def _forget_balance(self) -> None:
        self._low.forget()
        self.recovered.emit()
