"""Paid requests while the services are killed at every step and all else breaks: see `faults.schedules`."""

import asyncio
from collections import Counter
from collections.abc import Iterator

from tests.faults.schedules.__main__ import played
from tests.faults.schedules.playing import Played
from tests.torture.score import Score, all_of, none_of, told

LONG_RUNS, SHORT_RUNS = 500, 6
SEED = 1
AT_ONCE = 2


def scores(short: bool) -> Iterator[Score]:
    """Yields what was paid twice, lost or not flagged."""
    # A schedule of an even number is one step of the sweep, one of an odd number is thrown.
    numbers = range(0, SHORT_RUNS * 24, 23) if short else range(LONG_RUNS)
    numbers = numbers[:SHORT_RUNS] if short else numbers
    found = asyncio.run(played(SEED, numbers, AT_ONCE))
    wrong = [said for each in found for said in each.wrong]
    orders = Counter(state.split()[-1] for each in found for state in each.states.values())
    twice = sum("paid " in said and "times" in said for said in wrong)
    yield none_of("kills and faults: jobs paid more than once", twice, sum(orders.values()), "jobs")
    lost = _about(found, "an answer was lost", "of", "not whole")
    yield all_of("kills and faults: answered results recovered", orders["done"], orders["done"] + lost)
    flags = _about(found, "ended ", "no job", "never settled", "queued and sent", "and sent")
    yield all_of("kills and faults: unanswered flagged", orders["unknown"], orders["unknown"] + flags)
    yield none_of(
        "kills and faults: schedules that went wrong", sum(bool(each.wrong) for each in found), len(found)
    )
    yield told("kills and faults: kills", sum(each.killed for each in found), "kills", len(found))


def _about(found: list[Played], *words: str) -> int:
    return sum(any(word in said for word in words) for each in found for said in each.wrong)
