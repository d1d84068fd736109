"""Wide places without houses: mountains, sea, lake, beach, desert, meadow, forest, bamboo.

Promise: each builds sky, land and heroes from far to near.
"""

import math

from PySide6.QtGui import QPainter

from panda_desktop.demo.painting.blooms import add_field, add_grass, flower_kind, paint_palm, paint_tree
from panda_desktop.demo.painting.casting import (
    GROUND,
    cast_far,
    cast_ground,
    cast_sky,
    cast_water,
    look_of,
    wanted,
)
from panda_desktop.demo.painting.colours import down, faded, ink, lit, mix
from panda_desktop.demo.painting.figure import frame
from panda_desktop.demo.painting.land import (
    add_dunes,
    add_far_range,
    add_hill,
    add_mist,
    add_peaks,
    add_trees,
)
from panda_desktop.demo.painting.plants import pine
from panda_desktop.demo.painting.shapes import Point, height_at, smooth
from panda_desktop.demo.painting.sky import add_birds, add_sky
from panda_desktop.demo.painting.stage import Stage, fill, stroke
from panda_desktop.demo.painting.water import add_water
from panda_desktop.demo.painting.words import Hero, Weather

_PINE = ("#2f5f56", "#1f4a40")


def mountain(stage: Stage) -> None:
    """Builds peaks over wooded hills."""
    h, unit = stage.height, stage.unit
    snow = Weather.SNOW in stage.brief.weathers
    near = wanted(stage, GROUND)
    stage.place(0.66)
    add_sky(stage)
    add_far_range(stage, h * 0.66, h * 0.2, 0.74)
    add_peaks(stage, h * 0.75, h * 0.48, 0.42, snow=0.9)
    cast_sky(stage, [(0.4, 0.3, 34), (0.7, 0.25, 24)])
    add_mist(stage, h * 0.72, h * 0.08, 0.3)
    line = add_hill(stage, h * 0.8, h * 0.08, "#dfe8f2" if snow else "#4f7a6a", 0.35, 0.4)
    add_trees(stage, line, unit * 9, _PINE[0], 0.34, 0.42, snow=snow)
    size = 24 if near else 38
    cast_far(
        stage,
        [(0.36, height_at(line, stage.width * 0.36) / h + 0.045, size), (0.72, 0.84, size * 0.8)],
        0.1,
        0.46,
    )
    add_mist(stage, h * 0.84, h * 0.06, 0.5, 0.35)
    line = add_hill(stage, h * 0.95, h * 0.1, "#f2f6fc" if snow else "#3d6a4c", 0.08, 0.7)
    if near:
        cast_ground(stage, [(0.5, 0.955, 40), (0.78, 0.95, 32), (0.22, 0.95, 30)])
        add_grass(stage, 1.02, 7, 0.9, "#e8eef8" if snow else "#3f7048")
    else:
        add_trees(stage, line, unit * 20, _PINE[1], 0.06, 0.8, dense=0.7, snow=snow)
    if Hero.BIRD not in stage.brief.heroes and not snow:
        add_birds(stage)


def sea(stage: Stage) -> None:
    """Builds the open sea."""
    h = stage.height
    stage.place(0.58)
    add_sky(stage)
    if Hero.LIGHTHOUSE in stage.brief.heroes or wanted(stage, GROUND):
        add_far_range(stage, stage.horizon, h * 0.07, 0.8)
    cast_sky(stage, [(0.55, 0.3, 38), (0.3, 0.2, 24)])
    add_water(stage, calm=False)
    cast_far(
        stage, [(0.68 if stage.sun[0] < stage.width / 2 else 0.32, 0.665, 44), (0.2, 0.62, 16)], 0.06, 0.35
    )
    cast_water(stage, [(0.4, 0.74, 34), (0.72, 0.64, 12), (0.2, 0.615, 7)])
    _add_breakers(stage)
    if wanted(stage, GROUND):
        _shore(stage, 0.9, "#6f8f5f")
        cast_ground(stage, [(0.5, 0.96, 38), (0.76, 0.95, 30), (0.26, 0.95, 28)])
    elif Hero.BIRD not in stage.brief.heroes:
        add_birds(stage)


def _add_breakers(stage: Stage) -> None:
    chance, unit, light = stage.chance, stage.unit, stage.light
    waves = []
    for index in range(16):
        part = (index + chance.random()) / 16
        y = stage.horizon + (stage.height * 1.05 - stage.horizon) * part**1.4
        waves.append(
            (
                chance.uniform(0, stage.width),
                y,
                unit * (4 + 32 * part),
                unit * (0.15 + 1.5 * part),
                chance.uniform(0, 6.3),
                part,
            )
        )
    foam = mix(light.bright_cloud, ink("#ffffff"), 0.3)

    def rolling(painter: QPainter, moment: float) -> None:
        for x, y, long, high, phase, part in waves:
            lift = math.sin(moment * 1.4 + phase)
            cx = x + moment * unit * 1.4 * part
            crest: list[Point] = [
                (cx - long, y),
                (cx - long * 0.45, y - high * (0.5 + 0.3 * lift)),
                (cx, y - high * (0.9 + 0.4 * lift)),
                (cx + long * 0.5, y - high * 0.45),
                (cx + long, y),
            ]
            path = smooth(
                [*crest, (cx + long * 0.3, y + high * 0.25), (cx - long * 0.3, y + high * 0.3)], closed=True
            )
            body = mix(light.near_water, light.far_water, 0.55 - 0.3 * part)
            fill(
                painter,
                path,
                down(y - high * 1.3, y + high * 0.4, [(0, faded(lit(body, 0.2), 0.85)), (1, faded(body, 0))]),
            )
            stroke(painter, smooth(crest[1:4]), faded(foam, 0.35 + 0.2 * lift), high * 0.14)

    stage.moving(0.5, rolling)


