"""Grabs pictures of the window, to be looked at: `python -m tests.ui.window_gallery FOLDER`."""

import sys
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from panda_desktop.domain.account import Balance, Connection, Endpoint, KeyState
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.ui.first_start import FirstStart
from panda_desktop.ui.kit import EmptyState, NoticeHost, ScrollArea, Surface
from panda_desktop.ui.sentences import NextStep, Sentences
from panda_desktop.ui.settings import SettingsPage
from panda_desktop.ui.theme import ThemeController, ThemeMode
from panda_desktop.ui.window import MainWindow, Place, key_notice
from tests.ui.kit_gallery import form
from tests.ui.picturing import prepare


def images() -> QWidget:
    """A page like the images tab."""
    page = Surface()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(form())
    row.addWidget(
        EmptyState("image", "No images yet", "Describe a picture on the left.", action="Write a prompt")
    )
    return page


def chat() -> QWidget:
    """A page like the chat tab."""
    return EmptyState("chat", "Ask anything", "Your chats are kept on this computer.", action="New chat")


def settings() -> SettingsPage:
    """The settings with something in them."""
    page = SettingsPage()
    page.account.set_key_state(KeyState.STORED, "sk-…9f2c")
    page.account.set_endpoint(Endpoint("https://gateway.example/v1"))
    page.data.set_folder(Path("/home/someone/.local/share/panda-desktop"))
    return page


def fill(window: MainWindow) -> None:
    """Puts facts into the status bar."""
    status = window.status
    status.set_connection(Connection.ONLINE, "api.pandaworld.space")
    when = datetime.now(UTC) - timedelta(seconds=12)
    status.set_balance(Balance(Decimal("42.5"), "usd", Decimal("157.3"), when))
    status.set_committed(Decimal("1.2"))
    status.set_spent_today(Decimal("0.84"))
    status.set_jobs_running(2)
    status.set_profile("Personal")


def notices(host: NoticeHost) -> None:
    """Shows one of each kind."""
    error = PandaError(ErrorKind.KEY_REFUSED, ErrorDetail(status=401, code="invalid_api_key"))
    host.show_notice(Sentences().notice(error, {NextStep.ENTER_KEY: lambda: None}))
    banner = key_notice(KeyState.SESSION_ONLY)
    assert banner is not None
    host.show_notice(banner)


def main(folder: Path, translation: str = "") -> None:
    """Writes the pictures, in another language when one is given."""
    app = QApplication([])
    prepare(app, folder, translation)
    controller = ThemeController(app, ThemeMode.LIGHT)
    window = MainWindow(
        {
            Place.CHAT: chat,
            Place.IMAGES: images,
            Place.VIDEOS: chat,
            Place.LIBRARY: chat,
            Place.SETTINGS: settings,
        }
    )
    window.restore_geometry_text("")
    window.show()

    def picture(name: str) -> None:
        app.processEvents()
        window.grab().save(str(folder / f"window-{name}.png"))

    cover = FirstStart()
    window.show_cover(cover)
    picture("first")
    cover.set_works(Balance(Decimal("42.5"), "usd", None, datetime.now(UTC)))
    controller.set_mode(ThemeMode.DARK)
    picture("first-dark")
    controller.set_mode(ThemeMode.LIGHT)
    fill(window)
    window.remove_cover()
    window.go(Place.IMAGES)
    picture("images")
    notices(window.notices)
    picture("notices")
    page = window.go(Place.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.account.set_test_failed(PandaError(ErrorKind.NAME_NOT_FOUND, ErrorDetail(host="gateway.example")))
    for notice in window.notices.notices():
        window.notices.close_notice(notice.key)
    picture("settings")
    controller.set_mode(ThemeMode.DARK)
    picture("settings-dark")
    palette = window.open_palette()
    app.processEvents()
    palette.grab().save(str(folder / "window-palette.png"))
    palette.close()
    page.appearance.setFocus()
    area = page.findChild(ScrollArea)
    assert isinstance(area, ScrollArea)
    area.verticalScrollBar().setValue(10_000)
    picture("settings-end")
    window.resize(720, 700)
    picture("settings-720")
    window.go(Place.IMAGES)
    picture("images-720")
    window.resize(320, 600)
    window.go(Place.SETTINGS)
    notices(window.notices)
    picture("settings-320")
    controller.set_zoom(200)
    window.resize(900, 800)
    picture("settings-zoom")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
