"""D03, D04, D07, D11, D15: whatever the disk does, what was acknowledged is there or the trouble is named."""

import asyncio
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.backups import BackupReason
from panda_desktop.domain.chat import Message, MessageState, Role
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.storage.file_system import is_share_in
from panda_desktop.storage.peeking import peek_settings
from panda_desktop.storage.storage import Storage
from tests.storage.book import NOW
from tests.storage.damaged import counts, fill, is_whole, opened

PATH = "panda.sqlite3"
WRITER = """
import asyncio, os, sys
from pathlib import Path
from panda_desktop.domain.chat import Message, Role
from panda_desktop.storage.storage import Storage
from tests.storage.book import NOW

async def main():
    storage = await Storage.open(Path(sys.argv[1]))
    for number in range(int(sys.argv[2])):
        text = f"{sys.argv[3]} {number} " * 40
        made = Message(f"{sys.argv[3]}{number}", "c0", None, 0, Role.USER, text, NOW)
        await storage.conversations.add((made,))
    os._exit(0)

asyncio.run(main())
"""


def leave_a_log(folder: Path, messages: int = 5, name: str = "new") -> Path:
    """Adds messages and ends as if killed: they are in the log only."""
    subprocess.run([sys.executable, "-c", WRITER, str(folder), str(messages), name], check=True)
    log = folder / f"{PATH}-wal"
    assert log.stat().st_size > 0
    return log


def message(identity: str, text: str = "hello") -> Message:
    return Message(identity, "c0", None, 0, Role.USER, text, NOW)


def test_d07_the_log_is_gone(tmp_path: Path) -> None:
    fill(tmp_path, 2, 6)
    leave_a_log(tmp_path).unlink()
    assert opened(tmp_path, counts) == (2, 12)
    assert is_whole(tmp_path / PATH)


@pytest.mark.parametrize(("other", "is_noted"), [((1, 1), True), ((3, 40), True), ((3, 40), False)])
def test_d07_the_log_is_of_another_database(tmp_path: Path, other: tuple[int, int], is_noted: bool) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    fill(ours, 2, 20)
    fill(theirs, *other)
    own = leave_a_log(ours, 5, "ours")
    if not is_noted:  # that some pages of it do not go with ours is seen without the note
        (ours / f"{PATH}-log").unlink()
    log = leave_a_log(theirs, 60, "theirs")
    shutil.copy(log, own)
    foreign = log.read_bytes()

    async def look(storage: Storage) -> tuple[bool, tuple[int, int]]:
        return storage.lost_log, await counts(storage)

    assert opened(ours, look) == (True, (2, 40))
    (aside,) = ours.glob(f"set-aside/*/{log.name}")
    assert aside.read_bytes() == foreign
    assert is_whole(ours / PATH)
    assert opened(ours, look) == (False, (2, 40))


def test_d07_the_own_log_is_known_through_checkpoints_and_kills(tmp_path: Path) -> None:
    fill(tmp_path, 1, 2)
    for number in range(4):
        leave_a_log(tmp_path, 300, f"run{number}-")  # more than the log holds: it begins anew

    async def look(storage: Storage) -> tuple[bool, int]:
        (found,) = await storage._database.run(
            lambda connection: connection.execute("SELECT count(*) FROM messages").fetchone()
        )
        return storage.lost_log, found

    assert opened(tmp_path, look) == (False, 1202)
    assert not (tmp_path / f"{PATH}-log").exists()


@pytest.mark.parametrize("put", [None, b"", b"something else" * 500])
def test_d07_the_log_is_taken_away_while_the_program_runs(tmp_path: Path, put: bytes | None) -> None:
    fill(tmp_path, 1, 2)

    async def main() -> None:
        storage = await Storage.open(tmp_path)
        await storage.conversations.add((message("before"),))
        log = tmp_path / f"{PATH}-wal"
        log.unlink()
        if put is not None:
            log.write_bytes(put)
        await storage.conversations.add((message("after"),))
        # A kill now loses neither: what another program reads is what a start would read.
        copy = tmp_path / "copy"
        copy.mkdir()
        for each in (PATH, f"{PATH}-wal"):
            shutil.copy(tmp_path / each, copy / each)
        await storage.close()

    asyncio.run(main())
    assert opened(tmp_path / "copy", counts) == (1, 4)
    assert opened(tmp_path, counts) == (1, 4)


