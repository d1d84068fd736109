"""A table as the program shows it: no grid, quiet lines, sorted by its headings.

Promise: it is used by keyboard alone, says row and column to screen readers, and follows theme and zoom.
"""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from panda_desktop.ui.kit import announce, paint_focus_ring, set_variant
from panda_desktop.ui.theme import look

Index = QModelIndex | QPersistentModelIndex
_WIDEST: Final = 280
_NARROWEST: Final = 120
_ORDERS: Final = {
    Qt.Key.Key_Up: Qt.SortOrder.AscendingOrder,
    Qt.Key.Key_Down: Qt.SortOrder.DescendingOrder,
}
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Table(QTableView):
    """The table; `stretching` is the column that takes the room that is left."""

    def __init__(self, name: str, *, stretching: int = 0, parent: QWidget | None = None) -> None:
        """Makes an empty table; `name` is what it holds."""
        super().__init__(parent)
        self._stretching = stretching
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("Arrow keys go from cell to cell."))
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
        self._turn()

    def setSortingEnabled(self, enable: bool) -> None:
        """See `QTableView`; the keyboard can sort too then."""
        super().setSortingEnabled(enable)
        words = self.tr("Arrow keys go from cell to cell, Alt+Up and Alt+Down sort by the column one is in.")
        if enable:
            self.setAccessibleDescription(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow sorts."""
        order = _ORDERS.get(Qt.Key(event.key()))
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if order is None or not alt or not self.isSortingEnabled():
            super().keyPressEvent(event)
            return
        column = max(self.currentIndex().column(), 0)
        self.sortByColumn(column, order)
        heading = self.model().headerData(column, Qt.Orientation.Horizontal)
        up = order is Qt.SortOrder.AscendingOrder
        words = (
            self.tr("Sorted by {heading}, ascending") if up else self.tr("Sorted by {heading}, descending")
        )
        announce(self, words.format(heading=heading))

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

    def changeEvent(self, event: QEvent) -> None:
        """Turns the headings in another direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._turn()

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

    def _turn(self) -> None:
        """Leaves the room for the arrow of the order where it is: style sheets turn that, but no padding."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        set_variant(self.horizontalHeader(), "mirrored", mirrored)

    def _fit(self) -> None:
        height = max(30, look().pixels(32))
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setMinimumSectionSize(height)
