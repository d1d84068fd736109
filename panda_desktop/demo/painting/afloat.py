"""Boats, and how they lie on the water.

Promise: a boat rocks and is mirrored below itself.
"""

import math
import random
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from panda_desktop.demo.painting.colours import faded, halo, ink, lit, mix
from panda_desktop.demo.painting.figure import Look, body, frame
from panda_desktop.demo.painting.shapes import outline, rounded, smooth, trace
from panda_desktop.demo.painting.stage import Stage, fill, glow, stroke

KINDS = ("sail", "fishing", "junk", "rowing")


@dataclass(frozen=True, slots=True)
class Boat:
    """One boat.

    Attributes:
        kind: sail, fishing, junk or rowing.
        hull: its colour.
        sail: the colour of its sails.
        size: in pixels for 100 units.
        phase: when it rocks.
        flip: it heads to the left.
    """

    kind: str
    hull: QColor
    sail: QColor
    size: float
    phase: float
    flip: bool


def choose_boat(chance: random.Random, kind: str, size: float, hull: QColor | None = None) -> Boat:
    """Returns a boat of a kind."""
    own = hull or ink(chance.choice(("#b8473c", "#2f5d7c", "#3f6f5a", "#e3dccb", "#7a4b34", "#d98a3d")))
    sail = ink("#c9573f" if kind == "junk" else chance.choice(("#fbf4e6", "#f3ead6", "#f0d9b0", "#e8efee")))
    return Boat(kind, own, sail, size, chance.uniform(0, math.tau), chance.random() < 0.5)


def add_boat(
    stage: Stage, boat: Boat, x: float, y: float, depth: float, look: Look, speed: float = 0.0
) -> None:
    """Adds a boat on the water; `speed` in units a second, to where its bow points."""
    painted = {"sail": _sailing, "fishing": _fishing, "junk": _junk, "rowing": _rowing}[boat.kind]

    def afloat(painter: QPainter, moment: float) -> None:
        way = (-1 if boat.flip else 1) * speed * stage.unit * moment
        bob = math.sin(moment * 1.6 + boat.phase) * boat.size * 0.008
        roll = math.sin(moment * 1.2 + boat.phase) * 1.3
        painter.save()
        painter.setOpacity(0.34)
        painter.translate(0, y)
        painter.scale(1, -0.62)
        painter.translate(0, -y)
        with frame(painter, x + way, y - bob, boat.size, flip=boat.flip, turn=roll):
            painted(painter, boat, look)
        painter.restore()
        with frame(painter, x + way, y + bob, boat.size, flip=boat.flip, turn=roll):
            painted(painter, boat, look)
            _wash(painter, look, 42 if boat.kind == "rowing" else 46)

    stage.moving(depth, afloat)


def _wash(painter: QPainter, look: Look, half: float) -> None:
    foam = faded(lit(look.light.far_water, 0.5), 0.5)
    path = QPainterPath(QPointF(-half * 1.15, 1))
    path.cubicTo(-half * 0.5, -2.2, half * 0.5, -2.2, half * 1.2, 0.6)
    path.cubicTo(half * 0.6, 3.4, -half * 0.5, 3.4, -half * 1.15, 1)
    fill(painter, path, foam)


def _hull(painter: QPainter, boat: Boat, look: Look, *, high: float = 15) -> None:
    hull = smooth(
        [
            (-40, -high * 0.86),
            (0, -high * 0.72),
            (46, -high * 1.15),
            (40, -5),
            (30, 0.6),
            (-30, 0.6),
            (-38, -5),
        ],
        closed=True,
    )
    hull = outline(
        [
            (-40, -high * 0.9),
            (-20, -high * 0.74),
            (10, -high * 0.74),
            (47, -high * 1.15),
            (38, -3),
            (32, 0.6),
            (-31, 0.6),
            (-37, -4),
        ]
    )
    body(painter, hull, look, boat.hull, rim=1.6)
    stripe = outline(
        [
            (-39.6, -high * 0.82),
            (-20, -high * 0.64),
            (10, -high * 0.64),
            (45.6, -high * 1.02),
            (44, -high * 0.84),
            (10, -high * 0.46),
            (-20, -high * 0.46),
            (-39, -high * 0.62),
        ]
    )
    fill(painter, stripe, faded(look.on("#fdf6e8"), 0.85))
    keel = outline(trace("-37.4,-4 38.8,-4 32,0.6 -31,0.6"))
    fill(painter, keel, faded(look.on("#20242e"), 0.75))


