"""D09: a file of version 4 opens, whole, and what step 5 brought can be used at once."""

import asyncio
import sqlite3
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from panda_desktop.domain.jobs import JobState
from panda_desktop.domain.money import LedgerEntry, SpendingFilter, SpendKind
from panda_desktop.storage.migrations import STEPS
from panda_desktop.storage.storage import Storage
from tests.storage.test_migration import restore, rows_of


def test_d09_version_4_opens_as_it_was_and_keeps_a_ledger(tmp_path: Path) -> None:
    path = restore(tmp_path, "version-4.sql")
    before = rows_of(path)

    async def main() -> None:
        storage = await Storage.open(tmp_path)
        (board,) = await storage.boards.all()
        assert (board.id, board.name) == ("b1", "Sea, 海")
        assert next(item.board_ids for item in await storage.media.all()) == ("b1",)
        assert [move.state for move in await storage.jobs.moves("j1")] == [JobState.DONE]
        assert await storage.spending.entries(SpendingFilter()) == ()
        assert await storage.prices.prices() == () == await storage.prices.budgets()
        now = datetime(2026, 11, 28, tzinfo=UTC)
        spent = LedgerEntry("e", now, now.date(), "first", "u", SpendKind.IMAGE, "m", charged=Decimal("0.04"))
        await storage.spending.save(spent)
        assert await storage.spending.entries(SpendingFilter()) == (spent,)
        await storage.close()

    asyncio.run(main())
    assert rows_of(path.with_suffix(f".before-{len(STEPS)}")) == before
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
