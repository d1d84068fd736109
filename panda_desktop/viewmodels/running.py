"""How many jobs run and what they will cost, for the status bar.

Promise: a cost is the sum of prices somebody named; with an unknown price in it there is none.
"""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from panda_desktop.domain.changes import JobChanged, JobRemoved
from panda_desktop.domain.jobs import Job, JobKind
from panda_desktop.services.bus import Bus
from panda_desktop.services.contract import JobCommands


class RunningJobs(QObject):
    """Observable totals over both kinds of jobs.

    Signals:
        changed: see `count` and `committed`.
    """

    changed = Signal()

    def __init__(self, bus: Bus, jobs: JobCommands, price_of: Callable[[str], Decimal | None]) -> None:
        """`price_of` names the price of one result of a model."""
        super().__init__()
        self._price_of = price_of
        self._commands = jobs
        self._jobs: dict[str, Job] = {}
        bus.subscribe(JobChanged, self._heard)
        bus.subscribe(JobRemoved, lambda change: self._forget(change.job_id))

    def load(self) -> None:
        """Reads what is running after start."""
        found = (job for kind in JobKind for job in self._commands.jobs(kind))
        self._jobs = {job.id: job for job in found if job.state.is_running}
        self.changed.emit()

    @property
    def count(self) -> int:
        """Jobs under way."""
        return len(self._jobs)

    @property
    def kinds(self) -> set[JobKind]:
        """What the jobs under way make."""
        return {job.kind for job in self._jobs.values()}

    @property
    def committed(self) -> Decimal | None:
        """What jobs without a result will cost; None when nobody named a price for one of them."""
        prices = [
            self._price_of(job.request.model) for job in self._jobs.values() if job.state.may_be_charged
        ]
        counts = [job.expected for job in self._jobs.values() if job.state.may_be_charged]
        known = [price * count for price, count in zip(prices, counts, strict=True) if price is not None]
        return sum(known, Decimal(0)) if len(known) == len(prices) else None

    def _heard(self, change: JobChanged) -> None:
        job = change.job
        if not job.state.is_running:
            self._forget(job.id)
        elif (before := self._jobs.get(job.id)) is None or before.state is not job.state:
            self._jobs[job.id] = job
            self.changed.emit()

    def _forget(self, job_id: str) -> None:
        if self._jobs.pop(job_id, None) is not None:
            self.changed.emit()
