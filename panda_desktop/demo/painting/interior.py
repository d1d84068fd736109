"""A room with a window: what is seen outside, the frame, the sill and what stands on it.

Promise: the light of the outside falls into the room.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from panda_desktop.demo.painting.colours import across, down, faded, halo, ink, lit, mix
from panda_desktop.demo.painting.figure import Look, body, frame, soft_shadow
from panda_desktop.demo.painting.plants import leaf
from panda_desktop.demo.painting.shapes import ellipse, outline, rounded, smooth, taper, trace
from panda_desktop.demo.painting.stage import Layer, Stage, fill, glow, stroke


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the window is: its sides, its upper edge and its sill."""

    left: float
    right: float
    top: float
    sill: float


def opening_of(stage: Stage) -> Opening:
    """Returns the window of a room."""
    side = 0.11 if stage.width <= stage.height else 0.16
    return Opening(
        stage.width * side, stage.width * (1 - side), stage.height * 0.0 - stage.unit * 4, stage.height * 0.77
    )


def add_room(stage: Stage, outside: Sequence[Layer]) -> Opening:
    """Adds what is seen outside, then wall, frame, curtains and sill."""
    opening = opening_of(stage)
    glass = QRectF(opening.left, opening.top, opening.right - opening.left, opening.sill - opening.top)

    def clipped(layer: Layer) -> Layer:
        def paint(painter: QPainter, moment: float) -> None:
            painter.setClipRect(
                glass.adjusted(-stage.unit * 8, -stage.unit * 8, stage.unit * 8, 0),
                Qt.ClipOperation.IntersectClip,
            )
            layer.paint(painter, moment)

        return Layer(paint, layer.depth * 0.5, layer.moves, layer.drift)

    stage.layers.extend(clipped(layer) for layer in outside)
    stage.still(0.6, lambda painter: _paint_wall(painter, stage, opening))
    stage.still(0.62, lambda painter: _paint_frame(painter, stage, opening))
    stage.moving(0.64, lambda painter, moment: _paint_curtains(painter, moment, stage, opening))
    stage.still(0.7, lambda painter: _paint_sill(painter, stage, opening))
    return opening


def _paint_wall(painter: QPainter, stage: Stage, opening: Opening) -> None:
    light = stage.light
    wall = mix(light.on("#b9a28e"), ink("#2a2230"), 0.3 if light.lamps < 0.2 else 0.5)
    path = QPainterPath()
    path.addRect(stage.whole)
    hole = QPainterPath()
    hole.addRect(QRectF(opening.left, opening.top, opening.right - opening.left, opening.sill - opening.top))
    path = path.subtracted(hole)
    fill(painter, path, down(0, stage.height, [(0, lit(wall, -0.1)), (1, lit(wall, -0.32))]))
    for x in (opening.left, opening.right):
        size = stage.unit * 26
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        glow(
            painter,
            x,
            stage.height * 0.45,
            size * 1.6,
            halo(x, stage.height * 0.45, size * 1.6, light.glow, 0.3),
        )
        painter.restore()


def _paint_frame(painter: QPainter, stage: Stage, opening: Opening) -> None:
    light, unit = stage.light, stage.unit
    wood = mix(light.on("#f4ead9"), ink("#3a2c30"), 0.12 if light.lamps < 0.2 else 0.4)
    dark = mix(wood, light.on("#4a3a48"), 0.55)
    thick = unit * 2.6
    middle = (opening.left + opening.right) / 2
    bars = [
        QRectF(opening.left - thick, opening.top, thick * 1.5, opening.sill - opening.top),
        QRectF(opening.right - thick * 0.5, opening.top, thick * 1.5, opening.sill - opening.top),
        QRectF(middle - thick * 0.42, opening.top, thick * 0.84, opening.sill - opening.top),
        QRectF(opening.left, stage.height * 0.22, opening.right - opening.left, thick * 0.62),
        QRectF(opening.left, opening.sill - thick * 0.9, opening.right - opening.left, thick),
    ]
    for bar in bars:
        upright = bar.height() > bar.width()
        near_left = stage.sun[0] < bar.center().x()
        first, last = (bar.topLeft(), bar.topRight()) if upright else (bar.topLeft(), bar.bottomLeft())
        stops = [
            (0, lit(wood, 0.1) if near_left or not upright else dark),
            (0.5, wood),
            (1, dark if near_left or not upright else lit(wood, 0.1)),
        ]
        painter.fillRect(bar, across(first, last, stops))
    painter.setOpacity(0.09)
    shine = outline(
        [
            (opening.left + unit * 6, stage.height * 0.26),
            (opening.left + unit * 15, stage.height * 0.26),
            (opening.left + unit * 3, opening.sill - unit * 8),
            (opening.left, opening.sill - unit * 8),
            (opening.left, stage.height * 0.5),
        ]
    )
    fill(painter, shine, ink("#ffffff"))
    painter.setOpacity(1.0)


