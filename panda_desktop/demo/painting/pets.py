"""Cats, dogs, foxes and rabbits, sitting.

Promise: one skeleton, four animals; the coat comes from the prompt where it names one.
"""

import math
import random
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, Qt

from panda_desktop.demo.painting.colours import faded, ink, lit, mix
from panda_desktop.demo.painting.figure import Look, blink, body, breathing, round_eye, soft_shadow
from panda_desktop.demo.painting.shapes import Point, ellipse, mirrored, smooth, taper, trace
from panda_desktop.demo.painting.stage import fill, stroke
from panda_desktop.demo.painting.words import Hero


@dataclass(frozen=True, slots=True)
class Pet:
    """One animal.

    Attributes:
        kind: which one.
        coat: its colour.
        pale: chest, muzzle and paws.
        eyes: colour of the iris.
        stripes: it is a tabby.
        phase: when it blinks.
    """

    kind: Hero
    coat: QColor
    pale: QColor
    eyes: QColor
    stripes: bool
    phase: float


_COATS = {
    Hero.CAT: ("#e0904a", "#8c8f9c", "#4a4650", "#efe6da", "#c9a27a", "#5f6674"),
    Hero.DOG: ("#d9a25f", "#c98a4a", "#8d6346", "#e8d6b8"),
    Hero.FOX: ("#e2713a", "#d9622f", "#ea8244"),
    Hero.RABBIT: ("#efe9e2", "#b99f88", "#c8c3c6", "#d9c2a6"),
}


def choose_pet(kind: Hero, chance: random.Random, coat: QColor | None) -> Pet:
    """Returns an animal: with `coat` where the prompt names a colour."""
    own = coat or ink(chance.choice(_COATS[kind]))
    pale = mix(own, ink("#fff6ea"), 0.45 if own.lightnessF() < 0.3 else 0.82)
    eyes = (
        ink(chance.choice(("#8fbf4d", "#e0a83c", "#5fb0c9", "#a8c957")))
        if kind is Hero.CAT
        else ink("#6b4226")
    )
    stripes = kind is Hero.CAT and own.lightnessF() > 0.34 and chance.random() < 0.75
    return Pet(kind, own, pale, eyes, stripes, chance.uniform(0, 2.6))


def paint_pet(painter: QPainter, moment: float, pet: Pet, look: Look) -> None:
    """Paints it on (0, 0)."""
    soft_shadow(painter, 0, 0, 44, 7)
    _tail(painter, moment, pet, look)
    painter.save()
    painter.scale(1, breathing(moment))
    _torso(painter, pet, look)
    painter.restore()
    painter.save()
    painter.translate(0, -58)
    painter.rotate(2.2 * math.sin(moment * 0.9 + pet.phase))
    painter.translate(0, 58)
    _ears(painter, moment, pet, look)
    _head(painter, pet, look)
    _face(painter, moment, pet, look)
    painter.restore()


def _tail(painter: QPainter, moment: float, pet: Pet, look: Look) -> None:
    swish = math.sin(moment * 1.8) * 5
    if pet.kind is Hero.RABBIT:
        body(painter, ellipse(27, -10, 8), look, pet.pale)
        return
    points: list[Point] = [(16, -8), (32, -4), (45, -8), (52 + swish * 0.4, -20), (49 + swish, -34)]
    widths = {Hero.CAT: [9.0, 9, 8, 8, 6], Hero.DOG: [9.0, 9, 9, 8, 6], Hero.FOX: [10.0, 18, 22, 20, 4]}[
        pet.kind
    ]
    path = taper(points, widths)
    body(painter, path, look, pet.coat)
    if pet.kind is Hero.FOX:
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        fill(painter, ellipse(50 + swish, -34, 14, 11), look.on("#fff3e6"))
        painter.restore()
    elif pet.stripes:
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        for x, y in ((36, -5), (44, -9), (50 + swish * 0.4, -19), (50 + swish * 0.8, -28)):
            stroke(
                painter,
                smooth([(x - 6, y - 3), (x, y), (x + 6, y + 3)]),
                faded(look.on(lit(pet.coat, -0.5)), 0.6),
                2.6,
            )
        painter.restore()


