"""How long jobs have been waiting.

Promise: a clock that is set, or jumps by a year, moves no time that is shown (V12).
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from panda_desktop.domain.jobs import Job

_LONGEST_S: Final = 48 * 3600.0


class Elapsed:
    """Remembers when each job was first seen, on the clock that only goes forward."""

    def __init__(
        self,
        monotonic: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Knows no job yet."""
        self._monotonic = monotonic
        self._now = now
        self._began: dict[tuple[str, datetime], float] = {}

    def seconds(self, job: Job) -> float | None:
        """Returns the seconds since the job was sent; None while it was not."""
        if job.sent_at is None:
            return None
        key = (job.id, job.sent_at)
        if key not in self._began:
            passed = (self._now() - job.sent_at).total_seconds()
            self._began[key] = self._monotonic() - max(0.0, min(passed, _LONGEST_S))
        return self._monotonic() - self._began[key]

    def forget(self, job_id: str) -> None:
        """Forgets a job that is gone."""
        for key in [key for key in self._began if key[0] == job_id]:
            del self._began[key]


def span(job: Job) -> float | None:
    """Returns the seconds from sending to the end; None when either is unknown or the order is wrong."""
    if job.sent_at is None or job.finished_at is None or job.finished_at < job.sent_at:
        return None
    return (job.finished_at - job.sent_at).total_seconds()
