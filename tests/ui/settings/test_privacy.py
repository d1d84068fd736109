"""The settings of privacy: saved, read, and followed by what loads images."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from panda_desktop.domain.settings import Settings
from panda_desktop.ui.settings import SettingsPage
from panda_desktop.ui.settings.privacy import PrivacySettings
from panda_desktop.ui.wiring.privacy import join_privacy, join_remote_images
from panda_desktop.viewmodels.recent_files import RecentFiles
from panda_desktop.viewmodels.remote_images import RemoteImagesModel
from tests.ui.doubles import Stage


class Nothing:
    """Loads nothing."""

    async def fetch(self, address: str) -> bytes:
        raise AssertionError(address)


def test_m01_images_of_answers_are_switched_off_and_on(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = Stage(tmp_path), SettingsPage()
    qtbot.addWidget(page)
    images = RemoteImagesModel(stage.tasks, Nothing())
    join_privacy(page, stage.settings, stage.chat_parts.recent_files)
    join_remote_images(images, stage.settings)
    sections = page.sections()
    assert sections.index("privacy") == sections.index("chat") + 1
    group = page.findChild(PrivacySettings)
    assert isinstance(group, PrivacySettings)
    assert images.is_allowed and group.remote_images.value() == "ask"
    for words, value in (("Never", "never"), ("Ask each time", "ask")):
        button = next(each for each in group.findChildren(QAbstractButton) if each.text() == words)
        button.click()
        assert stage.settings.current.remote_images == value == group.remote_images.value()
        assert images.is_allowed == (value == "ask")
    stage.settings.change(remote_images="never")
    assert any("cannot be loaded" in label.text() for label in group.findChildren(QLabel))


def test_m01_it_is_found_by_a_search(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = Stage(tmp_path), SettingsPage()
    qtbot.addWidget(page)
    join_privacy(page, stage.settings, stage.chat_parts.recent_files)
    page.show()
    page.search.setText("tracking")
    group = page.findChild(PrivacySettings)
    assert isinstance(group, PrivacySettings)
    qtbot.waitUntil(group.isVisible)


def remembered(recent: RecentFiles) -> tuple[Path, ...]:
    return recent.paths


def test_recent_files_are_cleared_by_the_button_and_by_switching_off(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = Stage(tmp_path), SettingsPage()
    qtbot.addWidget(page)
    recent = stage.chat_parts.recent_files
    join_privacy(page, stage.settings, recent)
    group = page.findChild(PrivacySettings)
    assert isinstance(group, PrivacySettings)
    assert group.remember.isChecked() and not group.clear.isEnabled()
    recent.remember([tmp_path / "a.txt"])
    assert remembered(recent) == (tmp_path / "a.txt",)
    group.clear.click()
    assert remembered(recent) == () and not group.clear.isEnabled() and group.remember.isChecked()
    recent.remember([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert any("2 files" in label.text() for label in group.findChildren(QLabel))
    group.remember.click()
    assert not stage.settings.current.remember_files and stage.settings.current.recent_files == ()
    recent.remember([tmp_path / "a.txt"])
    assert stage.settings.current.recent_files == ()


@pytest.mark.parametrize(("stored", "taken"), [("ask", "ask"), ("never", "never"), ("always", "ask")])
def test_a_choice_that_is_not_known_becomes_the_default(stored: str, taken: str) -> None:
    assert replace(Settings(), remote_images=stored).sane().remote_images == taken
