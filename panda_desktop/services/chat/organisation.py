"""Folders, tags and shelves of conversations, and the emptying of the trash.

Promise: nothing but the trash loses a conversation, and it keeps each for 30 days; what is to go goes in
small steps, so that an answer that streams meanwhile is never held up.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from panda_desktop.domain.changes import (
    ConversationChanged,
    ConversationRemoved,
    FoldersChanged,
    TagsChanged,
)
from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.folders import Folder, Shelf, Tag, check_colour, clean_name, trash_limit
from panda_desktop.domain.ids import new_id
from panda_desktop.services.bus import Bus
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.conversations import ConversationStore
from panda_desktop.storage.days_seen import DaysSeen
from panda_desktop.storage.folders import FolderStore

PAUSE_S: Final = 0.02
"""Between two steps of removing rows: as long as a step, so half of the database's time stays free."""


class OrganisationService:
    """See `contract.OrganisationCommands`."""

    def __init__(
        self,
        bus: Bus,
        tasks: TaskSet,
        store: ConversationStore,
        folders: FolderStore,
        days: DaysSeen,
        writing: asyncio.Lock,
    ) -> None:
        """`writing` is held while a conversation is changed: `ChatService.writing`."""
        self._days = days
        self._bus = bus
        self._tasks = tasks
        self._store = store
        self._folders = folders
        self._writing = writing

    def start(self) -> None:
        """Begins to empty the trash of what came there more than 30 days ago: see `trash_limit`."""
        self._tasks.spawn(self._empty_expired(), name="trash")

    async def _empty_expired(self) -> None:
        now = datetime.now(UTC)
        limit = trash_limit(now, await self._days.see(now.date()))
        # What was doomed before goes in any case.
        expired = await self._store.expired(limit or datetime.min.replace(tzinfo=UTC))
        await self._clear([each for each in expired if await self._doom(each)])

    # Shelves

    async def shelf(self, shelf: Shelf) -> tuple[Conversation, ...]:
        """Returns the list, the archive or the trash: pinned first, newest first."""
        return await self._store.shelf(shelf)

    async def delete(self, conversation_id: str) -> None:
        """Removes a conversation of the trash for good."""
        await self._conversation(conversation_id)
        if not await self._doom(conversation_id):
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="conversation"))
        self._tasks.spawn(self._clear((conversation_id,)), name="clear the trash")

    async def empty_trash(self) -> None:
        """Removes everything in the trash for good."""
        trashed = await self._store.shelf(Shelf.TRASH)
        doomed = [each.id for each in trashed if await self._doom(each.id)]
        self._tasks.spawn(self._clear(doomed), name="clear the trash")

    async def _doom(self, conversation_id: str) -> bool:
        """Deletes it for whoever looks, if it is in the trash still; returns whether it is deleted."""
        async with self._writing:
            conversation = await self._store.get(conversation_id)
            if conversation is not None and conversation.shelf is not Shelf.TRASH:
                return False
            await self._store.doom(conversation_id)
            self._bus.publish(ConversationRemoved(conversation_id))
            return True

    async def _clear(self, doomed: Sequence[str]) -> None:
        for conversation_id in doomed:
            while await self._store.clear_some(conversation_id):
                await asyncio.sleep(PAUSE_S)

    async def _conversation(self, conversation_id: str) -> Conversation:
        conversation = await self._store.get(conversation_id)
        if conversation is None:
            raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="conversation"))
        return conversation

    async def _tell(self, conversation_id: str) -> None:
        self._bus.publish(ConversationChanged(await self._conversation(conversation_id)))

    # Folders

    async def folders(self) -> tuple[Folder, ...]:
        """Returns all folders in order."""
        return await self._folders.folders()

    async def create_folder(self, name: str) -> Folder:
        """Stores a new folder, the last one."""
        async with self._writing:
            there = await self._folders.folders()
            place = there[-1].place + 1 if there else 0
            folder = Folder(new_id(), clean_name(name, "name"), place)
            await self._save_folder(folder)
            return folder

    async def rename_folder(self, folder_id: str, name: str) -> None:
        """Gives a folder another name."""
        async with self._writing:
            folder = await self._folder(folder_id)
            await self._save_folder(replace(folder, name=clean_name(name, "name")))

    async def collapse_folder(self, folder_id: str, collapsed: bool) -> None:
        """Hides or shows what is in a folder."""
        async with self._writing:
            await self._save_folder(replace(await self._folder(folder_id), collapsed=collapsed))

    async def place_folder(self, folder_id: str, place: int) -> None:
        """Puts a folder to a place among the others, 0 for the first."""
        async with self._writing:
            folder = await self._folder(folder_id)
            ids = [each.id for each in await self._folders.folders() if each.id != folder.id]
            ids.insert(max(place, 0), folder.id)
            await self._folders.order(ids)
            await self._tell_folders()

    async def delete_folder(self, folder_id: str) -> None:
        """Removes a folder; its conversations stay, in none."""
        async with self._writing:
            await self._folders.delete_folder(folder_id)
            await self._tell_folders()

    async def move(self, conversation_ids: tuple[str, ...], folder_id: str | None) -> None:
        """Puts conversations into a folder, or into none."""
        async with self._writing:
            if folder_id is not None:
                await self._folder(folder_id)
            for conversation_id in conversation_ids:
                await self._conversation(conversation_id)
                await self._store.move(conversation_id, folder_id)
                await self._tell(conversation_id)

    async def _folder(self, folder_id: str) -> Folder:
        for folder in await self._folders.folders():
            if folder.id == folder_id:
                return folder
        raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="folder"))

    async def _save_folder(self, folder: Folder) -> None:
        await self._folders.save_folder(folder)
        await self._tell_folders()

    async def _tell_folders(self) -> None:
        self._bus.publish(FoldersChanged(await self._folders.folders()))

    # Tags

    async def tags(self) -> tuple[Tag, ...]:
        """Returns all tags by name."""
        return await self._folders.tags()

    async def create_tag(self, name: str, colour: int = 0) -> Tag:
        """Stores a new tag; returns the one that has the name already."""
        async with self._writing:
            check_colour(colour)
            name = clean_name(name, "name")
            if (there := await self._tag_named(name)) is not None:
                return there
            tag = Tag(new_id(), name, colour)
            await self._folders.save_tag(tag)
            await self._tell_tags()
            return tag

    async def change_tag(self, tag_id: str, *, name: str | None = None, colour: int | None = None) -> None:
        """Changes what is given."""
        async with self._writing:
            tag = await self._tag(tag_id)
            if name is not None:
                tag = replace(tag, name=clean_name(name, "name"))
                there = await self._tag_named(tag.name)
                if there is not None and there.id != tag_id:
                    raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="name"))
            if colour is not None:
                check_colour(colour)
                tag = replace(tag, colour=colour)
            await self._folders.save_tag(tag)
            await self._tell_tags()

    async def delete_tag(self, tag_id: str) -> None:
        """Takes a tag from wherever it is carried, and removes it."""
        async with self._writing:
            await self._folders.delete_tag(tag_id)
            await self._tell_tags()

    async def mark(self, conversation_id: str, tag_id: str, carried: bool) -> None:
        """Gives a conversation a tag, or takes it."""
        async with self._writing:
            await self._tag(tag_id)
            await self._conversation(conversation_id)
            await self._store.mark(conversation_id, tag_id, carried)
            await self._tell(conversation_id)

    async def _tag(self, tag_id: str) -> Tag:
        for tag in await self._folders.tags():
            if tag.id == tag_id:
                return tag
        raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="tag"))

    async def _tag_named(self, name: str) -> Tag | None:
        named = (tag for tag in await self._folders.tags() if tag.name.casefold() == name.casefold())
        return next(named, None)

    async def _tell_tags(self) -> None:
        self._bus.publish(TagsChanged(await self._folders.tags()))
