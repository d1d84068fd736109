"""The job engine: each paid request is a row before its first byte leaves, and every result ends on disk.

Promise: at most one POST a job. What may have been charged is never sent again but by a new job that a person
asked for.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from panda_desktop.domain.account import Connection
from panda_desktop.domain.changes import ConnectionChanged
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.jobs import (
    MOVES,
    FirstFrame,
    ImageRequest,
    Job,
    JobKind,
    JobState,
    RawAnswer,
    VideoRequest,
)
from panda_desktop.domain.network import Network
from panda_desktop.services.account import AccountService
from panda_desktop.services.bus import Bus
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.media.fetching import Fetching
from panda_desktop.services.media.finishing import Finishing
from panda_desktop.services.media.holding import Holding
from panda_desktop.services.media.ledger import Ledger, Overtaken
from panda_desktop.services.media.library import LibraryService
from panda_desktop.services.media.paying import PaidJobs
from panda_desktop.services.media.polling import FIRST_PAUSE_S
from panda_desktop.services.media.submitting import MIME, Answered, Submitting
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.files import MediaFiles

_TAKEN_UP: Final = frozenset({JobState.SUBMITTING, JobState.ANSWERED, JobState.POLLING, JobState.DOWNLOADING})
_LOST_WITH_DEMO: Final = frozenset({JobState.ANSWERED, JobState.POLLING, JobState.DOWNLOADING})


class JobService:
    """See `contract.JobCommands`."""

    def __init__(
        self,
        bus: Bus,
        tasks: TaskSet,
        ledger: Ledger,
        library: LibraryService,
        files: MediaFiles,
        holding: Holding,
        connection: ConnectionService,
        account: AccountService,
        *,
        network: Callable[[], Network] = Network,
        first_pause_s: float = FIRST_PAUSE_S,
    ) -> None:
        """`network` tells how downloads leave; `first_pause_s` is the first wait between two polls."""
        self._tasks = tasks
        self._ledger = ledger
        self._files = files
        self._connection = connection
        self._account = account
        self._running: dict[str, asyncio.Task[Any]] = {}
        self._paid = PaidJobs(account)
        self._submitting = Submitting(ledger, files, holding, connection, account, self._paid)
        fetching = Fetching(ledger, library, files)
        self._finishing = Finishing(
            ledger, fetching, connection, self._paid, network=network, first_pause_s=first_pause_s
        )
        bus.subscribe(ConnectionChanged, self._heard)

    def _heard(self, change: ConnectionChanged) -> None:
        self._take_up_waiting()
        if change.connection is Connection.ONLINE:
            self.wake()

    def wake(self) -> None:
        """Asks for every polled job at once."""
        self._finishing.wake()

    async def load(self) -> None:
        """Reads the ledger; nothing is taken up yet."""
        await self._ledger.start()

    async def start_up(self) -> None:
        """Takes up what the last run left: see the job states. Call it after `load`."""
        for job in self._all():
            if job.state is JobState.SUBMITTING:
                await self._unless_overtaken(self._submitting.note_lost(job))
            elif job.state in _LOST_WITH_DEMO and self._finishing.is_of_past_demo(job):
                await self._unless_overtaken(self._finishing.bury(job))
        self._take_up_waiting()
        self._tasks.spawn(self._submitting.sweep(self._take_up_waiting), name="sweep held requests")

    def _all(self) -> tuple[Job, ...]:
        return tuple(job for kind in JobKind for job in self._ledger.of_kind(kind))

    def _take_up_waiting(self) -> None:
        """Goes on with jobs nobody works on; one that is polled waits until its own gateway is in use."""
        for job in self._all():
            polled_elsewhere = job.state is JobState.POLLING and self._finishing.gateway_of(job) is None
            if job.state in _TAKEN_UP and not polled_elsewhere and job.id not in self._running:
                self._spawn(job.id, self._take_up(job))

    # Commands

    def jobs(self, kind: JobKind) -> tuple[Job, ...]:
        """Returns the jobs of the list, newest first."""
        return self._ledger.of_kind(kind)

    def running_count(self) -> int:
        """Returns how many jobs are under way."""
        return sum(job.state.is_running for job in self._all())

    def held(self) -> tuple[Job, ...]:
        """Returns the jobs that wait for the answer to a request that goes on without the program."""
        return tuple(job for job in self._all() if job.state is JobState.SUBMITTING)

    async def end_held(self) -> None:
        """Stops waiting for all that is held, as `abandon` does."""
        await asyncio.gather(*(self.abandon(job.id) for job in self.held()))

    async def make_images(self, request: ImageRequest) -> Job:
        """Checks the request, puts it into the ledger and starts it."""
        request.check()
        return await self._make(JobKind.IMAGE, request, request.n)

    async def make_video(self, request: VideoRequest) -> Job:
        """Checks the request, puts it into the ledger and starts it."""
        request.check()
        return await self._make(JobKind.VIDEO, request, 1)

    async def _make(self, kind: JobKind, request: ImageRequest | VideoRequest, expected: int) -> Job:
        await self._connection.ready()
        profile_id = self._connection.profile_id
        job = Job(new_id(), kind, request, JobState.QUEUED, _now(), expected=expected, profile_id=profile_id)
        entry_id = await self._paid.admit(job)
        try:
            job = await self._ledger.add(job)
        except BaseException:
            self._paid.withdraw(entry_id)
            raise
        self._spawn(job.id, self._submit(job))
        return job

    async def keep_frame(self, data: bytes, suffix: str, media_id: str | None = None) -> FirstFrame:
        """Copies an image into the data folder, to start a video from."""
        if suffix not in MIME:
            raise PandaError(ErrorKind.NOT_MEDIA, ErrorDetail(param="first_frame"))
        file = await asyncio.to_thread(self._files.keep_bytes, data, suffix, _now())
        return FirstFrame(file=file, media_id=media_id)

    async def start(self, job_id: str) -> None:
        """Sends a job that is still `QUEUED`."""
        job = self._ledger.get(job_id)
        await self._connection.ready()
        if job.state is JobState.QUEUED and job_id not in self._running and not self._paid.is_entered(job_id):
            entry_id = await self._paid.admit(job)  # it waited since before there were books
            if job_id in self._running:
                self._paid.withdraw(entry_id)
        if job.state is JobState.QUEUED and job_id not in self._running:
            # Whoever sends it now means the account that is shown now.
            self._spawn(job_id, self._submit(replace(job, profile_id=self._connection.profile_id)))

    async def abandon(self, job_id: str) -> None:
        """Stops waiting and ends what holds the request; the work may still be charged."""
        task = self._running.get(job_id)
        if task is not None and self._ledger.get(job_id).state.is_running:  # else it only reads what it cost
            task.cancel()
            await asyncio.wait((task,))
        was_held = self._ledger.get(job_id).state is JobState.SUBMITTING
        if was_held:
            await self._submitting.give_up(job_id)
        job = self._ledger.get(job_id)
        if job.state.is_running or job.state in (JobState.UNKNOWN, JobState.REVIEW, JobState.EXPIRED):
            gone = replace(job, state=JobState.ABANDONED, finished_at=_now())
            await self._unless_overtaken(self._ledger.move(job.state, gone))
        if was_held:
            await self._submitting.forget(job_id)

    async def look_again(self, job_id: str) -> None:
        """Asks, reads or downloads again without paying. Raises `NO_RESULT` when there is nothing to ask,
        `NO_KEY` when the key it was sent with is not at hand.
        """
        job = self._ledger.get(job_id)
        if job.state.is_running or (job.state is JobState.DONE and job.arrived >= job.expected):
            return
        await self._unless_overtaken(self._look_again(job))  # somebody else may look already

    async def _look_again(self, job: Job) -> None:
        worker = self._running.get(job.id)
        if (job.remote_id or job.poll_url) and JobState.POLLING in MOVES[job.state]:
            if self._finishing.gateway_of(job) is None:
                raise PandaError(ErrorKind.NO_KEY)  # nobody would ask, and it would seem to be waited for
            job = await self._ledger.move(job.state, replace(job, state=JobState.POLLING, finished_at=None))
        elif await self._ledger.answer(job.id) is not None:
            is_read = job.state in (JobState.EXPIRED, JobState.DONE)
            state = JobState.DOWNLOADING if is_read else JobState.ANSWERED
            job = await self._ledger.move(job.state, replace(job, state=state, finished_at=None))
        else:
            self._account.refresh()
            raise PandaError(ErrorKind.NO_RESULT, reached=Reached.MAYBE_SENT)
        if self._running.get(job.id) in (None, worker):  # else it was taken up when its move was told
            self._spawn(job.id, self._take_up(job))

    async def send_again(self, job_id: str) -> Job:
        """Makes a new job of the same request: may be charged again. Raises as `make_images`."""
        job = self._ledger.get(job_id)
        job.request.check()  # one that was adopted may not know what it was asked
        return await self._make(job.kind, job.request, job.expected)

    async def remove(self, job_id: str) -> None:
        """Takes an ended job out of the list."""
        if self._ledger.get(job_id).state.is_running:
            await self.abandon(job_id)
        await self._ledger.remove(job_id)

    async def raw_answer(self, job_id: str) -> RawAnswer | None:
        """Returns what the gateway answered, as it came."""
        return await self._ledger.answer(job_id)

    # Steps

    def _spawn(self, job_id: str, work: Coroutine[Any, Any, None]) -> None:
        task = self._tasks.spawn(self._unless_overtaken(work), name=f"job {job_id}")
        self._running[job_id] = task
        task.add_done_callback(lambda done: self._ended(job_id, done))
        # A task that is cancelled before its first step has never begun the work.
        task.add_done_callback(lambda _done: work.close())

    def _ended(self, job_id: str, done: asyncio.Task[Any]) -> None:
        if self._running.get(job_id) is done:
            del self._running[job_id]
            self._paid.end(job_id)

    async def _unless_overtaken(self, work: Coroutine[Any, Any, Any]) -> None:
        try:
            await work
        except Overtaken:
            return

    async def _submit(self, job: Job) -> None:
        await self._finish(job.id, await self._submitting.send(job))

    async def _take_up(self, job: Job) -> None:
        if job.state is not JobState.SUBMITTING:
            await self._finishing.take_up(job)
            return
        answered = await self._submitting.take_up(job)
        if answered is not None and self._finishing.is_of_past_demo(job):
            await self._finishing.bury(answered.job)
            return
        await self._finish(job.id, answered)

    async def _finish(self, job_id: str, answered: Answered | None) -> None:
        if answered is not None:
            gateway = answered.gateway or self._finishing.gateway_of(answered.job)
            await self._finishing.read(answered.job, answered.answer, gateway)
        await self._finishing.settle(job_id)


def _now() -> datetime:
    return datetime.now(UTC)
