"""Starting the program beside a bare `QMainWindow`, in the same run: time to the first paint, and memory.

Promise: both are whole processes, measured in turns, memory while the window is at rest; the least of each
counts. The program's
own modules are bytecode after the first turn, as those of Python and Qt are, and as they are when installed.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.row import Row, at_most, told

_PAINTED = """
import json, os, sys, time
import psutil
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

class FirstPaint(QObject):
    def __init__(self, then):
        super().__init__()
        self.then, self.at = then, None
    def eventFilter(self, watched, event):
        if self.at is None and event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            self.at = time.time()
            self.then()
        return False
    def tell(self):
        print(json.dumps({"at": self.at, "rss": psutil.Process().memory_info().rss}), flush=True)
"""
_BARE = """
app = QApplication([])

def rest():
    paint.tell()
    app.quit()

paint = FirstPaint(lambda: QTimer.singleShot(500, rest))
app.installEventFilter(paint)
window = QMainWindow()
window.resize(1280, 820)
window.show()
app.exec()
"""
# The steps of `app.main.run`, with the filter in between.
_PROGRAM = """
from pathlib import Path
app = QApplication([])
paint = FirstPaint(lambda: app.removeEventFilter(paint))  # the program runs on without it
app.installEventFilter(paint)
from panda_desktop.app.imports import import_cheaply
import_cheaply()
from panda_desktop.app.shown import show_window
shown = show_window(app, Path(sys.argv[1]))
app.processEvents()
import asyncio, qasync
from panda_desktop.app.options import Options
from panda_desktop.app.program import run_program
async def settled(program):
    while program.views.window.place() is None or paint.at is None:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.5)
    paint.tell()
    return 0
qasync.run(run_program(app, Options(data_dir=Path(sys.argv[1])), {}, settled, shown))
"""


def _measure(script: str, folder: Path) -> tuple[float, float]:
    """Returns seconds to the first paint and MiB of memory of one process."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", _PAINTED + script, str(folder / "data")],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    said = json.loads(done.stdout.splitlines()[-1])
    return said["at"] - began, said["rss"] / 2**20


def rows(short: bool) -> Iterator[Row]:
    """Yields the ratios; the figures of the bare window come with them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        turns = 3 if short else 9
        both = [(_measure(_BARE, folder), _measure(_PROGRAM, folder)) for _ in range(turns)]
    bare_s, bare_mib = (min(bare[part] for bare, _ in both) for part in (0, 1))
    own_s, own_mib = (min(own[part] for _, own in both) for part in (0, 1))
    yield told("start: bare QMainWindow", bare_s * 1000, "ms")
    yield told("start: program to first paint", own_s * 1000, "ms")
    yield at_most("start: program / bare window, time", own_s / bare_s, "x", 1.6)
    yield told("start: bare QMainWindow, memory", bare_mib, "MiB")
    yield told("start: program, memory", own_mib, "MiB")
    yield at_most("start: program / bare window, memory", own_mib / bare_mib, "x", 1.8)
