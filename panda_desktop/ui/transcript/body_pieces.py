"""Pieces of a message's body that are not code or tables: paragraphs, headings, formulas, rules.

Promise: each paints only inside its own height.
"""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter, QPen

from panda_desktop.markdown.blocks import Span, SpanKind
from panda_desktop.ui.transcript.direction import reads_from_right
from panda_desktop.ui.transcript.formulas import FormulaStore
from panda_desktop.ui.transcript.piece import BUBBLE_PAD, Canvas, Piece, paint_frame, turned
from panda_desktop.ui.transcript.specs import GAP, FormulaSpec, Frame, Role, RuleSpec, TextSpec
from panda_desktop.ui.transcript.style import Style
from panda_desktop.ui.transcript.text_piece import LaidOutText, TextLayout

_BUBBLE_SIDE = 14


def font_of(role: Role, style: Style) -> QFont:
    """Returns the font text of a role is written in."""
    if role.level:
        return style.heading(role.level)
    return style.reasoning if role is Role.REASONING else style.body


class TextPiece(LaidOutText):
    """A paragraph, a heading, the text of a list item or of the person's bubble."""

    def __init__(self, spec: TextSpec, style: Style, width: float, formulas: FormulaStore) -> None:
        """Lays the text out in the width of the column."""
        frame = spec.frame
        self._spec = spec
        self._style = style
        self._width = width
        self._font = font_of(spec.role, style)
        side = style.px(_BUBBLE_SIDE) if frame.bubble else 0.0
        indent = style.px(frame.left) + side
        self.left = side if frame.from_right else indent
        self.top = style.px(frame.gap) + (style.px(BUBBLE_PAD) if frame.first else 0.0)
        colour = "muted" if spec.role is Role.REASONING else "text"
        self.layout = TextLayout(
            spec.spans,
            self._font,
            style,
            formulas,
            colour=colour,
            keep_breaks=spec.keep_breaks,
            chips=spec.chips,
        )
        from_right = frame.from_right
        if spec.role is Role.REASONING:  # stands at the interface's side, whatever is thought
            from_right = reads_from_right(self.layout.text)
        align = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        self.layout.lay_out(width - indent - side, align)
        self._start = width - indent if frame.from_right else indent
        below = style.px(BUBBLE_PAD) if frame.last else 0.0
        self.height = ceil(self.top + self.layout.height + below)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """See `Piece.paint`."""
        paint_frame(canvas, self._spec.frame, x, y, self._width, self.height)
        if self._spec.marker:
            self._paint_marker(canvas, x, y)
        self.layout.paint(canvas, x + self.left, y + self.top, canvas.marks)

    def _paint_marker(self, canvas: Canvas, x: float, y: float) -> None:
        painter, style, marker = canvas.painter, self._style, self._spec.marker
        baseline = y + self.top + self.layout.baseline
        if marker in "\u2610\u2611":
            room = style.px(14) + 2 * style.px(7) if self._spec.frame.from_right else 0.0
            _paint_box(painter, style, x + self._start + room, baseline, checked=marker == "\u2611")
            return
        painter.setFont(self._font if not self._spec.role.level else style.body)
        painter.setPen(style.colour("text" if len(marker) == 1 else "muted"))
        width = QFontMetricsF(painter.font()).horizontalAdvance(marker)
        gap = style.px(9 if len(marker) == 1 else 7)
        from_right = self._spec.frame.from_right
        left = self._start + gap if from_right else self._start - gap - width
        direction = Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight
        before = painter.layoutDirection()
        painter.setLayoutDirection(direction)  # the full stop stands behind the number as the list is read
        painter.drawText(QPointF(x + left, baseline), marker)
        painter.setLayoutDirection(before)


def _paint_box(painter: QPainter, style: Style, right: float, baseline: float, *, checked: bool) -> None:
    """Paints the box of a task."""
    side = style.px(14)
    box = QRectF(right - side - style.px(7), baseline - side + style.px(2), side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(style.colour("accent" if checked else "muted"), 1.25))
    painter.setBrush(style.colour("accent") if checked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    if checked:
        painter.setPen(QPen(style.colour("on_accent"), max(1.5, side / 9)))
        points = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))
        painter.drawPolyline([QPointF(box.x() + a * side, box.y() + b * side) for a, b in points])
    painter.restore()


