"""Corals and weed, four kinds.

Promise: each stands on (0, 0) and sways with the time.
"""

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from panda_desktop.demo.painting.colours import across, around, faded, ink, lit, mix
from panda_desktop.demo.painting.shapes import ellipse, smooth, taper
from panda_desktop.demo.painting.stage import fill, stroke


def paint_coral(painter: QPainter, moment: float, size: float, colour: QColor, kind: int) -> None:
    """Paints a coral `size` pixels tall; `kind` is 0 to 3."""
    shade = mix(colour, ink("#123a6c"), 0.3)
    (_fingers, _weed, _brain, _fan)[kind](painter, moment, size, shade)


def _fingers(painter: QPainter, moment: float, size: float, shade: QColor) -> None:
    sway = math.sin(moment * 1.4) * size * 0.04
    for index in range(7):
        angle = -math.pi / 2 + (index - 3) * 0.3
        x, y = math.cos(angle) * size + sway, math.sin(angle) * size
        arm = taper([(0, 0), (x * 0.5, y * 0.55), (x, y)], [size * 0.16, size * 0.13, size * 0.1])
        fill(
            painter, arm, across(QPointF(0, 0), QPointF(x, y), [(0, lit(shade, -0.25)), (1, lit(shade, 0.3))])
        )
        fill(painter, ellipse(x, y, size * 0.06), lit(shade, 0.45))


def _weed(painter: QPainter, moment: float, size: float, shade: QColor) -> None:
    widths = [size * part for part in (0.12, 0.15, 0.16, 0.15, 0.12, 0.08, 0.02)]
    for index in range(4):
        x = (index - 1.5) * size * 0.24
        bends = [math.sin(step * 0.8 + moment * 1.6 + index) * size * 0.023 * step for step in range(7)]
        points = [(x + bend, -step * size * 0.24) for step, bend in enumerate(bends)]
        fill(painter, taper(points, widths), mix(ink("#3f9f6a"), shade, 0.15))


def _brain(painter: QPainter, _moment: float, size: float, shade: QColor) -> None:
    dome = QPainterPath(QPointF(-size * 0.6, 0))
    dome.cubicTo(-size * 0.62, -size * 0.75, size * 0.62, -size * 0.75, size * 0.6, 0)
    stops = [(0, lit(shade, 0.35)), (1, lit(shade, -0.3))]
    fill(painter, dome, around(-size * 0.15, -size * 0.45, size, stops))
    for index in range(5):
        x = index * size * 0.2
        bends = [
            (x - size * 0.45, -size * 0.08),
            (x * 0.9 - size * 0.34, -size * 0.26),
            (x - size * 0.4, -size * 0.42),
        ]
        stroke(painter, smooth(bends), faded(lit(shade, -0.4), 0.4), size * 0.03)


def _fan(painter: QPainter, moment: float, size: float, shade: QColor) -> None:
    sway = math.sin(moment * 1.4) * size * 0.06
    for index in range(9):
        angle = -math.pi / 2 + (index - 4) * 0.2
        x, y = math.cos(angle) * size, math.sin(angle) * size
        arm = taper(
            [(0, 0), (x * 0.5, y * 0.5), (x * 0.85 + sway, y * 0.85)], [size * 0.08, size * 0.07, size * 0.05]
        )
        fill(painter, arm, lit(shade, 0.06 * (index % 3)))
