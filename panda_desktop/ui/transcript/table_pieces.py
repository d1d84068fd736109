"""Tables: rows that share their column widths.

Promise: a table that grows lays out only its new rows, until a wider cell makes a column wider.
"""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from panda_desktop.markdown.blocks import Spans
from panda_desktop.markdown.html import spans_html
from panda_desktop.markdown.plain import spans_plain
from panda_desktop.ui.transcript.formulas import FormulaStore, Key
from panda_desktop.ui.transcript.piece import Canvas, Mark, Piece, Target, paint_frame, turned
from panda_desktop.ui.transcript.specs import RowSpec
from panda_desktop.ui.transcript.style import Style
from panda_desktop.ui.transcript.text_piece import TextLayout

_PAD_X = 12
_PAD_Y = 5
_LEAST = 48
_MOST_LINES = 400
"""About as many lines a cell may have: one with more, in a very narrow column, is wider than its column."""
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


class Columns:
    """Column widths of one table. They only grow, so rows that are shown do not jump back and forth.

    Attributes:
        version: changes with the widths.
        widths: in pixels.
        empty: the layout all cells without text share.
    """

    def __init__(self, count: int, room: float, style: Style) -> None:
        """Takes the number of columns and the width of the table at most."""
        self._natural = [style.px(_LEAST)] * count
        self.room = room
        self._style = style
        self.version = 0
        self.empty: TextLayout | None = None
        self.widths: list[float] = []
        self._share()

    def consider(self, cells: Sequence[Spans], *, header: bool) -> bool:
        """Widens columns for the cells of a row; returns whether any became wider."""
        style, pad = self._style, 2 * self._style.px(_PAD_X) + 2
        changed = False
        for index, cell in enumerate(cells[: len(self._natural)]):
            text = spans_plain(cell)
            if len(text) * style.character * 0.5 > self.room:
                wanted = self.room
            else:
                longest = max(text.split("\n"), key=len, default="")
                bold = header or any(span.bold for span in cell)
                metrics = style.bold_metrics if bold else style.body_metrics
                # Code and formulas are set in other letters, and links have chips.
                wanted = metrics.horizontalAdvance(longest) * (1.08 if _is_rich(cell) else 1.0) + pad
            if wanted > self._natural[index]:
                self._natural[index] = wanted
                changed = True
        if changed:
            before = self.widths
            self._share()
            changed = before != self.widths
            self.version += changed
        return changed

    def _share(self) -> None:
        """Gives every column its wish, or a fair share where they do not all fit."""
        wishes = self._natural
        if sum(wishes) <= self.room:
            self.widths = [float(round(wish)) for wish in wishes]
            return
        widths = [0.0] * len(wishes)
        room, left = self.room, list(range(len(wishes)))
        while left:
            fair = room / len(left)
            modest = [index for index in left if wishes[index] <= fair]
            if not modest:
                for index in left:
                    widths[index] = float(int(fair))
                break
            for index in modest:
                widths[index] = float(round(wishes[index]))
                room -= wishes[index]
                left.remove(index)
        self.widths = widths


def _is_rich(cell: Spans) -> bool:
    return any(span.kind.value != "text" for span in cell)


