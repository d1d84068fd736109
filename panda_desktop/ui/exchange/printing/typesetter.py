"""Sets pieces one under the other, page by page.

Promise: a line is never cut in two by the end of a page, a heading never stands alone at the foot of one, and
a piece is drawn in few milliseconds. Nothing is ever loaded.
"""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QTextBlock,
    QTextDocument,
    QTextOption,
)

from panda_desktop.ui.exchange.printing.pieces import Kind, Piece
from panda_desktop.ui.exchange.printing.sheet import Sheet, pixels
from panda_desktop.ui.theme.tokens import LIGHT

_PADDING: Final = pixels(9)
_BAR: Final = pixels(14)
_RADIUS: Final = pixels(8)
_BAR_COLOUR: Final = "#d4d4ce"
_BOXES: Final = {Kind.CODE: LIGHT.code, Kind.PLAIN: LIGHT.user}
_ABOVE: Final = {
    Kind.TITLE: 0.0,
    Kind.WHO: pixels(22),
    Kind.HEADING: pixels(14),
    Kind.TEXT: pixels(7),
    Kind.TABLE: pixels(9),
    Kind.CODE: pixels(9),
    Kind.PLAIN: pixels(5),
    Kind.RULE: pixels(12),
    Kind.NOTE: pixels(7),
}
_HELD: Final = frozenset({Kind.TITLE, Kind.WHO, Kind.HEADING})
"""What must not stand alone at the foot of a page."""
_LINES_TOGETHER: Final = 2
_PICTURE_SHARE: Final = 0.6
"""Of the height of a page, that a picture takes at most."""


