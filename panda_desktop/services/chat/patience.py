"""When an answer is asked for once more by itself, and when its silence is worth a word.

Promise: asked again once at most, and only what the gateway has refused for sure with a time that can be
waited out.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Final

from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.domain.waits import Wait, WaitKind

LONGEST_PAUSE_S: Final = 120.0
"""A longer wait is the person's to decide about."""
SILENT_AFTER_S: Final = 30.0


def pause_of(error: PandaError) -> float | None:
    """Returns the seconds after which a refused request may be sent once more; None: not by itself."""
    pause = error.detail.retry_after
    if error.kind is not ErrorKind.RATE_LIMITED or error.reached is not Reached.ANSWERED:
        return None
    return pause if pause is not None and 0 < pause <= LONGEST_PAUSE_S else None


class Silence:
    """Watches over one answer from its first data on."""

    def __init__(self, tell: Callable[[Wait | None], None], after_s: float) -> None:
        """Tells the wait when nothing has come for `after_s`, and None when data has come again."""
        self._tell = tell
        self._after_s = after_s
        self._last = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._is_told = False

    def heard(self) -> None:
        """Data has come."""
        self._last = time.monotonic()
        if self._is_told:
            self._is_told = False
            self._tell(None)
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self._after_s, self._look)

    def end(self) -> None:
        """Nothing is waited for any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._is_told:
            self._is_told = False
            self._tell(None)

    def _look(self) -> None:
        self._timer = None
        left = self._last + self._after_s - time.monotonic()
        if left > 0:
            self._timer = asyncio.get_running_loop().call_later(left, self._look)
        else:
            self._is_told = True
            self._tell(Wait(WaitKind.SILENT, self._last))
