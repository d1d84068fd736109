"""Where an image is dropped: a dashed area that is also a button, and the image in its place.

Promise: the whole image is seen in its own proportions; by keyboard the area is one button.
"""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit import keyboard_focused, plain_tip
from panda_desktop.ui.theme import look
from panda_desktop.ui.videos.video_surface import fitted
from panda_desktop.ui.wording import labelled

_RADIUS: Final = 8.0
_EMPTY: Final = 96
_TALLEST: Final = 200
_LOWEST: Final = 72


class DropArea(QAbstractButton):
    """Shows words while it is empty, else an image or an icon with words."""

    def __init__(self, name: str, words: str, *, parent: QWidget | None = None) -> None:
        """Makes an empty area heard as `name`."""
        super().__init__(parent)
        self._name = name
        self._words = words
        self._shown = words
        self._icon = "image"
        self._image: QImage | None = None
        self._hot = False
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(words))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look().changed.connect(self._changed)

    def show_nothing(self) -> None:
        """Empties it."""
        self._show(None, self._words, "image")

    def show_image(self, image: QImage, about: str) -> None:
        """Shows an image; `about` is heard."""
        self._show(image, about, "")

    def show_words(self, words: str, icon_name: str) -> None:
        """Shows words instead of an image, such as an address."""
        self._show(None, words, icon_name)
        self._shown = breakable(words)
        self.update()

    def set_hot(self, hot: bool) -> None:
        """Marks it while something that fits is dragged over."""
        if hot != self._hot:
            self._hot = hot
            self.update()

    def heightForWidth(self, width: int) -> int:
        """As high as the image asks for, within limits."""
        if self._image is None:
            needed = self.fontMetrics().boundingRect(
                QRect(0, 0, max(1, width - 24), 10_000), _FLAGS, self._shown
            )
            return max(look().pixels(_EMPTY), needed.height() + look().pixels(24) + 28)
        height = round(width * self._image.height() / max(1, self._image.width()))
        return max(_LOWEST, min(height, _TALLEST))

    def sizeHint(self) -> QSize:
        """As for the width it has."""
        return QSize(280, self.heightForWidth(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:
        """May become narrow."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme = look().theme
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        dashed = self._image is None and self._icon == "image"
        painter.setPen(QPen(QColor(theme.accent if self._hot else theme.line), 1))
        if dashed:
            pen = QPen(QColor(theme.accent if self._hot or self.underMouse() else theme.scroll_handle), 1)
            pen.setDashPattern([4, 4])
            painter.setPen(pen)
        ground = theme.accent_background if self._hot else theme.code if self._image else theme.background
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(edge, _RADIUS, _RADIUS)
        if self._image is not None:
            self._paint_image(painter, self._image)
        else:
            self._paint_words(painter)
        if keyboard_focused(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(edge.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS - 1, _RADIUS - 1)
        painter.end()

    def _show(self, image: QImage | None, words: str, icon_name: str) -> None:
        self._image, self._shown, self._icon = image, words, icon_name
        self.setAccessibleName(self._name if words == self._words else labelled(self._name, words))
        self.setToolTip(plain_tip(words))
        self._changed()

    def _changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _paint_image(self, painter: QPainter, image: QImage) -> None:
        place = fitted(image.size(), self.rect().adjusted(1, 1, -1, -1))
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)
        painter.save()
        painter.setClipPath(clip)
        painter.drawImage(place, image)
        painter.restore()

    def _paint_words(self, painter: QPainter) -> None:
        theme = look().theme
        side = look().pixels(20)
        room = self.rect().adjusted(12, 8, -12, -8)
        text = painter.fontMetrics().boundingRect(room, _FLAGS, self._shown)
        top = max(room.top(), room.center().y() - (text.height() + side + 6) // 2)
        sign = icon_pixmap(self._icon, theme.muted, side, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(room.center().x() - side // 2, top), sign)
        painter.setPen(QColor(theme.muted))
        below = QRect(room.left(), top + side + 6, room.width(), room.bottom() - top - side - 5)
        painter.drawText(below, _FLAGS, self._shown)


_FLAGS: Final = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


def breakable(host: str) -> str:
    """Returns the name of a host with places where a line may end; the eye does not see them."""
    return host.replace(".", ".\u200b").replace("-", "-\u200b")
