"""Joins the settings page to the settings and the account, and the look to the settings.

Promise: a setting is applied when it is saved, wherever it was changed.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from panda_desktop.domain.settings import ZOOM_MAX, ZOOM_MIN, Settings
from panda_desktop.ui.theme import ThemeController, dress
from panda_desktop.ui.window import MainWindow
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.settings import SettingsModel

if TYPE_CHECKING:
    from panda_desktop.ui.settings import SettingsPage
    from panda_desktop.viewmodels.disk import DiskModel


def join_settings(page: "SettingsPage", settings: SettingsModel, account: AccountModel, folder: Path) -> None:
    """Keeps the page as settings and account are, and hands its wishes on. `folder` is the data folder."""
    _join_account(page, account)

    def show(current: Settings) -> None:
        page.appearance.set_theme(current.theme)
        page.appearance.set_accent(current.accent)
        page.appearance.set_zoom(current.zoom)
        page.appearance.set_density(current.density)
        page.appearance.set_motion(current.motion)
        page.appearance.set_language(current.language)
        page.chat.set_send_key(current.send_key)
        page.chat.set_titles(current.auto_titles)
        page.waiting.set_wait_cap(current.wait_cap_minutes)

    page.appearance.theme_chosen.connect(lambda theme: settings.change(theme=theme))
    page.appearance.accent_chosen.connect(lambda accent: settings.change(accent=accent))
    page.appearance.density_chosen.connect(lambda density: settings.change(density=density))
    page.appearance.motion_chosen.connect(lambda motion: settings.change(motion=motion))
    page.appearance.zoom_chosen.connect(lambda zoom: settings.change(zoom=zoom))
    page.appearance.language_chosen.connect(lambda language: settings.change(language=language))
    page.chat.send_key_chosen.connect(lambda key: settings.change(send_key=key))
    page.chat.titles_wanted.connect(lambda wanted: settings.change(auto_titles=wanted))
    page.waiting.wait_cap_chosen.connect(lambda minutes: settings.change(wait_cap_minutes=minutes))
    page.data.set_folder(folder)
    page.data.open_folder_wanted.connect(lambda: open_folder(folder))
    settings.changed.connect(show)
    show(settings.current)


def _join_account(page: "SettingsPage", account: AccountModel) -> None:
    group = page.account

    def show_endpoint() -> None:
        group.set_endpoint(account.endpoint)

    def show_key() -> None:
        group.set_key_state(account.key_state, account.key_hint)

    account.connection_changed.connect(show_endpoint)
    account.key_changed.connect(show_key)
    account.testing.connect(group.set_testing)
    account.key_works.connect(group.set_test_works)
    account.key_failed.connect(group.set_test_failed)
    account.endpoint_failed.connect(group.set_endpoint_failed)
    account.demo_failed.connect(lambda _error: show_endpoint())
    group.endpoint_chosen.connect(account.use_endpoint)
    group.key_entered.connect(account.enter_key)
    group.test_wanted.connect(account.test_key)
    group.remove_key_wanted.connect(account.remove_key)
    group.demo_wanted.connect(account.use_demo)
    show_endpoint()
    show_key()


def join_room(page: "SettingsPage", disk: "DiskModel", show: Callable[[], object]) -> None:
    """Measures the data folder whenever its size is seen; `show` shows what takes room."""
    data = page.data
    disk.setParent(page)

    def tell() -> None:
        if disk.use is not None:
            data.set_room(disk.use.size, disk.use.free)

    disk.changed.connect(tell)
    data.shown.connect(disk.refresh)
    data.room_wanted.connect(show)


def join_look(window: MainWindow, controller: ThemeController, settings: SettingsModel) -> None:
    """Dresses the program as the settings say, and lets the window's commands change them."""
    settings.changed.connect(lambda current: dress(controller, current))
    window.theme_wanted.connect(lambda theme: settings.change(theme=theme))
    window.zoom_wanted.connect(lambda zoom: settings.change(zoom=min(max(zoom, ZOOM_MIN), ZOOM_MAX)))


def open_folder(folder: Path) -> None:
    """Shows a folder in the file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
