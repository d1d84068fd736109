"""The same answer in the program and in Chromium pages as Electron clients make them (`rivals/`).

Read from a server on loopback, 20,000 tokens at 240 a second and 60 packets a second, whole process trees.
Only in the long form: Chromium is installed with the system's packages, the pages are built with the npm of
the machine in a folder of their own.
"""

import importlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from tests.benchmarks._browser import chromium
from tests.benchmarks._pace import RATE, paced
from tests.benchmarks._tree import Watch
from tests.benchmarks.row import Row, at_least, not_run, told
from tests.benchmarks.streaming import mixed
from tests.benchmarks.window import streamed

TOKENS: Final = 20_000
LESS_CPU: Final = {"react-markdown": 10, "streamdown": 6}
LESS_MEMORY: Final = 4
_PAGE: Final = Path(__file__).parent / "rivals"
_INSTALL_S: Final = 600
_LATE_S: Final = 180
_SEEN: Final = 2
"""Of the characters of the answer one in so many is seen at least: the others are marks of Markdown."""


class Missing(Exception):
    """Something that is needed is not there; the text says what."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Seconds of the processor, MiB, and how many milliseconds 95 in 100 frames took at most."""

    cpu: float
    memory: float
    frame: float


def _browser() -> str:
    """Returns the path of Chromium, installed where that is allowed."""
    if (found := shutil.which("chromium")) is None and shutil.which("apt-get"):
        sys.path.append(str(Path(__file__).parents[2] / "packaging"))
        system = importlib.import_module("system")

        try:
            system.install(["chromium"])
        except SystemExit as refused:
            raise Missing(str(refused).splitlines()[0]) from None
        found = shutil.which("chromium")
    if found is None:
        raise Missing("there is no Chromium")
    return found


def _build(folder: Path) -> None:
    """Builds the pages in a folder."""
    if (npm := shutil.which("npm")) is None:
        raise Missing("there is no npm")
    shutil.copytree(_PAGE, folder, dirs_exist_ok=True)
    install = [npm, "install", "--no-audit", "--no-fund", "--no-package-lock"]
    for command in (install, [npm, "run", "build"]):
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_INSTALL_S)
        if done.returncode:
            raise Missing(f"npm failed: {done.stderr.strip().splitlines()[-1:]}")


def _show(browser: str, page: Path, way: str) -> Shown:
    with (
        paced(mixed(TOKENS), page) as server,
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
        chromium(browser, Path(profile), f"{server.url}/page.html?with={way}") as tree,
    ):
        if not server.began.wait(60):
            raise Missing("Chromium did not open the page")
        with Watch(tree) as watch:
            told = server.told.get(timeout=TOKENS / RATE + _LATE_S)
    if "error" in told or told["seen"] < len(server.text) / _SEEN:
        raise Missing(f"the page did not show the answer: {told}")
    return Shown(watch.cpu, watch.memory, told["p95"])


def rows(short: bool) -> Iterator[Row]:
    """Yields ours beside each of theirs: the program before and after it, as a machine that is shared is now
    faster, now slower.
    """
    if short:
        return
    if sys.platform != "linux":
        yield not_run("Chromium", "it is read from /proc")
        return
    try:
        with tempfile.TemporaryDirectory() as folder:
            browser = _browser()
            _build(Path(folder))
            own, theirs = [streamed(TOKENS)], []
            for way in LESS_CPU:
                theirs.append(_show(browser, Path(folder), way))
                own.append(streamed(TOKENS))
    except Missing as missing:
        yield not_run("Chromium", str(missing))
        return
    name = f"{TOKENS:,} tokens at {RATE}/s"
    yield told(f"{name}, program: processor", sum(run.cpu for run in own) / len(own), "s")
    yield told(f"{name}, program: memory, peak", max(run.memory for run in own), "MiB")
    for (before, after), (way, least), shown in zip(pairwise(own), LESS_CPU.items(), theirs, strict=True):
        cpu, memory = (before.cpu + after.cpu) / 2, max(before.memory, after.memory)
        yield told(f"{name}, {way} in Chromium: processor", shown.cpu, "s")
        yield told(f"{name}, {way} in Chromium: memory, peak", shown.memory, "MiB")
        yield told(f"{name}, {way} in Chromium: a frame, p95", shown.frame, "ms")
        yield at_least(f"{name}: less processor than {way}", shown.cpu / cpu, "x", least)
        yield at_least(f"{name}: less memory than {way}", shown.memory / memory, "x", LESS_MEMORY)
