"""Collects unreachable objects on the GUI thread only.

Promise: no object of Qt is destroyed by another thread than its own.

Python's collector runs in whichever thread allocates next, the database's included, and Qt objects that it
finds there are destroyed there: timers cannot be stopped from another thread.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

LOOK_MS: Final = 2_000


class Collecting(QObject):
    """Takes the collector over while the program runs."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Switches the automatic collection off and looks every two seconds whether one is due."""
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        # What start-up has imported stays: it need not be looked through again and again.
        gc.collect()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collects the oldest generation whose count has passed Python's own threshold."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Gives the collector back as it was."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()
