"""Many of a kind: lanterns, butterflies, jellyfish, fish.

Promise: small ones are far and painted first; each goes its own way.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor, QPainter

from panda_desktop.demo.painting.figure import Look, frame
from panda_desktop.demo.painting.flying import paint_butterfly, paint_lantern
from panda_desktop.demo.painting.stage import Stage
from panda_desktop.demo.painting.swimmers import paint_fish, paint_jellyfish
from panda_desktop.demo.painting.words import Hero, Place

_KOI: Final = ("#e8553a", "#f0883a", "#d8433b")


@dataclass(frozen=True, slots=True)
class Kind:
    """How a swarm of one hero is made up: count, sizes in units, lowest place, colours."""

    count: int
    small: float
    growth: float
    low: float
    colours: tuple[str, ...]


_KINDS: Final = {
    Hero.LANTERN: Kind(26, 1.6, 9, 0.62, ("#f0653a", "#f58a3c", "#e84a3a")),
    Hero.BUTTERFLY: Kind(9, 3, 6, 0.8, ("#3f78c9", "#f2a33c", "#d8527a", "#8658b8")),
    Hero.JELLYFISH: Kind(7, 9, 19, 0.8, ("#f08ad0", "#8ab4ff", "#b98aff", "#7fe6e0")),
    Hero.FISH: Kind(13, 6, 16, 0.8, ("#f0883a", "#f2c14e", "#4fb0d8", "#e8527a")),
}


@dataclass(frozen=True, slots=True)
class Member:
    """One of a swarm: its place and size in pixels, its colour, its phase."""

    x: float
    y: float
    size: float
    coat: QColor
    phase: float


def add_swarm(stage: Stage, hero: Hero, look: Look) -> None:
    """Adds many of a kind, at sizes from far to near; fish stay in the pond where there is one."""
    chance, kind = stage.chance, _KINDS[hero]
    koi = hero is Hero.FISH and ("koi" in stage.words or "锦鲤" in stage.words)
    in_pond = hero is Hero.FISH and stage.brief.place is not Place.UNDERWATER
    high, low = (0.66, 0.92) if in_pond else (0.08, kind.low)
    swarm = []
    for _ in range(kind.count):
        size = stage.unit * (kind.small + kind.growth * chance.random() ** 1.8)
        coat = stage.brief.coat_or(hero, chance.choice(_KOI if koi else kind.colours))
        x, y = stage.width * chance.uniform(0.03, 0.97), stage.height * chance.uniform(high, low)
        swarm.append(Member(x, y, size, coat, chance.uniform(0, math.tau)))
    swarm.sort(key=lambda member: member.size)
    painted = _painters(stage.unit, look, koi=koi)[hero]

    def moving(painter: QPainter, moment: float) -> None:
        painter.setOpacity(0.8 if in_pond else 1.0)
        for member in swarm:
            painted(painter, moment, member)

    stage.moving(0.45, moving)


def _painters(unit: float, look: Look, *, koi: bool) -> dict[Hero, Callable[[QPainter, float, Member], None]]:
    def lantern(painter: QPainter, moment: float, one: Member) -> None:
        x = one.x + math.sin(moment * 0.9 + one.phase) * unit
        with frame(painter, x, one.y - moment * unit * 1.3, one.size):
            paint_lantern(painter, moment + one.phase, one.coat)

    def butterfly(painter: QPainter, moment: float, one: Member) -> None:
        x = one.x + math.sin(moment * 0.9 + one.phase) * unit * 3
        y = one.y + math.sin(moment * 2 + one.phase) * unit * 2
        with frame(painter, x, y, one.size, turn=30 * math.sin(one.phase)):
            paint_butterfly(painter, moment + one.phase, one.coat)

    def jellyfish(painter: QPainter, moment: float, one: Member) -> None:
        x = one.x + math.sin(moment * 0.9 + one.phase) * unit
        y = one.y + math.cos(moment * 0.8 + one.phase) * unit * 2
        with frame(painter, x, y, one.size):
            paint_jellyfish(painter, moment, one.coat, one.phase)

    def fish(painter: QPainter, moment: float, one: Member) -> None:
        way = -1 if one.phase > math.pi else 1
        y = one.y + math.sin(moment * 0.9 + one.phase) * unit
        with frame(painter, one.x + way * moment * unit * 3, y, one.size, flip=way < 0):
            paint_fish(painter, moment + one.phase, look, one.coat, koi=koi)

    return {Hero.LANTERN: lantern, Hero.BUTTERFLY: butterfly, Hero.JELLYFISH: jellyfish, Hero.FISH: fish}
