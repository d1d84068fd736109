"""Keeping the program in the tray when its window is closed.

Promise: a window is hidden only while there is a tray it can be opened from again, and the first time that is
said.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.desktop.tray import Tray
from panda_desktop.viewmodels.settings import SettingsModel


class Background(QObject):
    """Hides the main window instead of ending the program, where that is wanted and possible."""

    def __init__(
        self,
        window: QWidget,
        tray: Tray,
        settings: SettingsModel,
        tell: Callable[[str, str], object],
        *,
        parent: QObject | None = None,
    ) -> None:
        """`tell` shows a title and a sentence outside the window."""
        super().__init__(parent)
        self._window = window
        self._tray = tray
        self._settings = settings
        self._tell = tell
        self._said = False

    def is_possible(self) -> bool:
        """Whether there is a tray to be kept in."""
        return self._tray.is_there()

    def is_wanted(self) -> bool:
        """Whether closing the window means that."""
        return self._settings.current.tray and self.is_possible()

    def want(self) -> None:
        """Closing the window means that from now on, beginning with this time."""
        self._settings.change(tray=True)
        self.enter()

    def enter(self) -> None:
        """Hides the window."""
        self._window.hide()
        if not self._said:
            self._said = True
            self._tell(
                self.tr("Panda Desktop is still running"),
                self.tr("It is in the tray. Its menu opens the window again, or quits."),
            )
