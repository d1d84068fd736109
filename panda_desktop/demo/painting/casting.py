"""Puts the heroes of a brief on the stage: on the ground, far away, on the water, in the air.

Promise: a place asks for those it has room for, and each is put on the stage once.
"""

import math
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtGui import QPainter

from panda_desktop.demo.painting.afloat import KINDS, add_boat, choose_boat
from panda_desktop.demo.painting.blooms import paint_tree
from panda_desktop.demo.painting.buildings import (
    paint_bridge,
    paint_castle,
    paint_house,
    paint_lighthouse,
    paint_pagoda,
    roof_colour,
)
from panda_desktop.demo.painting.colours import ink
from panda_desktop.demo.painting.figure import Look, frame
from panda_desktop.demo.painting.flying import (
    choose_balloon,
    paint_balloon,
    paint_crane,
    paint_rocket,
)
from panda_desktop.demo.painting.interior import paint_cup
from panda_desktop.demo.painting.panda import paint_panda
from panda_desktop.demo.painting.people import paint_astronaut, paint_wanderer
from panda_desktop.demo.painting.pets import choose_pet, paint_pet
from panda_desktop.demo.painting.robot import choose_robot, paint_robot
from panda_desktop.demo.painting.sky import add_birds
from panda_desktop.demo.painting.stage import Stage
from panda_desktop.demo.painting.swarms import add_swarm
from panda_desktop.demo.painting.swimmers import paint_whale
from panda_desktop.demo.painting.words import Hero, Weather

# x and y as parts of the picture, size in units for 100 units of the hero
Spot = tuple[float, float, float]
Painted = Callable[[QPainter, float], None]

GROUND: Final = (
    Hero.CAT, Hero.DOG, Hero.FOX, Hero.RABBIT, Hero.PANDA,
    Hero.ROBOT, Hero.PERSON, Hero.ASTRONAUT, Hero.CUP, Hero.TREE,
)  # fmt: skip
FAR: Final = (Hero.LIGHTHOUSE, Hero.HOUSE, Hero.CASTLE, Hero.PAGODA)
SKY: Final = (
    Hero.BALLOON,
    Hero.ROCKET,
    Hero.LANTERN,
    Hero.BUTTERFLY,
    Hero.BIRD,
    Hero.WHALE,
    Hero.FISH,
    Hero.JELLYFISH,
)


def look_of(stage: Stage, distance: float = 0.0) -> Look:
    """Returns how heroes are seen on this stage."""
    glare = 0.35 if stage.light.elevation > 0.5 and not stage.light.is_moon else 0.8
    return Look(stage.light, -1 if stage.sun[0] < stage.width / 2 else 1, distance, glare)


def wanted(stage: Stage, group: Sequence[Hero]) -> list[Hero]:
    """Returns the heroes of a group that the brief names."""
    return [hero for hero in stage.brief.heroes if hero in group]


def _flip(stage: Stage, hero: Hero) -> bool:
    return hero not in (Hero.PANDA, Hero.CUP) and stage.chance.random() < 0.5


def cast_ground(stage: Stage, spots: Sequence[Spot], depth: float = 0.75, also: Sequence[Hero] = ()) -> None:
    """Adds who stands or sits, in front; `also` those the prompt does not name."""
    heroes = wanted(stage, GROUND)
    heroes += [hero for hero in also if hero not in heroes]
    for hero, (x, y, size) in zip(heroes, spots, strict=False):
        flip = _flip(stage, hero)
        painted = _ground_hero(stage, hero)
        scale = size * {Hero.PERSON: 0.8, Hero.TREE: 1.5, Hero.CUP: 0.6, Hero.RABBIT: 0.82}.get(hero, 1.0)

        def paint(
            painter: QPainter,
            moment: float,
            painted: Painted = painted,
            x: float = x,
            y: float = y,
            scale: float = scale,
            flip: bool = flip,
        ) -> None:
            with frame(painter, stage.width * x, stage.height * y, stage.unit * scale, flip=flip):
                painted(painter, moment)

        stage.moving(depth, paint)


