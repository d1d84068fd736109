"""Money for people: sums, the list, CSV, prices and budgets behind one face.

Promise: nothing here costs anything, and an export is whole or not there.
"""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from panda_desktop.domain.budgets import Budget, BudgetSpan, BudgetUse, Refusal
from panda_desktop.domain.money import EntryOrder, LedgerEntry, Purpose, SpendingFilter, SpendingReport
from panda_desktop.domain.prices import Estimate, ModelPrice
from panda_desktop.services.money.books import Books
from panda_desktop.services.money.budgeting import BudgetList
from panda_desktop.services.money.pricing import PriceList
from panda_desktop.storage.spending import SpendingStore

_AT_ONCE: Final = 1000
_MARK: Final = "\ufeff"  # without it spreadsheets take the text for one of this computer's old character sets


class MoneyService:
    """See `contract.MoneyCommands`.

    Attributes:
        books: where paid calls are admitted and entered.
    """

    def __init__(self, store: SpendingStore, books: Books, prices: PriceList, budgets: BudgetList) -> None:
        """Put together by `assembly`."""
        self._store = store
        self._prices = prices
        self._budgets = budgets
        self.books = books

    async def start(self) -> None:
        """Reads what is stored, before anything is sent."""
        await self._prices.start()
        await self._budgets.start()
        await self.books.start()

    async def report(self, chosen: SpendingFilter) -> SpendingReport:
        """Returns all sums of a filter."""
        return await self._store.report(chosen)

    async def entries(
        self, chosen: SpendingFilter, *, order: EntryOrder, descending: bool, offset: int, limit: int
    ) -> tuple[LedgerEntry, ...]:
        """Returns `limit` entries from `offset` on, in order."""
        return await self._store.entries(
            chosen, order=order, descending=descending, offset=offset, limit=limit
        )

    async def titles(self, conversation_ids: Sequence[str]) -> dict[str, str]:
        """Returns the titles of the chats that are there."""
        return await self._store.titles(conversation_ids)

    async def export(self, chosen: SpendingFilter, target: Path, words: Mapping[str, str]) -> int:
        """Writes the entries as CSV, oldest first; returns how many."""
        from panda_desktop.services.exchange.output import PartFile
        from panda_desktop.services.money.csv_form import csv_text

        part = PartFile(target)
        await asyncio.to_thread(part.begin)
        written = 0
        try:
            await asyncio.to_thread(part.write, _MARK)
            while True:
                entries = await self._store.entries(chosen, descending=False, offset=written, limit=_AT_ONCE)
                titles = await self.titles([each.conversation_id for each in entries if each.conversation_id])
                text = csv_text(entries, words, titles, with_heading=written == 0)
                await asyncio.to_thread(part.write, text)
                written += len(entries)
                if len(entries) < _AT_ONCE:
                    break
            await asyncio.to_thread(part.finish)
        finally:
            part.drop()
        return written

    def prices(self) -> tuple[ModelPrice, ...]:
        """Returns the prices that hold: the person's own in order, then the gateway's."""
        return self._prices.all()

    def price_of(self, model: str) -> ModelPrice | None:
        """Returns what a model costs."""
        return self._prices.price_of(model)

    def estimate(self, purpose: Purpose) -> Estimate | None:
        """Returns what a call is expected to cost; None when nobody named its price."""
        return self._prices.estimate(purpose)

    async def set_price(self, price: ModelPrice) -> None:
        """Keeps a price of the person."""
        await self._prices.set_price(price)

    async def remove_price(self, model: str) -> None:
        """Goes back to the gateway's price."""
        await self._prices.remove_price(model)

    def budgets(self) -> tuple[Budget, ...]:
        """Returns the budgets."""
        return self._budgets.current

    async def uses(self) -> tuple[BudgetUse, ...]:
        """Returns how much of the budgets by day and month is used."""
        found: list[BudgetUse] = []
        today = datetime.now().astimezone().date()
        for budget in self._budgets.current:
            if budget.span is not BudgetSpan.CHAT:
                found.extend(await self._store.uses((budget,), today, budget.profile, None))
        return tuple(found)

    async def set_budget(self, budget: Budget) -> Budget:
        """Keeps a budget; one without an id is new."""
        return await self._budgets.set_budget(budget)

    async def remove_budget(self, budget_id: str) -> None:
        """Removes a budget."""
        await self._budgets.remove_budget(budget_id)

    def allow(self, refusal: Refusal) -> bool:
        """Lets a refused request pass when it is asked for again."""
        return self._budgets.allow(refusal)
