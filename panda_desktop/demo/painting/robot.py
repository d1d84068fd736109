"""The friendly robot.

Promise: its eyes and its heart glow in any light.
"""

import math
import random
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from panda_desktop.demo.painting.colours import WHITE, around, faded, halo, ink, lit, mix
from panda_desktop.demo.painting.figure import Look, blink, body, soft_shadow, turned_around
from panda_desktop.demo.painting.shapes import ellipse, rounded, smooth, taper, trace
from panda_desktop.demo.painting.stage import fill, glow, stroke


@dataclass(frozen=True, slots=True)
class Robot:
    """One robot: the colour of its shell, of its trim and of its lights."""

    shell: QColor
    trim: QColor
    lamp: QColor


def choose_robot(chance: random.Random, coat: QColor | None) -> Robot:
    """Returns a robot; with `coat` where the prompt names a colour."""
    shell, trim, lamp = chance.choice(
        (
            ("#e9ecef", "#f08a4b", "#58e6ff"),
            ("#8fc7c9", "#f4efe6", "#ffd166"),
            ("#f2b84b", "#3d4654", "#7df9d0"),
            ("#d8dce6", "#5b7fd6", "#7fe3ff"),
        )
    )
    return Robot(coat or ink(shell), ink(trim), ink(lamp))


def paint_robot(painter: QPainter, moment: float, robot: Robot, look: Look) -> None:
    """Paints it on (0, 0)."""
    soft_shadow(painter, 0, 1, 34, 6)
    hover = math.sin(moment * 2.2) * 0.6
    for side in (-1, 1):
        body(
            painter,
            rounded(side * 10 - 5, -26, 10, 22, 4),
            look,
            mix(robot.shell, ink("#4a5160"), 0.55),
            rim=1.4,
        )
        body(painter, rounded(side * 11 - 9, -8, 18, 8.4, 4), look, robot.trim, rim=1.4)
    painter.save()
    painter.translate(0, hover)
    _arm(painter, robot, look, -1, 6 * math.sin(moment * 1.5))
    wave = 128 + 16 * math.sin(moment * 5)
    _arm(painter, robot, look, 1, -wave)
    _chest(painter, moment, robot, look)
    with turned_around(painter, 0, -62, 4 * math.sin(moment * 1.2)):
        _head(painter, moment, robot, look)
    painter.restore()


def _arm(painter: QPainter, robot: Robot, look: Look, side: int, degrees: float) -> None:
    with turned_around(painter, side * 23, -53, degrees):
        arm = taper(trace("23,-53 31,-42 32,-30", side), [8, 7, 7])
        body(painter, arm, look, mix(robot.shell, ink("#4a5160"), 0.5), rim=1.3)
        body(painter, ellipse(side * 32, -26, 5.6), look, robot.trim, rim=1.2)
        claw = smooth(trace("28.5,-23 28,-18.4 30.6,-17", side))
        stroke(painter, claw, look.on(robot.trim), 2.6)
        stroke(painter, smooth(trace("35.5,-23 36.4,-18.4 34,-17", side)), look.on(robot.trim), 2.6)
    body(painter, ellipse(side * 22, -53, 6), look, robot.trim, rim=1.2)


def _chest(painter: QPainter, moment: float, robot: Robot, look: Look) -> None:
    body(painter, rounded(-7, -68, 14, 10, 3), look, "#59616f", rim=0.8)
    chest = smooth(trace("-19,-62 19,-62 23,-50 21,-32 13,-23 -13,-23 -21,-32 -23,-50"), closed=True)
    body(painter, chest, look, robot.shell, rim=2.4)
    plate = rounded(-13, -56, 26, 22, 7)
    fill(painter, plate, faded(look.on(lit(robot.shell, -0.18)), 0.8))
    beat = 0.75 + 0.25 * math.sin(moment * 4)
    fill(painter, ellipse(0, -46, 5.6), look.on("#262b36"))
    fill(painter, ellipse(0, -46, 4.2), around(0, -46, 4.4, [(0, lit(robot.lamp, 0.7)), (1, robot.lamp)]))
    glow(painter, 0, -46, 17, halo(0, -46, 17, robot.lamp, 0.6 * beat))
    for index in range(3):
        fill(
            painter,
            rounded(-8 + index * 6, -38, 4, 1.8, 0.9),
            faded(robot.lamp if index == 1 else robot.trim, 0.9),
        )


def _head(painter: QPainter, moment: float, robot: Robot, look: Look) -> None:
    stroke(painter, smooth(trace("0,-98 1.5,-104 0,-110")), look.on("#6b7280"), 1.6)
    fill(painter, ellipse(0, -111, 3.2), robot.lamp)
    glow(painter, 0, -111, 15, halo(0, -111, 15, robot.lamp, 0.6 + 0.3 * math.sin(moment * 4)))
    for side in (-1, 1):
        body(painter, rounded(side * 26 - 4, -89, 8, 15, 3.6), look, robot.trim, rim=1.2)
    head = smooth(
        trace("-17,-100 17,-100 27,-92 28,-78 23,-67 12,-64 -12,-64 -23,-67 -28,-78 -27,-92"), closed=True
    )
    body(painter, head, look, robot.shell, rim=2.6)
    visor = rounded(-21, -93, 42, 23, 10.5)
    fill(painter, visor, around(0, -86, 30, [(0, ink("#27304a")), (1, ink("#0d1120"))]))
    opened = blink(moment, 0.7)
    for side in (-1, 1):
        eye = ellipse(side * 9, -82, 4.2, max(4.8 * opened, 0.7))
        fill(painter, eye, around(side * 9, -82, 5, [(0, lit(robot.lamp, 0.75)), (1, robot.lamp)]))
        glow(painter, side * 9, -82, 13, halo(side * 9, -82, 13, robot.lamp, 0.55))
        fill(painter, ellipse(side * 16.5, -75.5, 2.8, 1.6), faded(ink("#ff8f9a"), 0.5))
    smile = QPainterPath(QPointF(-4, -76))
    smile.quadTo(0, -73, 4, -76)
    stroke(painter, smile, robot.lamp, 1.2)
    shine = smooth(trace("-17,-91 -6,-92 -13,-73 -18,-75"), closed=True)
    fill(painter, shine, faded(WHITE, 0.1))
