"""The job engine: each paid request is a row before its first byte leaves, and every result ends on disk.

Promise: at most one POST a job. What may have been charged is never sent again but by a new job that a person
asked for.
"""

import asyncio
import base64
from collections.abc import Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from panda_desktop.domain.account import Connection
from panda_desktop.domain.changes import ConnectionChanged
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.jobs import (
    FirstFrame,
    ImageRequest,
    Job,
    JobKind,
    JobState,
    RawAnswer,
    VideoRequest,
)
from panda_desktop.gateway.assets import AssetClient
from panda_desktop.gateway.client import Gateway
from panda_desktop.gateway.results import (
    Candidate,
    VideoFailed,
    VideoNotFound,
    VideoPending,
    VideoReady,
    content_url,
    read_images,
    read_video,
)
from panda_desktop.services.account import AccountService
from panda_desktop.services.bus import Bus
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.media.fetching import Fetching
from panda_desktop.services.media.ledger import Ledger, Overtaken
from panda_desktop.services.media.library import LibraryService
from panda_desktop.services.media.paying import PaidJobs
from panda_desktop.services.media.polling import FIRST_PAUSE_S, Polling
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.files import MediaFiles

AT_ONCE: Final = {JobKind.IMAGE: 6, JobKind.VIDEO: 3}
"""Requests of a kind that are open at the same time; the rest wait in order."""
ABANDONED: Final = "abandoned"
_TAKEN_UP: Final = frozenset({JobState.ANSWERED, JobState.POLLING, JobState.DOWNLOADING})
_MIME: Final = {".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp"}


