"""Shows that what is dragged over the chat can be dropped there.

Promise: it never takes a click or the drop itself, and is gone as soon as nothing is dragged.
"""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.theme import look

_INSET: Final = 12
_RADIUS: Final = 14
_SIGN: Final = 32


class DropOverlay(QWidget):
    """Covers `host` while it is shown."""

    def __init__(self, host: QWidget) -> None:
        """Makes it hidden."""
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = self.tr("Drop pictures and text files here")
        self.setAccessibleName(self._words)
        self.hide()

    def cover(self) -> None:
        """Shows it over the whole host."""
        host = self.parentWidget()
        if host is not None and self.isHidden():
            self.setGeometry(host.rect())
            self.raise_()
            self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws a veil, a dashed frame and the words."""
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme.background)
        veil.setAlphaF(0.88)
        painter.fillRect(self.rect(), veil)
        frame = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        pen = QPen(QColor(theme.accent), 2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        tint = QColor(theme.accent_background)
        tint.setAlphaF(0.5)
        painter.setBrush(tint)
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        side = look().pixels(_SIGN)
        middle = self.rect().center()
        sign = icon_pixmap("attach", theme.accent, side, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(middle.x() - side // 2, middle.y() - side - 4), sign)
        painter.setPen(QColor(theme.text))
        room = QRect(2 * _INSET, middle.y() + 8, self.width() - 4 * _INSET, self.height() // 2)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, self._words)
        painter.end()
