"""The backups, observable.

Promise: nothing is read before it is asked for; a wish that fails is told by `failed`.
"""

from datetime import datetime

from PySide6.QtCore import Signal

from panda_desktop.domain.backups import Backup
from panda_desktop.domain.changes import BackupsChanged
from panda_desktop.services.backups import BackupCommands
from panda_desktop.services.bus import Bus
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


class BackupsModel(Commanding):
    """What backups there are.

    Signals:
        changed: `backups`, `busy` or `restoring` differ.
    """

    changed = Signal()

    def __init__(self, bus: Bus, tasks: TaskSet, service: BackupCommands) -> None:
        """Listens from now on."""
        super().__init__(tasks)
        self._service = service
        self._backups: tuple[Backup, ...] = ()
        self._busy = False
        self._restoring: datetime | None = None
        bus.subscribe(BackupsChanged, lambda change: self._take(change.backups))

    @property
    def backups(self) -> tuple[Backup, ...]:
        """The newest first; empty before the first `refresh` has ended."""
        return self._backups

    @property
    def busy(self) -> bool:
        """One is being made or prepared."""
        return self._busy

    @property
    def restoring(self) -> datetime | None:
        """When the backup was made that the next start uses; None when it uses none."""
        return self._restoring

    def refresh(self) -> None:
        """Reads what there is; ends in `changed`."""
        self._do(self._refresh(), "read backups")

    def make(self) -> None:
        """Makes one now; does nothing while `busy`."""
        if not self._busy:
            self._set_busy(True)
            self._do(self._make(), "make a backup")

    def restore(self, backup: Backup) -> None:
        """Has one used from the next start on; does nothing while `busy`."""
        if not self._busy:
            self._set_busy(True)
            self._do(self._restore(backup), "prepare a backup")

    def keep_what_is(self) -> None:
        """Takes `restore` back."""
        self._do(self._keep_what_is(), "keep what is")

    async def _refresh(self) -> None:
        self._take(await self._service.all())

    async def _make(self) -> None:
        try:
            await self._service.make()
        finally:
            self._set_busy(False)

    async def _restore(self, backup: Backup) -> None:
        try:
            await self._service.restore(backup.name)
            self._restoring = backup.made_at
        finally:
            self._set_busy(False)

    async def _keep_what_is(self) -> None:
        await self._service.keep_what_is()
        self._restoring = None
        self.changed.emit()

    def _take(self, backups: tuple[Backup, ...]) -> None:
        self._backups = backups
        self.changed.emit()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.changed.emit()
