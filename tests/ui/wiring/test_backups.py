"""The sections of backups and log in the settings."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from panda_desktop.domain.backups import Backup, BackupReason
from panda_desktop.domain.changes import BackupsChanged
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.ui.settings import SettingsPage
from panda_desktop.ui.wiring.backups import join_backups
from panda_desktop.viewmodels.backups import BackupsModel
from tests.ui.doubles import Stage

FIRST = Backup("backups/1", 1, datetime.now(UTC) - timedelta(days=9), 900, BackupReason.AUTOMATIC)


class FakeBackups:
    """Backups in memory."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.kept = [FIRST]
        self.restored = ""
        self.failure: PandaError | None = None

    async def all(self) -> tuple[Backup, ...]:
        return tuple(self.kept)

    async def make(self) -> Backup:
        if self.failure is not None:
            raise self.failure
        made = replace(FIRST, name="backups/2", number=2, made_at=datetime.now(UTC))
        self.kept.insert(0, replace(made, reason=BackupReason.BY_HAND))
        self.stage.bus.publish(BackupsChanged(tuple(self.kept)))
        return made

    async def restore(self, name: str) -> None:
        self.restored = name

    async def keep_what_is(self) -> None:
        self.restored = ""


class World:
    """The page with its two sections."""

    def __init__(self, folder: Path) -> None:
        self.stage = Stage(folder)
        self.service = FakeBackups(self.stage)
        self.model = BackupsModel(self.stage.bus, self.stage.tasks, self.service)
        self.page = SettingsPage()
        self.quits = 0
        self.shown, self.log = join_backups(self.page, self.model, self.stage.settings, folder, self._quit)
        self.page.show_section("backups")

    def _quit(self) -> None:
        self.quits += 1


@pytest.fixture
def world(qtbot: QtBot, tmp_path: Path) -> World:
    made = World(tmp_path)
    qtbot.addWidget(made.page)
    made.page.resize(900, 700)
    made.page.show()
    return made


def test_one_more_is_made_and_listed(qtbot: QtBot, world: World) -> None:
    assert len(world.shown.restore_buttons) == 1
    qtbot.mouseClick(world.shown.make, Qt.MouseButton.LeftButton)
    assert len(world.shown.restore_buttons) == 2
    assert world.shown.restore_buttons[0].accessibleName().startswith("Restore the backup of today")
    assert world.shown.make.isEnabled()


def test_d13_a_failure_is_told_and_the_list_stays(qtbot: QtBot, world: World) -> None:
    world.service.failure = PandaError(ErrorKind.DISK_FULL)
    with qtbot.waitSignal(world.model.failed):
        qtbot.mouseClick(world.shown.make, Qt.MouseButton.LeftButton)
    assert len(world.shown.restore_buttons) == 1 and world.shown.make.isEnabled()


def test_nothing_is_restored_before_it_was_read_what_happens(qtbot: QtBot, world: World) -> None:
    qtbot.mouseClick(world.shown.restore_buttons[0], Qt.MouseButton.LeftButton)
    panel = world.shown.asking
    assert panel is not None and panel.isVisible() and world.service.restored == ""
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert world.service.restored == ""
    qtbot.mouseClick(world.shown.restore_buttons[0], Qt.MouseButton.LeftButton)
    assert world.shown.asking is not None
    from panda_desktop.ui.kit import PrimaryButton

    (yes,) = world.shown.asking.findChildren(PrimaryButton)
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert world.service.restored == FIRST.name
    assert world.shown._staged.isVisible() and "At the next start" in world.shown._staged.words.text()
    qtbot.mouseClick(world.shown._staged.quit, Qt.MouseButton.LeftButton)
    assert world.quits == 1
    qtbot.mouseClick(world.shown._staged.keep, Qt.MouseButton.LeftButton)
    assert world.service.restored == "" and not world.shown._staged.isVisible()


def test_the_switches_are_settings(qtbot: QtBot, world: World) -> None:
    qtbot.mouseClick(world.shown.automatic, Qt.MouseButton.LeftButton)
    assert world.stage.settings.current.auto_backups is False
    world.page.show_section("log")
    qtbot.mouseClick(world.log.details, Qt.MouseButton.LeftButton)
    assert world.stage.settings.current.log_details is True
