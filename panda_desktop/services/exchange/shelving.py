"""Folders and tags of chats that come in.

Promise: a folder or tag is made only when a new chat needs it, a tag never beside one of the same name; a
chat whose folder nobody described is in none.
"""

import asyncio
from dataclasses import replace

from panda_desktop.domain.changes import FoldersChanged, TagsChanged
from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.folders import Folder, Tag, check_colour, clean_name
from panda_desktop.services.bus import Bus
from panda_desktop.services.exchange.foreign import Shelves
from panda_desktop.storage.folders import FolderStore


class Shelving:
    """Finds or makes what a chat refers to."""

    def __init__(self, bus: Bus, store: FolderStore, writing: asyncio.Lock) -> None:
        """Knows of nothing but what is here; `writing` is held while something is made."""
        self._bus = bus
        self._store = store
        self._writing = writing
        self._folders: dict[str, Folder] = {}
        self._tags: dict[str, Tag] = {}

    def offer(self, shelves: Shelves) -> None:
        """Takes note of the folders and tags that a file describes."""
        self._folders |= {folder.id: folder for folder in shelves.folders}
        self._tags |= {tag.id: tag for tag in shelves.tags}

    async def placed(self, conversation: Conversation) -> Conversation:
        """Returns the chat with a folder and tags that are here."""
        if conversation.folder_id is None and not conversation.tag_ids:
            return conversation
        async with self._writing:
            folder_id = await self._folder(conversation.folder_id)
            tag_ids = [await self._tag(tag_id) for tag_id in conversation.tag_ids]
        kept = tuple(sorted({tag_id for tag_id in tag_ids if tag_id is not None}))
        return replace(conversation, folder_id=folder_id, tag_ids=kept)

    async def _folder(self, folder_id: str | None) -> str | None:
        here = await self._store.folders()
        if folder_id is None or any(folder.id == folder_id for folder in here):
            return folder_id
        offered = self._folders.get(folder_id)
        try:
            name = clean_name(offered.name, "name") if offered is not None else ""
        except PandaError:
            name = ""
        if offered is None or not name:
            return None
        await self._store.save_folder(replace(offered, name=name, place=here[-1].place + 1 if here else 0))
        self._bus.publish(FoldersChanged(await self._store.folders()))
        return folder_id

    async def _tag(self, tag_id: str) -> str | None:
        here = await self._store.tags()
        offered = self._tags.get(tag_id)
        if offered is None or any(tag.id == tag_id for tag in here):
            return tag_id if any(tag.id == tag_id for tag in here) else None
        try:
            check_colour(offered.colour)
            name = clean_name(offered.name, "name")
        except PandaError:
            return None
        same = next((tag.id for tag in here if tag.name.casefold() == name.casefold()), None)
        if same is not None:
            return same
        await self._store.save_tag(replace(offered, name=name))
        self._bus.publish(TagsChanged(await self._store.tags()))
        return tag_id
