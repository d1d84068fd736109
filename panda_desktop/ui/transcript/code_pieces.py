"""Code: the bar with language, wrap and copy, and chunks of coloured lines.

Promise: a chunk that grows lays out only the lines that are new.
"""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTextLayout, QTextOption

from panda_desktop.markdown.highlight import Run
from panda_desktop.markdown.visible import in_code
from panda_desktop.ui.transcript.offsets import from_utf16, to_utf16, utf16_length
from panda_desktop.ui.transcript.piece import Canvas, Mark, Piece, Target, paint_frame, paint_ring
from panda_desktop.ui.transcript.specs import CodeHeadSpec, CodeSpec, Frame
from panda_desktop.ui.transcript.style import Style
from panda_desktop.ui.transcript.text_piece import format_range

_RADIUS = 9
_PAD_X = 14
_PAD_Y = 10
_HEAD = 29
_MAX_LANGUAGE = 40

RunsOf = Callable[[int], tuple[Run, ...]]
"""Gives the coloured runs of a line of the block."""


class CodeHead(Piece):
    """The bar above a code block."""

    def __init__(self, spec: CodeHeadSpec, style: Style, width: float, words: tuple[str, str, str]) -> None:
        """Takes the words for the buttons: wrap, do not wrap, copy."""
        self._spec = spec
        self._left, self._right = _sides(spec.frame, style, width)
        self._width = width
        self._top = style.px(spec.frame.gap)
        self.height = self._top + style.px(_HEAD)
        metrics = style.small_metrics
        self._language = in_code(spec.language[:_MAX_LANGUAGE])
        self._targets: list[Target] = []
        right = self._right - style.px(12)
        wrap = words[1] if spec.wrapped else words[0]
        for name, text in (("copy", words[2]), ("wrap", wrap)):
            advance = metrics.horizontalAdvance(text)
            rect = QRectF(right - advance, self._top, advance, self.height - self._top)
            self._targets.insert(0, Target(f"{name}:{spec.group}", text, rect))
            right -= advance + style.px(14)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """See `Piece.paint`."""
        painter, style = canvas.painter, canvas.style
        paint_frame(canvas, self._spec.frame, x, y, self._width, self.height)
        box = QRectF(x + self._left, y + self._top, self._right - self._left, self.height - self._top)
        _paint_box(painter, style, box, top=True, bottom=False)
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), style.colour("line"))
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(style.small)
        baseline = _centre(box, style)
        painter.setPen(style.colour("muted"))
        painter.drawText(QPointF(box.x() + style.px(12), baseline), self._language)
        for target in self._targets:
            lit = target.id in (canvas.hovered, canvas.focused)
            painter.setPen(style.colour("text" if lit else "muted"))
            painter.drawText(QPointF(x + target.rect.x(), baseline), target.text)
            if target.id == canvas.focused:
                ring = target.rect.translated(x, y).adjusted(-5, 4, 5, -4)
                paint_ring(painter, ring, style.colour("focus"))
        painter.restore()

    def targets(self) -> Sequence[Target]:
        """See `Piece.targets`."""
        return self._targets


