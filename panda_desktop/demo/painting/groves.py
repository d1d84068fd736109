"""Forests and bamboo: trunks, canes, leaves and shafts of light.

Promise: rows of them, paler towards the back.
"""

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, Qt

from panda_desktop.demo.painting.colours import across, down, faded, halo, ink, lit, mix
from panda_desktop.demo.painting.plants import crown, leaf, trunk
from panda_desktop.demo.painting.shapes import outline, smooth, taper
from panda_desktop.demo.painting.stage import Stage, fill, glow, stroke


def add_shafts(stage: Stage, strength: float = 0.3, count: int = 7) -> None:
    """Adds rays that fall from the sun through leaves."""
    chance, light = stage.chance, stage.light
    x, y = stage.sun
    y = min(y, stage.height * 0.1)
    rays = [
        (
            chance.uniform(-0.75, 0.75),
            chance.uniform(0.03, 0.1),
            chance.uniform(0.4, 1.0),
            chance.uniform(0, math.tau),
        )
        for _ in range(count)
    ]
    reach = stage.height * 1.15

    def shining(painter: QPainter, moment: float) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
        for angle, wide, part, phase in rays:
            turn = angle + 0.015 * math.sin(moment * 0.8 + phase)
            ray = outline(
                [
                    (x, y - stage.height * 0.1),
                    (x + math.sin(turn - wide) * reach, y + math.cos(turn - wide) * reach),
                    (x + math.sin(turn + wide) * reach, y + math.cos(turn + wide) * reach),
                ]
            )
            shown = strength * part * (0.75 + 0.25 * math.sin(moment * 1.1 + phase))
            end = QPointF(x + math.sin(turn) * reach, y + math.cos(turn) * reach)
            fill(
                painter,
                ray,
                across(
                    QPointF(x, y),
                    end,
                    [
                        (0, faded(light.glow, shown)),
                        (0.65, faded(light.glow, shown * 0.35)),
                        (1, faded(light.glow, 0)),
                    ],
                ),
            )
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    stage.moving(0.2, shining)


def add_canes(
    stage: Stage,
    distance: float,
    depth: float,
    count: int,
    thick: float,
    *,
    clear: tuple[float, float] | None = None,
) -> None:
    """Adds bamboo canes from top to bottom; none of them between the two x of `clear`."""
    chance = stage.chance
    canes = []
    for index in range(count):
        x = stage.left + (stage.right - stage.left) * (index + chance.uniform(0.1, 0.9)) / count
        if clear is None or not clear[0] < x < clear[1]:
            canes.append(
                (x, thick * chance.uniform(0.7, 1.25), chance.uniform(-0.03, 0.03), chance.uniform(0, 1))
            )
    base = stage.light.on(chance.choice(("#6fa04a", "#5f9a52", "#7fa845")), distance)
    bright, dark = (
        mix(lit(base, 0.3), stage.light.glow, 0.2),
        mix(base, stage.light.on("#123226", distance), 0.6),
    )
    sprays = [
        (
            x + chance.uniform(-6, 6) * stage.unit,
            stage.height * chance.uniform(-0.02, 0.5),
            chance.uniform(0.8, 1.4),
        )
        for x, *_ in canes
        for _ in range(3)
    ]

    def painted(painter: QPainter) -> None:
        for x, wide, lean, offset in canes:
            _cane(painter, stage, (x, wide, lean, offset), (bright, base, dark))
        for x, y, size in sprays:
            _spray(painter, x, y, thick * 4.4 * size, (base, bright, dark))

    stage.still(depth, painted)


def _cane(
    painter: QPainter,
    stage: Stage,
    cane: tuple[float, float, float, float],
    colours: tuple[QColor, QColor, QColor],
) -> None:
    x, wide, lean, offset = cane
    bright, base, dark = colours
    sun_left = stage.sun[0] < x
    painter.save()
    painter.translate(x, stage.height)
    painter.rotate(math.degrees(lean))
    long = wide * 5.2
    y = stage.height * 0.12 - offset * long
    while y > -stage.height * 1.25:
        stops = [(0, bright), (0.35, base), (1, dark)] if sun_left else [(0, dark), (0.65, base), (1, bright)]
        side = across(QPointF(-wide / 2, 0), QPointF(wide / 2, 0), stops)
        piece = smooth(
            [
                (-wide * 0.5, y - long),
                (-wide * 0.45, y - long / 2),
                (-wide * 0.5, y),
                (wide * 0.5, y),
                (wide * 0.45, y - long / 2),
                (wide * 0.5, y - long),
            ],
            closed=False,
        )
        piece.closeSubpath()
        fill(painter, piece, side)
        stroke(
            painter,
            smooth([(-wide * 0.52, y), (0, y + wide * 0.1), (wide * 0.52, y)]),
            faded(dark, 0.9),
            wide * 0.1,
        )
        stroke(
            painter,
            smooth([(-wide * 0.45, y + wide * 0.14), (wide * 0.45, y + wide * 0.14)]),
            faded(bright, 0.5),
            wide * 0.06,
        )
        y -= long
    painter.restore()


