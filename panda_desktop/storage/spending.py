"""The ledger of paid calls in the database.

Promise: amounts come back digit by digit and are added exactly; what is summed is summed in the database.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from panda_desktop.domain.budgets import Budget, BudgetSpan, BudgetUse
from panda_desktop.domain.jobs import JobState
from panda_desktop.domain.money import (
    EntryOrder,
    Grouping,
    LedgerEntry,
    SpendingFilter,
    SpendingReport,
    SpendKind,
)
from panda_desktop.domain.profiles import DEMO_PROFILE
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import whole
from panda_desktop.storage.spending_sums import add_exact_sum, conditions, reconciled, summed

_COLUMNS: Final = tuple(each.name for each in fields(LedgerEntry))
_ORDER: Final = {
    EntryOrder.TIME: "seq",
    EntryOrder.MODEL: "model COLLATE NOCASE",
    EntryOrder.KIND: "kind",
    # For the order alone a rounded number will do.
    EntryOrder.PREDICTED: "CAST(predicted AS REAL)",
    EntryOrder.CHARGED: "CAST(charged AS REAL)",
}


class SpendingStore:
    """Reads and writes entries."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def save(self, *entries: LedgerEntry) -> None:
        """Stores new or changed entries."""
        rows = [_values(entry) for entry in entries]
        names, marks = ", ".join(_COLUMNS), ", ".join("?" * len(_COLUMNS))
        changed = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS if name != "id")
        statement = (
            f"INSERT INTO spending ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {changed}"
        )
        await self._database.run(lambda connection: connection.executemany(statement, rows))

    async def remove(self, entry_id: str) -> None:
        """Removes an entry of a call that was never made."""
        await self._database.run(
            lambda connection: connection.execute("DELETE FROM spending WHERE id = ?", (entry_id,))
        )

    async def take_up(self) -> tuple[LedgerEntry, ...]:
        """Ends the entries of calls that ended with the last run; returns those of jobs that go on."""

        def work(connection: sqlite3.Connection) -> tuple[LedgerEntry, ...]:
            running = [state.value for state in JobState if state.is_running]
            marks = ", ".join("?" * len(running))
            connection.execute(
                "UPDATE spending SET ended = 1 WHERE ended = 0 AND (job_id IS NULL"
                f" OR job_id NOT IN (SELECT id FROM jobs WHERE state IN ({marks})))",
                running,
            )
            return _read(connection, "WHERE ended = 0 ORDER BY seq", ())

        return await self._database.run(work)

    async def entries(
        self,
        chosen: SpendingFilter,
        *,
        order: EntryOrder = EntryOrder.TIME,
        descending: bool = True,
        offset: int = 0,
        limit: int = -1,
    ) -> tuple[LedgerEntry, ...]:
        """Returns entries in order, `limit` of them at most, or all; unknown amounts come last."""
        where, values = conditions(chosen)
        way = "DESC" if descending else "ASC"
        tail = f"{where} ORDER BY {_ORDER[order]} {way} NULLS LAST, seq {way} LIMIT ? OFFSET ?"
        return await self._database.run(lambda connection: _read(connection, tail, (*values, limit, offset)))

    async def titles(self, conversation_ids: Sequence[str]) -> dict[str, str]:
        """Returns the titles of the chats that are there."""

        def work(connection: sqlite3.Connection) -> dict[str, str]:
            found: dict[str, str] = {}
            for conversation_id in conversation_ids:
                row = connection.execute(
                    "SELECT title FROM conversations WHERE id = ?", (conversation_id,)
                ).fetchone()
                if row:
                    found[conversation_id] = row[0]
            return found

        return await self._database.run(work)

    async def report(self, chosen: SpendingFilter) -> SpendingReport:
        """Returns all sums of a filter."""

        def work(connection: sqlite3.Connection) -> SpendingReport:
            add_exact_sum(connection)
            rows = {grouping: summed(connection, chosen, grouping) for grouping in Grouping}
            return SpendingReport(rows, summed(connection, chosen, None), reconciled(connection, chosen))

        return await self._database.run(work)

    async def uses(
        self, budgets: Sequence[Budget], today: date, profile: str, conversation_id: str | None
    ) -> tuple[BudgetUse, ...]:
        """Returns how much is used of those budgets that hold for a call of this profile and chat."""
        if profile == DEMO_PROFILE:
            return ()
        holding = [each for each in budgets if each.profile in ("", profile)]
        if conversation_id is None:
            holding = [each for each in holding if each.span is not BudgetSpan.CHAT]

        def work(connection: sqlite3.Connection) -> tuple[BudgetUse, ...]:
            add_exact_sum(connection)
            return tuple(_use(connection, each, today, conversation_id) for each in holding)

        return await self._database.run(work)

    async def note_total(
        self, profile: str, base_url: str, currency: str, total: Decimal, at: datetime
    ) -> None:
        """Takes note of what the gateway says was spent in all."""

        def work(connection: sqlite3.Connection) -> None:
            key = (profile, base_url, currency)
            found = connection.execute(
                "SELECT last_total FROM spent_totals WHERE profile = ? AND base_url = ? AND currency = ?", key
            ).fetchone()
            now = (at.isoformat(), str(total))
            if found is None:
                connection.execute(
                    "INSERT INTO spent_totals VALUES (?, ?, ?, ?, ?, ?, ?)", (*key, *now, *now)
                )
            elif Decimal(found[0]) != total:
                connection.execute(
                    "UPDATE spent_totals SET last_at = ?, last_total = ?"
                    " WHERE profile = ? AND base_url = ? AND currency = ?",
                    (*now, *key),
                )

        await self._database.run(work)


