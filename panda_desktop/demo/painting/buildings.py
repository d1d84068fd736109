"""Single buildings: lighthouse, house, castle, pagoda, bridge.

Promise: their windows are lit as the hour says.
"""

import math
import random

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from panda_desktop.demo.painting.colours import across, faded, halo, ink, lit, mix
from panda_desktop.demo.painting.figure import Look, body
from panda_desktop.demo.painting.shapes import ellipse, outline, rounded, smooth, trace
from panda_desktop.demo.painting.stage import fill, glow, stroke


def lamp_colour(look: Look, dark: str = "#5d7a88") -> QColor:
    """Returns the colour of a window: lit when it is late."""
    return ink("#ffd98c") if look.light.lamps > 0.2 else look.on(dark)


def paint_lighthouse(painter: QPainter, moment: float, look: Look, coat: QColor) -> None:
    """Paints it on a rock, with its beam."""
    rock = smooth(trace("-52,4 -38,-9 -18,-13 6,-16 30,-11 52,4 30,9 -30,9"), closed=True)
    body(painter, rock, look, "#6b6a70", rim=1.6)
    fill(
        painter,
        smooth(trace("-40,-8 -18,-13 6,-16 30,-10 6,-11 -18,-9"), closed=True),
        faded(look.on("#6f9a5c"), 0.9),
    )
    body(painter, rounded(13, -25, 20, 13, 1), look, "#f3ecdf", rim=1)
    fill(painter, outline(trace("11,-24 23,-33 35,-24")), look.on(coat))
    fill(painter, rounded(20, -21, 5, 5, 0.6), lamp_colour(look))
    tower = outline(trace("-11,-14 11,-14 7,-86 -7,-86"))
    body(painter, tower, look, "#f6f0e6", rim=1.4)
    painter.save()
    painter.setClipPath(tower)
    for y in (-80, -56, -32):
        body(painter, outline([(-14, y), (14, y), (14, y + 12), (-14, y + 12)]), look, coat, rim=0)
    painter.restore()
    for y in (-66, -42):
        fill(painter, rounded(-1.8, y, 3.6, 6, 1.6), lamp_colour(look, "#3b4a58"))
    body(painter, rounded(-10.5, -89, 21, 3.6, 1), look, "#39404c", rim=0.8)
    fill(
        painter,
        rounded(-5.4, -98, 10.8, 9.4, 1),
        mix(ink("#fff3c4"), look.on("#bfe0ea"), 0.0 if look.light.lamps > 0.2 else 0.6),
    )
    for x in (-5.4, 0, 5.4):
        stroke(painter, smooth([(x, -98), (x, -89)]), look.on("#39404c"), 0.8)
    fill(painter, outline(trace("-8,-97.6 0,-108 8,-97.6")), look.on(coat))
    fill(painter, ellipse(0, -108.6, 1.5), look.on("#39404c"))
    if look.light.lamps > 0.2 or look.light.elevation < 0.2:
        _beams(painter, moment)


def _beams(painter: QPainter, moment: float) -> None:
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    warm = ink("#ffedb8")
    wide = math.cos(moment * 0.9 + 0.5)
    for side in (-1, 1):
        reach = 190 * wide * side
        path = outline([(0, -95), (reach, -95 - 22), (reach, -95 + 14), (0, -92)])
        fill(
            painter,
            path,
            across(QPointF(0, -94), QPointF(reach or 1, -94), [(0, faded(warm, 0.5)), (1, faded(warm, 0))]),
        )
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    glow(painter, 0, -94, 34, halo(0, -94, 34, warm, 0.85))


def paint_house(
    painter: QPainter, moment: float, look: Look, wall: QColor, roof: QColor, *, snow: bool
) -> None:
    """Paints a wooden house with smoke over its chimney."""
    for index in range(6):
        age = (index + moment * 0.8) % 6
        size = 3 + age * 2.4
        x = 21 + age * 3.4 + math.sin(age * 1.3 + moment) * 2
        fill(
            painter,
            ellipse(x, -76 - age * 9, size, size * 0.85),
            faded(lit(look.light.haze, 0.4), 0.32 * (1 - age / 6)),
        )
    body(painter, rounded(16, -74, 10, 24, 1), look, "#8a6a5c", rim=1)
    front = outline(trace("-40,-2 -40,-36 -8,-66 24,-36 24,0 -40,0"))
    body(painter, front, look, wall, rim=1.4)
    body(painter, outline(trace("24,0 24,-36 46,-36 46,0")), look, lit(wall, -0.18), rim=1)
    for y in range(-30, 0, 7):
        stroke(painter, smooth([(-40, y), (46, y)]), faded(look.on("#2c1d18"), 0.16), 0.8)
    body(painter, outline(trace("-8,-70 30,-70 53,-34 26,-34")), look, roof, rim=1.4)
    body(painter, outline(trace("-48,-31 -8,-71 -2,-66 -42,-27")), look, lit(roof, -0.2), rim=1)
    if snow:
        fill(
            painter,
            smooth(trace("-8,-73 30,-73 54,-36 48,-34.5 40,-37 32,-34 25,-36 8,-54"), closed=True),
            look.on("#fbfdff"),
        )
        fill(painter, outline(trace("-50,-32 -8,-75 -6,-71 -45,-30")), look.on("#fbfdff"))
    fill(painter, rounded(-8, -22, 13, 22, 1), look.on("#5a3a2c"))
    warm = lamp_colour(look)
    for x, y in ((-31, -27), (9, -27), (-14, -49), (30, -27)):
        fill(painter, rounded(x - 1, y - 1, 13, 13, 1), look.on("#f3e8d6"))
        fill(painter, rounded(x, y, 11, 11, 0.6), warm)
        stroke(painter, smooth([(x + 5.5, y), (x + 5.5, y + 11)]), look.on("#f3e8d6"), 0.9)
        stroke(painter, smooth([(x, y + 5.5), (x + 11, y + 5.5)]), look.on("#f3e8d6"), 0.9)
        if look.light.lamps > 0.2:
            glow(painter, x + 5.5, y + 5.5, 24, halo(x + 5.5, y + 5.5, 24, ink("#ffc46a"), 0.5))


