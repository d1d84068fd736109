"""Sums over the ledger of paid calls.

Promise: every sum is exact, of one currency, and made in the database.
"""

import sqlite3
from datetime import datetime
from decimal import Context, Decimal, Inexact
from typing import Final

from panda_desktop.domain.money import Grouping, Reconciliation, SpendingFilter, SumRow
from panda_desktop.domain.profiles import DEMO_PROFILE

_KEYS: Final = {
    Grouping.DAY: "spending.day",
    Grouping.MODEL: "spending.model",
    Grouping.KIND: "spending.kind",
    Grouping.CHAT: "ifnull(spending.conversation_id, '')",
    Grouping.PROFILE: "spending.profile",
}
# More digits than all the money there is; an amount that does not fit would raise instead of being rounded.
_EXACT: Final = Context(prec=200, traps=[Inexact])


class _ExactSum:
    """The aggregate function `exact_sum`: decimals as text, NULL left out; NULL where there are no rows."""

    def __init__(self) -> None:
        self._sum = Decimal(0)

    def step(self, value: str | None) -> None:
        if value is not None:
            self._sum = _EXACT.add(self._sum, Decimal(value))

    def finalize(self) -> str:
        return str(self._sum)


def add_exact_sum(connection: sqlite3.Connection) -> None:
    """Makes `exact_sum` known to the connection."""
    connection.create_aggregate("exact_sum", 1, _ExactSum)  # type: ignore[arg-type]  # NULL comes as None


def conditions(chosen: SpendingFilter) -> tuple[str, list[str]]:
    """Returns a WHERE clause and its values. What the demo gateway was paid is nobody's money: it is shown
    only when it is asked for.
    """
    where = ["spending.profile = ?" if chosen.profile else "spending.profile != ?"]
    values = [chosen.profile or DEMO_PROFILE]
    if chosen.since is not None:
        where.append("spending.day >= ?")
        values.append(chosen.since.isoformat())
    if chosen.until is not None:
        where.append("spending.day <= ?")
        values.append(chosen.until.isoformat())
    return f"WHERE {' AND '.join(where)}", values


def summed(
    connection: sqlite3.Connection, chosen: SpendingFilter, grouping: Grouping | None
) -> tuple[SumRow, ...]:
    """Returns the sums by what they are grouped by, or of all."""
    where, values = conditions(chosen)
    key = _KEYS[grouping] if grouping is not None else "''"
    by_chat = grouping is Grouping.CHAT
    rows = connection.execute(
        f"SELECT {key}, spending.currency, count(*), exact_sum(charged),"
        " exact_sum(CASE WHEN charged IS NOT NULL THEN predicted END), sum(charged IS NULL),"
        f" {'max(conversations.title)' if by_chat else 'NULL'} FROM spending"
        + (" LEFT JOIN conversations ON conversations.id = spending.conversation_id" if by_chat else "")
        + f" {where} GROUP BY 1, 2 ORDER BY 1",
        values,
    ).fetchall()
    found = [
        SumRow(each[0], each[1], each[2], Decimal(each[3]), Decimal(each[4]), each[5], each[6] or "")
        for each in rows
    ]
    if grouping is not Grouping.DAY:
        found.sort(key=lambda row: row.charged, reverse=True)
    return tuple(found)


def reconciled(connection: sqlite3.Connection, chosen: SpendingFilter) -> tuple[Reconciliation, ...]:
    """Returns the gateway's totals beside the entries, by profile and currency, over all time."""
    where, values = conditions(SpendingFilter(profile=chosen.profile))
    rows = connection.execute(
        "SELECT profile, base_url, currency, first_at, first_total, last_total FROM spent_totals spending "
        + where,
        values,
    ).fetchall()
    found = []
    for profile, base_url, currency, first_at, first_total, last_total in rows:
        explained, unknown = connection.execute(
            "SELECT ifnull(exact_sum(charged), '0'), total(charged IS NULL) FROM spending"
            " WHERE profile = ? AND base_url = ? AND currency IN (?, '') AND at >= ?",
            (profile, base_url, currency, first_at),
        ).fetchone()
        found.append(
            Reconciliation(
                profile,
                currency,
                datetime.fromisoformat(first_at),
                Decimal(last_total) - Decimal(first_total),
                Decimal(explained),
                int(unknown),
            )
        )
    return tuple(found)
