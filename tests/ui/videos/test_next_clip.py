"""The next clip from a frame of this one, evidence, and the prompts of earlier videos."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.jobs import JobState, RawAnswer, VideoRequest
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.videos.deeds import Deed
from tests.ui.doubles import Stage
from tests.ui.videos.conftest import World
from tests.ui.videos.hands import card, press, said
from tests.ui.videos.jobs import video_job

S, K = JobState, ErrorKind


@pytest.mark.parametrize("way", ["key", "button", "full screen"])
def test_the_frame_that_is_shown_begins_the_next_clip(
    qtbot: QtBot, world: World, video: bytes, way: str
) -> None:
    _, item = world.finished(video)
    page = world.open()
    world.ready()
    page.form.prompt.set_text("It goes on")
    with qtbot.waitSignal(world.stage.library.frame_added) as caught:
        if way == "button":
            qtbot.mouseClick(page.player.stage.controls.next_icon, Qt.MouseButton.LeftButton)
        else:
            if way == "full screen":
                page.player.toggle_full_screen()
            qtbot.keyClick(page.player.stage.surface, Qt.Key.Key_N)
    assert caught.args is not None
    frame: MediaItem = caught.args[0]
    assert frame.parent_id == item.id
    qtbot.waitUntil(lambda: page.form.frame.chosen is not None)
    page.activateWindow()  # no window manager does it here
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.form.prompt)
    assert page.form.prompt.text() == "It goes on"
    assert any("what happens next" in words for words in said(page))
    page.making.submit()
    request = world.stage.jobs_service.calls[-1][1]
    assert isinstance(request, VideoRequest)
    assert request.first_frame is not None and request.first_frame.media_id == frame.id


def test_a_frame_that_cannot_be_kept_begins_nothing(
    qtbot: QtBot, world: World, video: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.finished(video)
    page = world.open()
    world.ready()
    add = world.stage.library_service.add_frame

    async def full(png: bytes, parent: MediaItem) -> MediaItem:
        raise PandaError(K.DISK_FULL)

    monkeypatch.setattr(world.stage.library_service, "add_frame", full)
    with qtbot.waitSignal(world.stage.library.failed):
        page.player.begin_next()
    assert any("disk" in words for words in said(page))
    monkeypatch.setattr(world.stage.library_service, "add_frame", add)
    with qtbot.waitSignal(world.stage.library.frame_added):
        page.player.grab_frame()
    assert page.form.frame.chosen is None
    assert "The frame is in the library." in said(page)


def test_v17_evidence_of_a_video_is_saved(qtbot: QtBot, world: World, stage: Stage) -> None:
    job = video_job(stage, S.UNKNOWN, error=K.GATEWAY_TIMEOUT)
    page = world.open()
    press(page, job.id, Deed.EVIDENCE)
    dialog = page.refund.dialog
    assert dialog is not None
    target = stage.folder / "refund.zip"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    assert target.is_file()
    qtbot.waitUntil(lambda: any("refund.zip" in words for words in said(page)))


def test_v05_an_answer_without_a_video_is_shown_raw(qtbot: QtBot, world: World, stage: Stage) -> None:
    job = video_job(stage, S.REVIEW, error=K.NO_RESULT)
    body = b'{"choices":[{"message":{"content":"No tokens."}}]}'
    stage.jobs_service.answers[job.id] = RawAnswer(200, {}, body, datetime.now(UTC))
    page = world.open()
    press(page, job.id, Deed.SHOW_ANSWER)
    view = card(page, job.id).answer()
    assert view is not None
    assert "No tokens." in view.text.text()
    assert Deed.LOOK in card(page, job.id).content.deeds  # type: ignore[union-attr]


def test_past_prompts_come_from_the_button_and_by_up(qtbot: QtBot, world: World, stage: Stage) -> None:
    page = world.open()
    page.form.past.click()
    assert "There are no past prompts yet." in said(page)
    video_job(stage, S.SUBMITTING, "A panda in the rain")
    page.form.past.click()
    popover = page.past.popover
    assert popover is not None
    popover.take("A panda in the rain")
    assert page.form.prompt.text() == "A panda in the rain"
    page.form.prompt.set_text("")
    qtbot.keyClick(page.form.prompt, Qt.Key.Key_Up)
    assert page.form.prompt.text() == "A panda in the rain"
