"""The picture of a video: frames painted in a widget of ours.

Promise: the whole frame is shown in its own proportions at the screen's full sharpness, and a picture grabbed
of the window holds it.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit import give_role, keyboard_focused, plain_tip
from panda_desktop.ui.theme import DARK, look

_RADIUS: Final = 11.0
_MARK: Final = 64


class VideoSurface(QWidget):
    """Shows one picture at a time.

    Signals:
        pressed: it was clicked.
        double_pressed: it was clicked twice; `pressed` was emitted for the first click.
    """

    pressed = Signal()
    double_pressed = Signal()

    def __init__(self, frame: Callable[[], QImage | None], *, parent: QWidget | None = None) -> None:
        """`frame` gives the picture, asked when it is painted."""
        super().__init__(parent)
        self._frame = frame
        self._marked = False
        self._rounded = True
        self._second_press = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        give_role(self, QAccessible.Role.Graphic)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        look().changed.connect(self.update)

    def set_words(self, name: str, tip: str) -> None:
        """Sets what is heard, and the tooltip."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(tip))

    def set_marked(self, marked: bool) -> None:
        """Draws a play sign over the picture: it stands still and waits for a click."""
        if marked != self._marked:
            self._marked = marked
            self.update()

    def set_rounded(self, rounded: bool) -> None:
        """Rounds the upper corners, as the card around it does."""
        self._rounded = rounded
        self.update()

    def sizeHint(self) -> QSize:
        """A picture of usual proportions."""
        return QSize(640, 360)

    def minimumSizeHint(self) -> QSize:
        """May become small."""
        return QSize(120, 80)

    def picture_area(self) -> QRectF:
        """Returns where the picture is, in the widget's coordinates; empty without one."""
        image = self._frame()
        return QRectF() if image is None else fitted(QSize(image.width(), image.height()), self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws bars, picture, play sign, corners and focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The same dark in both themes: colours of a picture look wrong beside white.
        painter.fillRect(self.rect(), QColor(DARK.code))
        image = self._frame()
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(fitted(image.size(), self.rect()), image)
            if self._marked:
                self._paint_mark(painter)
        if self._rounded:
            self._paint_corners(painter)
        if keyboard_focused(self):
            painter.setPen(QPen(QColor(look().theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            painter.drawRoundedRect(ring, _RADIUS - 2, _RADIUS - 2)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the press, so that the release comes here."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tells a click."""
        second, self._second_press = self._second_press, False
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and not second:
            self.pressed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tells the second click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._second_press = True
            self.double_pressed.emit()

    def _paint_mark(self, painter: QPainter) -> None:
        side = float(min(look().pixels(_MARK), self.width() // 3, self.height() // 3))
        if side < 12:
            return
        centre = QPointF(self.rect().center())
        shade = QColor(DARK.code)
        shade.setAlphaF(0.72)
        painter.setPen(QPen(QColor(255, 255, 255, 60), 1))
        painter.setBrush(shade)
        painter.drawEllipse(centre, side / 2, side / 2)
        sign = icon_pixmap("play", DARK.text, round(side * 0.46), self.devicePixelRatioF())
        size = sign.deviceIndependentSize()
        # A triangle looks centred a little right of the middle.
        painter.drawPixmap(centre - QPointF(size.width() * 0.46, size.height() / 2), sign)

    def _paint_corners(self, painter: QPainter) -> None:
        whole = QRectF(self.rect())
        outside = QPainterPath()
        outside.addRect(whole)
        inside = QPainterPath()
        inside.addRoundedRect(whole.adjusted(0, 0, 0, 2 * _RADIUS), _RADIUS, _RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(outside - inside, QColor(look().theme.background))


def fitted(size: QSize, area: QRect) -> QRectF:
    """Returns the largest place for a picture of `size` inside `area`, centred, at whole pixels."""
    room = QRectF(area)
    if size.isEmpty() or room.isEmpty():
        return QRectF()
    factor = min(room.width() / size.width(), room.height() / size.height())
    width, height = round(size.width() * factor), round(size.height() * factor)
    left, top = room.left() + (room.width() - width) // 2, room.top() + (room.height() - height) // 2
    return QRectF(left, top, width, height)
