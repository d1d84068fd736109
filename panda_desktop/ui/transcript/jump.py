"""The round button that goes back to the newest message.

Promise: it is there exactly when the end is out of view and not followed.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from panda_desktop.ui.transcript.piece import paint_ring
from panda_desktop.ui.transcript.style import Style


class JumpButton(QAbstractButton):
    """A round button with a down arrow over the lower end of its parent."""

    def __init__(self, parent: QWidget) -> None:
        """Makes it hidden."""
        super().__init__(parent)
        self._parent = parent
        self._style: Style | None = None
        self.setAccessibleName(self.tr("Jump to the newest message"))
        self.setToolTip(self.tr("Jump to the newest message (End)"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def place(self, style: Style, *, wanted: bool) -> None:
        """Shows or hides the button and puts it where it belongs."""
        self._style = style
        side = int(style.px(40))
        room = self._parent.size()
        self.setGeometry((room.width() - side) // 2, room.height() - side - 12, side, side)
        self.setVisible(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the disc, its edge and the arrow."""
        style = self._style
        if style is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(2, 1, -2, -3)
        shadow = QColor(style.theme.shadow)
        for spread in range(3):
            shadow.setAlphaF(0.05)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shadow)
            painter.drawEllipse(disc.adjusted(-1 + spread * 0.5, 1 + spread * 0.5, 1 - spread * 0.5, 2))
        painter.setPen(QPen(style.colour("line"), 1))
        painter.setBrush(style.colour("hover" if self.underMouse() else "card"))
        painter.drawEllipse(disc)
        painter.setPen(
            QPen(
                style.colour("text"),
                1.75,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        centre, arm = disc.center(), style.px(5)
        painter.drawPolyline(
            [
                centre + QPointF(-arm, -arm * 0.4),
                centre + QPointF(0, arm * 0.6),
                centre + QPointF(arm, -arm * 0.4),
            ]
        )
        if self.hasFocus():
            paint_ring(painter, disc, style.colour("focus"), disc.width() / 2)
        painter.end()
