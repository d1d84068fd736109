"""Settings that are changed while others are being saved."""

import asyncio
from pathlib import Path

from panda_desktop.domain.changes import SettingsChanged
from panda_desktop.domain.settings import Settings
from panda_desktop.services.bus import Bus
from panda_desktop.services.settings import SettingsService
from panda_desktop.storage.storage import Storage


async def test_u07_a_change_is_not_taken_back_by_the_one_before(tmp_path: Path) -> None:
    storage, bus = await Storage.open(tmp_path), Bus()
    told: list[Settings] = []
    bus.subscribe(SettingsChanged, lambda change: told.append(change.settings))
    settings = SettingsService(storage.settings, bus, await storage.settings.load())
    try:
        await asyncio.gather(settings.change(auto_titles=False), settings.change(theme="dark"))
        assert [(each.auto_titles, each.theme) for each in told] == [(False, "dark")] * 2
        assert await storage.settings.load() == settings.current
    finally:
        await storage.close()
