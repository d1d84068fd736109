"""The last days on which the program was started, by the clock of each.

Promise: a few days, whatever the clock says and however long it is used; the oldest notes go first.
"""

import json
import sqlite3
from contextlib import suppress
from datetime import date
from typing import Final

from panda_desktop.storage.database import Database

_KEPT: Final = 16
_NAME: Final = "days_seen"


class DaysSeen:
    """Notes days, in the order they were first seen."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def see(self, day: date) -> tuple[date, ...]:
        """Notes a day, and returns those that are noted; what cannot be read is left out."""

        def work(connection: sqlite3.Connection) -> tuple[date, ...]:
            found = connection.execute("SELECT value FROM settings WHERE name = ?", (_NAME,)).fetchone()
            days = _days_in(found[0]) if found else []
            if day in days:
                return tuple(days)
            days = [*days, day][-_KEPT:]
            text = json.dumps([each.isoformat() for each in days])
            connection.execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", (_NAME, text))
            return tuple(days)

        return await self._database.run(work)


def _days_in(text: str) -> list[date]:
    days = []
    with suppress(ValueError, TypeError):
        for each in json.loads(text):
            days.append(date.fromisoformat(each))
    return days
