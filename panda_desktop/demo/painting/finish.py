"""The last touches: bloom, vignette, grain, and the hand of a style.

Promise: the picture keeps its size; nothing here knows what is in it.
"""

import random
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QRadialGradient

from panda_desktop.demo.painting.colours import ink
from panda_desktop.demo.painting.shapes import Point, ridge, smooth
from panda_desktop.demo.painting.texture import grain, noise
from panda_desktop.demo.painting.words import Style

_Mode = QPainter.CompositionMode
_FORMAT: Final = QImage.Format.Format_ARGB32_Premultiplied
_SOFT: Final = Qt.TransformationMode.SmoothTransformation
_ANY_SHAPE: Final = Qt.AspectRatioMode.IgnoreAspectRatio


def finish(image: QImage, style: Style, *, bloom: float, seed: int) -> QImage:
    """Returns the picture with its last touches.

    Args:
        image: the painted scene, premultiplied.
        style: how it is to look.
        bloom: how far bright places shine over their edges, 0 to 1.
        seed: for the grain.
    """
    if bloom > 0 and style not in (Style.INK, Style.SKETCH, Style.PIXEL):
        add_bloom(image, bloom)
    styled = {
        Style.WATERCOLOUR: _watercolour,
        Style.INK: _ink,
        Style.OIL: _oil,
        Style.PIXEL: _pixel,
        Style.SKETCH: _sketch,
        Style.MONOCHROME: _monochrome,
        Style.RETRO: _retro,
    }.get(style)
    if styled is not None:
        return styled(image, seed)
    painter = QPainter(image)
    add_vignette(painter, image.size(), 0.3)
    add_grain(painter, image.size(), 0.035, seed)
    painter.end()
    return image


