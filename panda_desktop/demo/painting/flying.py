"""What hangs or flies in the air: balloons, rockets, lanterns, butterflies, a large bird.

Promise: each is drawn around (0, 0), about 100 units tall.
"""

import math
import random

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from panda_desktop.demo.painting.colours import down, faded, halo, ink, lit, mix
from panda_desktop.demo.painting.figure import Look, body
from panda_desktop.demo.painting.shapes import ellipse, mirrored, outline, rounded, smooth, trace
from panda_desktop.demo.painting.stage import fill, glow, stroke

BALLOONS = (
    ("#d8433b", "#f7e9cf"),
    ("#e8a33d", "#f8f0dc"),
    ("#3f78c9", "#f4efe2"),
    ("#8658b8", "#f6c9a8"),
    ("#2fa39a", "#fbe3b0"),
)


def paint_balloon(painter: QPainter, moment: float, look: Look, coat: QColor, second: QColor) -> None:
    """Paints a hot-air balloon."""
    shell = smooth(mirrored(trace("0,-66 20,-62 33,-46 35,-28 26,-6 11,12 7,20 0,21")), closed=True)
    body(painter, shell, look, second, rim=0)
    painter.save()
    painter.setClipPath(shell, Qt.ClipOperation.IntersectClip)
    for part in (-0.84, -0.28, 0.28, 0.84):
        gore = smooth(
            [
                (part * 4, -67),
                (part * 44 - 5, -30),
                (part * 14 - 1, 22),
                (part * 14 + 2, 22),
                (part * 44 + 7, -30),
                (part * 4 + 1, -67),
            ],
            closed=True,
        )
        body(painter, gore, look, coat, rim=0)
    fill(painter, outline(trace("-40,-30 40,-30 40,-21 -40,-21")), faded(look.on(lit(coat, -0.3)), 0.85))
    fill(painter, smooth(trace("-22,-52 -10,-58 -16,-20 -22,-16"), closed=True), faded(ink("#ffffff"), 0.16))
    dark = faded(ink("#1b1638"), 0.34)
    side = -look.sun_side
    fill(painter, smooth(trace("40,-60 14,-40 16,0 8,22 40,22", side), closed=True), dark)
    stroke(painter, shell.translated(-look.sun_side * 1.2, 0.8), faded(look.light.rim, look.glare * 0.8), 2.4)
    painter.restore()
    for x in (-6, 6):
        stroke(painter, smooth([(x, 20), (x * 0.85, 31)]), look.on("#4a3a30"), 0.7)
    body(painter, rounded(-6, 30, 12, 9.4, 2), look, "#8a5a34", rim=1)
    strength = 0.6 + 0.4 * max(math.sin(moment * 2.3), 0)
    glow(painter, 0, 19, 15, halo(0, 19, 15, ink("#ffc060"), strength))


def paint_rocket(painter: QPainter, moment: float, look: Look, coat: QColor) -> None:
    """Paints a rocket that flies upwards."""
    flicker = 1 + 0.12 * math.sin(moment * 31) + 0.08 * math.sin(moment * 47)
    for wide, long, colour in ((13, 62, "#ff6a2e"), (9.4, 46, "#ffb03a"), (5.4, 30, "#fff2b8")):
        flame = smooth(
            mirrored(
                [
                    (0, 26),
                    (wide * 0.8, 30),
                    (wide, 38),
                    (wide * 0.4, 30 + long * 0.7 * flicker),
                    (0, 32 + long * flicker),
                ]
            ),
            closed=True,
        )
        fill(painter, flame, faded(ink(colour), 0.9))
    glow(painter, 0, 48, 62, halo(0, 48, 62, ink("#ff9a4a"), 0.75))
    for side in (-1, 1):
        fin = smooth(trace("14,-2 30,18 29,36 13,25", side), closed=True)
        body(painter, fin, look, coat, rim=1.4)
    hull = smooth(mirrored(trace("0,-62 9,-48 17,-22 18,4 13,26 0,28")), closed=True)
    body(painter, hull, look, "#f2f1ee", rim=2)
    painter.save()
    painter.setClipPath(hull, Qt.ClipOperation.IntersectClip)
    body(painter, smooth(mirrored(trace("0,-66 20,-62 20,-37 0,-33")), closed=True), look, coat, rim=0)
    fill(painter, outline(trace("-22,14 22,14 22,19 -22,19")), look.on(coat))
    painter.restore()
    fill(painter, ellipse(0, -14, 8.4), look.on("#5b6675"))
    fill(painter, ellipse(0, -14, 6.4), down(-20, -8, [(0, ink("#9fe8ff")), (1, ink("#2a6fa8"))]))
    fill(painter, ellipse(-2, -16, 1.8), faded(ink("#ffffff"), 0.8))
    body(painter, smooth(trace("-2.6,4 2.6,4 2.6,34 -2.6,34"), closed=True), look, coat, rim=0.8)


