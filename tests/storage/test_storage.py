"""The real database file, the real folder."""

import asyncio
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panda_desktop.domain.chat import Conversation, Message, MessageState, Parameters, Role, Usage
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.jobs import (
    FirstFrame,
    ImageRequest,
    Job,
    JobKind,
    JobState,
    RawAnswer,
    VideoRequest,
)
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.domain.settings import Settings
from panda_desktop.storage.database import Database
from panda_desktop.storage.names import safe_name
from panda_desktop.storage.settings_text import settings_of
from panda_desktop.storage.storage import Storage

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def conversation(number: int = 1) -> Conversation:
    return Conversation(f"c{number}", "Title", "auto", NOW, NOW, parameters=Parameters(temperature=0.5))


def answer(text: str = "", state: MessageState = MessageState.WAITING) -> Message:
    return Message("a1", "c1", "q1", 0, Role.ASSISTANT, text, NOW, state=state, model="auto")


def test_a_conversation_comes_back_as_it_was(tmp_path: Path) -> None:
    async def main() -> None:
        storage = await Storage.open(tmp_path / "data")
        question = Message("q1", "c1", None, 0, Role.USER, "Hello \ud83d", NOW)
        whole = replace(
            answer("你好", MessageState.DONE),
            usage=Usage(1, 2, 3),
            error=ErrorKind.TRUNCATED,
            error_detail=ErrorDetail(status=200, message="cut"),
        )
        stored = await storage.conversations.add((question, whole), conversation())
        await storage.conversations.save_draft("c1", "not sent")
        await storage.conversations.save(conversation())
        await storage.close()
        storage = await Storage.open(tmp_path / "data")
        found = await storage.conversations.list()
        assert found == (replace(conversation(), draft="not sent"),)
        messages = await storage.conversations.messages("c1")
        assert messages[0].text == "Hello \ufffd"
        assert messages[1] == stored[1]
        await storage.close()

    asyncio.run(main())


def test_d12_a_branch_is_read_without_the_others(tmp_path: Path) -> None:
    def message(identity: str, parent_id: str | None) -> Message:
        return Message(identity, "c1", parent_id, 0, Role.USER, identity, NOW)

    async def main() -> None:
        storage = await Storage.open(tmp_path)
        tree = (("a", None), ("b", "a"), ("c", "b"), ("x", "a"), ("y", "x"), ("ring1", "ring2"))
        many = [message(f"other{number}", "a") for number in range(500)]
        await storage.conversations.add([*(message(*each) for each in tree), *many], conversation())
        await storage.conversations.add((message("ring2", "ring1"),))
        read: list[int] = []
        run = storage.conversations._saved._database.run

        async def counted(work: Any, **more: Any) -> Any:
            found = await run(work, **more)
            read.append(len(found))
            return found

        storage.conversations._saved._database.run = counted  # type: ignore[method-assign]
        for leaf, branch in (("c", "abc"), ("x", "ax"), ("a", "a"), ("gone", "")):
            assert "".join(each.id for each in await storage.conversations.branch(leaf)) == branch
        assert read == [3, 2, 1, 0]
        assert [each.id for each in await storage.conversations.branch("ring1")] == ["ring2", "ring1"]
        await storage.close()

    asyncio.run(main())


def test_a_temporary_branch_is_read_from_memory(tmp_path: Path) -> None:
    async def main() -> None:
        storage = await Storage.open(tmp_path)
        question = Message("q1", "c1", None, 0, Role.USER, "Hello", NOW)
        await storage.conversations.add((question, answer()), replace(conversation(), temporary=True))
        assert [each.id for each in await storage.conversations.branch("a1")] == ["q1", "a1"]
        await storage.close()

    asyncio.run(main())


def test_answers_left_open_are_marked(tmp_path: Path) -> None:
    async def main() -> None:
        storage = await Storage.open(tmp_path)
        await storage.conversations.add((answer("so far", MessageState.STREAMING),), conversation())
        (found,) = await storage.conversations.recover()
        assert (found.state, found.error, found.text) == (
            MessageState.INTERRUPTED,
            ErrorKind.CRASHED,
            "so far",
        )
        assert await storage.conversations.recover() == ()
        await storage.close()

    asyncio.run(main())


def test_a_job_is_moved_once(tmp_path: Path) -> None:
    async def main() -> None:
        storage = await Storage.open(tmp_path)
        request = VideoRequest("wan-2.7-video", "a panda", FirstFrame(file="media/x.png", media_id="m"))
        job = await storage.jobs.add(Job("j1", JobKind.VIDEO, request, JobState.QUEUED, NOW))
        sending = replace(job, state=JobState.SUBMITTING, balance_before=Decimal("42.50"))
        won = await asyncio.gather(*(storage.jobs.move(JobState.QUEUED, sending) for _ in range(10)))
        assert sorted(won) == [False] * 9 + [True]
        with pytest.raises(ValueError, match="does not move"):
            await storage.jobs.move(JobState.DONE, sending)
        raw = RawAnswer(200, {"x-request-id": "r"}, b"\x00\xff", NOW)
        answered = replace(sending, state=JobState.ANSWERED)
        assert await storage.jobs.store_answer(JobState.SUBMITTING, answered, raw)
        assert not await storage.jobs.store_answer(JobState.SUBMITTING, answered, raw)
        await storage.close()
        storage = await Storage.open(tmp_path)
        assert await storage.jobs.all() == (answered,)
        assert await storage.jobs.answer("j1") == raw
        await storage.jobs.hide("j1")
        assert await storage.jobs.all() == ()
        assert await storage.jobs.get("j1") == answered
        await storage.close()

    asyncio.run(main())


