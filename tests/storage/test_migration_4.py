"""D09: a file of version 3 opens, whole, and can be used at once; and what step 4 brought."""

import asyncio
import sqlite3
from decimal import Decimal
from pathlib import Path

from panda_desktop.domain.boards import Board
from panda_desktop.domain.jobs import FirstFrame, VideoRequest
from panda_desktop.storage.migrations import STEPS
from panda_desktop.storage.storage import Storage
from tests.storage.test_migration import restore, rows_of


def test_d09_version_3_opens_as_it_was(tmp_path: Path) -> None:
    path = restore(tmp_path, "version-3.sql")
    before = rows_of(path)

    async def main() -> None:
        storage = await Storage.open(tmp_path)
        boat, trashed, video, frame = await storage.media.all()
        assert (boat.id, boat.seq, boat.starred, boat.revised_prompt) == ("i1", 1, True, "A red boat, 油画")
        assert trashed.deleted_at is not None and trashed.position == 1
        assert (video.parent_id, frame.parent_id) == ("i1", "i3")
        for item in (boat, trashed, video, frame):
            assert (item.tag_ids, item.board_ids, item.origin, item.duration, item.name) == (
                (),
                (),
                None,
                0.0,
                "",
            )
        assert await storage.media.gone() == () == await storage.boards.all()
        # A job that was taken out of the list is still the record of what was paid.
        (shown,) = await storage.jobs.all()
        assert (shown.id, shown.cost, shown.request.origin) == ("j1", Decimal("0.08"), None)
        hidden = (await storage.jobs.many(["j2", "none"]))["j2"]
        assert isinstance(hidden.request, VideoRequest) and isinstance(hidden.request.first_frame, FirstFrame)
        assert await storage.jobs.moves("j1") == ()
        assert await storage.jobs.first_frames() == {"media/2026/11/frame.png": False}
        assert dict(await storage.jobs.times(10)) == {"kolors": 8.0, "wan-2.7-video": 120.0}

        await storage.boards.save(Board("b", "Sea"), ["i1", "i3"])
        await storage.boards.tag(["i1"], "t1", True)
        items = {item.id: item for item in await storage.media.all()}
        assert (items["i1"].board_ids, items["i1"].tag_ids, items["i3"].board_ids) == (
            ("b",),
            ("t1",),
            ("b",),
        )
        await storage.media.remove([trashed, items["i1"]])
        assert [item.id for item in await storage.media.all()] == ["i3", "i4"]
        await storage.close()

    asyncio.run(main())
    assert rows_of(path.with_suffix(f".before-{len(STEPS)}")) == before
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("SELECT count(*) FROM board_items").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM media_tags").fetchone() == (0,)
    connection.close()
