"""Plays very many schedules and tells how it went.

Promise: the exit status is 0 only when every schedule ended as promised; a wrong one is named by its number.

    python -m tests.faults.schedules [--runs N] [--seed S] [--first N] [--at-once N] [--json FILE]
"""

import argparse
import asyncio
import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.faults.schedules.plan import planned
from tests.faults.schedules.playing import Played, context, play


async def played(seed: int, numbers: range, at_once: int) -> list[Played]:
    """Plays these schedules, some at once."""
    forks, turns, done = context(), asyncio.Semaphore(at_once), []

    async def one(number: int) -> None:
        async with turns:
            with TemporaryDirectory(prefix="schedule-") as folder:
                found = await play(planned(seed, number), Path(folder) / "data", forks)
        done.append(found)
        if found.wrong:
            print(f"{number}: {'; '.join(found.wrong)} ({found.states})", flush=True)
        elif len(done) % 20 == 0:
            print(f"{len(done)} of {len(numbers)}", flush=True)

    await asyncio.gather(*(one(number) for number in numbers))
    return sorted(done, key=lambda each: each.number)


def figures(found: list[Played]) -> dict[str, Any]:
    """Returns the figures of all schedules together."""
    slowest = max(found, key=lambda each: each.seconds)
    return {
        "runs": len(found),
        "wrong": sum(bool(each.wrong) for each in found),
        "starts": sum(each.starts for each in found),
        "kills": sum(each.killed for each in found),
        "posts": sum(each.posts for each in found),
        "orders": dict(Counter(state for each in found for state in each.states.values())),
        "slowest": {"number": slowest.number, "seconds": round(slowest.seconds, 1)},
    }


def main(words: list[str]) -> int:
    """Runs the command; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.schedules", description=__doc__)
    parser.add_argument("--runs", type=int, default=500, help="how many schedules")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    parser.add_argument("--first", type=int, default=0, help="number of the first one")
    parser.add_argument("--at-once", type=int, default=2, help="played at the same time")
    parser.add_argument("--json", type=Path, help="where the result of each is written")
    told = parser.parse_args(words)
    found = asyncio.run(played(told.seed, range(told.first, told.first + told.runs), told.at_once))
    summary = figures(found)
    print(json.dumps(summary, indent=1))
    if told.json is not None:
        whole = {"seed": told.seed, **summary, "schedules": [asdict(each) for each in found]}
        told.json.write_text(json.dumps(whole, indent=1), encoding="utf-8")
    return 1 if summary["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
