"""Opening and scrolling a long conversation: up to 100,000 messages of 1 KB against 10.

Off screen, painted for real; the best of several openings counts, so that a busy machine does not decide.
"""

import subprocess
import sys
import time

from PySide6.QtWidgets import QWidget

from panda_desktop.ui.theme import LIGHT
from panda_desktop.ui.transcript import TranscriptView
from tests.benchmarks.row import Row, at_most, told
from tests.benchmarks.streaming import SIZE, Rows, application

_KILOBYTE = (
    "Some **bold** text with `code` and a [link](https://example.com/x) that goes on for a while.\n\n"
    "- item one with text\n- item two, **bold**\n\n"
    "```python\ndef f(x: int) -> int:\n    return x + 1\n```\n\n"
    "A second paragraph, number {n}, that fills the message up to about one kilobyte of Markdown. "
    + "Words, words. "
    * 48
)


def kilobyte(number: int) -> str:
    """The text of a message of about 1 KB."""
    return _KILOBYTE.format(n=number)


def conversation(count: int) -> Rows:
    """A conversation of `count` messages of about 1 KB."""
    return Rows([kilobyte(number) for number in range(count)])


def open_view(model: Rows) -> tuple[TranscriptView, float]:
    """Shows a conversation; returns the view and the seconds to its first paint."""
    app = application()
    app.processEvents()
    began = time.perf_counter()
    view = TranscriptView()
    view.set_theme(LIGHT)
    view.resize(*SIZE)
    view.set_model(model)
    view.show()
    view.grab()
    return view, time.perf_counter() - began


def close(view: QWidget) -> None:
    """Takes a view away."""
    view.close()
    view.deleteLater()
    application().processEvents()


def _best(count: int, times: int) -> float:
    model = conversation(count)
    seconds = []
    for _ in range(times):
        view, taken = open_view(model)
        seconds.append(taken)
        view.set_model(None)
        close(view)
    return min(seconds)


def scrolled(view: TranscriptView, steps: int) -> list[float]:
    """Scrolls up by wheel-sized steps; returns milliseconds a frame."""
    bar = view.verticalScrollBar()
    frames = []
    for _ in range(steps):
        began = time.perf_counter()
        bar.setValue(bar.value() - 120)
        application().processEvents()
        frames.append((time.perf_counter() - began) * 1000)
    return sorted(frames)


def dragged(view: TranscriptView, steps: int) -> list[float]:
    """Drags the scroll bar through the conversation; returns milliseconds a frame."""
    bar = view.verticalScrollBar()
    frames = []
    for step in range(steps):
        began = time.perf_counter()
        bar.setValue(bar.maximum() * (step * 37 % steps) // steps)
        application().processEvents()
        frames.append((time.perf_counter() - began) * 1000)
    return sorted(frames)


def _memory() -> float:
    """Measures in a new process."""
    command = [sys.executable, "-m", "tests.benchmarks.opening_memory"]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def rows(short: bool) -> list[Row]:
    """Measures everything."""
    application()
    view, _ = open_view(conversation(10))
    close(view)
    times = 3 if short else 7
    counts = (1_000, 10_000) if short else (1_000, 10_000, 100_000)
    few, *more = (_best(count, times) for count in (10, *counts))
    model = conversation(10_000)
    view, _ = open_view(model)
    frames = scrolled(view, 100 if short else 400)
    jumps = dragged(view, 50 if short else 200)
    view.resize(SIZE[0] - 160, SIZE[1])
    began = time.perf_counter()
    view.resize(SIZE[0] - 200, SIZE[1])
    application().processEvents()
    resized = (time.perf_counter() - began) * 1000
    view.set_model(None)
    close(view)
    return [
        told("opening 10 messages: first paint", few * 1000, "ms"),
        *(
            told(f"opening {count:,} messages: first paint", taken * 1000, "ms")
            for count, taken in zip(counts, more, strict=True)
        ),
        *(
            at_most(f"opening {count:,} messages against 10", taken / few, "x", 1.5)
            for count, taken in zip(counts, more, strict=True)
        ),
        at_most("scrolling 10,000 messages: a frame, p95", frames[int(len(frames) * 0.95)], "ms", 16),
        at_most("dragging through 10,000 messages: a frame, p95", jumps[int(len(jumps) * 0.95)], "ms", 33),
        at_most("resizing with 10,000 messages: a frame", resized, "ms", 50),
        at_most("10,000 messages, scrolled: memory above an empty chat", _memory(), "MB", 40),
    ]
