"""Takes the pictures of the guided tour, numbered in the order in which they are taken.

Promise: a picture whose theme is not named is light.
"""

from PySide6.QtWidgets import QWidget

from panda_desktop.ui.theme import ThemeMode
from panda_desktop.ui.tour.stage import TourStage, file_name


class Camera:
    """The camera of one tour."""

    def __init__(self, stage: TourStage) -> None:
        """Begins with number 1."""
        self._stage = stage
        self._number = 0

    async def picture(self, title: str, of: QWidget | None = None) -> None:
        """Keeps a picture of the window, or of a panel over it."""
        await self._stage.use_theme(ThemeMode.LIGHT)
        self._number += 1
        await self._stage.picture(file_name(self._number, title), of)

    async def both_themes(self, title: str, of: QWidget | None = None) -> None:
        """Keeps a light and a dark one."""
        modes = [ThemeMode.LIGHT, ThemeMode.DARK]
        first = self._number + 1
        self._number += len(modes)
        # That in force comes first: a change of colours is the dearest part of a picture.
        for mode in sorted(modes, key=lambda mode: mode is not self._stage.theme()):
            await self._stage.use_theme(mode)
            await self._stage.picture(file_name(first + modes.index(mode), f"{title} {mode}"), of)
