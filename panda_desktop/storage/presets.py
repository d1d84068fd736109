"""Presets in the database.

Promise: order and every value come back as they were stored.
"""

import sqlite3
from collections.abc import Sequence

from panda_desktop.domain.chat import Parameters
from panda_desktop.domain.presets import Preset
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import from_json, to_json, whole


class PresetStore:
    """Reads and writes presets."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def all(self) -> tuple[Preset, ...]:
        """Returns all presets in order."""

        def work(connection: sqlite3.Connection) -> tuple[Preset, ...]:
            rows = connection.execute(
                "SELECT id, name, system_prompt, model, parameters, place FROM presets ORDER BY place, rowid"
            )
            return tuple(_preset(row) for row in rows.fetchall())

        return await self._database.run(work)

    async def save(self, preset: Preset) -> None:
        """Stores a new or changed preset; the place of one that is there is that of `order`."""
        values = (
            preset.id,
            whole(preset.name),
            whole(preset.system_prompt),
            whole(preset.model),
            to_json(preset.parameters),
            preset.place,
        )
        await self._database.run(
            lambda connection: connection.execute(
                "INSERT INTO presets (id, name, system_prompt, model, parameters, place)"
                " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
                " system_prompt = excluded.system_prompt, model = excluded.model,"
                " parameters = excluded.parameters",
                values,
            )
        )

    async def order(self, preset_ids: Sequence[str]) -> None:
        """Puts the presets into this order."""
        values = [(place, preset_id) for place, preset_id in enumerate(preset_ids)]
        await self._database.run(
            lambda connection: connection.executemany("UPDATE presets SET place = ? WHERE id = ?", values)
        )

    async def delete(self, preset_id: str) -> None:
        """Removes a preset."""
        await self._database.run(
            lambda connection: connection.execute("DELETE FROM presets WHERE id = ?", (preset_id,))
        )


def _preset(row: tuple[str, str, str, str, str, int]) -> Preset:
    preset_id, name, system_prompt, model, parameters, place = row
    return Preset(preset_id, name, system_prompt, model, from_json(parameters, Parameters), place)
