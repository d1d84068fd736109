"""Presets: named ways to make requests.

Promise: what is told is stored; applying copies the values into a conversation, and a preset that is gone is
no longer the one of new chats.
"""

import asyncio
from dataclasses import replace

from panda_desktop.domain.changes import PresetsChanged
from panda_desktop.domain.chat import Parameters
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.folders import clean_name
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.presets import Preset
from panda_desktop.services.bus import Bus
from panda_desktop.services.settings import SettingsService
from panda_desktop.storage.presets import PresetStore


class PresetService:
    """See `services.chat.contract.PresetCommands`."""

    def __init__(self, bus: Bus, store: PresetStore, settings: SettingsService) -> None:
        """Makes it; nothing is read."""
        self._bus = bus
        self._store = store
        self._settings = settings
        self._writing = asyncio.Lock()

    @property
    def default_id(self) -> str:
        """The preset new chats begin with; empty for none."""
        return self._settings.current.preset_id

    async def presets(self) -> tuple[Preset, ...]:
        """Returns all presets in order."""
        return await self._store.all()

    async def preset(self, preset_id: str) -> Preset:
        """Returns a preset. Raises `CANNOT_READ` (`preset`)."""
        for preset in await self._store.all():
            if preset.id == preset_id:
                return preset
        raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="preset"))

    async def default(self) -> Preset | None:
        """Returns the preset new chats begin with."""
        found = (preset for preset in await self._store.all() if preset.id == self.default_id)
        return next(found, None)

    async def create_preset(
        self, name: str, system_prompt: str = "", model: str = "", parameters: Parameters = Parameters()
    ) -> Preset:
        """Stores a new preset, the last one."""
        async with self._writing:
            parameters.check()
            there = await self._store.all()
            place = there[-1].place + 1 if there else 0
            name = clean_name(name, "name")
            preset = Preset(new_id(), name, system_prompt, model.strip(), parameters, place)
            await self._save(preset)
            return preset

    async def change_preset(
        self,
        preset_id: str,
        *,
        name: str | None = None,
        system_prompt: str | None = None,
        model: str | None = None,
        parameters: Parameters | None = None,
    ) -> Preset:
        """Changes what is given."""
        async with self._writing:
            preset = await self.preset(preset_id)
            if name is not None:
                preset = replace(preset, name=clean_name(name, "name"))
            if system_prompt is not None:
                preset = replace(preset, system_prompt=system_prompt)
            if model is not None:
                preset = replace(preset, model=model.strip())
            if parameters is not None:
                parameters.check()
                preset = replace(preset, parameters=parameters)
            await self._save(preset)
            return preset

    async def place_preset(self, preset_id: str, place: int) -> None:
        """Puts a preset to a place among the others, 0 for the first."""
        async with self._writing:
            preset = await self.preset(preset_id)
            ids = [each.id for each in await self._store.all() if each.id != preset.id]
            ids.insert(max(place, 0), preset.id)
            await self._store.order(ids)
            await self._tell()

    async def delete_preset(self, preset_id: str) -> None:
        """Removes a preset; conversations it was applied to stay as they are."""
        async with self._writing:
            if preset_id == self.default_id:
                await self._settings.change(preset_id="")
            await self._store.delete(preset_id)
            await self._tell()

    async def set_default(self, preset_id: str) -> None:
        """Lets new chats begin with a preset; empty for none."""
        async with self._writing:
            if preset_id:
                await self.preset(preset_id)
            await self._settings.change(preset_id=preset_id)
            await self._tell()

    async def _save(self, preset: Preset) -> None:
        await self._store.save(preset)
        await self._tell()

    async def _tell(self) -> None:
        self._bus.publish(PresetsChanged(await self._store.all(), self.default_id))
