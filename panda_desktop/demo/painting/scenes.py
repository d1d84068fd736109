"""Builds the scene a brief asks for.

Promise: every brief gives a scene; the same brief, size and seed the same one.
"""

import random
import zlib
from collections.abc import Callable
from typing import Final

from panda_desktop.demo.painting import beyond, outdoors, room, towns, woods
from panda_desktop.demo.painting.abstract import add_abstract, kind_of
from panda_desktop.demo.painting.brief import Brief
from panda_desktop.demo.painting.light import Hour, light_of
from panda_desktop.demo.painting.stage import Stage
from panda_desktop.demo.painting.weather import add_weather
from panda_desktop.demo.painting.words import Place

_BUILDERS: Final[dict[Place, Callable[[Stage], None]]] = {
    Place.WINDOW: room.window,
    Place.CITY: towns.city,
    Place.HARBOUR: towns.harbour,
    Place.BEACH: outdoors.beach,
    Place.SEA: outdoors.sea,
    Place.LAKE: outdoors.lake,
    Place.MOUNTAIN: outdoors.mountain,
    Place.FOREST: woods.forest,
    Place.BAMBOO: woods.bamboo,
    Place.GARDEN: woods.garden,
    Place.MEADOW: outdoors.meadow,
    Place.DESERT: outdoors.desert,
    Place.SPACE: beyond.space,
    Place.UNDERWATER: beyond.underwater,
}
_WILD: Final = (Place.MOUNTAIN, Place.LAKE, Place.SEA, Place.DESERT, Place.MEADOW)
_HOURS: Final[dict[Place, tuple[Hour, ...]]] = {
    Place.WINDOW: (Hour.GOLDEN, Hour.DAY, Hour.DAWN, Hour.SUNSET),
    Place.CITY: (Hour.DUSK, Hour.SUNSET, Hour.NIGHT, Hour.GOLDEN),
    Place.HARBOUR: (Hour.DAWN, Hour.GOLDEN, Hour.SUNSET),
    Place.BEACH: (Hour.DAY, Hour.GOLDEN, Hour.SUNSET),
    Place.FOREST: (Hour.GOLDEN, Hour.DAWN, Hour.DAY),
    Place.BAMBOO: (Hour.DAY, Hour.GOLDEN),
    Place.MEADOW: (Hour.DAY, Hour.GOLDEN, Hour.DAWN),
    Place.GARDEN: (Hour.DAY, Hour.GOLDEN, Hour.DAWN),
    Place.SPACE: (Hour.NIGHT,),
    Place.UNDERWATER: (Hour.DAY,),
}
_ANY_HOUR: Final = (Hour.DAWN, Hour.DAY, Hour.GOLDEN, Hour.SUNSET, Hour.DUSK)


def build_scene(brief: Brief, width: int, height: int, seed: int) -> Stage:
    """Returns a finished stage."""
    chance = random.Random(seed * 7919 + 17)
    code = zlib.crc32(brief.words.encode("utf-8", "replace"))
    place = brief.place
    if place is None and (brief.hour is not None or brief.weathers):
        place = _WILD[code % len(_WILD)]
    hour = brief.hour or chance.choice(_HOURS.get(place, _ANY_HOUR) if place else _ANY_HOUR)
    stage = Stage(width, height, chance, light_of(hour, chance, brief.tint), brief)
    builder = _BUILDERS.get(place) if place else None
    if builder is None:
        add_abstract(stage, kind_of(code, chance))
    else:
        builder(stage)
    if place is not Place.WINDOW:
        add_weather(stage)
    return stage