def paint_lantern(painter: QPainter, moment: float, coat: QColor) -> None:
    """Paints a glowing paper lantern."""
    glow(
        painter, 0, 0, 110, halo(0, 0, 110, mix(coat, ink("#ffb44a"), 0.6), 0.6 + 0.08 * math.sin(moment * 5))
    )
    shell = smooth(mirrored(trace("0,-44 20,-42 31,-20 30,10 20,36 0,38")), closed=True)
    fill(
        painter,
        shell,
        down(-44, 38, [(0, lit(coat, -0.1)), (0.55, mix(coat, ink("#ffd27a"), 0.6)), (1, ink("#fff1bf"))]),
    )
    for part in (-0.6, 0.0, 0.6):
        stroke(
            painter,
            smooth([(part * 22, -42), (part * 36, -4), (part * 22, 36)]),
            faded(lit(coat, -0.4), 0.35),
            1.2,
        )
    fill(painter, rounded(-14, 35, 28, 5, 2), lit(coat, -0.5))


def paint_butterfly(painter: QPainter, moment: float, coat: QColor) -> None:
    """Paints a butterfly seen from above."""
    open_wide = 0.62 + 0.38 * math.sin(moment * 8)
    for side in (-1, 1):
        painter.save()
        painter.scale(side * max(open_wide, 0.4), 1)
        upper = smooth(trace("2,-8 18,-44 44,-50 50,-28 32,-4 4,0"), closed=True)
        lower = smooth(trace("3,2 30,4 40,22 26,42 12,30 3,8"), closed=True)
        for wing in (upper, lower):
            fill(painter, wing, down(-50, 40, [(0, lit(coat, 0.3)), (1, lit(coat, -0.15))]))
            stroke(painter, wing, lit(coat, -0.6), 3.2)
        for x, y, size in ((38, -36, 4.4), (44, -26, 3), (30, 26, 3.6)):
            fill(painter, ellipse(x, y, size), faded(ink("#fff6e0"), 0.85))
        painter.restore()
    fill(painter, smooth(trace("-2.6,-12 2.6,-12 2.2,24 0,30 -2.2,24"), closed=True), ink("#2a2028"))
    for side in (-1, 1):
        stroke(painter, smooth(trace("0,-12 6,-24 10,-28", side)), ink("#2a2028"), 1.2)


def paint_crane(painter: QPainter, moment: float, look: Look) -> None:
    """Paints a white bird with wide wings, flying to the right."""
    lift = 26 + 30 * math.sin(moment * 3.4)
    white, dark = look.on("#fbf8f2"), look.on("#2f333d")
    _wing(painter, lift * 0.9 + 4, -12, lit(white, -0.16), dark)
    for y in (1.5, 3.5):
        stroke(painter, smooth([(-16, y), (-50, y + 2.6)]), dark, 1.2)
    trunk = smooth(trace("-26,1 -8,-8 16,-7 40,-3 62,-10 64,-7.6 42,2 14,7 -10,6"), closed=True)
    fill(painter, trunk, down(-10, 8, [(0, white), (1, lit(white, -0.12))]))
    stroke(painter, smooth([(62, -8.8), (74, -8)]), look.on("#c9a04a"), 1.8)
    fill(painter, ellipse(61, -9.6, 2.3), look.on("#c23b34"))
    _wing(painter, lift, 0, white, dark)


def _wing(painter: QPainter, lift: float, back: float, colour: QColor, dark: QColor) -> None:
    """Draws a wing with dark tips, raised by `lift` over the shoulder."""
    tip = (back - 20, -lift * 1.5 - 6)
    front = [(18 + back * 0.4, -4), (14 + back * 0.6, -lift * 0.8 - 6), tip]
    wing = smooth(
        [*front, (back - 24, -lift * 1.1), (back - 26, -lift * 0.5 - 2), (-18 + back * 0.3, 0)], closed=True
    )
    fill(painter, wing, colour)
    painter.save()
    painter.setClipPath(wing, Qt.ClipOperation.IntersectClip)
    fill(painter, ellipse(back - 30, -lift * 1.05, 11, 8 + abs(lift) * 0.5), dark)
    painter.restore()


def choose_balloon(chance: random.Random, coat: QColor | None) -> tuple[QColor, QColor]:
    """Returns the two colours of a balloon."""
    first, second = chance.choice(BALLOONS)
    return coat or ink(first), ink(second)
