"""The sky: its colours, sun and moon, stars, clouds, northern lights, birds.

Promise: the disc stands where the stage says, and everything else is lit from there.
"""

import math
import random
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, Qt

from panda_desktop.demo.painting.colours import WHITE, around, down, faded, halo, ink, lit, mix
from panda_desktop.demo.painting.shapes import ellipse, smooth
from panda_desktop.demo.painting.stage import Stage, fill, glow, stroke
from panda_desktop.demo.painting.words import Weather


def add_sky(stage: Stage, *, disc: bool = True, clouds: bool = True) -> None:
    """Adds the whole sky down to the horizon and a little below."""
    light = stage.light
    top, reach = stage.whole.top(), stage.horizon + stage.unit * 4

    def air(painter: QPainter) -> None:
        painter.fillRect(stage.whole, down(top, reach, light.sky))
        x, y = stage.sun
        size = max(stage.width, stage.height)
        strength = 0.5 if light.is_moon else 0.72
        glow(painter, x, y, size * 0.75, halo(x, y, size * 0.75, light.glow, strength * 0.62))
        glow(painter, x, y, size * 0.28, halo(x, y, size * 0.28, light.glow, strength))

    stage.still(0.0, air)
    if light.stars > 0:
        _add_stars(stage)
    if Weather.AURORA in stage.brief.weathers:
        _add_aurora(stage)
    if disc:
        _add_disc(stage)
    if clouds:
        _add_clouds(stage)


def _add_disc(stage: Stage) -> None:
    light, unit = stage.light, stage.unit
    x, y = stage.sun
    radius = unit * (5.2 if light.is_moon else 6.2 - 2.2 * light.elevation)

    def disc(painter: QPainter) -> None:
        glow(painter, x, y, radius * 3.4, halo(x, y, radius * 3.4, light.glow, 0.75))
        stops = [(0.0, lit(light.sun, 0.5)), (0.82, light.sun), (1.0, mix(light.sun, light.glow, 0.35))]
        fill(painter, ellipse(x, y, radius), around(x, y, radius, stops))
        if light.is_moon:
            for dx, dy, size in (
                (-0.3, -0.25, 0.24),
                (0.28, 0.1, 0.32),
                (-0.15, 0.42, 0.18),
                (0.35, -0.42, 0.13),
            ):
                crater = ellipse(x + dx * radius, y + dy * radius, size * radius)
                fill(painter, crater, ink("#b9b6a8", 0.3))

    stage.still(0.02, disc)