def _spray(
    painter: QPainter, x: float, y: float, size: float, colours: tuple[QColor, QColor, QColor]
) -> None:
    base, bright, dark = colours
    for index, angle in enumerate((0.5, 0.95, 1.35, 1.8, 2.25, 2.7)):
        own = (base, bright, dark)[index % 3]
        fill(painter, leaf(x, y, size * (0.8 + 0.1 * (index % 3)), size * 0.2, angle), faded(own, 0.92))


def add_trunks(
    stage: Stage, distance: float, depth: float, count: int, thick: float, colour: str = "#4f3d36"
) -> None:
    """Adds tall trunks from top to bottom with a few branches."""
    chance = stage.chance
    own = stage.light.on(colour, distance)
    dark, bright = mix(own, stage.light.on("#140f1c", distance), 0.6), mix(own, stage.light.glow, 0.4)
    foot = stage.horizon + (stage.height * 1.02 - stage.horizon) * (1 - distance) ** 1.3
    stems = []
    for index in range(count):
        x = stage.left + (stage.right - stage.left) * (index + chance.uniform(0.1, 0.9)) / count
        if distance < 0.2 and abs(x - stage.width / 2) < stage.width * 0.2:
            continue
        wide = thick * chance.uniform(0.65, 1.3)
        low = foot + chance.uniform(-0.01, 0.02) * stage.height
        stem = trunk(chance, x, low, stage.height * 1.3, wide, chance.uniform(-0.04, 0.04))
        branches = []
        for _ in range(3):
            y, side = stage.height * chance.uniform(0.02, 0.5), chance.choice((-1, 1))
            long = wide * chance.uniform(2, 4)
            branches.append(
                taper(
                    [(x, y), (x + side * long * 0.5, y - long * 0.25), (x + side * long, y - long * 0.6)],
                    [wide * 0.3, wide * 0.18, wide * 0.05],
                )
            )
        stems.append((x, wide, stem, branches))

    def painted(painter: QPainter) -> None:
        for x, wide, stem, branches in stems:
            left_lit = stage.sun[0] < x
            stops = [(0, bright if left_lit else dark), (0.5, own), (1, dark if left_lit else bright)]
            for branch in branches:
                fill(painter, branch, own)
            fill(painter, stem, across(QPointF(x - wide * 0.6, 0), QPointF(x + wide * 0.6, 0), stops))

    stage.still(depth, painted)


def add_canopy(stage: Stage, distance: float, depth: float, low: float, colours: tuple[str, ...]) -> None:
    """Adds a roof of leaves along the upper edge, down to `low` (a part of the height)."""
    chance = stage.chance
    heaps = []
    size = stage.unit * 15
    x = stage.left
    while x < stage.right:
        y = stage.height * low * chance.uniform(-0.2, 1.0)
        heaps.append(
            (
                crown(chance, x, y, size * chance.uniform(0.6, 1.2)),
                stage.light.on(chance.choice(colours), distance),
                y,
            )
        )
        x += size * 0.5

    def painted(painter: QPainter) -> None:
        for path, colour, y in heaps:
            fill(
                painter,
                path,
                down(
                    y - size,
                    y + size,
                    [
                        (0, mix(colour, stage.light.glow, 0.2)),
                        (1, mix(colour, stage.light.on("#0c1a1c", distance), 0.5)),
                    ],
                ),
            )

    stage.still(depth, painted)


def add_ferns(stage: Stage, depth: float, colour: str = "#3f7a4a") -> None:
    """Adds ferns and grass along the lower edge."""
    chance, unit = stage.chance, stage.unit
    own = stage.light.on(colour)
    blades: list[tuple[QPainterPath, QColor]] = []
    for _ in range(80):
        x, y = chance.uniform(stage.left, stage.right), stage.height * chance.uniform(0.97, 1.07)
        if abs(x - stage.width / 2) < stage.width * 0.16 and y < stage.height * 1.03:
            continue
        for step in range(5):
            angle = -math.pi / 2 + (step - 2) * 0.36 + chance.uniform(-0.12, 0.12)
            shade = mix(own, stage.light.on("#0a1f1c"), chance.uniform(0.05, 0.65))
            blades.append((leaf(x, y, unit * chance.uniform(6, 13), unit * 1.3, angle), shade))

    def painted(painter: QPainter) -> None:
        for blade, shade in blades:
            fill(painter, blade, shade)

    stage.still(depth, painted)


def add_clearing_light(stage: Stage, y: float) -> None:
    """Adds the glow of an opening behind the trees."""
    light = stage.light
    x = stage.width * 0.5 + (stage.sun[0] - stage.width * 0.5) * 0.3
    size = max(stage.width, stage.height) * 0.6

    def painted(painter: QPainter) -> None:
        painter.fillRect(
            stage.whole,
            down(
                0,
                stage.height,
                [
                    (0, mix(light.haze, ink("#12302a"), 0.25)),
                    (0.6, lit(light.haze, 0.3)),
                    (1, mix(light.haze, ink("#1c4030"), 0.4)),
                ],
            ),
        )
        glow(painter, x, y, size, halo(x, y, size, lit(light.glow, 0.3), 0.95))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    stage.still(0.02, painted)
