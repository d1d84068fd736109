"""What calls that cost money speak to, and what the view-model of money speaks to.

Promise: whoever pays asks `Till.admit` first; without books (`NoTill`) everything is admitted and nothing is
kept.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from panda_desktop.domain.account import Balance
from panda_desktop.domain.budgets import Budget, BudgetUse, Refusal
from panda_desktop.domain.chat import Usage
from panda_desktop.domain.money import EntryOrder, LedgerEntry, Purpose, SpendingFilter, SpendingReport
from panda_desktop.domain.prices import Estimate, ModelPrice


class Till(Protocol):
    """Admits paid calls and hears how they go; entries are named by their ids, an empty one by nobody."""

    async def admit(self, *purposes: Purpose) -> tuple[str, ...]:
        """Enters calls that are about to be made, all or none; returns their entries' ids. Raises
        `OverBudget`: nothing may be sent.
        """

    def prices_text(self, model: str) -> bool:
        """Tells whether the cost of a text of this model can be foreseen."""

    def withdraw(self, entry_ids: Sequence[str]) -> None:
        """Takes out entries of calls of which nothing was sent."""

    def of_job(self, job_id: str) -> str:
        """Returns the entry of a job that is not over; empty when there is none."""

    def opened(self, entry_id: str) -> None:
        """The first byte is about to leave."""

    def answered(self, entry_id: str, served_model: str, usage: Usage | None) -> None:
        """The answer names its model and its tokens."""

    def closed(self, entry_id: str) -> None:
        """The call is over."""

    def begin_reading(self) -> frozenset[str]:
        """The balance is about to be read; returns what `end_reading` wants."""

    def end_reading(self, settling: frozenset[str], balance: Balance) -> None:
        """The balance of the account in use was read."""

    def change_account(self) -> None:
        """Another account is in use."""


class NoTill:
    """No books are kept."""

    async def admit(self, *purposes: Purpose) -> tuple[str, ...]:
        """Admits all."""
        return tuple("" for _ in purposes)

    def prices_text(self, model: str) -> bool:
        """Nobody foresees it."""
        return False

    def withdraw(self, entry_ids: Sequence[str]) -> None:
        """Nothing was entered."""

    def of_job(self, job_id: str) -> str:
        """Nothing was entered."""
        return ""

    def opened(self, entry_id: str) -> None:
        """Nobody keeps it."""

    def answered(self, entry_id: str, served_model: str, usage: Usage | None) -> None:
        """Nobody keeps it."""

    def closed(self, entry_id: str) -> None:
        """Nobody keeps it."""

    def begin_reading(self) -> frozenset[str]:
        """Nothing is settled."""
        return frozenset()

    def end_reading(self, settling: frozenset[str], balance: Balance) -> None:
        """Nobody keeps it."""

    def change_account(self) -> None:
        """Nobody keeps it."""


class MoneyCommands(Protocol):
    """The ledger, prices and budgets for people. Every async method may raise `PandaError`."""

    async def report(self, chosen: SpendingFilter) -> SpendingReport:
        """Returns all sums of a filter."""

    async def entries(
        self, chosen: SpendingFilter, *, order: EntryOrder, descending: bool, offset: int, limit: int
    ) -> tuple[LedgerEntry, ...]:
        """Returns `limit` entries from `offset` on, in order."""

    async def titles(self, conversation_ids: Sequence[str]) -> dict[str, str]:
        """Returns the titles of the chats that are there."""

    async def export(self, chosen: SpendingFilter, target: Path, words: Mapping[str, str]) -> int:
        """Writes the entries as CSV (RFC 4180) and returns how many; `words` are the headings by column and
        the words for kinds. Raises `DISK_FULL`, `CANNOT_WRITE`.
        """

    def prices(self) -> tuple[ModelPrice, ...]:
        """Returns the prices that hold: the person's own in order, then the gateway's."""

    def price_of(self, model: str) -> ModelPrice | None:
        """Returns what a model costs."""

    def estimate(self, purpose: Purpose) -> Estimate | None:
        """Returns what a call is expected to cost; None when nobody named its price."""

    async def set_price(self, price: ModelPrice) -> None:
        """Keeps a price of the person; one without amounts is removed. Raises what `check` raises."""

    async def remove_price(self, model: str) -> None:
        """Goes back to the gateway's price."""

    def budgets(self) -> tuple[Budget, ...]:
        """Returns the budgets."""

    async def uses(self) -> tuple[BudgetUse, ...]:
        """Returns how much of the budgets by day and month is used."""

    async def set_budget(self, budget: Budget) -> Budget:
        """Keeps a budget; one without an id is new. Raises `INVALID_INPUT` (`budget`)."""

    async def remove_budget(self, budget_id: str) -> None:
        """Removes a budget."""

    def allow(self, refusal: Refusal) -> bool:
        """Lets a refused request pass when it is asked for again; returns whether its budget permits it."""
