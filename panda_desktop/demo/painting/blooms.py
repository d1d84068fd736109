"""Meadows and single trees: grass that sways, flowers, round and blossoming trees, palms.

Promise: flowers grow larger towards the viewer and bend in the wind.
"""

import math
import random
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from panda_desktop.demo.painting.colours import around, down, faded, ink, lit, mix
from panda_desktop.demo.painting.figure import Look, body, soft_shadow
from panda_desktop.demo.painting.plants import crown, leaf
from panda_desktop.demo.painting.shapes import ellipse, smooth, taper, trace
from panda_desktop.demo.painting.stage import Stage, fill, stroke

KINDS = {
    "sunflower": ("#ffc531", "#f7a824"),
    "lavender": ("#9a78d8", "#7f5fc4"),
    "tulip": ("#e8475a", "#f48a4e", "#f7c64b", "#ef7fa8", "#fdf1e4"),
    "poppy": ("#e8432f", "#d93328"),
    "daisy": ("#ffffff", "#fff3f8", "#fbe7a8"),
    "wild": ("#f06a7a", "#fbd04f", "#ffffff", "#8f7fe0", "#f59a4a"),
    "rose": ("#d8354f", "#ef6f88", "#f6b3bf"),
}


@dataclass(frozen=True, slots=True)
class Flower:
    """One flower of a field."""

    x: float
    y: float
    size: float
    colour: QColor
    phase: float


def flower_kind(prompt_words: str, chance: random.Random) -> str:
    """Returns which flowers grow: those the prompt names, or some."""
    for names, kind in (
        (("sunflower", "向日葵"), "sunflower"),
        (("lavender", "薰衣草"), "lavender"),
        (("tulip", "郁金香"), "tulip"),
        (("popp", "罂粟"), "poppy"),
        (("dais", "雏菊"), "daisy"),
        (("rose", "玫瑰"), "rose"),
    ):
        if any(name in prompt_words for name in names):
            return kind
    return chance.choice(("wild", "wild", "daisy", "poppy"))


def add_field(
    stage: Stage, top: float, kind: str, depth: float, count: int, *, near: float = 1.0, clear: float = 0.0
) -> None:
    """Adds flowers from the height `top` to the viewer; `clear` units around the middle stay lower."""
    chance, unit = stage.chance, stage.unit
    flowers = []
    for _ in range(count):
        part = chance.random() ** 0.8
        x, y = chance.uniform(stage.left, stage.right), top + (stage.height * 1.06 - top) * part
        size = unit * (0.45 + 3.6 * part**1.5) * near * chance.uniform(0.75, 1.2)
        if abs(x - stage.width / 2) < clear * unit and y < stage.height:
            size *= 0.45
        colour = stage.light.on(chance.choice(KINDS[kind]), 0.45 * (1 - part))
        flowers.append(
            Flower(
                x, y, size, mix(colour, ink(chance.choice(KINDS[kind])), 0.25), chance.uniform(0, math.tau)
            )
        )
    flowers.sort(key=lambda flower: flower.y)
    stem = stage.light.on("#3f7a3c")
    far = [flower for flower in flowers if flower.size < unit * 1.5]
    close = [flower for flower in flowers if flower.size >= unit * 1.5]

    def still(painter: QPainter) -> None:
        for flower in far:
            _flower(painter, flower, kind, stem, 0.0)

    def swaying(painter: QPainter, moment: float) -> None:
        for flower in close:
            _flower(painter, flower, kind, stem, math.sin(moment * 1.8 + flower.phase) * 5)

    stage.still(depth * 0.7, still)
    stage.moving(depth, swaying)


def _flower(painter: QPainter, flower: Flower, kind: str, stem: QColor, bend: float) -> None:
    size = flower.size
    tall = size * (3.4 if kind in ("sunflower", "tulip", "lavender") else 2.6)
    lean = size * 0.06 * bend
    painter.save()
    painter.translate(flower.x, flower.y)
    if size > 4:
        stroke(painter, smooth([(0, 0), (lean * 0.3, -tall * 0.5), (lean, -tall)]), stem, size * 0.16)
        for side in (-1, 1):
            fill(painter, leaf(0, -tall * 0.2, size * 1.1, size * 0.34, -math.pi / 2 + side * 0.8), stem)
    painter.translate(lean, -tall)
    if kind == "lavender":
        for step in range(7):
            for off in (-0.16, 0.16):
                fill(
                    painter,
                    ellipse(off * size, -step * size * 0.27, size * 0.2, size * 0.17),
                    lit(flower.colour, 0.1 * (step % 3)),
                )
    elif kind == "tulip":
        cup = smooth(
            [
                (-size * 0.5, -size * 0.8),
                (-size * 0.55, -size * 0.2),
                (0, size * 0.16),
                (size * 0.55, -size * 0.2),
                (size * 0.5, -size * 0.8),
                (size * 0.2, -size * 0.5),
                (0, -size * 0.9),
                (-size * 0.2, -size * 0.5),
            ],
            closed=True,
        )
        fill(
            painter,
            cup,
            down(-size, size * 0.2, [(0, lit(flower.colour, 0.2)), (1, lit(flower.colour, -0.2))]),
        )
    elif kind in ("poppy", "rose"):
        _cup_flower(painter, flower, kind)
    else:
        _star_flower(painter, flower, kind)
    painter.restore()


