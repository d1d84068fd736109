"""Runs one module of scores in a process of its own, with a limit.

Promise: what it told before it broke or was ended is kept; the processes it started end with it.

    python -m tests.torture._apart MODULE FILE SHORT
"""

import contextlib
import importlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import psutil

from tests.torture.score import Score, not_run

MARK: Final = "PANDA_TORTURE_RUN"
"""Names the run in the environment of all it starts, also of what has left its tree on purpose."""


def scored(module: str, short: bool, limit_s: float) -> Iterator[Score]:
    """Yields what a module tells, and one score that missed when it did not end well within `limit_s`."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "scores")
        # Its temporary files lie here, so they are gone even when it is ended by force.
        environment = {**os.environ, "TMPDIR": name, "TEMP": name, MARK: name}
        words = [sys.executable, "-m", "tests.torture._apart", module, str(file), "short" if short else ""]
        reason = _ended(words, environment, limit_s)
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    yield from map(json.loads, lines)
    if reason:
        yield not_run(module.rpartition(".")[2], reason)


def _ended(words: list[str], environment: dict[str, str], limit_s: float) -> str:
    """Runs a program; returns why it did not end well, or nothing."""
    process = subprocess.Popen(words, env=environment)
    try:
        status = process.wait(limit_s)
    except subprocess.TimeoutExpired:
        return f"more than {limit_s:g} s"
    finally:
        process.kill()
        process.wait()
        _end_marked(environment[MARK])
    return "" if status == 0 else f"ended with {status}"


def _end_marked(mark: str) -> None:
    """Ends every process with this mark, and those that they start meanwhile."""
    while found := [each for each in psutil.process_iter() if _is_marked(each, mark)]:
        for each in found:
            with contextlib.suppress(psutil.NoSuchProcess):
                each.kill()
        psutil.wait_procs(found, timeout=5)


def _is_marked(process: psutil.Process, mark: str) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE and process.environ().get(MARK) == mark
    except (psutil.Error, OSError):
        return False  # it has ended, or belongs to somebody else


def main() -> None:
    """Writes the scores of a module, a line each, as soon as they are known."""
    name, file, short = sys.argv[1:]
    module = importlib.import_module(name)
    if not hasattr(module, "scores"):
        return
    with Path(file).open("w", encoding="utf-8") as lines:
        for score in module.scores(bool(short)):
            lines.write(f"{json.dumps(score)}\n")
            lines.flush()


if __name__ == "__main__":
    main()
