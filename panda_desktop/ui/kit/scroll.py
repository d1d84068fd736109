"""A scrolling column of widgets.

Promise: it scrolls up and down only, and its content never grows wider than a stated limit.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from panda_desktop.ui.theme import look


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
        row = QHBoxLayout(outer)
        row.setContentsMargins(margins, margins, margins, margins)
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

    def _fit_width(self) -> None:
        self._inner.setMaximumWidth(look().pixels(self._max_width))
