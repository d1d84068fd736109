"""Compositions of shapes and colour, for prompts that name no thing.

Promise: calm, few colours, never the same twice.
"""

import math
import random
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from panda_desktop.demo.painting.colours import across, around, down, faded, halo, ink, lit, mix
from panda_desktop.demo.painting.shapes import ellipse, ground, swell
from panda_desktop.demo.painting.stage import Stage, fill, glow

_SETS = (
    ("#f7efe2", "#e8734a", "#2f5d7c", "#f2b84b", "#1f2f4a"),
    ("#f4ede6", "#d8526a", "#5a4f94", "#f4a261", "#232150"),
    ("#eaf2ec", "#2f8f7a", "#f2c14e", "#e76f51", "#1d3c45"),
    ("#f3eef6", "#8a5fd0", "#f08ab0", "#5fc4d6", "#2a1f50"),
    ("#fdf3e4", "#c94f3d", "#e8a33d", "#3f7f8c", "#2c2438"),
)


def add_abstract(stage: Stage, choice: int) -> None:
    """Adds a composition; `choice` says which kind."""
    colours = [ink(colour) for colour in stage.chance.choice(_SETS)]
    if stage.brief.tint is not None:
        colours[1] = mix(colours[1], stage.brief.tint, 0.75)
        colours[2] = mix(colours[2], stage.brief.tint, 0.35)
    (_ribbons, _orbs, _tiles, _paper)[choice % 4](stage, colours)


def _ribbons(stage: Stage, colours: list[QColor]) -> None:
    chance = stage.chance
    ground_colour = mix(colours[4], colours[1], 0.12)
    stage.still(
        0.0,
        lambda painter: painter.fillRect(
            stage.whole, down(0, stage.height, [(0, lit(ground_colour, 0.06)), (1, lit(ground_colour, -0.3))])
        ),
    )
    x, y = stage.width * chance.uniform(0.3, 0.7), stage.height * chance.uniform(0.2, 0.36)
    size = stage.unit * chance.uniform(16, 22)
    stage.still(0.1, _disc(x, y, size, colours[3], colours[1]))
    phases = [(chance.uniform(0, math.tau), chance.uniform(0.8, 1.6)) for _ in range(9)]
    for index in range(9):
        part = index / 8
        colour = mix(colours[1], colours[2], part) if index % 3 else mix(colours[3], colours[1], part)
        stage.moving(0.1 + 0.7 * part, _ribbon(stage, part, phases[index], colour))


def _ribbon(
    stage: Stage, part: float, wave: tuple[float, float], colour: QColor
) -> Callable[[QPainter, float], None]:
    phase, bend = wave
    base = stage.height * (0.34 + 0.62 * part)

    def painted(painter: QPainter, moment: float) -> None:
        points = []
        for step in range(41):
            x = stage.left + (stage.right - stage.left) * step / 40
            at = step / 40 * math.tau * bend + phase + moment * 0.35
            points.append(
                (
                    x,
                    base
                    + math.sin(at) * stage.height * 0.075
                    + math.sin(at * 2.3 + phase) * stage.height * 0.02,
                )
            )
        path = ground(points, stage.bottom)
        fill(
            painter,
            path,
            across(
                QPointF(stage.left, base),
                QPointF(stage.right, base + stage.height * 0.2),
                [(0, lit(colour, 0.22)), (0.5, colour), (1, lit(colour, -0.3))],
            ),
        )
        top = base - stage.height * 0.1
        fill(
            painter,
            path,
            down(top, top + stage.height * 0.26, [(0, faded(lit(colour, 0.6), 0.35)), (1, faded(colour, 0))]),
        )

    return painted


def _disc(x: float, y: float, size: float, first: QColor, second: QColor) -> Callable[[QPainter], None]:
    def painted(painter: QPainter) -> None:
        glow(painter, x, y, size * 2.6, halo(x, y, size * 2.6, first, 0.5))
        fill(
            painter,
            ellipse(x, y, size),
            across(
                QPointF(x - size, y - size),
                QPointF(x + size, y + size),
                [(0, lit(first, 0.35)), (0.5, first), (1, second)],
            ),
        )

    return painted


def _orbs(stage: Stage, colours: list[QColor]) -> None:
    chance, unit = stage.chance, stage.unit
    floor = stage.height * 0.72
    stage.still(
        0.0,
        lambda painter: painter.fillRect(
            stage.whole, down(0, floor, [(0, mix(colours[0], colours[2], 0.35)), (1, lit(colours[0], 0.1))])
        ),
    )
    stage.still(
        0.3,
        lambda painter: painter.fillRect(
            QRectF(stage.left, floor, stage.right - stage.left, stage.bottom),
            down(
                floor,
                stage.height,
                [(0, mix(colours[0], colours[1], 0.18)), (1, mix(colours[0], colours[1], 0.5))],
            ),
        ),
    )
    orbs = [
        (0.5, 0.5, 24.0),
        (0.27, 0.62, 13.0),
        (0.74, 0.6, 15.0),
        (0.4, 0.72, 7.0),
        (0.64, 0.75, 8.4),
        (0.18, 0.3, 6.0),
        (0.83, 0.28, 8.0),
    ]
    for index, (x, y, size) in enumerate(sorted(orbs, key=lambda orb: orb[1] + orb[2] / 100)):
        colour = colours[1 + (index + chance.randrange(3)) % 3]
        place = (
            (x + chance.uniform(-0.04, 0.04)) * stage.width,
            (y + chance.uniform(-0.03, 0.03)) * stage.height,
        )
        stage.moving(
            0.3 + size / 60,
            _orb(
                stage,
                place,
                size * unit * chance.uniform(0.85, 1.15),
                colour,
                (floor, chance.uniform(0, math.tau)),
            ),
        )


