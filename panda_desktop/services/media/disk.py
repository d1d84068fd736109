"""How much room the data folder takes, and a clean-up that says before what it will do.

Promise: nothing is removed that a plan did not name, and each file is judged once more right before it goes;
an original that is not in the trash never goes. A file of no item may be a result that was paid for: unless
the library has the same bytes, it is taken in, not removed.
"""

import asyncio
import re
import time
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from panda_desktop.domain.disk import CleanedUp, CleanUp, CleanUpPlan, CleanUpStep, DiskUse, Portion, Share
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.jobs import JobState
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.services.media.bringing import BringingService
from panda_desktop.services.media.library import LibraryService
from panda_desktop.services.media.trash import TrashService
from panda_desktop.storage.disk import DataFolder, FoundFile
from panda_desktop.storage.files import MediaFiles
from panda_desktop.storage.jobs import JobStore
from panda_desktop.storage.media import MediaStore

_YOUNG_S: Final = 24 * 3600.0
"""What was written within a day may still be about to be used."""
_PART: Final = re.compile(r"incoming/([0-9a-f]+)-\d+\.part")
_GOING_ON: Final = frozenset(JobState) - {JobState.DONE, JobState.REJECTED}
"""States a download can follow: its part may save paying again."""
_OUTGOING: Final = "outgoing"
_FOLDERS: Final = {
    "incoming": Share.SPOOL,
    "held": Share.SPOOL,
    _OUTGOING: Share.SPOOL,
    "thumbnails": Share.THUMBNAILS,
    "attachments": Share.ATTACHMENTS,
    "media": Share.ORPHANS,
}


@dataclass(frozen=True, slots=True)
class _Known:
    """What the database says of files, by their place."""

    items: dict[str, MediaItem]
    gone: frozenset[str]
    first_frames: dict[str, bool]
    going_on: frozenset[str]
    """Jobs whose downloads somebody may go on with."""


