"""What the library knows of an item beside its own facts: the job that made it, boards and tags.

Promise: an unknown cost is not shown as nothing, and a cost that others may share says so.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from panda_desktop.domain.jobs import ImageRequest, Job
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.wording import duration, listed, money
from panda_desktop.viewmodels.library_parts import LibraryParts

Facts = list[tuple[str, str]]


class ItemFacts(QObject):
    """The facts; a QObject because `tr` finds translations by class."""

    def __init__(self, parts: LibraryParts, currency: Callable[[], str], parent: QObject) -> None:
        """Asks the view-models of the page; amounts are in `currency`."""
        super().__init__(parent)
        self._parts = parts
        self._currency = currency

    def job_of(self, item: MediaItem) -> Job | None:
        """Returns the job that made an item; None for what was free, and for a job that was removed."""
        if item.job_id is None:
            return None
        rows = (jobs.find(item.job_id) for jobs in self._parts.jobs)
        return next((row.job for row in rows if row is not None), None)

    def of(self, item: MediaItem) -> Facts:
        """Returns names and values."""
        job = self.job_of(item)
        facts = self._job(job) if job is not None else [(self.tr("Came from"), self._free(item))]
        boards, tags = self._parts.boards.boards, self._parts.boards.tags
        on = listed(board.name for board in boards if board.id in item.board_ids)
        carried = listed(tag.name for tag in tags if tag.id in item.tag_ids)
        facts += [(self.tr("Boards"), on), (self.tr("Tags"), carried)]
        return [fact for fact in facts if fact[1]]

    def charged_for_less(self, item: MediaItem) -> str:
        """Returns what a job owes when it may have been charged without giving all of it; else empty."""
        job = self.job_of(item)
        if job is None or not self._parts.evidence.is_offered(job):
            return ""
        return self.tr("This job may have been charged in full, but gave {arrived} of {expected}.").format(
            arrived=job.arrived, expected=job.expected
        )

    def _job(self, job: Job) -> Facts:
        request = job.request
        asked = ""
        if isinstance(request, ImageRequest):
            asked = self.tr("%n pictures", "", request.n)
            asked = f"{asked} · {request.size.replace('x', ' × ')}" if request.size else asked
        took = ""
        if job.sent_at is not None and job.finished_at is not None:
            took = duration((job.finished_at - job.sent_at).total_seconds())
        return [
            (self.tr("Balance fell by"), self._cost(job)),
            (self.tr("Asked for"), asked),
            (self.tr("Took"), took),
            (self.tr("Request id"), job.request_id[:200]),
        ]

    def _cost(self, job: Job) -> str:
        if job.cost is None or job.cost < 0:
            return ""
        amount = money(job.cost, self._currency(), exact=True)
        if job.cost_is_shared:
            return self.tr("{amount}, with other requests at the same time").format(amount=amount)
        if job.expected > 1:
            return self.tr("{amount} for {count}").format(amount=amount, count=job.expected)
        return amount

    def _free(self, item: MediaItem) -> str:
        if item.job_id is not None:
            return ""
        return self.tr("a frame of a video") if item.parent_id is not None else self.tr("your own files")
