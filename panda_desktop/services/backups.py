"""Backups: one a day by itself, more when a person wants one, and going back to one.

Promise: nothing is restored while the program runs, and a backup that fails is told and leaves the others.
"""

import asyncio
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Final, Protocol

from panda_desktop.domain.backups import Backup, BackupReason
from panda_desktop.domain.changes import BackupsChanged, ProblemMet
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.services.bus import Bus
from panda_desktop.services.settings import SettingsService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.restoring import stage, unstage
from panda_desktop.storage.storage import Storage

FIRST_PAUSE_S: Final = 60.0
"""The start of the program is not the time for it."""
PAUSE_S: Final = 900.0


class BackupCommands(Protocol):
    """What the layers above may ask. Every method may raise `PandaError`."""

    async def all(self) -> tuple[Backup, ...]:
        """Returns the backups, the newest first."""

    async def make(self) -> Backup:
        """Makes one now. Raises `DATA_DAMAGED`, `DISK_FULL`, `CANNOT_WRITE`."""

    async def restore(self, name: str) -> None:
        """Has a backup used from the next start on. Raises `CANNOT_READ` (`backup`), `DATA_DAMAGED`,
        `DATA_TOO_NEW`, `DISK_FULL`.
        """

    async def keep_what_is(self) -> None:
        """Takes `restore` back."""


class BackupService:
    """See `BackupCommands`."""

    def __init__(
        self,
        bus: Bus,
        tasks: TaskSet,
        storage: Storage,
        settings: SettingsService,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Nothing is read or made before `start`."""
        self._bus = bus
        self._tasks = tasks
        self._storage = storage
        self._store = storage.backups
        self._settings = settings
        self._now = now

    def start(self, first_pause_s: float = FIRST_PAUSE_S) -> None:
        """Begins to make a backup each day the program is used."""
        if not self._storage.is_read_only:
            self._tasks.spawn(self._keep_up(first_pause_s), name="make backups")

    async def all(self) -> tuple[Backup, ...]:
        """Returns the backups, the newest first."""
        return await self._store.all()

    async def make(self) -> Backup:
        """Makes one now."""
        return await self._make(BackupReason.BY_HAND)

    async def restore(self, name: str) -> None:
        """Has a backup used from the next start on."""
        path = await self._store.path(name)
        await asyncio.to_thread(stage, self._storage.folder, path)

    async def keep_what_is(self) -> None:
        """Takes `restore` back."""
        await asyncio.to_thread(unstage, self._storage.folder)

    async def _make(self, reason: BackupReason) -> Backup:
        made = await self._store.make(reason, self._now())
        self._bus.publish(BackupsChanged(await self._store.all()))
        return made

    async def _keep_up(self, pause_s: float) -> None:
        told: ErrorKind | None = None
        while True:
            await asyncio.sleep(pause_s)
            pause_s = PAUSE_S
            if not self._settings.current.auto_backups or not await self._is_due():
                continue
            try:
                await self._make(BackupReason.AUTOMATIC)
                told = None
            except PandaError as error:
                if error.kind is not told:
                    self._bus.publish(ProblemMet(error))
                told = error.kind

    async def _is_due(self) -> bool:
        days = [_day_of(each.made_at) for each in await self.all() if each.reason is BackupReason.AUTOMATIC]
        return not days or days[0] != _day_of(self._now())


def _day_of(when: datetime) -> date:
    return when.astimezone().date()