class DiskService:
    """See `contract.DiskCommands`."""

    def __init__(
        self,
        folder: DataFolder,
        files: MediaFiles,
        store: MediaStore,
        jobs: JobStore,
        library: LibraryService,
        trash: TrashService,
        bringing: BringingService,
    ) -> None:
        """Needs a library that has started."""
        self._folder = folder
        self._files = files
        self._store = store
        self._jobs = jobs
        self._library = library
        self._trash = trash
        self._bringing = bringing
        self._began = time.time()

    async def use(self) -> DiskUse:
        """Measures the data folder."""
        known = await self._known()
        return await asyncio.to_thread(self._measured, known)

    async def plan(self) -> CleanUpPlan:
        """Finds out what could go."""
        known = await self._known()
        return await asyncio.to_thread(self._planned, known)

    async def clean_up(self, plan: CleanUpPlan, reasons: frozenset[CleanUp]) -> CleanedUp:
        """Does what the plan says, for these reasons, as far as it still holds."""
        now = {(step.reason, file): step for step in (await self.plan()).steps for file in step.files}
        files = size = kept = 0
        for step in plan.steps:
            if step.reason not in reasons:
                continue
            if step.reason is CleanUp.TRASH:
                ids = tuple(each for each in step.item_ids if self._is_in_trash(each))
                size += await self._trash.delete(ids)
                files += len(ids)
                continue
            for file in step.files:
                if (step.reason, file) not in now:
                    continue
                freed = await asyncio.to_thread(self._remove, file)
                files, size, kept = files + (freed >= 0), size + max(freed, 0), kept + (freed < 0)
        taken_in = 0
        if CleanUp.DUPLICATES in reasons:
            taken_in = await self._take_in(plan.found)
        return CleanedUp(files, size, taken_in, kept)

    async def clear_outgoing(self) -> None:
        """Removes the copies that were made to be dragged out by earlier runs, a day ago or more."""
        await asyncio.to_thread(self._clear_outgoing)

    def _clear_outgoing(self) -> None:
        for found in self._folder.files(_OUTGOING):
            if found.changed_at < self._young():
                self._remove(found.file)
        self._files.remove_empty_folders(_OUTGOING)

    async def _take_in(self, found: tuple[str, ...]) -> int:
        still = frozenset((await self.plan()).found)
        taken = [await self._bringing.take_in(file) for file in found if file in still]
        return sum(item is not None for item in taken)

    def _is_in_trash(self, item_id: str) -> bool:
        return self._library.has(item_id) and self._library.item(item_id).deleted_at is not None

    def _remove(self, file: str) -> int:
        """Removes a file; returns its bytes, or -1 when it could not be removed."""
        try:
            size = self._files.path(file).stat().st_size
            return size if self._files.remove(file) else -1
        except (OSError, PandaError):
            return -1

    async def _known(self) -> _Known:
        first_frames = await self._jobs.first_frames()
        gone = frozenset(item.file for item in await self._store.gone())
        going_on = await self._jobs.in_states(_GOING_ON)
        return _Known({item.file: item for item in self._library.all_items()}, gone, first_frames, going_on)

    def _young(self) -> float:
        """When the newest file was changed that nothing of this run can be about to use."""
        return min(self._began, time.time() - _YOUNG_S)

    # In a thread

    def _measured(self, known: _Known) -> DiskUse:
        sizes: defaultdict[Share, int] = defaultdict(int)
        counts: defaultdict[Share, int] = defaultdict(int)
        missing = {item.file: item for item in known.items.values() if item.deleted_at is None}
        for found in self._folder.files():
            share = _share_of(found, known)
            sizes[share] += found.size
            counts[share] += 1
            there = missing.get(found.file)
            if there is not None and there.size == found.size:
                del missing[found.file]
        portions = tuple(Portion(share, counts[share], sizes[share]) for share in Share if counts[share])
        lost = tuple(item.id for item in missing.values())
        return DiskUse(portions, sum(sizes.values()), self._folder.free(), lost)

    def _planned(self, known: _Known) -> CleanUpPlan:
        files: defaultdict[CleanUp, list[FoundFile]] = defaultdict(list)
        unknown: list[FoundFile] = []
        young = self._young()
        for found in self._folder.files():
            reason = _reason_of(found, known, young)
            if reason is not None:
                files[reason].append(found)
            elif _share_of(found, known) is Share.ORPHANS and found.changed_at < young:
                unknown.append(found)
        found_files = []
        if unknown:
            digests = {(item.sha256, item.size) for item in known.items.values() if item.sha256}
            for each in unknown:
                if (self._folder.digest(each.file), each.size) in digests:
                    files[CleanUp.DUPLICATES].append(each)
                else:
                    found_files.append(each.file)
        steps = (_step(reason, files[reason], known) for reason in CleanUp if files[reason])
        return CleanUpPlan(tuple(steps), tuple(found_files))


def _share_of(found: FoundFile, known: _Known) -> Share:
    item = known.items.get(found.file)
    if item is not None:
        if item.deleted_at is not None:
            return Share.TRASH
        return Share.IMAGES if item.kind is MediaKind.IMAGE else Share.VIDEOS
    if found.file in known.first_frames:
        return Share.FIRST_FRAMES
    folder, slash, _ = found.file.partition("/")
    if not slash:
        return Share.DATABASE if folder.startswith("panda.") else Share.OTHER
    return _FOLDERS.get(folder, Share.OTHER)


def _reason_of(found: FoundFile, known: _Known, young: float) -> CleanUp | None:
    """Returns why a file can go; None when it stays. `young`: what was changed after this is left alone."""
    item = known.items.get(found.file)
    if item is not None:
        return CleanUp.TRASH if item.deleted_at is not None else None
    if found.file in known.gone:
        return CleanUp.LEFTOVERS
    if found.file.startswith("thumbnails/"):
        return CleanUp.THUMBNAILS
    if found.changed_at >= young:
        return None
    if found.file.startswith(f"{_OUTGOING}/"):
        return CleanUp.OUTGOING
    if found.file in known.first_frames:
        return None if known.first_frames[found.file] else CleanUp.OLD_FIRST_FRAMES
    part = _PART.fullmatch(found.file)
    return CleanUp.BROKEN_DOWNLOADS if part is not None and part[1] not in known.going_on else None


def _step(reason: CleanUp, files: list[FoundFile], known: _Known) -> CleanUpStep:
    ids = (known.items[each.file].id for each in files) if reason is CleanUp.TRASH else ()
    return CleanUpStep(
        reason, tuple(each.file for each in files), sum(each.size for each in files), tuple(ids)
    )
