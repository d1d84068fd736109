"""Type sizes in points, scaled by the person's text zoom.

Promise: every size on the screen comes from this scale, so one setting enlarges all text.
"""

import sys
from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

ZOOM_MIN: Final = 80
ZOOM_MAX: Final = 200

# A point is 1/72 inch; screens count 96 logical pixels an inch except on macOS, where a point is a pixel.
_POINTS_PER_PIXEL: Final = 1.0 if sys.platform == "darwin" else 72 / 96

# Named, because Qt by itself may take Japanese letter forms for Chinese text.
_CHINESE_FAMILIES: Final = {
    "win32": ("Microsoft YaHei UI",),
    "darwin": ("PingFang SC",),
}.get(sys.platform, ("Noto Sans CJK SC", "Noto Sans SC"))


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Sizes in points at one zoom.

    Attributes:
        zoom: per cent, 80 to 200.
        tiny: words under rail icons.
        small: secondary text.
        body: everything else.
        heading: headings inside messages and of panels.
        title: the one title of an empty place or a dialog.
        mono: source code.
        compact: there is less air between things.
    """

    zoom: int
    tiny: float
    small: float
    body: float
    heading: float
    title: float
    mono: float
    compact: bool = False

    def pad(self, pixels: int) -> int:
        """Returns a distance of the comfortable layout as the density has it, in pixels."""
        return max(min(pixels, 2), round(pixels * 0.6)) if self.compact else pixels

    @property
    def factor(self) -> float:
        """1.0 at 100 %: what pixel sizes that must follow the text are multiplied by."""
        return self.zoom / 100


def type_scale(zoom: int, *, compact: bool = False) -> TypeScale:
    """Returns the sizes at `zoom` per cent; a value outside 80 to 200 is brought inside.

    `compact` is for less air between things.
    """
    zoom = max(ZOOM_MIN, min(ZOOM_MAX, zoom))

    def points(pixels: float) -> float:
        return round(pixels * _POINTS_PER_PIXEL * zoom / 100, 2)

    return TypeScale(
        zoom=zoom,
        tiny=points(11),
        small=points(12),
        body=points(14),
        heading=points(17),
        title=points(20),
        mono=points(13),
        compact=compact,
    )


def system_font(points: float, *, bold: bool = False) -> QFont:
    """Returns the system's own interface font at a size."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setFamilies(_families(font.family()))
    font.setPointSizeF(points)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


@cache
def _families(name: str) -> list[str]:
    # The system's name may be an alias (`Sans Serif`), which any family behind it would overrule.
    return [QFontInfo(QFont(name)).family(), *_CHINESE_FAMILIES]


def mono_font(points: float) -> QFont:
    """Returns the system's fixed-pitch font at a size."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(points)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font
