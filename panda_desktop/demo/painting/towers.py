"""The buildings of a skyline.

Promise: every tower has a silhouette, windows that are lit as the hour says, and in the future glowing edges.
"""

import random
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath

from panda_desktop.demo.painting.shapes import Point, outline, rounded, trace

NEON_COLOURS = ("#ff3fa4", "#36e5ff", "#9d5cff", "#ffb13b", "#4dffb8")


@dataclass(slots=True)
class Tower:
    """One building.

    Attributes:
        shape: its silhouette.
        box: around it without its spire.
        windows: with how warm each shines, 0 to 1, or -1 when it is dark.
        edges: lines that glow, each with a colour.
        signs: glowing boards, each with a colour.
        lamp: the light at its top, or None.
    """

    shape: QPainterPath
    box: QRectF
    windows: list[tuple[QRectF, float]] = field(default_factory=list)
    edges: list[tuple[QPainterPath, str]] = field(default_factory=list)
    signs: list[tuple[QRectF, str]] = field(default_factory=list)
    lamp: Point | None = None


def make_tower(
    chance: random.Random, x: float, base: float, wide: float, tall: float, *, future: bool, lamps: float
) -> Tower:
    """Returns a tower that stands on `base` with its left side at `x`."""
    kind = chance.choice(
        ("taper", "dome", "step", "slant", "spire", "flat")
        if future
        else ("flat", "flat", "step", "spire", "slant")
    )
    if tall < wide * 1.2:
        kind = "flat"
    box = QRectF(x, base - tall, wide, tall)
    shape, shoulder, lamp = _silhouette(chance, kind, box)
    tower = Tower(shape, box, lamp=lamp)
    _add_windows(tower, chance, (x, base, wide, shoulder), lamps)
    if future:
        _add_neon(tower, chance, (x, base, wide, tall))
    return tower


def _silhouette(chance: random.Random, kind: str, box: QRectF) -> tuple[QPainterPath, float, Point | None]:
    """Returns the outline, the height up to which there can be windows, and the place of the lamp."""
    made = {"taper": _taper, "dome": _dome, "step": _step, "slant": _slant, "spire": _spire}.get(kind, _flat)
    return made(chance, box)


def _scaled(text: str, box: QRectF) -> QPainterPath:
    """Returns an outline traced in parts of the box, from its upper left corner."""
    return outline((box.x() + x * box.width(), box.y() + y * box.height()) for x, y in trace(text))


def _taper(_chance: random.Random, box: QRectF) -> tuple[QPainterPath, float, Point | None]:
    path = _scaled("0,1 0,0.3 0.3,0.06 0.5,0 0.7,0.06 1,0.3 1,1", box)
    return path, box.height() * 0.7, (box.center().x(), box.top())


def _dome(_chance: random.Random, box: QRectF) -> tuple[QPainterPath, float, Point | None]:
    low, high = box.top() + box.width() * 0.5, box.top() - box.width() * 0.16
    path = QPainterPath(box.bottomLeft())
    path.lineTo(box.left(), low)
    path.cubicTo(box.left(), high, box.right(), high, box.right(), low)
    path.lineTo(box.bottomRight())
    path.closeSubpath()
    return path, box.height() - box.width() * 0.5, None


def _step(chance: random.Random, box: QRectF) -> tuple[QPainterPath, float, Point | None]:
    first, second = chance.uniform(0.12, 0.22), chance.uniform(0.05, 0.1)
    path = _scaled("0,1 1,1 1,0 0,0", box.adjusted(0, box.height() * first, 0, 0))
    for inset, top in ((0.16, second), (0.32, 0.0)):
        side = box.width() * inset
        path.addRect(box.adjusted(side, box.height() * top, -side, -box.height() * (1 - first - 0.001)))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path, box.height() * (1 - first), (box.center().x(), box.top())


def _slant(chance: random.Random, box: QRectF) -> tuple[QPainterPath, float, Point | None]:
    lean = chance.choice((0.12, 0.18))
    left, right = (0, lean) if chance.random() < 0.5 else (lean, 0)
    return _scaled(f"0,1 0,{left} 1,{right} 1,1", box), box.height() * (1 - lean), None


def _spire(_chance: random.Random, box: QRectF) -> tuple[QPainterPath, float, Point | None]:
    path = _scaled("0,1 0,0 0.3,0 0.42,-0.05 0.45,-0.06 0.5,-0.24 0.55,-0.06 0.58,-0.05 0.7,0 1,0 1,1", box)
    return path, box.height(), (box.center().x(), box.top() - box.height() * 0.24)


def _flat(_chance: random.Random, box: QRectF) -> tuple[QPainterPath, float, Point | None]:
    path = _scaled("0,1 0,0 1,0 1,1", box)
    wide = box.width()
    path.addPath(rounded(box.left() + wide * 0.2, box.top() - wide * 0.12, wide * 0.3, wide * 0.14, 0))
    return path, box.height(), None


def _add_windows(
    tower: Tower, chance: random.Random, place: tuple[float, float, float, float], lamps: float
) -> None:
    x, base, wide, shoulder = place
    columns = 3 if wide < 40 else 4 if wide < 80 else 6
    pitch = wide / (columns + 0.6)
    rows = int(shoulder / (pitch * 1.25))
    bands = chance.random() < 0.25  # whole floors instead of single windows
    for row in range(1, min(rows, 46)):
        y = base - shoulder + row * pitch * 1.25 - pitch * 0.6
        late = chance.random() < 0.75
        if bands:
            lit_up = chance.random() if chance.random() < lamps * 0.75 else -1.0
            tower.windows.append((QRectF(x + pitch * 0.35, y, wide - pitch * 0.7, pitch * 0.5), lit_up))
            continue
        for column in range(columns):
            lit_up = chance.random() if late and chance.random() < lamps * 0.8 else -1.0
            tower.windows.append((QRectF(x + pitch * (column + 0.5), y, pitch * 0.56, pitch * 0.72), lit_up))


def _add_neon(tower: Tower, chance: random.Random, place: tuple[float, float, float, float]) -> None:
    x, base, wide, tall = place
    colour = chance.choice(NEON_COLOURS)
    choice = chance.random()
    if choice < 0.4:
        for side in (x + wide * 0.06, x + wide * 0.94):
            tower.edges.append((outline([(side, base), (side, base - tall * 0.66)]), colour))
    elif choice < 0.62:
        at = x + wide * chance.uniform(0.3, 0.7)
        tower.edges.append((outline([(at, base), (at, base - tall * 0.7)]), colour))
    elif choice < 0.8:
        for part in (0.3, 0.45, 0.6):
            tower.edges.append((outline([(x, base - tall * part), (x + wide, base - tall * part)]), colour))
    if chance.random() < 0.4:
        high = chance.uniform(0.3, 0.62)
        tower.signs.append(
            (
                QRectF(x + wide * 0.62, base - tall * high, wide * 0.26, tall * 0.17),
                chance.choice(NEON_COLOURS),
            )
        )
