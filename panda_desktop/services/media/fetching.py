"""From the addresses of a result to files in the library.

Promise: a file has its final name only when it is whole; the first failed address does not lose the others.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.gateway.assets import AssetClient, Downloaded
from panda_desktop.gateway.results import Candidate
from panda_desktop.services.media.ledger import Ledger
from panda_desktop.services.media.library import LibraryService
from panda_desktop.storage.files import MediaFiles
from panda_desktop.storage.measuring import measure

PAUSES_S: Final = (5.0, 15.0, 30.0, 60.0)
"""Waits between rounds when the way to the files is broken; the last one repeats."""
ROUNDS: Final = 30
_LOST: Final = frozenset(
    {ErrorKind.LINK_EXPIRED, ErrorKind.NOT_MEDIA, ErrorKind.BLOCKED_ADDRESS, ErrorKind.ANSWER_TOO_BIG}
)


class Fetching:
    """Downloads the results of one job after the other."""

    def __init__(self, ledger: Ledger, library: LibraryService, files: MediaFiles) -> None:
        """Makes it; nothing runs."""
        self._ledger = ledger
        self._library = library
        self._files = files

    async def run(
        self,
        job: Job,
        candidates: Sequence[Candidate],
        assets: AssetClient,
        *,
        has_fresh_links: bool = False,
    ) -> Job:
        """Takes a job that is `DOWNLOADING` to its end; with `has_fresh_links` it stays there when every
        link has died.

        For images every address is a result; for a video they are ranked and the first good one is. What
        is in the library already is not fetched again. Raises `Overtaken` when the job was moved meanwhile.
        """
        there = self._library.positions_of(job.id)
        items: dict[int, MediaItem] = {}
        lost: dict[int, PandaError] = {}
        for round_number in range(ROUNDS):
            broken: PandaError | None = None
            for position, candidate in enumerate(candidates):
                if position in there or position in items or position in lost:
                    continue
                try:
                    items[position] = await self._fetch(job, position, candidate, assets)
                except PandaError as error:
                    if error.kind in _LOST:
                        lost[position] = error
                    else:
                        broken = error
                if items and job.kind is JobKind.VIDEO:
                    break
            if broken is None or (items and job.kind is JobKind.VIDEO):
                break
            if round_number == ROUNDS - 1:
                lost.setdefault(len(candidates), broken)
                break
            job = replace(job, error=broken.kind, error_detail=broken.detail)
            await self._ledger.move(JobState.DOWNLOADING, job)
            await asyncio.sleep(PAUSES_S[min(round_number, len(PAUSES_S) - 1)])
        fetched = tuple(items[position] for position in sorted(items))
        failed = tuple(lost.values())
        if has_fresh_links and not there and not fetched and _have_expired(failed):
            return job
        return await self._end(job, fetched, failed, len(there))

    async def _fetch(self, job: Job, position: int, candidate: Candidate, assets: AssetClient) -> MediaItem:
        kind = MediaKind.IMAGE if job.kind is JobKind.IMAGE else MediaKind.VIDEO
        part = self._files.part(job.id, position)
        got = await assets.download(
            candidate.url, part, kind, lambda received, total: self._ledger.progress(job.id, received, total)
        )
        now = datetime.now(UTC)
        found = await asyncio.to_thread(measure, part, got.mime)
        file = await asyncio.to_thread(self._files.keep, part, got.suffix, now)
        item = _item(job, position, candidate, got, file, now, kind)
        return replace(item, width=found.width, height=found.height, duration=found.duration)

    async def _end(
        self, job: Job, items: tuple[MediaItem, ...], lost: tuple[PandaError, ...], there: int
    ) -> Job:
        arrived = there + len(items)
        ended = replace(job, finished_at=datetime.now(UTC), arrived=arrived, error=None, error_detail=None)
        if lost and arrived < job.expected:
            ended = replace(ended, error=lost[0].kind, error_detail=lost[0].detail)
        if arrived:
            ended = replace(ended, state=JobState.DONE)
            await self._ledger.finished(JobState.DOWNLOADING, ended, items, self._library.added)
            return ended
        state = JobState.EXPIRED if _have_expired(lost) else JobState.REVIEW
        return await self._ledger.move(JobState.DOWNLOADING, replace(ended, state=state))


def _have_expired(lost: tuple[PandaError, ...]) -> bool:
    return bool(lost) and lost[0].kind is ErrorKind.LINK_EXPIRED


def _item(
    job: Job,
    position: int,
    candidate: Candidate,
    got: Downloaded,
    file: str,
    now: datetime,
    kind: MediaKind,
) -> MediaItem:
    request = job.request
    if isinstance(request, ImageRequest):
        parent_id = request.parent_id
    else:
        parent_id = request.first_frame.media_id if request.first_frame is not None else None
    return MediaItem(
        new_id(),
        kind,
        file,
        got.mime,
        got.size,
        got.sha256,
        now,
        job_id=job.id,
        position=position,
        prompt=request.prompt,
        revised_prompt=candidate.revised_prompt,
        model=request.model,
        parent_id=parent_id,
        origin=request.origin,
    )
