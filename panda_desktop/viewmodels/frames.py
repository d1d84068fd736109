"""Puts off telling until the next frame, so that many changes are drawn once.

Promise: what is due is told within 16 ms, however fast it changes.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

FRAME_MS: Final = 16
"""One frame at 60 Hz."""


class NextFrame:
    """Collects keys and hands them over once a frame."""

    def __init__(self, owner: QObject, tell: Callable[[str], None]) -> None:
        """`tell` is called with each key that is due, in the order they became due."""
        self._due: dict[str, None] = {}
        self._tell = tell
        self._timer = QTimer(owner)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.flush)

    def due(self, key: str) -> None:
        """Marks the key; a key that is due already is told once."""
        self._due[key] = None
        if not self._timer.isActive():
            self._timer.start()

    def forget(self, key: str) -> None:
        """Takes the key back: it was told otherwise."""
        self._due.pop(key, None)

    def clear(self) -> None:
        """Takes everything back."""
        self._due.clear()
        self._timer.stop()

    def flush(self) -> None:
        """Tells what is due now."""
        self._timer.stop()
        due, self._due = tuple(self._due), {}
        for key in due:
            self._tell(key)
