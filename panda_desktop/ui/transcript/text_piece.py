"""Lays out and paints a stretch of text with inline styles, formulas and links.

Promise: what is copied is what was written, whatever is shown for it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from panda_desktop.markdown.blocks import Span, SpanKind
from panda_desktop.markdown.html import image_label, spans_html
from panda_desktop.markdown.links import allowed
from panda_desktop.markdown.visible import in_code, in_prose
from panda_desktop.ui.transcript.direction import has_right_to_left
from panda_desktop.ui.transcript.formulas import Formula, FormulaStore, Key
from panda_desktop.ui.transcript.offsets import from_utf16, utf16_length
from panda_desktop.ui.transcript.piece import Canvas, Mark, Piece, Target
from panda_desktop.ui.transcript.specs import Chip
from panda_desktop.ui.transcript.style import Style

LINE_SEPARATOR = "\u2028"
_PLACEHOLDER = "\u00a0"
# Code among words that are read from right to left: what is between these is laid out from left to right.
_ISOLATE, _END_ISOLATE = "\u2066", "\u2069"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of shown text and what it stands for.

    Attributes:
        start: first UTF-16 position.
        length: in UTF-16 units.
        shown: as shown.
        source: as copied; cut like `shown` when both have the same length, else taken whole.
        span: the inline content.
        key: of a typeset formula; the run is then one placeholder.
    """

    start: int
    length: int
    shown: str
    source: str
    span: Span
    key: Key | None = None


