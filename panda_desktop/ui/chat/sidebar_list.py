"""The list of chats: opened, renamed, dragged and deleted by mouse or keyboard.

Promise: it costs the same for five chats and for five thousand, and a screen reader sees a list.
"""

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from panda_desktop.domain.chat import Conversation
from panda_desktop.ui.chat.sidebar_delegate import SidebarDelegate, more_area
from panda_desktop.ui.chat.sidebar_drag import Dragging, Dropped
from panda_desktop.ui.chat.sidebar_rows import SidebarRows
from panda_desktop.ui.kit import Menu
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.shelf_rows import RowKind, ShelfRow

Index = QModelIndex | QPersistentModelIndex
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN_KEYS: Final = (Qt.Key.Key_F2, Qt.Key.Key_Delete)


class SidebarList(QListView):
    """Shows `SidebarRows`. The open chat is the selected row; the keyboard moves the current one.

    Signals:
        open_wanted(str): the chat with this id shall be opened.
        collapse_wanted(str, bool): the folder with this id shall be closed or opened.
        delete_wanted(object): what stands in this `ShelfRow` shall go.
        menu_opening(object, object): this empty `Menu` will open for this `ShelfRow`: fill it.
        left_upwards: the arrow up was hit on the first row.
    """

    open_wanted = Signal(str)
    collapse_wanted = Signal(str, bool)
    delete_wanted = Signal(object)
    menu_opening = Signal(object, object)
    left_upwards = Signal()

    def __init__(self, rows: SidebarRows, parent: QWidget | None = None) -> None:
        """Shows `rows`; nothing is open."""
        super().__init__(parent)
        self._rows = rows
        self._open_id = ""
        self._pressed = QPersistentModelIndex()
        self._dragging: Dragging | None = None
        self._delegate = SidebarDelegate(self)
        self.setModel(rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Chats"))
        self.setAccessibleDescription(
            self.tr("Up and Down go from chat to chat, Enter opens one, the menu key shows what can be done.")
        )
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        rows.rowsInserted.connect(self._select_open)
        rows.modelReset.connect(self._select_open)
        look().changed.connect(self._measure_again)

    def take_drops(self, dropped: Dropped) -> None:
        """Lets rows be dragged; `dropped` hears where they fell."""
        self._dragging = Dragging(self, self._rows, self._delegate, dropped)
        self.setAcceptDrops(True)
        self.setAutoScroll(True)

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
        self.edit_row(self._rows.index_of(conversation_id))

    def rename_folder(self, folder_id: str) -> None:
        """Opens the field for another name in the row of a folder."""
        self.edit_row(self._rows.index_of_folder(folder_id))

    def edit_row(self, index: QModelIndex) -> None:
        """Opens the field in a row that can be renamed."""
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setFocus()
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)

    def conversation_at(self, index: Index) -> Conversation | None:
        """Returns the chat of a row; None for a heading or a folder."""
        row = self._rows.row(index)
        return row.conversation if row is not None else None

    def current(self) -> Conversation | None:
        """Returns the chat the keyboard is at."""
        return self.conversation_at(self.currentIndex())

    def current_row(self) -> ShelfRow | None:
        """Returns what the keyboard is at."""
        return self._rows.row(self.currentIndex())

    def focus_first(self) -> None:
        """Puts the keyboard at the first row that can be reached."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if (first := self._first()) is not None:
            self.setCurrentIndex(first)

    def neighbour(self, conversation_id: str, step: int) -> Conversation | None:
        """Returns the chat after (1) or before (-1) another in the list; None past its ends."""
        index = self._rows.index_of(conversation_id)
        row = index.row() + step if index.isValid() else 0
        while 0 <= row < self._rows.rowCount():
            if (found := self.conversation_at(self._rows.index(row, 0))) is not None:
                return found
            row += step
        return None

    def open_menu(self, index: Index, point: QPoint) -> None:
        """Opens the menu of a row."""
        row = self._rows.row(index)
        menu = Menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu_opening.emit(menu, row)
        if menu.actions():
            menu.popup(point)
        else:
            menu.deleteLater()

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Neither mouse nor keyboard selects: what is selected is what is open."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F2 renames, Delete trashes; arrows move, left and right close and open folders."""
        row, key = self.current_row(), event.key()
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # what the field of the title leaves over
        elif row is not None and key in (*_ENTER, Qt.Key.Key_Space):
            if not event.isAutoRepeat():
                self._act(row)
        elif row is not None and key == Qt.Key.Key_F2:
            self.edit_row(self._rows.index(self.currentIndex().row(), 0))
        elif row is not None and key == Qt.Key.Key_Delete and not event.isAutoRepeat():
            self.delete_wanted.emit(row)
        elif row is not None and row.folder is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold(row, close=key == Qt.Key.Key_Left)
        elif key == Qt.Key.Key_Up and self.currentIndex() == (self._first() or QModelIndex()):
            self.left_upwards.emit()
        elif key == Qt.Key.Key_Home and self._first() is not None:
            self.focus_first()
            self.scrollToTop()
        elif key == Qt.Key.Key_Escape:
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
        """Begins at the open chat, else at the first row."""
        super().focusInEvent(event)
        row = self.current_row()
        if row is None or row.kind is RowKind.SECTION:
            index = self._rows.index_of(self._open_id)
            first = index if index.isValid() else self._first()
            if first is not None:
                self.setCurrentIndex(first)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes note of the row; opens its menu on its “…”."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        self._pressed = QPersistentModelIndex()
        if event.button() is not Qt.MouseButton.LeftButton or not self._is_live(index):
            super().mousePressEvent(event)
        elif self._more_area(index).contains(point):
            self.open_menu(index, event.globalPosition().toPoint())
        else:
            self._pressed = QPersistentModelIndex(index)
            if self._dragging is not None:
                self._dragging.press(point)
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens the chat that was clicked, closes or opens the folder."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, QPersistentModelIndex()
        index = self.indexAt(event.position().toPoint())
        row = self._rows.row(index)
        if pressed.isValid() and row is not None and pressed == index:
            self._act(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows the “…” of the row under the pointer; drags the row that is held."""
        point = event.position().toPoint()
        held = self._pressed.isValid() and bool(event.buttons() & Qt.MouseButton.LeftButton)
        if held and self._dragging is not None:
            if self._dragging.is_far(point):
                pressed, self._pressed = self._pressed, QPersistentModelIndex()
                self._dragging.begin(pressed)
            return
        super().mouseMoveEvent(event)
        self._hover(point)

    def viewportEvent(self, event: QEvent) -> bool:
        """Notices that the pointer leaves, and that the rows move under it."""
        if event.type() is QEvent.Type.Leave:
            self._hover(QPoint(-1, -1))
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self._delegate.over_more:
            QToolTip.showText(event.globalPos(), self.tr("Everything that can be done"), self.viewport())
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
        if self._is_live(index):
            self.open_menu(index, point)

    # dragging

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes rows of ours."""
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where it would fall; near an edge the list scrolls."""
        if self._dragging is None:
            event.ignore()
            return
        edge = self.verticalScrollBar().singleStep() // 2 + 8
        y, bar = event.position().y(), self.verticalScrollBar()
        if y < edge or y > self.viewport().height() - edge:
            bar.setValue(bar.value() + (-edge if y < edge else edge))
        self._dragging.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Shows nothing any more."""
        if self._dragging is not None:
            self._dragging.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Does what was shown."""
        if self._dragging is not None:
            self._dragging.drop(event)

    # how it is done

    def _act(self, row: ShelfRow) -> None:
        if row.conversation is not None:
            self.open_wanted.emit(row.conversation.id)
        elif row.kind is RowKind.FOLDER and row.folder is not None:
            self.collapse_wanted.emit(row.folder.id, not row.collapsed)

    def _fold(self, row: ShelfRow, *, close: bool) -> None:
        assert row.folder is not None
        if row.kind is RowKind.FOLDER and row.collapsed is not close:
            self.collapse_wanted.emit(row.folder.id, close)
        elif row.conversation is not None and close:
            self.setCurrentIndex(self._rows.index_of_folder(row.folder.id))

    def _is_live(self, index: Index) -> bool:
        row = self._rows.row(index)
        return row is not None and row.kind is not RowKind.SECTION

    def _more_area(self, index: QModelIndex) -> QRect:
        row = self.visualRect(index)
        return mirrored(self, row, more_area(row))

    def _hover(self, point: QPoint) -> None:
        index = self.indexAt(point)
        row = index.row() if self._is_live(index) else -1
        over_more = row >= 0 and self._more_area(index).contains(point)
        if (row, over_more) != (self._delegate.hovered, self._delegate.over_more):
            self._delegate.hovered, self._delegate.over_more = row, over_more
            shape = Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _first(self) -> QModelIndex | None:
        for row in range(self._rows.rowCount()):
            index = self._rows.index(row, 0)
            if self._is_live(index):
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
