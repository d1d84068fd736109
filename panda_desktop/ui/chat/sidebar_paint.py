"""What the rows of the left panel share: their area, their surface, the ring of the keyboard, and the tags.

Promise: a row costs a few strokes of the brush.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from panda_desktop.domain.folders import Tag
from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.theme import look

INSET: Final = 12
"""Pixels between the sides of the panel and what stands in it."""
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)
_MOST_DOTS: Final = 4


def row_area(cell: QRect) -> QRect:
    """Returns the rounded part of a row."""
    return cell.adjusted(INSET, 1, -INSET, -2)


def paint_row(painter: QPainter, option: QStyleOptionViewItem, *, is_open: bool, hovered: bool) -> None:
    """Draws the surface of a row and the ring while the keyboard is at it."""
    theme, area = look().theme, row_area(QRect(option.rect))
    if is_open or hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent_background if is_open else theme.hover))
        painter.drawRoundedRect(area, 8, 8)
    if option.state & QStyle.StateFlag.State_HasFocus and _by_keyboard(option):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.focus), 2))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 7, 7)


def paint_icon(painter: QPainter, name: str, colour: str, area: QRect, side: int) -> None:
    """Draws an icon at the left of an area."""
    ratio = painter.device().devicePixelRatio()
    y = area.y() + (area.height() - side) // 2
    painter.drawPixmap(area.left(), y, icon_pixmap(name, colour, side, ratio))


def tag_colour(tag: Tag) -> QColor:
    """Returns the colour of a tag in the theme in force."""
    colours = look().theme.tags
    return QColor(colours[tag.colour % len(colours)])


def paint_tags(painter: QPainter, area: QRect, tags: Sequence[Tag], room: int, most: int) -> int:
    """Draws tags at the right end of an area and returns the width they take.

    Args:
        painter: draws.
        area: the row.
        tags: by name.
        room: pixels they may take with their names; else they are dots of their colours.
        most: pixels they may take as dots; else there is no place for them.
    """
    painter.setFont(look().small_font())
    metrics = painter.fontMetrics()
    pad, gap = look().pixels(6), 4
    widths = [metrics.horizontalAdvance(tag.name) + 2 * pad for tag in tags]
    if sum(widths) + gap * len(tags) <= room:
        right = area.right()
        for tag, width in zip(reversed(tags), reversed(widths), strict=True):
            height = min(area.height() - 8, metrics.height() + 4)
            top = area.top() + (area.height() - height) // 2
            place = QRect(right - width + 1, top, width, height)
            paint_tag(painter, mirrored(painter, area, place), tag)
            right -= width + gap
        return sum(widths) + gap * len(tags) + 4
    side = look().pixels(8)
    shown = tags[: min(_MOST_DOTS, max(0, most - 6) // (side + 3))]
    if not shown:
        return 0
    left = area.right() - len(shown) * (side + 3) + 3
    painter.setPen(Qt.PenStyle.NoPen)
    for number, tag in enumerate(shown):
        painter.setBrush(tag_colour(tag))
        dot = QRect(left + number * (side + 3), area.center().y() - side // 2 + 1, side, side)
        painter.drawRoundedRect(mirrored(painter, area, dot), side / 2, side / 2)
    return len(shown) * (side + 3) + 6


def paint_tag(painter: QPainter, area: QRect, tag: Tag) -> None:
    """Draws one tag with its name."""
    ink = tag_colour(tag)
    ground = QColor(ink)
    ground.setAlphaF(0.16 if look().theme.dark else 0.10)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    painter.setPen(ink)
    painter.drawText(area, _CENTRE, tag.name)


def _by_keyboard(option: QStyleOptionViewItem) -> bool:
    widget: QWidget | None = option.widget
    return widget is not None and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
