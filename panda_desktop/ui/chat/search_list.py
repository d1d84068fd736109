"""The list of what the search has found.

Promise: the keyboard gets from the field into it and back, and each hit is heard as one sentence.
"""

from typing import Any, Final

from PySide6.QtCore import (
    QEvent,
    QIdentityProxyModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from panda_desktop.domain.search import SearchHit
from panda_desktop.ui.chat.search_delegate import SearchDelegate
from panda_desktop.ui.chat.times import short_time
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import spoken
from panda_desktop.viewmodels.search import SearchResults, SearchRole

Index = QModelIndex | QPersistentModelIndex
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Spoken(QIdentityProxyModel):
    """The hits with a sentence for screen readers."""

    def __init__(self, results: SearchResults, delegate: SearchDelegate, parent: QObject) -> None:
        super().__init__(parent)
        self._delegate = delegate
        self.setSourceModel(results)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answers `AccessibleTextRole` itself."""
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return super().data(index, role)
        hit = super().data(index, SearchRole.HIT)
        if not isinstance(hit, SearchHit):
            return None
        parts = [hit.title or self.tr("New chat"), self._delegate.said(hit), short_time(hit.time)]
        return spoken(*(parts if hit.message_id is None else [*parts, hit.snippet.text]))


class SearchList(QListView):
    """Shows `SearchResults`.

    Signals:
        open_wanted(object): this `SearchHit` shall be shown.
        left_upwards: the arrow up was hit on the first one.
        left_downwards: the arrow down was hit on the last one.
    """

    open_wanted = Signal(object)
    left_upwards = Signal()
    left_downwards = Signal()

    def __init__(self, results: SearchResults, *, parent: QWidget | None = None) -> None:
        """Shows `results`."""
        super().__init__(parent)
        self._delegate = SearchDelegate(self)
        self._pressed = QPersistentModelIndex()
        self.setModel(_Spoken(results, self._delegate, self))
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Found"))
        self.setAccessibleDescription(self.tr("Up and Down go through it, Enter shows the message."))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        look().changed.connect(self.scheduleDelayedItemsLayout)

    def hit_at(self, index: Index) -> SearchHit | None:
        """Returns the hit of a row."""
        found = index.data(SearchRole.HIT) if index.isValid() else None
        return found if isinstance(found, SearchHit) else None

    def focus_first(self) -> None:
        """Puts the keyboard at the first hit."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(self.model().index(0, 0))

    def focus_last(self) -> None:
        """Puts the keyboard at the last hit."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(self.model().index(self.model().rowCount() - 1, 0))

    def open_first(self) -> bool:
        """Shows the best hit; returns whether there is one."""
        index = self.model().index(0, 0)
        if (hit := self.hit_at(index)) is None:
            return False
        self.setCurrentIndex(index)
        self.open_wanted.emit(hit)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the arrows move, also out of the list."""
        row, hit = self.currentIndex().row(), self.hit_at(self.currentIndex())
        if event.key() in _ENTER and hit is not None:
            if not event.isAutoRepeat():
                self.open_wanted.emit(hit)
        elif event.key() == Qt.Key.Key_Up and row <= 0:
            self.left_upwards.emit()
        elif event.key() == Qt.Key.Key_Down and row == self.model().rowCount() - 1:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes note of the row."""
        super().mousePressEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        index = self.indexAt(event.position().toPoint()) if left else QModelIndex()
        self._pressed = QPersistentModelIndex(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens the hit that was clicked."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, QPersistentModelIndex()
        index = self.indexAt(event.position().toPoint())
        hit = self.hit_at(index)
        if pressed.isValid() and pressed == index and hit is not None:
            self.open_wanted.emit(hit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def viewportEvent(self, event: QEvent) -> bool:
        """Notices that the pointer leaves."""
        if event.type() is QEvent.Type.Leave:
            self._hover(QPoint(-1, -1))
        return super().viewportEvent(event)

    def _hover(self, point: QPoint) -> None:
        row = self.indexAt(point).row()
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            shape = Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()
