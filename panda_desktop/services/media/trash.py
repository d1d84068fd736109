"""The trash of the library: what is there, bringing it back, and emptying it.

Promise: a file is removed only when the person empties the trash or 30 days have passed; the record goes
first, so an end in between leaves a file too many, never an item without its file.
"""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.folders import trash_limit
from panda_desktop.domain.media import MediaItem
from panda_desktop.services.media.library import LibraryService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.days_seen import DaysSeen
from panda_desktop.storage.files import MediaFiles
from panda_desktop.storage.media import MediaStore

_AT_ONCE: Final = 50
"""Items removed in one step of the database."""


class TrashService:
    """See `contract.TrashCommands`."""

    def __init__(
        self,
        tasks: TaskSet,
        library: LibraryService,
        store: MediaStore,
        files: MediaFiles,
        days: DaysSeen,
    ) -> None:
        """Needs a library that has started."""
        self._days = days
        self._tasks = tasks
        self._library = library
        self._store = store
        self._files = files

    def start(self) -> None:
        """Begins to remove what came to the trash more than 30 days ago: see `trash_limit`."""
        self._tasks.spawn(self._empty_expired(), name="trash of the library")

    async def _empty_expired(self) -> None:
        now = datetime.now(UTC)
        limit = trash_limit(now, await self._days.see(now.date()))
        if limit is None:
            return
        await self._remove([item for item in self.items() if item.deleted_at and item.deleted_at < limit])

    def items(self) -> tuple[MediaItem, ...]:
        """Returns what is in the trash, what came last first."""
        found = [(item.deleted_at, item.seq, item) for item in self._library.all_items() if item.deleted_at]
        return tuple(item for _, _, item in sorted(found, key=lambda each: each[:2], reverse=True))

    async def delete(self, item_ids: tuple[str, ...]) -> int:
        """Removes items of the trash and their files for good; returns the bytes that are free now."""
        items = [self._library.item(item_id) for item_id in dict.fromkeys(item_ids)]
        if any(item.deleted_at is None for item in items):
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="item"))
        return await self._remove(items)

    async def empty(self) -> int:
        """Removes everything in the trash for good; returns the bytes that are free now."""
        return await self._remove(self.items())

    async def _remove(self, items: Sequence[MediaItem]) -> int:
        freed = 0
        for start in range(0, len(items), _AT_ONCE):
            async with self._library.changing:
                # One that was brought back meanwhile stays.
                some = [
                    item
                    for item in items[start : start + _AT_ONCE]
                    if self._library.has(item.id) and self._library.item(item.id).deleted_at is not None
                ]
                await self._store.remove(some)
                for item in some:
                    if await asyncio.to_thread(self._files.remove, item.file):
                        freed += item.size
                await self._library.forget(some)
        return freed