@pytest.mark.parametrize("points", [30, pytest.param(300, marks=pytest.mark.slow)])
def test_d03_what_was_acknowledged_needs_nothing_that_was_not_synced(tmp_path: Path, points: int) -> None:
    """Power loss, as far as files can play it: everything of the log behind the last sync is lost, torn or
    garbage. What SQLite has synced is known from where a durable commit ended.
    """
    fill(tmp_path, 1, 2)
    log = tmp_path / f"{PATH}-wal"
    synced: list[tuple[int, int]] = []

    async def write() -> None:
        storage = await Storage.open(tmp_path)
        for number in range(12):
            await storage.conversations.add((message(f"sent{number}", "hello " * 300),))
            synced.append((log.stat().st_size, number + 1))
            for draft in range(6):
                await storage.conversations.save_draft("c0", f"{number} {draft}" * 200)
        for each in (PATH, f"{PATH}-wal"):
            shutil.copy(tmp_path / each, tmp_path / f"kept-{each}")
        await storage.close()

    asyncio.run(write())
    base, whole = (tmp_path / f"kept-{PATH}").read_bytes(), (tmp_path / f"kept-{PATH}-wal").read_bytes()
    chance = random.Random(3)
    for point in range(points):
        size, sent = synced[point % len(synced)]
        tail = bytearray(whole[size : chance.randrange(size, len(whole) + 1)])
        for at in range(0, len(tail), 512):
            if chance.random() < 0.4:
                tail[at : at + 512] = bytes(len(tail[at : at + 512]))
        folder = tmp_path / f"after-{point}"
        folder.mkdir()
        (folder / PATH).write_bytes(base)
        (folder / f"{PATH}-wal").write_bytes(whole[:size] + tail)
        chats, messages = opened(folder, counts)
        assert chats == 1 and messages >= 2 + sent
        shutil.rmtree(folder)


def test_d03_an_answer_that_has_ended_is_synced(tmp_path: Path) -> None:
    fill(tmp_path, 1, 2)

    async def use(storage: Storage) -> list[str]:
        said: list[str] = []
        answer = Message("a", "c0", None, 0, Role.ASSISTANT, "", NOW, state=MessageState.STREAMING)
        (answer,) = await storage.conversations.add((answer,))
        connection = storage._database._connection
        assert connection is not None
        connection.set_trace_callback(said.append)
        await storage.conversations.checkpoint(answer)
        streaming = list(said)
        said.clear()
        from dataclasses import replace

        await storage.conversations.checkpoint(replace(answer, state=MessageState.DONE))
        connection.set_trace_callback(None)
        assert not any("FULL" in each for each in streaming)
        return said

    said = opened(tmp_path, use)
    assert said.index("PRAGMA synchronous = FULL") < said.index("COMMIT")