def paint_castle(painter: QPainter, moment: float, look: Look, roof: QColor) -> None:
    """Paints a castle with pointed towers and flags."""
    stone = "#cfc4b8"
    for x, wide, tall in ((-34, 14, 56), (36, 15, 62), (-14, 15, 78), (15, 17, 94)):
        body(painter, rounded(x - wide / 2, -tall, wide, tall, 0.6), look, stone, rim=1.2)
        body(
            painter,
            rounded(x - wide * 0.6, -tall - 3, wide * 1.2, 5, 1),
            look,
            lit(ink(stone), -0.1),
            rim=0.8,
        )
        top = -tall - wide * 1.75
        body(
            painter,
            outline([(x - wide * 0.66, -tall - 2.6), (x, top), (x + wide * 0.66, -tall - 2.6)]),
            look,
            roof,
            rim=1.2,
        )
        stroke(painter, smooth([(x, top), (x, top - 8)]), look.on("#4a4040"), 0.8)
        wave = math.sin(moment * 5 + x) * 1.4
        fill(
            painter,
            smooth(
                [
                    (x, top - 8),
                    (x + 5, top - 7 + wave),
                    (x + 10, top - 6.4),
                    (x + 5, top - 4.6 + wave),
                    (x, top - 4.4),
                ],
                closed=True,
            ),
            look.on(roof),
        )
        for y in range(int(-tall) + 9, -20, 17):
            fill(painter, rounded(x - 1.7, y, 3.4, 6.4, 1.7), lamp_colour(look, "#4d5666"))
    body(painter, rounded(-44, -32, 88, 34, 0.6), look, lit(ink(stone), -0.06), rim=1.2)
    for x in range(-44, 44, 8):
        body(painter, rounded(x, -36.4, 5, 5, 0.4), look, lit(ink(stone), -0.06), rim=0.6)
    gate = QPainterPath(QPointF(-8, 2))
    gate.lineTo(-8, -13)
    gate.quadTo(0, -25, 8, -13)
    gate.lineTo(8, 2)
    fill(painter, gate, look.on("#3a2c2a"))
    if look.light.lamps > 0.2:
        glow(painter, 0, -8, 26, halo(0, -8, 26, ink("#ffb860"), 0.6))


def paint_pagoda(painter: QPainter, _moment: float, look: Look, roof: QColor) -> None:
    """Paints a tower of five roofs."""
    tiers = 5
    stroke(painter, smooth([(0, -88), (0, -106)]), look.on("#8a6a3c"), 1.6)
    for y in (-93, -97, -101):
        fill(painter, ellipse(0, y, 2.6, 1.3), look.on("#c79a4a"))
    for index in range(tiers):
        low = -2 - index * 17.4
        half = 25 - index * 3.6
        body(painter, rounded(-half * 0.66, low - 14, half * 1.32, 14.6, 0.4), look, "#a8423a", rim=1)
        count = 3 if index < 3 else 2
        for column in range(count):
            x = (column - (count - 1) / 2) * half * 0.42
            fill(painter, rounded(x - 2.2, low - 9.4, 4.4, 6.6, 0.4), lamp_colour(look, "#4a2c28"))
            if look.light.lamps > 0.2:
                glow(painter, x, low - 6, 13, halo(x, low - 6, 13, ink("#ffc46a"), 0.45))
        eave = QPainterPath(QPointF(-half * 1.32, low - 15.4))
        eave.quadTo(-half * 0.8, low - 13.4, -half * 0.5, low - 21)
        eave.lineTo(half * 0.5, low - 21)
        eave.quadTo(half * 0.8, low - 13.4, half * 1.32, low - 15.4)
        eave.quadTo(half * 0.7, low - 9.4, 0, low - 10.4)
        eave.quadTo(-half * 0.7, low - 9.4, -half * 1.32, low - 15.4)
        body(painter, eave, look, roof, rim=1.3)
    body(painter, rounded(-32, -4, 64, 6, 1), look, "#b9aca0", rim=1)


def paint_bridge(painter: QPainter, _moment: float, look: Look, coat: QColor) -> None:
    """Paints an arched bridge 200 units wide."""
    deck = QPainterPath(QPointF(-104, 2))
    deck.cubicTo(-50, -38, 50, -38, 104, 2)
    deck.lineTo(92, 2)
    deck.cubicTo(46, -26, -46, -26, -92, 2)
    deck.closeSubpath()
    rail = QPainterPath(QPointF(-104, -11))
    rail.cubicTo(-50, -51, 50, -51, 104, -11)
    stroke(painter, rail, look.on(coat), 2.6)
    for index in range(13):
        part = index / 12
        x = -104 + 208 * part
        y = -11 - 120 * part * (1 - part)
        stroke(painter, smooth([(x, y - 2.4), (x, y + 13)]), look.on(lit(coat, -0.12)), 2.2)
    body(painter, deck, look, coat, rim=1.4)


def roof_colour(chance: random.Random) -> QColor:
    """Returns the colour of a roof."""
    return ink(chance.choice(("#a8503c", "#7a4a3c", "#4f5f74", "#8c3f3a")))
