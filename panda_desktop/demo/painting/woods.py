"""Places among trees: forest, bamboo grove, garden.

Promise: the middle stays free for those the prompt names.
"""

from panda_desktop.demo.painting import groves
from panda_desktop.demo.painting.blooms import add_field, add_grass, flower_kind
from panda_desktop.demo.painting.casting import (
    GROUND,
    cast_far,
    cast_ground,
    cast_sky,
    cast_water,
    wanted,
)
from panda_desktop.demo.painting.land import (
    add_far_range,
    add_hill,
    add_trees,
)
from panda_desktop.demo.painting.sky import add_sky
from panda_desktop.demo.painting.stage import Stage
from panda_desktop.demo.painting.water import add_water
from panda_desktop.demo.painting.words import Hero, Weather


def forest(stage: Stage) -> None:
    """Builds a wood with a clearing."""
    autumn = Weather.LEAVES in stage.brief.weathers
    leaves = ("#d9822e", "#c9532c", "#e0a83a") if autumn else ("#4f8f4a", "#3f7f52", "#6fa04a")
    stage.place(0.72, 0.5 + stage.chance.uniform(-0.2, 0.2))
    groves.add_clearing_light(stage, stage.height * 0.5)
    for distance, depth, count, thick in ((0.78, 0.12, 22, 1.8), (0.55, 0.22, 16, 2.8)):
        groves.add_trunks(stage, distance, depth, count, stage.unit * thick)
        groves.add_canopy(stage, distance, depth, 0.2 + 0.1 * distance, leaves)
    cast_far(stage, [(0.5, 0.8, 30), (0.74, 0.79, 20)], 0.25, 0.3)
    groves.add_shafts(stage)
    floor = ("#a87a4a", "#8f5f3c") if autumn else ("#5f8f54", "#3f6f48")
    add_hill(stage, stage.height * 0.82, stage.height * 0.05, floor[0], 0.3, 0.4)
    groves.add_trunks(stage, 0.3, 0.4, 9, stage.unit * 4.4)
    add_hill(stage, stage.height * 0.93, stage.height * 0.06, floor[1], 0.1, 0.6)
    groves.add_canopy(stage, 0.2, 0.6, 0.1, leaves)
    cast_sky(stage, [(0.5, 0.3, 30)])
    cast_ground(stage, [(0.5, 0.96, 44), (0.78, 0.94, 34), (0.22, 0.94, 32)])
    groves.add_trunks(stage, 0.02, 0.85, 6, stage.unit * 9, "#3a2c2c")
    groves.add_ferns(stage, 0.92, "#8f6f3a" if autumn else "#3f7a4a")


def bamboo(stage: Stage) -> None:
    """Builds a bamboo grove."""
    snow = Weather.SNOW in stage.brief.weathers
    stage.place(0.7, 0.5 + stage.chance.uniform(-0.2, 0.2))
    groves.add_clearing_light(stage, stage.height * 0.45)
    groves.add_canes(stage, 0.8, 0.12, 30, stage.unit * 1.6)
    groves.add_canes(stage, 0.55, 0.22, 20, stage.unit * 2.6)
    groves.add_shafts(stage, 0.34)
    cast_far(stage, [(0.5, 0.82, 34), (0.74, 0.81, 22)], 0.25, 0.3)
    add_hill(stage, stage.height * 0.86, stage.height * 0.05, "#eef4f8" if snow else "#6f9a54", 0.25, 0.4)
    groves.add_canes(stage, 0.28, 0.45, 11, stage.unit * 3.8, clear=(stage.width * 0.32, stage.width * 0.68))
    add_hill(stage, stage.height * 0.95, stage.height * 0.05, "#f8fbff" if snow else "#4f8048", 0.06, 0.65)
    cast_sky(stage, [(0.5, 0.3, 30)])
    cast_ground(stage, [(0.5, 0.955, 56), (0.8, 0.94, 42), (0.2, 0.94, 40)])
    groves.add_canes(stage, 0.02, 0.9, 7, stage.unit * 5.6, clear=(stage.width * 0.17, stage.width * 0.83))
    if not snow:
        groves.add_ferns(stage, 0.95)


def garden(stage: Stage) -> None:
    """Builds a park: a pond, a tree in bloom, maybe a pagoda."""
    h, unit = stage.height, stage.unit
    stage.place(0.56)
    add_sky(stage)
    add_far_range(stage, stage.horizon, h * 0.14, 0.7)
    line = add_hill(stage, stage.horizon + 2, h * 0.09, "#6f9f68", 0.42, 0.25)
    add_trees(stage, line, unit * 5, "#4a7f5c", 0.4, 0.27, dense=0.7)
    cast_far(stage, [(0.26, 0.575, 34), (0.5, 0.57, 24)], 0.15, 0.3)
    add_water(stage)
    cast_water(stage, [(0.44, 0.7, 20), (0.7, 0.64, 10)])
    cast_sky(stage, [(0.4, 0.3, 30), (0.7, 0.24, 22)])
    add_hill(stage, h * 0.9, h * 0.08, "#5f9a52", 0.05, 0.65, 1.2)
    add_field(stage, h * 0.84, flower_kind(stage.words, stage.chance), 0.7, 90)
    heroes = wanted(stage, GROUND)
    tree_first = heroes[:1] == [Hero.TREE]
    cast_ground(
        stage,
        [(0.76, 0.9, 50), (0.36, 0.95, 34), (0.16, 0.95, 30)]
        if tree_first
        else [(0.48, 0.955, 42), (0.76, 0.94, 36), (0.22, 0.94, 32)],
    )
    add_grass(stage, 1.03, 8, 0.9)
