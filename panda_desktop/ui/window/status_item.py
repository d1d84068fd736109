"""One fact in the status bar.

Promise: it takes 28 px of the bar's 30, says its whole text to screen readers, and can be pressed by keyboard
where pressing it does something.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from panda_desktop.ui.kit import paint_focus_ring, plain_tip
from panda_desktop.ui.theme import look


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text: `role` is a colour of the theme."""

    text: str
    role: str = "muted"
    strong: bool = False


class StatusItem(QToolButton):
    """Text in parts, with a coloured dot before it or not. It is a button when `pressable`."""

    def __init__(self, name: str, *, pressable: bool = True, parent: QWidget | None = None) -> None:
        """Makes an empty item; `name` is the tooltip and what pressing it does."""
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self._dot = ""
        self._pressable = pressable
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pressable else Qt.FocusPolicy.TabFocus)
        if pressable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = name
        self.setToolTip(plain_tip(name))
        look().changed.connect(self.updateGeometry)

    def set_parts(self, *parts: Part, dot: str = "", tip: str = "") -> None:
        """Sets the text; `dot` is the colour role of the dot, `tip` replaces the tooltip."""
        self._parts = parts
        self._dot = dot
        self.setAccessibleName(self.plain_text())
        self.setToolTip(plain_tip(tip or self._name))
        self.setAccessibleDescription(tip or self._name)
        self.updateGeometry()
        self.update()

    def plain_text(self) -> str:
        """Returns the text as it is read out."""
        return "".join(part.text for part in self._parts)

    def sizeHint(self) -> QSize:
        """As wide as its text."""
        width = sum(QFontMetricsF(_font(part)).horizontalAdvance(part.text) for part in self._parts)
        dot = look().pixels(14) if self._dot else 0
        return QSize(round(width) + dot + 16, max(28, look().pixels(28)))

    def minimumSizeHint(self) -> QSize:
        """As wide as its text: the bar hides whole items instead of cutting them."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, where pressing does something."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pressable:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws background, dot and text."""
        controller = look()
        painter = QStylePainter(self)
        if self._pressable:
            option = QStyleOptionToolButton()
            self.initStyleOption(option)
            option.text = ""
            painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        x = 8.0
        if self._dot:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(controller.theme, self._dot)))
            size = controller.pixels(8)
            painter.drawEllipse(self._turned(QRectF(x, (self.height() - size) / 2, size, size)))
            x += controller.pixels(14)
        for part in self._parts:
            font = _font(part)
            painter.setFont(font)
            painter.setPen(QColor(getattr(controller.theme, part.role)))
            width = QFontMetricsF(font).horizontalAdvance(part.text)
            box = self._turned(QRectF(x, 0, width + 1, self.height()))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), part.text)
            x += width
        painter.end()
        paint_focus_ring(self, radius=6)

    def _turned(self, place: QRectF) -> QRectF:
        """Returns a place reckoned from the left in the direction of the interface."""
        if self.isRightToLeft():
            place.moveRight(self.width() - place.x())
        return place


def _font(part: Part) -> QFont:
    font = look().small_font()
    if part.strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font
