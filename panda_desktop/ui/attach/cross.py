"""The small cross in the corner of a chip.

Promise: it can be hit as easily as any button though it looks small; by keyboard the chip's Delete does what
it does, so it is no stop of its own.
"""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit import plain_tip
from panda_desktop.ui.theme import look

_TARGET: Final = 28
_DISC: Final = 18


class Cross(QAbstractButton):
    """The cross."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """Makes it; `name` is heard and shown as tooltip."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        look().changed.connect(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws it, on a disc of its own so that it is seen on any picture."""
        theme, side = look().theme, look().pixels(_DISC)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        disc = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        painter.setPen(QColor(theme.line))
        painter.setBrush(QColor(theme.pressed if self.underMouse() else theme.card))
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
        mark = look().pixels(12)
        role = theme.text if self.underMouse() else theme.muted
        sign = icon_pixmap("close", role, mark, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(round(middle.x() - mark / 2), round(middle.y() - mark / 2)), sign)
        painter.end()

    def _dress(self) -> None:
        side = max(_TARGET, look().pixels(_TARGET))
        self.setFixedSize(side, side)
        self.update()
