"""The frames of a painted scene in motion.

Promise: what stands still is painted once; only what moves is painted for each frame.
"""

import random
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from panda_desktop.demo.film.camera import choose_camera
from panda_desktop.demo.painting.brief import read_brief
from panda_desktop.demo.painting.finish import add_bloom, add_vignette, finish
from panda_desktop.demo.painting.picture import bloom_of
from panda_desktop.demo.painting.scenes import build_scene
from panda_desktop.demo.painting.stage import BLEED, Layer
from panda_desktop.demo.painting.words import Style

PLAIN_SIZE = QSize(960, 544)
STYLED_SIZE = QSize(640, 368)
_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
# strokes laid anew in each frame would flicker
_IN_MOTION = {Style.OIL: Style.RETRO}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A layer, and its picture when it stands still."""

    layer: Layer
    picture: QImage | None


class SceneReel:
    """A scene that can be asked for any frame."""

    def __init__(self, prompt: str, seed: int) -> None:
        """Builds the scene and paints what stands still."""
        brief = read_brief(prompt)
        self._style = _IN_MOTION.get(brief.style, brief.style)
        self.size = PLAIN_SIZE if self._style is Style.PLAIN else STYLED_SIZE
        self._seed = seed
        stage = build_scene(brief, self.size.width(), self.size.height(), seed)
        self._bloom = bloom_of(stage.light)
        self._camera = choose_camera(prompt, random.Random(seed))
        self._edge = QPointF(stage.left, stage.whole.top())
        self._sheets = _joined(
            [Sheet(layer, None if layer.moves else self._painted(layer)) for layer in stage.layers]
        )

    def _painted(self, layer: Layer) -> QImage:
        wide, high = (round(side * (1 + 2 * BLEED)) for side in (self.size.width(), self.size.height()))
        picture = QImage(wide, high, _FORMAT)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHints(_HINTS)
        painter.translate(-self._edge)
        layer.paint(painter, 0.0)
        painter.end()
        return picture

    def frame(self, seconds: float, part: float) -> QImage:
        """Returns the frame at a time; `part` (0 to 1) of the clip has gone by."""
        image = QImage(self.size, _FORMAT)
        image.fill(Qt.GlobalColor.black)
        painter = QPainter(image)
        painter.setRenderHints(_HINTS)
        for sheet in self._sheets:
            layer = sheet.layer
            painter.save()
            painter.setTransform(self._camera.seen(part, layer.depth, self.size.width(), self.size.height()))
            if sheet.picture is None:
                layer.paint(painter, seconds)
            else:
                painter.drawImage(self._edge + QPointF(layer.drift * seconds, 0), sheet.picture)
            painter.restore()
        if self._style is Style.PLAIN:
            painter.end()
            add_bloom(image, self._bloom)
            painter = QPainter(image)
            add_vignette(painter, self.size, 0.3)
            painter.end()
            return image
        painter.end()
        return finish(image, self._style, bloom=self._bloom, seed=self._seed)


def _joined(sheets: list[Sheet]) -> list[Sheet]:
    """Returns the sheets with still neighbours that move alike laid on one another."""
    joined: list[Sheet] = []
    for sheet in sheets:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.picture is not None
            and sheet.picture is not None
            and abs(last.layer.depth - sheet.layer.depth) < 0.025
            and last.layer.drift == sheet.layer.drift
        ):
            painter = QPainter(last.picture)
            painter.drawImage(0, 0, sheet.picture)
            painter.end()
        else:
            joined.append(sheet)
    return joined