class PrintedDocument(QTextDocument):
    """A document that loads nothing, whatever is written in it."""

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Refuses."""
        return None


@dataclass(frozen=True, slots=True)
class _Set:
    """A piece with its lines: from the top of each to the top of the next, a page may end between them."""

    document: QTextDocument
    left: float
    width: float
    cuts: tuple[float, ...]


class Typesetter:
    """Draws on a PDF that is being written.

    Attributes:
        page: the number of the page that is being set, from 1.
    """

    def __init__(self, writer: QPdfWriter, sheet: Sheet) -> None:
        """Begins the first page."""
        self._writer = writer
        self._sheet = sheet
        self._painter = QPainter(writer)
        self._at = sheet.area.top()
        self._title = ""
        self._started = False
        self._barred: tuple[str, ...] = ()
        self.page = 1

    @property
    def is_drawing(self) -> bool:
        """The file could be begun, and has not been ended."""
        return self._painter.isActive()

    def put(self, piece: Piece) -> None:
        """Sets a piece under the one before."""
        if piece.kind is Kind.TITLE and piece.begins:
            if self._started:
                self._turn()
            self._title = " ".join(piece.text.split())
        self._started = True
        above = self._above(piece)
        if piece.kind is Kind.RULE:
            self._rule(piece, above)
            return
        made = self._made(piece)
        if piece.kind in _HELD and self._room() < above + made.cuts[-1] + pixels(64):
            self._turn()
            above = 0.0
        self._draw(piece, made, above)

    def put_picture(self, image: QImage, size: QSize) -> None:
        """Sets a picture under the piece before; `size` is its real one, `image` may be smaller."""
        area, above = self._sheet.area, _ABOVE[Kind.TEXT]
        shown = QSizeF(pixels(size.width()), pixels(size.height()))
        most = QSizeF(area.width(), area.height() * _PICTURE_SHARE)
        if shown.width() > most.width() or shown.height() > most.height():
            shown.scale(most, Qt.AspectRatioMode.KeepAspectRatio)
        if self._room() < above + shown.height():
            self._turn()
            above = 0.0
        self._painter.drawImage(QRectF(QPointF(area.left(), self._at + above), shown), image)
        self._at += above + shown.height()
        self._barred = ()

    def _above(self, piece: Piece) -> float:
        """Returns how much room is left above a piece; more where a bar begins or ends."""
        if not piece.begins or self._at <= self._sheet.area.top():
            return 0.0
        above = _ABOVE[piece.kind]
        return above if piece.bars == self._barred else above + pixels(6)

    def finish(self) -> None:
        """Ends the last page and the file."""
        self._foot()
        self._painter.end()

    def abandon(self) -> None:
        """Ends without caring what it looks like."""
        self._painter.end()

    # setting

    def _made(self, piece: Piece) -> _Set:
        left = self._sheet.area.left() + _BAR * len(piece.bars)
        width = self._sheet.area.right() - left
        if piece.kind in _BOXES:
            left, width = left + _PADDING, width - 2 * _PADDING
        document = PrintedDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        small = piece.kind in (Kind.WHO, Kind.NOTE)
        font = self._sheet.small if small else self._sheet.body
        document.setDefaultFont(self._sheet.code if piece.kind is Kind.CODE else font)
        document.documentLayout().setPaintDevice(self._writer)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setDefaultStyleSheet(self._sheet.style)
        document.setHtml(f"<body>{_dressed(piece)}</body>")
        document.setTextWidth(width)
        return _Set(document, left, width, _cuts(document))

    def _draw(self, piece: Piece, made: _Set, above: float) -> None:
        boxed = piece.kind in _BOXES
        over = _PADDING if boxed and piece.begins else 0.0
        under = _PADDING if boxed and piece.ends else 0.0
        first = 0
        while first < len(made.cuts) - 1:
            room = self._room() - above - (over if not first else 0.0)
            last = _end(made.cuts, first, room, under)
            if last == first and self._at > self._sheet.area.top():
                self._turn()
                above = 0.0
                continue
            last = max(last, first + 1)
            is_last = last == len(made.cuts) - 1
            self._at += above
            top, bottom = made.cuts[first], made.cuts[last]
            pad, foot = over if not first else 0.0, under if is_last else 0.0
            whole = QRectF(made.left, self._at, made.width, pad + bottom - top + foot)
            self._bars(piece, whole, above)
            if boxed:
                self._box(piece, whole.adjusted(-_PADDING, 0, _PADDING, 0), bool(pad), bool(foot))
            self._painter.save()
            self._painter.translate(made.left, self._at + pad - top)
            made.document.drawContents(self._painter, QRectF(0, top, made.width, bottom - top))
            self._painter.restore()
            self._at += whole.height()
            above = 0.0
            first = last

    def _box(self, piece: Piece, area: QRectF, round_above: bool, round_below: bool) -> None:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(area, _RADIUS, _RADIUS)
        half = QSizeF(area.width(), min(area.height(), 2 * _RADIUS))
        if not round_above:
            path.addRect(QRectF(area.topLeft(), half))
        if not round_below:
            path.addRect(QRectF(area.bottomLeft() - QPointF(0, half.height()), half))
        self._painter.fillPath(path, QColor(_BOXES[piece.kind]))

    def _bars(self, piece: Piece, area: QRectF, above: float) -> None:
        """Draws the bars beside a piece, joined to those beside the one before."""
        for number in range(len(piece.bars)):
            joined = above if piece.bars[: number + 1] == self._barred[: number + 1] else 0.0
            left = self._sheet.area.left() + _BAR * number
            bar = QRectF(left, area.top() - joined, pixels(2), area.height() + joined)
            self._painter.fillRect(bar, QColor(_BAR_COLOUR))
        self._barred = piece.bars

    def _rule(self, piece: Piece, above: float) -> None:
        if self._room() < above + pixels(20):
            self._turn()
            above = 0.0
        self._at += above
        left = self._sheet.area.left() + _BAR * len(piece.bars)
        line = QRectF(left, self._at, self._sheet.area.right() - left, pixels(1))
        self._painter.fillRect(line, QColor(LIGHT.line))
        self._at += pixels(5)

    # pages

    def _room(self) -> float:
        return self._sheet.area.bottom() - self._at

    def _turn(self) -> None:
        self._foot()
        self._writer.newPage()
        self.page += 1
        self._at = self._sheet.area.top()

    def _foot(self) -> None:
        painter, area = self._painter, self._sheet.area
        painter.setFont(self._sheet.small)
        painter.setPen(QColor(LIGHT.muted))
        metrics = QFontMetricsF(self._sheet.small, self._writer)
        number = str(self.page)
        wide = metrics.horizontalAdvance(number)
        base = area.bottom() + pixels(34)
        painter.drawText(QPointF(area.right() - wide, base), number)
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, area.width() - wide - pixels(24))
        painter.drawText(QPointF(area.left(), base), title)


def _dressed(piece: Piece) -> str:
    """Returns the HTML of a piece in the colour and with the tags of its kind."""
    html = piece.html
    if piece.kind in (Kind.CODE, Kind.PLAIN):
        html = f'<p style="white-space: pre-wrap">{html}</p>'
    if piece.kind is Kind.TABLE:
        html = html.replace("<table>", '<table cellspacing="0">', 1)
    colour = LIGHT.muted if piece.kind is Kind.WHO or piece.bars else ""
    if piece.kind is Kind.WHO:
        html = html.replace("<strong>", f'<strong style="color: {LIGHT.text}">', 1)
    if piece.kind is Kind.NOTE:
        colour = LIGHT.warning
    return f'<div style="color: {colour}">{html}</div>' if colour else html


def _cuts(document: QTextDocument) -> tuple[float, ...]:
    """Returns the heights at which no line is: the top, between lines, and the bottom."""
    layout = document.documentLayout()
    height = layout.documentSize().height()
    spans: list[tuple[float, float]] = []
    block: QTextBlock = document.begin()
    while block.isValid():
        at = layout.blockBoundingRect(block).top() - block.layout().boundingRect().top()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            spans.append((at + line.y(), at + line.y() + line.height()))
        block = block.next()
    cuts = [0.0]
    reached = 0.0
    for top, bottom in sorted(spans):
        if top >= reached - pixels(1) and reached > 0:
            cuts.append((top + reached) / 2)
        reached = max(reached, bottom)
    return (*cuts, max(height, reached))


def _end(cuts: tuple[float, ...], first: int, room: float, under: float) -> int:
    """Returns up to which cut there is room, keeping two lines together; `first` when there is none."""
    total = len(cuts) - 1
    last = first
    while last < total and cuts[last + 1] - cuts[first] + (under if last + 1 == total else 0.0) <= room:
        last += 1
    if last in (first, total) or total - first <= _LINES_TOGETHER:
        return last
    if total - last < _LINES_TOGETHER:
        last = total - _LINES_TOGETHER
    return first if last - first < _LINES_TOGETHER and cuts[first] == 0 else max(last, first)
