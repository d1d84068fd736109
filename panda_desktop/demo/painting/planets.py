"""Planets with bands, a shadow and maybe a ring.

Promise: lit from one side, and their bands drift with the time.
"""

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from panda_desktop.demo.painting.colours import across, around, faded, halo, ink, mix
from panda_desktop.demo.painting.shapes import ellipse
from panda_desktop.demo.painting.stage import Stage, fill, glow

_COLOURS: Final = (
    ("#f2c38a", "#c97a4e", "#fbe6c2"),
    ("#8fd0e8", "#3f6fb8", "#e6f6fb"),
    ("#e88fb0", "#8a4fb0", "#ffd9d0"),
    ("#e8734a", "#8f2f34", "#f9c08a"),
)


@dataclass(frozen=True, slots=True)
class Planet:
    """One planet.

    Attributes:
        colours: of the body, of its dark and of its bright bands.
        bands: start and thickness, from -1 at the north pole to 1, and colour.
        tilt: in degrees.
        side: -1 lit from the left, 1 from the right.
        ring: it has one.
    """

    colours: tuple[QColor, QColor, QColor]
    bands: tuple[tuple[float, float, QColor], ...]
    tilt: float
    side: int
    ring: bool


def add_planet(stage: Stage, x: float, y: float, radius: float, depth: float, *, ring: bool) -> None:
    """Adds a planet lit from one side."""
    planet = _choose(stage, ring=ring)

    def painted(painter: QPainter, moment: float) -> None:
        painter.save()
        painter.translate(x, y)
        glow(painter, 0, 0, radius * 1.7, halo(0, 0, radius * 1.7, planet.colours[0], 0.4))
        painter.rotate(planet.tilt)
        _, dark, bright = planet.colours
        if planet.ring:
            _ring(painter, radius, bright, dark, front=False)
        _ball(painter, moment, planet, radius)
        if planet.ring:
            _ring(painter, radius, bright, dark, front=True)
        painter.restore()

    stage.moving(depth, painted)


def _choose(stage: Stage, *, ring: bool) -> Planet:
    chance = stage.chance
    first, second, third = map(ink, chance.choice(_COLOURS))
    bands = []
    at = -1.0
    while at < 1:
        thick = chance.uniform(0.06, 0.24)
        bands.append((at, thick, mix(chance.choice((first, second, third)), first, chance.uniform(0, 0.5))))
        at += thick
    tilt, side = chance.uniform(-24, 24), chance.choice((-1, 1))
    return Planet((first, second, third), tuple(bands), tilt, side, ring)


def _ball(painter: QPainter, moment: float, planet: Planet, radius: float) -> None:
    disc = ellipse(0, 0, radius)
    painter.save()
    painter.setClipPath(disc, Qt.ClipOperation.IntersectClip)
    fill(painter, disc, planet.colours[0])
    for start, thick, colour in planet.bands:
        path = QPainterPath(QPointF(-radius * 1.1, start * radius))
        wave = math.sin(start * 9 + moment * 0.3) * radius * 0.05
        path.quadTo(0, (start + 0.12) * radius + wave, radius * 1.1, start * radius)
        path.lineTo(radius * 1.1, (start + thick) * radius)
        path.quadTo(0, (start + thick + 0.12) * radius - wave, -radius * 1.1, (start + thick) * radius)
        fill(painter, path, faded(colour, 0.8))
    dark = ink("#050618")
    stops = [(at, faded(dark, shade)) for at, shade in ((0, 0.0), (0.42, 0.1), (0.72, 0.72), (1, 0.95))]
    fill(painter, disc, around(planet.side * radius * 0.5, -radius * 0.35, radius * 1.7, stops))
    painter.restore()


def _ring(painter: QPainter, radius: float, bright: QColor, dark: QColor, *, front: bool) -> None:
    painter.save()
    half = QRectF(-radius * 3, 0 if front else -radius * 3, radius * 6, radius * 3)
    painter.setClipRect(half, Qt.ClipOperation.IntersectClip)
    for inner, outer, colour, strength in (
        (1.32, 1.62, bright, 0.75),
        (1.66, 1.9, dark, 0.7),
        (1.93, 2.14, bright, 0.5),
    ):
        band = ellipse(0, 0, radius * outer, radius * outer * 0.3)
        band = band.subtracted(ellipse(0, 0, radius * inner, radius * inner * 0.3))
        fill(
            painter,
            band,
            across(
                QPointF(-radius * 2, 0),
                QPointF(radius * 2, 0),
                [(0, faded(colour, strength)), (1, faded(mix(colour, ink("#0a0a20"), 0.6), strength))],
            ),
        )
    painter.restore()
