"""What makes messages, imported before the first one is shown.

Promise: a start without messages does without it; no step of it is longer than one import, and what is
imported already costs nothing.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer, SignalInstance

_PARTS: Final = (
    "panda_desktop.markdown.references",
    "panda_desktop.markdown.stream",
    "panda_desktop.ui.transcript.code_pieces",
    "panda_desktop.ui.transcript.message_layout",
)
"""Each builds on the ones before it."""


class Ahead(QObject):
    """Imports one part at each turn of the loop."""

    def __init__(
        self, is_near: Callable[[], bool], signals: Iterable[SignalInstance], parent: QObject
    ) -> None:
        """Asks `is_near` now and at each of the signals, until a message is likely to be shown soon."""
        super().__init__(parent)
        self._is_near = is_near
        self._left = list(_PARTS)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)
        for signal in signals:
            signal.connect(self._look)
        self._look()

    @property
    def is_busy(self) -> bool:
        """Parts are being imported."""
        return self._timer.isActive()

    def _look(self) -> None:
        if self._left and not self._timer.isActive() and self._is_near():
            self._timer.start(0)

    def _next(self) -> None:
        import_module(self._left.pop(0))
        if not self._left:
            self._timer.stop()
