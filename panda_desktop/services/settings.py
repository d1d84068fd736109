"""The settings as the running program uses them.

Promise: a change is on disk before anyone hears of it.
"""

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from panda_desktop.domain.changes import SettingsChanged
from panda_desktop.domain.settings import Settings
from panda_desktop.domain.settings_import import SettingsImport
from panda_desktop.services.bus import Bus
from panda_desktop.storage.settings import SettingsStore


class SettingsService:
    """Holds the current settings."""

    def __init__(self, store: SettingsStore, bus: Bus, settings: Settings) -> None:
        """Takes the settings that were loaded at start."""
        self._store = store
        self._bus = bus
        self.current = settings

    async def change(self, **values: Any) -> Settings:
        """Saves the given values (names of `Settings`), silently within their limits; returns all of them."""
        changed = replace(self.current, **values).sane()
        if changed == self.current:
            return changed
        self.current = changed
        await self._store.save(changed)
        # Another change may have begun meanwhile: what is told never takes it back.
        self._bus.publish(SettingsChanged(self.current))
        return changed

    async def export_to(self, path: Path) -> None:
        """Writes the settings to a file, without keys. Raises `CANNOT_WRITE`, `DISK_FULL`."""
        await self._store.export_to(path, self.current)

    async def import_from(self, path: Path) -> SettingsImport:
        """Takes the settings of a file, as far as they fit; tells what came of each. Raises `CANNOT_READ`."""
        found, report = await self._store.read_from(path, self.current)
        values = asdict(found)
        await self.change(**{name: values[name] for name in report.taken})
        return report