def _ground_hero(stage: Stage, hero: Hero) -> Painted:
    brief, chance, look = stage.brief, stage.chance, look_of(stage)
    coat = brief.coat(hero)
    if hero in (Hero.CAT, Hero.DOG, Hero.FOX, Hero.RABBIT):
        pet = choose_pet(hero, chance, coat)
        return lambda painter, moment: paint_pet(painter, moment, pet, look)
    if hero is Hero.PANDA:
        return lambda painter, moment: paint_panda(painter, moment, look)
    if hero is Hero.ROBOT:
        robot = choose_robot(chance, coat)
        return lambda painter, moment: paint_robot(painter, moment, robot, look)
    if hero is Hero.ASTRONAUT:
        trim = coat or ink(chance.choice(("#e8734a", "#3f78c9", "#d8433b")))
        return lambda painter, moment: paint_astronaut(painter, moment, look, trim)
    if hero is Hero.CUP:
        glaze = coat or ink(chance.choice(("#f3ece0", "#c8553f", "#3f6f8c", "#e0b04a")))
        return lambda painter, moment: paint_cup(painter, moment, look, glaze)
    if hero is Hero.TREE:
        bloom = (
            "#f6b3c6"
            if Weather.PETALS in brief.weathers
            else "#d9752e"
            if Weather.LEAVES in brief.weathers
            else "#5f9a4f"
        )
        leaves, seed = coat or ink(bloom), chance.randrange(1000)
        return lambda painter, moment: paint_tree(painter, moment, look, leaves, seed)
    cloth = coat or ink(chance.choice(("#c9573f", "#3f5f7c", "#d9a23f", "#5f7f5a")))
    return lambda painter, moment: paint_wanderer(painter, moment, look, cloth)


def cast_far(stage: Stage, spots: Sequence[Spot], distance: float = 0.25, depth: float = 0.3) -> None:
    """Adds buildings in the distance."""
    look = look_of(stage, distance)
    for hero, (x, y, size) in zip(wanted(stage, FAR), spots, strict=False):
        painted = _far_hero(stage, hero, look)

        def paint(
            painter: QPainter,
            moment: float,
            painted: Painted = painted,
            x: float = x,
            y: float = y,
            size: float = size,
        ) -> None:
            with frame(painter, stage.width * x, stage.height * y, stage.unit * size):
                painted(painter, moment)

        stage.moving(depth, paint)


def _far_hero(stage: Stage, hero: Hero, look: Look) -> Painted:
    brief, chance = stage.brief, stage.chance
    snow = Weather.SNOW in brief.weathers
    if hero is Hero.LIGHTHOUSE:
        coat = brief.coat_or(hero, chance.choice(("#c9483c", "#2f5d8c", "#b8473c")))
        return lambda painter, moment: paint_lighthouse(painter, moment, look, coat)
    roof = brief.coat_or(hero, roof_colour(chance).name())
    if hero is Hero.HOUSE:
        wall = ink(chance.choice(("#b98a5c", "#a87450", "#e2d2b4", "#9c6a4a")))
        return lambda painter, moment: paint_house(painter, moment, look, wall, roof, snow=snow)
    if hero is Hero.CASTLE:
        blue = brief.coat_or(hero, chance.choice(("#4f5f94", "#8c3f4a", "#3f7f7c")))
        return lambda painter, moment: paint_castle(painter, moment, look, blue)
    green = brief.coat_or(hero, chance.choice(("#3d5a58", "#4a4f5e", "#5a4a3c")))
    return lambda painter, moment: paint_pagoda(painter, moment, look, green)


def cast_water(
    stage: Stage, spots: Sequence[Spot], *, many: bool = True, always: bool = False, depth: float = 0.45
) -> None:
    """Adds a bridge and boats: with `many` at all spots, with `always` although the prompt names none."""
    chance, brief = stage.chance, stage.brief
    if Hero.BRIDGE in brief.heroes:
        _add_bridge(stage)
    if Hero.BOAT not in brief.heroes and not always:
        return
    coat = brief.coat(Hero.BOAT)
    favourite = _boat_kind(stage)
    for index, (x, y, size) in enumerate(spots if many else spots[:1]):
        kind = favourite if index == 0 else chance.choice(KINDS)
        boat = choose_boat(chance, kind, size * stage.unit, coat if index == 0 else None)
        distance = max(0.0, 0.55 * (1 - size / 40))
        add_boat(stage, boat, stage.width * x, stage.height * y, depth, look_of(stage, distance), speed=1.6)


def _boat_kind(stage: Stage) -> str:
    """Returns the kind of boat the prompt names, or any."""
    for hints, kind in (
        (("sail", "yacht", "帆"), "sail"),
        (("fish", "渔"), "fishing"),
        (("junk", "古船"), "junk"),
    ):
        if any(hint in stage.words for hint in hints):
            return kind
    return stage.chance.choice(KINDS[:3])


