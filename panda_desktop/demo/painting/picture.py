"""Paints one picture.

Promise: a PNG of exactly the size asked for; the same arguments give the same bytes.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter

from panda_desktop.demo.painting.brief import read_brief
from panda_desktop.demo.painting.finish import finish
from panda_desktop.demo.painting.light import Light
from panda_desktop.demo.painting.scenes import build_scene

_COMPRESSION = 70


def bloom_of(light: Light) -> float:
    """Returns how far bright places shine over their edges in a light."""
    return 0.16 + 0.3 * max(light.lamps, light.stars * 0.6)


def paint(prompt: str, width: int, height: int, seed: int) -> QImage:
    """Returns the picture of a prompt."""
    brief = read_brief(prompt)
    stage = build_scene(brief, width, height, seed)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0xFF000000)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    for layer in stage.layers:
        painter.save()
        layer.paint(painter, 0.0)
        painter.restore()
    painter.end()
    return finish(image, brief.style, bloom=bloom_of(stage.light), seed=seed)


def paint_png(prompt: str, width: int, height: int, seed: int) -> bytes:
    """Returns the picture of a prompt as PNG."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = paint(prompt, width, height, seed).convertToFormat(QImage.Format.Format_RGB32)
    image.save(buffer, "PNG", _COMPRESSION)  # type: ignore[call-overload]
    return bytes(kept.data())
