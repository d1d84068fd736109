"""What stands around the text of a message: day, name, thinking, waiting, notes, actions and receipt.

Promise: every painted word that can be clicked is a target, at least 28 pixels high at 100 %.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from panda_desktop.markdown.visible import in_code
from panda_desktop.ui.transcript.piece import Canvas, Piece, Target, paint_ring, turned
from panda_desktop.ui.transcript.specs import (
    RECEIPT_GAP,
    Action,
    DaySpec,
    FooterSpec,
    HeaderSpec,
    NoteSpec,
    ReasoningSpec,
    WaitingSpec,
)
from panda_desktop.ui.transcript.style import Style

_TARGET_HEIGHT = 28


def _baseline(rect: QRectF, font: QFont) -> float:
    metrics = QFontMetricsF(font)
    return rect.y() + (rect.height() + metrics.ascent() - metrics.descent()) / 2


def _word(canvas: Canvas, target: Target, x: float, y: float, font: QFont, role: str, lit: str) -> None:
    """Paints a clickable word."""
    painter, style = canvas.painter, canvas.style
    rect = target.rect.translated(x, y)
    painter.setFont(font)
    painter.setPen(style.colour(lit if target.id in (canvas.hovered, canvas.focused) else role))
    painter.drawText(QPointF(rect.x(), _baseline(rect, font)), target.text)
    if target.id == canvas.focused:
        paint_ring(painter, rect.adjusted(-5, 3, 5, -3), style.colour("focus"))


class DayPiece(Piece):
    """A quiet line with the day."""

    def __init__(self, spec: DaySpec, style: Style, width: float) -> None:
        """Takes the width of the column."""
        self._text = spec.text
        self._width = width
        self.height = style.px(40)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """See `Piece.paint`."""
        painter, style = canvas.painter, canvas.style
        painter.setFont(style.small)
        text_width = style.small_metrics.horizontalAdvance(self._text)
        rect = QRectF(x, y, self._width, self.height)
        middle = round(rect.center().y())
        left, right = x + (self._width - text_width) / 2 - 12, x + (self._width + text_width) / 2 + 12
        line = style.colour("line")
        painter.fillRect(QRectF(x, middle, left - x, 1), line)
        painter.fillRect(QRectF(right, middle, x + self._width - right, 1), line)
        painter.setPen(style.colour("muted"))
        painter.drawText(QPointF(left + 12, _baseline(rect, style.small)), self._text)


class HeaderPiece(Piece):
    """Who answers."""

    def __init__(self, spec: HeaderSpec, style: Style, width: float) -> None:
        """Takes the width of the column."""
        self._model = in_code(spec.model)
        self._route = spec.route
        self._width = width
        self.height = style.px(26)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """See `Piece.paint`."""
        painter, style = canvas.painter, canvas.style
        rect = QRectF(x, y, self._width, self.height)
        baseline = _baseline(rect, style.small)
        metrics = QFontMetricsF(style.small_bold)
        name = metrics.elidedText(self._model, Qt.TextElideMode.ElideMiddle, self._width * 0.7)
        painter.setFont(style.small_bold)
        painter.setPen(style.colour("text"))
        advance = metrics.horizontalAdvance(name)
        at = turned(QRectF(0, 0, advance, 0), self._width, mirrored=style.mirrored)
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a name keeps its order
        painter.drawText(QPointF(x + at.x(), baseline), name)
        painter.restore()
        if self._route:
            left = advance + style.px(10)
            route = style.small_metrics.elidedText(
                self._route, Qt.TextElideMode.ElideRight, self._width - left
            )
            painter.setFont(style.small)
            painter.setPen(style.colour("muted"))
            at = QRectF(left, 0, style.small_metrics.horizontalAdvance(route), 0)
            at = turned(at, self._width, mirrored=style.mirrored)
            painter.drawText(QPointF(x + at.x(), baseline), route)

    @property
    def text(self) -> str:
        """See `Piece.text`: not selectable, but read out."""
        return f"{self._model} {self._route}".strip()


class ReasoningPiece(Piece):
    """The line that opens and closes the thinking."""

    def __init__(self, spec: ReasoningSpec, style: Style, width: float) -> None:
        """Takes the width of the column."""
        self._spec = spec
        self._top = style.px(4)
        inner = style.px(_TARGET_HEIGHT) - 4
        self.height = self._top + inner + (0 if spec.opened else style.px(8))
        words = style.small_metrics.horizontalAdvance(spec.text)
        rect = QRectF(0, self._top, min(width, words + style.px(42)), inner)
        self._width = width
        self._rect = turned(rect, width, mirrored=style.mirrored)
        self._target = Target("reasoning", spec.text, self._rect)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """See `Piece.paint`."""
        painter, style = canvas.painter, canvas.style
        rect = self._rect.translated(x, y)
        bottom = y + self.height if self._spec.opened else rect.bottom()
        bar = QRectF(0, rect.y(), 3, bottom - rect.y())
        bar = turned(bar, self._width, mirrored=style.mirrored).translated(x, 0)
        painter.fillRect(bar, style.colour("line"))
        lit = self._target.id in (canvas.hovered, canvas.focused)
        colour = style.colour("text" if lit else "muted")
        middle = rect.right() - style.px(18) if style.mirrored else x + style.px(18)
        turn = 90 if self._spec.opened else 180 if style.mirrored else 0
        _triangle(painter, QPointF(middle, rect.center().y()), style.px(4), turn, colour)
        painter.setFont(style.small)
        painter.setPen(colour)
        words = QRectF(style.px(28), 0, style.small_metrics.horizontalAdvance(self._spec.text), 0)
        left = turned(words, self._width, mirrored=style.mirrored).x()
        painter.drawText(QPointF(x + left, _baseline(rect, style.small)), self._spec.text)
        if self._target.id == canvas.focused:
            ends = (-4, -7) if style.mirrored else (7, 4)
            paint_ring(painter, rect.adjusted(ends[0], 1, ends[1], -1), style.colour("focus"))

    def targets(self) -> Sequence[Target]:
        """See `Piece.targets`."""
        return (self._target,)

    @property
    def text(self) -> str:
        """See `Piece.text`."""
        return self._spec.text


def _triangle(painter: QPainter, centre: QPointF, size: float, turn: int, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.translate(centre)
    painter.rotate(turn)
    half = size * 0.9
    painter.drawPolygon([QPointF(-half, -size), QPointF(half, 0), QPointF(-half, size)])
    painter.restore()


class WaitingPiece(Piece):
    """Three dots and what is waited for."""

    def __init__(self, spec: WaitingSpec, style: Style, width: float) -> None:
        """Takes the words and the phase of the dots, and the width of the column."""
        self._spec = spec
        self._width = width
        self.height = style.px(32)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """See `Piece.paint`."""
        painter, style = canvas.painter, canvas.style
        rect = QRectF(x, y, 10, self.height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        size = style.px(6)
        for dot in range(3):
            lit = self._spec.phase % 3 == dot
            painter.setBrush(style.colour("accent" if lit else "line"))
            place = QRectF(dot * size * 1.7, rect.center().y() - size / 2, size, size)
            painter.drawEllipse(turned(place, self._width, mirrored=style.mirrored).translated(x, 0))
        painter.restore()
        painter.setFont(style.small)
        painter.setPen(style.colour("muted"))
        words = QRectF(size * 5.8, 0, style.small_metrics.horizontalAdvance(self._spec.text), 0)
        left = turned(words, self._width, mirrored=style.mirrored).x()
        painter.drawText(QPointF(x + left, _baseline(rect, style.small)), self._spec.text)

    @property
    def text(self) -> str:
        """See `Piece.text`."""
        return self._spec.text


class NotePiece(Piece):
    """A sentence about how the answer ended, and buttons."""

    def __init__(self, spec: NoteSpec, style: Style, width: float) -> None:
        """Wraps the sentence; the buttons stand behind it, or below when there is no room."""
        self._spec = spec
        metrics = style.small_metrics
        self._top = style.px(8)
        inner = width - 2 * style.px(12) - style.px(4)
        buttons = sum(metrics.horizontalAdvance(action.text) + style.px(28) for action in spec.actions)
        one_line = metrics.horizontalAdvance(spec.text) + style.px(12) + buttons <= inner
        flags = int(Qt.TextFlag.TextWordWrap)
        words = inner if not one_line else inner - buttons
        bounds = metrics.boundingRect(QRectF(0, 0, words, 10_000), flags, spec.text)
        row = style.px(34)
        text_height = max(row, bounds.height() + style.px(14))
        has_row = bool(spec.actions) and not one_line
        place = QRectF(style.px(14), self._top, words, text_height)
        self._text_rect = turned(place, width, mirrored=style.mirrored)
        box_height = text_height + (row if has_row else 0)
        self._box = QRectF(0, self._top, width, box_height)
        self.height = ceil(self._top + box_height + style.px(2))
        self._targets: list[Target] = []
        left = style.px(14) if has_row else width - buttons
        button_top = self._top + (text_height if has_row else 0) + (row - style.px(_TARGET_HEIGHT)) / 2
        for action in spec.actions:
            advance = metrics.horizontalAdvance(action.text) + style.px(20)
            rect = QRectF(left, button_top, advance, style.px(_TARGET_HEIGHT))
            rect = turned(rect, width, mirrored=style.mirrored)
            self._targets.append(Target(action.id, action.text, rect))
            left += advance + style.px(8)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """See `Piece.paint`."""
        painter, style, tone = canvas.painter, canvas.style, self._spec.tone
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        surface = {"warning": "warning_background", "danger": "danger_background"}.get(tone.value, "side")
        painter.setBrush(style.colour(surface))
        painter.drawRoundedRect(self._box.translated(x, y), 8, 8)
        for target in self._targets:
            lit = target.id == canvas.hovered
            painter.setPen(QPen(style.colour("line"), 1))
            painter.setBrush(style.colour("hover" if lit else "card"))
            rect = target.rect.translated(x, y)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
            painter.setPen(style.colour("text"))
            painter.setFont(style.small)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, target.text)
            if target.id == canvas.focused:
                paint_ring(painter, rect.adjusted(-2, -2, 2, 2), style.colour("focus"), 8)
        painter.restore()
        painter.setFont(style.small)
        painter.setPen(style.colour(tone.value))
        flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self._text_rect.translated(x, y), flags, self._spec.text)

    def targets(self) -> Sequence[Target]:
        """See `Piece.targets`."""
        return self._targets

    @property
    def text(self) -> str:
        """See `Piece.text`."""
        return self._spec.text


class FooterPiece(Piece):
    """Siblings, actions and receipt, on as many lines as they need."""

    def __init__(self, spec: FooterSpec, style: Style, width: float) -> None:
        """Places the words."""
        self._spec = spec
        self._style = style
        self._width = width
        self._row = style.px(_TARGET_HEIGHT) + style.px(2)
        self._lines = 1
        self._targets: list[Target] = []
        self._count: tuple[str, float] | None = None
        self._fixed = 0
        metrics = style.small_metrics
        gap = style.px(14)
        words = sum(metrics.horizontalAdvance(action.text) + gap for action in spec.actions) - gap
        words += self._sibling_width() if spec.siblings[1] > 1 else 0
        left = max(0.0, width - words) if spec.right else 0.0
        if spec.siblings[1] > 1:
            left = self._add_siblings(left)
        for action in spec.actions:
            left = self._add(action, left) + gap
        taken = words + gap if spec.right else left
        self._receipt = self._receipt_lines(taken)
        self._targets = [
            replace(target, rect=turned(target.rect, width, mirrored=style.mirrored))
            for target in self._targets
        ]
        self.height = self._lines * self._row + style.px(12 if not spec.right else 4)

    def _receipt_lines(self, taken: float) -> list[tuple[str, int]]:
        """Returns the receipt with the line each part of it stands in: beside the actions, or below."""
        metrics = self._style.small_metrics
        receipt = self._spec.receipt
        if not receipt:
            return []
        if self._targets and taken + metrics.horizontalAdvance(receipt) > self._width:
            self._lines += 1
        lines: list[str] = []
        for part in receipt.split(RECEIPT_GAP):
            longer = f"{lines[-1]}{RECEIPT_GAP}{part}" if lines else ""
            if longer and metrics.horizontalAdvance(longer) <= self._width:
                lines[-1] = longer
            else:
                lines.append(metrics.elidedText(part, Qt.TextElideMode.ElideMiddle, self._width))
        first = self._lines - 1
        self._lines += len(lines) - 1
        return [(line, first + number) for number, line in enumerate(lines)]

    def _sibling_width(self) -> float:
        metrics, style = self._style.small_metrics, self._style
        index, count = self._spec.siblings
        return metrics.horizontalAdvance(f"{index} / {count}") + 2 * style.px(20) + style.px(14)

    def _add_siblings(self, left: float) -> float:
        style, (index, count) = self._style, self._spec.siblings
        side = style.px(20)
        text = f"{index} / {count}"
        if index > 1:
            self._targets.append(Target("previous", "\u2039", QRectF(left, 0, side, self._row)))
        self._count = (text, left + side)
        advance = style.small_metrics.horizontalAdvance(text)
        if index < count:
            self._targets.append(Target("next", "\u203a", QRectF(left + side + advance, 0, side, self._row)))
        self._fixed = len(self._targets)
        return left + self._sibling_width()

    def _add(self, action: Action, left: float) -> float:
        advance = self._style.small_metrics.horizontalAdvance(action.text)
        if left > 0 and left + advance > self._width:
            self._lines += 1
            left = 0.0
        rect = QRectF(left, (self._lines - 1) * self._row, advance, self._row)
        self._targets.append(Target(action.id, action.text, rect))
        return left + advance

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """See `Piece.paint`."""
        painter, style = canvas.painter, canvas.style
        row = QRectF(x, y, self._width, self._row)
        if self._count is not None:
            painter.setFont(style.small)
            painter.setPen(style.colour("text"))
            count, left = self._count
            place = QRectF(left, 0, style.small_metrics.horizontalAdvance(count), 0)
            left = turned(place, self._width, mirrored=style.mirrored).x()
            painter.drawText(QPointF(x + left, _baseline(row, style.small)), count)
        for index, target in enumerate(self._targets):
            if index < self._fixed:
                self._paint_arrow(canvas, target, x, y)
            elif canvas.lively or self._spec.always:
                _word(canvas, target, x, y, style.small, "muted", "text")
        if self._receipt and (canvas.lively or self._spec.always or not self._spec.right):
            painter.setFont(style.small)
            painter.setPen(style.colour("muted"))
            for words, number in self._receipt:
                advance = style.small_metrics.horizontalAdvance(words)
                at_left = self._spec.right is not style.mirrored
                left = x if at_left else x + self._width - advance
                line = row.translated(0, number * self._row)
                painter.drawText(QPointF(left, _baseline(line, style.small)), words)

    def _paint_arrow(self, canvas: Canvas, target: Target, x: float, y: float) -> None:
        painter, style = canvas.painter, canvas.style
        rect = target.rect.translated(x, y)
        lit = target.id in (canvas.hovered, canvas.focused)
        painter.setFont(style.body)
        painter.setPen(style.colour("accent" if lit else "text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, target.text)
        if target.id == canvas.focused:
            paint_ring(painter, rect.adjusted(1, 3, -1, -3), style.colour("focus"))

    def targets(self) -> Sequence[Target]:
        """See `Piece.targets`."""
        return self._targets

    @property
    def text(self) -> str:
        """See `Piece.text`."""
        return self._spec.receipt
