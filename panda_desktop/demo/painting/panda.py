"""The panda, sitting, with a stalk of bamboo.

Promise: black and white in every light, and never without something to eat.
"""

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath, Qt

from panda_desktop.demo.painting.colours import WHITE, faded, ink
from panda_desktop.demo.painting.figure import Look, blink, body, breathing, soft_shadow, turned_around
from panda_desktop.demo.painting.plants import leaf
from panda_desktop.demo.painting.shapes import ellipse, mirrored, rounded, smooth, taper, trace
from panda_desktop.demo.painting.stage import fill, stroke

_WHITE = "#f7f3ea"
_BLACK = "#2b2a33"


def paint_panda(painter: QPainter, moment: float, look: Look) -> None:
    """Paints it on (0, 0)."""
    soft_shadow(painter, 0, 1, 52, 8)
    chew = math.sin(moment * 6) * 0.8
    painter.save()
    painter.scale(1, breathing(moment))
    _torso(painter, look)
    painter.restore()
    painter.save()
    painter.translate(0, -56)
    painter.rotate(3 * math.sin(moment * 1.1))
    painter.translate(0, 56)
    _head(painter, moment, look, chew)
    painter.restore()
    with turned_around(painter, 20, -38, 3 * math.sin(moment * 1.6)):
        _stalk(painter, look)
        _arm(painter, look, 1)
    _arm(painter, look, -1)


def _torso(painter: QPainter, look: Look) -> None:
    belly = smooth(mirrored(trace("0,-62 20,-58 34,-40 39,-20 32,-4 14,0.5 0,1")), closed=True)
    body(painter, belly, look, _WHITE, rim=2.6)
    painter.save()
    painter.setClipPath(belly, Qt.ClipOperation.IntersectClip)
    yoke = smooth(mirrored(trace("0,-70 30,-66 42,-42 34,-34 18,-42 0,-45")), closed=True)
    body(painter, yoke, look, _BLACK, rim=0)
    painter.restore()
    soft_shadow(painter, 0, -55, 26, 8, 0.4)
    for side in (-1, 1):
        with turned_around(painter, side * 27, -9, side * 18):
            body(painter, ellipse(side * 28, -9, 15, 11.5), look, _BLACK, rim=2)
        sole = ellipse(side * 34, -9.5, 8.6, 9.4)
        body(painter, sole, look, "#3a3843", rim=1)
        fill(painter, ellipse(side * 34, -7.4, 4.4, 3.6), look.on("#7b6f78"))
        for dx, dy in ((-4.2, -13.4), (0, -15), (4.2, -13.4)):
            fill(painter, ellipse(side * 34 + dx, dy, 1.7, 1.9), look.on("#7b6f78"))


def _arm(painter: QPainter, look: Look, side: int) -> None:
    points = (
        trace("27,-50 34,-38 27,-29 15,-36", side) if side > 0 else trace("27,-50 35,-36 28,-26 13,-25", side)
    )
    body(painter, taper(points, [15, 16, 15, 13]), look, _BLACK, rim=2)
    x, y = points[-1]
    body(painter, ellipse(x, y, 7.6, 7), look, _BLACK, rim=1.4)


def _stalk(painter: QPainter, look: Look) -> None:
    with turned_around(painter, 15, -36, 30):
        for index in range(5):
            body(painter, rounded(12.6, -30 + index * 12 - 42, 5.2, 11.4, 1.6), look, "#7fae4e", rim=1.2)
        for y, angle in ((-70, -2.2), (-68, -0.7), (-56, -2.6), (-46, -0.4)):
            fill(painter, leaf(15, y, 17, 6, angle), look.on("#5f9a45"))
            fill(painter, leaf(15, y, 15, 2.4, angle), look.on("#86bd5c"))


def _head(painter: QPainter, moment: float, look: Look, chew: float) -> None:
    for side in (-1, 1):
        body(painter, ellipse(side * 25, -99, 10.5), look, _BLACK, rim=2)
        fill(painter, ellipse(side * 24, -97.5, 5.4), look.on("#4a4752"))
    head = smooth(mirrored(trace("0,-106 17,-104 30,-93 35,-77 28,-62 14,-54.5 0,-53")), closed=True)
    body(painter, head, look, _WHITE, rim=2.6)
    opened = blink(moment, 1.3)
    for side in (-1, 1):
        with turned_around(painter, side * 14, -80, side * 32):
            body(painter, ellipse(side * 14, -79.5, 7.6, 10.6), look, _BLACK, rim=0)
        if opened > 0.3:
            fill(painter, ellipse(side * 12.6, -80, 4, 4 * opened), ink("#0f0d14"))
            fill(painter, ellipse(side * 12.6, -80, 3.1, 3.1 * opened), look.on("#5b3a2a"))
            fill(painter, ellipse(side * 12.6, -80, 1.9, 1.9 * opened), ink("#0a080e"))
            fill(painter, ellipse(side * 12.6 - 1.3, -81.4, 1.25), faded(WHITE, 0.95))
        fill(painter, ellipse(side * 22, -67, 5.4, 3.2), faded(ink("#ff8d86"), 0.3))
    fill(painter, ellipse(0, -65.5, 11, 8.4), faded(look.on("#ffffff"), 0.85))
    nose = smooth(mirrored(trace("0,-72 5,-71.2 4,-67.6 0,-65.6")), closed=True)
    fill(painter, nose, look.on("#1f1c24"))
    fill(painter, ellipse(-1.6, -70.4, 1.5, 0.8), faded(WHITE, 0.5))
    for side in (-1, 1):
        mouth = QPainterPath(QPointF(0, -65.4))
        mouth.cubicTo(side * 0.6, -61 + chew, side * 6, -60 + chew, side * 7.6, -63.4)
        stroke(painter, mouth, look.on("#3a333c"), 1.1)
