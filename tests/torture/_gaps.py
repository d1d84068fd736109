"""How long the window does not answer while much happens: a script of `_child`.

Promise: told are the milliseconds between two beats of a timer of 5 ms, by the clock on the wall, and the
most work of the GUI thread between two of them, by its own clock.
"""

import asyncio
import time
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from panda_desktop.app.program import Program
from tests.torture._ready import ask, ready, start_new
from tests.torture.score import percentile

BEAT_MS = 5


class Heart(QObject):
    """Beats from when it is made."""

    def __init__(self) -> None:
        super().__init__()
        self._gaps: list[float] = []
        self._work: list[float] = []
        self._lap = 0
        self._at, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self._gaps.append((now - self._at) * 1000)
        self._work.append((worked - self._worked) * 1000)
        self._at, self._worked = now, worked

    def lap(self) -> dict[str, float]:
        """Returns the longest gap and the most work since the last lap."""
        self._beat()
        gaps, work = self._gaps[self._lap :], self._work[self._lap :]
        self._lap = len(self._gaps)
        return {"max": max(gaps), "work": max(work)}

    def said(self) -> dict[str, float]:
        """Returns the figures since the last call, and begins anew."""
        self._beat()
        gaps, work = self._gaps, self._work
        self._gaps, self._work, self._lap = [], [], 0
        return {"beats": len(gaps), "p99": percentile(gaps, 0.99), "max": max(gaps), "work": max(work)}


async def gaps(program: Program, documents: str, megabytes: str) -> dict[str, Any]:
    """Streams one answer, pastes a text, and has so many documents as answers, each in a new chat."""
    page = await ready(program)
    await program.services.settings.change(auto_titles=False)
    await ask(program, page, "Hello")  # what is imported when it is first needed is imported now
    await asyncio.sleep(1.0)
    heart, told = Heart(), {}
    began = time.monotonic()
    await ask(program, page, "Count")
    told["stream"] = heart.said() | {"seconds": time.monotonic() - began}
    field = page.pane.composer.field
    field.setFocus()
    QApplication.clipboard().setText("Pandas eat bamboo. 熊猫\n" * (int(megabytes) * 2**20 // 26))
    await asyncio.sleep(0.1)
    heart.said()
    field.paste()
    await asyncio.sleep(2.0)
    told["paste"] = heart.said()
    page.pane.composer.replace_text("")
    QApplication.clipboard().clear()
    each = []
    for _ in range(int(documents)):
        await start_new(program)
        await ask(program, page, "Document")
        await asyncio.sleep(0.2)
        each.append(heart.lap())
    told["documents"] = heart.said()
    return {"gaps": told, "each": each}