def test_files_and_the_end_of_a_job_are_one_step(tmp_path: Path) -> None:
    async def main() -> None:
        storage = await Storage.open(tmp_path)
        request = ImageRequest("kolors", "a panda", 2)
        job = await storage.jobs.add(Job("j1", JobKind.IMAGE, request, JobState.DOWNLOADING, NOW))
        file = storage.files.keep_bytes(b"bytes", ".png", NOW)
        assert storage.files.path(file).read_bytes() == b"bytes"
        item = MediaItem("m1", MediaKind.IMAGE, file, "image/png", 5, "00", NOW, job_id="j1")
        done = replace(job, state=JobState.DONE, arrived=1)
        stored = await storage.media.finish(JobState.DOWNLOADING, done, (item,))
        assert await storage.media.finish(JobState.DOWNLOADING, done, (item,)) is None
        assert await storage.media.all() == stored
        storage.files.copy(file, tmp_path / "copy.png")
        assert (tmp_path / "copy.png").read_bytes() == b"bytes"
        for outside in ("../secret", "/etc/passwd"):
            with pytest.raises(PandaError):
                storage.files.path(outside)
        await storage.close()

    asyncio.run(main())


@pytest.mark.parametrize(
    "content", [b"x" * 40, b"random bytes " * 100, b"SQLite format 3\x00" + b"\xff" * 4000]
)
def test_d06_a_damaged_file_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "panda.sqlite3"
    path.write_bytes(content)
    with pytest.raises(PandaError) as caught:
        asyncio.run(Storage.open(tmp_path))
    assert caught.value.kind is ErrorKind.DATA_DAMAGED
    assert path.read_bytes() == content


def test_d08_a_newer_file_is_left_as_it_is(tmp_path: Path) -> None:
    async def make() -> None:
        await (await Storage.open(tmp_path)).close()

    asyncio.run(make())
    path = tmp_path / "panda.sqlite3"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(PandaError) as caught:
        asyncio.run(Storage.open(tmp_path))
    assert caught.value.kind is ErrorKind.DATA_TOO_NEW
    assert path.read_bytes() == before


WRITER = """
import asyncio, sys
from dataclasses import replace
from pathlib import Path
from tests.storage.test_storage import answer, conversation
from panda_desktop.storage.storage import Storage

async def main():
    storage = await Storage.open(Path(sys.argv[1]))
    (message,) = await storage.conversations.add((answer(),), conversation())
    for number in range(100000):
        message = replace(message, text=message.text + f"{number} ")
        await storage.conversations.checkpoint(message)
        print(number, flush=True)

asyncio.run(main())
"""


@pytest.mark.parametrize("lines", [1, 7, 40])
def test_d01_what_was_acknowledged_survives_a_kill(tmp_path: Path, lines: int) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE)
    assert writer.stdout is not None
    last = -1
    for _ in range(lines):
        last = int(writer.stdout.readline())
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdout.close()

    async def main() -> None:
        storage = await Storage.open(tmp_path)
        (message,) = await storage.conversations.messages("c1")
        assert f"{last} " in message.text
        await storage.close()

    asyncio.run(main())
    connection = sqlite3.connect(tmp_path / "panda.sqlite3")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


@given(st.text())
def test_any_stored_text_gives_settings(text: str) -> None:
    assert settings_of(text) == settings_of(text).sane()


def test_settings_keep_what_is_in_range() -> None:
    assert settings_of('{"zoom": 900, "theme": "dark", "image_n": "x", "new": 1}') == Settings(theme="dark")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("../../x", ".. .. x.png"),
        ("CON", "_CON.png"),
        ("aux.txt", "_aux.txt.png"),
        ("a:b?", "a b.png"),
        ("trailing. ", "trailing.png"),
        ("\u202egnp.exe", "gnp.exe.png"),
        ("", "panda.png"),
        ("猫" * 300, "猫" * 38 + ".png"),
    ],
)
def test_i18_names(text: str, name: str) -> None:
    made = safe_name(text, ".png")
    assert made == name.lstrip(". ")
    assert len(made.encode()) <= 120


def test_a_cursor_that_leaves_the_thread_of_the_database_is_at_its_end(tmp_path: Path) -> None:
    """One that is freed on another thread resets a statement that may be in use: "API misuse", or a crash."""

    async def main() -> None:
        database = Database(tmp_path / "panda.sqlite3")
        await database.open()
        cursor = await database.run(lambda connection: connection.execute("SELECT 1 UNION SELECT 2"))
        with pytest.raises(sqlite3.ProgrammingError, match="closed cursor"):
            cursor.fetchone()
        await database.close()

    asyncio.run(main())
