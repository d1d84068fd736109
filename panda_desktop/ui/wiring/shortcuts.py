"""Adds the section of keys to the page of the settings.

Promise: the keys of all pages are in it, also of those that were not visited yet.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer

from panda_desktop.domain.shortcuts import pairs_of
from panda_desktop.ui.settings import Section, SettingsPage
from panda_desktop.ui.settings.shortcuts import ShortcutSettings
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.viewmodels.settings import SettingsModel

SHORTCUTS: Final = "shortcuts"


def join_shortcuts(page: SettingsPage, window: MainWindow, settings: SettingsModel) -> ShortcutSettings:
    """Adds the section of keys; when it is first seen, pages that are not made yet bring their commands."""
    translate = QCoreApplication.translate
    shown = ShortcutSettings(window.commands)
    title, words = translate("Settings", "Keys"), translate("Settings", "shortcut hotkey keyboard binding")
    page.add_section(Section(SHORTCUTS, title, "keyboard", (shown,), words, shown.prepare), after="chat")

    def want(bindings: Mapping[str, str]) -> None:
        settings.change(shortcuts=pairs_of(bindings))

    shown.bindings_wanted.connect(want)
    shown.sheet_wanted.connect(window.open_keys)
    shown.shown.connect(lambda: _make_soon(window, shown))
    return shown


def _make_pages(window: MainWindow, shown: ShortcutSettings) -> None:
    """Makes one missing page after the other, with the window free in between, while the section is seen."""
    missing = window.missing_pages()
    if not missing or not shown.isVisible():
        return
    window.page(Place(missing[0]))
    _make_soon(window, shown)


def _make_soon(window: MainWindow, shown: ShortcutSettings) -> None:
    QTimer.singleShot(0, shown, lambda: _make_pages(window, shown))
