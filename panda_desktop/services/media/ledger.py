"""The jobs in memory and in the database, moved together.

Promise: a move is in the database before it is told, and a move that another one has overtaken is not made.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any, TypeVar

from panda_desktop.domain.changes import JobChanged, JobRemoved
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.jobs import Job, JobKind, JobState, RawAnswer
from panda_desktop.domain.media import MediaItem
from panda_desktop.services.bus import Bus
from panda_desktop.storage.jobs import JobStore
from panda_desktop.storage.media import MediaStore

T = TypeVar("T")


class Overtaken(Exception):
    """The job is no longer in the state this step began in: another command has moved it."""


class Ledger:
    """Every job of the list."""

    def __init__(self, bus: Bus, store: JobStore, media: MediaStore) -> None:
        """Makes it empty; `start` reads."""
        self._bus = bus
        self._store = store
        self._media = media
        self._jobs: dict[str, Job] = {}

    async def start(self) -> tuple[Job, ...]:
        """Reads the jobs, newest first."""
        jobs = await self._store.all()
        self._jobs = {job.id: job for job in jobs}
        return jobs

    def of_kind(self, kind: JobKind) -> tuple[Job, ...]:
        """Returns the jobs of one kind, newest first."""
        found = (job for job in self._jobs.values() if job.kind is kind)
        return tuple(sorted(found, key=lambda job: job.seq, reverse=True))

    def get(self, job_id: str) -> Job:
        """Returns the job as it is now. Raises `CANNOT_READ`."""
        if job_id not in self._jobs:
            raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="job"))
        return self._jobs[job_id]

    async def stored(self, job_id: str) -> Job | None:
        """Returns the job as it is in the database, also when it was taken out of the list."""
        return await self._store.get(job_id)

    async def found(self, job_id: str) -> Job:
        """Returns the job as it is now, also when it was taken out of the list. Raises `CANNOT_READ`."""
        if job_id not in self._jobs and (job := await self._store.get(job_id)) is not None:
            return job
        return self.get(job_id)

    async def add(self, job: Job) -> Job:
        """Puts a new job into the ledger."""
        job = await self._store.add(job)
        self._told(job)
        return job

    async def adopt(self, job: Job) -> bool:
        """Puts a job into the ledger that it has lost; returns False when another program has done so."""
        adopted = await self._store.adopt(job)
        if adopted is not None:
            self._told(adopted)
        return adopted is not None

    async def move(self, old: JobState, job: Job) -> Job:
        """Moves the job from `old` to its new state. Raises `Overtaken`."""
        return await _whole(self._move(old, job, None))

    async def answered(self, old: JobState, job: Job, answer: RawAnswer) -> Job:
        """Moves the job and keeps the raw answer in one step. Raises `Overtaken`."""
        return await _whole(self._move(old, job, answer))

    async def _move(self, old: JobState, job: Job, answer: RawAnswer | None) -> Job:
        if answer is None:
            was_there = await self._store.move(old, job)
        else:
            was_there = await self._store.store_answer(old, job, answer)
        if not was_there:
            raise Overtaken(job.id)
        if job.id in self._jobs:  # else it was taken out of the list meanwhile
            self._told(job)
        return job

    async def finished(
        self,
        old: JobState,
        job: Job,
        items: tuple[MediaItem, ...],
        added: Callable[[MediaItem], None],
    ) -> None:
        """Moves the job and adds its files in one step; `added` hears of each. Raises `Overtaken`."""
        await _whole(self._finish(old, job, items, added))

    async def _finish(
        self,
        old: JobState,
        job: Job,
        items: tuple[MediaItem, ...],
        added: Callable[[MediaItem], None],
    ) -> None:
        stored = await self._media.finish(old, job, items)
        if stored is None:
            raise Overtaken(job.id)
        # The files first: whoever hears that the job is done finds them there.
        for item in stored:
            added(item)
        self._told(job)

    async def answer(self, job_id: str) -> RawAnswer | None:
        """Returns the last raw answer."""
        return await self._store.answer(job_id)

    async def keep_answer(self, job: Job, answer: RawAnswer) -> bool:
        """Keeps a raw answer that came too late to move its job: looking again finds it. Returns False when
        the job has moved meanwhile, and nothing was kept.
        """
        is_kept = await self._store.store_answer(job.state, job, answer)
        if is_kept and job.id in self._jobs:
            self._told(job)
        return is_kept

    async def remove(self, job_id: str) -> None:
        """Takes the job out of the list."""
        await self._store.hide(job_id)
        self._jobs.pop(job_id, None)
        self._bus.publish(JobRemoved(job_id))

    def progress(self, job_id: str, received: int, total: int | None) -> None:
        """Tells how far a download is; nothing is stored."""
        if job := self._jobs.get(job_id):
            self._told(replace(job, received_bytes=received, total_bytes=total))

    def _told(self, job: Job) -> None:
        self._jobs[job.id] = job
        self._bus.publish(JobChanged(job))


async def _whole(work: Coroutine[Any, Any, T]) -> T:
    """Lets a move end although whoever asked for it is cancelled: memory and database stay the same."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait((task,))
        raise
