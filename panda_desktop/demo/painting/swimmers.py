"""What lives in the sea: whale, fish, jellyfish.

Promise: each swims: its fins and arms follow the time.
"""

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from panda_desktop.demo.painting.colours import WHITE, down, faded, halo, ink, lit
from panda_desktop.demo.painting.figure import Look, body
from panda_desktop.demo.painting.shapes import ellipse, smooth, taper, trace
from panda_desktop.demo.painting.stage import fill, glow, stroke


def paint_whale(painter: QPainter, moment: float, look: Look, coat: QColor) -> None:
    """Paints a whale 200 units long around (0, 0), swimming to the right."""
    beat = math.sin(moment * 1.7) * 7
    for side in (-1, 1):
        fluke = smooth(trace("-100,3 -112,-4 -126,-8 -119,-3 -107,-4"), closed=True)
        lobe = smooth(trace("-100,3 -112,2 -126,8 -119,1 -107,-4"), closed=True) if side > 0 else fluke
        body(painter, lobe.translated(0, beat - 8), look, lit(coat, -0.1), rim=1.4)
    tail = [(-84.0, beat * 0.4), (-104, beat - 8), (-103, beat - 2), (-80, 9 + beat * 0.3)]
    back, front = trace("92,2 84,-14 54,-28 14,-32 -28,-22 -62,-8"), trace("-44,20 0,30 44,30 80,17")
    trunk = smooth([*back, *tail, *front], closed=True)
    body(painter, trunk, look, coat, rim=2.6)
    painter.save()
    painter.setClipPath(trunk, Qt.ClipOperation.IntersectClip)
    _belly(painter, look, coat)
    painter.restore()
    mouth = QPainterPath(QPointF(92, 4))
    mouth.cubicTo(76, 10, 64, 9, 54, 5)
    stroke(painter, mouth, faded(look.on(lit(coat, -0.55)), 0.8), 1.3)
    fill(painter, ellipse(55, -0.6, 3.1), ink("#10151f"))
    fill(painter, ellipse(54, -1.7, 1.1), faded(WHITE, 0.9))
    fin = smooth([(32, 16), (20, 36 + beat), (2, 50 + beat * 1.5), (4, 34 + beat), (14, 18)], closed=True)
    body(painter, fin, look, lit(coat, -0.12), rim=1.4)


def _belly(painter: QPainter, look: Look, coat: QColor) -> None:
    belly = smooth(trace("96,6 70,12 30,15 -10,17 -50,14 -40,40 40,44 96,30"), closed=True)
    fill(painter, belly, faded(look.on("#e9eef0"), 0.92))
    groove = faded(look.on(lit(coat, -0.3)), 0.4)
    for index in range(8):
        lines = [
            (88 - index * 3, 12 + index * 2.4),
            (50, 15 + index * 2.5),
            (-24 + index * 4, 19 + index * 1.5),
        ]
        stroke(painter, smooth(lines), groove, 0.9)
    for (x, y), size in zip(
        trace("40,-18 20,-22 -6,-18 56,-14 4,-10 -30,-11"), (2, 1.4, 1.8, 1.3, 1.2, 1.5), strict=True
    ):
        fill(painter, ellipse(x, y, size), faded(WHITE, 0.3))


def paint_fish(painter: QPainter, moment: float, look: Look, coat: QColor, *, koi: bool = False) -> None:
    """Paints a fish 100 units long around (0, 0), swimming to the right."""
    beat = math.sin(moment * 6) * 6
    tail = smooth(
        [
            (-34, 0),
            (-52, -18 + beat),
            (-60, -15 + beat),
            (-52, 0 + beat * 0.6),
            (-60, 15 + beat),
            (-52, 18 + beat),
        ],
        closed=True,
    )
    fill(painter, tail, faded(look.on(lit(coat, 0.1)), 0.85))
    fill(
        painter,
        smooth(trace("-8,-15 6,-28 16,-26 16,-13"), closed=True),
        faded(look.on(lit(coat, -0.1)), 0.85),
    )
    trunk = smooth(trace("46,1 34,-12 10,-18 -18,-11 -38,-2 -38,3 -18,12 10,17 34,12"), closed=True)
    body(painter, trunk, look, "#fbf4ea" if koi else coat, rim=1.8)
    painter.save()
    painter.setClipPath(trunk, Qt.ClipOperation.IntersectClip)
    if koi:
        for x, y, rx, ry in ((26, -8, 13, 9), (-6, -6, 15, 10), (-30, 2, 9, 8)):
            fill(painter, ellipse(x, y, rx, ry), look.on(coat))
    else:
        for x in (22, 2, -16):
            fill(
                painter,
                smooth([(x, -22), (x + 5, 0), (x, 22), (x - 5, 22), (x - 1, 0), (x - 5, -22)], closed=True),
                faded(look.on("#fff6e6"), 0.85),
            )
    painter.restore()
    fill(
        painter,
        smooth([(10, 4), (-4, 12 + beat * 0.5), (-8, 8), (4, 1)], closed=True),
        faded(look.on(lit(coat, 0.2)), 0.9),
    )
    fill(painter, ellipse(34, -3, 3.6), ink("#fffaf0"))
    fill(painter, ellipse(35, -3, 2.2), ink("#15131c"))


def paint_jellyfish(painter: QPainter, moment: float, coat: QColor, phase: float) -> None:
    """Paints a glowing jellyfish under (0, 0)."""
    pulse = 1 + 0.09 * math.sin(moment * 2.6 + phase)
    glow(painter, 0, -10, 90, halo(0, -10, 90, coat, 0.55))
    for index in range(7):
        x = -24 + index * 8
        points = [(x * pulse, 0.0)]
        for step in range(1, 8):
            sway = math.sin(moment * 2.2 + phase + step * 0.8 + index) * (1 + step * 1.1)
            points.append((x * (1 - step * 0.03) + sway, step * (13 - abs(index - 3) * 0.9)))
        stroke(painter, smooth(points), faded(lit(coat, 0.35), 0.55), 1.5)
    for index in range(3):
        points = [(-8.0 + index * 8, 0.0)]
        points += [
            (-8 + index * 8 + math.sin(moment * 1.8 + phase + step * 1.1 + index) * (2 + step), step * 10.0)
            for step in range(1, 6)
        ]
        fill(painter, taper(points, [7, 8, 7, 6, 4, 1.5]), faded(lit(coat, 0.55), 0.4))
    bell = QPainterPath(QPointF(-33 * pulse, 2))
    bell.cubicTo(-36 * pulse, -50 / pulse, 36 * pulse, -50 / pulse, 33 * pulse, 2)
    bell.cubicTo(22, -5, 12, 5, 0, -2)
    bell.cubicTo(-12, 5, -22, -5, -33 * pulse, 2)
    fill(
        painter,
        bell,
        down(
            -42,
            4,
            [(0, faded(lit(coat, 0.6), 0.9)), (0.6, faded(coat, 0.6)), (1, faded(lit(coat, 0.3), 0.75))],
        ),
    )
    fill(painter, ellipse(-9, -25, 9, 5), faded(WHITE, 0.4))
