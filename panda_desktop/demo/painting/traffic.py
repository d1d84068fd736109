"""Traffic: a wet boulevard with cars, and vehicles that fly between towers.

Promise: lights leave trails and everything drives on with the time.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from panda_desktop.demo.painting.colours import across, down, faded, halo, ink, lit, mix
from panda_desktop.demo.painting.shapes import ellipse, smooth
from panda_desktop.demo.painting.stage import Stage, fill, glow
from panda_desktop.demo.painting.towers import NEON_COLOURS
from panda_desktop.demo.painting.water import add_mirror

_LANES = (-1.0, -0.52, 0.0, 0.52, 1.0)


def add_air_traffic(stage: Stage, count: int = 16) -> None:
    """Adds vehicles that fly between the towers and leave trails of light."""
    chance, unit = stage.chance, stage.unit
    lanes = [chance.uniform(0.28, 0.68) for _ in range(4)]
    cars = []
    for _ in range(count):
        y = stage.height * (chance.choice(lanes) + chance.uniform(-0.015, 0.015))
        way = chance.choice((-1, 1))
        cars.append(
            (
                chance.uniform(0, stage.width),
                y,
                way,
                chance.uniform(5, 13) * unit,
                unit * chance.uniform(0.5, 1.3),
                ink(chance.choice(NEON_COLOURS)),
            )
        )
    span = stage.right - stage.left

    def flying(painter: QPainter, moment: float) -> None:
        for start, y, way, speed, size, colour in cars:
            x = stage.left + (start - stage.left + way * speed * moment) % span
            tail = x - way * size * 13
            trail = across(QPointF(x, y), QPointF(tail, y), [(0, faded(colour, 0.85)), (1, faded(colour, 0))])
            painter.fillRect(QRectF(min(x, tail), y - size * 0.12, abs(x - tail), size * 0.24), trail)
            fill(
                painter,
                smooth(
                    [
                        (x - size, y),
                        (x - size * 0.5, y - size * 0.4),
                        (x + size * 0.5, y - size * 0.38),
                        (x + size, y),
                        (x, y + size * 0.3),
                    ],
                    closed=True,
                ),
                ink("#141a30"),
            )
            glow(
                painter,
                x + way * size * 0.8,
                y,
                size * 2.4,
                halo(x + way * size * 0.8, y, size * 2.4, ink("#fff3d0"), 0.9),
            )

    stage.moving(0.4, flying)


def add_boulevard(stage: Stage, base: float) -> None:
    """Adds a wide street to the horizon, wet enough to shine, with the trails of cars."""
    light, unit = stage.light, stage.unit
    centre, half = stage.width * 0.5, stage.width * 0.62
    above = tuple(stage.layers)

    def road(painter: QPainter) -> None:
        tar = light.on("#3a4258", 0.15)
        stops = [(0, mix(tar, light.haze, 0.6)), (0.4, tar), (1, lit(tar, -0.4))]
        area = QRectF(stage.left, base, stage.right - stage.left, stage.bottom - base)
        painter.fillRect(area, down(base, stage.bottom, stops))

    def lines(painter: QPainter) -> None:
        painter.setPen(QPen(faded(lit(light.haze, 0.4), 0.35), unit * 0.3))
        for part in _LANES:
            far, near = (
                QPointF(centre + part * half * 0.04, base),
                QPointF(centre + part * half, stage.bottom),
            )
            painter.drawLine(far, near)

    stage.still(0.4, road)
    add_mirror(stage, above, 0.5, stage.bottom)
    stage.still(0.5, lines)
    _add_cars(stage, base, centre, half)


def _add_cars(stage: Stage, base: float, centre: float, half: float) -> None:
    chance, unit = stage.chance, stage.unit
    cars = [
        (side * offset, side, chance.uniform(0, 1), chance.uniform(0.5, 0.9))
        for offset in (0.1, 0.26, 0.42)
        for side in (-1, 1)
        for _ in range(3)
    ]

    def driving(painter: QPainter, moment: float) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
        for offset, side, start, speed in cars:
            way = (start + moment * speed * 0.3) % 1.0
            near = way**2 if side > 0 else (1 - way) ** 2
            y = base + (stage.bottom - base) * near
            x = centre + offset * 2 * half * (0.04 + 0.96 * near)
            size = unit * (0.35 + 2.6 * near)
            colour = ink("#ff4a4a") if side < 0 else ink("#fff1cf")
            for lamp in (x - size * 0.8, x + size * 0.8):
                glow(painter, lamp, y, size * 1.6, halo(lamp, y, size * 1.6, colour, 0.9))
            fill(painter, ellipse(x, y + size * 1.4, size * 0.9, size * 2.2), faded(colour, 0.22))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    stage.moving(0.55, driving)
