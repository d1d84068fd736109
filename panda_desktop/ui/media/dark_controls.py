"""Buttons and words that lie on a picture or on the dark ground around it.

Promise: they look the same in both themes, and have the names and keys of any other control.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit import IconButton, Label, keyboard_focused
from panda_desktop.ui.theme import DARK, look

_VEIL = 170


class DarkButton(IconButton):
    """A round button with an icon, light on dark."""

    def __init__(self, icon_name: str, name: str, *, parent: QWidget | None = None) -> None:
        """See `IconButton`."""
        self._shown_icon = icon_name
        super().__init__(icon_name, name, size=18, parent=parent)
        self._fit()
        look().changed.connect(self._fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws circle, icon and focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked())
        ground = QColor(DARK.pressed if lit else DARK.rail)
        ground.setAlpha(255 if lit else _VEIL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        circle = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.drawEllipse(circle)
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        side = look().pixels(18)
        colour = DARK.accent if self.isChecked() else DARK.text
        drawn = icon_pixmap(self._shown_icon, colour, side, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, drawn)
        if keyboard_focused(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(DARK.focus), 2))
            painter.drawEllipse(circle.adjusted(-1, -1, 1, 1))
        painter.end()

    def _fit(self) -> None:
        side = max(34, look().pixels(34))
        self.setFixedSize(side, side)


class DarkLabel(Label):
    """A few light words on a dark ground of their own."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes an empty label."""
        super().__init__("", parent=parent)
        self._least = ""
        look().changed.connect(self.updateGeometry)

    def set_least(self, words: str) -> None:
        """Keeps the label as wide as these words, so that nothing beside it moves."""
        self._least = words
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The words with a little air around them."""
        metrics = self.fontMetrics()
        width = max(metrics.horizontalAdvance(self.text()), metrics.horizontalAdvance(self._least))
        return QSize(width + 20, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        """It is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws ground and words."""
        if not self.text():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(DARK.rail)
        ground.setAlpha(_VEIL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        painter.setPen(QColor(DARK.text))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()