class RowPiece(Piece):
    """One row. Its text is that of its cells with tabs between them."""

    def __init__(self, spec: RowSpec, style: Style, columns: Columns, formulas: FormulaStore) -> None:
        """Lays out the cells in the widths the columns have now."""
        self._spec = spec
        self._columns = columns
        self.version = columns.version
        self._left = style.px(spec.frame.left)
        self._top = style.px(spec.frame.gap)
        self._pad = style.px(_PAD_X), style.px(_PAD_Y)
        self._cells: list[TextLayout] = []
        self._starts: list[int] = []
        self._lefts: list[float] = []
        self.pending: set[Key] = set()
        self._width = self._left + columns.room
        from_right = spec.frame.from_right
        leading = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        left, start = self._left, 0
        for index, width in enumerate(columns.widths):
            spans = spec.row.cells[index] if index < len(spec.row.cells) else ()
            if spans or columns.empty is None:
                cell = TextLayout(
                    spans, style.bold if spec.header else style.body, style, formulas, chips=spec.chips
                )
                least = cell.length * style.character / _MOST_LINES
                cell.lay_out(
                    max(least, width - 2 * self._pad[0] + 1), _ALIGN.get(spec.aligns[index], leading)
                )
                columns.empty = columns.empty if spans else cell
            else:
                cell = columns.empty
            self.pending |= cell.pending
            self._cells.append(cell)
            self._starts.append(start)
            self._lefts.append(self._width - left - width if from_right else left)
            left += width
            start += cell.length + 1
        box = QRectF(self._left, 0, left - self._left, 0)
        self._box = turned(box, self._width, mirrored=from_right)
        tallest = max((cell.height for cell in self._cells), default=0.0)
        self.height = ceil(self._top + max(tallest, style.body_line) + 2 * self._pad[1] + 1)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """See `Piece.paint`."""
        painter, style = canvas.painter, canvas.style
        paint_frame(canvas, self._spec.frame, x, y, self._width, self.height)
        top = y + self._top
        bottom = y + self.height
        box = QRectF(x + self._box.x(), top, self._box.width(), bottom - top)
        if self._spec.header:
            painter.fillRect(box, style.colour("side"))
        painter.setPen(QPen(style.colour("line"), 1))
        if self._spec.header:
            painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        for left in (*self._lefts, self._box.right()):
            painter.drawLine(int(x + left), int(top), int(x + left), int(bottom))
        for cell, start, left in zip(self._cells, self._starts, self._lefts, strict=True):
            marks = [
                Mark(max(mark.start - start, 0), min(mark.end - start, cell.length), mark.format)
                for mark in canvas.marks
                if mark.start < start + cell.length and mark.end > start
            ]
            cell.paint(canvas, x + left + self._pad[0], top + self._pad[1], marks)

    @property
    def length(self) -> int:
        """See `Piece.length`."""
        return self._starts[-1] + self._cells[-1].length if self._cells else 0

    @property
    def text(self) -> str:
        """See `Piece.text`."""
        return "\t".join(cell.text for cell in self._cells)

    def copy(self, start: int, end: int) -> str:
        """See `Piece.copy`."""
        parts = []
        for cell, first in zip(self._cells, self._starts, strict=True):
            if start <= first + cell.length and end >= first:
                parts.append(cell.copy(max(0, start - first), min(cell.length, end - first)))
        return "\t".join(parts)

    def rich(self, start: int, end: int) -> tuple[str, str]:
        """See `Piece.rich`."""
        cells = "".join(
            f"<td>{spans_html(tuple(cell.spans(max(0, start - first), end - first)))}</td>\n"
            for cell, first in zip(self._cells, self._starts, strict=True)
            if start <= first + cell.length and end >= first
        )
        return "table", f"<tr>\n{cells}</tr>\n"

    def position(self, x: float, y: float) -> int:
        """See `Piece.position`."""
        if not self._cells:
            return 0
        index = len(self._cells) - 1
        while index > 0 and not self._reaches(index, x):
            index -= 1
        inside = self._cells[index].position(
            x - self._lefts[index] - self._pad[0], y - self._top - self._pad[1]
        )
        return self._starts[index] + inside

    def _reaches(self, index: int, x: float) -> bool:
        """Whether a point is in a column or beyond it, as the table is read."""
        if self._spec.frame.from_right:
            return x < self._lefts[index] + self._columns.widths[index]
        return x >= self._lefts[index]

    def targets(self) -> Sequence[Target]:
        """See `Piece.targets`."""
        found = []
        for cell, left in zip(self._cells, self._lefts, strict=True):
            for link in cell.links():
                rect = link.rect.translated(left + self._pad[0], self._top + self._pad[1])
                found.append(Target(link.id, link.text, rect, link.keyboard))
        return found
