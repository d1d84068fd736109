"""The chain of one item, observable.

Promise: what is shown belongs to the item that was asked for last, and follows what becomes of its links.
"""

from PySide6.QtCore import Signal

from panda_desktop.domain.changes import JobChanged, MediaChanged, MediaRemoved
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.lineage import Lineage
from panda_desktop.services.bus import Bus
from panda_desktop.services.media.contract import LineageQueries
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding
from panda_desktop.viewmodels.frames import NextFrame


class LineageModel(Commanding):
    """What an item came from and what became of it.

    Signals:
        changed: `lineage` differs; None while nothing is shown.
    """

    changed = Signal()

    def __init__(self, bus: Bus, tasks: TaskSet, queries: LineageQueries) -> None:
        """Shows nothing yet."""
        super().__init__(tasks)
        self._queries = queries
        self._item_id = ""
        self._lineage: Lineage | None = None
        self._frame = NextFrame(self, lambda _key: self._read_again())
        bus.subscribe(MediaChanged, lambda change: self._heard(change.item.id, change.item.parent_id))
        bus.subscribe(MediaRemoved, lambda change: self._heard(change.item_id, None))
        bus.subscribe(JobChanged, self._heard_job)

    @property
    def lineage(self) -> Lineage | None:
        """What is shown."""
        return self._lineage

    def show(self, item_id: str) -> None:
        """Shows another item; ends in `changed` or `failed`."""
        self._item_id = item_id
        self._do(self._read(item_id), "lineage")

    def clear(self) -> None:
        """Shows nothing any more."""
        self._item_id = ""
        self._frame.clear()
        if self._lineage is not None:
            self._lineage = None
            self.changed.emit()

    async def _read(self, item_id: str) -> None:
        try:
            lineage = await self._queries.lineage(item_id)
        except PandaError:
            if item_id != self._item_id:
                return
            self.clear()  # it was removed for good
            raise
        if item_id == self._item_id:
            self._lineage = lineage
            self.changed.emit()

    def _read_again(self) -> None:
        if self._item_id:
            self._do(self._read(self._item_id), "lineage")

    def _heard(self, item_id: str, parent_id: str | None) -> None:
        if self._lineage is None:
            return
        if any(link.key in (item_id, parent_id) for link in self._lineage.links):
            self._frame.due(self._item_id)

    def _heard_job(self, change: JobChanged) -> None:
        job = change.job
        if self._lineage is None or job.state.is_running:
            return
        if any(link.job_id == job.id for link in self._lineage.links):
            self._frame.due(self._item_id)