def _values(entry: LedgerEntry) -> tuple[Any, ...]:
    return (
        entry.id,
        entry.at.isoformat(),
        entry.day.isoformat(),
        entry.profile,
        entry.base_url,
        entry.kind.value,
        whole(entry.model),
        whole(entry.served_model),
        entry.conversation_id,
        entry.job_id,
        entry.count,
        entry.prompt_tokens,
        entry.completion_tokens,
        None if entry.predicted is None else str(entry.predicted),
        None if entry.charged is None else str(entry.charged),
        int(entry.shared),
        entry.currency,
        int(entry.ended),
    )


def _read(connection: sqlite3.Connection, tail: str, values: tuple[Any, ...]) -> tuple[LedgerEntry, ...]:
    rows = connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM spending {tail}", values)
    return tuple(_entry(row) for row in rows.fetchall())


def _entry(row: tuple[Any, ...]) -> LedgerEntry:
    values = dict(zip(_COLUMNS, row, strict=True))
    values["at"] = datetime.fromisoformat(values["at"])
    values["day"] = date.fromisoformat(values["day"])
    values["kind"] = SpendKind(values["kind"])
    for name in ("predicted", "charged"):
        values[name] = None if values[name] is None else Decimal(values[name])
    for name in ("shared", "ended"):
        values[name] = bool(values[name])
    return LedgerEntry(**values)


def _use(
    connection: sqlite3.Connection, budget: Budget, today: date, conversation_id: str | None
) -> BudgetUse:
    """Sums what counts; entries without a known charge count with what was expected."""
    where, values = ["profile != ?"], [DEMO_PROFILE]
    if budget.profile:
        where.append("profile = ?")
        values.append(budget.profile)
    if (first := budget.first_day(today)) is not None:
        where.append("day >= ?")
        values.append(first.isoformat())
    if budget.span is BudgetSpan.CHAT:
        where.append("conversation_id = ?")
        values.append(conversation_id or "")
    row = connection.execute(
        "SELECT ifnull(exact_sum(CASE WHEN currency = ? THEN charged END), '0'),"
        " ifnull(exact_sum(CASE WHEN charged IS NULL AND currency = ? THEN predicted END), '0'),"
        " total(charged IS NULL AND (predicted IS NULL OR currency != ?))"
        f" FROM spending WHERE {' AND '.join(where)}",
        (budget.currency, budget.currency, budget.currency, *values),
    ).fetchone()
    return BudgetUse(budget, Decimal(row[0]), Decimal(row[1]), int(row[2]))