def _add_bridge(stage: Stage) -> None:
    coat = stage.brief.coat_or(Hero.BRIDGE, stage.chance.choice(("#b8473c", "#8a8078", "#9c5a3c")))
    look, y = look_of(stage, 0.15), stage.horizon + stage.unit * 12
    size = stage.width / 2.4 if stage.width < stage.height * 1.2 else stage.height / 1.7

    def paint(painter: QPainter, moment: float) -> None:
        painter.save()
        painter.setOpacity(0.35)
        painter.translate(0, 2 * y)
        painter.scale(1, -1)
        with frame(painter, stage.width / 2, y, size):
            paint_bridge(painter, moment, look, coat)
        painter.restore()
        with frame(painter, stage.width / 2, y, size):
            paint_bridge(painter, moment, look, coat)

    stage.moving(0.4, paint)


def cast_sky(stage: Stage, spots: Sequence[Spot], depth: float = 0.35) -> None:
    """Adds what flies or, under water, swims."""
    free = list(spots)
    for hero in wanted(stage, SKY):
        if hero is Hero.BIRD:
            add_birds(stage, 13, 0.3)
            add_birds(stage, 7, 0.2)
            if any(name in stage.words for name in ("crane", "swan", "heron", "鹤")):
                _add_cranes(stage)
        elif hero in (Hero.LANTERN, Hero.BUTTERFLY, Hero.JELLYFISH, Hero.FISH):
            add_swarm(stage, hero, look_of(stage))
        elif free:
            _add_single(stage, hero, free.pop(0), depth)


def _add_cranes(stage: Stage) -> None:
    look, unit = look_of(stage), stage.unit
    birds = [(0.3, 0.3, 22.0, 0.0), (0.52, 0.22, 16.0, 1.1), (0.16, 0.2, 12.0, 2.3)]

    def flying(painter: QPainter, moment: float) -> None:
        for x, y, size, phase in birds:
            with frame(painter, stage.width * x + moment * unit * 3, stage.height * y, unit * size, turn=-6):
                paint_crane(painter, moment + phase, look)

    stage.moving(0.4, flying)


def _add_single(stage: Stage, hero: Hero, spot: Spot, depth: float) -> None:
    chance, brief, unit = stage.chance, stage.brief, stage.unit
    x, y, size = spot
    look = look_of(stage, 0.05)
    if hero is Hero.BALLOON:
        _add_balloons(stage, spot, depth)
        return
    flip = chance.random() < 0.5
    coat = brief.coat_or(
        hero, "#d8433b" if hero is Hero.ROCKET else chance.choice(("#3f6a94", "#4a6f9c", "#5a6a8c"))
    )

    def paint(painter: QPainter, moment: float) -> None:
        if hero is Hero.ROCKET:
            with frame(
                painter,
                stage.width * x + moment * unit * 1.2,
                stage.height * y - moment * unit * 2,
                unit * size,
                turn=28,
            ):
                paint_rocket(painter, moment, look, coat)
        else:
            way = (-1 if flip else 1) * moment * unit * 1.6
            with frame(
                painter,
                stage.width * x + way,
                stage.height * y + math.sin(moment) * unit,
                unit * size * 0.64,
                flip=flip,
                turn=-6 if not flip else 6,
            ):
                paint_whale(painter, moment, look, coat)

    stage.moving(depth, paint)


def _add_balloons(stage: Stage, spot: Spot, depth: float) -> None:
    chance, brief, unit = stage.chance, stage.brief, stage.unit
    x, y, size = spot
    coat = brief.coat(Hero.BALLOON)
    places = [
        (x, y, size, 0.0),
        (x + 0.3, y - 0.12, size * 0.5, 0.3),
        (x - 0.24, y + 0.1, size * 0.36, 0.45),
        (x + 0.12, y + 0.15, size * 0.24, 0.6),
        (x - 0.32, y - 0.14, size * 0.2, 0.65),
    ]
    fleet = [
        (place, choose_balloon(chance, coat if index == 0 else None), chance.uniform(0, 6))
        for index, place in enumerate(places)
    ]

    def paint(painter: QPainter, moment: float) -> None:
        for (bx, by, long, distance), (first, second), phase in reversed(fleet):
            rise = moment * unit * 0.9 * (1 - distance) + math.sin(moment * 0.8 + phase) * unit * 0.4
            with frame(
                painter,
                stage.width * bx + moment * unit * 0.5,
                stage.height * by - rise,
                unit * long,
                turn=1.5 * math.sin(moment + phase),
            ):
                paint_balloon(painter, moment + phase, look_of(stage, distance), first, second)

    stage.moving(depth, paint)