class TextLayout:
    """Text laid out in a width; the part of a text piece and of a table cell that is the same."""

    def __init__(
        self,
        spans: Sequence[Span],
        font: QFont,
        style: Style,
        formulas: FormulaStore,
        *,
        colour: str = "text",
        keep_breaks: bool = False,
        line_height: float | None = None,
        chips: Sequence[Chip] = (),
    ) -> None:
        """Prepares the text; call `lay_out` before anything else."""
        self._style = style
        self._formulas = formulas
        self._font = font
        self._em = QFontInfo(font).pixelSize()
        self._chips = {chip.address: chip for chip in chips}
        self._line_height = line_height or style.line_height(font)
        self.runs: list[Run] = []
        self.pending: set[Key] = set()
        self._layout = QTextLayout()
        self._layout.setFont(font)
        self._layout.setCacheEnabled(True)
        self._prepare(spans, colour, keep_breaks)
        self._tops: list[float] = []
        self._lines: list[QTextLine] = []
        self.height = 0.0
        self.baseline = 0.0

    def _prepare(self, spans: Sequence[Span], colour: str, keep_breaks: bool) -> None:
        position = 0
        parts: list[str] = []
        formats: list[QTextLayout.FormatRange] = []
        base = Span("")
        self._runs_both_ways = any(has_right_to_left(span.text) for span in spans)
        for index, span in enumerate(spans):
            shown, source, key = self._shown(span, spans, index, keep_breaks)
            if not shown:
                continue
            apart = self._runs_both_ways and key is None and span.kind in (SpanKind.CODE, SpanKind.MATH)
            if apart:
                position = self._add_unwritten(_ISOLATE, position, parts)
            length = utf16_length(shown)
            self.runs.append(Run(position, length, shown, source, span, key))
            if key is not None or colour != "text" or not _is_plain(span):
                made = self._style.span_format(span, self._font, colour)
                if key is not None:
                    made = self._room_for(key, made)
                formats.append(format_range(position, length, made))
            parts.append(shown)
            position += length
            if apart:
                position = self._add_unwritten(_END_ISOLATE, position, parts)
        self.text = "".join(parts)
        self.length = position
        self._layout.setText(self.text)
        if position:
            whole = format_range(0, position, self._style.span_format(base, self._font, colour))
            self._layout.setFormats([whole, *formats])

    def _add_unwritten(self, mark: str, position: int, parts: list[str]) -> int:
        """Adds an invisible mark that keeps code in its own order; it is not copied."""
        self.runs.append(Run(position, len(mark), mark, "", Span("")))
        parts.append(mark)
        return position + len(mark)

    def _shown(
        self, span: Span, spans: Sequence[Span], index: int, keep_breaks: bool
    ) -> tuple[str, str, Key | None]:
        match span.kind:
            case SpanKind.TEXT:
                shown = in_code(span.text) if span.target else in_prose(span.text)
                return shown.replace("\n", LINE_SEPARATOR), span.text, None
            case SpanKind.CODE:
                return in_code(span.text).replace("\n", " "), span.text, None
            case SpanKind.MATH:
                mark = "$$" if span.display else "$"
                source = f"{mark}{span.text}{mark}"
                key = (span.text, span.display)
                if self._formulas.formula(key) is not None:
                    return _PLACEHOLDER, source, key
                if self._formulas.waits(key):
                    self.pending.add(key)
                return in_code(source).replace("\n", " "), source, None
            case SpanKind.IMAGE:
                chip = self._chips.get(span.target)
                label = chip.words if chip is not None else image_label(span)
                return f"\u25a8\u00a0{label}", f"![{span.text}]({span.target})", None
            case SpanKind.FOOTNOTE:
                return in_code(span.text), f"[^{span.text}]", None
            case SpanKind.HARD_BREAK:
                return LINE_SEPARATOR, "\n", None
            case SpanKind.SOFT_BREAK:
                if keep_breaks:
                    return LINE_SEPARATOR, "\n", None
                return (" ", " ", None) if not _between_cjk(spans, index) else ("", "", None)

    def _room_for(self, key: Key, made: QTextCharFormat) -> QTextCharFormat:
        """Returns a format that makes the placeholder as wide as the formula."""
        formula = self._formulas.formula(key)
        assert formula is not None
        wide = QTextCharFormat(made)
        wide.setFont(self._font)
        wide.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        blank = self._style.body_metrics.horizontalAdvance(_PLACEHOLDER)
        wide.setFontLetterSpacing(formula.width * self._em - blank)
        return wide

    def natural_width(self) -> float:
        """Returns the width of the text on as few lines as it has breaks."""
        self._break_into(1e7, QTextOption.WrapMode.ManualWrap)
        return max((line.naturalTextWidth() for line in self._lines), default=0.0)

    def lay_out(self, width: float, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        """Breaks the text into lines of at most `width`."""
        self._break_into(width, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere, align)

    def _break_into(
        self,
        width: float,
        wrap: QTextOption.WrapMode,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        option = QTextOption(align)
        option.setWrapMode(wrap)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setTabStopDistance(self._style.tab_stop)
        self._layout.setTextOption(option)
        self._lines = []
        self._tops = []
        y = 0.0
        formulas = [(run.start, self._formulas.formula(run.key)) for run in self.runs if run.key]
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            above, below = self._extent(line, formulas)
            line.setPosition(QPointF(0, y + above - line.ascent()))
            self._tops.append(y)
            self._lines.append(line)
            y += above + below
        self._layout.endLayout()
        self._tops.append(y)
        self.height = y
        first = self._lines[0] if self._lines else None
        self.baseline = first.y() + first.ascent() if first else self._style.body_metrics.ascent()

    def _extent(self, line: QTextLine, formulas: list[tuple[int, Formula | None]]) -> tuple[float, float]:
        """Returns the room a line needs above and below its baseline."""
        spare = max(0.0, self._line_height - line.height())
        above = line.ascent() + spare / 2
        below = line.descent() + spare / 2
        if not formulas:
            return above, below
        start, end = line.textStart(), line.textStart() + line.textLength()
        for position, formula in formulas:
            if formula is not None and start <= position < end:
                above = max(above, formula.ascent * self._em + 2)
                below = max(below, formula.descent * self._em + 2)
        return above, below

    def paint(self, canvas: Canvas, x: float, y: float, marks: Sequence[Mark] = ()) -> None:
        """Paints with the top left corner at (x, y)."""
        painter = canvas.painter
        self._paint_chips(canvas, x, y)
        selections = [format_range(mark.start, mark.end - mark.start, mark.format) for mark in marks]
        self._layout.draw(painter, QPointF(x, y), selections)
        for run in self.runs:
            if run.key is not None:
                self._paint_formula(canvas, run, x, y)

    def _paint_chips(self, canvas: Canvas, x: float, y: float) -> None:
        """Paints the quiet background of inline code and image chips."""
        painter = canvas.painter
        for run in self.runs:
            if run.key is not None or run.span.kind not in (SpanKind.CODE, SpanKind.IMAGE):
                continue
            for rect in self.rects(run.start, run.start + run.length):
                painter.save()
                painter.setRenderHint(painter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(canvas.style.colour("code" if not canvas.style.theme.dark else "line"))
                painter.drawRoundedRect(rect.translated(x, y).adjusted(-2, 1, 2, -1), 4, 4)
                painter.restore()

    def _paint_formula(self, canvas: Canvas, run: Run, x: float, y: float) -> None:
        assert run.key is not None
        formula = self._formulas.formula(run.key)
        line = self._layout.lineForTextPosition(run.start)
        if formula is None or not line.isValid():
            return
        ratio = canvas.painter.device().devicePixelRatio()
        picture = self._formulas.picture(run.key, self._em, canvas.style.colour("text"), ratio)
        left, _ = self._ends(line, run.start, run.start + run.length)
        top = line.y() + line.ascent() - formula.ascent * self._em
        canvas.painter.drawPixmap(QPointF(x + left, y + top), picture)

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Returns the rectangles a stretch covers, one for each line."""
        found = []
        for line in self._lines:
            first, stop = line.textStart(), line.textStart() + line.textLength()
            if stop <= start or first >= end:
                continue
            left, right = self._ends(line, max(start, first), min(end, stop))
            found.append(QRectF(left, line.y(), right - left, line.height()))
        return found

    def _ends(self, line: QTextLine, start: int, stop: int) -> tuple[float, float]:
        """Returns the left and the right end of a stretch of a line.

        Where text runs both ways, a position between the two has two places in the line; letters have one.
        """
        if self._runs_both_ways and (letters := line.glyphRuns(start, stop - start)):
            areas = [each.boundingRect() for each in letters]
            return min(area.left() for area in areas), max(area.right() for area in areas)
        ends = _x_of(line, start), _x_of(line, stop)
        return min(ends), max(ends)

    def position(self, x: float, y: float) -> int:
        """Returns the text position nearest to a point."""
        for line, bottom in zip(self._lines, self._tops[1:], strict=True):
            if y < bottom:
                return line.xToCursor(x)
        return self.length

    def copy(self, start: int, end: int) -> str:
        """Returns what was written for a stretch."""
        return "".join(source for _, source in self._between(start, end))

    def spans(self, start: int, end: int) -> list[Span]:
        """Returns the inline content of a stretch."""
        return [
            replace(span, text=source) if span.kind in (SpanKind.TEXT, SpanKind.CODE) else span
            for span, source in self._between(start, end)
        ]

    def _between(self, start: int, end: int) -> Iterator[tuple[Span, str]]:
        """Yields each span of a stretch with the part of its source that lies in it."""
        for run in self.runs:
            first, stop = max(start, run.start), min(end, run.start + run.length)
            if first >= stop:
                continue
            if len(run.shown) != len(run.source):
                if run.source:
                    yield run.span, run.source
                continue
            a = from_utf16(run.shown, first - run.start)
            b = from_utf16(run.shown, stop - run.start)
            yield run.span, run.source[a:b]

    def links(self) -> list[Target]:
        """Returns the links, each with the rectangle of its first line."""
        found = []
        for run in self.runs:
            image = run.span.kind is SpanKind.IMAGE  # without a chip of its own looked at in the browser
            if image and (chip := self._chips.get(run.span.target)) is not None:
                for index, rect in enumerate(self.rects(run.start, run.start + run.length)):
                    if chip.id:
                        found.append(Target(chip.id, chip.words, rect, keyboard=index == 0))
                continue
            target = allowed(run.span.target) if image else run.span.target
            if not target or (image and target.startswith("#")):
                continue
            name = f"{run.shown} {in_code(target)}" if image else in_code(target)
            for index, rect in enumerate(self.rects(run.start, run.start + run.length)):
                found.append(Target(f"link:{target}", name, rect, keyboard=index == 0))
        return found


def _is_plain(span: Span) -> bool:
    """Whether a span looks like the text around it; thousands of formats make Qt slow."""
    styled = span.bold or span.italic or span.strike or span.target
    return not styled and span.kind in (SpanKind.TEXT, SpanKind.SOFT_BREAK, SpanKind.HARD_BREAK)


def _x_of(line: QTextLine, position: int) -> float:
    x: Any = line.cursorToX(position)  # PySide6 returns the position it used as well
    return float(x[0]) if isinstance(x, tuple) else float(x)


def format_range(start: int, length: int, made: QTextCharFormat) -> QTextLayout.FormatRange:
    """Makes a format range; positions in UTF-16 units."""
    found = QTextLayout.FormatRange()
    found.start = start
    found.length = length
    found.format = made
    return found


def _between_cjk(spans: Sequence[Span], index: int) -> bool:
    before = spans[index - 1].text[-1:] if index else ""
    after = spans[index + 1].text[:1] if index + 1 < len(spans) else ""
    return _is_cjk(before) and _is_cjk(after)


def _is_cjk(char: str) -> bool:
    return (
        "\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef" or "\U00020000" <= char <= "\U0003ffff"
    )


class LaidOutText(Piece):
    """A piece that is one laid-out text at some offset: what selection and search need."""

    layout: TextLayout
    left: float
    top: float

    @property
    def length(self) -> int:
        """See `Piece.length`."""
        return self.layout.length

    @property
    def text(self) -> str:
        """See `Piece.text`."""
        return self.layout.text

    def copy(self, start: int, end: int) -> str:
        """See `Piece.copy`."""
        return self.layout.copy(start, end)

    def rich(self, start: int, end: int) -> tuple[str, str]:
        """See `Piece.rich`."""
        return "", f"<p>{spans_html(tuple(self.layout.spans(start, end)))}</p>\n"

    def position(self, x: float, y: float) -> int:
        """See `Piece.position`."""
        return self.layout.position(x - self.left, y - self.top)

    def targets(self) -> Sequence[Target]:
        """See `Piece.targets`."""
        return [
            Target(link.id, link.text, link.rect.translated(self.left, self.top), link.keyboard)
            for link in self.layout.links()
        ]

    def area(self, start: int, end: int) -> QRectF:
        """See `Piece.area`."""
        united = QRectF()
        for rect in self.layout.rects(start, end):
            united = united.united(rect)
        return united.translated(self.left, self.top)
