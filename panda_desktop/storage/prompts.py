"""The prompt library in the database.

Promise: order and every character come back as they were stored.
"""

import sqlite3
from collections.abc import Sequence

from panda_desktop.domain.prompts import Prompt
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import whole


class PromptStore:
    """Reads and writes prompts."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def all(self) -> tuple[Prompt, ...]:
        """Returns all prompts in order."""

        def work(connection: sqlite3.Connection) -> tuple[Prompt, ...]:
            rows = connection.execute("SELECT id, name, text, place FROM prompts ORDER BY place, rowid")
            return tuple(Prompt(*row) for row in rows.fetchall())

        return await self._database.run(work)

    async def save(self, *prompts: Prompt) -> None:
        """Stores new or changed prompts at once; the place of one that is there is that of `order`."""
        values = [(each.id, whole(each.name), whole(each.text), each.place) for each in prompts]
        await self._database.run(
            lambda connection: connection.executemany(
                "INSERT INTO prompts (id, name, text, place) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET name = excluded.name, text = excluded.text",
                values,
            )
        )

    async def order(self, prompt_ids: Sequence[str]) -> None:
        """Puts the prompts into this order."""
        values = [(place, prompt_id) for place, prompt_id in enumerate(prompt_ids)]
        await self._database.run(
            lambda connection: connection.executemany("UPDATE prompts SET place = ? WHERE id = ?", values)
        )

    async def delete(self, prompt_id: str) -> None:
        """Removes a prompt."""
        await self._database.run(
            lambda connection: connection.execute("DELETE FROM prompts WHERE id = ?", (prompt_id,))
        )
