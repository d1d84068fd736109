"""One row of the list of places: everything, a board, a tag, the trash.

Promise: it says its name and how much is there, takes a drop of pictures where it can, and every key a row of
a list has works.
"""

from typing import Final

from PySide6.QtCore import QLocale, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit import paint_focus_ring, plain_tip
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.kit.toggling import Toggling
from panda_desktop.ui.media.tile_pointing import dragged_items
from panda_desktop.ui.theme import look

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlaceRow(Toggling, QAbstractButton):
    """One place; down while it is shown.

    Attributes:
        key: identity.

    Signals:
        menu_wanted(object): its menu shall open at this global `QPoint`.
        dropped(object): items of the library, a tuple of ids, were dropped on it.
        step_wanted(int): the row before or after shall have the keyboard.
        move_wanted(int): it shall stand one higher or lower.
        rename_wanted: F2.
        delete_wanted: Del.
    """

    menu_wanted = Signal(object)
    dropped = Signal(object)
    step_wanted = Signal(int)
    move_wanted = Signal(int)
    rename_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, key: str, icon_name: str, name: str, *, takes: str = "") -> None:
        """Makes a row.

        Args:
            key: identity.
            icon_name: see `ui.icons.icon`.
            name: what is shown, of anyone.
            takes: what a drop of items does, as a sentence; empty where nothing can be dropped.
        """
        super().__init__()
        self.key = key
        self.colour = ""
        self._icon_name = icon_name
        self._note = ""
        self._takes = takes
        self._over = False
        self.setText(name)
        self.setCheckable(True)
        self.setAcceptDrops(bool(takes))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._name()

    def set_note(self, note: str) -> None:
        """Shows a few words at the end of the row."""
        if note != self._note:
            self._note = note
            self._name()
            self.update()

    def set_count(self, count: int) -> None:
        """Shows a number at the end of the row; nothing for 0."""
        self.set_note(QLocale().toString(count) if count else "")

    def note(self) -> str:
        """Returns what is shown at the end of the row."""
        return self._note

    def sizeHint(self) -> QSize:
        """A line of the text size, at least 30 px high."""
        height = max(30, self.fontMetrics().height() + 12)
        return QSize(look().pixels(160), height)

    def minimumSizeHint(self) -> QSize:
        """Its words may be cut."""
        return QSize(80, self.sizeHint().height())

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the row."""
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self._over:
            painter.setPen(QPen(QColor(theme.accent), 1.5) if self._over else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_background))
            painter.drawRoundedRect(frame, 8, 8)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(frame, 8, 8)
        area = self.rect().adjusted(8, 0, -10, 0)
        ink = theme.accent if self.isChecked() else theme.text
        side = look().pixels(16)
        mark = QRect(area.left(), area.center().y() - side // 2, side, side)
        if self.colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colour))
            painter.drawEllipse(mirrored(self, self.rect(), mark).adjusted(3, 3, -3, -3))
        else:
            shade = theme.accent if self.isChecked() else theme.muted
            place = mirrored(self, self.rect(), mark)
            painter.drawPixmap(place, icon_pixmap(self._icon_name, shade, side, self.devicePixelRatioF()))
        area.setLeft(mark.right() + 9)
        self._paint_words(painter, area, ink)
        painter.end()
        paint_focus_ring(self, radius=8)

    def _paint_words(self, painter: QPainter, area: QRect, ink: str) -> None:
        flags = Qt.AlignmentFlag.AlignVCenter
        if self._note:
            painter.setFont(look().small_font())
            painter.setPen(QColor(look().theme.muted))
            width = painter.fontMetrics().horizontalAdvance(self._note)
            place = mirrored(self, self.rect(), area)
            painter.drawText(place, int(flags | Qt.AlignmentFlag.AlignRight), self._note)
            area = area.adjusted(0, 0, -width - 8, 0)
        painter.setFont(self.font())
        painter.setPen(QColor(ink))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        place = mirrored(self, self.rect(), area)
        painter.drawText(place, int(flags | Qt.AlignmentFlag.AlignLeft), shown)

    # keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows lead to the other rows, with Alt they move this one; Enter takes it."""
        key = event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        step = next((step for each, step in _STEPS.items() if each == key), 0)
        if step:
            (self.move_wanted if alt else self.step_wanted).emit(step)
        elif key in _ENTER and not event.isAutoRepeat():
            self.click()
        elif key == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        elif key == Qt.Key.Key_Delete and not event.isAutoRepeat():
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Opens its menu, by mouse or by the menu key."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.mapToGlobal(self.rect().bottomLeft()) if by_key else event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes items of the library."""
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Takes items of the library."""
        self._consider(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The items are elsewhere."""
        self._set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tells what was dropped."""
        self._set_over(False)
        items = dragged_items(event.mimeData())
        if items:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(items)

    def _consider(self, event: QDragMoveEvent) -> None:
        fits = bool(dragged_items(event.mimeData()))
        self._set_over(fits)
        if fits:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _set_over(self, over: bool) -> None:
        if over is not self._over:
            self._over = over
            self.update()

    def _name(self) -> None:
        words = f"{self.text()}, {self._note}" if self._note else self.text()
        self.setAccessibleName(words)
        self.setAccessibleDescription(self._takes)
        self.setToolTip(plain_tip(f"{self.text()}\n{self._takes}" if self._takes else self.text()))
