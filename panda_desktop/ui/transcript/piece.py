"""What every laid-out piece of the column can do.

Promise: a piece is laid out when it is made; painting it lays out nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextCharFormat

from panda_desktop.markdown.visible import in_prose
from panda_desktop.ui.transcript.specs import Frame
from panda_desktop.ui.transcript.style import Style


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a piece's text drawn in another format: selected or found (UTF-16 positions)."""

    start: int
    end: int
    format: QTextCharFormat


@dataclass(frozen=True, slots=True)
class Target:
    """Something in a piece that can be clicked and reached by keyboard.

    Attributes:
        id: what it does: an action's id, or `link:` with the address.
        text: its name for a screen reader and as a tooltip.
        rect: where it is, relative to the piece.
        keyboard: the Tab key stops at it.
    """

    id: str
    text: str
    rect: QRectF
    keyboard: bool = True


@dataclass(slots=True)
class Canvas:
    """What pieces are painted with.

    Attributes:
        painter: draws in coordinates of the view.
        style: colours and fonts.
        hovered: id of the target under the pointer in this piece.
        focused: id of the target with the keyboard focus in this piece.
        lively: the message is under the pointer or has the keyboard focus.
        marks: selected and found stretches of this piece.
    """

    painter: QPainter
    style: Style
    hovered: str = ""
    focused: str = ""
    lively: bool = False
    marks: Sequence[Mark] = field(default_factory=tuple)


class Piece:
    """A part of the column. Subclasses set `height` and paint themselves.

    Attributes:
        height: in whole pixels, the gap above included.
        revision: changes when the piece must be painted again though it is the same piece.
    """

    height: float = 0.0
    revision: int = 0

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Paints at the top left corner (x, y)."""
        raise AssertionError("every piece paints itself")

    def take_changed(self) -> float:
        """Returns from which y on the piece looks different since the last call."""
        return 0.0

    @property
    def length(self) -> int:
        """Length of the selectable text in UTF-16 units; 0 when nothing can be selected."""
        return 0

    @property
    def text(self) -> str:
        """The text as it is shown, for searching and for a screen reader."""
        return ""

    def copy(self, start: int, end: int) -> str:
        """Returns the original text of a stretch (UTF-16 positions)."""
        return ""

    def rich(self, start: int, end: int) -> tuple[str, str]:
        """Returns a stretch as safe HTML, with the element that it shares with its neighbours, if any."""
        return "", f"<p>{escape(in_prose(self.copy(start, end)), quote=False)}</p>\n"

    def position(self, x: float, y: float) -> int:
        """Returns the text position nearest to a point relative to the piece."""
        return 0

    def targets(self) -> Sequence[Target]:
        """Returns what can be clicked, in reading order."""
        return ()

    def area(self, start: int, end: int) -> QRectF:
        """Returns the rectangle around a stretch of text, relative to the piece."""
        return QRectF(0, 0, 0, self.height)


def turned(rect: QRectF, width: float, *, mirrored: bool) -> QRectF:
    """Returns the place of a part, reckoned from the left, in a piece `width` wide of either direction."""
    return QRectF(width - rect.right(), rect.y(), rect.width(), rect.height()) if mirrored else rect


_RADIUS: Final = 12
BUBBLE_PAD: Final = 10


def paint_frame(canvas: Canvas, frame: Frame, x: float, y: float, width: float, height: float) -> None:
    """Paints quote bars and the bubble behind a piece."""
    style, painter = canvas.style, canvas.painter
    if frame.bubble:
        _paint_bubble(painter, style, QRectF(x, y, width, height), frame)
    top = y + (style.px(frame.gap) if frame.gap > _RADIUS else 0)
    for bar in frame.bars:
        left = width - style.px(bar) - 3 if frame.from_right else style.px(bar)
        painter.fillRect(QRectF(x + left, top, 3, y + height - top), style.colour("line"))


def _paint_bubble(painter: QPainter, style: Style, rect: QRectF, frame: Frame) -> None:
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    rect = rect.adjusted(0, 0 if frame.first else -2 * _RADIUS, 0, 0 if frame.last else 2 * _RADIUS)
    path.addRoundedRect(rect, _RADIUS, _RADIUS)
    painter.fillPath(path, style.colour("user"))
    painter.restore()


def paint_ring(painter: QPainter, rect: QRectF, colour: QColor, radius: float = 6) -> None:
    """Paints the ring of keyboard focus around a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 2))
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()
