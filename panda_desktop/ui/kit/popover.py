"""A small panel that opens beside what was pressed.

Promise: Escape or a click elsewhere closes it, the focus returns where it was, and it stays on the screen.
"""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from panda_desktop.ui.kit.roles import give_role


class PopoverFrame(QFrame):
    """The bordered inside of a popover; it exists so that the style sheet can name it."""


class Popover(QWidget):
    """A panel above the window. Put widgets into `content`.

    Signals:
        closed: it has gone, however.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Makes a closed panel owned by `parent`."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        give_role(self, QAccessible.Role.Dialog)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        frame = PopoverFrame(self)
        outside.addWidget(frame)
        self.content = QVBoxLayout(frame)
        self.content.setContentsMargins(8, 8, 8, 8)
        self.content.setSpacing(8)

    def adjustSize(self) -> None:
        """Takes the size of its content. Qt itself takes a height for another width than a fixed one."""
        super().adjustSize()
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def open_at(self, anchor: QWidget, *, above: bool = False) -> None:
        """Opens below `anchor` (or above it), moved as far as the screen demands.

        Without a name of its own it is heard by that of `anchor`.
        """
        if not self.accessibleName():
            self.setAccessibleName(anchor.accessibleName())
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        if above:
            corner = anchor.mapToGlobal(QPoint(0, -self.height() - 4))
        place = QRect(corner, self.size())
        room = anchor.screen().availableGeometry()
        if place.bottom() > room.bottom():
            place.moveBottom(anchor.mapToGlobal(QPoint(0, 0)).y() - 4)
        if place.top() < room.top():
            place.moveTop(room.top())
        if place.right() > room.right():
            place.moveRight(room.right())
        if place.left() < room.left():
            place.moveLeft(room.left())
        self.move(place.topLeft())
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tells that it has gone."""
        super().hideEvent(event)
        self.closed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Gives the focus back to the owner's window."""
        super().closeEvent(event)
        owner = self.parentWidget()
        if owner is not None and owner.window().isVisible():
            owner.window().activateWindow()
