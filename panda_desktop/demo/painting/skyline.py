"""A city: rows of towers in the haze, traffic in the air and light trails.

Promise: it glows more the later it is; `neon` and the future make it glow at any hour.
"""

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, Qt

from panda_desktop.demo.painting.colours import across, down, faded, halo, ink, lit, mix
from panda_desktop.demo.painting.shapes import rounded
from panda_desktop.demo.painting.stage import Stage, fill, glow, stroke
from panda_desktop.demo.painting.towers import Tower, make_tower


def add_row(
    stage: Stage,
    base: float,
    tall: float,
    wide: float,
    distance: float,
    depth: float,
    *,
    future: bool,
    gap: float = 0.0,
    lamps: float | None = None,
) -> None:
    """Adds a row of towers.

    Args:
        stage: to add to.
        base: where they stand, in pixels.
        tall: height of the highest.
        wide: usual width of one.
        distance: from near (0) to the horizon (1).
        depth: how it follows the camera.
        future: shapes of the future, with glowing edges.
        gap: part of the width around the middle where they are low.
        lamps: how many windows are lit; as the hour says without it.
    """
    chance = stage.chance
    shine = stage.light.lamps if lamps is None else lamps
    towers = []
    x = stage.left
    while x < stage.right:
        own = wide * chance.uniform(0.65, 1.35)
        off = abs((x + own / 2) / stage.width - 0.5)
        high = (
            tall * chance.uniform(0.42, 1.0) * (1.0 if gap == 0 or off > gap else chance.uniform(0.16, 0.34))
        )
        if gap == 0:
            high *= 1.15 - 0.85 * off
            high *= 0.42 + 0.58 * min(1.0, abs(x + own / 2 - stage.sun[0]) / (stage.unit * 15))
        towers.append(make_tower(chance, x, base, own, high, future=future, lamps=shine))
        x += own * chance.uniform(0.82, 1.12)
    stage.still(depth, lambda painter: _paint_row(painter, stage, towers, base, distance))
    if any(tower.lamp for tower in towers) and shine > 0.2:
        _add_beacons(stage, towers, depth)


def _paint_row(painter: QPainter, stage: Stage, towers: list[Tower], base: float, distance: float) -> None:
    light = stage.light
    chance_colours = ("#3d4f6e", "#4a4668", "#37566a", "#524a60")
    for index, tower in enumerate(towers):
        own = light.on(chance_colours[index % 4], distance)
        box = tower.box
        foot = mix(own, light.haze, 0.3 + 0.4 * distance)
        fill(painter, tower.shape, down(box.top(), base, [(0, own), (0.5, mix(own, foot, 0.35)), (1, foot)]))
        lit_left = stage.sun[0] < box.center().x()
        near_edge, far_edge = (box.left(), box.right()) if lit_left else (box.right(), box.left())
        warm = mix(light.rim, light.glow, 0.5)
        side = across(
            QPointF(near_edge, 0),
            QPointF(far_edge, 0),
            [
                (0, faded(warm, 0.42)),
                (0.3, faded(warm, 0.08)),
                (0.5, faded(ink("#060818"), 0)),
                (1, faded(ink("#060818"), 0.34)),
            ],
        )
        fill(painter, tower.shape, side)
        _paint_windows(painter, stage, tower, own, distance)
        _paint_neon(painter, stage, tower, distance)


def _paint_windows(painter: QPainter, stage: Stage, tower: Tower, wall: QColor, distance: float) -> None:
    light = stage.light
    painter.setPen(Qt.PenStyle.NoPen)
    day = light.lamps < 0.2
    dark = faded(lit(wall, 0.22 if day else -0.3), 0.5 * (1 - distance * 0.6))
    strength = 1 - 0.45 * distance
    shades = [mix(ink("#ffb35c"), ink("#fff3cf"), step / 5) for step in range(5)] + [ink("#bfe6ff")]
    for window, warmth in tower.windows:
        if warmth < 0:
            painter.fillRect(window, dark)
        else:
            painter.fillRect(window, faded(shades[int(warmth * 5.99)], strength * (0.6 + 0.4 * warmth)))


def _paint_neon(painter: QPainter, stage: Stage, tower: Tower, distance: float) -> None:
    unit = stage.unit
    strength = 1 - 0.5 * distance
    for path, colour in tower.edges:
        stroke(painter, path, faded(ink(colour), 0.2 * strength), unit * 1.1)
        stroke(painter, path, faded(ink(colour), 0.85 * strength), unit * 0.28)
        stroke(painter, path, faded(lit(ink(colour), 0.7), 0.9 * strength), unit * 0.1)
    for board, colour in tower.signs:
        centre = board.center()
        radius = max(board.width(), board.height()) * 1.3
        glow(
            painter,
            centre.x(),
            centre.y(),
            radius,
            halo(centre.x(), centre.y(), radius, ink(colour), 0.5 * strength),
        )
        fill(
            painter,
            rounded(board.x(), board.y(), board.width(), board.height(), unit * 0.3),
            faded(ink(colour), 0.8 * strength),
        )
        for line in range(3):
            y = board.y() + board.height() * (0.2 + 0.27 * line)
            fill(
                painter,
                rounded(
                    board.x() + board.width() * 0.18,
                    y,
                    board.width() * (0.64 - 0.14 * line),
                    board.height() * 0.1,
                    1,
                ),
                faded(ink("#ffffff"), 0.75 * strength),
            )


def _add_beacons(stage: Stage, towers: list[Tower], depth: float) -> None:
    places = [tower.lamp for tower in towers if tower.lamp is not None]
    unit = stage.unit

    def blinking(painter: QPainter, moment: float) -> None:
        for index, (x, y) in enumerate(places):
            strength = 0.5 + 0.5 * math.sin(moment * 3 + index * 1.7)
            glow(painter, x, y, unit * 2.4, halo(x, y, unit * 2.4, ink("#ff5a5a"), 0.4 + 0.6 * strength))

    stage.moving(depth, blinking)


def add_city_glow(stage: Stage, base: float) -> None:
    """Adds the light of the streets that hangs over a city."""
    light = stage.light
    colour = mix(light.glow, light.haze, 0.4)

    def painted(painter: QPainter) -> None:
        top = base - stage.height * 0.3
        stops = [(0, faded(colour, 0)), (1, faded(colour, 0.6))]
        painter.fillRect(
            QRectF(stage.left, top, stage.right - stage.left, base - top + 1), down(top, base, stops)
        )

    stage.still(0.12, painted)
