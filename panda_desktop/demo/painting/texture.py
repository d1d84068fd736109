"""Noise: the grain of paper, the puffs of a cloud.

Promise: the same seed gives the same texture.
"""

import random
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

SIDE: Final = 512
_SOFT: Final = Qt.TransformationMode.SmoothTransformation
_ANY_SHAPE: Final = Qt.AspectRatioMode.IgnoreAspectRatio


@lru_cache(16)
def noise(seed: int, octaves: int) -> QImage:
    """Returns soft grey clouds of 512 x 512 pixels; more octaves give finer parts."""
    chance = random.Random(seed)
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0xFF808080)
    painter = QPainter(image)
    for order in range(octaves):
        cells = 4 << order
        painter.setOpacity(0.5)
        fine = _raw(chance, cells)
        while fine.width() < SIDE:  # in small steps it stays round, in one it shows its grid
            fine = fine.scaled(fine.size() * 2, _ANY_SHAPE, _SOFT)
        painter.drawImage(QRect(0, 0, SIDE, SIDE), fine)
    painter.end()
    return image


@lru_cache(8)
def grain(seed: int, side: int = 512) -> QImage:
    """Returns fine grain, a grey value of its own in each pixel."""
    return _raw(random.Random(seed), side)


def _raw(chance: random.Random, side: int) -> QImage:
    values = chance.randbytes(side * side)  # the image borrows them: they have to outlive it
    raw = QImage(values, side, side, side, QImage.Format.Format_Grayscale8)
    return raw.convertToFormat(QImage.Format.Format_RGB32)