def _shore(stage: Stage, top: float, colour: str) -> None:
    add_hill(stage, stage.height * (top + 0.06), stage.height * 0.05, colour, 0.05, 0.7, 1.0)
    add_grass(stage, top + 0.06, 5, 0.72, colour, 110)


def lake(stage: Stage) -> None:
    """Builds a lake before mountains."""
    h, unit = stage.height, stage.unit
    snow = Weather.SNOW in stage.brief.weathers
    stage.place(0.58)
    add_sky(stage)
    add_far_range(stage, stage.horizon, h * 0.2, 0.72)
    add_peaks(stage, stage.horizon + 2, h * 0.34, 0.5, count=5, snow=0.8)
    add_mist(stage, stage.horizon - h * 0.02, h * 0.05, 0.3, 0.45)
    line = add_hill(stage, stage.horizon + 1, h * 0.045, "#e8eef6" if snow else "#3d6a5c", 0.35, 0.3)
    add_trees(stage, line, unit * 8, _PINE[0], 0.3, 0.3, snow=snow)
    cast_far(stage, [(0.3, 0.583, 26), (0.72, 0.58, 20)], 0.15, 0.32)
    add_water(stage)
    add_mist(stage, stage.horizon + h * 0.02, h * 0.03, 0.35, 0.35)
    cast_water(stage, [(0.44, 0.76, 30), (0.74, 0.66, 13), (0.2, 0.63, 8)])
    cast_sky(stage, [(0.4, 0.3, 32), (0.7, 0.25, 24)])
    if wanted(stage, GROUND):
        _shore(stage, 0.88, "#e8eef6" if snow else "#4f7a4c")
        cast_ground(stage, [(0.5, 0.96, 38), (0.78, 0.95, 32), (0.22, 0.95, 28)])
    else:
        line = add_hill(stage, h * 1.03, h * 0.05, "#eef3fa" if snow else "#2f5540", 0.02, 0.85)
        _frame_trees(stage, line, snow=snow)


def _frame_trees(stage: Stage, line: list[Point], *, snow: bool) -> None:
    """Adds large pines at both sides only."""
    chance, unit, light = stage.chance, stage.unit, stage.light
    trees = []
    for part in (-0.03, 0.05, 0.12, 0.9, 0.97, 1.04):
        x = stage.width * part
        tall = (
            unit
            * (58 if part in (-0.03, 1.04) else 42 if part in (0.05, 0.97) else 24)
            * chance.uniform(0.85, 1.15)
        )
        trees.append(pine(chance, x, height_at(line, x) + unit * 2, tall, snow=snow))
    own, dark, white = light.on(_PINE[1], 0.04), light.on("#0c2420", 0.02), light.on("#f4f8ff")

    def painted(painter: QPainter) -> None:
        for body, caps in trees:
            box = body.boundingRect()
            fill(painter, body, down(box.top(), box.bottom(), [(0, own), (1, dark)]))
            if snow:
                fill(painter, caps, white)

    stage.still(0.92, painted)


