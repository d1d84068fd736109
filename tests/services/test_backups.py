"""D13: a backup each day by itself, told when it fails, and never while the folder cannot be written."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from panda_desktop.domain.backups import Backup, BackupReason
from panda_desktop.domain.changes import BackupsChanged, ProblemMet
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.services import backups
from panda_desktop.services.backups import BackupService
from panda_desktop.services.bus import Bus
from panda_desktop.services.settings import SettingsService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.storage import Storage
from tests.storage.book import NOW
from tests.storage.damaged import fill


class Days:
    """A clock and a service over a real data folder."""

    def __init__(self, storage: Storage, settings: SettingsService, bus: Bus) -> None:
        self.now = NOW
        self.changes: list[BackupsChanged] = []
        self.problems: list[ErrorKind] = []
        bus.subscribe(BackupsChanged, self.changes.append)
        bus.subscribe(ProblemMet, lambda change: self.problems.append(change.error.kind))
        self.tasks = TaskSet(lambda error: bus.publish(ProblemMet(error)))
        self.settings = settings
        self.service = BackupService(bus, self.tasks, storage, settings, now=self._now)

    def _now(self) -> datetime:
        return self.now

    async def until(self, is_so: Callable[[], bool]) -> None:
        async with asyncio.timeout(20):
            while not is_so():
                await asyncio.sleep(0.01)


async def begin(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Days, Storage]:
    monkeypatch.setattr(backups, "PAUSE_S", 0.01)
    await asyncio.to_thread(fill, folder, 1, 4)
    storage, bus = await Storage.open(folder), Bus()
    settings = SettingsService(storage.settings, bus, await storage.settings.load())
    return Days(storage, settings, bus), storage


async def test_d13_one_a_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    days, storage = await begin(tmp_path, monkeypatch)
    days.service.start(0.0)
    await days.until(lambda: len(days.changes) == 1)
    checks = 0
    is_due = days.service._is_due

    async def counted() -> bool:
        nonlocal checks
        checks += 1
        return await is_due()

    days.service._is_due = counted  # type: ignore[method-assign]
    await days.until(lambda: checks > 3)
    assert len(days.changes) == 1
    days.now += timedelta(days=1)
    await days.until(lambda: len(days.changes) == 2)
    await days.settings.change(auto_backups=False)
    days.now += timedelta(days=1)
    await days.service.make()
    assert [each.reason for each in days.changes[-1].backups] == [
        BackupReason.BY_HAND,
        BackupReason.AUTOMATIC,
        BackupReason.AUTOMATIC,
    ]
    await days.tasks.close()
    await storage.close()
    assert days.problems == []


async def test_d13_a_failure_is_told_once_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days, storage = await begin(tmp_path, monkeypatch)
    make, tries = storage.backups.make, 0

    async def full(reason: BackupReason, when: datetime) -> Backup:
        nonlocal tries
        tries += 1
        if tries < 4:
            raise PandaError(ErrorKind.DISK_FULL)
        return await make(reason, when)

    monkeypatch.setattr(storage.backups, "make", full)
    days.service.start(0.0)
    await days.until(lambda: len(days.changes) == 1)
    assert days.problems == [ErrorKind.DISK_FULL]
    await days.tasks.close()
    await storage.close()


async def test_d05_none_is_made_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("panda_desktop.storage.database.can_write", lambda _path: False)
    days, storage = await begin(tmp_path, monkeypatch)
    # The first opening made the file; this one only reads.
    assert storage.is_read_only
    days.service.start(0.0)
    assert asyncio.all_tasks() == {asyncio.current_task()} | {
        task for task in asyncio.all_tasks() if task.get_name() != "make backups"
    }
    await days.tasks.close()
    await storage.close()