def _torso(painter: QPainter, pet: Pet, look: Look) -> None:
    torso = smooth(mirrored(trace("0,-64 13,-60 21,-44 27,-22 27,-6 16,0 0,0.5")), closed=True)
    body(painter, torso, look, pet.coat)
    chest = smooth(mirrored(trace("0,-62 9,-56 12,-42 8,-24 0,-16")), closed=True)
    fill(painter, chest, faded(look.on(pet.pale), 0.9))
    painter.save()
    painter.setClipPath(torso, Qt.ClipOperation.IntersectClip)
    if pet.stripes:
        dark = faded(look.on(lit(pet.coat, -0.5)), 0.55)
        for side in (-1, 1):
            for y, long in ((-44, 9), (-35, 10), (-26, 11)):
                stroke(
                    painter,
                    smooth([(side * 28, y + 3), (side * (25 - long / 2), y), (side * (25 - long), y + 3)]),
                    dark,
                    2.4,
                )
    soft_shadow(painter, 0, -56, 22, 9, 0.38)
    painter.restore()
    for side in (-1, 1):
        body(painter, ellipse(side * 20, -10, 11, 11), look, pet.coat, rim=1.4)
        body(painter, ellipse(side * 20, -2.6, 9, 4.2), look, pet.pale, rim=1.0)
    for side in (-1, 1):
        leg = smooth(trace("2,-36 11,-36 12,-14 13,-3 7,0 2,-2", side), closed=True)
        body(painter, leg, look, mix(pet.coat, pet.pale, 0.25), rim=1.2)
        body(painter, ellipse(side * 7.5, -3, 7, 4.2), look, pet.pale, rim=1.0)
        for toe in (5.4, 9.2):
            stroke(
                painter,
                smooth([(side * toe, -4.4), (side * toe, -1.4)]),
                faded(look.on("#3a2a2c"), 0.45),
                0.7,
            )


def _ears(painter: QPainter, moment: float, pet: Pet, look: Look) -> None:
    twitch = 1.5 if (moment + pet.phase) % 2.3 < 0.14 and moment > 0 else 0.0
    for side in (-1, 1):
        if pet.kind is Hero.RABBIT:
            path = taper(
                [
                    (side * 10, -90),
                    (side * 14, -108),
                    (side * (17 + twitch), -126),
                    (side * (19 + twitch), -136),
                ],
                [9, 13, 12, 5],
            )
            inner = taper([(side * 11, -94), (side * 14.5, -109), (side * (17 + twitch), -125)], [4, 7, 4])
        elif pet.kind is Hero.DOG:
            path = smooth(
                [
                    (side * 12, -95),
                    (side * 26, -92),
                    (side * (33 + twitch), -76),
                    (side * 30, -62),
                    (side * 23, -66),
                    (side * 19, -80),
                ],
                closed=True,
            )
            inner = None
        else:
            tall = 113 if pet.kind is Hero.FOX else 109
            path = _pointed(side, tall + twitch, 0)
            inner = _pointed(side, tall - 5 + twitch, 3.6)
        body(painter, path, look, lit(pet.coat, -0.12) if pet.kind is Hero.DOG else pet.coat, rim=1.6)
        if inner is not None:
            fill(painter, inner, faded(look.on("#f0a9a0"), 0.85))
        if pet.kind is Hero.FOX:
            painter.save()
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            fill(painter, ellipse(side * 22, -114, 9, 11), look.on("#3a2420"))
            painter.restore()


def _pointed(side: int, tall: float, inset: float) -> QPainterPath:
    path = QPainterPath(QPointF(side * (25 - inset), -80 - inset))
    path.quadTo(side * (27 - inset), -98, side * 23, -tall)
    path.quadTo(side * (13 + inset * 0.4), -103, side * (6 + inset), -92 - inset * 0.3)
    path.closeSubpath()
    return path