def add_bloom(image: QImage, strength: float) -> None:
    """Lets bright places shine over their edges."""
    size = image.size()
    small = image.scaled(max(size.width() // 6, 1), max(size.height() // 6, 1), _ANY_SHAPE, _SOFT)
    painter = QPainter(small)
    painter.setCompositionMode(_Mode.CompositionMode_Multiply)
    painter.drawImage(0, 0, small.copy())
    painter.end()
    soft = small.scaled(max(size.width() // 22, 1), max(size.height() // 22, 1), _ANY_SHAPE, _SOFT)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setCompositionMode(_Mode.CompositionMode_Screen)
    painter.setOpacity(strength)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), soft, QRectF(soft.rect()))
    painter.end()


def add_vignette(painter: QPainter, size: QSize, strength: float) -> None:
    """Darkens the corners."""
    wide, high = size.width(), size.height()
    gradient = QRadialGradient(QPointF(0.5, 0.48), 0.78)
    gradient.setCoordinateMode(QRadialGradient.CoordinateMode.ObjectBoundingMode)
    dark = ink("#0a0818")
    for at, part in ((0.0, 0.0), (0.55, 0.0), (0.8, 0.4), (1.0, 1.0)):
        dark.setAlphaF(part * strength)
        gradient.setColorAt(at, dark)
    painter.fillRect(QRectF(0, 0, wide, high), QBrush(gradient))


def add_grain(painter: QPainter, size: QSize, strength: float, seed: int) -> None:
    """Adds fine grain: it keeps wide gradients free of bands."""
    painter.save()
    painter.setOpacity(strength)
    painter.setCompositionMode(_Mode.CompositionMode_Overlay)
    side = 512
    for x in range(0, size.width(), side):
        for y in range(0, size.height(), side):
            painter.drawImage(x, y, grain(seed % 4))
    painter.restore()


def _full(
    painter: QPainter, image: QImage, texture: QImage, mode: QPainter.CompositionMode, strength: float
) -> None:
    painter.setCompositionMode(mode)
    painter.setOpacity(strength)
    painter.drawImage(QRectF(image.rect()), texture, QRectF(texture.rect()))
    painter.setOpacity(1.0)
    painter.setCompositionMode(_Mode.CompositionMode_SourceOver)


def _blurred(image: QImage, factor: int) -> QImage:
    small = image.scaled(max(image.width() // factor, 1), max(image.height() // factor, 1), _ANY_SHAPE, _SOFT)
    return small.scaled(image.size(), _ANY_SHAPE, _SOFT)


@lru_cache(4)
def _paper_edge(wide: int, high: int, seed: int) -> QImage:
    """Returns white paper with a hole of an uneven edge, as a brush leaves it."""
    chance = random.Random(seed)
    margin = min(wide, high) * 0.045
    paper = QImage(wide, high, _FORMAT)
    paper.fill(QColor("#fbf8f1"))
    corners: list[Point] = []
    for x1, y1, x2, y2 in (
        (margin, margin, wide - margin, margin),
        (wide - margin, margin, wide - margin, high - margin),
        (wide - margin, high - margin, margin, high - margin),
        (margin, high - margin, margin, margin),
    ):
        line = ridge(chance, 0, 1, 0, margin * 1.1, 0.62)
        for part, off in line[20:-20:8]:
            shift = off + margin * 0.55
            x, y = x1 + (x2 - x1) * part, y1 + (y2 - y1) * part
            corners.append((x, y + shift) if y1 == y2 else (x + shift, y))
    hole = smooth(corners, closed=True)
    painter = QPainter(paper)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(_Mode.CompositionMode_DestinationOut)
    for _ in range(5):
        painter.setOpacity(0.42)
        painter.translate(chance.uniform(-2, 2) * margin / 22, chance.uniform(-2, 2) * margin / 22)
        painter.fillPath(hole, QColor("black"))
    painter.end()
    return paper


def _watercolour(image: QImage, seed: int) -> QImage:
    washed = _blurred(image, 3)
    painter = QPainter(washed)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity(0.55)
    painter.drawImage(0, 0, image)
    painter.setOpacity(1.0)
    painter.fillRect(washed.rect(), ink("#fffaf0", 0.2))
    _full(painter, washed, noise(seed % 97, 6), _Mode.CompositionMode_SoftLight, 0.75)
    _full(painter, washed, noise(seed % 89 + 100, 3), _Mode.CompositionMode_SoftLight, 0.6)
    add_grain(painter, washed.size(), 0.13, seed)
    painter.drawImage(0, 0, _paper_edge(washed.width(), washed.height(), seed % 5))
    _full(painter, washed, noise(7, 7), _Mode.CompositionMode_Multiply, 0.08)
    painter.end()
    return washed


def _ink(image: QImage, seed: int) -> QImage:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(_FORMAT)
    soft = _blurred(grey, 4)
    painter = QPainter(soft)
    painter.setOpacity(0.6)
    painter.drawImage(0, 0, grey)
    painter.setOpacity(0.42)
    painter.setCompositionMode(_Mode.CompositionMode_Screen)
    painter.fillRect(soft.rect(), ink("#8a8478"))
    painter.setOpacity(1.0)
    painter.setCompositionMode(_Mode.CompositionMode_SourceOver)
    painter.setOpacity(0.24)
    painter.drawImage(0, 0, image)  # a little of the colour stays, as in an old scroll
    painter.setOpacity(1.0)
    painter.setCompositionMode(_Mode.CompositionMode_Multiply)
    painter.fillRect(soft.rect(), ink("#f6ecd6"))
    _full(painter, soft, noise(seed % 83, 6), _Mode.CompositionMode_SoftLight, 0.5)
    painter.drawImage(0, 0, _paper_edge(soft.width(), soft.height(), seed % 5 + 10))
    _seal(painter, soft.size())
    painter.end()
    return soft


def _seal(painter: QPainter, size: QSize) -> None:
    """Stamps the red seal of a painter, a small panda, into the corner."""
    side = min(size.width(), size.height()) * 0.05
    x, y = size.width() - side * 2.3, size.height() - side * 2.4
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink("#b8342a"))
    painter.drawRoundedRect(QRectF(x, y, side, side), side * 0.14, side * 0.14)
    painter.setBrush(ink("#f8efe0"))
    for cx, cy, rx, ry in ((0.5, 0.56, 0.3, 0.27), (0.24, 0.3, 0.11, 0.11), (0.76, 0.3, 0.11, 0.11)):
        painter.drawEllipse(QPointF(x + side * cx, y + side * cy), side * rx, side * ry)
    painter.setBrush(ink("#b8342a"))
    for cx, cy, rx, ry in ((0.38, 0.53, 0.07, 0.09), (0.62, 0.53, 0.07, 0.09), (0.5, 0.68, 0.05, 0.035)):
        painter.drawEllipse(QPointF(x + side * cx, y + side * cy), side * rx, side * ry)


def _oil(image: QImage, seed: int) -> QImage:
    """Lays the picture again in short strokes of its own colours."""
    chance = random.Random(seed)
    wide, high = image.width(), image.height()
    small = image.scaled(max(wide // 4, 1), max(high // 4, 1), _ANY_SHAPE, _SOFT)
    result = image.copy()
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    side = min(wide, high)
    for long, count, strength in ((0.03, 2600, 0.55), (0.016, 6500, 0.6)):
        for _ in range(int(count * wide * high / side / side)):
            x, y = chance.uniform(0, wide), chance.uniform(0, high)
            colour = small.pixelColor(min(int(x / 4), small.width() - 1), min(int(y / 4), small.height() - 1))
            shade = colour.lighter(chance.randint(94, 112))
            shade.setAlphaF(strength)
            painter.setBrush(shade)
            painter.save()
            painter.translate(x, y)
            painter.rotate(chance.gauss(18 + 30 * (y / high), 16))
            painter.drawRoundedRect(
                QRectF(-side * long / 2, -side * long / 9, side * long, side * long / 4.5),
                side * long / 10,
                side * long / 10,
            )
            painter.restore()
    painter.setOpacity(0.3)
    painter.drawImage(0, 0, image)
    painter.setOpacity(1.0)
    _full(painter, result, noise(seed % 71, 7), _Mode.CompositionMode_SoftLight, 0.4)
    add_vignette(painter, result.size(), 0.25)
    painter.end()
    return result


def _pixel(image: QImage, _seed: int) -> QImage:
    wide = 144 if image.width() >= image.height() else int(144 * image.width() / image.height())
    small = image.scaled(wide, max(int(wide * image.height() / image.width()), 1), _ANY_SHAPE, _SOFT)
    few = small.convertToFormat(QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB16, Qt.ImageConversionFlag.ThresholdDither
    )
    return few.convertToFormat(_FORMAT).scaled(
        image.size(), _ANY_SHAPE, Qt.TransformationMode.FastTransformation
    )


def _sketch(image: QImage, seed: int) -> QImage:
    """Divides by a blurred copy: what stays are the edges, as a pencil draws them."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(_FORMAT)
    inverted = grey.copy()
    inverted.invertPixels()
    soft = _blurred(inverted, 5)
    lines = grey.copy()
    painter = QPainter(lines)
    painter.setCompositionMode(_Mode.CompositionMode_ColorDodge)
    painter.drawImage(0, 0, soft)
    painter.end()
    result = QImage(image.size(), _FORMAT)
    result.fill(QColor("#faf6ee"))
    painter = QPainter(result)
    painter.setCompositionMode(_Mode.CompositionMode_Multiply)
    for strength in (1.0, 0.8):
        painter.setOpacity(strength)
        painter.drawImage(0, 0, lines)
    painter.setOpacity(0.34)
    painter.drawImage(0, 0, grey)
    painter.setOpacity(1.0)
    add_grain(painter, result.size(), 0.22, seed)
    painter.setCompositionMode(_Mode.CompositionMode_SourceOver)
    painter.drawImage(
        QRect(QPointF(0, 0).toPoint(), result.size()),
        _paper_edge(result.width(), result.height(), seed % 5 + 20),
    )
    painter.end()
    return result


def _monochrome(image: QImage, seed: int) -> QImage:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(_FORMAT)
    painter = QPainter(grey)
    _full(painter, grey, grey.copy(), _Mode.CompositionMode_SoftLight, 0.55)
    painter.fillRect(grey.rect(), ink("#8a7a6a", 0.07))
    add_vignette(painter, grey.size(), 0.55)
    add_grain(painter, grey.size(), 0.12, seed)
    painter.end()
    return grey


def _retro(image: QImage, seed: int) -> QImage:
    painter = QPainter(image)
    painter.setCompositionMode(_Mode.CompositionMode_Multiply)
    painter.fillRect(image.rect(), ink("#fbe6c0"))
    painter.setCompositionMode(_Mode.CompositionMode_Screen)
    painter.fillRect(image.rect(), ink("#2c1f2e"))
    painter.setCompositionMode(_Mode.CompositionMode_SourceOver)
    _full(painter, image, noise(seed % 61, 7), _Mode.CompositionMode_SoftLight, 0.35)
    add_vignette(painter, image.size(), 0.4)
    add_grain(painter, image.size(), 0.12, seed)
    painter.end()
    return image
