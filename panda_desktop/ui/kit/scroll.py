"""A scrolling column of widgets, and a page that scrolls only where it does not fit.

Promise: they scroll up and down only, and the content of a column never grows wider than a stated limit.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from panda_desktop.ui.theme import look

_LEAST: Final = 200
"""The height of what is under the head of a page, before the page scrolls."""

_ROOMY: Final = 260
_SIDE: Final = 20
_NARROW_SIDE: Final = 8


def side_margin(width: int) -> int:
    """Returns the pixels to be left free at each side of a page of so many pixels."""
    return _SIDE if width >= look().pixels(_ROOMY) else _NARROW_SIDE


class ScrollArea(QScrollArea):
    """A column that scrolls. Put widgets into `column`."""

    def __init__(self, *, max_width: int = 0, margins: int = 20, parent: QWidget | None = None) -> None:
        """Makes an empty column.

        Args:
            max_width: the widest the content gets, centred, in pixels at 100 % zoom; 0 for no limit.
            margins: pixels around the content.
            parent: the owner.
        """
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QWidget()
        self._row, self._margins = QHBoxLayout(outer), margins
        row = self._row
        self._fit_margins()
        inner = QWidget()
        self._inner, self._max_width = inner, max_width
        if max_width:
            self._fit_width()
            look().changed.connect(self._fit_width)
        row.addStretch(1)
        row.addWidget(inner, 1_000)
        row.addStretch(1)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.setWidget(outer)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the room to the content where it is narrow."""
        super().resizeEvent(event)
        self._fit_margins()

    def _fit_margins(self) -> None:
        side = min(self._margins, side_margin(self.width()))
        self._row.setContentsMargins(side, self._margins, side, self._margins)

    def _fit_width(self) -> None:
        self._inner.setMaximumWidth(look().pixels(self._max_width))


class PageScroll(QScrollArea):
    """A page of a head and a `PageStack` under it; it scrolls where they need more than there is."""

    def __init__(self, page: QWidget, *, parent: QWidget | None = None) -> None:
        """Makes it around `page`."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)


class PageStack(QWidget):
    """What is under the head of a page, one of several: of one that scrolls by itself some lines are enough,
    so that it gives way to the head.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes an empty stack."""
        super().__init__(parent)
        self._layout = _Shown(self)
        self._layout.currentChanged.connect(lambda _index: self._layout.invalidate())

    def addWidget(self, widget: QWidget) -> None:
        """Adds one."""
        self._layout.addWidget(widget)

    def setCurrentWidget(self, widget: QWidget) -> None:
        """Shows one."""
        self._layout.setCurrentWidget(widget)

    def setCurrentIndex(self, index: int) -> None:
        """Shows the one that was added as the `index`-th, from 0."""
        self._layout.setCurrentIndex(index)

    def currentWidget(self) -> QWidget | None:
        """Returns the one that is shown, or None when there is none."""
        return self._layout.currentWidget()


class _Shown(QStackedLayout):
    """Needs what the shown one needs at least, whatever the hidden ones would need."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        shown = self.currentWidget()
        return max(_LEAST, _least_height(shown, width)) if shown is not None else _LEAST

    def sizeHint(self) -> QSize:
        return QSize(0, _LEAST)

    def minimumSize(self) -> QSize:
        return QSize(0, _LEAST)


def _least_height(widget: QWidget, width: int) -> int:
    layout = widget.layout()
    if layout is None:
        return widget.minimumSizeHint().height()
    if layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return layout.totalMinimumSize().height()
