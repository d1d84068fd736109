"""The real program over a long time and under random hands."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.canary import CANARY
from tests.faults.answers import chat, json_answer, stream
from tests.faults.process import FaultProcess
from tests.torture.score import Score, at_most, none_of, told

KEY = CANARY
ANSWER = "A **panda** eats `bamboo`.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n$x^2$ 熊猫 " * 20
SOAK = {True: 20, False: 500}
MONKEY = {True: (1_500, 1), False: (25_000, 4)}
LIMIT_S = 3600
ROOT = Path(__file__).resolve().parents[2]


def worn(folder: Path, *words: str, base_url: str = "", key: str = KEY) -> dict[str, Any]:
    """Runs a script of `_child` and returns what it told; `said` is all it wrote."""
    home = folder / "home"
    home.mkdir(parents=True, exist_ok=True)
    # Whatever random hands reach begins in a folder that is thrown away.
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "PYTHONPATH": str(ROOT)}
    if base_url:
        environment |= {"PANDA_BASE_URL": base_url, "PANDA_API_KEY": key}
    done = subprocess.run(
        [sys.executable, "-m", "tests.torture._child", str(folder / "data"), *words],
        env=environment,
        cwd=home,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not lines:
        return {"errors": [f"ended with {done.returncode}: {done.stderr[-2000:]}"]}
    found: dict[str, Any] = json.loads(lines[-1])
    return found | {"said": done.stdout + done.stderr}


def soak(short: bool) -> Iterator[Score]:
    """Yields what so many answers left behind."""
    count = SOAK[short]
    words = [ANSWER[at : at + 12] for at in range(0, len(ANSWER), 12)]
    with FaultProcess() as server, tempfile.TemporaryDirectory() as name:
        server.on("api", "POST /v1/chat/completions", stream(chat(*words)))
        server.on("api", "GET /v1/models", json_answer({"data": [{"id": "m"}]}))
        server.on("api", "GET /v1/dashboard/billing", json_answer({"balance": 1, "currency": "usd"}))
        found = worn(Path(name), "soak", str(count), base_url=server.base_url)
        left = [path.name for path in Path(name).rglob("*.part")]
    _print(found["errors"])
    yield none_of(f"soak of {count} answers: errors", len(found["errors"]), count)
    if found["errors"]:
        return
    first, last = found["first"], found["last"]
    yield at_most("soak: growth of memory", last["mib"] - first["mib"], "MiB", 50, count)
    for what in ("sockets", "tasks", "threads"):
        yield at_most(f"soak: {what} more than before", last[what] - first[what], what, 0, count)
    yield none_of("soak: files left half", len(left), count, "files")


def monkey(short: bool) -> Iterator[Score]:
    """Yields the failures of so many random events."""
    events, runs = MONKEY[short]
    errors: list[str] = []
    for seed in range(runs):
        with tempfile.TemporaryDirectory() as name:
            found = worn(Path(name), "monkey", str(events), str(seed))
        errors += found["errors"]
    _print(errors)
    yield none_of("monkey: failures", len(errors), events * runs)


def scores(short: bool) -> Iterator[Score]:
    """Yields both."""
    yield from soak(short)
    yield from monkey(short)
    yield told("monkey: runs", MONKEY[short][1], "runs", MONKEY[short][1])


def _print(errors: list[str]) -> None:
    for error in errors:
        print(f"  {error}", flush=True)