def _orb(
    stage: Stage, place: tuple[float, float], size: float, colour: QColor, rest: tuple[float, float]
) -> Callable[[QPainter, float], None]:
    x, y = place
    floor, phase = rest

    def painted(painter: QPainter, moment: float) -> None:
        lift = math.sin(moment * 1.1 + phase) * size * 0.07
        shade = max(0.0, 1 - abs(floor + size * 0.3 - y) / (stage.height * 0.6))
        painter.save()
        painter.translate(x, floor + size * 0.55)
        painter.scale(size * 1.15, size * 0.2)
        dark = mix(colour, ink("#1a1430"), 0.7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(around(0, 0, 1, [(0, faded(dark, 0.5 * shade)), (1, faded(dark, 0))]))
        painter.drawEllipse(QPointF(0, 0), 1, 1)
        painter.restore()
        top = y + lift
        stops = [
            (0, lit(colour, 0.75)),
            (0.25, lit(colour, 0.25)),
            (0.7, colour),
            (1, mix(colour, ink("#1a1430"), 0.5)),
        ]
        fill(painter, ellipse(x, top, size), around(x - size * 0.35, top - size * 0.4, size * 1.5, stops))
        rim = around(
            x,
            top,
            size,
            [(0, faded(colour, 0)), (0.88, faded(lit(colour, 0.5), 0)), (1, faded(lit(colour, 0.6), 0.5))],
        )
        fill(painter, ellipse(x, top, size), rim)
        fill(
            painter,
            ellipse(x - size * 0.36, top - size * 0.45, size * 0.2, size * 0.12),
            faded(ink("#ffffff"), 0.6),
        )

    return painted


def _tiles(stage: Stage, colours: list[QColor]) -> None:
    chance = stage.chance
    columns = 5 if stage.width >= stage.height else 4
    side = math.ceil(stage.width / columns)
    rows = math.ceil(stage.height / side)
    tiles = [
        (column, row, chance.randrange(7), chance.sample(colours, 3), chance.randrange(4))
        for row in range(-1, rows + 1)
        for column in range(-1, columns + 1)
    ]

    def painted(painter: QPainter) -> None:
        for column, row, kind, (back, front, accent), turn in tiles:
            painter.save()
            painter.translate((column + 0.5) * side, (row + 0.5) * side)
            painter.rotate(turn * 90)
            _tile(painter, side, kind, (back, front, accent))
            painter.restore()

    stage.still(0.2, painted)


def _tile(painter: QPainter, side: float, kind: int, colours: tuple[QColor, QColor, QColor]) -> None:
    back, front, accent = colours
    half = side / 2
    box = QRectF(-half, -half, side, side)
    painter.fillRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), back)
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    soft = across(QPointF(-half, -half), QPointF(half, half), [(0, lit(front, 0.14)), (1, front)])
    if kind in (0, 1):
        fill(painter, ellipse(-half, -half, side), soft)
        fill(painter, ellipse(-half, -half, side * 0.52), accent)
    elif kind == 2:
        fill(painter, ellipse(0, 0, half * 0.84), soft)
        fill(painter, ellipse(0, 0, half * 0.36), accent)
    elif kind == 3:
        path = QPainterPath(QPointF(-half, half))
        path.lineTo(half, half)
        path.lineTo(half, -half)
        path.closeSubpath()
        fill(painter, path, soft)
    elif kind == 4:
        for step in range(4):
            fill(painter, ellipse(0, half, half * (1 - step * 0.25)), front if step % 2 == 0 else back)
    elif kind == 5:
        painter.fillRect(QRectF(-half, -half, half, side), soft)
        fill(painter, ellipse(0, 0, half * 0.5), accent)
    else:
        for step in range(4):
            painter.fillRect(QRectF(-half, -half + step * side / 4, side, side / 8), soft)


def _paper(stage: Stage, colours: list[QColor]) -> None:
    chance = stage.chance
    stage.still(
        0.0,
        lambda painter: painter.fillRect(
            stage.whole,
            down(
                0,
                stage.height,
                [(0, mix(colours[0], colours[3], 0.4)), (1, mix(colours[0], colours[1], 0.4))],
            ),
        ),
    )
    stage.still(
        0.05,
        _disc(
            stage.width * chance.uniform(0.3, 0.7),
            stage.height * 0.3,
            stage.unit * 15,
            lit(colours[3], 0.3),
            colours[1],
        ),
    )
    for index in range(7):
        part = index / 6
        line = swell(
            chance,
            stage.left,
            stage.right,
            stage.height * (0.46 + 0.52 * part),
            stage.height * 0.2,
            1.4 + chance.random(),
        )
        colour = mix(mix(colours[3], colours[1], part * 1.6), colours[4], max(0.0, part * 1.3 - 0.35))
        stage.still(0.1 + 0.8 * part, _sheet(stage, line, colour))


def _sheet(stage: Stage, line: list[tuple[float, float]], colour: QColor) -> Callable[[QPainter], None]:
    def painted(painter: QPainter) -> None:
        shape = ground(line, stage.bottom)
        for step in range(6):
            fill(painter, shape.translated(0, -step * stage.unit * 0.5), faded(ink("#1a1024"), 0.045))
        top = min(y for _, y in line)
        fill(
            painter,
            shape,
            down(top, top + stage.height * 0.45, [(0, lit(colour, 0.16)), (1, lit(colour, -0.14))]),
        )

    return painted


def kind_of(prompt_hash: int, chance: random.Random) -> int:
    """Returns which kind of composition a prompt gets: the hash says, chance now and then disagrees."""
    return prompt_hash + (chance.random() < 0.25)
