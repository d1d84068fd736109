"""Pictures cut to the shape of a tile, so that painting one again is a copy.

Promise: cutting takes no longer than a stated time whenever the grid is painted; what is left is drawn
roughly and told by `unfinished`.
"""

import time
from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

BUDGET_S: Final = 0.008
RADIUS: Final = 12
_LIMIT: Final = 32 * 1024 * 1024
_Key = tuple[int, int, int, float]


class ShapeCache:
    """The cut pictures of one grid.

    Attributes:
        unfinished: something was drawn roughly since `begin`; paint again soon.
    """

    def __init__(self, *, limit: int = _LIMIT) -> None:
        """`limit` is in bytes, for a screen of one device pixel per pixel."""
        self._limit = limit
        self._cut: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._bytes = 0
        self._until = 0.0
        self.unfinished = False

    def begin(self) -> None:
        """Begins a time of painting."""
        self._until = time.perf_counter() + BUDGET_S
        self.unfinished = False

    def draw(self, painter: QPainter, area: QRect, picture: QPixmap) -> None:
        """Draws the middle of a picture so that it fills `area`, rounded at the top."""
        ratio = painter.device().devicePixelRatio()
        key = (picture.cacheKey(), area.width(), area.height(), ratio)
        found = self._cut.get(key)
        if found is None:
            if time.perf_counter() > self._until:
                self._draw_roughly(painter, area, picture)
                return
            found = self._make(key, area.size(), picture, ratio)
        self._cut.move_to_end(key)
        painter.drawPixmap(area.topLeft(), found)

    def _draw_roughly(self, painter: QPainter, area: QRect, picture: QPixmap) -> None:
        self.unfinished = True
        hint = QPainter.RenderHint.SmoothPixmapTransform
        painter.save()
        painter.setRenderHint(hint, False)
        painter.setClipPath(rounded_above(QRectF(area)), Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(QRectF(area), picture, _middle(picture, area.size()))
        painter.restore()

    def _make(self, key: _Key, size: QSize, picture: QPixmap, ratio: float) -> QPixmap:
        cut = QPixmap(size * ratio)
        cut.setDevicePixelRatio(ratio)
        cut.fill(Qt.GlobalColor.transparent)
        painter = QPainter(cut)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(QPointF(0, 0), size.toSizeF())
        painter.drawPixmap(area, picture, _middle(picture, size))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        shape = QPixmap(cut.size())
        shape.setDevicePixelRatio(ratio)
        shape.fill(Qt.GlobalColor.transparent)
        inner = QPainter(shape)
        inner.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner.fillPath(rounded_above(area), QColor(Qt.GlobalColor.black))
        inner.end()
        painter.drawPixmap(0, 0, shape)
        painter.end()
        self._cut[key] = cut
        self._bytes += cut.width() * cut.height() * 4
        while self._bytes > self._limit * ratio * ratio and len(self._cut) > 1:
            _, gone = self._cut.popitem(last=False)
            self._bytes -= gone.width() * gone.height() * 4
        return cut


def rounded_above(area: QRectF) -> QPainterPath:
    """Returns a rectangle with the two upper corners rounded."""
    path = QPainterPath(QPointF(area.left(), area.bottom()))
    path.lineTo(area.left(), area.top() + RADIUS)
    path.arcTo(QRectF(area.left(), area.top(), 2 * RADIUS, 2 * RADIUS), 180, -90)
    path.lineTo(area.right() - RADIUS, area.top())
    path.arcTo(QRectF(area.right() - 2 * RADIUS, area.top(), 2 * RADIUS, 2 * RADIUS), 90, -90)
    path.lineTo(area.right(), area.bottom())
    path.closeSubpath()
    return path


def _middle(picture: QPixmap, size: QSize) -> QRectF:
    """Returns the largest part in the middle of a picture that has the shape of `size`, in its pixels."""
    width, height = picture.width(), picture.height()
    scale = max(size.width() / width, size.height() / height)
    part_width, part_height = size.width() / scale, size.height() / scale
    return QRectF((width - part_width) / 2, (height - part_height) / 2, part_width, part_height)
