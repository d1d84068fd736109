"""Builds what the library is made of beside its items.

Promise: nothing is read before `start`, and nothing is removed before `begin_chores`.
"""

from dataclasses import dataclass

from panda_desktop.services.bus import Bus
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.media.boards import BoardService
from panda_desktop.services.media.bringing import BringingService
from panda_desktop.services.media.disk import DiskService
from panda_desktop.services.media.evidence import EvidenceService
from panda_desktop.services.media.history import JobTimes
from panda_desktop.services.media.library import LibraryService
from panda_desktop.services.media.lineage import LineageService
from panda_desktop.services.media.trash import TrashService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.storage import Storage


@dataclass(frozen=True, slots=True)
class MediaServices:
    """The services; see `services.media.contract`."""

    tasks: TaskSet
    library: LibraryService
    boards: BoardService
    bringing: BringingService
    trash: TrashService
    disk: DiskService
    lineage: LineageService
    times: JobTimes
    evidence: EvidenceService

    async def start(self) -> None:
        """Reads what is there; call it after the library has started."""
        await self.boards.start()

    def begin_chores(self) -> None:
        """Begins what may take its time."""
        self.trash.start()
        self.tasks.spawn(self.times.start(), name="times of past jobs")
        self.tasks.spawn(self.disk.clear_outgoing(), name="clear what was dragged out")
        self.tasks.spawn(self.library.measure_missing(), name="measure the library")


def build_media(
    bus: Bus, tasks: TaskSet, storage: Storage, library: LibraryService, connection: ConnectionService
) -> MediaServices:
    """Builds them over an open data folder."""
    media, files, jobs = storage.media, storage.files, storage.jobs
    trash = TrashService(tasks, library, media, files, storage.days_seen)
    bringing = BringingService(library, media, files)
    return MediaServices(
        tasks,
        library,
        BoardService(bus, tasks, library, storage.boards, storage.folders),
        bringing,
        trash,
        DiskService(storage.disk, files, media, jobs, library, trash, bringing),
        LineageService(library, media, jobs, storage.conversations),
        JobTimes(bus, jobs),
        EvidenceService(jobs, files, connection),
    )
