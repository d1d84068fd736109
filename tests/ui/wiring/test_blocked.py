"""D06, D08, D16: the window that says why the program cannot start, and the ways back it offers."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from panda_desktop.domain.backups import Backup, BackupReason
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.ui.wiring.blocked import SALVAGE, BlockedWindow

NEWEST = Backup("backups/b", 2, datetime.now(UTC) - timedelta(days=1), 5_000_000, BackupReason.AUTOMATIC)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> BlockedWindow:
    made = BlockedWindow(PandaError(ErrorKind.DATA_DAMAGED), tmp_path)
    qtbot.addWidget(made)
    made.show()
    return made


def test_d06_the_newest_backup_and_the_salvage_are_offered(qtbot: QtBot, window: BlockedWindow) -> None:
    older = replace(NEWEST, number=1, made_at=NEWEST.made_at - timedelta(days=3))
    window.offer((NEWEST, older), can_salvage=True)
    best, another, rest = window.offers()
    assert best.text().startswith("Restore the backup of yesterday")
    assert another.text() == "Another backup…" and rest.text() == "Take over what can be read"
    with qtbot.waitSignal(window.chosen) as caught:
        qtbot.mouseClick(best, Qt.MouseButton.LeftButton)
    assert caught.args == [NEWEST]
    with qtbot.waitSignal(window.chosen) as caught:
        qtbot.keyClick(rest, Qt.Key.Key_Space)
    assert caught.args == [SALVAGE]


def test_d06_nothing_else_can_be_chosen_meanwhile_and_a_failure_says_so(window: BlockedWindow) -> None:
    window.offer((NEWEST,), can_salvage=True)
    window.set_busy()
    assert not any(button.isEnabled() for button in window.offers())
    window.set_failed(PandaError(ErrorKind.DISK_FULL))
    assert all(button.isEnabled() for button in window.offers())
    assert "nothing was changed" in window.outcome() and "disk is full" in window.outcome()


def test_d08_a_newer_file_offers_nothing_that_would_touch_it(window: BlockedWindow, qtbot: QtBot) -> None:
    window.offer((), can_salvage=False)
    assert window.offers() == ()
    with qtbot.waitSignal(window.closing):
        qtbot.mouseClick(window.quit, Qt.MouseButton.LeftButton)
