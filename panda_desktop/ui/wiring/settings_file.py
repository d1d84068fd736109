"""Writes the settings to a file and takes them from one, as the person asks.

Promise: no dialog is waited for, and what of a file was left out is said by name.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from panda_desktop.domain.settings_import import SettingsImport
from panda_desktop.ui.kit import Notice, NoticeAction, NoticeLevel
from panda_desktop.ui.window import MainWindow
from panda_desktop.ui.window.commands import Command
from panda_desktop.ui.wording import joined, listed
from panda_desktop.viewmodels.settings import SettingsModel

if TYPE_CHECKING:
    from panda_desktop.ui.settings import SettingsPage
    from panda_desktop.ui.settings.settings_file import SettingsFileSettings

ADVANCED: Final = "advanced"
_NAME: Final = "panda-settings.json"
_NOTICE: Final = "settings-file"


class SettingsFileDesk(QObject):
    """Takes the wishes of the palette and of the settings page.

    Attributes:
        dialog: the dialog that is open.
    """

    def __init__(
        self, window: MainWindow, settings: SettingsModel, show_file: Callable[[Path], object]
    ) -> None:
        """Says in `window` what became of it; `show_file` shows a file to the person."""
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._show_file = show_file
        self.dialog: QFileDialog | None = None
        settings.exported.connect(self._exported)
        settings.imported.connect(self._imported)
        section = self.tr("Settings")
        add = window.commands.add
        add(Command("settings.export", self.tr("Export settings…"), self.ask_target, "", "save", section))
        add(Command("settings.import", self.tr("Import settings…"), self.ask_source, "", "upload", section))

    def add_to(self, page: "SettingsPage") -> "SettingsFileSettings":
        """Adds the section to the page of the settings."""
        from panda_desktop.ui.settings.section import Section
        from panda_desktop.ui.settings.settings_file import SettingsFileSettings

        shown = SettingsFileSettings()
        translate = QCoreApplication.translate
        title, words = translate("Settings", "Advanced"), translate("Settings", "export import file transfer")
        page.add_section(Section(ADVANCED, title, "sliders", (shown,), words))
        shown.export_wanted.connect(self.ask_target)
        shown.import_wanted.connect(self.ask_source)
        return shown

    def ask_target(self) -> None:
        """Asks where to write the settings."""
        dialog = self._made(self.tr("Export settings"))
        if dialog is not None:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setFileMode(QFileDialog.FileMode.AnyFile)
            dialog.setDefaultSuffix("json")
            dialog.selectFile(_NAME)
            self._open(dialog, self._settings.export_to)

    def ask_source(self) -> None:
        """Asks for a file with settings."""
        dialog = self._made(self.tr("Import settings"))
        if dialog is not None:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            self._open(dialog, self._settings.import_from)

    def _made(self, title: str) -> QFileDialog | None:
        if self.dialog is not None:
            self.dialog.raise_()
            return None
        places = QStandardPaths.StandardLocation
        start = QStandardPaths.writableLocation(places.DocumentsLocation) or "."
        dialog = QFileDialog(self._window, title, start)
        dialog.setNameFilters(["JSON (*.json)", self.tr("All files") + " (*)"])
        return dialog

    def _open(self, dialog: QFileDialog, take: Callable[[Path], object]) -> None:
        dialog.fileSelected.connect(lambda name: take(Path(name)))
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _exported(self, path: Path) -> None:
        show = NoticeAction(self.tr("Show the file"), lambda: self._show_file(path))
        text = self.tr("The settings are in {name}. Keys and passwords are not.").format(name=path.name)
        self._window.notices.show_notice(Notice(text, NoticeLevel.INFO, (show,), _NOTICE))

    def _imported(self, report: SettingsImport) -> None:
        taken = self.tr("%n setting(s) taken from the file.", "", len(report.taken))
        if not report.left_out:
            self._window.notices.show_notice(Notice(taken, key=_NOTICE))
            return
        left = self.tr("%n left out: see the details.", "", len(report.left_out))
        level = NoticeLevel.WARNING if report.unfit else NoticeLevel.INFO
        notice = Notice(joined(taken, left), level, key=_NOTICE, details=self._details(report), lasting=True)
        self._window.notices.show_notice(notice)

    def _details(self, report: SettingsImport) -> str:
        parts = (
            (self.tr("Not known to this version: {names}"), report.unknown),
            (self.tr("Value out of its range, the old one stays: {names}"), report.unfit),
            (self.tr("Different on every computer: {names}"), report.local),
        )
        return "\n".join(words.format(names=listed(names)) for words, names in parts if names)
