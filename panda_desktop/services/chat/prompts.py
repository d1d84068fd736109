"""The prompt library.

Promise: what is told is stored; the first contents are put in once, and what the person deletes of them stays
deleted.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from panda_desktop.domain.changes import PromptsChanged
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.folders import clean_name
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.prompts import Prompt
from panda_desktop.services.bus import Bus
from panda_desktop.services.settings import SettingsService
from panda_desktop.storage.prompts import PromptStore


class PromptService:
    """See `services.chat.contract.PromptCommands`."""

    def __init__(self, bus: Bus, store: PromptStore, settings: SettingsService) -> None:
        """Makes it; nothing is read."""
        self._bus = bus
        self._store = store
        self._settings = settings
        self._writing = asyncio.Lock()

    async def prompts(self) -> tuple[Prompt, ...]:
        """Returns all prompts in order."""
        return await self._store.all()

    async def seed(self, contents: Sequence[tuple[str, str]]) -> None:
        """Puts the first contents in, each a name and a text; does nothing the next time."""
        async with self._writing:
            if self._settings.current.prompts_seeded:
                return
            place = await self._next_place()
            await self._store.save(
                *(
                    Prompt(new_id(), clean_name(name, "name"), text, place + number)
                    for number, (name, text) in enumerate(contents)
                )
            )
            await self._settings.change(prompts_seeded=True)
            await self._tell()

    async def create_prompt(self, name: str, text: str) -> Prompt:
        """Stores a new prompt, the last one."""
        async with self._writing:
            prompt = Prompt(new_id(), clean_name(name, "name"), _checked(text), await self._next_place())
            await self._store.save(prompt)
            await self._tell()
            return prompt

    async def change_prompt(
        self, prompt_id: str, *, name: str | None = None, text: str | None = None
    ) -> Prompt:
        """Changes what is given."""
        async with self._writing:
            prompt = await self._prompt(prompt_id)
            if name is not None:
                prompt = replace(prompt, name=clean_name(name, "name"))
            if text is not None:
                prompt = replace(prompt, text=_checked(text))
            await self._store.save(prompt)
            await self._tell()
            return prompt

    async def place_prompt(self, prompt_id: str, place: int) -> None:
        """Puts a prompt to a place among the others, 0 for the first."""
        async with self._writing:
            prompt = await self._prompt(prompt_id)
            ids = [each.id for each in await self._store.all() if each.id != prompt.id]
            ids.insert(max(place, 0), prompt.id)
            await self._store.order(ids)
            await self._tell()

    async def delete_prompt(self, prompt_id: str) -> None:
        """Removes a prompt."""
        async with self._writing:
            await self._store.delete(prompt_id)
            await self._tell()

    async def _prompt(self, prompt_id: str) -> Prompt:
        for prompt in await self._store.all():
            if prompt.id == prompt_id:
                return prompt
        raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="prompt"))

    async def _next_place(self) -> int:
        there = await self._store.all()
        return there[-1].place + 1 if there else 0

    async def _tell(self) -> None:
        self._bus.publish(PromptsChanged(await self._store.all()))


def _checked(text: str) -> str:
    if not text.strip():
        raise PandaError(ErrorKind.EMPTY_PROMPT)
    return text
