"""A table as the program shows it: no grid, quiet lines, sorted by its headings.

Promise: it is used by keyboard alone, says row and column to screen readers, and follows theme and zoom.
"""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from panda_desktop.ui.kit import paint_focus_ring
from panda_desktop.ui.theme import look

Index = QModelIndex | QPersistentModelIndex
_WIDEST: Final = 280
_NARROWEST: Final = 120
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Table(QTableView):
    """The table; `stretching` is the column that takes the room that is left."""

    def __init__(self, name: str, *, stretching: int = 0, parent: QWidget | None = None) -> None:
        """Makes an empty table; `name` is what it holds."""
        super().__init__(parent)
        self._stretching = stretching
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerWidget(QWidget())  # instead of the mark that styles draw between two scroll bars
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(60)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        look().changed.connect(self._fit)
        self._fit()

    def fit_columns(self) -> None:
        """Gives each column the room of its words, and one what is left; else one scrolls."""
        model = self.model()
        if model is None:
            return
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(60)
        header.setMaximumSectionSize(look().pixels(_WIDEST))
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        others = header.length() - header.sectionSize(self._stretching)
        if self.viewport().width() - others >= look().pixels(_NARROWEST):
            header.setMaximumSectionSize(100_000)
            header.setSectionResizeMode(self._stretching, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the columns when the room differs."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds a line under each row, and the focus ring."""
        painter = QPainter(self.viewport())
        painter.setPen(QColor(look().theme.line))
        model = self.model()
        if model is not None and model.rowCount():
            first = max(self.rowAt(0), 0)
            for row in range(first, model.rowCount()):
                bottom = self.rowViewportPosition(row) + self.rowHeight(row) - 1
                painter.drawLine(0, bottom, self.viewport().width(), bottom)
                if bottom > self.viewport().height():
                    break
        painter.end()
        super().paintEvent(event)
        paint_focus_ring(self, radius=8)

    def _fit(self) -> None:
        height = max(30, look().pixels(32))
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setMinimumSectionSize(height)