def _sailing(painter: QPainter, boat: Boat, look: Look) -> None:
    stroke(painter, smooth([(3, -12), (3, -98)]), look.on("#5b4636"), 1.8)
    main = QPainterPath(QPointF(1, -96))
    main.cubicTo(-10, -70, -22, -44, -36, -20)
    main.cubicTo(-22, -15, -10, -15, 1, -18)
    main.closeSubpath()
    body(painter, main, look, boat.sail, rim=1.4)
    fore = QPainterPath(QPointF(5.4, -90))
    fore.cubicTo(20, -62, 32, -40, 44, -19)
    fore.cubicTo(30, -22, 16, -22, 5.4, -20)
    fore.closeSubpath()
    body(painter, fore, look, mix(boat.sail, boat.hull, 0.4), rim=1.4)
    for y in (-74, -56, -38):
        stroke(
            painter, smooth([(0.4, y), (-12 - (y + 74) * 0.3, y + 2)]), faded(look.on("#8a7a66"), 0.4), 0.7
        )
    flag = outline(trace("3,-98 13,-95.4 3,-92.6"))
    fill(painter, flag, look.on(boat.hull))
    _hull(painter, boat, look)


def _fishing(painter: QPainter, boat: Boat, look: Look) -> None:
    wood = look.on("#5b4636")
    stroke(painter, smooth([(-8, -14), (-8, -70)]), wood, 2)
    stroke(painter, smooth([(-8, -66), (-38, -18)]), faded(wood, 0.8), 0.8)
    stroke(painter, smooth([(-8, -66), (44, -18)]), faded(wood, 0.8), 0.8)
    body(painter, rounded(2, -42, 25, 30, 2.4), look, "#f3ecdd", rim=1.4)
    fill(painter, outline(trace("-1,-42 30,-42 27,-47 2,-47")), look.on(boat.hull))
    warm = mix(ink("#9fc3cf"), ink("#ffd98a"), min(look.light.lamps * 1.6, 1.0))
    for x in (5, 13.4, 21.4):
        fill(painter, rounded(x, -37, 5.4, 8, 1), warm if look.light.lamps > 0.2 else look.on("#56788a"))
    _hull(painter, boat, look, high=19)
    if look.light.lamps > 0.2:
        glow(painter, 14, -33, 34, halo(14, -33, 34, ink("#ffcf7a"), 0.5 * look.light.lamps))
        glow(painter, -8, -71, 16, halo(-8, -71, 16, ink("#ffe2a0"), 0.9))


def _junk(painter: QPainter, boat: Boat, look: Look) -> None:
    for x, tall, wide in ((-20, 66, 27), (10, 86, 33), (36, 50, 18)):
        stroke(painter, smooth([(x, -10), (x, -tall - 4)]), look.on("#4c382c"), 1.8)
        sail = smooth(
            [
                (x - wide * 0.45, -tall * 0.24),
                (x - wide * 0.5, -tall * 0.8),
                (x + wide * 0.12, -tall),
                (x + wide * 0.55, -tall * 0.72),
                (x + wide * 0.58, -tall * 0.24),
            ],
            closed=True,
        )
        body(painter, sail, look, boat.sail, rim=1.4)
        for part in (0.36, 0.5, 0.64, 0.78):
            stroke(
                painter,
                smooth([(x - wide * 0.47, -tall * part), (x + wide * 0.54, -tall * (part + 0.02))]),
                faded(look.on("#5a2a22"), 0.55),
                0.9,
            )
    hull = smooth(trace("-50,-28 -42,-14 0,-10 40,-12 54,-22 46,-4 30,0.6 -30,0.6 -44,-8"), closed=True)
    body(painter, hull, look, "#6d4632", rim=1.6)


def _rowing(painter: QPainter, boat: Boat, look: Look) -> None:
    hull = smooth(trace("-46,-12 -20,-7 20,-7 46,-13 36,0 0,1 -36,0"), closed=True)
    body(painter, smooth(trace("-6,-10 -9,-30 0,-38 9,-30 7,-10"), closed=True), look, "#33404e", rim=1.2)
    hat = outline(trace("-15,-38 0,-50 15,-38"))
    body(painter, hat, look, "#cfa968", rim=1.2)
    stroke(painter, smooth(trace("8,-28 22,-14 34,2")), look.on("#5b4636"), 1.6)
    body(painter, hull, look, boat.hull, rim=1.4)
