"""The page's jobs: cards in order, deeds that reach the view-models, questions before what costs."""

from datetime import UTC, datetime
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
from panda_desktop.domain.jobs import FirstFrame, JobState, RawAnswer, VideoRequest
from panda_desktop.ui.videos.card_parts import ANSWER_LIMIT, readable
from panda_desktop.ui.videos.deeds import Deed
from tests.ui.videos.conftest import World
from tests.ui.videos.hands import card, order, press
from tests.ui.videos.jobs import MODEL, video_job

Key = Qt.Key


def state_of(world: World, job_id: str) -> JobState:
    return world.stage.jobs_service.all[job_id].state


def test_running_jobs_first_then_the_newest(qtbot: QtBot, world: World) -> None:
    for state in (JobState.SUBMITTING, JobState.REJECTED, JobState.POLLING, JobState.UNKNOWN):
        video_job(world.stage, state)
    page = world.open()
    assert order(page) == ["job-3", "job-1", "job-4", "job-2"]
    world.stage.jobs_service.move(world.stage.jobs_service.all["job-3"], JobState.EXPIRED)
    qtbot.waitUntil(lambda: order(page) == ["job-1", "job-4", "job-3", "job-2"])


def test_a_card_is_heard_as_one_sentence_and_shows_foreign_text_plain(world: World) -> None:
    evil = "<img src='file:///etc/passwd'>"
    detail = ErrorDetail(message=evil)
    request = VideoRequest(MODEL, f"{evil} a prompt")
    video_job(world.stage, JobState.FAILED, request=request, error_detail=detail)
    page = world.open()
    shown = card(page, "job-1")
    assert shown.accessibleName().startswith(f"{evil} a prompt. The gateway says that it failed: {evil}")
    labels = page.findChildren(QLabel)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels if label.text())


def test_seconds_are_counted_while_the_page_is_seen(qtbot: QtBot, world: World) -> None:
    world.stage.jobs_service.usual[MODEL] = 125
    video_job(world.stage, JobState.SUBMITTING, ago=71.6)
    page = world.open()
    shown = card(page, "job-1")
    before = shown.status.text()
    qtbot.waitUntil(lambda: shown.status.text() != before)
    assert shown.spinner is not None and shown.spinner.isVisible()
    page.hide()
    assert not page.board._clock.isActive()


def test_a_growing_download_moves_its_bar(qtbot: QtBot, world: World) -> None:
    job = video_job(world.stage, JobState.DOWNLOADING)
    page = world.open()
    shown = card(page, "job-1")
    world.stage.jobs_service.move(job, JobState.DOWNLOADING, received_bytes=2_000_000, total_bytes=8_000_000)
    qtbot.waitUntil(lambda: shown.progress.value() == 250)
    assert shown.status.text() == "Downloading · 2.0 MB of 8.0 MB"


def test_the_first_frame_stands_for_a_video_that_is_not_there_yet(world: World) -> None:
    request = VideoRequest(MODEL, "It moves", FirstFrame(file="media/first.png"))
    video_job(world.stage, JobState.SUBMITTING, request=request)
    page = world.open()
    card(page, "job-1").grab()
    assert set(world.thumbnails.asked) == {world.stage.folder / "media/first.png"}


def test_left_by_the_last_run_and_queued_now(qtbot: QtBot, world: World) -> None:
    video_job(world.stage, JobState.QUEUED)
    page = world.open()
    assert card(page, "job-1").status.text().startswith("Not sent yet")
    press(page, "job-1", Deed.SEND)
    assert ("start", "job-1") in world.stage.jobs_service.calls
    assert card(page, "job-1").status.text().startswith("Waits for its turn")
    video_job(world.stage, JobState.QUEUED)
    qtbot.waitUntil(lambda: "job-2" in order(page))
    assert card(page, "job-2").status.text().startswith("Waits for its turn")


def test_v24_stopping_takes_two_deliberate_presses(qtbot: QtBot, world: World) -> None:
    video_job(world.stage, JobState.SUBMITTING)
    page = world.open()
    press(page, "job-1", Deed.STOP)
    shown = card(page, "job-1")
    question = shown.question()
    assert question is not None
    assert question.no.hasFocus()
    qtbot.mouseDClick(question.yes, Qt.MouseButton.LeftButton)  # what is left of a double click before
    assert state_of(world, "job-1") is JobState.SUBMITTING
    qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    assert state_of(world, "job-1") is JobState.ABANDONED
    assert "may still be charged" in card(page, "job-1").status.text()
    assert card(page, "job-1").button(Deed.LOOK) is not None


def test_v24_a_question_can_be_left_by_escape(qtbot: QtBot, world: World) -> None:
    video_job(world.stage, JobState.SUBMITTING)
    page = world.open()
    press(page, "job-1", Deed.STOP)
    shown = card(page, "job-1")
    question = shown.question()
    assert question is not None
    qtbot.keyClick(question.no, Key.Key_Escape)
    assert shown.question() is None
    assert shown.hasFocus()
    assert world.stage.jobs_service.all["job-1"].state is JobState.SUBMITTING


def test_a_question_goes_when_the_job_has_moved_on(world: World) -> None:
    job = video_job(world.stage, JobState.SUBMITTING)
    page = world.open()
    press(page, "job-1", Deed.STOP)
    world.stage.jobs_service.move(job, JobState.DOWNLOADING)
    assert card(page, "job-1").question() is None


