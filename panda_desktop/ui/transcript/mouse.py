"""The mouse in the transcript: pointing, clicking, selecting.

Promise: a drag never activates what it began on, and selecting scrolls at the edges.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.ui.transcript.attention import Attention
from panda_desktop.ui.transcript.pointing import Pointing, Spot
from panda_desktop.ui.transcript.selection import Position, Selection

_EDGE: Final = 24


class Mouse(QObject):
    """Turns mouse events into hovering, activation and selection."""

    def __init__(
        self,
        viewport: QWidget,
        pointing: Pointing,
        selection: Selection,
        attention: Attention,
        activate: Callable[[Spot], None],
        scroll: Callable[[float], None],
    ) -> None:
        """Takes what it works on; `activate` does what a spot stands for, `scroll` moves the view down."""
        super().__init__(viewport)
        self._viewport = viewport
        self._pointing = pointing
        self._selection = selection
        self._attention = attention
        self._activate = activate
        self._scroll = scroll
        self._pressed: Spot | None = None
        self._pressed_at = QPointF()
        self._selecting = False
        self._clicks = 0
        self._double_at = QPointF()
        self._last = QPointF()
        self._edge = QTimer(self)
        self._edge.setInterval(30)
        self._edge.timeout.connect(self._scroll_at_edge)

    def press(self, event: QMouseEvent) -> None:
        """Begins a click or a selection."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._last = self._pressed_at = event.position()
        found = self._pointing.target_at(event.position())
        self._pressed = found[0] if found else None
        position = self._pointing.position_at(event.position())
        self._attention.focused = None
        if position is None:
            return
        again = self._clicks == 2 and (event.position() - self._double_at).manhattanLength() < 4
        self._clicks = 0
        if again:
            self._selection.select_piece(position)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not self._selection.empty:
            self._selection.move(position)
        else:
            self._selection.start(position)
        self._selecting = True
        self._viewport.update()

    def double_click(self, event: QMouseEvent) -> None:
        """Selects the word under the pointer."""
        position = self._pointing.position_at(event.position())
        on_target = self._pointing.target_at(event.position()) is not None
        if event.button() is Qt.MouseButton.LeftButton and position is not None and not on_target:
            self._selection.select_word(position)
            self._clicks = 2
            self._double_at = event.position()
            self._selecting = False
            QTimer.singleShot(QApplication.doubleClickInterval(), self, self._forget_clicks)
            self._viewport.update()
        else:
            self.press(event)

    def _forget_clicks(self) -> None:
        self._clicks = 0

    def move(self, event: QMouseEvent) -> None:
        """Extends the selection, or hovers."""
        self._last = event.position()
        if self._selecting and event.buttons() & Qt.MouseButton.LeftButton:
            self._extend()
            outside = not _EDGE <= self._last.y() <= self._viewport.height() - _EDGE
            if outside and not self._edge.isActive():
                self._edge.start()
            return
        self.hover(event.position())

    def release(self, event: QMouseEvent) -> None:
        """Ends the selection, or activates what was clicked."""
        self._edge.stop()
        self._selecting = False
        pressed, self._pressed = self._pressed, None
        if event.button() is not Qt.MouseButton.LeftButton or pressed is None:
            return
        moved = (event.position() - self._pressed_at).manhattanLength()
        found = self._pointing.target_at(event.position())
        if found and found[0] == pressed and moved < QApplication.startDragDistance():
            self._selection.clear()
            self._activate(pressed)

    def hover(self, point: QPointF) -> None:
        """Shows what is under the pointer."""
        found = self._pointing.target_at(point)
        row = self._pointing.row_at(point)
        spot = found[0] if found else Spot(row, -1, "") if row >= 0 else None
        if found:
            self._viewport.setCursor(Qt.CursorShape.PointingHandCursor)
        elif self._pointing.over_text(point):
            self._viewport.setCursor(Qt.CursorShape.IBeamCursor)
        else:
            self._viewport.setCursor(Qt.CursorShape.ArrowCursor)
        if spot != self._attention.hovered:
            self._attention.hovered = spot
            self._viewport.update()

    def leave(self) -> None:
        """The pointer left the view."""
        if self._attention.hovered is not None:
            self._attention.hovered = None
            self._viewport.update()

    def _extend(self) -> None:
        position: Position | None = self._pointing.position_at(self._last)
        if position is not None:
            self._selection.move(position)
            self._viewport.update()

    def _scroll_at_edge(self) -> None:
        if not self._selecting:
            self._edge.stop()
            return
        below = self._last.y() - (self._viewport.height() - _EDGE)
        above = _EDGE - self._last.y()
        if below > 0 or above > 0:
            self._scroll(min(below, 120) * 0.6 if below > 0 else -min(above, 120) * 0.6)
            self._extend()
