"""The very first start is killed before the database has its shape."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.storage.checking import is_unborn
from panda_desktop.storage.restoring import DATABASE
from panda_desktop.storage.storage import Storage


def begun(folder: Path) -> Path:
    """Leaves what a start leaves that got as far as its journal; the log is still there."""
    path = folder / DATABASE
    kept = []
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE half (x)")
        kept = [(each, each.read_bytes()) for each in folder.glob(f"{DATABASE}*")]
        connection.execute("ROLLBACK")
    for each, data in kept:
        each.write_bytes(data)
    return path


def opened(folder: Path) -> None:
    async def main() -> None:
        storage = await Storage.open(folder)
        assert await storage.jobs.all() == ()
        assert not storage.lost_log
        await storage.close()

    asyncio.run(main())


def test_d02_d01_the_next_start_begins_as_if_it_were_the_first(tmp_path: Path) -> None:
    path = begun(tmp_path)
    assert is_unborn(path)
    opened(tmp_path)
    assert not is_unborn(path)
    opened(tmp_path)


def test_d06_an_empty_shape_beside_backups_is_damage(tmp_path: Path) -> None:
    begun(tmp_path)
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "a.sqlite3").write_bytes(b"")
    with pytest.raises(PandaError) as caught:
        opened(tmp_path)
    assert caught.value.kind is ErrorKind.DATA_DAMAGED


def test_d07_a_file_says_that_it_was_used_also_without_its_log(tmp_path: Path) -> None:
    async def main() -> None:
        storage = await Storage.open(tmp_path)
        kept = (tmp_path / DATABASE).read_bytes()
        await storage.close()
        for path in tmp_path.glob(f"{DATABASE}*"):
            path.unlink()
        (tmp_path / DATABASE).write_bytes(kept)
        assert not is_unborn(tmp_path / DATABASE)

    asyncio.run(main())
