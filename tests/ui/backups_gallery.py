"""Grabs pictures of backups, restore and crash report: `python -m tests.ui.backups_gallery FOLDER`."""

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.domain.backups import Backup, BackupReason, SalvageReport
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.ui.crash_report import CrashReport
from panda_desktop.ui.kit import EmptyState
from panda_desktop.ui.settings import SettingsPage
from panda_desktop.ui.settings.backups import BackupSettings
from panda_desktop.ui.settings.log import LogSettings
from panda_desktop.ui.settings.section import Section
from panda_desktop.ui.theme import ThemeController, ThemeMode
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.wiring.beginning import Beginning
from panda_desktop.ui.wiring.blocked import BlockedWindow
from tests.ui.picturing import prepare

NOW = datetime.now(UTC)
NEWEST = Backup("backups/5", 5, NOW - timedelta(hours=3), 48_200_000, BackupReason.AUTOMATIC)
BACKUPS = (
    NEWEST,
    replace(NEWEST, number=4, made_at=NOW - timedelta(days=1, hours=2), reason=BackupReason.BY_HAND),
    replace(NEWEST, number=3, made_at=NOW - timedelta(days=2), size=47_000_000),
    replace(NEWEST, number=0, made_at=NOW - timedelta(days=12), size=900, reason=BackupReason.UPDATE),
)
REPORT = """Panda Desktop: the last run did not end well
Version 0.1.0, begun 2026-11-28T03:36:51Z
Python 3.11.7, SQLite 3.40.1, Linux-6.1

Where it was:
Fatal Python error: Segmentation fault

Current thread 0x00007f56 (most recent call first):
  File "<program>/panda_desktop/ui/videos/player.py", line 120 in paintEvent
  File "<program>/panda_desktop/app/main.py", line 61 in _run

The end of the log:
(empty)"""


def main(folder: Path, translation: str = "") -> None:
    """Writes the pictures, in another language when one is given."""
    app = QApplication([])
    prepare(app, folder, translation)
    controller = ThemeController(app, ThemeMode.LIGHT)

    def picture(widget: QWidget, name: str) -> None:
        QTest.qWait(60)
        widget.grab().save(str(folder / f"backups-{name}.png"))

    def in_both(widget: QWidget, name: str) -> None:
        picture(widget, name)
        controller.set_mode(ThemeMode.DARK)
        picture(widget, f"{name}-dark")
        controller.set_mode(ThemeMode.LIGHT)

    blocked = BlockedWindow(PandaError(ErrorKind.DATA_DAMAGED), folder)
    blocked.show()
    blocked.offer(BACKUPS, can_salvage=True)
    in_both(blocked, "blocked")
    blocked.set_busy()
    picture(blocked, "blocked-busy")
    blocked.set_failed(PandaError(ErrorKind.DISK_FULL))
    picture(blocked, "blocked-failed")
    blocked.resize(320, 560)
    picture(blocked, "blocked-320")
    blocked.close()
    newer = BlockedWindow(PandaError(ErrorKind.DATA_TOO_NEW), folder)
    newer.show()
    newer.offer((), can_salvage=False)
    picture(newer, "blocked-newer")
    newer.close()

    page, shown, log = SettingsPage(), BackupSettings(), LogSettings()
    page.add_section(Section("backups", "Backups", "archive", (shown,), ""), after="storage")
    page.add_section(Section("log", "Troubleshooting", "warning", (log,), ""))
    page.resize(900, 700)
    page.show_section("backups")
    page.show()
    shown.set_automatic(True)
    picture(page, "empty")
    shown.set_backups(BACKUPS)
    in_both(page, "list")
    shown.set_restoring(NEWEST.made_at)
    shown.set_busy(True)
    picture(page, "restoring")
    shown.set_busy(False)
    page.resize(340, 760)
    picture(page, "list-340")
    shown.restore_buttons[0].click()
    assert shown.asking is not None
    picture(shown.asking, "asking")
    shown.asking.close()
    page.resize(900, 700)
    page.show_section("log")
    picture(page, "log")
    controller.set_zoom(200)
    page.show_section("backups")
    picture(page, "list-zoom")
    controller.set_zoom(100)

    window = MainWindow(dict.fromkeys(Place, lambda: EmptyState("chat", "Ask anything", "Here.")))
    window.resize(1000, 700)
    window.show()
    window.go(Place.CHAT)
    beginning = Beginning(window, folder)
    beginning.say_read_only()
    beginning.say_salvaged(SalvageReport(112, 4031, 9, 77, 3))
    beginning.say_crashed(lambda: REPORT, lambda: None)
    picture(window, "notices")
    report = CrashReport(REPORT, window)
    report.show()
    in_both(report, "report")
    report.resize(320, 500)
    picture(report, "report-320")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