def _add_stars(stage: Stage) -> None:
    chance, unit = stage.chance, stage.unit
    count = int(230 * stage.light.stars)
    box = stage.whole
    stars = []
    for _ in range(count):
        y = box.top() + (stage.horizon - box.top()) * chance.random() ** 1.35
        size = unit * (0.1 + 0.22 * chance.random() ** 4)
        stars.append(
            (chance.uniform(box.left(), box.right()), y, size, chance.uniform(0, math.tau), chance.random())
        )

    def sparkle(painter: QPainter, moment: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for x, y, size, phase, warmth in stars:
            height = 1 - max(y, 0) / max(stage.horizon, 1)
            strength = (0.35 + 0.65 * height) * (0.75 + 0.25 * math.sin(phase + moment * 3))
            colour = mix(ink("#ffe6c8"), ink("#dce8ff"), warmth)
            painter.setBrush(faded(colour, strength))
            painter.drawEllipse(QPointF(x, y), size, size)
            if size > unit * 0.26:
                glow(painter, x, y, size * 6, halo(x, y, size * 6, colour, 0.35 * strength))

    stage.moving(0.0, sparkle)


def _add_aurora(stage: Stage) -> None:
    chance = stage.chance
    colours = chance.choice((("#4dffb0", "#2fd6c4", "#8f6bff"), ("#6bffa0", "#3ff0d0", "#ff6bc0")))
    bands = [
        (ink(colour), 0.66 - 0.15 * index, chance.uniform(0, math.tau), chance.uniform(0.8, 1.4))
        for index, colour in enumerate(colours)
    ]
    wide, tall = 160, 90

    def lights(painter: QPainter, moment: float) -> None:
        veil = QImage(wide, tall, QImage.Format.Format_ARGB32_Premultiplied)
        veil.fill(Qt.GlobalColor.transparent)
        brush = QPainter(veil)
        brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        for index in range(wide):
            for band in bands:
                _curtain(brush, index, (wide, tall), band, moment)
        brush.end()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
        painter.drawImage(
            QRectF(stage.left, 0, stage.right - stage.left, stage.horizon), veil, QRectF(veil.rect())
        )
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    stage.moving(0.02, lights)


def _curtain(
    brush: QPainter,
    index: int,
    size: tuple[int, int],
    band: tuple[QColor, float, float, float],
    moment: float,
) -> None:
    """Draws one column of one curtain of northern light."""
    colour, base, phase, bend = band
    part = index / size[0]
    wave = math.sin(part * 6 * bend + phase + moment * 0.25) * 0.1 + math.sin(part * 15 + phase) * 0.025
    y = (base + wave) * size[1]
    high = (0.42 + 0.1 * math.sin(part * 23 * bend + phase * 2 + moment * 0.6)) * size[1]
    strength = 0.34 + 0.16 * math.sin(part * 11 + phase + moment * 0.9) + 0.06 * math.sin(part * 90 + phase)
    stops = [
        (0, faded(colour, 0)),
        (0.72, faded(colour, strength * 0.75)),
        (0.9, faded(colour, strength)),
        (1, faded(colour, 0)),
    ]
    brush.fillRect(QRectF(index, y - high, 1, high), down(y - high, y, stops))


def cumulus(chance: random.Random, x: float, base: float, width: float) -> QPainterPath:
    """Returns a heap of cloud with a flat base."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    lumps, peak = 9, chance.uniform(-0.35, 0.35)
    for index in range(lumps):
        part = (index + 0.5) / lumps * 2 - 1
        reach = max(0.0, 1 - abs(part - peak) / (1 + abs(peak)))
        tall = width * (0.035 + 0.13 * reach * chance.uniform(0.65, 1.25))
        path.addEllipse(QPointF(x + part * width / 2 * 0.92, base - tall * 0.9), tall * 1.02, tall)
        if reach > 0.5:
            path.addEllipse(QPointF(x + part * width / 2 * 0.8, base - tall * 1.75), tall * 0.66, tall * 0.62)
    path.addRoundedRect(
        QRectF(x - width / 2, base - width * 0.05, width, width * 0.05), width * 0.025, width * 0.025
    )
    return path.simplified()


def _add_clouds(stage: Stage) -> None:
    light, chance = stage.light, stage.chance
    for depth, count, near in ((0.03, 4, 0.0), (0.07, 3, 1.0)):
        clouds = []
        for index in range(count):
            x = stage.width * ((index + chance.uniform(0.1, 0.9)) / count)
            base = stage.horizon * (chance.uniform(0.66, 0.9) if near == 0 else chance.uniform(0.2, 0.55))
            width = stage.width * (chance.uniform(0.12, 0.24) if near == 0 else chance.uniform(0.26, 0.46))
            clouds.append((cumulus(chance, x, base, width), x, base, width))

        def drawn(painter: QPainter, clouds: list[tuple[QPainterPath, float, float, float]] = clouds) -> None:
            for path, x, base, width in clouds:
                _cloud(painter, stage, path, (x, base, width))

        strength = 0.35 if light.is_moon else 1.0
        stage.still(depth, _with_opacity(drawn, strength), drift=stage.unit * (0.35 + near * 0.5))
    _add_streaks(stage)


def _with_opacity(paint: Callable[[QPainter], None], strength: float) -> Callable[[QPainter], None]:
    def painted(painter: QPainter) -> None:
        painter.setOpacity(strength)
        paint(painter)
        painter.setOpacity(1.0)

    return painted


def _cloud(painter: QPainter, stage: Stage, path: QPainterPath, place: tuple[float, float, float]) -> None:
    x, base, width = place
    light = stage.light
    tall = path.boundingRect().height()
    bright, dim = light.bright_cloud, light.dim_cloud
    body = [
        (0, bright),
        (0.5, faded(mix(bright, dim, 0.55), 0.96)),
        (0.74, faded(mix(bright, dim, 0.8), 0.72)),
        (1, faded(dim, 0.0)),
    ]
    fill(painter, path, down(base - tall, base + width * 0.012, body))
    painter.save()
    painter.setClipPath(path)
    toward = -1 if stage.sun[0] < x else 1
    rim = path.translated(-toward * width * 0.025, tall * 0.13)
    edge = [(0, faded(lit(light.bright_cloud, 0.45), 0.75)), (0.7, faded(bright, 0.0))]
    fill(painter, path.subtracted(rim), down(base - tall, base, edge))
    painter.restore()


def _add_streaks(stage: Stage) -> None:
    light, chance = stage.light, stage.chance
    streaks = [
        (
            chance.uniform(0, stage.width),
            stage.horizon * chance.uniform(0.3, 0.95),
            stage.width * chance.uniform(0.12, 0.34),
            stage.unit * chance.uniform(0.3, 0.9),
            chance.uniform(0.12, 0.4),
        )
        for _ in range(11)
    ]

    def drawn(painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for x, y, long, thick, strength in streaks:
            near_sun = max(0.0, 1 - math.hypot(x - stage.sun[0], y - stage.sun[1]) / stage.width)
            colour = mix(light.dim_cloud, light.bright_cloud, 0.3 + 0.7 * near_sun)
            painter.save()
            painter.translate(x, y)
            painter.scale(long, thick)
            painter.setBrush(
                around(
                    0,
                    0,
                    1,
                    [
                        (0, faded(colour, strength)),
                        (0.6, faded(colour, strength * 0.6)),
                        (1, faded(colour, 0)),
                    ],
                )
            )
            painter.drawEllipse(QPointF(0, 0), 1, 1)
            painter.restore()

    stage.still(0.02, drawn, drift=stage.unit * 0.25)


def add_birds(stage: Stage, count: int = 7, depth: float = 0.15) -> None:
    """Adds a flock that crosses the sky."""
    chance, unit = stage.chance, stage.unit
    x, y = stage.width * chance.uniform(0.25, 0.7), stage.horizon * chance.uniform(0.28, 0.6)
    flock = [
        (
            x + index * unit * 3.2 + chance.uniform(-2, 2) * unit,
            y + abs(index - count / 2) * unit * 1.6 + chance.uniform(-1, 1) * unit,
            unit * chance.uniform(1.1, 1.9),
            chance.uniform(0, math.tau),
        )
        for index in range(count)
    ]
    colour = _bird_colour(stage)

    def flying(painter: QPainter, moment: float) -> None:
        for bx, by, size, phase in flock:
            bx = bx + moment * unit * 2.4
            flap = 0.45 + 0.4 * math.sin(phase + moment * 7)
            wing = smooth(
                [
                    (bx - size, by - size * flap),
                    (bx - size * 0.4, by - size * flap * 0.75),
                    (bx, by),
                    (bx + size * 0.4, by - size * flap * 0.75),
                    (bx + size, by - size * flap),
                ]
            )
            stroke(painter, wing, colour, unit * 0.32)

    stage.moving(depth, flying)


def _bird_colour(stage: Stage) -> QColor:
    dark = stage.light.on("#2a2f3a", 0.12)
    return mix(dark, WHITE, 0.75) if stage.light.is_moon else dark
