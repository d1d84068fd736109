"""Joins the window to the panel of all models: its command, its section of the settings, its wishes.

Promise: the panel is imported when it is first opened, and there is one at a time.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from panda_desktop.ui.window import MainWindow
from panda_desktop.ui.window.commands import Command
from panda_desktop.viewmodels.models import ModelList

if TYPE_CHECKING:
    from panda_desktop.ui.models.panel import ModelsPanel
    from panda_desktop.ui.settings import SettingsPage


class ModelsDesk:
    """What the window does about models."""

    def __init__(self, window: MainWindow, models: ModelList, currency: Callable[[], str]) -> None:
        """Listens from now on; `currency` is that of the account."""
        self._window = window
        self._models = models
        self._currency = currency
        self._panel: ModelsPanel | None = None
        models.manage_wanted.connect(self.open)
        words = QCoreApplication.translate("ModelsDesk", "Manage models")
        section = QCoreApplication.translate("ModelsDesk", "Go to")
        window.commands.add(Command("models.manage", words, self.open, "", "sparkle", section))

    def open(self) -> None:
        """Shows the panel above the window."""
        from panda_desktop.ui.models.panel import ModelsPanel

        if self._panel is not None:
            return
        panel = ModelsPanel(self._window, self._models, self._currency)
        panel.closed.connect(self._forget)
        self._panel = panel
        panel.open_over(self._window)

    def panel(self) -> "ModelsPanel | None":
        """Returns the panel while it is open."""
        return self._panel

    def add_to(self, page: "SettingsPage") -> None:
        """Adds the section to the page of the settings."""
        from panda_desktop.ui.models.settings import models_section

        page.add_section(models_section(self._models), after="chat")

    def _forget(self) -> None:
        self._panel = None
