"""The days of the last starts: few, in order, and never in the way."""

import asyncio
from datetime import date, timedelta
from pathlib import Path

from panda_desktop.storage.storage import Storage

FIRST = date(2026, 5, 4)


def test_v12_days_are_noted_once_in_order_and_do_not_grow_for_ever(tmp_path: Path) -> None:
    async def main() -> None:
        storage = await Storage.open(tmp_path)
        for number in range(40):
            await storage.days_seen.see(FIRST + timedelta(days=number))
        last = FIRST + timedelta(days=39)
        seen = await storage.days_seen.see(last)
        assert seen == tuple(last - timedelta(days=ago) for ago in range(15, -1, -1))
        await storage.close()
        again = await Storage.open(tmp_path)
        assert await again.days_seen.see(date(2000, 1, 1)) == (*seen[1:], date(2000, 1, 1))
        await again.close()

    asyncio.run(main())
