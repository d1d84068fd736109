"""Grabs pictures of settings, palette and keys: `python -m tests.ui.settings_gallery FOLDER [LANGUAGE]`."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.domain.account import KeyState
from panda_desktop.domain.settings_import import SettingsImport
from panda_desktop.ui.settings import SettingsPage
from panda_desktop.ui.theme import ThemeController, ThemeMode
from panda_desktop.ui.window import Command, MainWindow, Place
from panda_desktop.ui.wiring.commands import join_commands
from panda_desktop.ui.wiring.settings import join_look, join_settings
from panda_desktop.ui.wiring.settings_file import SettingsFileDesk
from panda_desktop.ui.wiring.shortcuts import join_shortcuts
from tests.ui.doubles import Stage
from tests.ui.picturing import prepare


class Gallery:
    """A window whose settings work, and the pictures of it."""

    def __init__(self, app: QApplication, folder: Path, data: Path) -> None:
        """Shows the settings."""
        self.app = app
        self._folder = folder
        self.stage = Stage(data)
        self.controller = ThemeController(app, ThemeMode.LIGHT)
        pages: dict[Place, Callable[[], QWidget]] = {place: QWidget for place in Place}
        self.window = MainWindow(pages | {Place.SETTINGS: self._page, Place.CHAT: self.stage.chat_page})
        self.desk = SettingsFileDesk(self.window, self.stage.settings, lambda _path: None)
        join_look(self.window, self.controller, self.stage.settings)
        join_commands(self.window.commands, self.stage.settings)
        self.window.restore_geometry_text("")
        self.window.show()
        page = self.window.go(Place.SETTINGS)
        assert isinstance(page, SettingsPage)
        self.page = page
        self.picture("")

    def _page(self) -> SettingsPage:
        page = SettingsPage()
        join_settings(page, self.stage.settings, self.stage.account, Path("/home/someone/.local/share/panda"))
        page.account.set_key_state(KeyState.STORED, "sk-…9f2c")
        self.keys = join_shortcuts(page, self.window, self.stage.settings)
        self.desk.add_to(page)
        return page

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Writes a picture of the window or of a part; without a name it only lets things settle."""
        for _ in range(6):
            self.app.processEvents()
        if name:
            (widget or self.window).grab().save(str(self._folder / f"settings-{name}.png"))

    def sections(self) -> None:
        """Every section in light, some in dark."""
        for section in self.page.sections():
            self.page.show_section(section)
            self.picture(section)
        self.stage.settings.change(theme="dark", accent="violet")
        self.page.show_section("appearance")
        self.picture("appearance-dark")
        self.stage.settings.change(density="compact")
        self.picture("appearance-compact")
        self.stage.settings.change(theme="light", density="comfortable", accent="green")

    def searches(self) -> None:
        """Hits, and none."""
        self.page.search.setText("colour")
        self.picture("search")
        self.page.search.setText("zzz")
        self.picture("search-none")
        self.page.search.clear()

    def shortcuts(self) -> None:
        """A conflict, and keys of one's own."""
        self.page.show_section("shortcuts")
        self.picture("")
        self.stage.settings.change(shortcuts=("go.chat=Ctrl+Alt+H", "go.images=Ctrl+N"))
        row = self.keys.row("go.videos")
        row.recorder.listen()
        row.recorder.stop()
        row.recorder.recorded.emit("Ctrl+4")
        self.keys.row("go.library").recorder.listen()
        self.picture("keys-conflict")
        self.keys.row("go.library").recorder.stop()
        self.stage.settings.change(shortcuts=())

    def narrow(self) -> None:
        """In little room, and with large text."""
        for width in (720, 400, 320):
            self.window.resize(width, 700)
            for section in ("appearance", "shortcuts"):
                self.page.show_section(section)
                self.picture(f"{section}-{width}")
        self.window.resize(1000, 760)
        self.stage.settings.change(zoom=200)
        self.page.show_section("appearance")
        self.picture("zoom-200")
        self.stage.settings.change(zoom=100)

    def palette(self) -> None:
        """All, and what was typed."""
        self.window.commands.add_source(
            lambda: [Command("open.chat.1", "Trip to Lisbon", lambda: None, "", "chat", "Open a chat")]
        )
        self.window.commands.take("theme.light")
        palette = self.window.open_palette()
        self.picture("palette", palette)
        palette.search.setText("li")
        self.picture("palette-typed", palette)
        palette.close()
        sheet = self.window.open_keys()
        self.picture("sheet", sheet)
        sheet.close()
        self.stage.settings.imported.emit(
            SettingsImport(("theme", "zoom"), ("colour",), ("density",), ("demo",))
        )
        self.picture("imported")


def main(folder: Path, translation: str = "") -> None:
    """Writes the pictures, in another language when one is given."""
    app = QApplication([])
    prepare(app, folder, translation)
    with tempfile.TemporaryDirectory() as data:
        gallery = Gallery(app, folder, Path(data))
        gallery.sections()
        gallery.searches()
        gallery.shortcuts()
        gallery.palette()
        gallery.narrow()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
