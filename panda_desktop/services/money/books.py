"""The books: a paid call is admitted and entered before it leaves, and its charge when it is known.

Promise: a call that would go over a budget is refused before anything of it is sent, also when two are asked
for at once; every admitted call is in the database before its first byte, and stays there whatever it cost.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from panda_desktop.domain.account import Balance
from panda_desktop.domain.budgets import OverBudget, Refusal, refused_by
from panda_desktop.domain.changes import JobChanged, SpendingChanged
from panda_desktop.domain.chat import Usage
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.money import LedgerEntry, Purpose, SpendKind
from panda_desktop.services.bus import Bus
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.money.budgeting import BudgetList
from panda_desktop.services.money.pricing import PriceList
from panda_desktop.services.money.sharing import Settlement, Sharing
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.spending import SpendingStore

_TEXTS: Final = frozenset({SpendKind.CHAT, SpendKind.COMPLETION, SpendKind.TITLE})


class Books:
    """See `services.money.contract.Till`."""

    def __init__(
        self,
        bus: Bus,
        tasks: TaskSet,
        store: SpendingStore,
        connection: ConnectionService,
        prices: PriceList,
        budgets: BudgetList,
    ) -> None:
        """Listens from now on; `start` reads what the last run left."""
        self._bus = bus
        self._tasks = tasks
        self._store = store
        self._connection = connection
        self._prices = prices
        self._budgets = budgets
        self._sharing = Sharing()
        self._open: dict[str, LedgerEntry] = {}
        self._admitting = asyncio.Lock()
        bus.subscribe(JobChanged, self._heard_job)

    async def start(self) -> None:
        """Ends what a crash has left; entries of jobs that go on are taken up."""
        self._open = {entry.id: entry for entry in await self._store.take_up()} | self._open

    # Admission

    async def admit(self, *purposes: Purpose) -> tuple[str, ...]:
        """Enters calls that are about to be made, all or none; returns their entries' ids. Raises
        `OverBudget`: nothing may be sent.
        """
        account = self._connection.profile_id, self._connection.endpoint.base_url  # of all, now
        admitted: list[str] = []
        leaves: list[tuple[Purpose, float]] = []
        try:
            for purpose in purposes:
                entry_id, leave = await self._admit(purpose, *account)
                admitted.append(entry_id)
                leaves.append((purpose, leave))
        except BaseException:
            self.withdraw(admitted)
            # Nothing was sent: who allowed one of several answers is not asked about that one again.
            for purpose, leave in leaves:
                if leave:
                    self._budgets.give_back(purpose, leave)
            raise
        return tuple(admitted)

    async def _admit(self, purpose: Purpose, profile_id: str, base_url: str) -> tuple[str, float]:
        """Returns the entry's id, and until when the leave held that it used up."""
        estimate = self._prices.estimate(purpose)
        if estimate is not None:
            purpose = replace(purpose, predicted=estimate.amount, currency=estimate.currency)
        now = datetime.now(UTC)
        entry = LedgerEntry(
            new_id(),
            now,
            now.astimezone().date(),
            profile_id,
            base_url,
            purpose.kind,
            purpose.model,
            conversation_id=purpose.conversation_id,
            job_id=purpose.job_id,
            count=purpose.count,
            predicted=purpose.predicted,
            currency=purpose.currency,
        )
        # From the sums to the entry nobody else is admitted: the entry is what the next one finds.
        async with self._admitting:
            leave = self._budgets.take_leave(purpose)
            if budgets := self._budgets.holding(with_leave=bool(leave)):
                uses = await self._store.uses(budgets, entry.day, entry.profile, entry.conversation_id)
                if (use := refused_by(uses, purpose)) is not None:
                    raise OverBudget(Refusal(use, purpose))
            await self._store.save(entry)
            self._open[entry.id] = entry
        self._bus.publish(SpendingChanged())
        return entry.id, leave

    def prices_text(self, model: str) -> bool:
        """Tells whether the cost of a text of this model can be foreseen."""
        price = self._prices.price_of(model)
        return price is not None and (price.prompt is not None or price.completion is not None)

    def withdraw(self, entry_ids: Sequence[str]) -> None:
        """Takes out entries of calls of which nothing was sent."""
        for entry_id in entry_ids:
            if self._open.pop(entry_id, None) is not None:
                self._sharing.drop(entry_id)
                self._tasks.spawn(self._remove(entry_id), name="withdraw entry", brief=True)

    def of_job(self, job_id: str) -> str:
        """Returns the entry of a job that is not over; empty when there is none."""
        return next((entry.id for entry in self._open.values() if entry.job_id == job_id), "")

    # The call

    def opened(self, entry_id: str) -> None:
        """The first byte is about to leave."""
        if (entry := self._open.get(entry_id)) is not None:
            connection = self._connection
            ours = (connection.profile_id, connection.endpoint.base_url) == (entry.profile, entry.base_url)
            self._sharing.open(entry_id, entry.predicted, is_ours=ours)

    def answered(self, entry_id: str, served_model: str, usage: Usage | None) -> None:
        """The answer names its model and its tokens."""
        if (entry := self._open.get(entry_id)) is None:
            return
        entry = replace(entry, served_model=served_model)
        if usage is not None:
            entry = replace(
                entry, prompt_tokens=usage.prompt_tokens, completion_tokens=usage.completion_tokens
            )
        if entry.kind in _TEXTS and (exact := self._prices.by_tokens(entry)) is not None:
            price = self._prices.price_of(entry.model)
            entry = replace(
                entry, predicted=exact, currency=entry.currency or (price.currency if price else "")
            )
        self._open[entry_id] = entry

    def closed(self, entry_id: str) -> None:
        """The call is over; the next reading of the balance tells its charge."""
        entry = self._open.get(entry_id)
        if entry is None:
            return
        self._sharing.end(entry_id)
        if entry.job_id is None:  # a job ends when it says so: its request may go on without the program
            self._keep(replace(entry, ended=True))

    # Readings

    def begin_reading(self) -> frozenset[str]:
        """The balance is about to be read; returns what `end_reading` wants."""
        return self._sharing.begin_reading()

    def end_reading(self, settling: frozenset[str], balance: Balance) -> None:
        """The balance of the account in use was read."""
        for settlement in self._sharing.end_reading(settling, balance):
            self._settle(settlement, balance.currency)
        if balance.total_spent is not None:
            account = self._connection.profile_id, self._connection.endpoint.base_url
            noting = self._store.note_total(
                *account, balance.currency, balance.total_spent, balance.fetched_at
            )
            self._tasks.spawn(noting, name="note total", brief=True)

    def change_account(self) -> None:
        """Another account is in use: what has ended is never settled."""
        for entry_id in self._sharing.change_account():
            self._forget_ended(entry_id)

    def _settle(self, settlement: Settlement, currency: str) -> None:
        entry = self._open.get(settlement.call_id)
        if entry is None:
            return
        if settlement.charged is not None:
            foreseen = entry.predicted if entry.currency in ("", currency) else None
            entry = replace(
                entry,
                charged=settlement.charged,
                shared=settlement.is_shared,
                predicted=foreseen,
                currency=currency,
            )
        self._keep(entry)
        self._forget_ended(entry.id)

    def _forget_ended(self, entry_id: str) -> None:
        if (entry := self._open.get(entry_id)) is not None and entry.ended:
            del self._open[entry_id]

    def _heard_job(self, change: JobChanged) -> None:
        job = change.job
        if job.state.is_running or not (entry_id := self.of_job(job.id)):
            return
        if job.sent_at is None:
            self.withdraw((entry_id,))
            return
        self._keep(replace(self._open[entry_id], ended=True))

    def _keep(self, entry: LedgerEntry) -> None:
        self._open[entry.id] = entry
        self._tasks.spawn(self._save(entry), name="spending entry", brief=True)

    async def _save(self, entry: LedgerEntry) -> None:
        await self._store.save(entry)
        self._bus.publish(SpendingChanged())

    async def _remove(self, entry_id: str) -> None:
        await self._store.remove(entry_id)
        self._bus.publish(SpendingChanged())
