"""Two parts beside each other whose border a person moves, with the mouse or with the arrow keys.

Promise: neither part is ever hidden by moving the border.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from panda_desktop.ui.kit.focus import keyboard_focused
from panda_desktop.ui.kit.labels import plain_tip
from panda_desktop.ui.kit.roles import give_role
from panda_desktop.ui.theme import look

_STEP: Final = 16
_THIN: Final = 1
_SEEN: Final = 4
"""Width of the border while it has the keyboard."""
_WAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Splitter(QSplitter):
    """The two parts: add them with `addWidget`."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader says of the border, such as "Width of the list"."""
        self._name = name
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(_THIN)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        """Makes the border."""
        return _Border(self, self._name)


class _Border(QSplitterHandle):
    def __init__(self, splitter: Splitter, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(self.tr("{name}: drag it, or press Left or Right").format(name=name)))
        give_role(self, QAccessible.Role.Splitter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves it to the side of the arrow."""
        way = _WAYS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self._move(way * look().pixels(_STEP))

    def _move(self, by: int) -> None:
        splitter = self.splitter()
        number = splitter.indexOf(self)
        at = sum(splitter.sizes()[:number]) + (number - 1) * splitter.handleWidth()
        if splitter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            at = splitter.contentsRect().width() - at
        self.moveSplitter(at + by)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows where the keyboard is."""
        super().focusInEvent(event)
        self.splitter().setHandleWidth(_SEEN if keyboard_focused(self) else _THIN)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Is thin again."""
        super().focusOutEvent(event)
        self.splitter().setHandleWidth(_THIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line, and in the colour of the focus while it has the keyboard."""
        super().paintEvent(event)
        if keyboard_focused(self):
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(look().theme.focus))
            painter.end()