def test_v08_send_again_is_asked_about_and_makes_one_new_job(qtbot: QtBot, world: World) -> None:
    video_job(world.stage, JobState.UNKNOWN, error=ErrorKind.GATEWAY_TIMEOUT)
    page = world.open()
    press(page, "job-1", Deed.SEND_AGAIN)
    assert [call for call in world.stage.jobs_service.calls if call[0] == "make"] == []
    question = card(page, "job-1").question()
    assert question is not None
    assert question.yes.text() == "Send again · usually $0.38"
    qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(question.yes, Qt.MouseButton.LeftButton)
    assert len([call for call in world.stage.jobs_service.calls if call[0] == "make"]) == 1


def test_v08_looking_finds_nothing_to_ask_and_says_so_on_the_card(world: World) -> None:
    video_job(world.stage, JobState.UNKNOWN, error=ErrorKind.CONNECTION_LOST, balance_before=Decimal("43"))
    page = world.open()
    service = world.stage.jobs_service

    async def nothing(job_id: str) -> None:
        raise PandaError(ErrorKind.NO_RESULT, reached=Reached.MAYBE_SENT)

    service.look_again = nothing  # type: ignore[method-assign]
    press(page, "job-1", Deed.LOOK)
    assert "gave this job no number" in card(page, "job-1").extra.text()
    assert world.stage.account_service.refreshed == 1
    assert page.form.notices.notices() == ()


def test_v08_looking_is_shown_until_the_job_moves(world: World) -> None:
    job = video_job(world.stage, JobState.UNKNOWN, error=ErrorKind.CONNECTION_LOST, remote_id="task_1")
    page = world.open()
    press(page, "job-1", Deed.LOOK)
    assert ("look", "job-1") in world.stage.jobs_service.calls
    shown = card(page, "job-1")
    assert shown.spinner is not None and shown.spinner.isVisible()
    world.stage.jobs_service.move(job, JobState.POLLING, status_word="RUNNING", finished_at=None)
    assert "RUNNING" in card(page, "job-1").status.text()


def test_v05_the_raw_answer_is_shown_as_plain_text_and_hidden_again(qtbot: QtBot, world: World) -> None:
    video_job(world.stage, JobState.REVIEW, error=ErrorKind.NO_RESULT)
    body = b'{"content": "<video src=x> \xff All tokens are used up"}'
    world.stage.jobs_service.answers["job-1"] = RawAnswer(200, {}, body, datetime.now(UTC))
    page = world.open()
    press(page, "job-1", Deed.SHOW_ANSWER)
    answer = card(page, "job-1").answer()
    assert answer is not None
    assert "<video src=x>" in answer.text.text()
    assert answer.text.isReadOnly()
    answer.hidden.emit()
    assert card(page, "job-1").answer() is None


def test_no_answer_at_all_is_said(world: World) -> None:
    video_job(world.stage, JobState.REVIEW)
    page = world.open()
    press(page, "job-1", Deed.SHOW_ANSWER)
    answer = card(page, "job-1").answer()
    assert answer is not None
    assert not answer.text.isVisible()


def test_a_long_answer_is_cut_and_its_lines_are_broken() -> None:
    shown, cut = readable("x" * 1_000_000)
    assert cut
    assert len(shown) < ANSWER_LIMIT + 100
    assert max(map(len, shown.splitlines())) <= 1000
    assert readable("a\nb") == ("a\nb", False)


def test_edit_puts_prompt_model_and_first_frame_into_the_form(qtbot: QtBot, world: World) -> None:
    item = world.stage.library_service.image()
    frame = FirstFrame(file=item.file, media_id=item.id)
    request = VideoRequest("another-video", "A refused wish", frame)
    video_job(world.stage, JobState.REJECTED, request=request, error=ErrorKind.BAD_REQUEST)
    page = world.open()
    press(page, "job-1", Deed.EDIT)
    qtbot.waitUntil(lambda: page.form.frame.chosen is not None)
    assert page.form.prompt.text() == "A refused wish"
    assert page.form.prompt.hasFocus()
    assert page.form.model.value() == "another-video"
    page.making.submit()
    assert world.stage.jobs_service.calls[-1] == ("make", request)  # the same copy, not a new one


def test_a_refused_key_leads_to_the_key(world: World) -> None:
    video_job(world.stage, JobState.REJECTED, error=ErrorKind.KEY_REFUSED)
    page = world.open()
    wanted: list[bool] = []
    page.key_wanted.connect(lambda: wanted.append(True))
    press(page, "job-1", Deed.ENTER_KEY)
    assert wanted


def test_dismissing_keeps_the_focus_in_the_list(qtbot: QtBot, world: World) -> None:
    for _ in range(3):
        video_job(world.stage, JobState.REJECTED, error=ErrorKind.BAD_REQUEST)
    page = world.open()
    page.cards.bring("job-2", focus=True)
    qtbot.keyClick(card(page, "job-2"), Key.Key_Delete)
    qtbot.waitUntil(lambda: order(page) == ["job-3", "job-1"])
    assert card(page, "job-1").hasFocus()


def test_the_facts_for_a_refund_are_copied(world: World) -> None:
    video_job(world.stage, JobState.UNKNOWN, error=ErrorKind.GATEWAY_TIMEOUT, request_id="req_81f2")
    page = world.open()
    card(page, "job-1").do(Deed.COPY_DETAILS)
    assert "req_81f2" in QGuiApplication.clipboard().text()


def test_failures_of_the_jobs_are_said_near_the_form(world: World) -> None:
    page = world.open()
    world.stage.videos.failed.emit(PandaError(ErrorKind.DISK_FULL))
    assert "disk is full" in page.form.notices.notices()[0].text
    world.stage.library.failed.emit(PandaError(ErrorKind.CANNOT_WRITE))
    assert len(page.form.notices.notices()) == 2
    page.hide()
    world.stage.library.failed.emit(PandaError(ErrorKind.CANNOT_READ))
    assert len(page.form.notices.notices()) == 2  # the library page says it
