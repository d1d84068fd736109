"""Places people have built: city and harbour.

Promise: each builds its scene and its heroes from far to near.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from panda_desktop.demo.painting import skyline
from panda_desktop.demo.painting.casting import (
    GROUND,
    cast_far,
    cast_ground,
    cast_sky,
    cast_water,
    look_of,
    wanted,
)
from panda_desktop.demo.painting.colours import across, down, faded, lit, mix
from panda_desktop.demo.painting.figure import body
from panda_desktop.demo.painting.land import add_far_range, add_hill, add_mist, add_trees
from panda_desktop.demo.painting.quay import add_quay
from panda_desktop.demo.painting.shapes import rounded, smooth
from panda_desktop.demo.painting.sky import add_birds, add_sky
from panda_desktop.demo.painting.stage import Stage, fill, stroke
from panda_desktop.demo.painting.traffic import add_air_traffic, add_boulevard
from panda_desktop.demo.painting.water import add_water
from panda_desktop.demo.painting.words import Hero


def is_future(stage: Stage) -> bool:
    """Tells whether a city is one of the future."""
    return stage.brief.neon


def city(stage: Stage) -> None:
    """Builds a skyline by the water, or over a boulevard when somebody stands in it."""
    h, unit = stage.height, stage.unit
    future = is_future(stage)
    lamps = 0.95 if future else max(stage.light.lamps, 0.0)
    people = wanted(stage, GROUND)
    stage.place(0.74, stage.chance.choice((0.4, 0.46, 0.56, 0.62)))
    x, y = stage.sun
    stage.sun = (x, min(y, h * 0.5) if not stage.light.is_moon else h * 0.18)
    add_sky(stage)
    skyline.add_row(stage, h * 0.75, h * 0.42, unit * 5, 0.76, 0.12, future=future, lamps=lamps * 0.7)
    skyline.add_city_glow(stage, h * 0.75)
    skyline.add_row(stage, h * 0.755, h * 0.5, unit * 7, 0.5, 0.2, future=future, lamps=lamps * 0.85)
    add_mist(stage, h * 0.74, h * 0.06, 0.25, 0.4)
    cast_sky(stage, [(0.42, 0.26, 30), (0.72, 0.22, 22)])
    skyline.add_row(stage, h * 0.765, h * 0.62, unit * 12, 0.2, 0.36, future=future, gap=0.24, lamps=lamps)
    cast_far(stage, [(0.5, 0.77, 22), (0.3, 0.77, 18)], 0.1, 0.36)
    stage.horizon = h * 0.765
    if people:
        add_boulevard(stage, h * 0.765)
    else:
        add_water(stage, mirror=0.55)
        cast_water(stage, [(0.4, 0.88, 22), (0.7, 0.82, 12), (0.2, 0.81, 8)])
    if future:
        add_air_traffic(stage)
    elif stage.light.lamps < 0.3:
        add_birds(stage, 6)
    if people:
        cast_ground(stage, [(0.5, 0.97, 42), (0.74, 0.95, 34), (0.28, 0.95, 32)])


def harbour(stage: Stage) -> None:
    """Builds a small harbour: houses along the quay, boats, a mole with a lighthouse."""
    h, unit = stage.height, stage.unit
    stage.place(0.56)
    add_sky(stage)
    add_far_range(stage, stage.horizon, h * 0.16, 0.72)
    line = add_hill(stage, stage.horizon + 1, h * 0.12, "#5f8a6c", 0.5, 0.2)
    add_trees(stage, line, unit * 3.6, "#3f6f5a", 0.48, 0.22, dense=0.6)
    cast_sky(stage, [(0.45, 0.26, 32), (0.72, 0.2, 22)])
    add_quay(stage)
    add_water(stage, mirror=0.5)
    lighthouse_x = 0.82 if stage.sun[0] < stage.width / 2 else 0.16
    _add_mole(stage, lighthouse_x)
    boats = [(0.4, 0.76, 36.0), (0.66, 0.66, 17), (0.22, 0.63, 12), (0.84, 0.72, 22), (0.54, 0.6, 7)]
    cast_water(stage, boats, always=True)
    cast_far(stage, [(lighthouse_x, 0.585, 34), (0.3, 0.57, 18)], 0.12, 0.3)
    _add_jetty(stage)
    cast_ground(stage, [(0.3, 0.945, 34), (0.72, 0.94, 28)])
    if Hero.BIRD not in stage.brief.heroes:
        add_birds(stage, 6)


def _add_mole(stage: Stage, x: float) -> None:
    unit = stage.unit
    look = look_of(stage, 0.25)
    side = 1 if x > 0.5 else -1
    y = stage.horizon + unit * 2.4
    centre = stage.width * x

    def painted(painter: QPainter) -> None:
        end = stage.right if side > 0 else stage.left
        stones = smooth(
            [
                (centre - side * unit * 12, y + unit * 1.2),
                (centre - side * unit * 8, y - unit * 0.8),
                (centre, y - unit * 1.4),
                (end, y - unit * 1.6),
                (end, y + unit * 2),
                (centre, y + unit * 1.8),
            ],
            closed=True,
        )
        body(painter, stones, look, "#77706c", rim=0)

    stage.still(0.28, painted)


def _add_jetty(stage: Stage) -> None:
    """Adds planks at the lower edge."""
    unit, light = stage.unit, stage.light
    wood = light.on("#8a6a50")
    top = stage.height * 0.93

    def painted(painter: QPainter) -> None:
        for part in (0.04, 0.27, 0.55, 0.83, 0.99):
            x = stage.width * part
            post = rounded(x - unit * 1.2, top - unit * 5, unit * 2.4, unit * 16, unit * 0.8)
            fill(
                painter,
                post,
                across(
                    QPointF(x - unit, 0), QPointF(x + unit, 0), [(0, lit(wood, 0.1)), (1, lit(wood, -0.5))]
                ),
            )
            fill(
                painter,
                rounded(x - unit * 1.4, top - unit * 5.6, unit * 2.8, unit * 1.2, unit * 0.5),
                lit(wood, -0.2),
            )
        painter.fillRect(
            QRectF(stage.left, top, stage.right - stage.left, stage.bottom - top),
            down(top, stage.height, [(0, mix(wood, light.glow, 0.25)), (0.3, wood), (1, lit(wood, -0.4))]),
        )
        for index in range(26):
            x = stage.left + (stage.right - stage.left) * index / 25
            lean = (x - stage.width / 2) * 0.18
            stroke(
                painter,
                smooth([(x, top), (x + lean, stage.bottom)]),
                faded(lit(wood, -0.6), 0.55),
                unit * 0.16,
            )

    stage.still(0.9, painted)
