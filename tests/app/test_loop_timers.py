"""What the loop calls when: in order, never early, and nobody is woken for what was cancelled."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from panda_desktop.app.loop_timers import LoopTimers


class Before:
    """What the library had."""

    stopped = False

    def stop(self) -> None:
        self.stopped = True


@pytest.fixture
def loop() -> Any:
    made = asyncio.new_event_loop()
    yield made
    made.close()


@pytest.fixture
def timers(qapp: object, loop: asyncio.AbstractEventLoop) -> Any:
    made = LoopTimers(loop, Before())
    yield made
    made.stop()


def handle(
    loop: asyncio.AbstractEventLoop, callback: Callable[..., object], *words: object
) -> asyncio.Handle:
    return asyncio.Handle(callback, words, loop)


def test_what_is_ready_runs_in_order(
    qtbot: QtBot, loop: asyncio.AbstractEventLoop, timers: LoopTimers
) -> None:
    ran: list[object] = []
    for number in range(5):
        timers.add_callback(handle(loop, ran.append, number))
    assert ran == []
    qtbot.waitUntil(lambda: ran == [0, 1, 2, 3, 4])


def test_what_comes_later_runs_by_its_time_and_never_early(
    qtbot: QtBot, loop: asyncio.AbstractEventLoop, timers: LoopTimers
) -> None:
    ran: list[tuple[float, float]] = []
    for delay in (0.09, 0.01, 0.05, 0.05):
        due = time.monotonic() + delay
        timers.add_callback(handle(loop, lambda due: ran.append((due, time.monotonic())), due), delay)
    qtbot.waitUntil(lambda: len(ran) == 4)
    assert [due for due, _ in ran] == sorted(due for due, _ in ran)
    assert all(at >= due for due, at in ran)


def test_what_was_cancelled_neither_runs_nor_waits(
    qtbot: QtBot, loop: asyncio.AbstractEventLoop, timers: LoopTimers
) -> None:
    ran: list[object] = []
    limits = [handle(loop, ran.append, "limit") for _ in range(1_000)]
    for limit in limits:
        timers.add_callback(limit, 0.03)
        limit.cancel()
    soon = handle(loop, ran.append, "soon")
    timers.add_callback(soon)
    soon.cancel()
    timers.add_callback(handle(loop, ran.append, "end"), 0.06)
    # One timer of Qt for all of them, and it is set for the only one that still waits.
    (waiting,) = timers.findChildren(QTimer)
    assert waiting.remainingTime() > 30
    qtbot.waitUntil(lambda: ran == ["end"])
    assert not waiting.isActive()


def test_what_makes_itself_ready_again_leaves_the_window_its_turn(
    qtbot: QtBot, loop: asyncio.AbstractEventLoop, timers: LoopTimers
) -> None:
    rounds: list[int] = []
    turns: list[int] = []

    def again() -> None:
        rounds.append(len(turns))
        if not turns:
            timers.add_callback(handle(loop, again))

    timers.add_callback(handle(loop, again))
    QTimer.singleShot(5, lambda: turns.append(len(rounds)))
    qtbot.waitUntil(lambda: bool(turns))
    assert turns[0] > 0


def test_a_callback_may_let_the_loop_run(
    qtbot: QtBot, qapp: Any, loop: asyncio.AbstractEventLoop, timers: LoopTimers
) -> None:
    ran: list[str] = []

    def first() -> None:
        qapp.processEvents()
        ran.append("first")

    timers.add_callback(handle(loop, first))
    timers.add_callback(handle(loop, ran.append, "second"))
    qtbot.waitUntil(lambda: sorted(ran) == ["first", "second"])


def test_stopping_drops_everything_and_stops_what_was_before(
    qtbot: QtBot, loop: asyncio.AbstractEventLoop
) -> None:
    before, ran = Before(), list[int]()
    timers = LoopTimers(loop, before)
    timers.add_callback(handle(loop, ran.append, 1))
    timers.add_callback(handle(loop, ran.append, 2), 0.01)
    timers.stop()
    over: list[int] = []
    QTimer.singleShot(40, lambda: over.append(1))
    qtbot.waitUntil(lambda: bool(over))
    assert before.stopped
    assert ran == []
