"""Joins backups and log to the settings page.

Promise: the list is read when the page is made, and again when a backup is made.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from panda_desktop.domain.settings import Settings
from panda_desktop.ui.window import MainWindow
from panda_desktop.ui.window.commands import Command
from panda_desktop.ui.wiring.settings import open_folder
from panda_desktop.viewmodels.backups import BackupsModel
from panda_desktop.viewmodels.settings import SettingsModel

if TYPE_CHECKING:
    from panda_desktop.ui.settings import SettingsPage
    from panda_desktop.ui.settings.backups import BackupSettings
    from panda_desktop.ui.settings.log import LogSettings

BACKUPS: Final = "backups"
LOG: Final = "log"
_LOG_FILE: Final = "panda.log"


def join_backups(
    page: "SettingsPage",
    backups: BackupsModel,
    settings: SettingsModel,
    folder: Path,
    quit_program: Callable[[], object],
) -> "tuple[BackupSettings, LogSettings]":
    """Adds the two sections and keeps them as they are. `folder` is the data folder."""
    from panda_desktop.ui.settings.backups import BackupSettings
    from panda_desktop.ui.settings.log import LogSettings
    from panda_desktop.ui.settings.section import Section

    shown, log = BackupSettings(), LogSettings()
    page.add_section(
        Section(
            BACKUPS,
            QCoreApplication.translate("Settings", "Backups"),
            "archive",
            (shown,),
            QCoreApplication.translate("Settings", "backup restore copy safety damaged"),
        ),
        after="storage",
    )
    page.add_section(
        Section(
            LOG,
            QCoreApplication.translate("Settings", "Troubleshooting"),
            "warning",
            (log,),
            QCoreApplication.translate("Settings", "log report error crash level"),
        )
    )

    def show() -> None:
        shown.set_backups(backups.backups)
        shown.set_busy(backups.busy)
        shown.set_restoring(backups.restoring)

    def apply(current: Settings) -> None:
        shown.set_automatic(current.auto_backups)
        log.set_details(current.log_details)

    backups.changed.connect(show)
    settings.changed.connect(apply)
    shown.automatic_wanted.connect(lambda wanted: settings.change(auto_backups=wanted))
    shown.make_wanted.connect(backups.make)
    shown.restore_wanted.connect(backups.restore)
    shown.keep_wanted.connect(backups.keep_what_is)
    shown.quit_wanted.connect(quit_program)
    log.details_wanted.connect(lambda wanted: settings.change(log_details=wanted))
    log.open_wanted.connect(lambda: open_log(folder))
    show()
    apply(settings.current)
    backups.refresh()
    return shown, log


def add_commands(window: MainWindow, backups: BackupsModel, folder: Path) -> None:
    """Adds what can be done to the window's commands."""
    section = QCoreApplication.translate("Settings", "Data")
    make = QCoreApplication.translate("Settings", "Back up now")
    show = QCoreApplication.translate("Settings", "Open the log")
    window.commands.add(Command("backup.make", make, backups.make, "", "save", section))
    window.commands.add(Command("log.open", show, lambda: open_log(folder), "", "file", section))


def open_log(folder: Path) -> None:
    """Shows the log, or the folder while nothing was noted."""
    log = folder / _LOG_FILE
    open_folder(log if log.exists() else folder)
