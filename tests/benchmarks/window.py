"""One answer streamed into the window of the real program at 240 tokens a second, over HTTP from loopback.

Whole process, read from outside (`_tree`): processor time, memory, and the time from the last byte of a
packet on the socket to the painted text that holds it.
"""

import sys
import tempfile
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.benchmarks._pace import RATE, paced
from tests.benchmarks._tree import Watch
from tests.benchmarks._window import window
from tests.benchmarks.row import Row, at_most, not_run, told
from tests.benchmarks.streaming import mixed

TOKENS: Final = {True: 2_400, False: 20_000}
LAG_MS: Final = 33


@dataclass(frozen=True, slots=True)
class Run:
    """What it took: seconds of the processor, MiB, the last quarter of the time against the first, and for
    each packet the milliseconds until it was painted.
    """

    cpu: float
    memory: float
    growth: float
    lags: list[float]


def streamed(tokens: int) -> Run:
    """Streams once."""
    text = mixed(tokens)
    with (
        paced(text) as server,
        tempfile.TemporaryDirectory() as folder,
        window(Path(folder), f"{server.url}/v1", "stream") as shown,
    ):
        shown.told("ready")
        with Watch(shown.tree) as watch:
            painted: list[tuple[float, int]] = shown.told("painted")
    if not painted or painted[-1][1] != len(text):
        raise RuntimeError("the end of the answer was not painted")
    return Run(watch.cpu, watch.memory, watch.growth(tokens / RATE), _lags(server.sent, painted))


def _lags(sent: Sequence[tuple[float, int]], painted: Sequence[tuple[float, int]]) -> list[float]:
    """Returns the milliseconds from each packet to the first paint with all of its text, sorted."""
    reached = [characters for _, characters in painted]
    return sorted((painted[bisect_left(reached, characters)][0] - at) * 1000 for at, characters in sent)


def rows(short: bool) -> Iterator[Row]:
    """Yields the figures."""
    tokens = TOKENS[short]
    name = f"window, {tokens:,} tokens at {RATE}/s"
    if sys.platform != "linux":
        yield not_run(name, "it is read from /proc")
        return
    run = streamed(tokens)
    yield told(f"{name}: processor", run.cpu, "s")
    yield told(f"{name}: processor", run.cpu / tokens * 1e6, "us/token")
    yield told(f"{name}: memory, peak", run.memory, "MiB")
    yield at_most(f"{name}: last quarter against first", run.growth, "x", 1.3)
    lags = run.lags
    yield at_most(
        f"{name}: socket to painted text, p95",
        lags[int(len(lags) * 0.95)],
        "ms",
        LAG_MS,
        runs=len(lags),
        worst=lags[-1],
    )