class FormulaPiece(LaidOutText):
    """A formula on its own line, centred; its source while it is not typeset."""

    def __init__(self, spec: FormulaSpec, style: Style, width: float, formulas: FormulaStore) -> None:
        """Asks for the formula when its end is known."""
        self._frame: Frame = spec.frame
        self._width = width
        self._formulas = formulas
        self._key = (spec.tex, True)
        self._em = QFontInfo(style.body).pixelSize() * 1.12
        indent = style.px(spec.frame.left)
        self.left = 0.0 if spec.frame.from_right else indent
        self.top = style.px(spec.frame.gap)
        formula = formulas.formula(self._key) if spec.closed and spec.tex else None
        self._fits = formula is not None and formula.width * self._em <= width - indent
        spans = () if not spec.tex else (Span(spec.tex, SpanKind.MATH, display=True),)
        source_only = formula is None and not spec.closed
        if source_only:
            spans = (Span(f"$$ {spec.tex}", SpanKind.CODE),)
        self.layout = TextLayout(spans, style.body, style, formulas)
        self.layout.lay_out(width - indent)
        self._drawn = formula is not None
        if formula is not None:
            scale = min(1.0, (width - indent) / max(1.0, formula.width * self._em))
            self._em *= scale
            drawn = (formula.ascent + formula.descent) * self._em
            self._offset = max(0.0, (width - indent - formula.width * self._em) / 2)
            self._size = (formula.width * self._em, drawn)
            self.height = ceil(self.top + drawn + style.px(8))
        else:
            self.height = ceil(self.top + self.layout.height)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """See `Piece.paint`."""
        paint_frame(canvas, self._frame, x, y, self._width, self.height)
        if not self._drawn:
            self.layout.paint(canvas, x + self.left, y + self.top, canvas.marks)
            return
        left, top = x + self.left + self._offset, y + self.top + canvas.style.px(4)
        if canvas.marks:
            rect = QRectF(left - 4, top - 2, self._size[0] + 8, self._size[1] + 4)
            canvas.painter.fillRect(rect, canvas.marks[0].format.background())
        if self._formulas.formula(self._key) is not None:
            ratio = canvas.painter.device().devicePixelRatio()
            colour = canvas.style.colour("text")
            picture = self._formulas.picture(self._key, self._em, colour, ratio)
            canvas.painter.drawPixmap(QPointF(left, top), picture)

    def position(self, x: float, y: float) -> int:
        """See `Piece.position`: a typeset formula is selected as a whole."""
        if not self._drawn:
            return super().position(x, y)
        return 0 if x < self.left + self._offset + self._size[0] / 2 else self.length

    def copy(self, start: int, end: int) -> str:
        """See `Piece.copy`."""
        return self.layout.copy(0, self.length) if self._drawn and end > start else super().copy(start, end)


class GapPiece(Piece):
    """Nothing but room."""

    def __init__(self, style: Style) -> None:
        """Takes the height of it."""
        self.height = style.px(GAP)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """See `Piece.paint`."""


class RulePiece(Piece):
    """A thematic break."""

    def __init__(self, spec: RuleSpec, style: Style, width: float) -> None:
        """Takes the width of the column."""
        self._frame = spec.frame
        self._left = style.px(spec.frame.left)
        self._width = width
        self._top = style.px(max(spec.frame.gap, 4) + 4)
        self.height = self._top + style.px(9)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """See `Piece.paint`."""
        paint_frame(canvas, self._frame, x, y, self._width, self.height)
        line = QRectF(self._left, self._top, self._width - self._left, 1)
        line = turned(line, self._width, mirrored=self._frame.from_right).translated(x, y)
        canvas.painter.fillRect(line, canvas.style.colour("line"))
