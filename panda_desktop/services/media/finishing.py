"""From a raw answer to the end of a job: read, polled, downloaded, and what it cost.

Promise: nothing here is paid for; what was paid for is kept as it came until its files are on disk.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.jobs import Job, JobKind, JobState, RawAnswer
from panda_desktop.domain.network import Network
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
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.media.fetching import Fetching
from panda_desktop.services.media.ledger import Ledger
from panda_desktop.services.media.paying import PaidJobs
from panda_desktop.services.media.polling import FIRST_PAUSE_S, Polling


class Finishing:
    """Takes answered jobs to their end."""

    def __init__(
        self,
        ledger: Ledger,
        fetching: Fetching,
        connection: ConnectionService,
        paid: PaidJobs,
        *,
        network: Callable[[], Network] = Network,
        first_pause_s: float = FIRST_PAUSE_S,
    ) -> None:
        """`network` tells how downloads leave; `first_pause_s` is the first wait between two polls."""
        self._network = network
        self._ledger = ledger
        self._fetching = fetching
        self._connection = connection
        self._paid = paid
        self._first_pause_s = first_pause_s
        self._polls: dict[str, Polling] = {}

    def wake(self) -> None:
        """Asks for every polled job at once."""
        for polling in self._polls.values():
            polling.wake()

    def gateway_of(self, job: Job) -> Gateway | None:
        """Returns the client for the account the job was sent from; None while its key is not at hand."""
        return self._connection.gateway_of(job.profile_id, job.base_url)

    def is_of_past_demo(self, job: Job) -> bool:
        """Tells whether the job was sent to a demo gateway that is gone, and its results with it."""
        return job.is_demo and job.base_url != self._connection.endpoint.base_url

    async def bury(self, job: Job) -> None:
        """Ends an answered job of a past demo gateway. Raises `Overtaken`."""
        state = JobState.REVIEW if job.state is JobState.ANSWERED else JobState.EXPIRED
        gone = replace(job, state=state, error=ErrorKind.LINK_EXPIRED, finished_at=datetime.now(UTC))
        await self._ledger.move(job.state, gone)

    async def take_up(self, job: Job) -> None:
        """Goes on with an answered job of an earlier run. Raises `Overtaken`."""
        gateway = self.gateway_of(job)
        if job.state is JobState.POLLING:
            self._paid.begin(job.id)  # it may be charged when it is done
            await self._poll(job, gateway)
        else:
            answer = await self._ledger.answer(job.id)
            if answer is None:
                await self._review(job, ErrorKind.NO_RESULT)
            else:
                await self.read(job, answer, gateway)
        if job.state is not JobState.DOWNLOADING or job.balance_after is None:
            await self.settle(job.id)  # else only files were fetched again: that costs nothing

    async def read(
        self, job: Job, answer: RawAnswer, gateway: Gateway | None, *, is_renewed: bool = False
    ) -> None:
        """Reads an answer and does what it says; `gateway` is asked when it names no result yet. Raises
        `Overtaken`.
        """
        if job.kind is JobKind.IMAGE and (images := read_images(answer, job.base_url)):
            await self._download(job, images, gateway, is_renewed)
            return
        match read_video(answer, job.base_url):
            case VideoReady(candidates):
                await self._download(job, tuple(candidates), gateway, is_renewed)
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
                await self._ledger.move(
                    job.state, replace(failed, status_word=word, finished_at=datetime.now(UTC))
                )
            case VideoNotFound(text, remote_id):
                remote_id = job.remote_id or remote_id
                if remote_id and job.kind is JobKind.VIDEO:
                    job = replace(job, remote_id=remote_id)
                    # Finished under an id and without an address: the content is at the id's own address.
                    content = Candidate(content_url(job.base_url, job.remote_id))
                    await self._download(job, (content,), gateway, is_renewed)
                else:
                    await self._review(job, ErrorKind.NO_RESULT, text)

    async def _review(self, job: Job, kind: ErrorKind, text: str = "") -> None:
        detail = ErrorDetail(message=text[:2000])
        review = replace(
            job, state=JobState.REVIEW, error=kind, error_detail=detail, finished_at=datetime.now(UTC)
        )
        await self._ledger.move(job.state, review)

    async def _poll(self, job: Job, gateway: Gateway | None, *, is_renewed: bool = False) -> None:
        if gateway is None:
            return
        polling = self._polls[job.id] = Polling(gateway, job.base_url, first_pause_s=self._first_pause_s)
        try:
            answer, word = await polling.final_answer(job)
        except PandaError as error:
            await self._asked_in_vain(job, error, gateway)
            return
        finally:
            if self._polls.get(job.id) is polling:
                del self._polls[job.id]
        answered = replace(job, state=JobState.ANSWERED, status_word=word)
        job = await self._ledger.answered(JobState.POLLING, answered, answer)
        await self.read(job, answer, gateway, is_renewed=is_renewed)

    async def _asked_in_vain(self, job: Job, error: PandaError, gateway: Gateway) -> None:
        if error.kind is ErrorKind.ANSWER_TOO_BIG and job.kind is JobKind.VIDEO and job.remote_id:
            # No status is that long: it is the film, which is at the id's own address and loaded from there.
            content = Candidate(content_url(job.base_url, job.remote_id))
            await self._download(job, (content,), gateway, is_renewed=True)
            return
        is_odd = error.kind in (ErrorKind.ANSWER_TOO_BIG, ErrorKind.REDIRECTED)
        state = JobState.REVIEW if is_odd else JobState.EXPIRED
        ended = replace(job, state=state, error=error.kind, error_detail=error.detail)
        await self._ledger.move(JobState.POLLING, replace(ended, finished_at=datetime.now(UTC)))

    async def _download(
        self, job: Job, candidates: tuple[Candidate, ...], gateway: Gateway | None, is_renewed: bool
    ) -> None:
        if job.state is not JobState.DOWNLOADING:
            expected = job.expected
            job = await self._ledger.move(
                job.state, replace(job, state=JobState.DOWNLOADING, expected=expected, error=None)
            )
        # Another account may be in use by now: its key is not for this one.
        key = self._connection.key_of(job.profile_id, job.base_url)
        assets = AssetClient(job.base_url, key, network=self._network())
        # Links die within minutes; whoever gave an id gives a fresh one: it is asked for once.
        can_ask = gateway is not None and not is_renewed and bool(job.remote_id or job.poll_url)
        job = await self._fetching.run(job, candidates, assets, has_fresh_links=can_ask)
        if job.state is JobState.DOWNLOADING:
            asked = replace(job, state=JobState.POLLING, error=None, error_detail=None)
            job = await self._ledger.move(job.state, asked)
            await self._poll(job, gateway, is_renewed=True)

    async def settle(self, job_id: str) -> None:
        """Reads the balance after the end and keeps it as evidence of what was charged."""
        ended = await self._ledger.found(job_id)
        if (
            not self._connection.is_in_use(ended.profile_id, ended.base_url)
            or not self._connection.has_access
        ):
            return  # the balance of another account tells nothing about it
        balance, shared = await self._paid.settle(job_id)
        job = await self._ledger.found(job_id)  # the person may have taken it out of the list
        if balance is not None and not job.state.is_running:
            job = replace(
                job,
                balance_after=balance.amount,
                currency_after=balance.currency,
                cost_is_shared=shared or job.cost_is_shared,
            )
            await self._ledger.move(job.state, job)
