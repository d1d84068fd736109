"""The library: every image and video on disk.

Promise: a file that was paid for is never changed and never removed by anything but the person's own wish.
"""

import asyncio
import hashlib
import io
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any, Final

from panda_desktop.domain.changes import MediaChanged, MediaRemoved
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.services.bus import Bus
from panda_desktop.services.media.inscription import inscription
from panda_desktop.storage.files import MediaFiles
from panda_desktop.storage.jobs import JobStore
from panda_desktop.storage.measuring import Measure, measure
from panda_desktop.storage.media import MediaStore
from panda_desktop.storage.names import safe_name
from panda_desktop.storage.png import head_with

_AT_ONCE: Final = 100
"""Changes told before the window gets its turn."""
_PAUSE_S: Final = 0.02
_UNMEASURED: Final = frozenset({"video/webm"})


class LibraryService:
    """See `contract.LibraryCommands`.

    Attributes:
        changing: held while values of items are changed, so that no change is lost to another one.
    """

    def __init__(self, bus: Bus, store: MediaStore, files: MediaFiles, jobs: JobStore) -> None:
        """Makes the service; `start` reads the list."""
        self._bus = bus
        self._store = store
        self._files = files
        self._jobs = jobs
        self.changing = asyncio.Lock()
        self._items: dict[str, MediaItem] = {}
        self._of_job: defaultdict[str, set[str]] = defaultdict(set)

    async def start(self) -> None:
        """Reads what is there."""
        for item in await self._store.all():
            self._keep(item)

    # what is there

    def items(self) -> tuple[MediaItem, ...]:
        """Returns what is not in the trash, newest first."""
        shown = (item for item in self._items.values() if item.deleted_at is None)
        return tuple(sorted(shown, key=lambda item: item.seq, reverse=True))

    def all_items(self) -> tuple[MediaItem, ...]:
        """Returns everything, the trash too, in no order."""
        return tuple(self._items.values())

    def of_job(self, job_id: str) -> tuple[MediaItem, ...]:
        """Returns a job's results by position."""
        found = (self._items[item_id] for item_id in self._of_job.get(job_id, ()))
        shown = (item for item in found if item.deleted_at is None)
        return tuple(sorted(shown, key=lambda item: item.position))

    def positions_of(self, job_id: str) -> frozenset[int]:
        """Returns which results of a job are here, those in the trash too."""
        return frozenset(self._items[item_id].position for item_id in self._of_job.get(job_id, ()))

    def item(self, item_id: str) -> MediaItem:
        """Returns an item, also one of the trash. Raises `CANNOT_READ` (`item`)."""
        if item_id not in self._items:
            raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="item"))
        return self._items[item_id]

    def has(self, item_id: str) -> bool:
        """Whether there is such an item, in the trash or not."""
        return item_id in self._items

    def path_of(self, item: MediaItem) -> Path:
        """Returns where the file is."""
        return self._files.path(item.file)

    # telling

    def added(self, item: MediaItem) -> None:
        """Takes note of an item that is stored, and tells it."""
        self._keep(item)
        self._bus.publish(MediaChanged(item))

    async def tell(self, items: Sequence[MediaItem]) -> None:
        """As `added` for many, which may be all there are: the window is not held up."""
        for item in items:
            self._keep(item)
        for count, item in enumerate(items, 1):
            self._bus.publish(MediaChanged(self._items.get(item.id, item)))
            if count % _AT_ONCE == 0:
                await asyncio.sleep(0)

    async def forget(self, items: Sequence[MediaItem]) -> None:
        """Takes note of items that were removed for good, and tells it."""
        for item in items:
            self._items.pop(item.id, None)
            if item.job_id is not None:
                self._of_job[item.job_id].discard(item.id)
        for count, item in enumerate(items, 1):
            self._bus.publish(MediaRemoved(item.id))
            if count % _AT_ONCE == 0:
                await asyncio.sleep(0)

    def _keep(self, item: MediaItem) -> None:
        self._items[item.id] = item
        if item.job_id is not None:
            self._of_job[item.job_id].add(item.id)

    # commands

    async def star(self, item_id: str, starred: bool) -> None:
        """Marks or unmarks the item."""
        await self._change((item_id,), starred=starred)

    async def trash(self, item_ids: tuple[str, ...]) -> None:
        """Moves items to the trash."""
        await self._change(item_ids, deleted_at=datetime.now(UTC))

    async def restore(self, item_ids: tuple[str, ...]) -> None:
        """Takes items out of the trash."""
        await self._change(item_ids, deleted_at=None)

    async def _change(self, item_ids: Sequence[str], **values: Any) -> None:
        async with self.changing:
            items = [replace(self.item(item_id), **values) for item_id in item_ids]
            await self._store.save(*items)
            await self.tell(items)

    async def add_frame(self, png: bytes, parent: MediaItem) -> MediaItem:
        """Puts a grabbed frame into the library."""
        now = datetime.now(UTC)
        item = MediaItem(
            new_id(),
            MediaKind.IMAGE,
            "",
            "image/png",
            0,
            "",
            now,
            prompt=parent.prompt,
            model=parent.model,
            parent_id=parent.id,
        )
        data = await asyncio.to_thread(_inscribed, png, inscription(item, None))
        file = await asyncio.to_thread(self._files.keep_bytes, data, ".png", now)
        digest = hashlib.sha256(data).hexdigest()
        found = await self.measured(file, item.mime)
        item = replace(item, file=file, size=len(data), sha256=digest, width=found.width, height=found.height)
        item = await self._store.add(item)
        self.added(item)
        return item

    async def measured(self, file: str, mime: str) -> Measure:
        """Returns pixels and seconds of a file of the library."""
        return await asyncio.to_thread(measure, self._files.path(file), mime)

    # copies

    async def save_copy(self, item: MediaItem, target: Path) -> None:
        """Writes a copy to `target`, a PNG with what made it inside. Raises `DISK_FULL`, `CANNOT_WRITE`,
        `CANNOT_READ`.
        """
        await asyncio.to_thread(self._files.copy, item.file, target, await self._texts(item))

    async def copies_out(self, items: tuple[MediaItem, ...]) -> tuple[Path, ...]:
        """Makes copies to be dragged to another program, named after their prompts, PNGs with what made them
        inside. A later start removes them.
        """
        made = []
        for item in items:
            suffix = PurePosixPath(item.file).suffix
            number = f" {item.position + 1}" if item.position else ""
            name = safe_name(item.prompt or PurePosixPath(item.name).stem, f"{number}{suffix}")
            target = await asyncio.to_thread(self._files.outgoing, name)
            await self.save_copy(item, target)
            made.append(target)
        return tuple(made)

    async def _texts(self, item: MediaItem) -> dict[str, str] | None:
        if item.mime != "image/png":
            return None
        job = await self._jobs.get(item.job_id) if item.job_id is not None else None
        return inscription(item, job)

    # chores

    async def measure_missing(self) -> None:
        """Looks up the size of items an earlier version has stored without, in no hurry."""
        for item in self.items():
            if item.width or item.mime in _UNMEASURED:
                continue
            try:
                found = await self.measured(item.file, item.mime)
            except PandaError:  # a place outside the data folder: it has no size
                continue
            if found.width or found.duration:
                values = {"width": found.width, "height": found.height, "duration": found.duration}
                await self._change((item.id,), **values)
            await asyncio.sleep(_PAUSE_S)


def _inscribed(png: bytes, texts: dict[str, str]) -> bytes:
    file = io.BytesIO(png)
    head = head_with(file, texts)
    return png if head is None else head + file.read()
