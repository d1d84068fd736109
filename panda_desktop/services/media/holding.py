"""Hands paid requests to processes that hold them, and takes up what these have left.

Promise: a request goes to at most one process; the key goes to it through a pipe, never through its
arguments, its environment or a file. What was handed over can be made a job again without the database.
"""

import asyncio
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from panda_desktop.domain.errors import Reached
from panda_desktop.domain.handed_on import handed_on
from panda_desktop.domain.jobs import Job, RawAnswer
from panda_desktop.gateway.paid import PaidPost
from panda_desktop.services.media.holder import HELD, OPTION
from panda_desktop.storage.jobs import read_job, written_job
from panda_desktop.storage.spool import NoAnswer, Spool, Spools

WATCH_S: Final = 0.2
"""How often it is looked whether a holder has ended: after a restart nothing else tells."""
END_S: Final = 2.0
"""How long a holder is waited for that nobody wants any more."""
if sys.platform == "win32":
    _DETACHED: Final = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _DETACHED: Final = 0
_KEPT: Final[list["subprocess.Popen[bytes]"]] = []
"""Where a process cannot leave its parent: letting go of one that runs would be reported as a mistake."""


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """What the spool tells of a request without the ledger.

    Attributes:
        job: as it was handed over; None when a version before this one did that, or it cannot be read.
        begun_at: when it was about to leave, in aware UTC; None when it was not yet.
        answer: None while a process holds it, or when it ended without.
    """

    job: Job | None
    begun_at: datetime | None
    answer: RawAnswer | None


class Holding:
    """The held requests of this data folder."""

    def __init__(self, spools: Spools) -> None:
        """Nothing is read or started yet."""
        self._spools = spools

    async def prepare(self, job: Job) -> None:
        """Makes the spool of a job as it will be when it is noted as under way, before it is. Raises
        `DISK_FULL`, `CANNOT_WRITE`.
        """
        await asyncio.to_thread(self._spools.of(job.id).prepare, written_job(job))

    async def hand_over(self, job_id: str, post: PaidPost) -> None:
        """Gives the request to a process of its own. Call it once a job, after the job is noted as under way;
        whether it has begun, `outcome` tells.
        """
        await asyncio.to_thread(_start, self._spools.of(job_id), post)

    async def outcome(self, job_id: str) -> RawAnswer | NoAnswer:
        """Waits for the end of a held request of this run or an earlier one. Raises `CANNOT_READ`."""
        spool = self._spools.of(job_id)
        while (outcome := await asyncio.to_thread(spool.settle)) is None:
            await asyncio.sleep(WATCH_S)
        return outcome

    async def end(self, job_id: str) -> RawAnswer | None:
        """Ends a held request that nobody wants any more; returns its answer when that had come already."""
        spool = self._spools.of(job_id)
        await asyncio.to_thread(spool.withdraw)
        try:
            async with asyncio.timeout(END_S):
                outcome = await self.outcome(job_id)
        except TimeoutError:
            return None
        return outcome if isinstance(outcome, RawAnswer) else None

    async def left_behind(self, job_id: str) -> LeftBehind | None:
        """Returns what there is of a request that has left, may have left or still may; None when none of
        that is true, and then it cannot begin any more. Raises `CANNOT_READ`.
        """
        return await asyncio.to_thread(_left_behind, job_id, self._spools.of(job_id))

    async def is_known(self, job_id: str) -> bool:
        """Tells whether there is a spool of the job."""
        return await asyncio.to_thread(self._spools.of(job_id).folder.is_dir)

    async def forget(self, job_id: str) -> None:
        """Removes the spool of a job whose outcome is in the database."""
        await asyncio.to_thread(self._spools.of(job_id).remove)

    async def left(self) -> tuple[str, ...]:
        """Returns the jobs that have a spool."""
        return await asyncio.to_thread(self._spools.left)


def _left_behind(job_id: str, spool: Spool) -> LeftBehind | None:
    outcome = spool.settle()
    if isinstance(outcome, NoAnswer) and outcome.error.reached is Reached.NOTHING_SENT:
        return None
    answer = outcome if isinstance(outcome, RawAnswer) else None
    return LeftBehind(read_job(job_id, spool.job()), spool.begun_at(), answer)


def _start(spool: Spool, post: PaidPost) -> None:
    """Starts a holder and waits until it has taken the request over, or has ended without."""
    own = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "panda_desktop"]
    environment = handed_on(os.environ)
    if getattr(sys, "frozen", False):
        # It unpacks itself once more, so that the holder outlives the files of this run.
        environment["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    try:
        process = subprocess.Popen(
            [*own, OPTION, str(spool.folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
            creationflags=_DETACHED,
        )
    except OSError:  # nothing was sent, and the spool says so
        return
    assert process.stdin is not None and process.stdout is not None
    with process.stdout:
        try:
            with process.stdin as pipe:
                for piece in post.written():
                    pipe.write(piece)
            taken_over = process.stdout.readline() == HELD
        except BrokenPipeError:
            taken_over = False
    if os.name == "posix" or not taken_over:
        process.wait()  # the first of its two processes, which has ended
    else:
        _KEPT.append(process)