def _paint_curtains(painter: QPainter, moment: float, stage: Stage, opening: Opening) -> None:
    light, unit = stage.light, stage.unit
    cloth = light.on(mix(stage.brief.tint or ink("#d9a08a"), ink("#e8dccb"), 0.35))
    for side in (-1, 1):
        edge = opening.left if side < 0 else opening.right
        wide = unit * 17
        outer = edge + side * unit * 9
        folds = 5
        for fold in range(folds):
            sway = math.sin(moment * 1.2 + fold * 0.9 + side) * unit * 0.5
            first = outer - side * wide * fold / folds
            last = outer - side * wide * (fold + 1.15) / folds
            path = QPainterPath(QPointF(first, -unit * 8))
            path.cubicTo(
                first,
                stage.height * 0.3,
                first + side * unit * 1.5 + sway * 0.5,
                stage.height * 0.6,
                first + side * unit * 3 + sway,
                stage.height * 0.84,
            )
            path.lineTo(last + side * unit * 4 + sway, stage.height * 0.84)
            path.cubicTo(
                last + side * unit * 2, stage.height * 0.6, last, stage.height * 0.3, last, -unit * 8
            )
            path.closeSubpath()
            bright = mix(cloth, light.glow, 0.35)
            fill(
                painter,
                path,
                across(
                    QPointF(first, 0),
                    QPointF(last, 0),
                    [
                        (0, faded(lit(cloth, -0.28), 0.94)),
                        (0.6, faded(cloth, 0.92)),
                        (1, faded(bright, 0.86)),
                    ],
                ),
            )


def _paint_sill(painter: QPainter, stage: Stage, opening: Opening) -> None:
    light, unit = stage.light, stage.unit
    wood = mix(light.on("#c89a6a"), ink("#33242a"), 0.08 if light.lamps < 0.2 else 0.34)
    top, front, low = opening.sill, stage.height * 0.905, stage.height * 0.945
    board = outline(
        [
            (opening.left - unit * 7, top),
            (opening.right + unit * 7, top),
            (stage.right, front),
            (stage.left, front),
        ]
    )
    fill(
        painter,
        board,
        down(top, front, [(0, mix(wood, light.glow, 0.5)), (0.4, mix(wood, light.glow, 0.18)), (1, wood)]),
    )
    for index in range(5):
        y = top + (front - top) * (index + 0.6) / 5.4
        stroke(
            painter,
            smooth([(stage.left, y), (stage.width * 0.4, y + unit * 0.5), (stage.right, y - unit * 0.2)]),
            faded(lit(wood, -0.45), 0.16),
            unit * 0.16,
        )
    x = stage.sun[0]
    painter.save()
    painter.setClipPath(board)
    for off in (-0.25, 0.05, 0.35):
        start = (opening.left + opening.right) / 2 + (x - stage.width / 2) * 0.3 + off * stage.width
        patch = outline(
            [
                (start, top),
                (start + stage.width * 0.2, top),
                (start + stage.width * 0.14 + (stage.width / 2 - x) * 0.3, front),
                (start - stage.width * 0.1 + (stage.width / 2 - x) * 0.3, front),
            ]
        )
        fill(painter, patch, faded(lit(light.glow, 0.3), 0.26))
    painter.restore()
    painter.fillRect(
        QRectF(stage.left, front, stage.right - stage.left, low - front),
        down(front, low, [(0, lit(wood, 0.12)), (0.2, lit(wood, -0.18)), (1, lit(wood, -0.42))]),
    )
    wall = mix(light.on("#8f7c72"), ink("#1c1624"), 0.5)
    painter.fillRect(
        QRectF(stage.left, low, stage.right - stage.left, stage.bottom - low),
        down(low, stage.bottom, [(0, lit(wall, -0.45)), (1, lit(wall, -0.2))]),
    )