def beach(stage: Stage) -> None:
    """Builds a bay with sand and palms."""
    h, unit, light = stage.height, stage.unit, stage.light
    stage.place(0.5)
    add_sky(stage)
    add_far_range(stage, stage.horizon, h * 0.1, 0.6, "#4a7f6a")
    cast_far(stage, [(0.24, 0.505, 22), (0.7, 0.505, 18)], 0.2, 0.25)
    add_water(stage, calm=True, mirror=0.3)
    cast_water(stage, [(0.42, 0.6, 20), (0.7, 0.545, 9), (0.16, 0.535, 6)])
    cast_sky(stage, [(0.4, 0.26, 32), (0.7, 0.2, 24)])
    edge: list[Point] = [
        (stage.left, h * 0.8),
        (stage.width * 0.25, h * 0.76),
        (stage.width * 0.5, h * 0.79),
        (stage.width * 0.75, h * 0.72),
        (stage.right, h * 0.62),
    ]
    sand, wet = light.on("#f0d5a0", 0.05), light.on("#c99f6c", 0.05)

    def surf(painter: QPainter, moment: float) -> None:
        reach = math.sin(moment * 1.1) * unit * 1.4
        line = [(x, y + reach * (0.5 + 0.5 * math.sin(index * 1.7))) for index, (x, y) in enumerate(edge)]
        shape = smooth(line)
        shape.lineTo(stage.right, stage.bottom)
        shape.lineTo(stage.left, stage.bottom)
        shape.closeSubpath()
        fill(painter, shape.translated(0, -unit * 1.2), faded(lit(light.far_water, 0.35), 0.5))
        fill(painter, shape, down(h * 0.62, h * 1.02, [(0, wet), (0.35, sand), (1, lit(sand, -0.16))]))
        stroke(painter, smooth(line), faded(ink("#ffffff"), 0.85), unit * 0.9)
        stroke(
            painter, smooth([(x, y - unit * 2.2) for x, y in line]), faded(ink("#ffffff"), 0.4), unit * 0.4
        )

    stage.moving(0.6, surf)
    look = look_of(stage)

    def palms(painter: QPainter, moment: float) -> None:
        for x, y, size, flip in ((0.9, 0.9, 74, True), (1.0, 0.98, 62, True), (0.02, 0.94, 48, False)):
            with frame(painter, stage.width * x, h * y, unit * size, flip=flip):
                paint_palm(painter, moment, look)

    stage.moving(0.8, palms)
    cast_ground(stage, [(0.45, 0.95, 38), (0.68, 0.92, 28), (0.24, 0.93, 26)])


def desert(stage: Stage) -> None:
    """Builds dunes."""
    stage.place(0.55)
    add_sky(stage)
    add_far_range(stage, stage.horizon + 4, stage.height * 0.08, 0.6, "#8a5a50")
    cast_far(stage, [(0.7, 0.58, 20), (0.3, 0.58, 18)], 0.3, 0.25)
    add_dunes(stage)
    cast_sky(stage, [(0.42, 0.3, 36), (0.7, 0.22, 24)])
    cast_ground(stage, [(0.46, 0.93, 34), (0.7, 0.9, 28), (0.25, 0.9, 26)])


def meadow(stage: Stage) -> None:
    """Builds hills with flowers."""
    h = stage.height
    snow = Weather.SNOW in stage.brief.weathers
    kind = flower_kind(stage.words, stage.chance)
    stage.place(0.55)
    add_sky(stage)
    add_far_range(stage, h * 0.57, h * 0.14, 0.68)
    cast_sky(stage, [(0.45, 0.3, 40), (0.72, 0.25, 26)])
    line = add_hill(stage, h * 0.62, h * 0.09, "#eef3fa" if snow else "#7fae6a", 0.42, 0.3)
    add_trees(stage, line, stage.unit * 4.6, "#3f7a5a", 0.4, 0.32, dense=0.5, snow=snow)
    add_hill(stage, h * 0.7, h * 0.07, "#f4f8fd" if snow else "#6fa858", 0.2, 0.4)
    cast_far(stage, [(0.3, 0.68, 22), (0.72, 0.66, 20)], 0.1, 0.42)
    _single_trees(stage)
    add_hill(stage, h * 0.8, h * 0.06, "#fafcff" if snow else "#5f9a4c", 0.08, 0.5)
    near = wanted(stage, GROUND)
    if not snow:
        add_field(stage, h * 0.72, kind, 0.62, 210)
    cast_ground(stage, [(0.5, 0.955, 46), (0.8, 0.94, 36), (0.2, 0.94, 34)])
    if not snow:
        add_grass(stage, 1.03, 8, 0.9)
        add_field(
            stage,
            h * (1.0 if near else 0.95),
            kind,
            0.95,
            26,
            near=0.85 if near else 1.0,
            clear=22 if near else 0,
        )


def _single_trees(stage: Stage) -> None:
    chance, look = stage.chance, look_of(stage, 0.18)
    leaves = ink(
        "#f3b4c4"
        if Weather.PETALS in stage.brief.weathers
        else "#d98a3c"
        if Weather.LEAVES in stage.brief.weathers
        else "#dfe7f2"
        if Weather.SNOW in stage.brief.weathers
        else "#5a9450"
    )
    trees = [
        (x, 0.705 + chance.uniform(-0.01, 0.01), chance.uniform(14, 22), chance.randrange(999))
        for x in (0.12, 0.22, 0.84, 0.93)
    ]

    def painted(painter: QPainter) -> None:
        for x, y, size, seed in trees:
            with frame(painter, stage.width * x, stage.height * y, stage.unit * size):
                paint_tree(painter, 0.0, look, leaves, seed)

    stage.still(0.45, painted)


def background(stage: Stage) -> None:
    """Builds a calm landscape to be seen through a window."""
    h = stage.height
    snow = Weather.SNOW in stage.brief.weathers
    add_far_range(stage, h * 0.66, h * 0.18, 0.7)
    add_peaks(stage, h * 0.72, h * 0.34, 0.5, snow=0.8)
    line = add_hill(stage, h * 0.76, h * 0.08, "#eef3fa" if snow else "#6f9a6a", 0.4, 0.4)
    add_trees(stage, line, stage.unit * 7, _PINE[0], 0.36, 0.42, snow=snow)
