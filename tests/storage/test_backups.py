"""D02, D13, D14: backups are whole or not there, and the good ones stay."""

import asyncio
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panda_desktop.domain.backups import Backup, BackupReason, superseded
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.storage.backups import BackupFiles
from panda_desktop.storage.checking import is_sound
from panda_desktop.storage.restoring import is_staged, stage, swap_in, unstage
from panda_desktop.storage.storage import Storage
from tests.storage.book import NOW
from tests.storage.damaged import counts, fill, is_whole, leaves_of, opened

PATH = "panda.sqlite3"


def backup(number: int, days: float, reason: BackupReason = BackupReason.AUTOMATIC) -> Backup:
    return Backup(f"b{number}", number, NOW + timedelta(days=days), 1, reason)


def make(folder: Path, when: datetime = NOW, reason: BackupReason = BackupReason.AUTOMATIC) -> Backup:
    return opened(folder, lambda storage: storage.backups.make(reason, when))  # type: ignore[no-any-return]


def test_d13_three_days_and_two_weeks_are_kept() -> None:
    daily = [backup(number, number) for number in range(30)]
    left = sorted(set(daily) - set(superseded(daily)), key=lambda each: each.number)
    assert [each.made_at.date() for each in left[-3:]] == [
        (NOW + timedelta(days=number)).date() for number in (27, 28, 29)
    ]
    assert len({each.made_at.isocalendar()[:2] for each in left}) == 2
    assert len(left) in (3, 4)


@given(st.lists(st.tuples(st.floats(-400, 400), st.sampled_from(list(BackupReason))), max_size=40))
def test_d14_whatever_the_clock_did_the_newest_stays(made: list[tuple[float, BackupReason]]) -> None:
    backups = [backup(number, days, reason) for number, (days, reason) in enumerate(made)]
    gone = superseded(backups)
    for reason in BackupReason:
        of_it = [each for each in backups if each.reason is reason]
        assert not of_it or of_it[-1] not in gone
        assert reason is not BackupReason.UPDATE or not set(of_it) & set(gone)


def test_d14_the_clock_goes_back_and_the_order_stays(tmp_path: Path) -> None:
    fill(tmp_path, 1, 2)
    first = make(tmp_path, NOW)
    second = make(tmp_path, NOW - timedelta(days=900))
    assert [each.name for each in BackupFiles(tmp_path).all()] == [second.name, first.name]


def test_d13_a_backup_is_sound_and_restored_at_the_next_start(tmp_path: Path) -> None:
    fill(tmp_path, 2, 4)
    kept = make(tmp_path)
    assert is_sound(tmp_path / kept.name) and not list(tmp_path.glob("backups/*.part*"))
    fill(tmp_path / "other", 1, 1)
    shutil.copy(tmp_path / "other" / PATH, tmp_path / PATH)
    before = (tmp_path / PATH).read_bytes()
    stage(tmp_path, tmp_path / kept.name)
    assert is_staged(tmp_path) and (tmp_path / PATH).read_bytes() == before

    async def look(storage: Storage) -> Any:
        assert storage.restored
        return await counts(storage)

    assert opened(tmp_path, look) == (2, 8)
    (aside,) = tmp_path.glob(f"set-aside/*/{PATH}")
    assert aside.read_bytes() == before
    assert not is_staged(tmp_path) and (tmp_path / kept.name).exists()


def test_a_staged_restore_can_be_taken_back(tmp_path: Path) -> None:
    fill(tmp_path, 2, 4)
    stage(tmp_path, tmp_path / make(tmp_path).name)
    unstage(tmp_path)
    assert not is_staged(tmp_path) and not swap_in(tmp_path)


def test_d13_a_damaged_database_replaces_no_backup(tmp_path: Path) -> None:
    fill(tmp_path, 5, 20)
    good = make(tmp_path)
    content = (tmp_path / good.name).read_bytes()
    path = tmp_path / PATH
    data = bytearray(path.read_bytes())
    at = leaves_of(path, "messages")[3] * 4096
    data[at : at + 4096] = b"\xa5" * 4096
    path.write_bytes(data)
    with pytest.raises(PandaError) as caught:
        make(tmp_path, NOW + timedelta(days=1))
    assert caught.value.kind is ErrorKind.DATA_DAMAGED
    assert [each.name for each in BackupFiles(tmp_path).all()] == [good.name]
    assert (tmp_path / good.name).read_bytes() == content
    assert not list(tmp_path.glob("backups/*.part*"))
    # And the next start does not use it as if nothing were.
    with pytest.raises(PandaError) as caught:
        opened(tmp_path, counts)
    assert caught.value.kind is ErrorKind.DATA_DAMAGED
    assert path.read_bytes() == bytes(data)


