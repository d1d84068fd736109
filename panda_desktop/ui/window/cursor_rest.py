"""Lets the text cursor stand still while nobody types, as desktops do to save power.

Promise: a cursor that stands still is visible, and blinks again with the next key, press or focus.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

REST_MS: Final = 10_000
_SIGNS: Final = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.InputMethod, QEvent.Type.FocusIn}
)


class CursorRest(QObject):
    """Looks at what happens to the widget that has the focus."""

    def __init__(self, app: QApplication) -> None:
        """Begins at once."""
        super().__init__()
        self._app = app
        self._hints = app.styleHints()
        self._usual = self._hints.cursorFlashTime()
        self._resting = False
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._rest)
        app.focusChanged.connect(self._follow)
        self._follow(None, app.focusWidget())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Sees that somebody is there; takes nothing away."""
        if event.type() in _SIGNS:
            self._wake()
        return False

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)
            self._wake()

    def _wake(self) -> None:
        if self._resting:
            self._resting = False
            self._hints.setCursorFlashTime(self._usual)
        if self._usual > 0:
            self._timer.start()

    def _rest(self) -> None:
        self._usual = self._hints.cursorFlashTime()
        self._resting = True
        self._hints.setCursorFlashTime(0)

    def stop(self) -> None:
        """Gives the cursor back as it was."""
        self._app.focusChanged.disconnect(self._follow)
        self._follow(self._app.focusWidget(), None)
        self._wake()
        self._timer.stop()
