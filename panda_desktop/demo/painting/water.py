"""Water: sea, lake, river; what is mirrored in it, and the path of light.

Promise: it fills everything below the horizon.
"""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPainterPath, Qt

from panda_desktop.demo.painting.colours import down, faded, ink, lit, mix
from panda_desktop.demo.painting.shapes import smooth
from panda_desktop.demo.painting.stage import Layer, Stage, fill


def add_water(stage: Stage, *, mirror: float = 0.42, bottom: float | None = None, calm: bool = True) -> None:
    """Adds water from the horizon down, with everything added so far mirrored in it.

    Args:
        stage: to add to.
        mirror: how clearly things are mirrored, 0 to 1.
        bottom: where it ends in pixels; the lower edge without one.
        calm: a lake or harbour; else waves.
    """
    light, top = stage.light, stage.horizon
    end = stage.bottom if bottom is None else bottom
    above = tuple(layer for layer in stage.layers)

    def body(painter: QPainter) -> None:
        middle = mix(light.far_water, light.near_water, 0.55)
        stops = [(0, light.far_water), (0.3, middle), (1, light.near_water)]
        painter.fillRect(QRectF(stage.left, top, stage.right - stage.left, end - top), down(top, end, stops))

    stage.still(0.12, body)
    if mirror > 0:
        add_mirror(stage, above, mirror, end)
    _add_ripples(stage, end, calm=calm)
    _add_light_path(stage, end)


def add_mirror(stage: Stage, above: Sequence[Layer], strength: float, end: float) -> None:
    """Mirrors layers below the horizon, in strips that ripples shift sideways."""
    top = stage.horizon
    kept: list[QImage] = []
    wide, tall = int(stage.right - stage.left), max(int(end - top), 1)

    def drawn() -> QImage:
        if not kept:
            image = QImage(wide, tall, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(Qt.GlobalColor.transparent)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(1, -1)
            painter.translate(-stage.left, -top)
            for layer in above:
                painter.save()
                layer.paint(painter, 0.0)
                painter.restore()
            painter.resetTransform()
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            fading = [(0, faded(ink("#000000"), strength)), (1, faded(ink("#000000"), strength * 0.25))]
            painter.fillRect(image.rect(), down(0, tall, fading))
            painter.end()
            kept.append(image)
        return kept[0]

    def mirrored(painter: QPainter, moment: float) -> None:
        image = drawn()
        rippled = QImage(image.size(), image.format())
        rippled.fill(Qt.GlobalColor.transparent)
        brush = QPainter(rippled)
        y = 0
        while y < tall:
            part = y / tall
            strip = max(1, round(stage.unit * (0.16 + 0.7 * part)))
            shift = (
                math.sin(y / stage.unit * 2.3 / (0.3 + part) + moment * 2.2)
                * stage.unit
                * (0.08 + 0.9 * part)
            )
            brush.drawImage(QPointF(shift, y), image, QRectF(0, y, wide, strip))
            y += strip
        brush.end()
        painter.drawImage(QPointF(stage.left, top), rippled)

    stage.moving(0.14, mirrored)


def _lens(x: float, y: float, long: float, thick: float) -> QPainterPath:
    return smooth(
        [
            (x - long, y),
            (x - long * 0.4, y - thick),
            (x + long * 0.4, y - thick),
            (x + long, y),
            (x + long * 0.4, y + thick),
            (x - long * 0.4, y + thick),
        ],
        closed=True,
    )


def _add_ripples(stage: Stage, end: float, *, calm: bool) -> None:
    light, chance, unit = stage.light, stage.chance, stage.unit
    top = stage.horizon
    ripples = []
    for _ in range(80 if calm else 150):
        part = chance.random() ** 1.6
        y = top + (end - top) * part
        long = unit * (0.8 + 7 * part) * chance.uniform(0.5, 1.5)
        ripples.append(
            (
                chance.uniform(stage.left, stage.right),
                y,
                long,
                unit * (0.05 + (0.28 if calm else 0.6) * part),
                chance.uniform(0, math.tau),
                chance.random() < 0.5,
            )
        )
    bright = mix(light.far_water, lit(light.glow, 0.3), 0.5)
    dark = mix(light.near_water, light.on("#04101c"), 0.5)

    def moving(painter: QPainter, moment: float) -> None:
        for x, y, long, thick, phase, is_bright in ripples:
            strength = 0.16 + 0.12 * math.sin(phase + moment * 1.7)
            drift = math.sin(phase + moment * 0.8) * unit * 0.7
            fill(painter, _lens(x + drift, y, long, thick), faded(bright if is_bright else dark, strength))

    stage.moving(0.3, moving)


def _add_light_path(stage: Stage, end: float) -> None:
    light, chance, unit = stage.light, stage.chance, stage.unit
    top, x = stage.horizon, stage.sun[0]
    sparks = []
    strength = 0.28 if light.elevation > 0.5 and not light.is_moon else 0.85
    for _ in range(130):
        part = chance.random() ** 1.25
        spread = unit * (2.2 + 15 * part)
        sparks.append(
            (
                x + chance.gauss(0, 0.42) * spread,
                top + unit * 0.4 + (end - top) * part * 0.94,
                unit * (0.5 + 3.4 * part) * chance.uniform(0.4, 1.3),
                unit * (0.08 + 0.34 * part),
                chance.uniform(0, math.tau),
                1 - 0.72 * part,
            )
        )
    colour = mix(light.sun, light.glow, 0.4)

    def glitter(painter: QPainter, moment: float) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
        for sx, y, long, thick, phase, fading in sparks:
            shine = strength * fading * (0.5 + 0.5 * math.sin(phase + moment * 3.4))
            fill(painter, _lens(sx, y, long, thick), faded(colour, shine))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    stage.moving(0.3, glitter)
