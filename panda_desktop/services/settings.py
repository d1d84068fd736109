"""The settings as the running program uses them.

Promise: a change is on disk before anyone hears of it.
"""

from dataclasses import replace
from typing import Any

from panda_desktop.domain.changes import SettingsChanged
from panda_desktop.domain.settings import Settings
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
        self._bus.publish(SettingsChanged(changed))
        return changed
