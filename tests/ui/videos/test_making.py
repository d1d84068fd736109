"""From the form to a job: once, checked, and with the price said before."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from panda_desktop.domain.account import Balance
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
from panda_desktop.domain.jobs import FirstFrame, JobState, VideoRequest
from panda_desktop.domain.models import ModelInfo, ModelKind
from panda_desktop.ui.kit import Button, NoticeBar
from panda_desktop.ui.videos import VideosPage
from tests.ui.doubles import picture
from tests.ui.videos.conftest import World
from tests.ui.videos.jobs import MODEL, video_job

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(world: World) -> VideosPage:
    return world.open()


def made(world: World) -> list[VideoRequest]:
    return [call[1] for call in world.stage.jobs_service.calls if call[0] == "make"]


def notices(page: VideosPage) -> list[str]:
    return [notice.text for notice in page.form.notices.notices()]


def press(page: VideosPage, words: str) -> None:
    buttons = [
        each
        for bar in page.form.findChildren(NoticeBar)
        for each in bar.findChildren(Button)
        if each.accessibleName() == words
    ]
    buttons[0].click()


def balance(amount: str | None) -> Balance:
    return Balance(None if amount is None else Decimal(amount), "usd", None, datetime.now(UTC))


def test_ctrl_enter_makes_a_job_and_a_card(qtbot: QtBot, world: World, page: VideosPage) -> None:
    qtbot.keyClicks(page.form.prompt, "A panda rolls down a hill")
    qtbot.keyClick(page.form.prompt, Qt.Key.Key_Return, CONTROL)
    assert made(world) == [VideoRequest(MODEL, "A panda rolls down a hill")]
    qtbot.waitUntil(lambda: page.board.count() == 1)
    assert page.cards.cards()[0].title.accessibleName() == "A panda rolls down a hill"
    assert page.form.prompt.text() == "A panda rolls down a hill"  # to be changed for the next one


def test_v13_a_double_click_is_one_job(qtbot: QtBot, world: World, page: VideosPage) -> None:
    page.form.prompt.set_text("A panda")
    qtbot.mouseClick(page.form.make, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(page.form.make, Qt.MouseButton.LeftButton)
    assert len(made(world)) == 1


def test_v13_keys_and_clicks_together_are_one_job(qtbot: QtBot, world: World, page: VideosPage) -> None:
    page.form.prompt.set_text("A panda")
    for _ in range(3):
        qtbot.keyClick(page.form.prompt, Qt.Key.Key_Return, CONTROL)
        qtbot.mouseClick(page.form.make, Qt.MouseButton.LeftButton)
    page.form.wanted.emit()
    assert len(made(world)) == 1
    assert page.form.make.text() == "Asked for"
    assert not page.form.make.isEnabled()


def test_v13_the_second_press_of_a_double_click_is_no_wish(world: World, page: VideosPage) -> None:
    page.form.prompt.set_text("A panda")
    place = QPointF(5, 5)
    event = QMouseEvent(
        QEvent.Type.MouseButtonDblClick,
        place,
        page.form.make.mapToGlobal(place),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(page.form.make, event)
    assert made(world) == []


def test_v14_the_same_again_on_purpose_is_a_second_job(qtbot: QtBot, world: World, page: VideosPage) -> None:
    page.form.prompt.set_text("A panda")
    page.making.submit()
    qtbot.waitUntil(page.form.make.isEnabled)
    assert page.form.make.text() == "Make video"
    page.making.submit()
    assert len(made(world)) == 2


def test_the_button_is_locked_while_a_wish_is_on_its_way(world: World, page: VideosPage) -> None:
    world.stage.videos._set_busy(True)
    assert not page.form.make.isEnabled()
    page.form.prompt.set_text("A panda")
    page.making.submit()
    assert made(world) == []
    world.stage.videos._set_busy(False)
    assert page.form.make.isEnabled()


def test_an_empty_prompt_is_said_and_marked(qtbot: QtBot, world: World, page: VideosPage) -> None:
    qtbot.mouseClick(page.form.make, Qt.MouseButton.LeftButton)
    assert made(world) == []
    assert "nothing to send" in notices(page)[0]
    assert page.form.prompt.hasFocus()
    assert page.form.prompt.property("invalid") == "true"
    qtbot.keyClicks(page.form.prompt, "A")
    assert page.form.prompt.property("invalid") == "false"


def test_a_first_frame_is_copied_once_and_used_again(
    qtbot: QtBot, world: World, page: VideosPage, tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(picture(300, 200, 10))
    page.form.prompt.set_text("It moves")
    page.form.frame.take_file(tmp_path / "a.png", "item-1")
    qtbot.waitUntil(lambda: not page.form.frame.checking)
    page.making.submit()
    qtbot.waitUntil(page.form.make.isEnabled)
    page.making.submit()
    frame = FirstFrame(file="media/frame.png", media_id="item-1")
    assert [request.first_frame for request in made(world)] == [frame, frame]
    assert [call[0] for call in world.stage.jobs_service.calls].count("frame") == 1


def test_a_wish_waits_for_the_image_that_is_being_read(
    qtbot: QtBot, world: World, page: VideosPage, tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(picture(300, 200, 10))
    page.form.prompt.set_text("It moves")
    page.form.frame.take_file(tmp_path / "a.png")
    page.making.submit()
    assert made(world) == []
    assert page.form.make.text() == "Reading the image…"
    qtbot.waitUntil(lambda: len(made(world)) == 1)
    assert made(world)[0].first_frame is not None


def test_v25_a_wish_with_an_image_that_turns_out_wrong_is_not_sent(
    qtbot: QtBot, world: World, page: VideosPage, tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(b"no image")
    page.form.prompt.set_text("It moves")
    page.form.frame.take_file(tmp_path / "a.png")
    page.making.submit()
    qtbot.waitUntil(lambda: not page.form.frame.checking)
    assert page.form.frame.problem.isVisible()
    assert page.form.make.isEnabled()
    assert made(world) == []


def test_a_refused_wish_leaves_the_form_and_offers_the_next_step(world: World, page: VideosPage) -> None:
    page.form.prompt.set_text("A panda")
    world.stage.jobs_service.failure = PandaError(ErrorKind.NO_KEY)
    page.making.submit()
    assert page.form.prompt.text() == "A panda"
    assert page.form.make.isEnabled()
    wanted: list[bool] = []
    page.key_wanted.connect(lambda: wanted.append(True))
    press(page, "Enter a key")
    assert wanted


def test_a_failure_that_sent_nothing_can_be_tried_again(world: World, page: VideosPage) -> None:
    page.form.prompt.set_text("A panda")
    world.stage.jobs_service.failure = PandaError(ErrorKind.DISK_FULL)
    page.making.submit()
    press(page, "Try again")
    assert len(made(world)) == 1
    assert notices(page) == []


def test_the_details_of_a_failure_are_plain_text(world: World, page: VideosPage) -> None:
    page.form.prompt.set_text("A panda")
    detail = ErrorDetail(message="<img src='file:///etc/passwd'>", status=400)
    world.stage.jobs_service.failure = PandaError(ErrorKind.BAD_REQUEST, detail, reached=Reached.ANSWERED)
    page.making.submit()
    assert "<img" in page.form.notices.notices()[0].details


def test_price_and_usual_time_are_said(world: World, page: VideosPage) -> None:
    assert page.form.price.text() == "usually $0.38"
    world.stage.jobs_service.usual[MODEL] = 125
    page.making.refresh()
    assert page.form.price.text() == "usually $0.38 · 2 min"
    page.form.model.chosen.emit("unknown-video")
    page.form.model.set_value("unknown-video")
    page.making.refresh()
    assert page.form.price.text() == "price unknown · you have $42.50"


def test_the_list_of_models_tells_the_price_of_the_person(world: World, page: VideosPage) -> None:
    def note() -> str:
        return next(choice.note for choice in page.form.model.choices() if choice.value == MODEL)

    assert note() == "$0.38"
    world.stage.account.use_prices(lambda _model: Decimal("0.99"), lambda _model: True)
    world.stage.account.prices_changed()
    assert note() == "$0.99"


def test_without_a_named_price_past_videos_tell_it(world: World) -> None:
    stage = world.stage
    stage.account_service.models = (ModelInfo(MODEL, ModelKind.VIDEO),)
    for before, shared in (("10", False), ("20", True)):
        video_job(
            stage,
            JobState.DONE,
            balance_before=Decimal(before),
            balance_after=Decimal(before) - Decimal("0.5") * (3 if shared else 1),
            cost_is_shared=shared,
        )
    assert world.open().form.price.text() == "usually $0.50"


def test_v26_a_low_balance_is_said_and_asked_about(world: World, page: VideosPage) -> None:
    world.stage.tell_balance(balance("0.20"))
    assert page.form.warning.text() == "Your balance of $0.20 is less than the usual $0.38."
    page.form.prompt.set_text("A panda")
    page.making.submit()
    assert made(world) == []
    assert notices(page) == ["The money may not be enough. Send it anyway?"]
    wanted: list[bool] = []
    page.top_up_wanted.connect(lambda: wanted.append(True))
    press(page, "Add credit")
    assert wanted
    page.making.submit()
    press(page, "Send anyway")
    assert len(made(world)) == 1
    assert notices(page) == []


def test_v26_what_runs_already_is_counted(world: World) -> None:
    video_job(world.stage, JobState.SUBMITTING)
    world.stage.account_service.balance = balance("0.60")
    page = world.open()
    assert "the videos under way may cost $0.38" in page.form.warning.text()


@pytest.mark.parametrize("known", [None, balance(None)])
def test_v26_an_unknown_balance_is_said_and_does_not_stop(
    world: World, page: VideosPage, known: Balance | None
) -> None:
    world.stage.tell_balance(known)
    assert "not known" in page.form.warning.text()
    page.form.prompt.set_text("A panda")
    page.making.submit()
    assert len(made(world)) == 1


def test_v26_an_empty_account_is_said(world: World, page: VideosPage) -> None:
    world.stage.tell_balance(balance("0"))
    assert "will refuse" in page.form.warning.text()
    world.stage.tell_balance(balance("42.50"))
    assert not page.form.warning.isVisible()


def test_the_model_is_remembered_and_any_name_can_be_used(world: World, page: VideosPage) -> None:
    assert page.form.model.value() == MODEL
    page.form.model.open()
    popover = page.form.model.popover()
    assert popover is not None
    popover.search.setText("my-own-video-model")
    popover._take(popover.list.currentIndex())
    assert world.stage.settings.current.video_model == "my-own-video-model"
    page.form.prompt.set_text("A panda")
    page.making.submit()
    assert made(world)[0].model == "my-own-video-model"


def test_the_last_model_is_taken_at_start(world: World) -> None:
    service = world.stage.settings_service
    service.current = replace(service.current, video_model="another-video")
    assert world.open().form.model.value() == "another-video"


def test_new_models_are_offered(world: World, page: VideosPage) -> None:
    world.stage.list_models((ModelInfo("sora-9", ModelKind.VIDEO, price=Decimal("1")),))
    assert [choice.value for choice in page.form.model.choices()] == ["sora-9"]
    assert page.form.model.value() == MODEL


@pytest.mark.parametrize("letter", ["x", "熊"])
def test_u01_a_huge_paste_is_refused_in_words(page: VideosPage, letter: str) -> None:
    pasted = QMimeData()
    pasted.setText(letter * 300_000)
    page.form.prompt.insertFromMimeData(pasted)
    assert notices(page) == ["300,000 characters are too much for a prompt; nothing was pasted."]


def test_ctrl_enter_makes_the_video_wherever_in_the_form(
    qtbot: QtBot, page: VideosPage, world: World
) -> None:
    page.form.prompt.set_text("A cat")
    page.form.past.setFocus()
    qtbot.keyClick(page.form.past, Qt.Key.Key_Return, CONTROL)
    assert len(made(world)) == 1
