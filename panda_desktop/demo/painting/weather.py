"""What falls, drifts and glows in the air.

Promise: it moves with the time, near drops faster than far ones, and starts anew at the top.
"""

import math

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter, QPen, Qt

from panda_desktop.demo.painting.colours import faded, halo, ink, lit, mix
from panda_desktop.demo.painting.plants import leaf
from panda_desktop.demo.painting.stage import Stage, fill, glow
from panda_desktop.demo.painting.words import Weather


def add_weather(stage: Stage) -> None:
    """Adds everything the brief wants in the air, before the camera."""
    weathers = stage.brief.weathers
    if Weather.SNOW in weathers:
        add_snow(stage)
    if Weather.RAIN in weathers:
        add_rain(stage)
    if Weather.PETALS in weathers:
        add_falling(stage, ("#ffd3df", "#ffb8cc", "#fff0f3"), 46)
    elif Weather.LEAVES in weathers:
        add_falling(stage, ("#d9752e", "#c9482c", "#e8a83a"), 34)
    if Weather.FIREFLIES in weathers:
        add_fireflies(stage)


def add_snow(stage: Stage, count: int = 210) -> None:
    """Adds falling snow."""
    chance, unit = stage.chance, stage.unit
    flakes = [
        (
            chance.uniform(stage.left, stage.right),
            chance.uniform(0, stage.height),
            chance.random() ** 2.2,
            chance.uniform(0, math.tau),
        )
        for _ in range(count)
    ]
    colour = mix(ink("#ffffff"), stage.light.haze, 0.1)

    def falling(painter: QPainter, moment: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for x, y, near, phase in flakes:
            size = unit * (0.16 + 0.62 * near)
            fy = (y + moment * unit * (5 + 15 * near)) % (stage.height + 4 * size) - 2 * size
            fx = x + math.sin(moment * 1.3 + phase) * unit * (0.8 + 1.6 * near)
            painter.setBrush(faded(colour, 0.85 - 0.4 * near))
            painter.drawEllipse(QPointF(fx, fy), size, size)

    stage.moving(0.6, falling)


def add_rain(stage: Stage, count: int = 260) -> None:
    """Adds falling rain."""
    chance, unit = stage.chance, stage.unit
    drops = [
        (chance.uniform(stage.left, stage.right), chance.uniform(0, stage.height), chance.random() ** 1.6)
        for _ in range(count)
    ]
    colour = lit(stage.light.haze, 0.55)

    def falling(painter: QPainter, moment: float) -> None:
        for x, y, near in drops:
            long = unit * (2 + 5 * near)
            fy = (y + moment * unit * (70 + 90 * near)) % (stage.height + long) - long
            painter.setPen(QPen(faded(colour, 0.16 + 0.26 * near), unit * (0.08 + 0.14 * near)))
            painter.drawLine(QLineF(x, fy, x - long * 0.14, fy + long))

    stage.moving(0.6, falling)


def add_falling(stage: Stage, colours: tuple[str, ...], count: int) -> None:
    """Adds petals or leaves that tumble down."""
    chance, unit = stage.chance, stage.unit
    pieces = [
        (
            chance.uniform(stage.left, stage.right),
            chance.uniform(0, stage.height),
            chance.random() ** 1.8,
            chance.uniform(0, math.tau),
            chance.choice(colours),
        )
        for _ in range(count)
    ]

    def falling(painter: QPainter, moment: float) -> None:
        for x, y, near, phase, colour in pieces:
            size = unit * (0.8 + 1.8 * near)
            fy = (y + moment * unit * (4 + 7 * near)) % (stage.height + 4 * size) - 2 * size
            fx = x + math.sin(moment * 1.1 + phase) * unit * 3 - moment * unit * 2
            piece = leaf(
                fx, fy, size, size * (0.35 + 0.3 * abs(math.sin(moment * 2 + phase))), phase + moment * 1.4
            )
            fill(painter, piece, faded(stage.light.on(colour), 0.9))

    stage.moving(0.7, falling)


def add_fireflies(stage: Stage, count: int = 42) -> None:
    """Adds small lights that wander and glow."""
    chance, unit = stage.chance, stage.unit
    lights = [
        (
            chance.uniform(0, stage.width),
            stage.height * chance.uniform(0.38, 0.98),
            unit * chance.uniform(0.18, 0.5),
            chance.uniform(0, math.tau),
        )
        for _ in range(count)
    ]
    colour = ink("#ffe98a")

    def wandering(painter: QPainter, moment: float) -> None:
        for x, y, size, phase in lights:
            fx = x + math.sin(moment * 0.9 + phase * 3) * unit * 4
            fy = y + math.cos(moment * 0.7 + phase * 2) * unit * 3
            strength = 0.5 + 0.5 * math.sin(moment * 2.4 + phase)
            glow(painter, fx, fy, size * 7, halo(fx, fy, size * 7, colour, 0.75 * strength))
            painter.setBrush(faded(ink("#fffbe0"), strength))
            painter.drawEllipse(QPointF(fx, fy), size, size)

    stage.moving(0.6, wandering)


def add_motes(stage: Stage, count: int = 40) -> None:
    """Adds dust that floats in the light."""
    chance, unit = stage.chance, stage.unit
    motes = [
        (
            chance.uniform(0, stage.width),
            chance.uniform(0, stage.height),
            unit * (0.14 + 0.5 * chance.random() ** 3),
            chance.uniform(0, math.tau),
        )
        for _ in range(count)
    ]
    colour = mix(ink("#fff4d6"), stage.light.glow, 0.3)

    def floating(painter: QPainter, moment: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for x, y, size, phase in motes:
            fx = x + math.sin(moment * 0.7 + phase) * unit * 2 + moment * unit * 0.6
            fy = y - moment * unit * (0.8 + size / unit)
            strength = 0.3 + 0.25 * math.sin(moment * 1.6 + phase)
            painter.setBrush(faded(colour, strength))
            painter.drawEllipse(QPointF(fx, fy), size, size)
            glow(painter, fx, fy, size * 4, halo(fx, fy, size * 4, colour, strength * 0.5))

    stage.moving(0.6, floating)
