"""Draws what the search has found: the chat, who wrote it when, and the words around the place.

Promise: foreign text is painted as plain text, and the words that were found are always among what is shown.
"""

import re
from functools import cache
from math import ceil
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from panda_desktop.domain.chat import Role
from panda_desktop.domain.search import SearchHit, Snippet
from panda_desktop.ui.chat.sidebar_paint import paint_row, row_area
from panda_desktop.ui.chat.times import short_time
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.search import SearchRole, highlights

Index = QModelIndex | QPersistentModelIndex

_LEFT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_LINES: Final = 2
_MARKS: Final = re.compile(r"\*\*+|__+|`+|(?:(?<=\s)|^)(?:#{1,6}|>) ")
_LEAD: Final = 14
"""Characters kept before the first hit where it would not be seen otherwise."""


class SearchDelegate(QStyledItemDelegate):
    """Draws hits.

    Attributes:
        hovered: row under the pointer, or -1.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Draws for the view that owns it."""
        super().__init__(parent)
        self.hovered = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Titles are of one height, messages of another."""
        return QSize(120, hit_height(is_title=index.data(SearchRole.SPEAKER) is None))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one hit."""
        hit = index.data(SearchRole.HIT)
        if not isinstance(hit, SearchHit):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row(painter, option, is_open=is_current, hovered=index.row() == self.hovered)
        inner = row_area(QRect(option.rect)).adjusted(10, _pad(), -10, -_pad())
        first = QRect(inner.left(), inner.top(), inner.width(), _line(look().body_font()))
        self._paint_first(painter, first, hit, is_open=is_current)
        rest = QRect(inner.left(), first.bottom() + 3, inner.width(), inner.bottom() - first.bottom() - 2)
        self._paint_rest(painter, rest, hit)
        painter.restore()

    def _paint_first(self, painter: QPainter, area: QRect, hit: SearchHit, *, is_open: bool) -> None:
        theme = look().theme
        painter.setFont(look().small_font())
        painter.setPen(QColor(theme.muted))
        when = short_time(hit.time)
        painter.drawText(area, _RIGHT, when)
        rest = area.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(when) - 10, 0)
        area = mirrored(painter, area, rest)
        ink = QColor(theme.accent if is_open else theme.text)
        if hit.message_id is None and hit.title:
            paint_snippet(painter, area, hit.snippet, look().body_font(), ink, lines=1)
            return
        painter.setFont(look().body_font())
        painter.setPen(ink)
        title = " ".join(hit.title.split()) or self.tr("New chat")
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _LEFT, shown)

    def _paint_rest(self, painter: QPainter, area: QRect, hit: SearchHit) -> None:
        theme = look().theme
        said = self.said(hit)
        if hit.message_id is None:
            painter.setFont(look().small_font())
            painter.setPen(QColor(theme.muted))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), said)
            return
        lead = self.tr("{speaker}: ").format(speaker=said)
        clean = without_marks(hit.snippet)
        moved = tuple((first + len(lead), last + len(lead)) for first, last in clean.ranges)
        snippet = Snippet(lead + clean.text, moved)
        paint_snippet(
            painter, area, snippet, look().small_font(), QColor(theme.muted), lines=_LINES, strong=len(lead)
        )

    def said(self, hit: SearchHit) -> str:
        """Returns what kind of place it is: whose words, or a title; and whether it is in the archive."""
        if hit.role is Role.USER:
            words = self.tr("You")
        elif hit.role is None:
            words = self.tr("Title of the chat")
        else:
            words = self.tr("Answer")
        return self.tr("{words} · archive").format(words=words) if hit.archived else words


def hit_height(*, is_title: bool) -> int:
    """Returns the height of a row."""
    lines = 1 if is_title else _LINES
    return 2 * _pad() + _line(look().body_font()) + 2 + lines * _line(look().small_font()) + 3