class JobService:
    """See `contract.JobCommands`."""

    def __init__(
        self,
        bus: Bus,
        tasks: TaskSet,
        ledger: Ledger,
        library: LibraryService,
        files: MediaFiles,
        connection: ConnectionService,
        account: AccountService,
        *,
        first_pause_s: float = FIRST_PAUSE_S,
    ) -> None:
        """`first_pause_s` is the first wait between two polls."""
        self._tasks = tasks
        self._ledger = ledger
        self._files = files
        self._connection = connection
        self._account = account
        self._first_pause_s = first_pause_s
        self._fetching = Fetching(ledger, library, files)
        self._turns = {kind: asyncio.Semaphore(count) for kind, count in AT_ONCE.items()}
        self._running: dict[str, asyncio.Task[Any]] = {}
        self._polls: dict[str, Polling] = {}
        self._paid = PaidJobs(account)
        bus.subscribe(ConnectionChanged, self._heard)

    def _heard(self, change: ConnectionChanged) -> None:
        self._take_up_waiting()
        if change.connection is Connection.ONLINE:
            self.wake()

    def wake(self) -> None:
        """Asks for every polled job at once."""
        for polling in self._polls.values():
            polling.wake()

    async def load(self) -> None:
        """Reads the ledger; nothing is taken up yet."""
        await self._ledger.start()

    async def start_up(self) -> None:
        """Takes up what the last run left: see the job states. Call it after `load`."""
        for job in (job for kind in JobKind for job in self._ledger.of_kind(kind)):
            match job.state:
                case JobState.SUBMITTING:
                    error = ErrorKind.CRASHED
                    await self._ledger.move(
                        job.state, replace(job, state=JobState.UNKNOWN, error=error, finished_at=_now())
                    )
                case JobState.ANSWERED | JobState.POLLING | JobState.DOWNLOADING if self._is_of_past_demo(
                    job
                ):
                    # The demo gateway of another run is gone, and its results with it.
                    state = JobState.REVIEW if job.state is JobState.ANSWERED else JobState.EXPIRED
                    gone = replace(job, state=state, error=ErrorKind.LINK_EXPIRED, finished_at=_now())
                    await self._ledger.move(job.state, gone)
        self._take_up_waiting()

    def _is_of_past_demo(self, job: Job) -> bool:
        return job.is_demo and job.base_url != self._connection.endpoint.base_url

    def _take_up_waiting(self) -> None:
        """Goes on with jobs nobody works on; one that is polled waits until its own gateway is in use."""
        for kind in JobKind:
            for job in self._ledger.of_kind(kind):
                polled_elsewhere = job.state is JobState.POLLING and self._gateway_of(job) is None
                if job.state in _TAKEN_UP and not polled_elsewhere and job.id not in self._running:
                    self._spawn(job.id, self._take_up(job))

    def _gateway_of(self, job: Job) -> Gateway | None:
        """Returns the client for the gateway the job was sent to; None while another one is in use."""
        mine = job.base_url == self._connection.endpoint.base_url
        return self._connection.gateway() if mine and self._connection.has_access else None

    # Commands

    def jobs(self, kind: JobKind) -> tuple[Job, ...]:
        """Returns the jobs of the list, newest first."""
        return self._ledger.of_kind(kind)

    def running_count(self) -> int:
        """Returns how many jobs are under way."""
        return sum(job.state.is_running for kind in JobKind for job in self._ledger.of_kind(kind))

    async def make_images(self, request: ImageRequest) -> Job:
        """Checks the request, puts it into the ledger and starts it."""
        request.check()
        return await self._make(JobKind.IMAGE, request, request.n)

    async def make_video(self, request: VideoRequest) -> Job:
        """Checks the request, puts it into the ledger and starts it."""
        request.check()
        return await self._make(JobKind.VIDEO, request, 1)

    async def _make(self, kind: JobKind, request: ImageRequest | VideoRequest, expected: int) -> Job:
        self._connection.gateway()
        job = Job(new_id(), kind, request, JobState.QUEUED, _now(), expected=expected)
        job = await self._ledger.add(job)
        self._spawn(job.id, self._submit(job))
        return job

    async def keep_frame(self, data: bytes, suffix: str, media_id: str | None = None) -> FirstFrame:
        """Copies an image into the data folder, to start a video from."""
        if suffix not in _MIME:
            raise PandaError(ErrorKind.NOT_MEDIA, ErrorDetail(param="first_frame"))
        file = await asyncio.to_thread(self._files.keep_bytes, data, suffix, _now())
        return FirstFrame(file=file, media_id=media_id)

    async def start(self, job_id: str) -> None:
        """Sends a job that is still `QUEUED`."""
        job = self._ledger.get(job_id)
        self._connection.gateway()
        if job.state is JobState.QUEUED and job_id not in self._running:
            self._spawn(job_id, self._submit(job))

    async def abandon(self, job_id: str) -> None:
        """Stops waiting; the work may still be charged."""
        if task := self._running.get(job_id):
            task.cancel(ABANDONED)
            await asyncio.wait((task,))
        job = self._ledger.get(job_id)
        if job.state.is_running or job.state in (JobState.UNKNOWN, JobState.REVIEW, JobState.EXPIRED):
            gone = replace(job, state=JobState.ABANDONED, finished_at=_now())
            await self._unless_overtaken(self._ledger.move(job.state, gone))

    async def look_again(self, job_id: str) -> None:
        """Asks, reads or downloads again without paying. Raises `NO_RESULT` when there is nothing to ask."""
        job = self._ledger.get(job_id)
        if job.state.is_running:
            return
        if job.remote_id or job.poll_url:
            job = await self._ledger.move(job.state, replace(job, state=JobState.POLLING, finished_at=None))
        elif await self._ledger.answer(job_id) is not None:
            state = JobState.DOWNLOADING if job.state is JobState.EXPIRED else JobState.ANSWERED
            job = await self._ledger.move(job.state, replace(job, state=state, finished_at=None))
        else:
            self._account.refresh()
            raise PandaError(ErrorKind.NO_RESULT, reached=Reached.MAYBE_SENT)
        self._spawn(job_id, self._take_up(job))

    async def send_again(self, job_id: str) -> Job:
        """Makes a new job of the same request: may be charged again."""
        job = self._ledger.get(job_id)
        return await self._make(job.kind, job.request, job.expected)

    async def remove(self, job_id: str) -> None:
        """Takes an ended job out of the list."""
        if self._ledger.get(job_id).state.is_running:
            await self.abandon(job_id)
        await self._ledger.remove(job_id)

    async def raw_answer(self, job_id: str) -> RawAnswer | None:
        """Returns what the gateway answered, as it came."""
        return await self._ledger.answer(job_id)

    def usual_seconds(self, model: str) -> float | None:
        """Returns the median time this model's past jobs took."""
        return self._ledger.usual_seconds(model)

    # Steps

    def _spawn(self, job_id: str, work: Coroutine[Any, Any, None]) -> None:
        task = self._tasks.spawn(self._unless_overtaken(work), name=f"job {job_id}")
        self._running[job_id] = task
        task.add_done_callback(lambda done: self._ended(job_id, done))

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
        async with self._turns[job.kind]:
            gateway = self._connection.gateway()
            endpoint = self._connection.endpoint
            frame_url = await self._frame_url(job)
            balance = self._account.balance
            job = await self._ledger.move(
                JobState.QUEUED,
                replace(
                    job,
                    state=JobState.SUBMITTING,
                    sent_at=_now(),
                    base_url=endpoint.base_url,
                    is_demo=endpoint.is_demo,
                    balance_before=balance.amount if balance is not None else None,
                    cost_is_shared=self._paid.begin(job.id),
                ),
            )
            answer = await self._post(gateway, job, frame_url)
        if answer is not None:
            request_id = answer.headers.get("x-request-id", "")
            answered = replace(job, state=JobState.ANSWERED, answered_at=_now(), request_id=request_id)
            job = await self._ledger.answered(JobState.SUBMITTING, answered, answer)
            await self._read(job, answer, gateway)
        await self._settle(job.id)

    async def _post(self, gateway: Gateway, job: Job, frame_url: str) -> RawAnswer | None:
        try:
            if isinstance(job.request, ImageRequest):
                answer = await gateway.submit_images(job.request)
            else:
                answer = await gateway.submit_video(job.request, frame_url)
            self._connection.saw(None)
            return answer
        except PandaError as error:
            self._connection.saw(error)
            unknown = error.reached is Reached.MAYBE_SENT
            await self._ledger.move(
                JobState.SUBMITTING,
                replace(
                    job,
                    state=JobState.UNKNOWN if unknown else JobState.REJECTED,
                    error=error.kind,
                    error_detail=error.detail,
                    request_id=error.detail.request_id,
                    finished_at=_now(),
                ),
            )
            return None
        except asyncio.CancelledError as cancelled:
            by_person = ABANDONED in cancelled.args
            state = JobState.ABANDONED if by_person else JobState.UNKNOWN
            error_kind = None if by_person else ErrorKind.CRASHED
            await self._ledger.move(
                JobState.SUBMITTING, replace(job, state=state, error=error_kind, finished_at=_now())
            )
            raise

    async def _frame_url(self, job: Job) -> str:
        if not isinstance(job.request, VideoRequest) or job.request.first_frame is None:
            return ""
        frame = job.request.first_frame
        if frame.url:
            return frame.url
        path = self._files.path(frame.file)
        try:
            data = await asyncio.to_thread(path.read_bytes)
        except OSError as error:
            detail = ErrorDetail(param="first_frame", technical=type(error).__name__)
            await self._ledger.move(
                JobState.QUEUED,
                replace(job, state=JobState.REJECTED, error=ErrorKind.CANNOT_READ, error_detail=detail),
            )
            raise Overtaken(job.id) from error
        return f"data:{_MIME[path.suffix]};base64,{base64.b64encode(data).decode()}"

    async def _take_up(self, job: Job) -> None:
        gateway = self._gateway_of(job)
        if job.state is JobState.POLLING:
            self._paid.begin(job.id)  # it may be charged when it is done
            await self._poll(job, gateway)
        else:
            answer = await self._ledger.answer(job.id)
            if answer is None:
                await self._review(job, ErrorKind.NO_RESULT)
            else:
                await self._read(job, answer, gateway)
        await self._settle(job.id)

    async def _read(self, job: Job, answer: RawAnswer, gateway: Gateway | None) -> None:
        if job.kind is JobKind.IMAGE and (images := read_images(answer, job.base_url)):
            await self._download(job, images)
            return
        match read_video(answer, job.base_url):
            case VideoReady(candidates):
                await self._download(job, tuple(candidates))
            case VideoPending() as pending:
                polled = replace(
                    job,
                    state=JobState.POLLING,
                    remote_id=pending.remote_id or job.remote_id,
                    poll_url=pending.poll_url or job.poll_url,
                    status_word=pending.status_word,
                )
                job = await self._ledger.move(job.state, polled)
                await self._poll(job, gateway)
            case VideoFailed(reason, word):
                detail = ErrorDetail(message=reason)
                failed = replace(job, state=JobState.FAILED, error=ErrorKind.JOB_FAILED, error_detail=detail)
                await self._ledger.move(job.state, replace(failed, status_word=word, finished_at=_now()))
            case VideoNotFound(text):
                if job.remote_id and job.kind is JobKind.VIDEO:
                    # Finished under an id and without an address: the content is at the id's own address.
                    content = Candidate(content_url(job.base_url, job.remote_id))
                    await self._download(job, (content,))
                else:
                    await self._review(job, ErrorKind.NO_RESULT, text)

    async def _review(self, job: Job, kind: ErrorKind, text: str = "") -> None:
        detail = ErrorDetail(message=text[:2000])
        review = replace(job, state=JobState.REVIEW, error=kind, error_detail=detail, finished_at=_now())
        await self._ledger.move(job.state, review)

    async def _poll(self, job: Job, gateway: Gateway | None) -> None:
        if gateway is None:
            return
        polling = self._polls[job.id] = Polling(gateway, job.base_url, first_pause_s=self._first_pause_s)
        try:
            answer, word = await polling.final_answer(job)
        except PandaError as error:
            gone = replace(job, state=JobState.EXPIRED, error=error.kind, finished_at=_now())
            await self._ledger.move(JobState.POLLING, gone)
            return
        finally:
            self._polls.pop(job.id, None)
        answered = replace(job, state=JobState.ANSWERED, status_word=word)
        job = await self._ledger.answered(JobState.POLLING, answered, answer)
        await self._read(job, answer, gateway)

    async def _download(self, job: Job, candidates: tuple[Candidate, ...]) -> None:
        if job.state is not JobState.DOWNLOADING:
            expected = job.expected
            job = await self._ledger.move(
                job.state, replace(job, state=JobState.DOWNLOADING, expected=expected, error=None)
            )
        # Another gateway may be in use by now: its key is not for this one.
        mine = job.base_url == self._connection.endpoint.base_url
        assets = AssetClient(job.base_url, self._connection.key if mine else None)
        await self._fetching.run(job, candidates, assets)

    async def _settle(self, job_id: str) -> None:
        """Reads the balance after the end and keeps it as evidence of what was charged."""
        if self._gateway_of(self._ledger.get(job_id)) is None:
            return
        balance, shared = await self._paid.settle(job_id)
        job = self._ledger.get(job_id)
        if balance is not None and not job.state.is_running:
            job = replace(job, balance_after=balance.amount, cost_is_shared=shared or job.cost_is_shared)
            await self._ledger.move(job.state, job)


def _now() -> datetime:
    return datetime.now(UTC)
