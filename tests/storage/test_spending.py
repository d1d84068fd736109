"""The ledger of paid calls in the database: exact, by currency, and fast."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from panda_desktop.domain.budgets import Budget, BudgetSpan
from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.money import EntryOrder, Grouping, LedgerEntry, SpendingFilter, SpendKind
from panda_desktop.domain.prices import ModelPrice
from panda_desktop.storage.storage import Storage

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
TODAY = date(2026, 11, 28)
ALL = SpendingFilter()


def entry(identity: str, charged: str | None = "0.1", *, days_ago: int = 0, **more: Any) -> LedgerEntry:
    made = LedgerEntry(
        identity,
        NOW - timedelta(days=days_ago),
        TODAY - timedelta(days=days_ago),
        "first",
        "https://api.pandaworld.space/v1",
        SpendKind.CHAT,
        "m",
        charged=None if charged is None else Decimal(charged),
        currency="" if charged is None else "usd",
        ended=True,
    )
    return replace(made, **more)


def run(folder: Path, work: Callable[[Storage], Coroutine[Any, Any, None]]) -> None:
    async def main() -> None:
        storage = await Storage.open(folder)
        try:
            await work(storage)
        finally:
            await storage.close()

    asyncio.run(main())


def test_an_entry_comes_back_as_it_was_and_is_changed_in_place(tmp_path: Path) -> None:
    async def work(storage: Storage) -> None:
        first = entry(
            "a",
            "0.12345678901234567890",
            served_model="模型",
            conversation_id="c",
            prompt_tokens=5,
            completion_tokens=7,
            predicted=Decimal("1E-9"),
            shared=True,
        )
        await storage.spending.save(first, entry("b", None, ended=False))
        await storage.spending.save(replace(first, charged=Decimal(2)))
        assert await storage.spending.entries(ALL, descending=False) == (
            replace(first, charged=Decimal(2)),
            entry("b", None, ended=False),
        )
        await storage.spending.remove("a")
        assert len(await storage.spending.entries(ALL)) == 1

    run(tmp_path, work)


def test_sums_are_exact_and_never_mix_currencies(tmp_path: Path) -> None:
    async def work(storage: Storage) -> None:
        await storage.spending.save(
            *(entry(f"t{number}", "0.1") for number in range(30)),
            entry("tiny", "0.0000000000000000001"),
            entry("cny", "7", currency="cny"),
            entry("unknown", None),
        )
        totals = {row.currency: row for row in (await storage.spending.report(ALL)).totals}
        assert totals["usd"].charged == Decimal("3.0000000000000000001")  # binary fractions would not be
        assert totals["cny"].charged == 7
        assert (totals[""].count, totals[""].unknown) == (1, 1)

    run(tmp_path, work)


def test_sums_by_day_model_kind_chat_and_profile(tmp_path: Path) -> None:
    async def work(storage: Storage) -> None:
        await storage.conversations.save(Conversation("c", "Trip", "m", NOW, NOW))
        await storage.spending.save(
            entry("a", "1", conversation_id="c"),
            entry("b", "2", days_ago=3, kind=SpendKind.VIDEO, model="v", profile="work"),
            entry("c", "4", days_ago=40, conversation_id="gone"),
        )
        rows = (await storage.spending.report(ALL)).rows
        keys = {grouping: [(row.key, row.charged) for row in found] for grouping, found in rows.items()}
        assert keys[Grouping.DAY] == [
            ("2026-10-19", Decimal(4)),
            ("2026-11-25", Decimal(2)),
            ("2026-11-28", Decimal(1)),
        ]
        assert keys[Grouping.MODEL] == [("m", Decimal(5)), ("v", Decimal(2))]
        assert keys[Grouping.KIND] == [("chat", Decimal(5)), ("video", Decimal(2))]
        assert keys[Grouping.PROFILE] == [("first", Decimal(5)), ("work", Decimal(2))]
        chats = {row.key: (row.title, row.charged) for row in rows[Grouping.CHAT]}
        assert chats == {"c": ("Trip", Decimal(1)), "gone": ("", Decimal(4)), "": ("", Decimal(2))}
        week = SpendingFilter(since=TODAY - timedelta(days=6))
        assert [row.charged for row in (await storage.spending.report(week)).totals] == [3]
        work_only = SpendingFilter(profile="work")
        assert [row.charged for row in (await storage.spending.report(work_only)).totals] == [2]

    run(tmp_path, work)


def test_entries_are_sorted_by_amount_with_unknown_ones_last(tmp_path: Path) -> None:
    async def work(storage: Storage) -> None:
        await storage.spending.save(entry("a", "9"), entry("b", None), entry("c", "10"), entry("d", "0.5"))
        for descending, wanted in ((True, "cadb"), (False, "dacb")):
            found = await storage.spending.entries(ALL, order=EntryOrder.CHARGED, descending=descending)
            assert "".join(each.id for each in found) == wanted
        page = await storage.spending.entries(ALL, offset=1, limit=2)
        assert [each.id for each in page] == ["c", "b"]

    run(tmp_path, work)


def test_budgets_count_what_runs_with_its_expected_cost(tmp_path: Path) -> None:
    async def work(storage: Storage) -> None:
        running = entry("r", None, predicted=Decimal("0.4"), currency="usd", ended=False)
        await storage.spending.save(
            entry("a", "1"),
            running,
            entry("u", None),
            entry("old", "8", days_ago=1),
            entry("last", "16", days_ago=40),
        )
        budgets = [Budget(span, span, Decimal(9)) for span in (BudgetSpan.DAY, BudgetSpan.MONTH)]
        day, month = await storage.spending.uses(budgets, TODAY, "first", None)
        assert (day.spent, day.committed, day.unknown) == (Decimal(1), Decimal("0.4"), 1)
        assert (month.spent, day.left) == (Decimal(9), Decimal("7.6"))
        (other,) = await storage.spending.uses([replace(budgets[0], currency="cny")], TODAY, "first", None)
        assert (other.spent, other.committed) == (Decimal(0), Decimal(0))

    run(tmp_path, work)


def test_prices_and_budgets_come_back_digit_by_digit(tmp_path: Path) -> None:
    price = ModelPrice("模型", "cny", Decimal("0.10"), None, Decimal("0.04"), second=Decimal(1), is_own=True)
    limit = Budget("b", BudgetSpan.MONTH, Decimal("12.50"), "eur", "work", True)

    async def write(storage: Storage) -> None:
        await storage.prices.save_price(replace(price, prompt=Decimal(9)))
        await storage.prices.save_price(price)
        await storage.prices.save_budget(replace(limit, may_pass=False))
        await storage.prices.save_budget(limit)

    async def read(storage: Storage) -> None:
        assert await storage.prices.prices() == (price,)
        assert str((await storage.prices.prices())[0].prompt) == "0.10"
        assert await storage.prices.budgets() == (limit,)
        await storage.prices.remove_price(price.model)
        await storage.prices.remove_budget(limit.id)
        assert await storage.prices.prices() == () == await storage.prices.budgets()

    run(tmp_path, write)
    run(tmp_path, read)


def test_ten_thousand_entries_are_summed_at_once(tmp_path: Path) -> None:
    async def work(storage: Storage) -> None:
        await storage.spending.save(
            *(
                entry(
                    f"e{n}", f"0.{n:05}", days_ago=n % 400, model=f"m{n % 20}", conversation_id=f"c{n % 500}"
                )
                for n in range(10_000)
            )
        )
        began = time.process_time()  # the machine of the tests is shared
        report = await storage.spending.report(ALL)
        summed = time.process_time()
        await storage.spending.uses([Budget("d", BudgetSpan.DAY, Decimal(9))], TODAY, "first", None)
        admitted = time.process_time()
        assert report.totals[0].charged == sum((Decimal(f"0.{n:05}") for n in range(10_000)), Decimal(0))
        assert summed - began < 2 and admitted - summed < 0.2  # 0.15 s and 0.3 ms on a quiet machine

    run(tmp_path, work)
