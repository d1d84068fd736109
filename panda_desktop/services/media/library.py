"""The library: every image and video on disk.

Promise: a file that was paid for is never changed and never removed by anything but the person's own wish.
"""

import asyncio
import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from panda_desktop.domain.changes import MediaChanged
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.services.bus import Bus
from panda_desktop.storage.files import MediaFiles
from panda_desktop.storage.media import MediaStore


class LibraryService:
    """See `contract.LibraryCommands`."""

    def __init__(self, bus: Bus, store: MediaStore, files: MediaFiles) -> None:
        """Makes the service; `start` reads the list."""
        self._bus = bus
        self._store = store
        self._files = files
        self._items: dict[str, MediaItem] = {}

    async def start(self) -> None:
        """Reads what is there."""
        self._items = {item.id: item for item in await self._store.all()}

    def items(self) -> tuple[MediaItem, ...]:
        """Returns what is not in the trash, newest first."""
        shown = (item for item in self._items.values() if item.deleted_at is None)
        return tuple(sorted(shown, key=lambda item: item.seq, reverse=True))

    def of_job(self, job_id: str) -> tuple[MediaItem, ...]:
        """Returns a job's results by position."""
        found = (item for item in self.items() if item.job_id == job_id)
        return tuple(sorted(found, key=lambda item: item.position))

    def path_of(self, item: MediaItem) -> Path:
        """Returns where the file is."""
        return self._files.path(item.file)

    def added(self, item: MediaItem) -> None:
        """Takes note of an item that a job has stored."""
        self._items[item.id] = item
        self._bus.publish(MediaChanged(item))

    async def save_copy(self, item: MediaItem, target: Path) -> None:
        """Writes a copy to `target`. Raises `DISK_FULL`, `CANNOT_WRITE`, `CANNOT_READ`."""
        await asyncio.to_thread(self._files.copy, item.file, target)

    async def add_frame(self, png: bytes, parent: MediaItem) -> MediaItem:
        """Puts a grabbed frame into the library."""
        now = datetime.now(UTC)
        file = await asyncio.to_thread(self._files.keep_bytes, png, ".png", now)
        digest = hashlib.sha256(png).hexdigest()
        item = MediaItem(
            new_id(),
            MediaKind.IMAGE,
            file,
            "image/png",
            len(png),
            digest,
            now,
            prompt=parent.prompt,
            model=parent.model,
            parent_id=parent.id,
        )
        item = await self._store.add(item)
        self.added(item)
        return item

    async def star(self, item_id: str, starred: bool) -> None:
        """Marks or unmarks the item."""
        await self._change(replace(self._item(item_id), starred=starred))

    async def trash(self, item_ids: tuple[str, ...]) -> None:
        """Moves items to the trash."""
        for item_id in item_ids:
            await self._change(replace(self._item(item_id), deleted_at=datetime.now(UTC)))

    async def restore(self, item_ids: tuple[str, ...]) -> None:
        """Takes items out of the trash."""
        for item_id in item_ids:
            await self._change(replace(self._item(item_id), deleted_at=None))

    async def _change(self, item: MediaItem) -> None:
        await self._store.save(item)
        self.added(item)

    def _item(self, item_id: str) -> MediaItem:
        if item_id not in self._items:
            raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="item"))
        return self._items[item_id]
