"""Land: mountains, hills, rows of trees, dunes, mist between them.

Promise: what is farther away is paler and nearer to the colour of the air.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from panda_desktop.demo.painting.colours import across, down, faded, lit, mix
from panda_desktop.demo.painting.plants import pine
from panda_desktop.demo.painting.shapes import Point, ground, height_at, outline, ridge, smooth, swell
from panda_desktop.demo.painting.stage import Stage, fill


def add_far_range(stage: Stage, base: float, height: float, distance: float, colour: str = "#4a5f7d") -> None:
    """Adds one pale mountain line."""
    points = ridge(stage.chance, stage.left, stage.right, base, height, 0.52)
    own, foot = stage.light.on(colour, distance), stage.light.on(colour, min(distance + 0.28, 1.0))

    def painted(painter: QPainter) -> None:
        fill(painter, ground(points, stage.bottom), down(base - height, base, [(0, own), (1, foot)]))

    stage.still(0.06 + 0.2 * (1 - distance), painted)


def add_peaks(
    stage: Stage, base: float, height: float, distance: float, *, snow: float = 0.5, count: int = 4
) -> None:
    """Adds steep mountains with a lit and a shaded side and, with `snow` above 0, white tops."""
    chance, light = stage.chance, stage.light
    peaks = []
    for index in range(count):
        x = stage.left + (stage.right - stage.left) * (index + chance.uniform(0.2, 0.8)) / count
        tall = height * (1.0 if index == count // 2 else chance.uniform(0.5, 0.86))
        peaks.append((x, tall, tall * chance.uniform(0.85, 1.15)))
    peaks.sort(key=lambda peak: peak[1])
    shapes = [_peak(stage, x, base, tall, half) for x, tall, half in peaks]
    rock, foot = light.on("#5b6b86", distance), light.on("#6c7f94", min(distance + 0.3, 1))
    shade = mix(rock, light.on("#1f2a4a", distance), 0.6)
    ice, blue = light.on("#ffffff", distance * 0.6), light.on("#8fa6d0", distance * 0.7)

    def painted(painter: QPainter) -> None:
        for (whole, side, cap, cap_side), (_, tall, _) in zip(shapes, peaks, strict=True):
            fill(painter, whole, down(base - tall, base, [(0, rock), (0.55, rock), (1, foot)]))
            fill(
                painter, side, down(base - tall, base, [(0, shade), (0.5, mix(shade, foot, 0.35)), (1, foot)])
            )
            if snow > 0:
                fill(painter, cap, down(base - tall, base, [(0, mix(ice, light.glow, 0.25)), (1, ice)]))
                fill(painter, cap_side, blue)

    stage.still(0.1 + 0.25 * (1 - distance), painted)


def _peak(
    stage: Stage, x: float, base: float, tall: float, half: float
) -> tuple[QPainterPath, QPainterPath, QPainterPath, QPainterPath]:
    """Returns the outline of a peak, its shaded side, its snow and the snow in the shade."""
    chance = stage.chance
    top = base - tall
    sign = 1 if stage.sun[0] < x else -1  # the shaded side

    def edge(side: int, steps: int = 9) -> list[Point]:
        points: list[Point] = []
        for index in range(1, steps + 1):
            part = index / steps
            wide = half * part**0.92 * (1 + chance.uniform(-0.1, 0.1))
            points.append((x + side * wide, top + tall * part + chance.uniform(-0.02, 0.02) * tall))
        return points

    lit_edge, dark_edge = edge(-sign), edge(sign)
    spine: list[Point] = [(x, top)]
    sway = 0.0
    for index in range(1, 8):
        sway = (chance.uniform(0.05, 0.3) if index % 2 else chance.uniform(-0.12, 0.05)) * half * index / 7
        spine.append((x - sign * sway, top + tall * index / 7))
    whole = outline(
        [
            (x, top),
            *lit_edge,
            (x - sign * half, stage.bottom),
            (x + sign * half, stage.bottom),
            *reversed(dark_edge),
        ]
    )
    side = outline([*spine, (x, stage.bottom), (x + sign * half, stage.bottom), *reversed(dark_edge)])
    line = [
        (x + half * part, top + tall * (0.3 + chance.uniform(0, 0.16) + (0.05 if index % 2 else -0.05)))
        for index, part in enumerate([step / 9 - 1 for step in range(19)])
    ]
    snow_area = outline([(x - half * 1.2, top - tall), (x + half * 1.2, top - tall), *reversed(line)])
    return whole, side, whole.intersected(snow_area), side.intersected(snow_area)


def add_hill(
    stage: Stage, base: float, height: float, colour: str, distance: float, depth: float, waves: float = 2.0
) -> list[Point]:
    """Adds a soft hill; returns its line."""
    points = swell(stage.chance, stage.left, stage.right, base, height, waves)
    top = lit(stage.light.on(colour, distance), 0.1)
    low = stage.light.on(mix(QColor(colour), QColor("#10202c"), 0.4), distance * 0.6)
    shine = mix(top, stage.light.glow, 0.4)

    def painted(painter: QPainter) -> None:
        shape = ground(points, stage.bottom)
        fill(
            painter,
            shape,
            down(base - height, stage.bottom, [(0, top), (0.55, mix(top, low, 0.6)), (1, low)]),
        )
        x, _ = stage.sun
        reach = stage.width * 0.7
        side = across(
            QPointF(x, 0),
            QPointF(x + (reach if x < stage.width / 2 else -reach), 0),
            [(0, faded(shine, 0.45)), (1, faded(shine, 0))],
        )
        painter.save()
        painter.setClipPath(shape)
        fill(painter, ground([(px, py) for px, py in points], base + height * 0.5), side)
        painter.restore()

    stage.still(depth, painted)
    return points


def add_trees(
    stage: Stage,
    line: list[Point],
    size: float,
    colour: str,
    distance: float,
    depth: float,
    *,
    dense: float = 1.0,
    snow: bool = False,
) -> None:
    """Adds a row of pines along a line."""
    chance = stage.chance
    trees = []
    x = stage.left
    while x < stage.right:
        tall = size * chance.uniform(0.6, 1.25)
        trees.append(pine(chance, x, height_at(line, x) + size * 0.12, tall, snow=snow))
        x += size * chance.uniform(0.16, 0.42) / dense
    light = stage.light
    own, dark = light.on(colour, distance), light.on(mix(QColor(colour), QColor("#08131c"), 0.55), distance)
    white = light.on("#f4f8ff", distance * 0.5)

    def painted(painter: QPainter) -> None:
        for body, caps in trees:
            box = body.boundingRect()
            fill(painter, body, down(box.top(), box.bottom(), [(0, own), (1, dark)]))
            if snow:
                fill(painter, caps, white)

    stage.still(depth, painted)


def add_mist(stage: Stage, y: float, thick: float, depth: float, strength: float = 0.55) -> None:
    """Adds a band of mist around the height `y`."""
    colour = lit(stage.light.haze, 0.25)

    def painted(painter: QPainter) -> None:
        stops = [(0, faded(colour, 0)), (0.55, faded(colour, strength)), (1, faded(colour, 0))]
        painter.fillRect(
            QRectF(stage.left, y - thick, stage.right - stage.left, thick * 2),
            down(y - thick, y + thick, stops),
        )

    stage.still(depth, painted)


def add_dunes(stage: Stage, colour: str = "#e3a768") -> None:
    """Adds dunes with sharp crests from the horizon to the viewer."""
    light, chance = stage.light, stage.chance
    sign = 1 if stage.sun[0] < stage.width / 2 else -1  # the side in the shade
    for index in range(6):
        part = index / 5
        base = stage.horizon + (stage.height * 1.02 - stage.horizon) * part**1.3
        tall = stage.height * (0.035 + 0.2 * part)
        distance = 0.66 * (1 - part) ** 1.2
        bright, dark = light.on(colour, distance), light.on("#6e4550", distance)
        floor = swell(chance, stage.left, stage.right, base, tall * 0.35, 1.6)
        crests = [
            (stage.width * (place + chance.uniform(-0.09, 0.09)), tall * chance.uniform(0.55, 1.0))
            for place in ((0.2, 0.72) if index % 2 else (0.0, 0.48, 0.98))
        ]
        crests.sort(key=lambda crest: crest[1])
        shapes = [_dune(stage, x, base + tall * 0.12, high, sign) for x, high in crests]
        stage.still(0.15 + 0.7 * part, _dunes(stage, shapes, floor, (base, tall), (bright, dark)))


def _dune(stage: Stage, x: float, foot: float, high: float, sign: int) -> tuple[QPainterPath, QPainterPath]:
    """Returns one dune and its shaded side, which a crest in the form of an S divides from the rest."""
    wide, top = high * 3.1, foot - high
    whole = smooth(
        [
            (x - sign * wide * 1.5, foot),
            (x - sign * wide, foot - high * 0.16),
            (x - sign * wide * 0.45, foot - high * 0.56),
            (x, top),
            (x + sign * wide * 0.34, foot - high * 0.6),
            (x + sign * wide * 0.8, foot - high * 0.14),
            (x + sign * wide * 1.2, foot),
        ]
    )
    for path_end in ((x + sign * wide * 1.3, stage.bottom), (x - sign * wide * 1.6, stage.bottom)):
        whole.lineTo(QPointF(*path_end))
    whole.closeSubpath()
    shade = smooth(
        [
            (x, top),
            (x + sign * wide * 0.34, foot - high * 0.6),
            (x + sign * wide * 0.8, foot - high * 0.14),
            (x + sign * wide * 1.2, foot),
        ]
    )
    crest = smooth(
        [
            (x + sign * wide * 1.1, foot + high * 0.3),
            (x + sign * wide * 0.34, foot + high * 0.22),
            (x - sign * wide * 0.06, foot - high * 0.1),
            (x + sign * wide * 0.13, foot - high * 0.42),
            (x + sign * wide * 0.02, foot - high * 0.76),
            (x, top),
        ]
    )
    shade.connectPath(crest)
    shade.closeSubpath()
    return whole, shade


def _dunes(
    stage: Stage,
    shapes: list[tuple[QPainterPath, QPainterPath]],
    floor: list[Point],
    place: tuple[float, float],
    colours: tuple[QColor, QColor],
) -> Callable[[QPainter], None]:
    base, tall = place
    bright, dark = colours
    glowing = mix(lit(bright, 0.16), stage.light.glow, 0.25)

    def painted(painter: QPainter) -> None:
        body = down(
            base - tall, base + tall * 1.2, [(0, glowing), (0.45, bright), (1, mix(bright, dark, 0.35))]
        )
        fill(painter, ground(floor, stage.bottom), body)
        for whole, shade in shapes:
            fill(painter, whole, body)
            fill(
                painter,
                shade,
                down(
                    base - tall,
                    base + tall * 0.35,
                    [(0, dark), (0.5, mix(dark, bright, 0.3)), (1, faded(mix(dark, bright, 0.6), 0.0))],
                ),
            )

    return painted
