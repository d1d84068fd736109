"""The demo gateway as a server of its own for the tests, and what it saw.

Promise: the process ends with the test, whatever the test does.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx


@dataclass(frozen=True, slots=True)
class DemoServer:
    """A running demo gateway."""

    base_url: str

    def posts(self, model: str | None = None) -> list[dict[str, Any]]:
        """Returns every paid request that arrived, of one model when it is named."""
        root = self.base_url.removesuffix("/v1")
        entries: list[dict[str, Any]] = httpx.get(f"{root}/demo/ledger", trust_env=False).json()["requests"]
        return [entry for entry in entries if model is None or entry["model"] == model]


@contextmanager
def demo_server(speed: float) -> Iterator[DemoServer]:
    """Runs a demo gateway whose waits are divided by `speed`."""
    command = [sys.executable, "-m", "panda_desktop.demo", "--port", "0", "--speed", str(speed)]
    process = subprocess.Popen(
        [*command, "--exit-with-stdin"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=dict(os.environ)
    )
    assert process.stdin is not None and process.stdout is not None
    try:
        yield DemoServer(json.loads(process.stdout.readline())["base_url"])
    finally:
        process.stdin.close()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()
