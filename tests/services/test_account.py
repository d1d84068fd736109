"""The balance as those who wait for a reading get it."""

import asyncio
from decimal import Decimal
from pathlib import Path

from panda_desktop.domain.changes import BalanceChanged
from tests.services.chats import run
from tests.services.world import world


def test_a_reading_that_begins_before_the_waiter_wakes_does_not_take_its_balance(tmp_path: Path) -> None:
    """Two paid calls end at nearly the same time: the second one's reading begins when the first one's is
    over and whoever waits for it has not gone on yet.
    """

    async def main() -> None:
        async with world(tmp_path) as here:
            loop = asyncio.get_running_loop()
            begun: list[None] = []

            def begin_another(change: BalanceChanged) -> None:
                if not change.refreshing and not begun:
                    begun.append(None)
                    loop.call_soon(here.account.refresh)

            await here.account.at_rest()
            here.bus.subscribe(BalanceChanged, begin_another)
            read = await here.account.settled()
            assert begun
            assert read is not None and read.amount == Decimal("42.50")
            await here.account.at_rest()

    run(main)
