"""A switch for what is on or off at once.

Promise: to screen readers and the keyboard it is a check box.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from panda_desktop.ui.kit.focus import keyboard_focused
from panda_desktop.ui.kit.labels import plain_tip
from panda_desktop.ui.kit.toggling import Toggling
from panda_desktop.ui.theme import look


class Switch(Toggling, QCheckBox):
    """An on-off switch without words of its own; a `SectionLabel` or `Label` beside it says what it is."""

    def __init__(self, name: str, *, tip: str = "", parent: QWidget | None = None) -> None:
        """Makes a switch heard as `name`."""
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(tip or name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._fit()
        look().changed.connect(self._fit)

    def sizeHint(self) -> QSize:
        """44 by 28 px at 100 % text size."""
        return QSize(look().pixels(44), max(28, look().pixels(28)))

    def hitButton(self, pos: object) -> bool:
        """The whole area can be clicked."""
        return True

    def _fit(self) -> None:
        self.setFixedSize(self.sizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws track and knob."""
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.4)
        height = look().pixels(20)
        track = QRectF(3, (self.height() - height) / 2, self.width() - 6, height)
        painter.setPen(QPen(QColor(theme.accent if self.isChecked() else theme.muted), 1))
        painter.setBrush(QColor(theme.accent if self.isChecked() else theme.side))
        painter.drawRoundedRect(track, height / 2, height / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.on_accent if self.isChecked() else theme.muted))
        knob = height / 2 - 3.5
        x = track.right() - height / 2 if self.isChecked() else track.left() + height / 2
        painter.drawEllipse(QPointF(x, track.center().y()), knob, knob)
        if keyboard_focused(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), 2))
            ring = track.adjusted(-2, -3, 2, 3)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.end()
