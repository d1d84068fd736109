"""People, small in a wide picture: a wanderer from behind, an astronaut.

Promise: each stands on (0, 0); cloth and hair follow the wind.
"""

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter

from panda_desktop.demo.painting.colours import WHITE, across, faded, ink, lit
from panda_desktop.demo.painting.figure import Look, body, soft_shadow
from panda_desktop.demo.painting.shapes import ellipse, mirrored, rounded, smooth, taper, trace
from panda_desktop.demo.painting.stage import fill, stroke


def paint_wanderer(painter: QPainter, moment: float, look: Look, coat: QColor) -> None:
    """Paints somebody in a coat with a scarf in the wind, seen from behind."""
    soft_shadow(painter, 0, 1, 26, 5)
    wind = math.sin(moment * 2.6)
    for side in (-1, 1):
        body(painter, taper(trace("6,-34 7,-16 7.4,-2", side), [10, 9, 8]), look, "#2d3140", rim=1)
        body(painter, rounded(side * 7.4 - 6, -5, 12, 6, 2.6), look, "#3a2c28", rim=0.8)
    cloth = smooth(
        [
            (-9, -78),
            (9, -78),
            (16, -62),
            (18, -40),
            (22 + wind * 1.4, -22),
            (10, -19),
            (0, -21),
            (-10, -19),
            (-19 + wind, -22),
            (-17, -40),
            (-15, -62),
        ],
        closed=True,
    )
    body(painter, cloth, look, coat, rim=2)
    stroke(painter, smooth(trace("0,-60 1,-40 0,-21")), faded(look.on(lit(coat, -0.4)), 0.6), 1)
    for side in (-1, 1):
        body(painter, taper(trace("13,-72 19,-56 18,-40", side), [9, 9, 7]), look, lit(coat, -0.06), rim=1.4)
        body(painter, ellipse(side * 18, -37.6, 3.8), look, "#e2b08f", rim=0.6)
    body(painter, rounded(-11, -74, 22, 26, 6), look, "#a8743c", rim=1.4)
    body(painter, rounded(-8, -62, 16, 11, 3), look, "#8a5a2e", rim=0.8)
    scarf = "#d84f3f" if coat.redF() < 0.6 else "#2f6f8c"
    tail = taper([(8, -80), (24, -82 + wind * 2), (38, -78 - wind * 4), (52, -82 + wind * 5)], [8, 8, 7, 5])
    body(painter, tail, look, scarf, rim=1.2)
    body(painter, ellipse(0, -89, 11, 12), look, "#4a3226", rim=1.6)
    body(painter, rounded(-11, -83, 22, 8, 4), look, scarf, rim=1.2)
    hat = smooth(mirrored(trace("0,-104 9,-102 12,-93 17,-90 0,-88")), closed=True)
    body(painter, hat, look, lit(coat, -0.25), rim=1.4)


def paint_astronaut(painter: QPainter, moment: float, look: Look, coat: QColor) -> None:
    """Paints an astronaut who waves."""
    for side in (-1, 1):
        body(painter, taper(trace("9,-40 11,-22 12,-8", side), [16, 15, 15]), look, "#eef0f4", rim=1.6)
        body(painter, rounded(side * 13 - 10, -10, 20, 10, 4.4), look, "#b9bfcc", rim=1.4)
        stroke(painter, smooth([(side * 4, -24), (side * 18, -22)]), look.on(coat), 2.4)
    body(painter, rounded(-25, -74, 50, 36, 7), look, "#a9b0c0", rim=1.6)
    trunk = smooth(mirrored(trace("0,-76 16,-74 21,-60 19,-40 10,-33 0,-32")), closed=True)
    body(painter, trunk, look, "#f2f4f8", rim=2)
    body(painter, rounded(-10, -58, 20, 13, 3), look, "#c8cedb", rim=0.8)
    for x, colour in ((-7, "#ff6b5e"), (-1.6, "#ffd166"), (3.8, "#5fd6a0")):
        fill(painter, ellipse(x + 1.6, -51.5, 1.9), ink(colour))
    left = taper(trace("-19,-70 -29,-56 -28,-40"), [13, 13, 11])
    body(painter, left, look, "#eef0f4", rim=1.6)
    body(painter, ellipse(-28, -37, 6.6), look, coat, rim=1.2)
    wave = math.sin(moment * 4.4) * 4
    right = taper([(19, -70), (32, -74), (37 + wave * 0.5, -90)], [13, 13, 11])
    body(painter, right, look, "#eef0f4", rim=1.6)
    body(painter, ellipse(37.5 + wave * 0.7, -95, 6.6), look, coat, rim=1.2)
    body(painter, ellipse(0, -91, 22, 20.5), look, "#f4f6fa", rim=2.2)
    visor = ellipse(0, -90, 16.4, 13.6)
    stops = [(0, ink("#ffd98a")), (0.35, ink("#e08a4a")), (0.7, ink("#5a3a78")), (1, ink("#1a1c3c"))]
    fill(painter, visor, across(QPointF(-14, -104), QPointF(12, -76), stops))
    painter.save()
    painter.setClipPath(visor, Qt.ClipOperation.IntersectClip)
    fill(painter, smooth(trace("-15,-96 -8,-103 -2,-102 -12,-88"), closed=True), faded(WHITE, 0.55))
    fill(
        painter,
        smooth(trace("-18,-80 -4,-83 8,-80 18,-82 18,-70 -18,-70"), closed=True),
        faded(ink("#0c1030"), 0.5),
    )
    painter.restore()
