"""What all heroes are drawn with: a frame of their own, light on their edges, eyes, shadows.

Promise: a hero stands on (0, 0), looks at the viewer and is about 100 units tall.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, Qt

from panda_desktop.demo.painting.colours import WHITE, across, around, faded, ink, lit, mix
from panda_desktop.demo.painting.light import Light
from panda_desktop.demo.painting.shapes import ellipse
from panda_desktop.demo.painting.stage import fill, stroke


@dataclass(frozen=True, slots=True)
class Look:
    """How a hero is seen.

    Attributes:
        light: of the picture.
        sun_side: -1 when the light comes from the left, 1 from the right.
        distance: 0 near to 1 at the horizon.
        glare: how bright the edge light is.
        fill_light: how much of its own colour shows against the ambient light.
    """

    light: Light
    sun_side: int
    distance: float = 0.0
    glare: float = 0.7
    fill_light: float = 0.35

    def on(self, colour: QColor | str) -> QColor:
        """Returns a colour in this light; heroes are a little brighter than the land around them."""
        own = ink(colour) if isinstance(colour, str) else colour
        return mix(self.light.on(own, self.distance), own, self.fill_light * (1 - self.distance))

    def shaded(self, colour: QColor | str, width: float) -> object:
        """Returns a gradient across a body `width` units wide, bright on the side of the light."""
        own = self.on(colour)
        bright, dark = (
            mix(lit(own, 0.14), self.light.glow, 0.12),
            mix(own, self.light.on("#1a1c38", self.distance), 0.42),
        )
        side = self.sun_side * width / 2
        return across(
            QPointF(side, -width * 0.3), QPointF(-side, width * 0.3), [(0, bright), (0.45, own), (1, dark)]
        )


@contextmanager
def frame(
    painter: QPainter, x: float, foot: float, size: float, *, flip: bool = False, turn: float = 0.0
) -> Iterator[None]:
    """Paints in a hero's own frame: `size` pixels are 100 units."""
    painter.save()
    painter.translate(x, foot)
    if turn:
        painter.rotate(turn)
    painter.scale(-size / 100 if flip else size / 100, size / 100)
    yield
    painter.restore()


@contextmanager
def turned_around(painter: QPainter, x: float, y: float, degrees: float) -> Iterator[None]:
    """Paints turned around a point."""
    painter.save()
    painter.translate(x, y)
    painter.rotate(degrees)
    painter.translate(-x, -y)
    yield
    painter.restore()


def body(
    painter: QPainter, path: QPainterPath, look: Look, colour: QColor | str, *, rim: float = 2.2
) -> None:
    """Fills a part of a hero with light and shade and an edge light."""
    box = path.boundingRect()
    painter.save()
    centre = box.center()
    painter.translate(centre)
    own = path.translated(-centre.x(), -centre.y())
    fill(painter, own, look.shaded(colour, max(box.width(), box.height() * 0.6)))  # type: ignore[arg-type]
    if rim > 0:
        painter.setClipPath(own, Qt.ClipOperation.IntersectClip)
        edge = faded(look.light.rim, look.glare * (1 - look.distance))
        stroke(painter, own.translated(-look.sun_side * rim * 0.45, rim * 0.3), edge, rim)
    painter.restore()


def soft_shadow(painter: QPainter, x: float, y: float, rx: float, ry: float, strength: float = 0.45) -> None:
    """Darkens the ground under something."""
    painter.save()
    painter.translate(x, y)
    painter.scale(rx, ry)
    dark = ink("#070a18")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(
        around(
            0, 0, 1, [(0, faded(dark, strength)), (0.55, faded(dark, strength * 0.55)), (1, faded(dark, 0))]
        )
    )
    painter.drawEllipse(QPointF(0, 0), 1, 1)
    painter.restore()


def blink(moment: float, phase: float = 0.0) -> float:
    """Returns how far eyes are open: 1, and now and then closed for a blink."""
    since = (moment + phase) % 2.9
    return 1.0 if since > 0.22 or moment + phase < 0.3 else abs(since - 0.11) / 0.11


def round_eye(
    painter: QPainter, x: float, y: float, radius: float, iris: QColor, *, slit: bool, opened: float
) -> None:
    """Draws a big shiny eye."""
    if opened < 0.25:
        path = QPainterPath(QPointF(x - radius, y))
        path.quadTo(x, y + radius * 0.7, x + radius, y)
        stroke(painter, path, ink("#1b1620"), radius * 0.3)
        return
    ry = radius * 1.1 * opened
    fill(painter, ellipse(x, y, radius * 1.14, ry * 1.12), ink("#17131c"))
    stops = [(0, lit(iris, 0.35)), (0.6, iris), (1, lit(iris, -0.45))]
    fill(painter, ellipse(x, y, radius, ry), around(x, y + radius * 0.35, radius * 1.25, stops))
    fill(
        painter,
        ellipse(x, y, radius * (0.42 if slit else 0.62), ry * (0.86 if slit else 0.64)),
        ink("#0c0a12"),
    )
    fill(painter, ellipse(x - radius * 0.34, y - ry * 0.4, radius * 0.3, ry * 0.3), faded(WHITE, 0.95))
    fill(painter, ellipse(x + radius * 0.34, y + ry * 0.38, radius * 0.15, ry * 0.15), faded(WHITE, 0.6))


def breathing(moment: float) -> float:
    """Returns the height of a chest that breathes: about 1."""
    return 1 + 0.012 * math.sin(moment * 2.4)


def band(x: float, y: float, width: float, height: float) -> QRectF:
    """Returns a rectangle around a point."""
    return QRectF(x - width / 2, y - height / 2, width, height)
