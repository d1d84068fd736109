"""The settings in the database.

Promise: whatever is stored, reading gives usable settings.
"""

import sqlite3

from panda_desktop.domain.settings import Settings
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import to_json
from panda_desktop.storage.settings_text import settings_of


class SettingsStore:
    """Reads and writes the settings."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def load(self) -> Settings:
        """Returns what is stored; what cannot be understood has its default."""
        row = await self._database.run(
            lambda connection: connection.execute("SELECT value FROM settings WHERE name = 'all'").fetchone()
        )
        return settings_of(row[0]) if row else Settings()

    async def save(self, settings: Settings) -> None:
        """Stores all settings."""
        text = to_json(settings)

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT OR REPLACE INTO settings (name, value) VALUES ('all', ?)", (text,))

        await self._database.run(work)