def _cup_flower(painter: QPainter, flower: Flower, kind: str) -> None:
    size = flower.size
    for index in range(5):
        angle = math.tau * index / 5 + flower.phase
        x, y = math.cos(angle) * size * 0.36, math.sin(angle) * size * 0.3
        fill(
            painter, ellipse(x, y, size * 0.46, size * 0.4), lit(flower.colour, 0.12 if index % 2 else -0.06)
        )
    if kind == "rose":
        for radius in (0.5, 0.36, 0.2):
            fill(
                painter,
                ellipse(0, 0, size * radius, size * radius * 0.9),
                lit(flower.colour, -0.34 + radius * 0.5),
            )
    else:
        fill(painter, ellipse(0, 0, size * 0.2, size * 0.17), ink("#2a1c22"))


def _star_flower(painter: QPainter, flower: Flower, kind: str) -> None:
    size = flower.size
    petals = 16 if kind == "sunflower" else 9
    reach = size * (1.05 if kind == "sunflower" else 0.8)
    if size < 5:
        fill(painter, ellipse(0, 0, reach * 0.75), flower.colour)
    else:
        for index in range(petals):
            angle = math.tau * index / petals + flower.phase
            fill(
                painter,
                leaf(0, 0, reach, reach * 0.42, angle),
                lit(flower.colour, 0.14 if index % 2 else -0.08),
            )
    heart = "#5a3420" if kind == "sunflower" else "#f2b632"
    radius = size * (0.46 if kind == "sunflower" else 0.26)
    fill(painter, ellipse(0, 0, radius), around(0, 0, radius, [(0, lit(ink(heart), 0.25)), (1, ink(heart))]))


def add_grass(
    stage: Stage, low: float, tall: float, depth: float, colour: str = "#4f8a45", count: int = 170
) -> None:
    """Adds blades of grass along `low` (a part of the height)."""
    chance, unit = stage.chance, stage.unit
    own = stage.light.on(colour)
    blades = [
        (
            chance.uniform(stage.left, stage.right),
            stage.height * low + chance.uniform(0, unit * 3),
            unit * tall * chance.uniform(0.5, 1.2),
            chance.uniform(-0.4, 0.4),
            chance.uniform(0, math.tau),
            mix(own, stage.light.on("#12261c"), chance.uniform(0, 0.6)),
        )
        for _ in range(count)
    ]

    def swaying(painter: QPainter, moment: float) -> None:
        for x, y, long, lean, phase, shade in blades:
            tip = x + long * (lean + 0.12 * math.sin(moment * 2 + phase))
            path = QPainterPath(QPointF(x - long * 0.05, y))
            path.quadTo(x, y - long * 0.5, tip, y - long)
            path.quadTo(x + long * 0.06, y - long * 0.5, x + long * 0.05, y)
            fill(painter, path, shade)

    stage.moving(depth, swaying)


def paint_tree(painter: QPainter, moment: float, look: Look, leaves: QColor, seed: int) -> None:
    """Paints a broad tree on (0, 0), 100 units tall."""
    chance = random.Random(seed)
    soft_shadow(painter, 0, 0, 46, 6)
    wood = "#5a4034"
    body(painter, taper(trace("0,2 1,-16 -2,-32 2,-48"), [13, 9, 7, 5]), look, wood, rim=1.4)
    for x, y in ((-24, -56), (22, -60), (4, -72)):
        body(painter, taper([(0, -26), (x * 0.5, y * 0.72), (x, y)], [6, 4, 2]), look, wood, rim=0.8)
    heaps = [(-25, -57, 20), (26, -60, 19), (0, -79, 22), (-12, -68, 19), (15, -71, 19), (0, -58, 17)]
    for order, (x, y, radius) in enumerate(heaps):
        sway = math.sin(moment * 1.3 + order) * 0.8
        path = crown(chance, x + sway, y, radius)
        shade = lit(leaves, -0.2 + 0.07 * order)
        body(painter, path, look, shade, rim=1.1)
    painter.setPen(Qt.PenStyle.NoPen)
    for _ in range(150):
        angle, reach = chance.uniform(0, math.tau), chance.random() ** 0.6
        x, y = math.cos(angle) * 36 * reach, -69 + math.sin(angle) * 23 * reach
        painter.setBrush(faded(look.on(lit(leaves, chance.uniform(-0.2, 0.5))), 0.75))
        painter.drawEllipse(QPointF(x, y), 1.3, 1.1)


def paint_palm(painter: QPainter, moment: float, look: Look) -> None:
    """Paints a palm on (0, 0), 100 units tall."""
    body(painter, taper(trace("0,2 3,-30 10,-60 20,-86"), [8, 5.4, 4.6, 4]), look, "#7a5a40", rim=0.7)
    for index, angle in enumerate((-2.9, -2.4, -1.9, -1.35, -0.8, -0.25, 0.2, 2.9)):
        turn = angle + 0.04 * math.sin(moment * 1.9 + index)
        long = 40.0
        tip = (20 + math.cos(turn) * long, -86 + math.sin(turn) * long * 0.7 + 14)
        middle = (20 + math.cos(turn) * long * 0.55, -86 + math.sin(turn) * long * 0.62)
        frond = taper([(20, -86), middle, tip], [3, 11, 1])
        body(painter, frond, look, "#3f8a4a" if index % 2 else "#2f7444", rim=0.5)
    for x, y in ((18, -82), (23, -82), (20.5, -79)):
        fill(painter, ellipse(x, y, 2.7), look.on("#6b4630"))
