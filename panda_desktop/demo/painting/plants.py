"""Plants: pines, round trees, blossom, bamboo, palms, flowers, grass.

Promise: outlines are drawn from chance once; swaying ones bend around their foot.
"""

import math
import random

from PySide6.QtGui import QPainterPath, Qt

from panda_desktop.demo.painting.shapes import Point, outline, smooth, taper


def pine(
    chance: random.Random, x: float, foot: float, tall: float, *, snow: bool = False
) -> tuple[QPainterPath, QPainterPath]:
    """Returns a pine and the snow that lies on it."""
    tiers = 6
    left: list[Point] = []
    right: list[Point] = []
    caps = QPainterPath()
    for index in range(tiers):
        low = foot - tall * (0.06 + 0.9 * index / tiers)
        wide = tall * 0.27 * (1 - index / tiers) ** 0.85 * chance.uniform(0.85, 1.15) + tall * 0.015
        inner = wide * 0.45
        high = low - tall * 0.15
        left += [(x - wide, low), (x - inner, high + tall * 0.05)]
        right += [(x + wide, low), (x + inner, high + tall * 0.05)]
        if snow:
            caps.addPath(
                outline(
                    [
                        (x - wide * 0.82, low - tall * 0.012),
                        (x - inner * 0.6, high),
                        (x + inner * 0.5, high),
                        (x + wide * 0.35, low - tall * 0.03),
                        (x, low - tall * 0.075),
                        (x - wide * 0.4, low - tall * 0.035),
                    ]
                )
            )
    trunk = tall * 0.022
    body = outline(
        [
            (x - trunk, foot + tall * 0.02),
            (x - trunk, foot - tall * 0.06),
            *left,
            (x, foot - tall),
            *reversed(right),
            (x + trunk, foot - tall * 0.06),
            (x + trunk, foot + tall * 0.02),
        ]
    )
    body.setFillRule(Qt.FillRule.WindingFill)
    return body, caps


def crown(chance: random.Random, x: float, y: float, radius: float, lumps: int = 14) -> QPainterPath:
    """Returns the leaves of a round tree as one outline."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for index in range(lumps):
        angle = math.tau * index / lumps + chance.uniform(-0.2, 0.2)
        reach = radius * chance.uniform(0.45, 0.72)
        size = radius * chance.uniform(0.3, 0.46)
        path.addEllipse(
            x + math.cos(angle) * reach - size,
            y + math.sin(angle) * reach * 0.78 - size * 0.9,
            size * 2,
            size * 1.8,
        )
    path.addEllipse(x - radius * 0.62, y - radius * 0.5, radius * 1.24, radius)
    return path.simplified()


def leaf(x: float, y: float, long: float, wide: float, angle: float) -> QPainterPath:
    """Returns a pointed leaf that starts at a point."""
    along, across = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))

    def at(part: float, side: float) -> Point:
        return (
            x + along[0] * long * part + across[0] * wide * side,
            y + along[1] * long * part + across[1] * wide * side,
        )

    path = smooth([at(0, 0), at(0.35, 0.5), at(1, 0)])
    back = smooth([at(1, 0), at(0.35, -0.5), at(0, 0)])
    path.connectPath(back)
    path.closeSubpath()
    return path


def trunk(
    chance: random.Random, x: float, foot: float, tall: float, thick: float, lean: float = 0.0
) -> QPainterPath:
    """Returns a trunk that narrows upwards."""
    bend = chance.uniform(-0.06, 0.06) * tall
    points = [
        (x, foot),
        (x + bend, foot - tall * 0.4),
        (x + lean * tall * 0.6, foot - tall * 0.75),
        (x + lean * tall, foot - tall),
    ]
    return taper(points, [thick * 1.35, thick * 0.9, thick * 0.7, thick * 0.5])
