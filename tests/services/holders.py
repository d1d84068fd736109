"""The processes that hold requests, as a test sees them.

Promise: a test that uses the fixture `no_holder_left` leaves no such process behind, and fails when it would.
"""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

PATIENCE_S = 10.0


def holders(folder: Path) -> list[psutil.Process]:
    """Returns the processes that hold a request of a data folder."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            words = process.cmdline()
            if "--hold" in words and Path(words[-1]).is_relative_to(folder):
                found.append(process)
    return found


def one_holder(folder: Path) -> psutil.Process:
    """Waits for the one process that holds a request and has left whoever started it."""
    ends = time.monotonic() + PATIENCE_S
    while time.monotonic() < ends:
        found = holders(folder)
        if len(found) == 1 and list(folder.glob("held/*/lock")):
            return found[0]
        time.sleep(0.01)
    raise AssertionError(f"not one holder: {holders(folder)}")


def until_none(folder: Path, limit_s: float = PATIENCE_S) -> None:
    """Waits until nothing is held any more."""
    ends = time.monotonic() + limit_s
    while holders(folder):
        assert time.monotonic() < ends, f"still there: {holders(folder)}"
        time.sleep(0.01)


@pytest.fixture
def no_holder_left(tmp_path: Path) -> Iterator[None]:
    yield
    try:
        until_none(tmp_path)
    finally:
        for process in holders(tmp_path):
            with contextlib.suppress(psutil.Error):
                process.kill()
