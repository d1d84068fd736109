"""Curves and outlines.

Promise: pure geometry; the same random source gives the same outline.
"""

import math
import random
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

Point = tuple[float, float]


@lru_cache(1024)
def _traced(text: str) -> tuple[Point, ...]:
    pairs = (pair.split(",") for pair in text.split())
    return tuple((float(x), float(y)) for x, y in pairs)


def trace(text: str, side: int = 1) -> list[Point]:
    """Returns the points of an outline written as `x,y x,y …`; mirrored when `side` is -1."""
    return [(x * side, y) for x, y in _traced(text)]


def smooth(points: Sequence[Point], *, closed: bool = False) -> QPainterPath:
    """Returns a soft curve through all points."""
    path = QPainterPath(QPointF(*points[0]))
    count = len(points)

    def at(index: int) -> Point:
        return points[index % count] if closed else points[min(max(index, 0), count - 1)]

    for index in range(count if closed else count - 1):
        before, start, end, after = at(index - 1), at(index), at(index + 1), at(index + 2)
        path.cubicTo(
            QPointF(start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6),
            QPointF(end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6),
            QPointF(*end),
        )
    if closed:
        path.closeSubpath()
    return path


def outline(points: Iterable[Point]) -> QPainterPath:
    """Returns a closed shape with straight sides."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def mirrored(points: Sequence[Point]) -> list[Point]:
    """Returns the right half given from top to bottom, then its mirror image from bottom to top."""
    return [*points, *((-x, y) for x, y in reversed(points) if abs(x) > 1e-6)]


def ellipse(x: float, y: float, rx: float, ry: float | None = None) -> QPainterPath:
    """Returns an ellipse around a point."""
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), rx, rx if ry is None else ry)
    return path


def rounded(x: float, y: float, width: float, height: float, radius: float) -> QPainterPath:
    """Returns a rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return path


def ridge(
    chance: random.Random, left: float, right: float, base: float, height: float, rough: float = 0.55
) -> list[Point]:
    """Returns a mountain line from left to right: `base` at its foot, `height` to its highest top."""
    heights = [chance.random(), chance.random()]
    spread = 1.0
    for _ in range(8):
        finer = []
        for first, second in pairwise(heights):
            finer += [first, (first + second) / 2 + chance.uniform(-spread, spread) * 0.5]
        heights = [*finer, heights[-1]]
        spread *= rough
    low, high = min(heights), max(heights)
    step = (right - left) / (len(heights) - 1)
    return [
        (left + step * index, base - height * (value - low) / (high - low))
        for index, value in enumerate(heights)
    ]


def swell(
    chance: random.Random, left: float, right: float, base: float, height: float, waves: float = 2.0
) -> list[Point]:
    """Returns a soft hill line from left to right."""
    phases = [(chance.uniform(0, math.tau), chance.uniform(0.7, 1.3)) for _ in range(3)]
    points = []
    for index in range(49):
        part = index / 48
        value = sum(
            math.sin(part * math.tau * waves * (order + 1) * bend / 2 + phase) / (order + 1)
            for order, (phase, bend) in enumerate(phases)
        )
        points.append((left + (right - left) * part, base - height * (0.5 + value / 3.7)))
    return points


def ground(points: Sequence[Point], bottom: float) -> QPainterPath:
    """Returns everything under a line, down to `bottom`."""
    path = QPainterPath(QPointF(points[0][0], bottom))
    for x, y in points:
        path.lineTo(x, y)
    path.lineTo(points[-1][0], bottom)
    path.closeSubpath()
    return path


def height_at(points: Sequence[Point], x: float) -> float:
    """Returns where a line from left to right is at `x`."""
    for (x1, y1), (x2, y2) in pairwise(points):
        if x1 <= x <= x2 and x2 > x1:
            return y1 + (y2 - y1) * (x - x1) / (x2 - x1)
    return points[0][1] if x < points[0][0] else points[-1][1]


def taper(points: Sequence[Point], widths: Sequence[float]) -> QPainterPath:
    """Returns a band along a soft curve, as wide at each point as said: tails, stems, trunks."""
    sides: tuple[list[Point], list[Point]] = ([], [])
    for index, (x, y) in enumerate(points):
        x1, y1 = points[max(index - 1, 0)]
        x2, y2 = points[min(index + 1, len(points) - 1)]
        length = math.hypot(x2 - x1, y2 - y1) or 1.0
        nx, ny = -(y2 - y1) / length * widths[index] / 2, (x2 - x1) / length * widths[index] / 2
        sides[0].append((x + nx, y + ny))
        sides[1].append((x - nx, y - ny))
    return smooth([*sides[0], *reversed(sides[1])], closed=True)
