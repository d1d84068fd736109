"""D09: a file of version 2 opens, whole, and can be used at once; and what step 3 brought."""

import asyncio
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from panda_desktop.domain.attachments import Attachment, AttachmentKind
from panda_desktop.domain.chat import Message, Role, TitleBy
from panda_desktop.storage.attachments import _USED
from panda_desktop.storage.migrations import STEPS
from panda_desktop.storage.storage import Storage
from tests.storage.test_migration import found, restore, rows_of

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FILE = Attachment("x", AttachmentKind.TEXT, "a.txt", "attachments/aa/a.txt", "text/plain", 3)


def test_d09_version_2_opens_as_it_was(tmp_path: Path) -> None:
    path = restore(tmp_path, "version-2.sql")
    before = rows_of(path)

    async def main() -> None:
        storage = await Storage.open(tmp_path)
        store = storage.conversations
        first, second, _ = await store.list()
        assert (first.title, first.folder_id, first.tag_ids) == ("Crème brûlée", "f1", ("t1",))
        for each in (first, second):
            assert (each.draft_attachments, each.title_by) == ((), TitleBy.TEXT)
        assert all(each.attachments == () for each in await store.messages("c1"))
        assert await found(storage, "creme") == ["c1", "q1"]
        assert await storage.presets.all() == () == await storage.prompts.all()
        assert await storage.queue.items("c1") == ()
        gone = [each.id for each in await store.messages("c1")]
        await store.set_aside(gone)
        assert await found(storage, "creme") == ["c1"]
        assert [each.id for each in await store.bring_back(gone)] == gone
        assert await found(storage, "creme") == ["c1", "q1"]
        await storage.close()

    asyncio.run(main())
    assert rows_of(path.with_suffix(f".before-{len(STEPS)}")) == before
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO search_words (search_words) VALUES ('integrity-check')")
    connection.close()


def test_what_messages_refer_to_is_found_without_reading_all_of_them(tmp_path: Path) -> None:
    path = restore(tmp_path, "version-2.sql")

    async def main() -> None:
        storage = await Storage.open(tmp_path)
        asked = Message("m", "c1", None, 0, Role.USER, "Look", NOW, attachments=(FILE,))
        await storage.conversations.add((asked,))
        stored = await storage.conversations.message("m")
        assert stored is not None and stored.attachments == (FILE,)
        await storage.close()

    asyncio.run(main())
    connection = sqlite3.connect(path)
    plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {_USED[0]}"))
    assert "messages_with_files" in plan
    assert connection.execute(_USED[0]).fetchone()[0].startswith('[{"id":"x"')
    connection.close()
