"""The frames of a clip that starts from a given picture.

Promise: the first frame is that picture, scaled and at most trimmed; from there it moves.
"""

import math
import random
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from panda_desktop.demo.film.camera import choose_camera
from panda_desktop.demo.painting.brief import read_brief
from panda_desktop.demo.painting.colours import faded, halo, ink, mix
from panda_desktop.demo.painting.light import Hour, light_of
from panda_desktop.demo.painting.stage import Stage, glow
from panda_desktop.demo.painting.weather import add_motes, add_weather

_PIXELS: Final = 960 * 544
_BLOCK: Final = 16
_MOST_WIDE: Final = 16 / 9
_LIMIT_MB: Final = 256
_FORMAT: Final = QImage.Format.Format_ARGB32_Premultiplied


class UnreadablePicture(Exception):
    """The bytes are no picture."""


class PictureReel:
    """A picture that can be asked for any frame."""

    def __init__(self, prompt: str, seed: int, data: bytes) -> None:
        """Reads the picture. Raises `UnreadablePicture`."""
        self._picture = _read(data)
        self.size = self._picture.size()
        wide, high = self.size.width(), self.size.height()
        chance = random.Random(seed)
        self._camera = choose_camera(prompt, chance)
        tone = self._picture.scaled(
            1, 1, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self._warm = mix(tone.pixelColor(0, 0), ink("#ffd9a0"), 0.7)
        self._side = chance.choice((-1, 1))
        brief = read_brief(prompt)
        stage = Stage(wide, high, chance, light_of(brief.hour or Hour.GOLDEN, chance, brief.tint), brief)
        add_weather(stage)
        if not stage.layers:
            add_motes(stage)
        self._air = tuple(stage.layers)

    def frame(self, seconds: float, part: float) -> QImage:
        """Returns the frame at a time; `part` (0 to 1) of the clip has gone by."""
        wide, high = self.size.width(), self.size.height()
        image = QImage(self.size, _FORMAT)
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        way = part * part * (3 - 2 * part)
        zoom = 1 + 0.14 * way
        painter.translate(
            wide / 2 + self._camera.x * way * wide * 0.6, high / 2 + self._camera.y * way * high * 0.6
        )
        painter.scale(zoom, zoom)
        painter.drawImage(QPointF(-wide / 2, -high / 2), self._picture)
        painter.resetTransform()
        if part > 0:
            self._light(painter, seconds, way)
            painter.setOpacity(min(part * 4, 1.0))
            for layer in self._air:
                layer.paint(painter, seconds)
        painter.end()
        return image

    def _light(self, painter: QPainter, seconds: float, way: float) -> None:
        """Lets warm light wander over the picture, and the edges darken a little."""
        wide, high = self.size.width(), self.size.height()
        x = wide * (0.5 + self._side * (0.7 - 0.8 * way))
        y = high * (0.18 + 0.08 * math.sin(seconds))
        reach = max(wide, high) * 0.8
        glow(painter, x, y, reach, halo(x, y, reach, self._warm, 0.34 * min(way * 3, 1.0)))
        dark = faded(ink("#0a0818"), 0.16 * way)
        painter.fillRect(QRectF(0, 0, wide, high), dark)


def _read(data: bytes) -> QImage:
    held = QByteArray(data)  # the buffer only points at it
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_LIMIT_MB)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    picture = reader.read()
    if picture.isNull():
        raise UnreadablePicture(reader.errorString())
    size = _size(picture.width() / picture.height())
    scaled = picture.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (scaled.width() - size.width()) // 2, (scaled.height() - size.height()) // 2
    return scaled.copy(left, top, size.width(), size.height()).convertToFormat(_FORMAT)


def _size(aspect: float) -> QSize:
    """Returns the size of the clip: the shape of the picture, in whole blocks of the encoder."""
    shape = min(max(aspect, 1 / _MOST_WIDE), _MOST_WIDE)
    wide = math.sqrt(_PIXELS * shape)
    return QSize(round(wide / _BLOCK) * _BLOCK, round(wide / shape / _BLOCK) * _BLOCK)
