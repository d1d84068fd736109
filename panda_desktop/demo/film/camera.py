"""How the camera moves.

Promise: it starts and ends gently and never shows what was not painted.
"""

import random
from dataclasses import dataclass

from PySide6.QtGui import QTransform

_HINTS = (
    (("drone", "aerial", "fly", "航拍", "俯瞰"), "rise"),
    (("zoom", "close-up", "dolly", "推近", "特写"), "push"),
    (("pan", "sweep", "tracking", "横移", "跟拍"), "pan"),
)


@dataclass(frozen=True, slots=True)
class Camera:
    """One move.

    Attributes:
        x: how far near things wander sideways, as a part of the width.
        y: the same upwards, as a part of the height.
        zoom: how much near things grow.
    """

    x: float
    y: float
    zoom: float

    def seen(self, part: float, depth: float, width: float, height: float) -> QTransform:
        """Returns where a layer is seen after a part (0 to 1) of the move."""
        way = part * part * (3 - 2 * part)
        near = 0.12 + 0.88 * depth
        scale = 1 + self.zoom * way * (0.3 + 0.7 * near)
        sight = QTransform.fromTranslate(
            width / 2 + self.x * (way - 0.5) * near * width, height / 2 + self.y * way * near * height
        )
        sight.scale(scale, scale)
        return sight.translate(-width / 2, -height / 2)


def choose_camera(prompt: str, chance: random.Random) -> Camera:
    """Returns a move that fits the prompt."""
    words = prompt.lower()
    kind = next((kind for hints, kind in _HINTS if any(hint in words for hint in hints)), None)
    side = chance.choice((-1, 1))
    moves = {
        "push": Camera(0.01 * side, 0.0, 0.11),
        "pan": Camera(0.1 * side, 0.0, 0.03),
        "rise": Camera(0.035 * side, 0.035, 0.09),
    }
    return (
        moves[kind]
        if kind
        else chance.choice((Camera(0.06 * side, 0.0, 0.05), Camera(0.03 * side, 0.01, 0.08)))
    )
