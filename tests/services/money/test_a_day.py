"""A day of use: what the books say was charged is what the gateway's own ledger says, to the last digit."""

import asyncio
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from panda_desktop.domain.money import SpendingFilter
from tests.gateway.scripted import Call, Play, answer, stream
from tests.services.chats import chat, delta, finished, growing, quiet, run

BILLING = "/dashboard/billing"
ALL = SpendingFilter()
ROUNDS = 8


class Ledger:
    """The gateway's own: credit falls by what each call costs, exactly."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.credit, self.spent = Decimal("1000"), Decimal("57.123456789")
        self.costs: list[Decimal] = []

    async def tell(self, call: Call) -> None:
        said = f'{{"balance": {self.credit}, "currency": "usd", "total_spent": {self.spent}}}'
        await answer(said)(call)

    def call(self, hold: asyncio.Event | None = None) -> Play:
        """An answer that costs something odd; it is charged before its end arrives."""
        places = self._random.choice((2, 4, 6, 9))
        cost = Decimal(self._random.randint(0, 3_000)).scaleb(-places)
        played = stream(delta("text"), delta("", "stop"), b"data: [DONE]\n\n", hold=hold)

        async def play(call: Call) -> None:
            self.costs.append(cost)
            self.credit -= cost
            self.spent += cost
            await played(call)

        return play


@pytest.mark.parametrize("seed", range(4))
def test_h03_the_books_of_a_day_are_those_of_the_gateway(tmp_path: Path, seed: int) -> None:
    async def main() -> None:
        random = Random(seed)
        ledger = Ledger(random)
        rounds = [random.random() < 0.4 for _ in range(ROUNDS)]
        holds = [asyncio.Event() if overlaps else None for overlaps in rounds]
        plays = [ledger.call(each) for hold in holds for each in ((hold,) if hold is None else (hold, None))]
        async with chat(tmp_path, *plays) as (here, first):
            here.server.routes[BILLING] = ledger.tell
            await here.account.settled()
            begun, done, expected = ledger.spent, 0, list[bool]()
            second = await here.chat.create("auto")
            for hold in holds:
                await here.chat.send(first.id, "one")
                if hold is not None:
                    await here.until(growing(here, done + 1))
                    await here.chat.send(second.id, "at the same time")
                    await here.until(finished(here, done + 1))
                    await here.account.at_rest()
                    hold.set()
                calls = 1 if hold is None else 2
                done += calls
                expected += [calls > 1] * calls
                await here.until(finished(here, done))
                await quiet(here)
            entries = await here.storage.spending.entries(ALL, descending=False)
            report = await here.money.report(ALL)
            assert [entry.shared for entry in entries] == expected
            alone = [entry.charged for entry in entries if not entry.shared]
            assert alone == [c for c, shared in zip(ledger.costs, expected, strict=True) if not shared]
            (total,) = report.totals
            assert (total.charged, total.unknown) == (ledger.spent - begun, 0)
            (found,) = report.reconciliations
            assert (found.gateway, found.explained) == (total.charged, total.charged)
            assert (found.unexplained, found.unknown) == (Decimal(0), 0)

    run(main)
