"""Places off the dry land: outer space, and the sea under its surface.

Promise: each builds its scene and its heroes from far to near.
"""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from panda_desktop.demo.painting.casting import (
    GROUND,
    cast_far,
    cast_ground,
    cast_sky,
    cast_water,
    wanted,
)
from panda_desktop.demo.painting.colours import across, faded, halo, ink
from panda_desktop.demo.painting.planets import add_planet
from panda_desktop.demo.painting.shapes import outline
from panda_desktop.demo.painting.space import add_deep_sky, add_moon_ground
from panda_desktop.demo.painting.stage import Stage, fill, glow
from panda_desktop.demo.painting.underwater import add_bubbles, add_reef, add_shoal, add_water_body
from panda_desktop.demo.painting.words import Hero


def space(stage: Stage) -> None:
    """Builds outer space."""
    chance, h, w, unit = stage.chance, stage.height, stage.width, stage.unit
    stage.place(0.7)
    stage.sun = (w * 0.2, h * 0.2)
    add_deep_sky(stage)
    people = wanted(stage, GROUND)
    crowded = bool(people) or Hero.ROCKET in stage.brief.heroes
    x = chance.choice((0.28, 0.72)) if crowded else chance.choice((0.42, 0.58))
    y = 0.32 if crowded else 0.48
    ringed = chance.random() < 0.7 or "saturn" in stage.words or "土星" in stage.words
    add_planet(stage, w * x, h * y, unit * (17 if crowded else 24), 0.2, ring=ringed)
    add_planet(
        stage,
        w * (1 - x + 0.04),
        h * chance.uniform(0.14, 0.24),
        unit * chance.uniform(3.4, 6),
        0.1,
        ring=False,
    )
    cast_sky(stage, [(0.5, 0.52, 44) if not people else (0.26, 0.3, 24), (0.3, 0.4, 24)])
    if people or wanted(stage, (Hero.HOUSE, Hero.CASTLE, Hero.PAGODA, Hero.LIGHTHOUSE)):
        add_moon_ground(stage, h * 0.78)
        cast_far(stage, [(0.3, 0.8, 24), (0.7, 0.8, 20)], 0.0, 0.6)
        cast_ground(stage, [(0.5, 0.93, 44), (0.76, 0.9, 34), (0.24, 0.9, 32)])
    elif not crowded:
        _add_comet(stage)


def _add_comet(stage: Stage) -> None:
    x, y = stage.width * stage.chance.uniform(0.12, 0.3), stage.height * stage.chance.uniform(0.1, 0.24)
    unit = stage.unit

    def falling(painter: QPainter, moment: float) -> None:
        cx, cy = x + moment * unit * 6, y + moment * unit * 2.4
        tail = outline(
            [(cx + unit * 0.4, cy), (cx - unit * 26, cy - unit * 10.6), (cx - unit * 0.1, cy - unit * 0.5)]
        )
        fill(
            painter,
            tail,
            across(
                QPointF(cx, cy),
                QPointF(cx - unit * 26, cy - unit * 10.6),
                [(0, faded(ink("#ffffff"), 0.9)), (1, faded(ink("#9fd0ff"), 0))],
            ),
        )
        glow(painter, cx, cy, unit * 3, halo(cx, cy, unit * 3, ink("#dff0ff"), 1.0))

    stage.moving(0.2, falling)


def underwater(stage: Stage) -> None:
    """Builds the sea under its surface."""
    h, w, unit = stage.height, stage.width, stage.unit
    stage.place(0.3)
    middle, low = add_water_body(stage)
    add_shoal(stage, w * 0.7, h * 0.3, 16, unit * 3.4, "#9fd8e8", 0.2, 0.6)
    add_reef(stage, middle, low)
    if Hero.FISH not in stage.brief.heroes:
        add_shoal(stage, w * 0.28, h * 0.68, 7, unit * 7, "#f0a03a", 0.5, 0.1)
    cast_sky(stage, [(0.5, 0.44, 54), (0.3, 0.3, 30)], 0.45)
    cast_water(stage, [(0.5, 0.06, 20)], many=False)
    cast_ground(stage, [(0.5, 0.93, 40), (0.75, 0.92, 32)])
    add_bubbles(stage)
