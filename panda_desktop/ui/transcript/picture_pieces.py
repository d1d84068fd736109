"""An image of an answer, painted at the width of the column.

Promise: its place is known from its header, so nothing moves when it is decoded.
"""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from panda_desktop.ui.transcript.file_pieces import RADIUS, paint_icon, paint_rounded
from panda_desktop.ui.transcript.illustrations import Illustrations
from panda_desktop.ui.transcript.piece import Canvas, Piece, Target, paint_frame, paint_ring, turned
from panda_desktop.ui.transcript.specs import PictureSpec
from panda_desktop.ui.transcript.style import Style

_TALLEST: Final = 640
_LEAST: Final = 28


def picture_size(spec: PictureSpec, style: Style, width: float) -> QSizeF:
    """Returns how large an image is drawn: at most the column's width and about a screen's height."""
    room = max(float(_LEAST), width - style.px(spec.frame.left))
    scale = min(style.factor, room / spec.width, style.px(_TALLEST) / spec.height)
    return QSizeF(min(room, max(_LEAST, round(spec.width * scale))), max(_LEAST, round(spec.height * scale)))


class PicturePiece(Piece):
    """The image below the text that names it."""

    def __init__(self, spec: PictureSpec, style: Style, width: float, images: Illustrations) -> None:
        """Keeps its place free."""
        self._spec = spec
        self._images = images
        self._width = width
        top, left = style.px(spec.frame.gap), style.px(spec.frame.left)
        size = picture_size(spec, style, width)
        place = QRectF(left, top, size.width(), size.height())
        self._rect = turned(place, width, mirrored=spec.frame.from_right)
        self.height = ceil(self._rect.bottom() + style.px(4))
        self._target = Target(f"image:{spec.number}", spec.name, self._rect)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """See `Piece.paint`."""
        painter, style = canvas.painter, canvas.style
        paint_frame(canvas, self._spec.frame, x, y, self._width, self.height)
        rect = self._rect.translated(x, y)
        ratio = painter.device().devicePixelRatio()
        pixmap = self._images.pixmap(self._spec.number, (QSizeF(rect.size()) * ratio).toSize())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("side"))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if pixmap is not None:
            paint_rounded(painter, pixmap, rect, style.factor)
        else:
            paint_icon(painter, style, "image", rect.center(), 24)
        lit = self._target.id == canvas.hovered
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.colour("accent" if lit else "line"), 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.restore()
        if self._target.id == canvas.focused:
            paint_ring(painter, rect.adjusted(-3, -3, 3, 3), style.colour("focus"), RADIUS + 3)

    def targets(self) -> Sequence[Target]:
        """See `Piece.targets`."""
        return (self._target,)

    @property
    def text(self) -> str:
        """See `Piece.text`: not selectable; the chip above says what it is."""
        return ""