def paint_pot(painter: QPainter, moment: float, look: Look, kind: int) -> None:
    """Paints a plant in a pot on (0, 0)."""
    soft_shadow(painter, 0, 0, 26, 5)
    green = "#4f8f55" if kind % 2 else "#6f9f4a"
    for index in range(11):
        angle = -math.pi / 2 + (index - 5) * 0.24
        sway = 0.03 * math.sin(moment * 1.3 + index)
        long = 62 - abs(index - 5) * 3.4
        if kind % 3 == 0:
            fill(
                painter,
                leaf(0, -30, long, 9, angle + sway),
                look.on(lit(ink(green), 0.12 if index % 2 else -0.14)),
            )
        else:
            tip = (math.cos(angle + sway) * long * 0.75, -30 + math.sin(angle + sway) * long * 0.8)
            stroke(
                painter,
                smooth([(0, -30), (tip[0] * 0.4, -30 + (tip[1] + 30) * 0.6), tip]),
                look.on(lit(ink(green), -0.2)),
                1.4,
            )
            body(
                painter,
                ellipse(tip[0], tip[1], 8.4, 7.4),
                look,
                lit(ink(green), 0.1 if index % 2 else -0.08),
                rim=1,
            )
    pot = outline(trace("-18,-32 18,-32 13,0 -13,0"))
    body(painter, pot, look, "#c8704a" if kind % 2 else "#e6dccb", rim=1.6)
    body(painter, rounded(-20, -36, 40, 7, 2), look, "#d47f56" if kind % 2 else "#f0e8da", rim=1.4)


def paint_cup(painter: QPainter, moment: float, look: Look, coat: QColor) -> None:
    """Paints a steaming cup on (0, 0)."""
    soft_shadow(painter, 0, 0, 50, 7)
    body(
        painter, smooth(trace("-46,-4 0,-8 46,-4 30,1.6 -30,1.6"), closed=True), look, lit(coat, 0.2), rim=1.2
    )
    stroke(painter, smooth(trace("27,-44 42,-44 43,-24 25,-16")), look.on(lit(coat, -0.08)), 6)
    cup = smooth(trace("-31,-54 -30,-30 -20,-8 0,-4 20,-8 30,-30 31,-54"), closed=False)
    cup.closeSubpath()
    body(painter, cup, look, coat, rim=2)
    fill(painter, ellipse(0, -54, 31, 7.4), look.on(lit(coat, 0.25)))
    fill(painter, ellipse(0, -53.4, 27, 5.8), look.on("#5a3524"))
    fill(painter, ellipse(-3, -53.6, 15, 3), faded(look.on("#c99a6a"), 0.8))
    for index in range(3):
        x = -12.0 + index * 12
        points = []
        for step in range(9):
            reach = step / 8
            points.append(
                (x + math.sin(step * 0.9 - moment * 2 + index * 2) * (2 + 7 * reach), -58 - 62 * reach)
            )
        widths = [3.0, 6, 8, 9, 9, 8, 7, 5, 2]
        painter.setOpacity(0.26)
        fill(
            painter,
            taper(points, widths),
            down(
                -120,
                -56,
                [(0, faded(ink("#ffffff"), 0)), (0.4, ink("#ffffff")), (1, faded(ink("#ffffff"), 0.2))],
            ),
        )
        painter.setOpacity(1.0)


def paint_books(painter: QPainter, look: Look, colours: Sequence[str]) -> None:
    """Paints lying books on (0, 0)."""
    soft_shadow(painter, 0, 0, 46, 6)
    y = 0.0
    for index, colour in enumerate(colours):
        wide, high = 74 - index * 8, 11.0
        x = -wide / 2 + (index % 2) * 5
        body(painter, rounded(x, y - high, wide, high, 2), look, colour, rim=1.4)
        fill(painter, rounded(x + wide - 12, y - high + 2, 11, high - 4, 1), look.on("#f4ead6"))
        y -= high


def put_on_sill(stage: Stage, opening: Opening, *, cup: bool, hero_x: float) -> None:
    """Adds plants, books and maybe a cup where no hero sits."""
    chance, unit = stage.chance, stage.unit
    look = Look(stage.light, -1 if stage.sun[0] < stage.width / 2 else 1)
    y = opening.sill + unit * 6.5
    free = [part for part in (0.2, 0.82, 0.34, 0.68) if abs(part - hero_x) > 0.25]
    kind = chance.randrange(6)
    places = [stage.width * part for part in free]

    def plant(painter: QPainter, moment: float) -> None:
        with frame(painter, places[0], y, unit * 36):
            paint_pot(painter, moment, look, kind)

    stage.moving(0.76, plant)
    colours = chance.sample(("#b8503f", "#3f6f8c", "#d9a441", "#5a7f5f", "#8a5a8c"), 3)
    if len(places) > 1 and not cup:

        def books(painter: QPainter) -> None:
            with frame(painter, places[1], y + unit * 1.5, unit * 24):
                paint_books(painter, look, colours)

        stage.still(0.78, books)
