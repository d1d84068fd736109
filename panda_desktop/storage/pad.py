"""The completion pad in the database.

Promise: the text that was there is there again; whatever is stored, reading gives a usable pad.
"""

import sqlite3
from typing import Final

import msgspec

from panda_desktop.domain.pad import Pad
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import from_json, to_json

_NAME: Final = "pad"


class PadStore:
    """Reads and writes the pad, a row of the settings."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def load(self) -> Pad:
        """Returns the pad as it was left."""
        row = await self._database.run(
            lambda connection: connection.execute(
                "SELECT value FROM settings WHERE name = ?", (_NAME,)
            ).fetchone()
        )
        try:
            return from_json(row[0], Pad) if row else Pad()
        except (ValueError, AttributeError, TypeError, msgspec.ValidationError):
            return Pad()

    async def save(self, pad: Pad) -> None:
        """Stores the pad as it is now."""
        text = to_json(pad)

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", (_NAME, text))

        await self._database.run(work)
