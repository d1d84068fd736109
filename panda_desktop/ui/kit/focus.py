"""The focus ring, shown when the keyboard put the focus there.

Promise: whoever moves by keyboard always sees where they are; whoever clicks is not bothered by a ring.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from panda_desktop.ui.theme import look


def keyboard_focused(widget: QWidget) -> bool:
    """Whether `widget` has the focus and its window was last driven by keyboard."""
    return widget.hasFocus() and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def paint_focus_ring(widget: QWidget, *, radius: float = 8, on_accent: bool = False) -> None:
    """Draws the 2-px ring inside `widget`, when it is due. Call it at the end of a `paintEvent`.

    Args:
        widget: the widget being painted.
        radius: corner radius in pixels.
        on_accent: the widget's surface is the accent itself, so the ring is drawn inside in the text colour.
    """
    if not keyboard_focused(widget):
        return
    theme = look().theme
    inset = 4.0 if on_accent else 1.0
    # The paintEvent of a scroll area is that of its viewport.
    surface = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    ring = QRectF(surface.rect()).adjusted(inset, inset, -inset, -inset)
    painter = QPainter(surface)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.on_accent if on_accent else theme.focus), 2))
    corner = max(0.0, radius - inset)
    painter.drawRoundedRect(ring, corner, corner)
    painter.end()
