"""The houses along a quay.

Promise: coloured fronts side by side, with a gap where the sun stands.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from panda_desktop.demo.painting.casting import look_of
from panda_desktop.demo.painting.colours import ink
from panda_desktop.demo.painting.figure import Look, body
from panda_desktop.demo.painting.shapes import Point, outline, rounded
from panda_desktop.demo.painting.stage import Stage, fill

_FRONTS: Final = (
    "#d9694f",
    "#e8b04f",
    "#f0dcb8",
    "#6f9fae",
    "#c98a6a",
    "#8fae8a",
    "#e8906a",
    "#b8606a",
    "#f4ead6",
)
_ROOF: Final = "#8c4738"
_WINDOWS: Final = 12


@dataclass(frozen=True, slots=True)
class House:
    """One house: where, how large, its colour, its kind of roof, and how late each window stays lit."""

    x: float
    wide: float
    tall: float
    colour: QColor
    gable: bool
    windows: tuple[float, ...]


def add_quay(stage: Stage) -> None:
    """Adds the row of houses on the horizon."""
    chance, unit = stage.chance, stage.unit
    houses = []
    x = stage.left
    while x < stage.right:
        wide, tall = unit * chance.uniform(4.4, 7.4), unit * chance.uniform(7, 13)
        if abs(x - stage.sun[0]) > stage.width * 0.16:
            colour, gable = ink(chance.choice(_FRONTS)), chance.random() < 0.6
            windows = tuple(chance.random() for _ in range(_WINDOWS))
            houses.append(House(x, wide, tall, colour, gable, windows))
        x += wide * chance.choice((1.0, 1.0, 1.0, 1.7))
    look = look_of(stage, 0.3)

    def painted(painter: QPainter) -> None:
        for house in houses:
            _paint_house(painter, stage, house, look)
        edge = QRectF(stage.left, stage.horizon - unit * 0.5, stage.right - stage.left, unit * 1.1)
        painter.fillRect(edge, look.on("#7d7468"))

    stage.still(0.25, painted)


def _paint_house(painter: QPainter, stage: Stage, house: House, look: Look) -> None:
    unit, base = stage.unit, stage.horizon
    x, wide, top = house.x, house.wide, base - house.tall
    body(painter, rounded(x, top, wide, house.tall + unit, 0), look, house.colour, rim=0)
    if house.gable:
        ridge: list[Point] = [(x + wide / 2, top - wide * 0.55)]
    else:
        ridge = [(x + unit * 0.7, top - unit * 1.7), (x + wide - unit * 0.7, top - unit * 1.7)]
    fill(painter, outline([(x - unit * 0.2, top), *ridge, (x + wide + unit * 0.2, top)]), look.on(_ROOF))
    for index, late in enumerate(house.windows):
        y = top + unit * (1 + index // 3 * 2.9)
        if y > base - unit * 2.4:
            continue
        pane = QRectF(x + wide * (0.14 + 0.27 * (index % 3)), y, wide * 0.17, unit * 1.7)
        painter.fillRect(pane.adjusted(-0.6, -0.6, 0.6, 0.6), look.on("#f6efe2"))
        painter.fillRect(pane, ink("#ffd98c") if late < stage.light.lamps else look.on("#50677a"))
