"""The list of chats: opened, renamed, pinned and deleted by mouse or keyboard.

Promise: it costs the same for five chats and for five thousand, and a screen reader sees a list.
"""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from panda_desktop.domain.chat import Conversation
from panda_desktop.ui.chat.sidebar_delegate import SidebarDelegate, more_area
from panda_desktop.ui.chat.sidebar_rows import SidebarRole, SidebarRows
from panda_desktop.ui.kit import Menu
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.conversations import ConversationRole

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN_KEYS = (Qt.Key.Key_F2, Qt.Key.Key_Delete)


class SidebarList(QListView):
    """Shows `SidebarRows`. The open chat is the selected row; the keyboard moves the current one.

    Signals:
        open_wanted(str): the chat with this id shall be opened.
        pin_wanted(str, bool): it shall be kept at the top, or no longer.
        trash_wanted(str): it shall be moved to the trash.
        left_upwards: the arrow up was hit on the first chat.
    """

    open_wanted = Signal(str)
    pin_wanted = Signal(str, bool)
    trash_wanted = Signal(str)
    left_upwards = Signal()

    def __init__(self, rows: SidebarRows, parent: QWidget | None = None) -> None:
        """Shows `rows`; nothing is open."""
        super().__init__(parent)
        self._rows = rows
        self._open_id = ""
        self._pressed = QPersistentModelIndex()
        self._delegate = SidebarDelegate(self)
        self.setModel(rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Chats"))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        rows.rowsInserted.connect(self._select_open)
        rows.modelReset.connect(self._select_open)
        look().changed.connect(self._measure_again)

    def set_open(self, conversation_id: str) -> None:
        """Marks the open chat and brings it into view."""
        self._open_id = conversation_id
        self._select_open()
        index = self._rows.index_of(conversation_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.selectionModel().clearSelection()

    def rename(self, conversation_id: str) -> None:
        """Opens the field for another title in the row of a chat."""
        index = self._rows.index_of(conversation_id)
        if index.isValid():
            self.setFocus()
            self.setCurrentIndex(index)
            self.edit(index)

    def conversation_at(self, index: QModelIndex | QPersistentModelIndex) -> Conversation | None:
        """Returns the chat of a row; None for a heading."""
        found = index.data(ConversationRole.CONVERSATION) if index.isValid() else None
        return found if isinstance(found, Conversation) else None

    def current(self) -> Conversation | None:
        """Returns the chat the keyboard is at."""
        return self.conversation_at(self.currentIndex())

    def focus_first(self) -> None:
        """Puts the keyboard at the first chat."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if (first := self._first()) is not None:
            self.setCurrentIndex(first)

    def first(self) -> Conversation | None:
        """Returns the first chat shown."""
        index = self._first()
        return None if index is None else self.conversation_at(index)

    def neighbour(self, conversation_id: str, step: int) -> Conversation | None:
        """Returns the chat after (1) or before (-1) another in the list; None past its ends."""
        index = self._rows.index_of(conversation_id)
        row = index.row() + step if index.isValid() else 0
        while 0 <= row < self._rows.rowCount():
            if (found := self.conversation_at(self._rows.index(row))) is not None:
                return found
            row += step
        return None

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Neither mouse nor keyboard selects: what is selected is what is open."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F2 renames, Delete trashes; arrows move."""
        current = self.current()
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # what the field of the title leaves over
        elif current is not None and event.key() in _ENTER and not event.isAutoRepeat():
            self.open_wanted.emit(current.id)
        elif current is not None and event.key() == Qt.Key.Key_F2:
            self.rename(current.id)
        elif current is not None and event.key() == Qt.Key.Key_Delete and not event.isAutoRepeat():
            self.trash_wanted.emit(current.id)
        elif event.key() == Qt.Key.Key_Up and self.currentIndex() == (self._first() or QModelIndex()):
            self.left_upwards.emit()
        elif event.key() == Qt.Key.Key_Home and self._first() is not None:
            self.focus_first()
            self.scrollToTop()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keeps F2 and Delete for itself, whatever the window binds them to."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in _OWN_KEYS
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begins at the open chat, else at the first."""
        super().focusInEvent(event)
        if self.current() is None:
            index = self._rows.index_of(self._open_id)
            first = index if index.isValid() else self._first()
            if first is not None:
                self.setCurrentIndex(first)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes note of the row; opens its menu on its “…”."""
        index = self.indexAt(event.position().toPoint())
        self._pressed = QPersistentModelIndex()
        if event.button() is not Qt.MouseButton.LeftButton or self.conversation_at(index) is None:
            super().mousePressEvent(event)
        elif more_area(self.visualRect(index)).contains(event.position().toPoint()):
            self._open_menu(index, event.globalPosition().toPoint())
        else:
            self._pressed = QPersistentModelIndex(index)
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens the chat that was clicked."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, QPersistentModelIndex()
        index = self.indexAt(event.position().toPoint())
        conversation = self.conversation_at(index)
        if pressed.isValid() and conversation is not None and pressed == index:
            self.open_wanted.emit(conversation.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows the “…” of the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def viewportEvent(self, event: QEvent) -> bool:
        """Notices that the pointer leaves, and that the rows move under it."""
        if event.type() is QEvent.Type.Leave:
            self._hover(QPoint(-1, -1))
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self._delegate.over_more:
            QToolTip.showText(event.globalPos(), self.tr("Rename, pin or delete"), self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Opens the menu of a row, by mouse or by the menu key."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            point = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
            point = event.globalPos()
        if self.conversation_at(index) is not None:
            self._open_menu(index, point)

    def _open_menu(self, index: QModelIndex, point: QPoint) -> None:
        conversation = self.conversation_at(index)
        assert conversation is not None
        identity, pinned = conversation.id, conversation.pinned
        menu = Menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.add(self.tr("Rename"), lambda: self.rename(identity), icon_name="edit", shortcut="F2")
        words = self.tr("Unpin") if pinned else self.tr("Pin to the top")
        menu.add(words, lambda: self.pin_wanted.emit(identity, not pinned), icon_name="pin")
        menu.addSeparator()
        delete = self.tr("Move to the trash")
        menu.add(
            delete,
            lambda: self.trash_wanted.emit(identity),
            icon_name="trash",
            shortcut="Del",
            danger=True,
        )
        menu.popup(point)

    def _hover(self, point: QPoint) -> None:
        index = self.indexAt(point)
        row = index.row() if self.conversation_at(index) is not None else -1
        over_more = row >= 0 and more_area(self.visualRect(index)).contains(point)
        if (row, over_more) != (self._delegate.hovered, self._delegate.over_more):
            self._delegate.hovered, self._delegate.over_more = row, over_more
            shape = Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _first(self) -> QModelIndex | None:
        for row in range(self._rows.rowCount()):
            index = self._rows.index(row)
            if not index.data(SidebarRole.HEADING):
                return index
        return None

    def _select_open(self) -> None:
        index = self._rows.index_of(self._open_id)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(index, flag.ClearAndSelect)
            if not self.hasFocus():
                self.selectionModel().setCurrentIndex(index, flag.NoUpdate)

    def _measure_again(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
