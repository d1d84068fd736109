"""Leg A: a paid request goes to the process that holds it, and its outcome into the ledger.

Promise: at most one POST a job. The ledger says that it is under way before it is handed over, its spool is
kept until the outcome is in the database, and a cancelled wait leaves both as they are: the request goes on.
"""

import asyncio
import base64
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, Reached
from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState, RawAnswer, VideoRequest
from panda_desktop.gateway.client import Gateway
from panda_desktop.gateway.paid import PaidPost
from panda_desktop.services.account import AccountService
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.media.adopting import Adopting
from panda_desktop.services.media.holding import Holding
from panda_desktop.services.media.ledger import Ledger, Overtaken
from panda_desktop.services.media.paying import PaidJobs
from panda_desktop.storage.files import MediaFiles
from panda_desktop.storage.spool import NoAnswer

AT_ONCE: Final = {JobKind.IMAGE: 6, JobKind.VIDEO: 3}
"""Requests of a kind that are open at the same time; the rest wait in order."""
MIME: Final = {".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp"}
"""Kinds of files a video can start from."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A job that is `ANSWERED`, and its answer; `gateway` is the one it was sent through in this run."""

    job: Job
    answer: RawAnswer
    gateway: Gateway | None = None


class Submitting:
    """Sends paid requests, each once, and waits for those that are held."""

    def __init__(
        self,
        ledger: Ledger,
        files: MediaFiles,
        holding: Holding,
        connection: ConnectionService,
        account: AccountService,
        paid: PaidJobs,
    ) -> None:
        """Makes it; nothing runs."""
        self._ledger = ledger
        self._files = files
        self._holding = holding
        self._connection = connection
        self._account = account
        self._paid = paid
        self._adopting = Adopting(ledger, holding, connection)
        self._turns = {kind: asyncio.Semaphore(count) for kind, count in AT_ONCE.items()}

    async def send(self, job: Job) -> Answered | None:
        """Sends a job that is `QUEUED` when its turn comes; None when it ends without an answer. Raises
        `Overtaken`.
        """
        async with self._turns[job.kind]:
            # Another profile may be in use by now: it is not the one that pays.
            gateway, endpoint = self._connection.client_of(job.profile_id)
            post = await self._post(gateway, job)
            in_use = self._connection.is_in_use(job.profile_id, endpoint.base_url)
            balance = self._account.balance if in_use else None
            under_way = replace(
                job,
                state=JobState.SUBMITTING,
                sent_at=datetime.now(UTC),
                profile_id=job.profile_id or self._connection.profile_id,
                base_url=endpoint.base_url,
                is_demo=endpoint.is_demo,
                balance_before=balance.amount if balance is not None else None,
                currency_before=balance.currency if balance is not None else "",
            )
            await self._holding.prepare(under_way)
            shared = self._paid.begin(job.id)
            job = await self._ledger.move(JobState.QUEUED, replace(under_way, cost_is_shared=shared))
            await self._holding.hand_over(job.id, post)
            outcome = await self._holding.outcome(job.id)
            if self._connection.is_in_use(job.profile_id, job.base_url):
                self._connection.saw(outcome.error if isinstance(outcome, NoAnswer) else None)
        return await self._ended(job, outcome, gateway)

    async def take_up(self, job: Job) -> Answered | None:
        """Waits for a job that is `SUBMITTING` since an earlier run, as `send` does. Raises `Overtaken`."""
        async with self._turns[job.kind]:
            self._paid.begin(job.id)
            outcome = await self._holding.outcome(job.id)
        return await self._ended(job, outcome, None)

    async def give_up(self, job_id: str) -> None:
        """Ends what holds a job that is `SUBMITTING`; an answer that has come by then is kept: see
        `forget`.
        """
        answer = await self._holding.end(job_id)
        job = self._ledger.get(job_id)
        if answer is not None and job.state is JobState.SUBMITTING:
            await self._ledger.answered(JobState.SUBMITTING, _answered(job, answer), answer)

    async def forget(self, job_id: str) -> None:
        """Removes the spool of a job whose outcome is in the database."""
        await self._holding.forget(job_id)

    async def note_lost(self, job: Job) -> None:
        """Notes the end of a job that is `SUBMITTING` and has no spool that could tell more. Raises
        `Overtaken`.
        """
        if not await self._holding.is_known(job.id):
            lost = replace(job, state=JobState.UNKNOWN, error=ErrorKind.CRASHED)
            await self._ledger.move(job.state, replace(lost, finished_at=datetime.now(UTC)))

    async def sweep(self, adopted: Callable[[], None]) -> None:
        """Removes what a kill has left beside jobs that are no longer under way; their answers are kept.

        One that the ledger does not know, and of which something may have been sent, becomes a job that is
        `SUBMITTING`; `adopted` is called for it, before anything is waited for.
        """
        waited_for = []
        for job_id in await self._holding.left():
            # As it is on disk: another program that uses the same folder may have moved or made it.
            job = await self._ledger.stored(job_id)
            if job is not None and job.state in (JobState.QUEUED, JobState.SUBMITTING):
                continue
            if job is None and await self._adopting.adopt(job_id):
                adopted()
            elif job is not None and job.state is JobState.UNKNOWN:
                waited_for.append(job)  # it waited in a backup that was restored, and may be held since
            else:
                await self._clear(job, job_id, await self._holding.end(job_id))
        for job in waited_for:
            outcome = await self._holding.outcome(job.id)
            await self._clear(job, job.id, outcome if isinstance(outcome, RawAnswer) else None)

    async def _clear(self, job: Job | None, job_id: str, answer: RawAnswer | None) -> None:
        if job is not None and answer is not None and await self._ledger.answer(job_id) is None:
            # As it is now: the person may have moved it meanwhile.
            now = await self._ledger.stored(job_id) or job
            left = await self._holding.left_behind(job_id)
            if now.sent_at is None and left is not None and left.job is not None:  # it was sent since
                sent = replace(left.job, state=now.state, seq=now.seq)
                now = replace(sent, error=now.error, finished_at=now.finished_at)
            if not await self._ledger.keep_answer(now, answer):
                return  # the next start finds it again
        await self._holding.forget(job_id)

    async def _ended(
        self, job: Job, outcome: RawAnswer | NoAnswer, gateway: Gateway | None
    ) -> Answered | None:
        if isinstance(outcome, RawAnswer):
            job = await self._ledger.answered(JobState.SUBMITTING, _answered(job, outcome), outcome)
            await self._holding.forget(job.id)
            return Answered(job, outcome, gateway)
        error = outcome.error
        unknown = error.reached is Reached.MAYBE_SENT
        ended = replace(
            job,
            state=JobState.UNKNOWN if unknown else JobState.REJECTED,
            error=error.kind,
            error_detail=error.detail,
            request_id=error.detail.request_id,
            finished_at=outcome.at,
        )
        await self._ledger.move(JobState.SUBMITTING, ended)
        await self._holding.forget(job.id)
        return None

    async def _post(self, gateway: Gateway, job: Job) -> PaidPost:
        if isinstance(job.request, ImageRequest):
            return await gateway.paid_images(job.request)
        return await gateway.paid_video(job.request, await self._frame_url(job, job.request))

    async def _frame_url(self, job: Job, request: VideoRequest) -> str:
        frame = request.first_frame
        if frame is None:
            return ""
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
        return f"data:{MIME[path.suffix]};base64,{base64.b64encode(data).decode()}"


def _answered(job: Job, answer: RawAnswer) -> Job:
    request_id = answer.headers.get("x-request-id", "")
    return replace(job, state=JobState.ANSWERED, answered_at=answer.received_at, request_id=request_id)
