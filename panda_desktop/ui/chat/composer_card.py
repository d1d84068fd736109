"""The rounded card the composer is written in.

Promise: it shows by its border where the keyboard is, and carries no behaviour but to hand its focus on.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit import keyboard_focused
from panda_desktop.ui.theme import look

RADIUS: Final = 14
SHADOW: Final = 5
"""Pixels under the card that its shadow takes."""


class ComposerCard(QWidget):
    """A card around `field`."""

    def __init__(self, field: QWidget, *, parent: QWidget | None = None) -> None:
        """Watches the focus of `field`; whoever owns the card lays it out."""
        super().__init__(parent)
        self._field = field
        field.installEventFilter(self)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draws another border when the focus comes or goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the text is meant for the text."""
        self._field.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws shadow, surface and border."""
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5 - SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(theme.shadow)
        shade.setAlphaF(0.09 if theme.dark else 0.025)
        painter.setBrush(shade)
        for drop in range(1, SHADOW):
            painter.drawRoundedRect(area.adjusted(drop / 2, drop, -drop / 2, drop), RADIUS, RADIUS)
        focused, ring = self._field.hasFocus(), keyboard_focused(self._field)
        width = 2.0 if ring else 1.0
        inset = (width - 1) / 2
        painter.setBrush(QColor(theme.card))
        painter.setPen(QPen(QColor(theme.focus if focused else theme.line), width))
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), RADIUS - inset, RADIUS - inset)
        painter.end()
