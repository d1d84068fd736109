"""Room on the disk and the clean-up, observable.

Promise: nothing is measured before it is asked for, and nothing is removed that the plan on the screen did
not name.
"""

from PySide6.QtCore import Signal

from panda_desktop.domain.disk import CleanUp, CleanUpPlan, DiskUse
from panda_desktop.services.media.contract import DiskCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


class DiskModel(Commanding):
    """What the data folder takes, and what could go.

    Signals:
        changed: `use`, `plan` or `busy` differ.
        cleaned(object): a clean-up has ended with this `CleanedUp`.
    """

    changed = Signal()
    cleaned = Signal(object)

    def __init__(self, tasks: TaskSet, disk: DiskCommands) -> None:
        """Measures nothing yet."""
        super().__init__(tasks)
        self._disk = disk
        self._use: DiskUse | None = None
        self._plan: CleanUpPlan | None = None
        self._busy = False

    @property
    def use(self) -> DiskUse | None:
        """What takes room; None before the first `refresh` has ended."""
        return self._use

    @property
    def plan(self) -> CleanUpPlan | None:
        """What could go; None before the first `refresh` has ended."""
        return self._plan

    @property
    def busy(self) -> bool:
        """It is being measured or cleaned."""
        return self._busy

    def refresh(self) -> None:
        """Measures, and finds out what could go; ends in `changed` or `failed`. Does nothing while `busy`."""
        if not self._busy:
            self._set_busy(True)
            self._do(self._refresh(), "measure the data folder")

    def clean_up(self, reasons: frozenset[CleanUp]) -> None:
        """Does what `plan` says, for these reasons; ends in `cleaned` or `failed`. Does nothing while `busy`
        or without a plan.
        """
        if not self._busy and self._plan is not None:
            self._set_busy(True)
            self._do(self._clean_up(self._plan, reasons), "clean up")

    async def _refresh(self) -> None:
        try:
            self._use = await self._disk.use()
            self._plan = await self._disk.plan()
        finally:
            self._set_busy(False)

    async def _clean_up(self, plan: CleanUpPlan, reasons: frozenset[CleanUp]) -> None:
        try:
            done = await self._disk.clean_up(plan, reasons)
        finally:
            await self._refresh()
        self.cleaned.emit(done)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.changed.emit()
