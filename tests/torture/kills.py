"""The real program is killed while an answer comes at 1,000 tokens a second.

Promise: what was told as shown is compared with what the next start finds in the database.
"""

import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.e2e.process import driven
from tests.faults.answers import delta, json_answer, stream
from tests.faults.process import FaultProcess
from tests.faults.steps import Send, Stall
from tests.torture.score import Score, none_of, worst_at_most

RATE = 1000
TOKENS = 20_000
WIDTH = 8
LONG_RUNS, SHORT_RUNS = 200, 4


def killed(server: FaultProcess, luck: random.Random) -> tuple[float, bool]:
    """Returns the seconds of shown text that are lost, and whether the database is whole."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with driven(folder, server.base_url, "ask", "Count") as program:
            program.until(lambda told: len(told["text"]) > WIDTH * 50)
            ends = time.monotonic() + luck.uniform(0.0, 1.5)
            shown = program.until(lambda _told: time.monotonic() > ends)["text"]
            program.kill()
        with closing(sqlite3.connect(folder / "panda.sqlite3")) as database:
            whole = database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            (stored,) = database.execute("SELECT text FROM messages ORDER BY seq DESC LIMIT 1").fetchone()
        whole = whole and shown.startswith(stored[: len(shown)])
        return max(0, len(shown) - len(stored)) / WIDTH / RATE, whole


def scores(short: bool) -> Iterator[Score]:
    """Yields how much was lost at most, and how many databases were damaged."""
    luck, runs = random.Random(1128), SHORT_RUNS if short else LONG_RUNS
    words = [f"{number:07} " for number in range(TOKENS)]
    events = [delta(word) for word in words]
    assert len({len(each) for each in events}) == 1
    timeline = stream(Send(b"".join(events), piece=len(events[0]), pause_s=1 / RATE), Stall())
    with FaultProcess() as server:
        server.on("api", "POST /v1/chat/completions", timeline)
        server.on("api", "GET /v1/models", json_answer({"data": [{"id": "m"}]}))
        server.on("api", "GET /v1/dashboard/billing", json_answer({"balance": 1, "currency": "usd"}))
        seen = [killed(server, luck) for _ in range(runs)]
    yield worst_at_most("kill -9 at 1,000 tokens/s: text lost", [lost for lost, _ in seen], "s", 0.5)
    yield none_of(
        "kill -9 at 1,000 tokens/s: damaged databases", sum(not ok for _, ok in seen), runs, "files"
    )
