"""Outer space: gas clouds, stars, planets, a moon to stand on.

Promise: never empty black: there is always colour in the distance.
"""

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, Qt

from panda_desktop.demo.painting.colours import down, faded, halo, ink, lit, mix
from panda_desktop.demo.painting.shapes import ellipse, ground, swell
from panda_desktop.demo.painting.stage import Stage, fill, glow
from panda_desktop.demo.painting.texture import noise

_GASES = (
    ("#0a0724", "#5b2a9c", "#e0559a", "#3fa8e8"),
    ("#050a22", "#1f4fa8", "#2fc4c9", "#b45ae0"),
    ("#0c0620", "#8c2f6a", "#ff8a5a", "#5a4fd0"),
    ("#04101e", "#17648a", "#4fe0b0", "#7a5ae8"),
)


def add_deep_sky(stage: Stage) -> None:
    """Adds gas and stars over the whole picture."""
    chance = stage.chance
    dark, *gases = (ink(colour) for colour in chance.choice(_GASES))
    if stage.brief.tint is not None:
        gases[0] = mix(gases[0], stage.brief.tint, 0.6)
    box = stage.whole
    puffs = []
    tilt = chance.uniform(-0.7, 0.7)
    for _ in range(46):
        along, off = chance.uniform(-0.75, 0.75), chance.gauss(0, 0.16)
        x = stage.width * (0.5 + along * math.cos(tilt) - off * math.sin(tilt))
        y = stage.height * (0.5 + along * math.sin(tilt) + off * math.cos(tilt))
        puffs.append(
            (x, y, stage.unit * chance.uniform(14, 46), chance.choice(gases), chance.uniform(0.2, 0.5))
        )
    seed = chance.randrange(1 << 30)

    def gas(painter: QPainter) -> None:
        painter.fillRect(
            box, down(box.top(), box.bottom(), [(0, lit(dark, 0.02)), (1, mix(dark, gases[0], 0.2))])
        )
        for x, y, size, colour, strength in puffs:
            glow(painter, x, y, size, halo(x, y, size, colour, strength))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SoftLight)
        painter.setOpacity(0.7)
        painter.drawImage(box, noise(seed, 5), QRectF(0, 0, 512, 512))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setOpacity(0.22)
        painter.drawImage(box, noise(seed + 1, 4), QRectF(0, 0, 400, 400))

    stage.still(0.0, gas)
    _add_star_field(stage)


def _add_star_field(stage: Stage) -> None:
    chance, unit, box = stage.chance, stage.unit, stage.whole
    stars = [
        (
            chance.uniform(box.left(), box.right()),
            chance.uniform(box.top(), box.bottom()),
            unit * (0.07 + 0.3 * chance.random() ** 6),
            chance.uniform(0, math.tau),
            mix(ink("#ffd9b0"), ink("#cfe0ff"), chance.random()),
        )
        for _ in range(420)
    ]

    def twinkling(painter: QPainter, moment: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for x, y, size, phase, colour in stars:
            strength = 0.65 + 0.35 * math.sin(phase + moment * 2.6)
            painter.setBrush(faded(colour, strength))
            painter.drawEllipse(QPointF(x, y), size, size)
            if size > unit * 0.2:
                glow(painter, x, y, size * 7, halo(x, y, size * 7, colour, 0.5 * strength))

    stage.moving(0.03, twinkling)


def add_moon_ground(stage: Stage, top: float) -> None:
    """Adds a cratered ground to stand on, from the height `top`."""
    chance, unit = stage.chance, stage.unit
    line = swell(chance, stage.left, stage.right, top, unit * 5, 1.4)
    is_mars = "mars" in stage.words or "火星" in stage.words
    colour = ink("#c8714a" if is_mars else chance.choice(("#b9b4c8", "#c2a48f", "#8f9ac0")))
    craters = [
        (
            chance.uniform(stage.left, stage.right),
            top + unit * (3 + 26 * part),
            unit * (1.4 + 8 * part) * chance.uniform(0.6, 1.2),
        )
        for part in sorted(chance.random() ** 1.3 for _ in range(22))
    ]

    def painted(painter: QPainter) -> None:
        shape = ground(line, stage.bottom)
        fill(
            painter,
            shape,
            down(
                top - unit * 5,
                stage.bottom,
                [(0, lit(colour, 0.22)), (0.4, colour), (1, mix(colour, ink("#141230"), 0.65))],
            ),
        )
        painter.save()
        painter.setClipPath(shape)
        for x, y, size in craters:
            fill(painter, ellipse(x, y, size, size * 0.3), faded(lit(colour, -0.5), 0.6))
            fill(
                painter, ellipse(x, y + size * 0.07, size * 0.9, size * 0.24), faded(lit(colour, -0.25), 0.8)
            )
            rim = ellipse(x, y + size * 0.05, size * 1.06, size * 0.33).subtracted(
                ellipse(x, y - size * 0.02, size * 1.02, size * 0.31)
            )
            fill(painter, rim, faded(lit(colour, 0.5), 0.7))
        painter.restore()

    stage.still(0.6, painted)
