"""D09, D02: a file of every older version opens, whole, and can be used at once."""

import asyncio
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from panda_desktop.domain.chat import MessageState, Parameters
from panda_desktop.domain.folders import Shelf
from panda_desktop.domain.search import parse
from panda_desktop.storage.migrations import STEPS
from panda_desktop.storage.search import SearchStore
from panda_desktop.storage.storage import Storage

GOLDEN = Path(__file__).parent / "golden"


def restore(folder: Path, name: str = "version-1.sql") -> Path:
    """Makes the database file of an older version."""
    path = folder / "panda.sqlite3"
    connection = sqlite3.connect(path)
    connection.executescript((GOLDEN / name).read_text(encoding="utf-8"))
    connection.close()
    return path


def rows_of(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


async def complete(search: SearchStore) -> None:
    while await search.take_in_some():
        pass


async def found(storage: Storage, text: str, *, trashed: bool = False) -> list[str]:
    page = await storage.search.search(parse(text), trashed=trashed)
    assert page is not None
    return [hit.message_id or hit.conversation_id for hit in page.hits]


def test_d09_version_1_opens_as_it_was(tmp_path: Path) -> None:
    path = restore(tmp_path)
    before = rows_of(path)

    async def main() -> None:
        storage = await Storage.open(tmp_path)
        store = storage.conversations
        first, second, empty = await store.list()
        assert (first.id, first.title, first.draft, first.leaf_id) == (
            "c1",
            "Crème brûlée",
            "and a pav",
            "a2",
        )
        assert (first.pinned, first.parameters) == (True, Parameters(temperature=0.5))
        assert {second.id, empty.id} == {"c2", "c5"}
        assert all(
            (each.folder_id, each.tag_ids, each.temporary) == (None, (), False) for each in (first, second)
        )
        assert [each.id for each in await store.shelf(Shelf.ARCHIVE)] == ["c3"]
        assert [each.id for each in await store.list(trashed=True)] == ["c4"]
        assert [each.text for each in await store.messages("c1")][1:] == [
            "Slowly, in a **water bath**.",
            "With patience.",
        ]
        assert (await storage.settings.load()).theme == "dark"
        await storage.close()

    asyncio.run(main())
    assert rows_of(path.with_suffix(f".before-{len(STEPS)}")) == before
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_what_was_there_is_found_once_it_is_taken_in(tmp_path: Path) -> None:
    restore(tmp_path)

    async def main() -> None:
        storage = await Storage.open(tmp_path)
        (recovered,) = await storage.conversations.recover()
        assert recovered.state is MessageState.INTERRUPTED
        page = await storage.search.search(parse("bath"))
        assert page is not None and not page.complete
        await complete(storage.search)
        assert await found(storage, "creme") == ["c1", "q1"]
        assert await found(storage, '"water bath"') == ["a1"]
        assert await found(storage, "竹") == ["a3"]
        assert sorted(await found(storage, "question")) == ["q3"]
        assert await found(storage, "question", trashed=True) == ["q4"]
        await storage.close()

    asyncio.run(main())


def test_the_step_itself_takes_nothing_in(tmp_path: Path) -> None:
    """A start must not wait for it, however large the file is."""
    path = restore(tmp_path)
    connection = sqlite3.connect(path)
    text = "panda bamboo " * 80
    connection.executemany(
        "INSERT INTO messages (id, conversation_id, role, state, text, reasoning, facts)"
        " VALUES (?, 'c1', 'user', 'done', ?, '', '{\"created_at\":\"2026-11-20T09:31:00Z\"}')",
        ((f"x{number}", text) for number in range(5_000)),
    )
    connection.commit()
    connection.close()

    async def main() -> None:
        storage = await Storage.open(tmp_path)
        connection = sqlite3.connect(tmp_path / "panda.sqlite3")
        assert connection.execute("SELECT count(*) FROM search_pending").fetchone() == (5_007,)
        assert connection.execute("SELECT count(*) FROM search_words_docsize").fetchone() == (0,)
        connection.close()
        await storage.search.take_in_some()  # titles
        await storage.search.take_in_some()
        assert (await found(storage, "bamboo"))[0] == "x4999"  # the newest first
        await storage.close()

    asyncio.run(main())


TAKER = """
import asyncio, sys
from pathlib import Path
from panda_desktop.storage.storage import Storage

async def main():
    storage = await Storage.open(Path(sys.argv[1]))
    while await storage.search.take_in_some():
        print("step", flush=True)

asyncio.run(main())
"""


@pytest.mark.parametrize("steps", [1, 2, 5])
def test_d02_taking_in_goes_on_after_a_kill(tmp_path: Path, steps: int) -> None:
    path = restore(tmp_path)
    connection = sqlite3.connect(path)
    connection.executemany(
        "INSERT INTO messages (id, conversation_id, role, state, text, reasoning, facts)"
        " VALUES (?, 'c1', 'user', 'done', 'panda', '', '{\"created_at\":\"2026-11-20T09:31:00Z\"}')",
        ((f"x{number}",) for number in range(1_000)),
    )
    connection.commit()
    connection.close()
    taker = subprocess.Popen([sys.executable, "-c", TAKER, str(tmp_path)], stdout=subprocess.PIPE)
    assert taker.stdout is not None
    for _ in range(steps):
        taker.stdout.readline()
    taker.send_signal(signal.SIGKILL)
    taker.wait()
    taker.stdout.close()

    async def main() -> None:
        storage = await Storage.open(tmp_path)
        await complete(storage.search)
        page = await storage.search.search(parse("panda "), limit=2_000)
        assert page is not None and len(page.hits) == 1_000 and page.complete
        await storage.close()

    asyncio.run(main())
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO search_words (search_words) VALUES ('integrity-check')")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_d02_a_step_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = restore(tmp_path)
    broken = (*STEPS[:1], STEPS[1] + "; CREATE TABLE folders (id TEXT)", *STEPS[2:])
    monkeypatch.setattr("panda_desktop.storage.database.STEPS", broken)
    with pytest.raises(sqlite3.OperationalError):
        asyncio.run(Storage.open(tmp_path))
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert "folders" not in names and "search_pending" not in names
    connection.close()


def test_the_golden_file_is_what_step_1_makes(tmp_path: Path) -> None:
    """A step that was ever released is never changed."""
    made = sqlite3.connect(":memory:")
    for statement in STEPS[0].split(";"):
        made.execute(statement)
    old = sqlite3.connect(restore(tmp_path))

    def shape(connection: sqlite3.Connection) -> list[tuple[str, str]]:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        return [(name, " ".join(text.split())) for name, text in rows]

    assert shape(made) == shape(old)
    made.close()
    old.close()
