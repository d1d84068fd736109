"""A list the person puts in order: by dragging, or with Alt and an arrow.

Promise: everything the mouse does here the keyboard does too, and while a row is dragged it is seen where it
would fall.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit.focus import keyboard_focused
from panda_desktop.ui.kit.labels import plain_tip
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import spoken

_ID: Final = int(Qt.ItemDataRole.UserRole)
_NOTE: Final = _ID + 1
_MARK: Final = _ID + 2
_MORE: Final = 32
_EDGE: Final = 20
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class OrderedRow:
    """One row.

    Attributes:
        id: what is told of it.
        title: its first line; foreign text is fine.
        note: its second, quieter line; empty for none.
        mark: an icon before the title (see `ui.icons.icon`); empty for none.
        spoken: what a screen reader adds, such as what the mark means.
    """

    id: str
    title: str
    note: str = ""
    mark: str = ""
    spoken: str = ""


class OrderedList(QListView):
    """The list.

    Signals:
        taken(str): Enter or a double click on this row.
        current_changed(str): this row is the current one now; empty for none.
        placed(str, int): this row shall stand at that place, 0 for the first.
        menu_wanted(str, QPoint): the menu of this row shall open at this point of the screen.
        rename_wanted(str): F2 on this row.
        delete_wanted(str): Del on this row.
    """

    taken = Signal(str)
    current_changed = Signal(str)
    placed = Signal(str, int)
    menu_wanted = Signal(str, QPoint)
    rename_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Makes an empty list heard as `name`."""
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self._filling = False
        self._pressed: QPoint | None = None
        self._dragged = -1
        self._gap = -1
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(_RowDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleDescription(self.tr("Alt and an arrow key put a row elsewhere."))
        self.doubleClicked.connect(lambda index: self.taken.emit(str(index.data(_ID))))
        self.selectionModel().currentChanged.connect(lambda _new, _old: self._tell_current())
        look().changed.connect(self.doItemsLayout)

    def set_rows(self, rows: Sequence[OrderedRow]) -> None:
        """Shows these rows; the current one stays current, or the one that took its place."""
        keep, place = self.current_id(), self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        self._filling = True
        self._model.clear()
        for row in rows:
            self._model.appendRow(_item(row))
        ids = [row.id for row in rows]
        at = ids.index(keep) if keep in ids else min(max(place, 0), len(ids) - 1)
        self._filling = False
        if at >= 0:
            self.setCurrentIndex(self._model.index(at, 0))
            self.verticalScrollBar().setValue(scrolled)
            self.scrollTo(self.currentIndex())
        if self.current_id() != keep:
            self._tell_current()
        self.updateGeometry()

    def ids(self) -> list[str]:
        """Returns the ids of the rows in order."""
        return [str(self._model.index(row, 0).data(_ID)) for row in range(self._model.rowCount())]

    def current_id(self) -> str:
        """Returns the id of the current row, or an empty string."""
        index = self.currentIndex()
        return str(index.data(_ID)) if index.isValid() else ""

    def set_current(self, row_id: str) -> None:
        """Makes a row the current one; an unknown id changes nothing."""
        ids = self.ids()
        if row_id in ids:
            self.setCurrentIndex(self._model.index(ids.index(row_id), 0))

    def step(self, row_id: str, step: int) -> None:
        """Puts a row one place up (-1) or down (+1), where there is one."""
        ids = self.ids()
        if row_id in ids and 0 <= ids.index(row_id) + step < len(ids):
            self.placed.emit(row_id, ids.index(row_id) + step)

    def row_area(self, row_id: str) -> QRect:
        """Returns where a row is on the viewport; empty for an unknown one."""
        ids = self.ids()
        return self.visualRect(self._model.index(ids.index(row_id), 0)) if row_id in ids else QRect()

    def sizeHint(self) -> QSize:
        """All rows, within reason."""
        rows = min(self._model.rowCount(), 8)
        return QSize(look().pixels(280), rows * max(0, self.sizeHintForRow(0)) + 2)

    def minimumSizeHint(self) -> QSize:
        """May shrink to two rows."""
        return QSize(look().pixels(120), min(self.sizeHint().height(), look().pixels(96)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the row; Enter takes it, F2 and Del ask for the rest."""
        row, key = self.current_id(), event.key()
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if row and event.modifiers() & Qt.KeyboardModifier.AltModifier and key in moves:
            self.step(row, moves[Qt.Key(key)])
        elif row and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(row)
        elif row and key == Qt.Key.Key_F2:
            self.rename_wanted.emit(row)
        elif row and key == Qt.Key.Key_Delete:
            self.delete_wanted.emit(row)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of the row under the pointer, or of the current one."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            point = event.globalPos() if by_mouse else self._corner(index)
            self.menu_wanted.emit(str(index.data(_ID)), point)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins a drag, or opens the menu on the three dots."""
        super().mousePressEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        if self._more_area(index).contains(point):
            self.menu_wanted.emit(str(index.data(_ID)), self._corner(index))
            return
        self._pressed = point

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows where the dragged row would fall."""
        point = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self.viewport().update()
            return
        if self._dragged < 0:
            if (point - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._dragged = self.indexAt(self._pressed).row()
        bar = self.verticalScrollBar()
        if point.y() < _EDGE:
            bar.setValue(bar.value() - _EDGE)
        elif point.y() > self.viewport().height() - _EDGE:
            bar.setValue(bar.value() + _EDGE)
        self._gap = self._gap_at(point)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets the dragged row fall."""
        dragged, gap = self._dragged, self._gap
        self._forget_drag()
        super().mouseReleaseEvent(event)
        if dragged < 0:
            return
        place = gap - 1 if gap > dragged else gap
        if gap >= 0 and place != dragged:
            self.placed.emit(self.ids()[dragged], place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds the line where the dragged row would fall."""
        super().paintEvent(event)
        if self._gap < 0:
            return
        last = self._model.rowCount() - 1
        area = self.visualRect(self._model.index(min(self._gap, last), 0))
        y = area.bottom() if self._gap > last else max(1, area.top())
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(look().theme.accent), 2))
        painter.drawLine(8, y, self.viewport().width() - 8, y)
        painter.end()

    def _corner(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self._more_area(index).bottomLeft())

    def _more_area(self, index: QModelIndex) -> QRect:
        row = self.visualRect(index)
        return mirrored(self, row, more_area(row))

    def _gap_at(self, point: QPoint) -> int:
        index = self.indexAt(QPoint(12, min(max(point.y(), 0), self.viewport().height() - 1)))
        if not index.isValid():
            return 0 if point.y() < 0 else self._model.rowCount()
        return index.row() + (1 if point.y() > self.visualRect(index).center().y() else 0)

    def _forget_drag(self) -> None:
        self._pressed, self._dragged, self._gap = None, -1, -1
        self.viewport().update()

    def _tell_current(self) -> None:
        if not self._filling:
            self.current_changed.emit(self.current_id())


def more_area(row: QRect) -> QRect:
    """Returns where the three dots of a row are."""
    side = look().pixels(_MORE)
    return QRect(row.right() - side, row.top(), side, row.height())


def _item(row: OrderedRow) -> QStandardItem:
    item = QStandardItem(row.title)
    item.setData(row.id, _ID)
    item.setData(row.note, _NOTE)
    item.setData(row.mark, _MARK)
    item.setToolTip(plain_tip(f"{row.title}\n{row.note}" if row.note else row.title))
    item.setData(spoken(row.title, row.spoken, row.note), int(Qt.ItemDataRole.AccessibleTextRole))
    return item


class _RowDelegate(QStyledItemDelegate):
    """Draws a row in two lines, with its mark and three dots."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """High enough for both lines."""
        title, note = QFontMetrics(look().body_font()), QFontMetrics(look().small_font())
        return QSize(120, title.height() + note.height() + 14)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draws one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, area = look().theme, QRect(option.rect)
        state = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if current or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_background if current else theme.hover))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 7, 7)
        view = option.widget
        if current and isinstance(view, QWidget) and keyboard_focused(view):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(area.adjusted(1, 2, -1, -2), 6, 6)
        side = look().pixels(16)
        ratio = painter.device().devicePixelRatio()
        if current or hovered:
            dots = mirrored(painter, area, more_area(area))
            spot = dots.center() - QPoint(side // 2, side // 2)
            painter.drawPixmap(spot, icon_pixmap("more", theme.muted, side, ratio))
        inner = area.adjusted(10, 6, -look().pixels(_MORE), -6)
        self._paint_words(painter, mirrored(painter, area, inner), index, ratio)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, area: QRect, index: QModelIndex | QPersistentModelIndex, ratio: float
    ) -> None:
        theme, cut = look().theme, Qt.TextElideMode.ElideRight
        note = str(index.data(_NOTE) or "")
        painter.setFont(look().body_font())
        height = painter.fontMetrics().height()
        line = QRect(area.x(), area.y(), area.width(), height if note else area.height())
        if mark := str(index.data(_MARK) or ""):
            side = look().pixels(14)
            spot = QRect(line.x(), line.center().y() - side // 2, side, side)
            painter.drawPixmap(
                mirrored(painter, area, spot).topLeft(), icon_pixmap(mark, theme.accent, side, ratio)
            )
            line.setLeft(line.left() + side + 6)
        painter.setPen(QColor(theme.text))
        title = painter.fontMetrics().elidedText(str(index.data()), cut, line.width())
        painter.drawText(mirrored(painter, area, line), int(_LEFT), title)
        if note:
            painter.setFont(look().small_font())
            painter.setPen(QColor(theme.muted))
            below = QRect(area.x(), area.y() + height + 1, area.width(), area.height() - height - 1)
            painter.drawText(below, int(_LEFT), painter.fontMetrics().elidedText(note, cut, below.width()))
