"""D06: a damaged database is set aside, and what can be read of it is taken over."""

import random
import sqlite3
import time
from pathlib import Path

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.jobs import JobKind, JobState
from panda_desktop.storage.salvage import salvage
from panda_desktop.storage.storage import Storage
from tests.storage.damaged import counts, fill, is_whole, leaves_of, opened, page_of

PATH = "panda.sqlite3"


def spoil(path: Path, pages: list[int], size: int = 4096) -> bytes:
    data = bytearray(path.read_bytes())
    for page in pages:
        data[page * size : (page + 1) * size] = b"\xa5" * size
    path.write_bytes(data)
    return bytes(data)


@pytest.mark.parametrize("chats", [5, pytest.param(60, marks=pytest.mark.slow)])
def test_d06_unreadable_pages_cost_only_what_was_on_them(tmp_path: Path, chats: int) -> None:
    fill(tmp_path, chats)
    path = tmp_path / PATH
    damaged = spoil(path, leaves_of(path, "messages")[6:10])
    began = time.process_time()  # the machine of the tests is shared
    report = salvage(tmp_path)
    usable = opened(tmp_path, counts)
    assert time.process_time() - began < 3
    assert usable == (report.chats, report.messages)
    assert report.chats == chats
    assert chats * 20 - 60 < report.messages < chats * 20
    assert report.lost == chats * 20 - report.messages
    assert is_whole(path)
    (aside,) = tmp_path.glob("set-aside/*/panda.sqlite3")
    assert aside.read_bytes() == damaged


def test_d06_a_spoiled_first_page_head_is_mended(tmp_path: Path) -> None:
    fill(tmp_path)
    path = tmp_path / PATH
    data = bytearray(path.read_bytes())
    data[0:16] = b"\x00" * 16
    path.write_bytes(data)
    report = salvage(tmp_path)
    assert (report.chats, report.messages, report.jobs, report.lost) == (5, 100, 1, 0)
    assert opened(tmp_path, counts) == (5, 100)


def test_d06_messages_without_their_chat_get_one(tmp_path: Path) -> None:
    fill(tmp_path, 3)
    size, root = page_of(tmp_path / PATH, "conversations")
    spoil(tmp_path / PATH, [root - 1], size)
    report = salvage(tmp_path)
    assert (report.chats, report.messages) == (3, 60)

    async def look(storage: Storage) -> list[tuple[str, int]]:
        chats = await storage.conversations.list()
        assert all(chat.title.startswith("Message 0 of chat") for chat in chats)
        return [(chat.id, len(await storage.conversations.branch(chat.leaf_id or ""))) for chat in chats]

    assert sorted(opened(tmp_path, look)) == [("c0", 20), ("c1", 20), ("c2", 20)]


def test_d06_v10_what_waited_is_not_taken_for_unsent(tmp_path: Path) -> None:
    fill(tmp_path)
    salvage(tmp_path)

    async def jobs(storage: Storage) -> list[tuple[JobKind, JobState]]:
        return [(job.kind, job.state) for job in await storage.jobs.all()]

    assert opened(tmp_path, jobs) == [(JobKind.IMAGE, JobState.UNKNOWN)]


@pytest.mark.parametrize("content", [b"", b"x" * 40, b"random bytes " * 1000])
def test_d06_a_file_without_anything_stays(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / PATH
    path.write_bytes(content)
    with pytest.raises(PandaError) as caught:
        salvage(tmp_path)
    assert caught.value.kind is ErrorKind.DATA_DAMAGED
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == [PATH]


def _survives(folder: Path, data: bytes) -> bool:
    """Opens or salvages a spoiled file; returns whether all of it ended in a whole database."""
    path = folder / PATH
    for left in folder.glob("panda.sqlite3-*"):
        left.unlink()
    path.write_bytes(data)
    try:
        try:
            opened(folder, counts)
        except PandaError:
            assert path.read_bytes() == data
            salvage(folder)
            opened(folder, counts)
            assert is_whole(path)
    except PandaError as error:
        assert error.kind in (ErrorKind.DATA_DAMAGED, ErrorKind.DATA_TOO_NEW)
        assert path.read_bytes() == data
        return False
    return True


@pytest.mark.parametrize("flips", [40, pytest.param(1000, marks=pytest.mark.slow)])
def test_d06_single_bits_flipped_anywhere(tmp_path: Path, flips: int) -> None:
    fill(tmp_path, 2, 10)
    whole = (tmp_path / PATH).read_bytes()
    chance = random.Random(6)
    usable = 0
    for _ in range(flips):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        usable += _survives(tmp_path, bytes(data))
    assert usable > 0.9 * flips


def test_d06_a_row_that_means_nothing_is_damage_too(tmp_path: Path) -> None:
    fill(tmp_path, 2, 10)
    connection = sqlite3.connect(tmp_path / PATH)
    connection.execute("UPDATE messages SET facts = 'x' WHERE id = 'm0-3'")
    connection.commit()
    connection.close()
    for _ in range(2):  # met while reading, and known at the next start
        with pytest.raises(PandaError) as caught:
            opened(tmp_path, counts)
        assert caught.value.kind is ErrorKind.DATA_DAMAGED
    report = salvage(tmp_path)
    assert (report.messages, report.lost) == (19, 1)
    assert opened(tmp_path, counts) == (2, 19)


@pytest.mark.parametrize("step", [9, pytest.param(1, marks=pytest.mark.slow)])
def test_d06_cut_off_at_every_page(tmp_path: Path, step: int) -> None:
    fill(tmp_path, 2, 10)
    whole = (tmp_path / PATH).read_bytes()
    for pages in range(0, len(whole) // 4096, step):
        _survives(tmp_path, whole[: pages * 4096])
