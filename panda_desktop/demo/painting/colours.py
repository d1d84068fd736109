"""Arithmetic with colours.

Promise: pure; a colour given is never changed.
"""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QLinearGradient, QRadialGradient

Stops = Iterable[tuple[float, QColor]]

WHITE = QColor(255, 255, 255)
BLACK = QColor(0, 0, 0)


@lru_cache(512)
def _named(text: str) -> QColor:
    return QColor(text)


def ink(text: str, alpha: float = 1.0) -> QColor:
    """Returns the colour `#rrggbb`, as opaque as `alpha`."""
    return faded(_named(text), alpha) if alpha < 1 else QColor(_named(text))


def mix(first: QColor, second: QColor, amount: float) -> QColor:
    """Returns `first` with `amount` (0 to 1) of `second` in it."""
    amount = min(max(amount, 0.0), 1.0)
    keep = 1 - amount
    return QColor.fromRgbF(
        first.redF() * keep + second.redF() * amount,
        first.greenF() * keep + second.greenF() * amount,
        first.blueF() * keep + second.blueF() * amount,
        first.alphaF() * keep + second.alphaF() * amount,
    )


def faded(colour: QColor, alpha: float) -> QColor:
    """Returns `colour` with its opacity set to `alpha`."""
    result = QColor(colour)
    result.setAlphaF(min(max(alpha, 0.0), 1.0))
    return result


def lit(colour: QColor, amount: float) -> QColor:
    """Returns `colour` nearer to white, or for a negative amount nearer to black."""
    return faded(mix(colour, WHITE if amount > 0 else BLACK, abs(amount)), colour.alphaF())


def under(colour: QColor, light: QColor) -> QColor:
    """Returns `colour` as it looks in light of another colour."""
    return QColor.fromRgbF(
        colour.redF() * light.redF(),
        colour.greenF() * light.greenF(),
        colour.blueF() * light.blueF(),
        colour.alphaF(),
    )


def down(top: float, bottom: float, stops: Stops) -> QLinearGradient:
    """Returns a gradient from `top` to `bottom`."""
    return across(QPointF(0, top), QPointF(0, bottom), stops)


def across(start: QPointF, end: QPointF, stops: Stops) -> QLinearGradient:
    """Returns a gradient from one point to another."""
    gradient = QLinearGradient(start, end)
    for position, colour in stops:
        gradient.setColorAt(position, colour)
    return gradient


def around(x: float, y: float, radius: float, stops: Stops) -> QRadialGradient:
    """Returns a gradient around a point."""
    gradient = QRadialGradient(QPointF(x, y), radius)
    for position, colour in stops:
        gradient.setColorAt(position, colour)
    return gradient


def halo(x: float, y: float, radius: float, colour: QColor, strength: float = 1.0) -> QRadialGradient:
    """Returns a glow that fades as light does."""
    steps = ((0.0, 1.0), (0.18, 0.62), (0.4, 0.28), (0.7, 0.07), (1.0, 0.0))
    return around(x, y, radius, [(at, faded(colour, strength * part)) for at, part in steps])
