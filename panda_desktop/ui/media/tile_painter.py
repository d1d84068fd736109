"""How a tile with a picture or a video looks.

Promise: all of it is drawn in the colours of the theme in force, and foreign words are only ever drawn, never
read as HTML.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap

from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.media.tile_cache import RADIUS, ShapeCache, rounded_above
from panda_desktop.ui.theme import DARK, look

_PART: Final = 28
_VEIL: Final = 150


@dataclass(frozen=True, slots=True)
class TileState:
    """How a tile is at the moment.

    Attributes:
        hovered: the pointer is over it.
        selected: it is chosen.
        focused: the keyboard is on it.
        marks: marks for choosing several are shown.
        problem: words instead of a picture that cannot be shown.
    """

    hovered: bool = False
    selected: bool = False
    focused: bool = False
    marks: bool = False
    problem: str = ""


def part_size() -> int:
    """Returns the side of a part that can be pressed."""
    return max(_PART, look().pixels(_PART))


def foot_height() -> int:
    """Returns the height of the line under a picture."""
    return max(34, look().pixels(34))


def star_rect(tile: QRect) -> QRect:
    """Returns where the star is pressed, in a layout from left to right; see `mirrored`."""
    side, foot = part_size(), foot_height()
    return QRect(tile.right() - side - 2, tile.bottom() - foot + (foot - side) // 2 + 1, side, side)


def more_rect(tile: QRect) -> QRect:
    """Returns where the menu is pressed, in a layout from left to right."""
    side = part_size()
    return QRect(tile.right() - side - 7, tile.top() + 8, side, side)


def mark_rect(tile: QRect) -> QRect:
    """Returns where the mark for choosing several is pressed, in a layout from left to right."""
    side = part_size()
    return QRect(tile.left() + 8, tile.top() + 8, side, side)


class TilePainter:
    """Draws tiles with one painter; made once for each `paintEvent`."""

    def __init__(self, painter: QPainter, shapes: ShapeCache) -> None:
        """Reads the look once."""
        self._painter = painter
        self._shapes = shapes
        shapes.begin()
        self._theme = look().theme
        self._font = look().small_font()
        self._metrics = QFontMetrics(self._font)
        self._ratio = painter.device().devicePixelRatio()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

    def heading(self, area: QRect, text: str) -> None:
        """Draws the heading of a section."""
        self._painter.setFont(look().body_font(bold=True))
        self._painter.setPen(QColor(self._theme.text))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._painter.drawText(area, flags, text)

    def tile(self, area: QRect, item: MediaItem, picture: QPixmap | None, state: TileState) -> None:
        """Draws one tile."""
        painter, theme = self._painter, self._theme
        frame = QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        top = QRect(area.x(), area.y(), area.width(), area.height() - foot_height())
        if picture is not None and not picture.isNull():
            self._shapes.draw(painter, top, picture)
        else:
            painter.fillPath(rounded_above(QRectF(top)), QColor(theme.side))
            if state.problem:
                self._problem(top, state.problem)
        if item.kind is MediaKind.VIDEO and not state.problem:
            self._play_mark(top)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        self._foot(area, item, starred=item.starred, active=state.hovered or state.focused)
        if state.hovered or state.focused:
            self._round_icon(mirrored(painter, area, more_rect(area)), "more")
        if state.marks and (state.hovered or state.focused or state.selected):
            self._mark(mirrored(painter, area, mark_rect(area)), taken=state.selected)
        if state.selected or state.focused:
            self.ring(area, inside=not state.focused)

    def ring(self, area: QRect, *, inside: bool) -> None:
        """Draws the border of a chosen tile, or the ring of the one with the keyboard around it."""
        inset = 1.0 if inside else -2.0
        ring = QRectF(area).adjusted(inset, inset, -inset, -inset)
        self._painter.setPen(QPen(QColor(self._theme.focus), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(ring, RADIUS - inset, RADIUS - inset)

    def _foot(self, area: QRect, item: MediaItem, *, starred: bool, active: bool) -> None:
        painter, theme = self._painter, self._theme
        star = star_rect(area)
        foot = QRect(area.left() + 10, area.bottom() - foot_height() + 1, 0, foot_height())
        foot.setRight(star.left() - 4)
        star, foot = mirrored(painter, area, star), mirrored(painter, area, foot)
        painter.setFont(self._font)
        painter.setPen(QColor(theme.muted))
        line = " ".join((item.prompt or item.name)[:200].split())
        shown = self._metrics.elidedText(line, Qt.TextElideMode.ElideRight, foot.width())
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        colour = theme.accent if starred else theme.muted
        self._icon(star, "star-filled" if starred else "star", colour, 16)

    def _problem(self, area: QRect, words: str) -> None:
        painter, theme = self._painter, self._theme
        room = area.adjusted(12, 12, -12, -12)
        side = look().pixels(24)
        needed = self._metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height()
        y = room.center().y() - (side + 8 + needed) // 2
        icon = icon_pixmap("warning", theme.warning, side, self._ratio)
        painter.drawPixmap(room.center().x() - side // 2, y, icon)
        text = QRect(room.left(), y + side + 8, room.width(), max(0, room.bottom() - y - side - 8))
        painter.setFont(self._font)
        painter.setPen(QColor(theme.muted))
        painter.drawText(text, int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap), words)

    def _play_mark(self, area: QRect) -> None:
        side = look().pixels(40)
        centre = area.center()
        self._round_icon(QRect(centre.x() - side // 2, centre.y() - side // 2, side, side), "play", 20)

    def _round_icon(self, area: QRect, name: str, side: int = 16) -> None:
        veil = QColor(DARK.rail)
        veil.setAlpha(_VEIL)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(veil)
        self._painter.drawEllipse(area)
        self._icon(area, name, DARK.text, side)

    def _mark(self, area: QRect, *, taken: bool) -> None:
        painter, theme = self._painter, self._theme
        circle = QRectF(area).adjusted(3, 3, -3, -3)
        veil = QColor(theme.accent if taken else DARK.rail)
        veil.setAlpha(255 if taken else _VEIL)
        painter.setPen(QPen(QColor(theme.on_accent if taken else DARK.text), 1.5))
        painter.setBrush(veil)
        painter.drawEllipse(circle)
        if taken:
            self._icon(area, "check", theme.on_accent, 14)

    def _icon(self, area: QRect, name: str, colour: str, side: int) -> None:
        side = look().pixels(side)
        x = area.x() + (area.width() - side) // 2
        y = area.y() + (area.height() - side) // 2
        self._painter.drawPixmap(x, y, icon_pixmap(name, colour, side, self._ratio))
