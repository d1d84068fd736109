"""A room with a window, and the view out of it.

Promise: who is named sits on the sill; outside is what the prompt names second, or what is calm.
"""

from dataclasses import replace

from panda_desktop.demo.painting import outdoors
from panda_desktop.demo.painting.blooms import add_field, flower_kind
from panda_desktop.demo.painting.casting import (
    GROUND,
    cast_ground,
    cast_sky,
    cast_water,
    wanted,
)
from panda_desktop.demo.painting.interior import add_room, put_on_sill
from panda_desktop.demo.painting.land import add_far_range
from panda_desktop.demo.painting.planets import add_planet
from panda_desktop.demo.painting.sky import add_sky
from panda_desktop.demo.painting.space import add_deep_sky
from panda_desktop.demo.painting.stage import Stage
from panda_desktop.demo.painting.towns import city
from panda_desktop.demo.painting.water import add_water
from panda_desktop.demo.painting.weather import add_weather
from panda_desktop.demo.painting.words import Hero, Place, Weather


def window(stage: Stage) -> None:
    """Builds a room with a window; outside is what the prompt names second, or what is calm."""
    outside = Stage(stage.width, stage.height, stage.chance, stage.light, replace(stage.brief, heroes=()))
    view = stage.brief.view
    outside.place(0.66)
    stage.sun = outside.sun
    if view is Place.CITY or stage.brief.neon:
        city(outside)
    elif view in (Place.SEA, Place.HARBOUR, Place.BEACH, Place.LAKE):
        _sea_view(outside)
    elif view is Place.SPACE:
        add_deep_sky(outside)
        add_planet(outside, stage.width * 0.64, stage.height * 0.3, stage.unit * 15, 0.2, ring=True)
    else:
        _garden_view(outside)
    add_weather(outside)
    stage.sun = outside.sun
    opening = add_room(stage, tuple(outside.layers))
    seated = [hero for hero in wanted(stage, GROUND) if hero is not Hero.CUP]
    cup = Hero.CUP in stage.brief.heroes or not seated
    hero_x = stage.chance.choice((0.4, 0.58)) if seated else 0.5
    put_on_sill(stage, opening, cup=cup, hero_x=hero_x)
    cast_sky(stage, [(0.5, 0.3, 22)])
    low = (opening.sill + stage.unit * 8.5) / stage.height
    other = 0.8 if hero_x < 0.5 else 0.2
    if seated and cup:
        spots = [(hero_x, low, 50.0), (other, low + 0.02, 28.0), (0.5, low, 30.0)]
    else:
        spots = [(hero_x, low, 50.0 if seated else 46.0), (other, low, 42.0), (0.2, low, 30.0)]
    cast_ground(stage, spots, 0.8, also=(Hero.CUP,) if cup else ())


def _sea_view(stage: Stage) -> None:
    stage.place(0.5)
    add_sky(stage)
    add_far_range(stage, stage.horizon, stage.height * 0.1, 0.7)
    add_water(stage)
    cast_water(stage, [(0.62, 0.62, 14), (0.36, 0.56, 8), (0.8, 0.54, 5)], always=True)


def _garden_view(stage: Stage) -> None:
    stage.place(0.62)
    add_sky(stage)
    outdoors.background(stage)
    if Weather.SNOW not in stage.brief.weathers:
        add_field(stage, stage.height * 0.7, flower_kind(stage.words, stage.chance), 0.5, 120)
