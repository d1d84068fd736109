"""The window before anything is behind it: what a person sees first.

Promise: it needs no loop, no connection and no answer, and imports little: a person waits for exactly this.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.app.single import FirstInstance
from panda_desktop.domain.settings import Settings
from panda_desktop.storage.peeking import peek_settings
from panda_desktop.ui.theme import ThemeController, ThemeMode, dress
from panda_desktop.ui.translation import Language, Translation
from panda_desktop.ui.window.main_window import MainWindow, Place

_INPUT = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.Shortcut,
    }
)


@dataclass(slots=True)
class Pages:
    """Makes pages as soon as somebody knows how."""

    make: Callable[[Place], QWidget] | None = None

    def __call__(self, place: Place) -> QWidget:
        """Makes the page of a place; `make` must have been set."""
        assert self.make is not None
        return self.make(place)


class Deaf(QObject):
    """Lets nothing be pressed in the moment in which nothing is behind the window yet."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Drops keys and presses."""
        return event.type() in _INPUT


@dataclass(slots=True)
class Shown:
    """The window that is shown.

    Attributes:
        settings: as far as they could be read at once.
        pages: makes the pages; set its `make` before `listen`.
        first: what holds the data folder and hears later starts; None when nobody asked for it.
    """

    app: QApplication
    settings: Settings
    translation: Translation
    controller: ThemeController
    window: MainWindow
    pages: Pages
    first: FirstInstance | None = None
    _deaf: Deaf = field(default_factory=Deaf)

    def listen(self) -> None:
        """Lets the window be used."""
        self.app.removeEventFilter(self._deaf)

    def stop_listening(self) -> None:
        """Lets nothing be pressed while another window is made."""
        self.app.installEventFilter(self._deaf)

    def make_window(self) -> MainWindow:
        """Makes another window instead, which is not shown yet; returns the one there was."""
        before, self.window = self.window, _window(self.pages)
        self.window.restore_geometry_text(before.geometry_text())
        return before

    def come_forward(self, token: str = "") -> None:
        """Brings the window to the front; `token` is what the desktop gave the one who asks for it."""
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt on Wayland takes it from there, once
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def adopt(self, settings: Settings) -> None:
        """Takes the settings as they really are: a crash may have left the last ones unread."""
        dress(self.controller, settings)
        self.settings = settings


def show_window(app: QApplication, folder: Path, first: FirstInstance | None = None) -> Shown:
    """Shows the window; `folder` is the data folder, which need not be there."""
    settings = peek_settings(folder)
    translation = Translation(app)
    translation.use(Language(settings.language))
    compact = settings.density == "compact"
    mode = ThemeMode(settings.theme)
    controller = ThemeController(app, mode, settings.zoom, settings.accent, compact=compact)
    dress(controller, settings)
    pages = Pages()
    window = _window(pages)
    window.restore_geometry_text(settings.geometry)
    shown = Shown(app, settings, translation, controller, window, pages, first)
    app.installEventFilter(shown._deaf)
    window.show()
    return shown


def _window(pages: Pages) -> MainWindow:
    return MainWindow({place: partial(pages, place) for place in Place})
