"""Collects unreachable objects on the GUI thread only.

Promise: no object of Qt is destroyed by another thread than its own.

Python's collector runs in whichever thread allocates next, the database's included, and Qt objects that it
finds there are destroyed there: timers cannot be stopped from another thread. A program in which nothing
happens is not woken to look.
"""

import gc
from typing import Final

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer

LOOK_MS: Final = 2_000


class Collecting(QObject):
    """Takes the collector over while the program runs."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Switches the automatic collection off and looks every two seconds whether one is due."""
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._keep()
        self._dispatcher = QAbstractEventDispatcher.instance()
        self._resting = self._waking = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def thaw(self) -> None:
        """Looks through everything again until nothing happens: much of it has gone, such as a window that
        another one was made for.
        """
        gc.unfreeze()
        self._thawed = True

    def _keep(self) -> None:
        # What is there stays: it need not be looked through again and again.
        self._thawed = False
        gc.collect()
        gc.freeze()

    def look(self) -> None:
        """Collects the oldest generation whose count has passed Python's own threshold; rests if none has."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
        self._rest()

    def _rest(self) -> None:
        """Looks no more until the loop has waited and something has woken it."""
        if self._thawed:
            self._keep()
        if self._dispatcher is not None and not self._resting:
            self._timer.stop()
            self._resting = True
            self._dispatcher.aboutToBlock.connect(self._wait)

    def _wait(self) -> None:
        self._dispatcher.aboutToBlock.disconnect(self._wait)
        self._dispatcher.awake.connect(self._wake)
        self._waking = True

    def _wake(self) -> None:
        self._dispatcher.awake.disconnect(self._wake)
        self._resting = self._waking = False
        self._timer.start()

    def stop(self) -> None:
        """Gives the collector back as it was."""
        self._timer.stop()
        if self._waking:
            self._dispatcher.awake.disconnect(self._wake)
        elif self._resting:
            self._dispatcher.aboutToBlock.disconnect(self._wait)
        self._resting = self._waking = False
        gc.unfreeze()
        if self._was_on:
            gc.enable()
