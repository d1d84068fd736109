"""The room that notices take in a window.

Promise: no more of the height than a share; what is beyond is scrolled.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

_WIDEST: Final = 760
_SHARE: Final = 0.35
"""How much of a window's height notices take at most."""
_LEAST: Final = 120


class BoundedNotices(QScrollArea):
    """Notices as high as they are, but for a share of the window: more of them is scrolled, so that the page
    under them can be used.
    """

    def __init__(self, notices: QWidget) -> None:
        """Takes the widget the notices are put into; `column` is its layout."""
        super().__init__()
        self.column = QVBoxLayout(notices)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(_WIDEST)
        self._notices = notices
        self.setWidget(notices)
        notices.installEventFilter(self)

    def fit(self) -> None:
        """Takes the height of the notices now; a new one would be painted squeezed between the others."""
        self.updateGeometry()
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def hasHeightForWidth(self) -> bool:
        """Tells that it is higher where it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Returns the height of the notices, and no more than a share of the window."""
        return min(self._wanted(width), max(_LEAST, round(self.window().height() * _SHARE)))

    def sizeHint(self) -> QSize:
        """Wants what the notices want."""
        hint = self._notices.sizeHint()
        return QSize(min(hint.width(), _WIDEST), self.heightForWidth(min(hint.width(), _WIDEST)))

    def minimumSizeHint(self) -> QSize:
        """Gives way to anything."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Has a scroll bar only where it is needed. Notices may have arranged their parts for another width
        only now, and want another height than the one given.
        """
        super().resizeEvent(event)
        if self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()
        self._show_bar()

    def _wanted(self, width: int) -> int:
        layout = self._notices.layout()
        assert layout is not None
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def _show_bar(self) -> None:
        """Shows the scroll bar where the notices are higher. Left to itself it comes and goes for ever: they
        are narrower beside it, need one line more, and with that the bar.
        """
        policies = Qt.ScrollBarPolicy
        fits = self._wanted(self.width()) <= self.height()
        policy = policies.ScrollBarAlwaysOff if fits else policies.ScrollBarAlwaysOn
        if policy is not self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows what the notices want."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._show_bar()
        return super().eventFilter(watched, event)
