"""Prices of the person's own, and budgets, in the database.

Promise: every amount comes back digit by digit.
"""

import sqlite3
from decimal import Decimal
from typing import Any

from panda_desktop.domain.budgets import Budget, BudgetSpan
from panda_desktop.domain.prices import PRICE_FIELDS, ModelPrice
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import whole


class PriceStore:
    """Reads and writes prices and budgets."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def prices(self) -> tuple[ModelPrice, ...]:
        """Returns the person's prices by model."""

        def work(connection: sqlite3.Connection) -> tuple[ModelPrice, ...]:
            names = ", ".join(PRICE_FIELDS)
            rows = connection.execute(f"SELECT model, currency, {names} FROM prices ORDER BY model")
            return tuple(_price(row) for row in rows)

        return await self._database.run(work)

    async def save_price(self, price: ModelPrice) -> None:
        """Stores the price of a model in the place of the one before."""
        amounts = [getattr(price, name) for name in PRICE_FIELDS]
        values = [whole(price.model), price.currency, *map(_text, amounts)]
        await self._database.run(
            lambda connection: connection.execute(
                f"INSERT OR REPLACE INTO prices (model, currency, {', '.join(PRICE_FIELDS)})"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                values,
            )
        )

    async def remove_price(self, model: str) -> None:
        """Removes the price of a model."""
        await self._database.run(
            lambda connection: connection.execute("DELETE FROM prices WHERE model = ?", (model,))
        )

    async def budgets(self) -> tuple[Budget, ...]:
        """Returns the budgets in the order they were made."""

        def work(connection: sqlite3.Connection) -> tuple[Budget, ...]:
            rows = connection.execute(
                "SELECT id, span, money, currency, profile, may_pass FROM budgets ORDER BY rowid"
            )
            return tuple(
                Budget(row[0], BudgetSpan(row[1]), Decimal(row[2]), row[3], row[4], bool(row[5]))
                for row in rows
            )

        return await self._database.run(work)

    async def save_budget(self, budget: Budget) -> None:
        """Stores a new or changed budget."""
        values = (
            budget.id,
            budget.span.value,
            str(budget.limit),
            budget.currency,
            budget.profile,
            int(budget.may_pass),
        )
        await self._database.run(
            lambda connection: connection.execute(
                "INSERT INTO budgets (id, span, money, currency, profile, may_pass)"
                " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET span = excluded.span,"
                " money = excluded.money, currency = excluded.currency, profile = excluded.profile,"
                " may_pass = excluded.may_pass",
                values,
            )
        )

    async def remove_budget(self, budget_id: str) -> None:
        """Removes a budget."""
        await self._database.run(
            lambda connection: connection.execute("DELETE FROM budgets WHERE id = ?", (budget_id,))
        )


def _price(row: tuple[Any, ...]) -> ModelPrice:
    prompt, completion, image, video, second = map(_amount, row[2:])
    return ModelPrice(row[0], row[1], prompt, completion, image, video, second, is_own=True)


def _amount(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
