"""The real program's window in a process of its own, as the measurements start and end it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.benchmarks._tree import Tree


class Window:
    """A running program.

    Attributes:
        tree: its processes.
    """

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.tree = Tree(process.pid)

    def told(self, name: str) -> Any:
        """Waits until it tells something of that name; raises `RuntimeError` when it ends before."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith("{") and name in (facts := json.loads(line)):
                return facts[name]
        raise RuntimeError(f"the program ended with {self._process.wait(10)}")


@contextmanager
def window(folder: Path, base_url: str, *words: str) -> Iterator[Window]:
    """Runs a script of `_child` until the block is left."""
    own = {
        "PANDA_BASE_URL": base_url,
        "PANDA_API_KEY": "sk-benchmark-0123456789",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "QT_QPA_PLATFORM": "offscreen",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks._child", str(folder), *words],
        env={**os.environ, **own},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield Window(process)
    finally:
        process.kill()
        process.communicate()
