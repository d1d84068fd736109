"""A layer over a page, inside the window.

Promise: while it is open the keyboard stays in it; Escape closes it, and the focus returns where it was.
"""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class Overlay(QWidget):
    """Covers `host` while it is open.

    Signals:
        closed: it has gone.
    """

    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        """Makes a closed layer over `host`."""
        super().__init__(host)
        self._host = host
        self._before: QWidget | None = None
        self.hide()
        host.installEventFilter(self)

    def show_over(self) -> None:
        """Opens it; put the focus into it after this."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.setGeometry(self._host.rect())
        self.raise_()
        self.show()

    def leave(self) -> None:
        """Closes it and gives the focus back."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; no key reaches what is below."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """No click reaches what is below."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """No click reaches what is below."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays as large as what it covers."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes around inside."""
        stops = [child for child in self.findChildren(QWidget) if _takes_focus(child)]
        if not stops:
            return True
        now = QApplication.focusWidget()
        step = 1 if next else -1
        place = stops.index(now) + step if now in stops else (0 if next else -1)
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[place % len(stops)].setFocus(reason)
        return True


def _takes_focus(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
