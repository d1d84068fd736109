"""The real program in a process of its own, driven by `tests.e2e.driven`.

Promise: the process ends with the test; `kill` is SIGKILL, and nothing gentler.
"""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.canary import CANARY

LIMIT_S = 60.0


class Driven:
    """A running program."""

    def __init__(self, folder: Path, base_url: str, script: str, *words: str) -> None:
        environment = {
            **os.environ,
            "PANDA_BASE_URL": base_url,
            "PANDA_API_KEY": CANARY,
            "QT_QPA_PLATFORM": "offscreen",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.driven", str(folder), script, *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self._told: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith(b"{"):
                self._told.put(json.loads(line))
        self._told.put(None)

    def until(self, is_it: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Returns the first thing it tells that is it."""
        while True:
            told = self._told.get(timeout=LIMIT_S)
            assert told is not None, "the program ended before"
            if is_it(told):
                return told

    def kill(self) -> None:
        self._process.kill()
        self._end()

    def ended(self) -> int:
        """Waits for its end; returns its exit status."""
        status = self._process.wait(LIMIT_S)
        self._end()
        return status

    def terminate(self) -> int:
        """Asks it to end as the system does at log-out; returns its exit status."""
        self._process.terminate()
        return self.ended()

    def interrupt(self) -> int:
        """Asks it to end as Ctrl+C in a terminal does; returns its exit status."""
        self._process.send_signal(signal.SIGINT)
        return self.ended()

    def _end(self) -> None:
        self._process.wait()
        self._reader.join()
        assert self._process.stdout is not None
        self._process.stdout.close()


@contextmanager
def driven(folder: Path, base_url: str, script: str, *words: str) -> Iterator[Driven]:
    """Runs the program with a script of `tests.e2e.driven`."""
    program = Driven(folder, base_url, script, *words)
    try:
        yield program
    finally:
        program.kill()


def look(folder: Path, base_url: str) -> dict[str, Any]:
    """Starts the program again and returns what its window shows once nothing runs any more."""
    with driven(folder, base_url, "look") as program:
        seen = program.until(lambda told: "messages" in told)
        assert program.ended() == 0
        return seen