class CodePiece(Piece):
    """Some lines of code."""

    def __init__(self, spec: CodeSpec, style: Style, width: float, runs_of: RunsOf) -> None:
        """Lays out every line."""
        self._spec = spec
        self._style = style
        self._width = width
        self._runs_of = runs_of
        self._left, self._right = _sides(spec.frame, style, width)
        self._layouts: list[QTextLayout] = []
        self._shown: list[str] = []
        self._starts: list[int] = []
        self._tops: list[float] = [0.0]
        self._coloured: list[tuple[Run, ...]] = []
        self._changed = 0.0
        self.widest = 0.0
        self.scroll = 0.0
        self.grow(spec)

    @property
    def spec(self) -> CodeSpec:
        """What is laid out."""
        return self._spec

    def grow(self, spec: CodeSpec) -> None:
        """Takes a spec of the same chunk whose lines may have become more or longer."""
        old = self._spec.lines if self._layouts else ()
        keep = 0
        while keep < min(len(old), len(spec.lines)) and old[keep] == spec.lines[keep]:
            keep += 1
        self._spec = spec
        self._top = self._style.px(_PAD_Y) if spec.first == 0 and not spec.joined else 0.0
        for kept in (self._layouts, self._shown, self._starts, self._coloured):
            del kept[keep:]
        del self._tops[keep + 1 :]
        start = self._starts[-1] + utf16_length(self._shown[-1]) + 1 if self._shown else 0
        for line in spec.lines[keep:]:
            shown = in_code(line)
            self._shown.append(shown)
            self._starts.append(start)
            self._coloured.append(())
            start += utf16_length(shown) + 1
            self._lay_out(shown)
        below = self._style.px(_PAD_Y) if spec.last else 0.0
        self.height = self._top + self._tops[-1] + below
        self.revision += 1
        self._changed = min(self._changed, self._top + self._tops[keep])
        self.recolour()

    def recolour(self) -> bool:
        """Takes the colours known now; returns whether any line changed."""
        changed = False
        if self._spec.joined or (self._spec.lines and len(self._spec.lines[0]) >= 3000):
            return False
        for index, layout in enumerate(self._layouts):
            runs = self._runs_of(self._spec.first + index)
            if runs != self._coloured[index]:
                self._coloured[index] = runs
                layout.setFormats(self._formats(self._shown[index], runs))
                self._break_lines(layout)  # new formats make Qt forget the lines
                self._changed = min(self._changed, self._top + self._tops[index])
                changed = True
        self.revision += changed
        return changed

    def take_changed(self) -> float:
        """See `Piece.take_changed`."""
        changed, self._changed = self._changed, float("inf")
        return changed

    def _formats(self, shown: str, runs: tuple[Run, ...]) -> list[QTextLayout.FormatRange]:
        made = []
        plain = shown.isascii()
        for start, length, name in runs:
            first = start if plain else to_utf16(shown, start)
            stop = start + length if plain else to_utf16(shown, start + length)
            made.append(format_range(first, stop - first, self._style.code_format(name)))
        return made

    def _lay_out(self, shown: str) -> None:
        style = self._style
        layout = QTextLayout(shown, style.mono)
        layout.setCacheEnabled(True)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        wrap = QTextOption.WrapMode
        option.setWrapMode(wrap.WrapAnywhere if self._wraps else wrap.NoWrap)
        option.setTabStopDistance(style.mono_metrics.horizontalAdvance(" ") * 4)
        layout.setTextOption(option)
        height = self._break_lines(layout)
        self._layouts.append(layout)
        self._tops.append(self._tops[-1] + height)

    def _break_lines(self, layout: QTextLayout) -> float:
        """Breaks one line of code into lines on the screen; returns their height."""
        step = self._style.mono_line
        y = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20.0, self.room) if self._wraps else 1e6)
            line.setPosition(QPointF(0, y + (step - line.height()) / 2))
            self.widest = max(self.widest, line.naturalTextWidth())
            y += step
        layout.endLayout()
        return max(y, step)

    @property
    def _wraps(self) -> bool:
        return (
            self._spec.wrapped or self._spec.joined or any(len(line) >= 3000 for line in self._spec.lines[:1])
        )

    @property
    def room(self) -> float:
        """Width in which lines are visible."""
        return self._right - self._left - 2 * self._style.px(_PAD_X)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """See `Piece.paint`."""
        painter, style = canvas.painter, canvas.style
        paint_frame(canvas, self._spec.frame, x, y, self._width, self.height)
        box = QRectF(x + self._left, y, self._right - self._left, self.height)
        _paint_box(painter, style, box, top=False, bottom=self._spec.last)
        clip = painter.clipBoundingRect() if painter.hasClipping() else QRectF(painter.viewport())
        painter.save()
        painter.setClipRect(box.adjusted(1, 0, -1, 0))
        painter.setPen(style.colour("text"))
        left = x + self._left + style.px(_PAD_X) - self.scroll
        for index, layout in enumerate(self._layouts):
            top = y + self._top + self._tops[index]
            if top > clip.bottom():
                break
            if y + self._top + self._tops[index + 1] < clip.top():
                continue
            layout.draw(painter, QPointF(left, top), self._selections(index, canvas.marks))
        painter.restore()

    def _selections(self, index: int, marks: Sequence[Mark]) -> list[QTextLayout.FormatRange]:
        start = self._starts[index]
        length = utf16_length(self._shown[index]) if marks else 0
        found = []
        for mark in marks:
            first, stop = max(mark.start - start, 0), min(mark.end - start, length)
            if first < stop:
                found.append(format_range(first, stop - first, mark.format))
        return found

    @property
    def length(self) -> int:
        """See `Piece.length`."""
        return self._starts[-1] + utf16_length(self._shown[-1]) if self._shown else 0

    @property
    def text(self) -> str:
        """See `Piece.text`."""
        return "\n".join(self._shown)

    def copy(self, start: int, end: int) -> str:
        """See `Piece.copy`."""
        source = "\n".join(self._spec.lines)
        return source[from_utf16(source, start) : from_utf16(source, end)]

    def rich(self, start: int, end: int) -> tuple[str, str]:
        """See `Piece.rich`."""
        return "pre", escape("\n".join(map(in_code, self.copy(start, end).split("\n"))), quote=False)

    def position(self, x: float, y: float) -> int:
        """See `Piece.position`."""
        y -= self._top
        for index, layout in enumerate(self._layouts):
            if y < self._tops[index + 1] or index == len(self._layouts) - 1:
                row = int(max(0.0, y - self._tops[index]) // self._style.mono_line)
                line = layout.lineAt(min(row, layout.lineCount() - 1))
                if not line.isValid():
                    return self._starts[index]
                column = line.xToCursor(x - self._left - self._style.px(_PAD_X) + self.scroll)
                return self._starts[index] + column
        return 0

    def area(self, start: int, end: int) -> QRectF:
        """See `Piece.area`."""
        for index, first in enumerate(self._starts):
            if start <= first + utf16_length(self._shown[index]):
                top = self._top + self._tops[index]
                return QRectF(self._left, top, self._right - self._left, self._style.mono_line)
        return QRectF(0, 0, self._width, self.height)


def _sides(frame: Frame, style: Style, width: float) -> tuple[float, float]:
    """Returns where the box of code begins and ends: only its indentation follows the text around it."""
    indent = style.px(frame.left)
    return (0.0, width - indent) if frame.from_right else (indent, width)


def _centre(box: QRectF, style: Style) -> float:
    metrics = style.small_metrics
    return box.y() + (box.height() + metrics.ascent() - metrics.descent()) / 2


def _paint_box(painter: QPainter, style: Style, box: QRectF, *, top: bool, bottom: bool) -> None:
    """Paints a part of the rounded box of a code block: its top, its bottom, or neither."""
    painter.save()
    painter.setClipRect(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = box.adjusted(0.5, 0.5 if top else -3 * _RADIUS, -0.5, -0.5 if bottom else 3 * _RADIUS)
    path = QPainterPath()
    path.addRoundedRect(whole, _RADIUS, _RADIUS)
    painter.fillPath(path, style.colour("code"))
    painter.setPen(QPen(style.colour("line"), 1))
    painter.drawPath(path)
    painter.restore()
