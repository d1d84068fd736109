"""The profiles in the database.

Promise: whatever is stored, reading gives a usable book; no key is ever in it.
"""

import sqlite3
from typing import Final

import msgspec

from panda_desktop.domain.profiles import ProfileBook
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import from_json, to_json

_NAME: Final = "profiles"


class ProfileStore:
    """Reads and writes the book, a row of the settings."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def load(self) -> ProfileBook | None:
        """Returns the book; None when there is none, or none that can be understood."""
        row = await self._database.run(
            lambda connection: connection.execute(
                "SELECT value FROM settings WHERE name = ?", (_NAME,)
            ).fetchone()
        )
        try:
            return from_json(row[0], ProfileBook).sane() if row else None
        except (ValueError, AttributeError, TypeError, msgspec.ValidationError):
            return None

    async def save(self, book: ProfileBook) -> None:
        """Stores the book as it is now."""
        text = to_json(book)

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", (_NAME, text))

        await self._database.run(work)
