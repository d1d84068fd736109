"""The stage a scene is built on: its size, its chance, its light and its layers from far to near.

Promise: chance is used up while a scene is built, never while it is painted: the frames of a clip agree.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QGradient, QPainter, QPainterPath, QPen, Qt

from panda_desktop.demo.painting.brief import Brief
from panda_desktop.demo.painting.light import Light

# painter, seconds since the clip began (0 for a picture)
Paint = Callable[[QPainter, float], None]
Fill = QColor | QGradient | QBrush

BLEED: Final = 0.09


@dataclass(frozen=True, slots=True)
class Layer:
    """One sheet of a scene.

    Attributes:
        paint: draws it.
        depth: how far it follows the camera: 0 as the sky, 1 as the foreground.
        moves: drawn anew for each frame; others are drawn once.
        drift: pixels a second it wanders to the right.
    """

    paint: Paint
    depth: float
    moves: bool = False
    drift: float = 0.0


@dataclass(slots=True)
class Stage:
    """What a scene is built with.

    Attributes:
        width: of the picture in pixels.
        height: of the picture in pixels.
        chance: the only random source.
        light: everything is seen in it.
        brief: what was asked for.
        layers: from far to near.
        sun: where the disc stands.
        horizon: its height in pixels from the top.
    """

    width: float
    height: float
    chance: random.Random
    light: Light
    brief: Brief
    layers: list[Layer] = field(default_factory=list)
    sun: tuple[float, float] = (0.0, 0.0)
    horizon: float = 0.0

    def __post_init__(self) -> None:
        self.place(0.62)

    def place(self, horizon: float, sun_x: float | None = None) -> None:
        """Sets the horizon (0 top, 1 bottom) and with it the sun; `sun_x` is a part of the width."""
        self.horizon = self.height * horizon
        x = sun_x if sun_x is not None else self.chance.choice((0.24, 0.3, 0.36, 0.64, 0.7, 0.76))
        self.sun = (self.width * x, self.horizon * (1 - self.light.elevation))

    @property
    def words(self) -> str:
        """The prompt, lower case."""
        return self.brief.words

    @property
    def unit(self) -> float:
        """A hundredth of the shorter side: sizes are given in it."""
        return min(self.width, self.height) / 100

    @property
    def left(self) -> float:
        """Where painting begins, outside the picture: the camera moves."""
        return -self.width * BLEED

    @property
    def right(self) -> float:
        """Where painting ends, outside the picture."""
        return self.width * (1 + BLEED)

    @property
    def bottom(self) -> float:
        """The lower end of what is painted."""
        return self.height * (1 + BLEED)

    @property
    def whole(self) -> QRectF:
        """Everything that is painted, with what lies outside the picture."""
        top = -self.height * BLEED
        return QRectF(self.left, top, self.right - self.left, self.bottom - top)

    def still(self, depth: float, paint: Callable[[QPainter], None], drift: float = 0.0) -> None:
        """Adds a layer that does not change."""
        self.layers.append(Layer(lambda painter, _moment: paint(painter), depth, drift=drift))

    def moving(self, depth: float, paint: Paint) -> None:
        """Adds a layer that changes with time."""
        self.layers.append(Layer(paint, depth, moves=True))


def fill(painter: QPainter, path: QPainterPath, colour: Fill) -> None:
    """Fills a shape."""
    painter.fillPath(path, colour if isinstance(colour, QBrush) else QBrush(colour))


def stroke(painter: QPainter, path: QPainterPath, colour: Fill, width: float) -> None:
    """Draws along a line, round at its ends."""
    brush = colour if isinstance(colour, QBrush) else QBrush(colour)
    pen = QPen(brush, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)


def glow(painter: QPainter, x: float, y: float, radius: float, colour: Fill) -> None:
    """Adds light around a point; `colour` is usually a `halo` there."""
    mode = painter.compositionMode()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour if isinstance(colour, QBrush) else QBrush(colour))
    painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.setCompositionMode(mode)
