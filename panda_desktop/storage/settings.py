"""The settings in the database.

Promise: whatever is stored, reading gives usable settings.
"""

import asyncio
import sqlite3
from pathlib import Path

from panda_desktop.domain.settings import Settings
from panda_desktop.domain.settings_import import SettingsImport
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import to_json
from panda_desktop.storage.settings_file import imported, read_settings, write_settings
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

    async def export_to(self, path: Path, settings: Settings) -> None:
        """Writes settings to a file of the person's, without keys. Raises `CANNOT_WRITE`, `DISK_FULL`."""
        await asyncio.to_thread(write_settings, path, settings)

    async def read_from(self, path: Path, current: Settings) -> tuple[Settings, SettingsImport]:
        """Returns `current` with the settings of a file in it, and what came of each.

        Raises `CANNOT_READ`.
        """
        return imported(await asyncio.to_thread(read_settings, path), current)