def test_d04_d13_a_full_disk_leaves_the_old_backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, 2, 20)
    good = make(tmp_path)

    def full(*_args: Any, **_more: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PandaError) as caught:
        make(tmp_path)
    assert caught.value.kind is ErrorKind.DISK_FULL
    assert [each.name for each in BackupFiles(tmp_path).all()] == [good.name]
    assert not list(tmp_path.glob("backups/*.part*"))
    monkeypatch.undo()
    assert opened(tmp_path, counts) == (2, 40)


def test_d13_work_goes_on_between_the_slices_of_a_backup(tmp_path: Path) -> None:
    fill(tmp_path, 40, 60)

    async def use(storage: Storage) -> None:
        making = asyncio.ensure_future(storage.backups.make(BackupReason.BY_HAND, NOW))
        done = 0
        while not making.done():
            await storage.conversations.save_draft("c0", f"draft {done}")
            done += 1
        kept = await making
        assert done > 3
        assert is_sound(tmp_path / kept.name)

    opened(tmp_path, use)
    assert is_whole(tmp_path / PATH)


def test_d13_quitting_gives_up_a_backup_that_is_being_made(tmp_path: Path) -> None:
    fill(tmp_path, 40, 60)

    async def main() -> None:
        storage = await Storage.open(tmp_path)
        making = asyncio.ensure_future(storage.backups.make(BackupReason.BY_HAND, NOW))
        while not (tmp_path / "backups/next.part").exists():
            await asyncio.sleep(0)
        await storage.close()
        await asyncio.gather(making, return_exceptions=True)

    asyncio.run(main())
    assert not list(tmp_path.glob("backups/*.part"))
    assert opened(tmp_path, counts) == (40, 2400)


MAKER = """
import asyncio, sys
from pathlib import Path
from panda_desktop.domain.backups import BackupReason
from panda_desktop.storage.storage import Storage
from panda_desktop.storage import restoring
from tests.storage.book import NOW

async def main():
    folder = Path(sys.argv[1])
    while True:
        storage = await Storage.open(folder)
        print("open", flush=True)
        made = await storage.backups.make(BackupReason.BY_HAND, NOW)
        restoring.stage(folder, folder / made.name)
        await storage.close()

asyncio.run(main())
"""


@pytest.mark.parametrize("kills", [6, pytest.param(60, marks=pytest.mark.slow)])
def test_d02_killed_inside_backup_and_restore(tmp_path: Path, kills: int) -> None:
    fill(tmp_path, 5, 40)
    good = make(tmp_path)
    for number in range(kills):
        maker = subprocess.Popen([sys.executable, "-c", MAKER, str(tmp_path)], stdout=subprocess.PIPE)
        assert maker.stdout is not None
        maker.stdout.readline()
        try:
            maker.wait(0.005 * (number % 12))
        except subprocess.TimeoutExpired:
            os.kill(maker.pid, signal.SIGKILL)
        maker.wait()
        maker.stdout.close()
        assert opened(tmp_path, counts) == (5, 200)
        assert is_whole(tmp_path / PATH)
        for each in BackupFiles(tmp_path).all():
            assert is_sound(tmp_path / each.name)
    assert (tmp_path / good.name).exists()


@pytest.mark.parametrize("at", ["panda.sqlite3", "restore.sqlite3", "begun"])
def test_d02_killed_at_every_step_of_the_swap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    fill(tmp_path, 1, 2)
    kept = make(tmp_path)
    stage(tmp_path, tmp_path / kept.name)
    rename = Path.rename

    def killed(self: Path, target: Any) -> Path:
        if self.name == at:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", killed)
    with pytest.raises(KeyboardInterrupt):
        swap_in(tmp_path)
    monkeypatch.undo()
    assert opened(tmp_path, counts) == (1, 2)
    assert len(list(tmp_path.glob(f"set-aside/*/{PATH}"))) == 1
    assert not list(tmp_path.glob("set-aside/begun"))


def test_d08_a_backup_of_a_newer_version_is_not_used(tmp_path: Path) -> None:
    fill(tmp_path, 1, 2)
    kept = make(tmp_path)
    connection = sqlite3.connect(tmp_path / kept.name)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(PandaError) as caught:
        stage(tmp_path, tmp_path / kept.name)
    assert caught.value.kind is ErrorKind.DATA_TOO_NEW
    assert not is_staged(tmp_path) and not list(tmp_path.glob("*.part"))
    assert kept.made_at.tzinfo is UTC
