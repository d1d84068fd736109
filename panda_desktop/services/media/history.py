"""What past jobs teach: how long a model takes.

Promise: read from the database once, off the event loop, and kept up to date by what is told; jobs that were
taken out of the list count too.
"""

from collections import defaultdict, deque
from typing import Final

from panda_desktop.domain.changes import JobChanged
from panda_desktop.domain.jobs import JobState, UsualTime
from panda_desktop.services.bus import Bus
from panda_desktop.storage.jobs import JobStore, seconds_of

_READ: Final = 2_000
"""Most jobs that are looked at."""
_OF_A_MODEL: Final = 50
"""The last ones count: models become faster and slower."""


class JobTimes:
    """See `contract.JobTimesQueries`."""

    def __init__(self, bus: Bus, store: JobStore) -> None:
        """Knows nothing before `start`."""
        self._store = store
        self._times: defaultdict[str, deque[float]] = defaultdict(lambda: deque(maxlen=_OF_A_MODEL))
        self._counted: set[str] = set()
        bus.subscribe(JobChanged, self._heard)

    async def start(self) -> None:
        """Reads past jobs."""
        for model, seconds in await self._store.times(_READ):
            self._times[model].append(seconds)

    def usual_time(self, model: str) -> UsualTime | None:
        """Returns what this model's finished jobs took; None when there are none."""
        times = self._times.get(model)
        if not times:
            return None
        if len(times) == 1:
            return UsualTime(times[0], times[0], times[0], 1)
        from statistics import median, quantiles

        low, _, high = quantiles(times, n=4, method="inclusive")
        return UsualTime(median(times), low, high, len(times))

    def _heard(self, change: JobChanged) -> None:
        job = change.job
        if job.state is not JobState.DONE or job.id in self._counted:
            return
        self._counted.add(job.id)  # it is told again when the balance is known
        if (seconds := seconds_of(job)) is not None:
            self._times[job.request.model].append(seconds)