def _head(painter: QPainter, pet: Pet, look: Look) -> None:
    if pet.kind is Hero.FOX:
        half: list[Point] = trace("0,-95 13,-93 24,-84 30,-70 20,-61 8,-54 0,-51")
    elif pet.kind is Hero.DOG:
        half = trace("0,-99 13,-96 22,-87 25,-74 22,-62 12,-54 0,-52")
    else:
        half = trace("0,-98 13,-95.4 23,-87 28.5,-73 24,-62 12,-55.5 0,-54")
    head = smooth(mirrored(half), closed=True)
    body(painter, head, look, pet.coat)
    painter.save()
    painter.setClipPath(head, Qt.ClipOperation.IntersectClip)
    pale = look.on(pet.pale)
    if pet.kind is Hero.FOX:
        for side in (-1, 1):
            fill(
                painter,
                smooth(trace("34,-72 16,-74 5,-66 0,-50 20,-48", side), closed=True),
                look.on("#fff3e6"),
            )
    else:
        for side in (-1, 1):
            fill(painter, ellipse(side * 6.5, -62.5, 10, 7.5), faded(pale, 0.95))
        if pet.kind is Hero.DOG:
            fill(
                painter,
                smooth(mirrored(trace("0,-96 4,-92 4,-76 8,-66 0,-60")), closed=True),
                faded(pale, 0.9),
            )
    if pet.stripes:
        dark = faded(look.on(lit(pet.coat, -0.5)), 0.6)
        for x, low in ((-7, -85), (0, -83), (7, -85)):
            stroke(painter, smooth([(x * 1.25, -95), (x, low)]), dark, 2.8)
        for side in (-1, 1):
            for y in (-74, -68):
                stroke(painter, smooth([(side * 29, y), (side * 21, y + 1.5)]), dark, 2.2)
    painter.restore()


def _face(painter: QPainter, moment: float, pet: Pet, look: Look) -> None:
    opened = blink(moment, pet.phase)
    big = 6.0 if pet.kind in (Hero.CAT, Hero.RABBIT) else 4.6
    wide = 12.0 if pet.kind is not Hero.DOG else 11.0
    for side in (-1, 1):
        round_eye(painter, side * wide, -76, big, pet.eyes, slit=pet.kind is Hero.CAT, opened=opened)
        fill(painter, ellipse(side * 17, -66, 4.4, 2.6), faded(ink("#ff8f8a"), 0.2))
    line = faded(look.on("#3b2326"), 0.9)
    y = -57.5 if pet.kind is Hero.FOX else -66
    nose = smooth(mirrored([(0, y - 2.2), (3.6, y - 1.8), (2.2, y + 1.2), (0, y + 2.4)]), closed=True)
    fill(painter, nose, look.on("#2a1c20" if pet.kind in (Hero.DOG, Hero.FOX) else "#e8848a"))
    if pet.kind is Hero.FOX:
        return
    for side in (-1, 1):
        mouth = QPainterPath(QPointF(0, y + 2.2))
        mouth.cubicTo(side * 0.4, y + 6.2, side * 5.6, y + 6.6, side * 7, y + 3.4)
        stroke(painter, mouth, line, 0.9)
        if pet.kind is not Hero.DOG:
            for lift in (-2.4, 0.4, 3.2):
                whisker = QPainterPath(QPointF(side * 11, y + 2 + lift * 0.4))
                whisker.quadTo(side * 22, y + lift * 0.9, side * 35, y + 0.5 + lift * 1.7)
                stroke(painter, whisker, faded(look.on("#ffffff"), 0.65), 0.5)
    if pet.kind is Hero.DOG:
        tongue = smooth(
            [(-3, y + 5.4), (3, y + 5.4), (3.2, y + 9.6), (0, y + 11.6), (-3.2, y + 9.6)], closed=True
        )
        fill(painter, tongue, look.on("#ef7f86"))
