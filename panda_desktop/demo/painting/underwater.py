"""Under the surface of the sea: light from above, rocks, corals, weed, bubbles.

Promise: everything sways, nothing is straight.
"""

import math
from typing import Final

from PySide6.QtGui import QColor, QPainter

from panda_desktop.demo.painting.colours import around, down, faded, halo, ink, lit, mix
from panda_desktop.demo.painting.corals import paint_coral
from panda_desktop.demo.painting.figure import Look, frame
from panda_desktop.demo.painting.shapes import ellipse, ground, outline, ridge
from panda_desktop.demo.painting.stage import Stage, fill, glow
from panda_desktop.demo.painting.swimmers import paint_fish

_WATERS: Final = (
    ("#7fe6e0", "#1f8fb8", "#0a2a5c"),
    ("#8fdcf2", "#2a78c4", "#0c1f54"),
    ("#a0f0d0", "#1f9a9c", "#063a54"),
)
_CORALS: Final = ("#ff7a6b", "#ff9f5a", "#f06aa8", "#b77af0", "#ffd166", "#5fd6c0")


def add_water_body(stage: Stage) -> tuple[QColor, QColor]:
    """Adds the blue and the light that falls into it; returns its middle and its deep colour."""
    chance = stage.chance
    top, middle, low = map(ink, chance.choice(_WATERS))
    if stage.brief.tint is not None:
        middle = mix(middle, stage.brief.tint, 0.35)
    if stage.light.is_moon:
        top, middle, low = lit(top, -0.55), lit(middle, -0.6), lit(low, -0.6)
    x = stage.width * chance.uniform(0.35, 0.65)
    size = max(stage.width, stage.height)

    def painted(painter: QPainter) -> None:
        painter.fillRect(stage.whole, down(0, stage.height, [(0, top), (0.42, middle), (1, low)]))
        glow(painter, x, -size * 0.1, size * 0.8, halo(x, -size * 0.1, size * 0.8, lit(top, 0.4), 0.85))

    stage.still(0.0, painted)
    _add_rays(stage, x, lit(top, 0.35))
    return middle, low


def _add_rays(stage: Stage, x: float, colour: QColor) -> None:
    """Adds rays that fan out from the surface above `x`."""
    chance = stage.chance
    rays = [
        (
            chance.uniform(-0.8, 0.8),
            chance.uniform(0.025, 0.09),
            chance.uniform(0.3, 1),
            chance.uniform(0, 6.3),
        )
        for _ in range(10)
    ]
    y, reach = -stage.height * 0.25, stage.height * 1.2

    def shining(painter: QPainter, moment: float) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
        for angle, wide, part, phase in rays:
            turn = angle + 0.04 * math.sin(moment * 0.7 + phase)
            feet = [
                (x + math.sin(turn + side * wide) * reach, y + math.cos(turn + side * wide) * reach)
                for side in (-1, 1)
            ]
            shown = 0.3 * part * (0.7 + 0.3 * math.sin(moment * 1.2 + phase))
            stops = [(0, faded(colour, shown)), (1, faded(colour, 0))]
            fill(painter, outline([(x, y), *feet]), down(0, stage.height * 0.85, stops))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    stage.moving(0.05, shining)


def add_reef(stage: Stage, middle: QColor, low: QColor) -> None:
    """Adds rocks, corals and weed along the ground."""
    chance, unit = stage.chance, stage.unit
    for base, tall, distance, depth in ((0.86, 0.24, 0.7, 0.15), (0.94, 0.2, 0.4, 0.35)):
        line = ridge(chance, stage.left, stage.right, stage.height * base, stage.height * tall, 0.5)
        colour = mix(mix(low, ink("#0a1c3a"), 0.35), middle, distance * 0.75)

        def rocks(painter: QPainter, line: list[tuple[float, float]] = line, colour: QColor = colour) -> None:
            fill(painter, ground(line, stage.bottom), colour)

        stage.still(depth, rocks)
    corals = []
    for index in range(15):
        x = stage.left + (stage.right - stage.left) * (index + chance.uniform(0.1, 0.9)) / 15
        corals.append(
            (
                x,
                stage.height * chance.uniform(0.97, 1.04),
                unit * chance.uniform(8, 19) * (0.7 if 0.3 < x / stage.width < 0.7 else 1.0),
                ink(chance.choice(_CORALS)),
                chance.randrange(4),
                chance.uniform(0, math.tau),
            )
        )
    sand = ridge(chance, stage.left, stage.right, stage.height * 0.97, stage.height * 0.05, 0.4)

    def floor(painter: QPainter) -> None:
        fill(
            painter,
            ground(sand, stage.bottom),
            down(
                stage.height * 0.9,
                stage.height,
                [(0, mix(middle, ink("#e0c898"), 0.3)), (1, mix(low, ink("#c8a878"), 0.16))],
            ),
        )

    def living(painter: QPainter, moment: float) -> None:
        for x, y, size, colour, kind, phase in corals:
            painter.save()
            painter.translate(x, y)
            paint_coral(painter, moment + phase, size, colour, kind)
            painter.restore()

    stage.still(0.5, floor)
    stage.moving(0.62, living)


def add_bubbles(stage: Stage, count: int = 34) -> None:
    """Adds rising bubbles."""
    chance, unit = stage.chance, stage.unit
    bubbles = [
        (
            chance.uniform(0, stage.width),
            chance.uniform(0, stage.height),
            unit * (0.25 + 1.1 * chance.random() ** 3),
            chance.uniform(0, math.tau),
        )
        for _ in range(count)
    ]

    def rising(painter: QPainter, moment: float) -> None:
        for x, y, size, phase in bubbles:
            by = (y - moment * unit * (6 + size / unit * 6)) % (stage.height * 1.05)
            bx = x + math.sin(moment * 2 + phase) * size
            fill(
                painter,
                ellipse(bx, by, size),
                around(
                    bx,
                    by,
                    size,
                    [
                        (0, faded(ink("#ffffff"), 0.04)),
                        (0.8, faded(ink("#e8fbff"), 0.16)),
                        (1, faded(ink("#ffffff"), 0.55)),
                    ],
                ),
            )
            fill(painter, ellipse(bx - size * 0.35, by - size * 0.35, size * 0.2), faded(ink("#ffffff"), 0.8))

    stage.moving(0.7, rising)


def add_shoal(
    stage: Stage,
    x: float,
    y: float,
    count: int,
    size: float,
    colour: str,
    depth: float,
    distance: float = 0.3,
) -> None:
    """Adds many fish that swim together."""
    chance, unit = stage.chance, stage.unit
    look = Look(stage.light, -1, distance, fill_light=0.8)
    flip = chance.random() < 0.5
    fish = [
        (
            x + chance.gauss(0, 9) * unit,
            y + chance.gauss(0, 5) * unit,
            size * chance.uniform(0.7, 1.2),
            chance.uniform(0, math.tau),
        )
        for _ in range(count)
    ]
    own = mix(ink(colour), ink("#2a7fb0"), distance)

    def swimming(painter: QPainter, moment: float) -> None:
        for fx, fy, long, phase in fish:
            way = moment * unit * 3.4 * (-1 if flip else 1)
            with frame(painter, fx + way, fy + math.sin(moment * 1.3 + phase) * unit, long, flip=flip):
                paint_fish(painter, moment + phase, look, own)

    stage.moving(depth, swimming)
