"""How the program looks: colours, type sizes, style sheet, and the live switch between light and dark.

Promise: a colour or a font size is written down in this package and nowhere else.

`look()` gives the application's `ThemeController`: `look().theme.accent`, `look().scale.body`,
`look().changed.connect(...)`.
"""

from panda_desktop.ui.theme.controller import ThemeController, ThemeMode, dress, look
from panda_desktop.ui.theme.fonts import ZOOM_MAX, ZOOM_MIN, TypeScale
from panda_desktop.ui.theme.tokens import DARK, LIGHT, Syntax, Theme, contrast

__all__ = [
    "DARK",
    "LIGHT",
    "ZOOM_MAX",
    "ZOOM_MIN",
    "Syntax",
    "Theme",
    "ThemeController",
    "ThemeMode",
    "TypeScale",
    "contrast",
    "dress",
    "look",
]
