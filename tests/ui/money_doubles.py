"""Money in memory, for tests of pages."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from panda_desktop.domain.budgets import Budget, BudgetSpan, BudgetUse, Refusal
from panda_desktop.domain.changes import BudgetsChanged, PricesChanged, SpendingChanged
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.money import (
    EntryOrder,
    Grouping,
    LedgerEntry,
    Purpose,
    Reconciliation,
    SpendingFilter,
    SpendingReport,
    SpendKind,
    SumRow,
)
from panda_desktop.domain.prices import Estimate, ModelPrice, media_estimate
from panda_desktop.services.bus import Bus

TODAY = date(2026, 11, 28)


class FakeMoney:
    """Entries, prices and budgets in lists; sums as the database makes them, but by hand."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus
        self.all: list[LedgerEntry] = []
        self.named: dict[str, ModelPrice] = {}
        self.limits: list[Budget] = []
        self.used: dict[str, BudgetUse] = {}
        self.agreement: tuple[Reconciliation, ...] = ()
        self.chats: dict[str, str] = {}
        self.failure: PandaError | None = None
        self.written: list[Path] = []
        self.allowed: list[Refusal] = []

    def spend(self, charged: str | None, *, day: date = TODAY, **values: object) -> LedgerEntry:
        """Adds an entry that has ended."""
        made = LedgerEntry(
            new_id(),
            datetime(day.year, day.month, day.day, 12, len(self.all) % 60, tzinfo=UTC),
            day,
            "first",
            "https://api.pandaworld.space/v1",
            SpendKind.CHAT,
            "deepseek-v4-flash",
            charged=None if charged is None else Decimal(charged),
            currency="" if charged is None else "usd",
            ended=True,
        )
        self.all.append(replace(made, **values))  # type: ignore[arg-type]
        return self.all[-1]

    def tell(self) -> None:
        """Tells that entries have changed."""
        self.bus.publish(SpendingChanged())

    def month(self) -> None:
        """Fills a month."""
        self.chats = {"c1": "Plan a trip to Chengdu", "c2": "油画里的红船，以及很长很长的标题"}
        for back in range(29, -1, -1):
            day = TODAY - timedelta(days=back)
            for number in range(back * 7 % 4):
                self.spend(
                    f"0.00{number + 3}{back}",
                    day=day,
                    conversation_id=f"c{number % 2 + 1}",
                    prompt_tokens=1200 + back,
                    completion_tokens=340,
                    served_model="deepseek-v4-flash",
                    predicted=Decimal("0.0041"),
                )
            if back % 5 == 0:
                self.spend(
                    "0.16",
                    day=day,
                    kind=SpendKind.IMAGE,
                    model="wan-2.7-image",
                    count=4,
                    predicted=Decimal("0.16"),
                    shared=back % 10 == 0,
                )
            if back % 9 == 0:
                self.spend("0.38", day=day, kind=SpendKind.VIDEO, model="wan-2.7-video", count=1)
        self.spend(None, kind=SpendKind.TITLE, model="auto:cost", conversation_id="c1")
        first = datetime(2026, 10, 30, tzinfo=UTC)
        self.agreement = (Reconciliation("first", "usd", first, Decimal("2.61"), Decimal("2.3177"), 1),)

    def _chosen(self, chosen: SpendingFilter) -> list[LedgerEntry]:
        return [
            each
            for each in self.all
            if (chosen.since is None or each.day >= chosen.since) and chosen.profile in ("", each.profile)
        ]

    async def report(self, chosen: SpendingFilter) -> SpendingReport:
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure
        entries = self._chosen(chosen)
        keys = {
            Grouping.DAY: lambda each: each.day.isoformat(),
            Grouping.MODEL: lambda each: each.model,
            Grouping.KIND: lambda each: each.kind.value,
            Grouping.CHAT: lambda each: each.conversation_id or "",
            Grouping.PROFILE: lambda each: each.profile,
        }
        rows = {grouping: self._sums(entries, key) for grouping, key in keys.items()}
        return SpendingReport(rows, self._sums(entries, lambda _: ""), self.agreement)

    def _sums(self, entries: Sequence[LedgerEntry], key) -> tuple[SumRow, ...]:  # type: ignore[no-untyped-def]
        groups: dict[tuple[str, str], list[LedgerEntry]] = {}
        for each in entries:
            groups.setdefault((key(each), each.currency), []).append(each)
        return tuple(
            SumRow(
                name,
                currency,
                len(found),
                sum((each.charged or Decimal(0) for each in found), Decimal(0)),
                sum((each.predicted or Decimal(0) for each in found), Decimal(0)),
                sum(each.charged is None for each in found),
                self.chats.get(name, ""),
            )
            for (name, currency), found in groups.items()
        )

    async def entries(
        self, chosen: SpendingFilter, *, order: EntryOrder, descending: bool, offset: int, limit: int
    ) -> tuple[LedgerEntry, ...]:
        keys = {
            EntryOrder.TIME: lambda each: each.at,
            EntryOrder.CHARGED: lambda each: each.charged or Decimal(-1),
        }
        found = sorted(self._chosen(chosen), key=keys.get(order, lambda each: each.model), reverse=descending)
        return tuple(found[offset : offset + limit])

    async def titles(self, conversation_ids: Sequence[str]) -> dict[str, str]:
        return {each: self.chats[each] for each in conversation_ids if each in self.chats}

    async def export(self, chosen: SpendingFilter, target: Path, words: Mapping[str, str]) -> int:
        self.written.append(target)
        return len(self._chosen(chosen))

    def prices(self) -> tuple[ModelPrice, ...]:
        return tuple(sorted(self.named.values(), key=lambda price: not price.is_own))

    def price_of(self, model: str) -> ModelPrice | None:
        return self.named.get(model)

    def estimate(self, purpose: Purpose) -> Estimate | None:
        price = self.named.get(purpose.model)
        if price is None:
            return None
        if purpose.kind is SpendKind.IMAGE:
            return media_estimate(price, images=purpose.count)
        return media_estimate(price, videos=purpose.count)

    async def set_price(self, price: ModelPrice) -> None:
        price.check()
        self.named[price.model] = price
        self.bus.publish(PricesChanged(self.prices()))

    async def remove_price(self, model: str) -> None:
        self.named.pop(model, None)
        self.bus.publish(PricesChanged(self.prices()))

    def budgets(self) -> tuple[Budget, ...]:
        return tuple(self.limits)

    async def uses(self) -> tuple[BudgetUse, ...]:
        return tuple(
            self.used.get(each.id, BudgetUse(each))
            for each in self.limits
            if each.span is not BudgetSpan.CHAT
        )

    async def set_budget(self, budget: Budget) -> Budget:
        budget.check()
        if not budget.id:
            budget = replace(budget, id=new_id())
            self.limits.append(budget)
        else:
            self.limits = [budget if each.id == budget.id else each for each in self.limits]
        self.bus.publish(BudgetsChanged(self.budgets()))
        return budget

    async def remove_budget(self, budget_id: str) -> None:
        self.limits = [each for each in self.limits if each.id != budget_id]
        self.bus.publish(BudgetsChanged(self.budgets()))

    def allow(self, refusal: Refusal) -> bool:
        self.allowed.append(refusal)
        return refusal.use.budget.may_pass