def test_d04_a_full_disk_is_named_reading_goes_on_and_it_resumes(tmp_path: Path) -> None:
    fill(tmp_path, 2, 6)

    async def use(storage: Storage) -> None:
        def limit(pages: int) -> Callable[[sqlite3.Connection], Any]:
            return lambda connection: connection.execute(f"PRAGMA max_page_count = {pages}").fetchone()

        await storage._database.run(limit(1))  # no more than there are
        with pytest.raises(PandaError) as caught:
            for number in range(200):
                await storage.conversations.add((message(f"big{number}", "x" * 20_000),))
        assert caught.value.kind is ErrorKind.DISK_FULL
        chats, messages = await counts(storage)
        assert chats == 2 and messages >= 12
        await storage._database.run(limit(1_000_000))
        await storage.conversations.add((message("again", "x" * 20_000),))
        assert (await counts(storage))[1] == messages + 1

    opened(tmp_path, use)
    assert is_whole(tmp_path / PATH)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("srv:/x /home/a nfs4 rw 0 0", True),
        ("//srv/x /home/a cifs rw 0 0", True),
        ("a:b /home/a fuse.sshfs rw 0 0", True),
        ("/dev/sda /home/a ext4 rw 0 0", False),
        ("srv:/x /home/other nfs rw 0 0", False),
        ("srv:/x /home/a\\040b nfs rw 0 0", False),
        ("portal /home/a fuse.portal rw 0 0", False),
    ],
)
def test_d11_shares_are_known(line: str, found: bool) -> None:
    mounts = f"proc /proc proc rw 0 0\n/dev/sda1 / ext4 rw 0 0\n{line}\nbroken\n"
    assert is_share_in(mounts, Path("/home/a/data/panda")) is found


def test_d11_no_log_on_a_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, 2, 6)  # with a log, before the folder was moved there
    monkeypatch.setattr("panda_desktop.storage.database.is_share", lambda _folder: True)

    async def use(storage: Storage) -> tuple[int, int]:
        await storage.conversations.add((message("there"),))
        assert not (tmp_path / f"{PATH}-wal").exists()
        await storage.backups.make(BackupReason.BY_HAND, NOW)
        return await counts(storage)

    assert opened(tmp_path, use) == (2, 13)
    assert opened(tmp_path, counts) == (2, 13)


@pytest.mark.parametrize("name", ["🐼 panda", "100%25 #1?x=y&z", "a b'c\";d", "资料夹", "x" * 200])
def test_d11_strange_folders_work(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "data"
    fill(folder, 1, 2)
    leave_a_log(folder)
    assert opened(folder, counts) == (1, 7)
    opened(folder, lambda storage: storage.backups.make(BackupReason.BY_HAND, NOW))
    assert peek_settings(folder).theme == "dark"
    assert list(folder.glob("backups/*.sqlite3"))


def test_d15_one_thread_has_the_connection_even_while_a_backup_is_made(tmp_path: Path) -> None:
    fill(tmp_path, 30, 40)
    threads: set[int] = set()

    async def use(storage: Storage) -> None:
        making = asyncio.ensure_future(storage.backups.make(BackupReason.BY_HAND, NOW))
        while not making.done():
            await storage._database.run(lambda _connection: threads.add(threading.get_ident()))
        await making

    opened(tmp_path, use)
    assert len(threads) == 1 and threading.get_ident() not in threads


def test_d06_an_emptied_file_with_backups_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    fill(tmp_path, 1, 2)
    opened(tmp_path, lambda storage: storage.backups.make(BackupReason.BY_HAND, NOW))
    (tmp_path / PATH).write_bytes(b"")
    with pytest.raises(PandaError) as caught:
        opened(tmp_path, counts)
    assert caught.value.kind is ErrorKind.DATA_DAMAGED


def test_d06_damage_met_while_running_is_known_at_the_next_start(tmp_path: Path) -> None:
    fill(tmp_path, 3, 40)
    from tests.storage.damaged import leaves_of

    path = tmp_path / PATH
    data = bytearray(path.read_bytes())
    at = leaves_of(path, "messages")[5] * 4096
    data[at : at + 4096] = b"\xa5" * 4096
    path.write_bytes(data)
    with pytest.raises(PandaError) as caught:
        opened(tmp_path, counts)  # it opens: nothing is read whole at a usual start
    assert caught.value.kind is ErrorKind.DATA_DAMAGED
    with pytest.raises(PandaError) as caught:
        asyncio.run(Storage.open(tmp_path))
    assert caught.value.kind is ErrorKind.DATA_DAMAGED
