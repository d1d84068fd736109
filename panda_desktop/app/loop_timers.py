"""When the joined loop of Qt and asyncio calls what is due, in place of the library's own way.

Promise: callbacks run in the order asyncio promises, never early, and one that was cancelled wakes nobody.

The library has one timer of Qt for each callback, and lets that of a cancelled one run to its end: every
piece of an answer that is waited for with a limit of two minutes would wake the program two minutes later.
"""

import asyncio
import heapq
import itertools
from collections import deque
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, QTimerEvent

TURN_S: Final = 0.002
"""How long callbacks may follow each other before the window has its turn."""


class LoopTimers(QObject):
    """What the loop adds its callbacks to; one timer of Qt for what is due now, one for what comes next."""

    def __init__(self, loop: asyncio.AbstractEventLoop, before: Any) -> None:
        """Takes over from `before`, which keeps what was added to it."""
        super().__init__()
        self._loop, self._before = loop, before
        self._ready: deque[asyncio.Handle] = deque()
        self._later: list[tuple[float, int, asyncio.Handle]] = []
        self._numbers = itertools.count()
        self._now_id = 0
        self._stopped = False
        self._next = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._next.timeout.connect(self._look)
        self._armed_for = 0.0

    def add_callback(self, handle: asyncio.Handle, delay: float = 0) -> asyncio.Handle:
        """Has a callback run after so many seconds."""
        if delay > 0:
            heapq.heappush(self._later, (self._loop.time() + delay, next(self._numbers), handle))
            self._arm()
        else:
            self._ready.append(handle)
            self._run_soon()
        return handle

    def timerEvent(self, event: QTimerEvent) -> None:
        """Runs what is ready and what that makes ready; after `TURN_S` the window has its turn first.

        A piece of an answer passes through several callbacks that follow each other: a turn of Qt's loop for
        each of them would take longer than they do.
        """
        ends = self._loop.time() + TURN_S
        while self._ready and not self._stopped:
            handle = self._ready.popleft()
            if not handle.cancelled():
                handle._run()
            if self._loop.time() > ends:
                break
        if not self._ready and self._now_id:
            self.killTimer(self._now_id)
            self._now_id = 0

    def stop(self) -> None:
        """Runs nothing more."""
        self._stopped = True
        self._next.stop()
        if self._now_id:
            self.killTimer(self._now_id)  # whichever thread frees this cannot
            self._now_id = 0
        self._ready.clear()
        self._later.clear()
        self._before.stop()

    def set_debug(self, enabled: bool) -> None:
        """Does nothing: nothing is noted."""

    def _run_soon(self) -> None:
        if not self._now_id and not self._stopped:
            self._now_id = self.startTimer(0)

    def _look(self) -> None:
        """Makes ready what is due."""
        self._armed_for = 0.0
        now = self._loop.time()
        while self._later and (self._later[0][0] <= now or self._later[0][2].cancelled()):
            handle = heapq.heappop(self._later)[2]
            if not handle.cancelled():
                self._ready.append(handle)
        if self._ready:
            self._run_soon()
        self._arm()

    def _arm(self) -> None:
        while self._later and self._later[0][2].cancelled():
            heapq.heappop(self._later)
        if not self._later or self._stopped:
            self._next.stop()
            self._armed_for = 0.0
        elif self._later[0][0] != self._armed_for:
            self._armed_for = self._later[0][0]
            left = self._armed_for - self._loop.time()
            self._next.start(max(0, int(left * 1000) + 1))