def paint_snippet(
    painter: QPainter,
    area: QRect,
    snippet: Snippet,
    font: QFont,
    ink: QColor,
    *,
    lines: int,
    strong: int = 0,
) -> None:
    """Draws a snippet on a few lines, its hits marked.

    Args:
        painter: draws.
        area: where; what does not fit ends in “…”.
        snippet: the text; begins later than it does where its first hit would not be seen.
        font: of the text.
        ink: colour of the text between the hits.
        lines: most lines.
        strong: characters at its beginning that say who wrote it, and always stay.
    """
    direction = painter.layoutDirection()
    layout = _laid_out(snippet, font, area.width(), lines, ink, strong, direction)
    if snippet.ranges and not _is_seen(layout, highlights(snippet)[0], lines):
        layout = _laid_out(_from_hit(snippet, strong), font, area.width(), lines, ink, strong, direction)
    painter.setPen(ink)
    height = _line(font)
    for number in range(min(lines, layout.lineCount())):
        line = layout.lineAt(number)
        width = ceil(line.naturalTextWidth())
        place = mirrored(painter, area, QRect(area.left(), area.top(), width, height))
        shift = place.left() - line.naturalTextRect().left()
        line.draw(painter, QPointF(shift, area.top() + (number + 1) * height - 1 - line.height()))
    if layout.lineCount() > lines:
        last = layout.lineAt(lines - 1)
        dots = QRect(
            area.left() + round(last.naturalTextWidth()), area.top() + (lines - 1) * height, 20, height
        )
        painter.setFont(font)
        painter.drawText(mirrored(painter, area, dots), _LEFT, "…")


def _laid_out(
    snippet: Snippet,
    font: QFont,
    width: int,
    lines: int,
    ink: QColor,
    strong: int,
    direction: Qt.LayoutDirection,
) -> QTextLayout:
    layout = QTextLayout(snippet.text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(direction)
    layout.setTextOption(option)
    layout.setFormats(_formats(snippet, ink, strong))
    layout.beginLayout()
    dots = QFontMetrics(font).horizontalAdvance("…")
    for number in range(lines + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width - dots if number == lines - 1 else width))
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout


def _formats(snippet: Snippet, ink: QColor, strong: int) -> list[QTextLayout.FormatRange]:
    theme = look().theme
    mark, speaker = QTextCharFormat(), QTextCharFormat()
    mark.setBackground(QColor(theme.selection))
    mark.setForeground(QColor(theme.text))
    mark.setFontWeight(QFont.Weight.DemiBold)
    speaker.setForeground(QColor(theme.text))
    made = []
    for place, (start, length) in enumerate(((0, strong), *highlights(snippet))):
        if not length:
            continue
        found = QTextLayout.FormatRange()
        found.start, found.length = start, length
        found.format = mark if place else speaker
        made.append(found)
    return made


def _is_seen(layout: QTextLayout, first: tuple[int, int], lines: int) -> bool:
    end = sum(first)
    shown = min(lines, layout.lineCount())
    last = layout.lineAt(shown - 1)
    return bool(end <= last.textStart() + last.textLength())


def _from_hit(snippet: Snippet, kept: int) -> Snippet:
    """Leaves out what stands between the first `kept` characters and a little before the first hit."""
    start = max(kept, snippet.ranges[0][0] - _LEAD)
    space = snippet.text.find(" ", start, snippet.ranges[0][0])
    start = space + 1 if space >= 0 else start
    if start <= kept:
        return snippet
    gone = start - kept - 1  # one character is the “…”
    text = f"{snippet.text[:kept]}…{snippet.text[start:]}"
    return Snippet(text, tuple((first - gone, last - gone) for first, last in snippet.ranges))


def without_marks(snippet: Snippet) -> Snippet:
    """Leaves out the marks of Markdown that would only be in the way: emphasis, code, headings, quotes."""
    kept, moved, gone = [], [0] * (len(snippet.text) + 1), 0
    inside = {place for first, last in snippet.ranges for place in range(first, last)}
    doomed = {
        place
        for found in _MARKS.finditer(snippet.text)
        for place in range(*found.span())
        if place not in inside
    }
    for place, character in enumerate(snippet.text):
        moved[place] = place - gone
        if place in doomed:
            gone += 1
        else:
            kept.append(character)
    moved[-1] = len(kept)
    return Snippet("".join(kept), tuple((moved[first], moved[last]) for first, last in snippet.ranges))


def _line(font: QFont) -> int:
    """Returns the height of a line in which Latin and Chinese letters stand beside each other."""
    return _measured(font.toString())


@cache
def _measured(font: str) -> int:
    made = QFont()
    made.fromString(font)
    layout = QTextLayout("国語Ág", made)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return ceil(line.height()) + 1


def _pad() -> int:
    return look().pixels(7)
