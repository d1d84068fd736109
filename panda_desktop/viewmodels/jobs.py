"""Paid jobs of one kind with their results, newest first.

Promise: a wish becomes one job however often the button is hit, and a running download is told once a frame.
"""

from collections.abc import Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal

from panda_desktop.domain.changes import JobChanged, JobRemoved, MediaChanged
from panda_desktop.domain.jobs import FirstFrame, ImageRequest, Job, JobKind, UsualTime, VideoRequest
from panda_desktop.domain.media import MediaItem
from panda_desktop.services.bus import Bus
from panda_desktop.services.contract import JobCommands, LibraryCommands
from panda_desktop.services.media.contract import JobTimesQueries
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding
from panda_desktop.viewmodels.frames import NextFrame


@dataclass(frozen=True, slots=True)
class JobRow:
    """One job and what it made so far, by position; items in the trash are left out."""

    job: Job
    items: tuple[MediaItem, ...]


class JobList(Commanding):
    """The jobs of one kind.

    Signals:
        reset: everything is different.
        inserted(int): a row is new, at this place.
        removed(int): the row at this place is gone.
        changed(int): a row may differ in anything.
        accepted(object): a `Job` was put into the ledger: the form may be used for the next one.
        busy_changed(bool): a wish is on its way into the ledger; the button is locked.
        frame_kept(object): a `FirstFrame` was copied into the data folder.
        raw_answer_read(str, object): job id and its `RawAnswer`, or None when the gateway answered nothing.
    """

    reset = Signal()
    inserted = Signal(int)
    removed = Signal(int)
    changed = Signal(int)
    accepted = Signal(object)
    busy_changed = Signal(bool)
    frame_kept = Signal(object)
    raw_answer_read = Signal(str, object)

    def __init__(
        self,
        bus: Bus,
        tasks: TaskSet,
        kind: JobKind,
        jobs: JobCommands,
        library: LibraryCommands,
        times: JobTimesQueries,
    ) -> None:
        """Listens from now on; `load` reads what is there."""
        super().__init__(tasks)
        self._kind = kind
        self._jobs = jobs
        self._library = library
        self._times = times
        self._rows: list[JobRow] = []
        self._places: dict[str, int] | None = None
        self._frame = NextFrame(self, self._tell)
        self._busy = False
        bus.subscribe(JobChanged, self._heard_job)
        bus.subscribe(JobRemoved, lambda change: self._remove(change.job_id))
        bus.subscribe(MediaChanged, self._heard_item)

    # what is there

    def load(self) -> None:
        """Reads the jobs that are known after start."""
        self._rows = [self._row(job) for job in self._jobs.jobs(self._kind)]
        self._places = None
        self.reset.emit()

    def count(self) -> int:
        """Returns the number of jobs."""
        return len(self._rows)

    def row(self, index: int) -> JobRow:
        """Returns a row, 0 to `count() - 1`, newest first."""
        return self._rows[index]

    def find(self, job_id: str) -> JobRow | None:
        """Returns the row of a job."""
        place = self._place(job_id)
        return None if place is None else self._rows[place]

    def path_of(self, item: MediaItem) -> Path:
        """Returns where a result is on this computer."""
        return self._library.path_of(item)

    def usual_time(self, model: str) -> UsualTime | None:
        """Returns what this model's past jobs took; None when there are none."""
        return self._times.usual_time(model)

    @property
    def busy(self) -> bool:
        """A wish is on its way into the ledger."""
        return self._busy

    # what is wanted

    def make_images(self, request: ImageRequest) -> None:
        """Asks for images; ends in `accepted` or `failed`. Does nothing while `busy`."""
        if not self._busy:
            self._set_busy(True)
            self._do(self._accept(self._jobs.make_images(request)), "make images")

    def make_video(self, request: VideoRequest) -> None:
        """Asks for a video; ends in `accepted` or `failed`. Does nothing while `busy`."""
        if not self._busy:
            self._set_busy(True)
            self._do(self._accept(self._jobs.make_video(request)), "make a video")

    def send_again(self, job_id: str) -> None:
        """Makes a new job of the same request: may be charged again."""
        if not self._busy:
            self._set_busy(True)
            self._do(self._accept(self._jobs.send_again(job_id)), "send again")

    def keep_frame(self, data: bytes, suffix: str, media_id: str | None = None) -> None:
        """Copies an image to start a video from; ends in `frame_kept` or `failed`."""
        self._do(self._keep(data, suffix, media_id), "first frame")

    def start(self, job_id: str) -> None:
        """Sends a job that was still queued when the program ended."""
        self._do(self._jobs.start(job_id), "start a job")

    def abandon(self, job_id: str) -> None:
        """Stops waiting; the work may still be charged."""
        self._do(self._jobs.abandon(job_id), "abandon a job")

    def look_again(self, job_id: str) -> None:
        """Asks, reads or downloads again without paying."""
        self._do(self._jobs.look_again(job_id), "look for a result")

    def remove(self, job_id: str) -> None:
        """Takes an ended job out of the list; its files stay in the library."""
        self._do(self._jobs.remove(job_id), "remove a job")

    def read_raw_answer(self, job_id: str) -> None:
        """Reads what the gateway answered; ends in `raw_answer_read`."""
        self._do(self._read_raw(job_id), "raw answer")

    # how it is done

    async def _accept(self, work: Coroutine[Any, Any, Job]) -> None:
        try:
            job = await work
        finally:
            self._set_busy(False)
        self.accepted.emit(job)

    async def _keep(self, data: bytes, suffix: str, media_id: str | None) -> None:
        frame: FirstFrame = await self._jobs.keep_frame(data, suffix, media_id)
        self.frame_kept.emit(frame)

    async def _read_raw(self, job_id: str) -> None:
        self.raw_answer_read.emit(job_id, await self._jobs.raw_answer(job_id))

    def _set_busy(self, busy: bool) -> None:
        if busy is not self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)

    def _heard_job(self, change: JobChanged) -> None:
        job = change.job
        if job.kind is not self._kind:
            return
        place = self._place(job.id)
        if place is None:
            self._rows.insert(0, self._row(job))
            self._places = None
            self.inserted.emit(0)
        elif self._rows[place].job == job:  # only its download has grown
            self._rows[place] = JobRow(job, self._rows[place].items)
            self._frame.due(job.id)
        else:
            self._rows[place] = self._row(job)
            self._frame.forget(job.id)
            self.changed.emit(place)

    def _heard_item(self, change: MediaChanged) -> None:
        job_id = change.item.job_id
        place = None if job_id is None else self._place(job_id)
        if place is not None:
            self._rows[place] = self._row(self._rows[place].job)
            self.changed.emit(place)

    def _tell(self, job_id: str) -> None:
        place = self._place(job_id)
        if place is not None:
            self.changed.emit(place)

    def _remove(self, job_id: str) -> None:
        place = self._place(job_id)
        if place is not None:
            del self._rows[place]
            self._places = None
            self.removed.emit(place)

    def _place(self, job_id: str) -> int | None:
        if self._places is None:
            self._places = {row.job.id: place for place, row in enumerate(self._rows)}
        return self._places.get(job_id)

    def _row(self, job: Job) -> JobRow:
        return JobRow(job, self._library.of_job(job.id))
