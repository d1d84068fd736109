"""The page's videos: the player, the library, frames, the trash, files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from panda_desktop.domain.jobs import JobState
from panda_desktop.ui.videos.deeds import Deed
from tests.ui.videos.conftest import World
from tests.ui.videos.hands import card, order, press, said, take
from tests.ui.videos.jobs import video_job

Key = Qt.Key


def test_the_newest_video_waits_paused_in_the_player(qtbot: QtBot, world: World, video: bytes) -> None:
    world.finished(video, "Old")
    _, newest = world.finished(video, "New")
    page = world.open()
    world.ready()
    assert page.player.item == newest
    assert not page.player.playing
    assert card(page, "job-2").property("selected") == "true"


def test_a_card_plays_its_video_by_click_and_by_enter(qtbot: QtBot, world: World, video: bytes) -> None:
    _, old = world.finished(video, "Old")
    _, new = world.finished(video, "New")
    page = world.open()
    world.ready()
    page.cards.bring("job-1", focus=True)
    qtbot.keyClick(card(page, "job-1"), Key.Key_Return)
    assert page.player.item == old
    qtbot.waitUntil(lambda: page.player.playing)
    assert card(page, "job-1").property("selected") == "true"
    press(page, "job-2", Deed.PLAY)
    assert page.player.item == new


def test_a_video_that_gets_ready_is_shown_unless_one_is_watched(
    qtbot: QtBot, world: World, video: bytes
) -> None:
    page = world.open()
    assert page.nothing.isVisible()
    job = video_job(world.stage, JobState.DOWNLOADING, "First")
    world.stage.library_service.video(video, world.stage.jobs_service.move(job, JobState.DONE))
    qtbot.waitUntil(lambda: page.player.item is not None)
    world.ready()
    page.player.set_loop(True)
    page.player.play()
    qtbot.waitUntil(lambda: page.player.playing)
    job = video_job(world.stage, JobState.DOWNLOADING, "Second")
    world.stage.library_service.video(video, world.stage.jobs_service.move(job, JobState.DONE))
    qtbot.waitUntil(lambda: page.board.count() == 2)
    assert page.player.item is not None
    assert page.player.item.prompt == "First"
    assert page.player.playing


def test_a_video_of_the_library_is_played(qtbot: QtBot, world: World, video: bytes) -> None:
    item = world.stage.library_service.video(video, prompt="From elsewhere")
    page = world.open()
    page.show_video(item)
    qtbot.waitUntil(lambda: page.player.playing)
    assert page.player.item == item


def test_a_grabbed_frame_goes_to_the_library_and_can_begin_the_next_video(
    qtbot: QtBot, world: World, video: bytes
) -> None:
    _, item = world.finished(video)
    page = world.open()
    world.ready()
    with qtbot.waitSignal(world.stage.library.frame_added) as caught:
        page.player.grab_frame()
    assert caught.args is not None
    frame = caught.args[0]
    assert frame.parent_id == item.id
    image = QImage(str(world.stage.folder / frame.file))
    assert image.size() == QSize(320, 180)
    shown = page.player.image()
    assert shown is not None
    assert image.convertToFormat(QImage.Format.Format_RGB32) == shown.convertToFormat(
        QImage.Format.Format_RGB32
    )
    take(page, "Use as first frame")
    qtbot.waitUntil(lambda: page.form.frame.chosen is not None)
    chosen = page.form.frame.chosen
    assert chosen is not None and chosen.image is not None
    assert chosen.image.media_id == frame.id


def test_deleting_can_be_taken_back(qtbot: QtBot, world: World, video: bytes) -> None:
    world.finished(video)
    page = world.open()
    world.ready()
    page.cards.bring("job-1", focus=True)
    qtbot.keyClick(card(page, "job-1"), Key.Key_Delete)
    assert page.player.item is None
    qtbot.waitUntil(lambda: order(page) == [])
    qtbot.waitUntil(page.nothing.isVisible)
    take(page, "Undo")
    qtbot.waitUntil(lambda: order(page) == ["job-1"])
    world.ready()


def test_starring_changes_the_button(world: World, video: bytes) -> None:
    _, item = world.finished(video)
    page = world.open()
    press(page, "job-1", Deed.STAR)
    assert world.stage.library_service.all[item.id].starred
    press(page, "job-1", Deed.UNSTAR)
    assert not world.stage.library_service.all[item.id].starred


def test_i18_a_copy_is_saved_under_a_safe_name(
    qtbot: QtBot, world: World, video: bytes, tmp_path: Path
) -> None:
    world.finished(video, "../../x: a/panda")
    page = world.open()
    press(page, "job-1", Deed.SAVE)
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    name = Path(dialog.selectedFiles()[0]).name
    assert name.endswith(".mp4")
    assert "/" not in name and ":" not in name and not name.startswith(".")
    target = tmp_path / "copy.mp4"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    assert target.read_bytes() == video
    assert any(str(target) in text for text in said(page))


def test_the_file_is_opened_revealed_and_copied(
    world: World, video: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, item = world.finished(video)
    page = world.open()
    path = world.stage.folder / item.file
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    monkeypatch.setattr("sys.platform", "linux")
    card(page, "job-1").do(Deed.OPEN)
    card(page, "job-1").do(Deed.REVEAL)
    assert opened == [str(path), str(path.parent)]
    card(page, "job-1").do(Deed.COPY_FILE)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime is not None
    assert mime.urls() == [QUrl.fromLocalFile(str(path))]


def test_v23_open_with_reaches_the_system(
    qtbot: QtBot, world: World, silent_failure: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.finished(silent_failure)
    page = world.open()
    qtbot.waitUntil(page.player.stage.trouble.isVisible)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    page.player.stage.trouble.open.click()
    assert len(opened) == 1


def test_another_tab_pauses_and_the_place_is_kept(qtbot: QtBot, world: World, video: bytes) -> None:
    world.finished(video)
    page = world.open()
    world.ready()
    page.player.play()
    qtbot.waitUntil(lambda: page.player.playback is not None and page.player.playback.position > 100)
    page.hide()
    qtbot.waitUntil(lambda: not page.player.playing)
    assert page.player.playback is not None
    place = page.player.playback.position
    page.show()
    qtbot.waitExposed(page)
    assert page.player.playback.position == place
    assert not page.player.playing
