"""The form: what can be asked for, what it costs, and what is said when it cannot be sent."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.account import Balance
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.jobs import ImageRequest, JobState
from panda_desktop.domain.models import ModelInfo, ModelKind
from panda_desktop.ui.images import ImagesPage
from panda_desktop.ui.images.price import price_words
from panda_desktop.ui.images.sizes import normalised
from tests.ui.doubles import MODELS, Stage

CTRL = Qt.KeyboardModifier.ControlModifier


def made(stage: Stage) -> list[ImageRequest]:
    return [call[1] for call in stage.jobs_service.calls if call[0] == "make"]


def money(amount: str) -> Balance:
    return Balance(Decimal(amount), "usd", None, datetime.now(UTC))


def unlock(page: ImagesPage) -> None:
    page.sending._lock.stop()


def test_one_press_makes_one_job(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    page.form.prompt.set_text("  A cat  ")
    with qtbot.waitSignal(stage.images.accepted):
        qtbot.mouseClick(page.form.generate, Qt.MouseButton.LeftButton)
    assert made(stage) == [ImageRequest("wan-2.7-image", "A cat", 1, "1024x1024")]
    assert page.form.prompt.text() == "  A cat  "  # kept for the next try


def test_v13_a_double_click_and_enter_make_one_job(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    page.form.prompt.set_text("A cat")
    qtbot.mouseClick(page.form.generate, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.form.generate, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(page.form.generate, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.form.prompt, Qt.Key.Key_Return, CTRL)
    assert len(made(stage)) == 1


def test_v13_the_button_is_locked_while_a_wish_is_on_its_way(
    qtbot: QtBot, page: ImagesPage, stage: Stage
) -> None:
    page.form.prompt.set_text("A cat")
    stage.images._set_busy(True)
    assert page.form.generate.text() == "Sending…"
    qtbot.mouseClick(page.form.generate, Qt.MouseButton.LeftButton)
    assert made(stage) == []
    stage.images._set_busy(False)
    assert page.form.generate.text() == "Generate"


def test_v14_the_same_again_on_purpose_is_another_job(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    page.form.prompt.set_text("A cat")
    qtbot.keyClick(page.form.prompt, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not page.sending._lock.isActive())
    qtbot.keyClick(page.form.prompt, Qt.Key.Key_Return, CTRL)
    assert len(made(stage)) == 2


def test_an_empty_prompt_is_said_at_the_prompt(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    page.form.prompt.set_text(" \n ")
    qtbot.mouseClick(page.form.generate, Qt.MouseButton.LeftButton)
    assert made(stage) == []
    assert page.form.problem.isVisible()
    assert "nothing to send" in page.form.problem.text()
    assert QApplication.focusWidget() is page.form.prompt
    qtbot.keyClicks(page.form.prompt, "x")
    assert page.form.problem.isHidden()


@pytest.mark.parametrize("typed", ["0", "11", "", "many", "-1", "１"])
def test_a_number_outside_1_to_10_is_said_and_nothing_is_sent(
    qtbot: QtBot, page: ImagesPage, stage: Stage, typed: str
) -> None:
    form = page.form
    form.prompt.set_text("A cat")
    other = form.count_choice.chips.button("other")
    assert other is not None
    other.click()
    form.count_choice.other.setText(typed)
    form.submit()
    assert made(stage) == []
    assert "from 1 to 10" in form.count_choice.problem.text()
    assert form.count_choice.problem.isVisible()
    assert QApplication.focusWidget() is form.count_choice.other
    form.count_choice.other.setText("10")
    with qtbot.waitSignal(stage.images.accepted):
        qtbot.keyClick(form.count_choice.other, Qt.Key.Key_Return)
    assert made(stage)[0].n == 10


def test_the_number_is_chosen_by_chips(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    four = page.form.count_choice.chips.button("4")
    assert four is not None
    page.form.prompt.set_text("A cat")
    four.click()
    page.form.submit()
    assert made(stage)[0].n == 4
    assert stage.settings.current.image_n == 4


def test_two_sizes_and_other_stand_in_one_line(qtbot: QtBot, page: ImagesPage) -> None:
    choice = page.form.size_choice
    choice.set_sizes(("1024x1536", "1536x1024"))
    qtbot.waitUntil(lambda: page.form.width() == 320 and choice.chips.button("other") is not None)
    QApplication.processEvents()
    for chips in (choice.chips, page.form.count_choice.chips):
        tops = {button.y() for button in chips._buttons.values()}
        assert len(tops) == 1, tops


def test_the_sizes_are_those_of_the_model(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    choice = page.form.size_choice
    assert list(choice.chips._buttons) == ["1024x1024", "1280x720", "other"]
    page.form.model.set_value("kolors")  # nobody said what it takes
    page.form._model_changed()
    assert list(choice.chips._buttons) == ["own", "1024x1024", "1280x720", "720x1280", "other"]
    assert choice.chosen_size() == "1024x1024"  # what was chosen stays
    own = choice.chips.button("own")
    assert own is not None
    own.click()
    page.form.prompt.set_text("A cat")
    page.form.submit()
    assert made(stage)[0].size == ""


@pytest.mark.parametrize(
    ("typed", "size"),
    [
        ("512x512", "512x512"),
        (" 1920 × 1080 ", "1920x1080"),
        ("640*480", "640x480"),
        ("0100X0200", "100x200"),
        ("１００×２００", "100x200"),
    ],
)
def test_any_size_can_be_typed(qtbot: QtBot, page: ImagesPage, stage: Stage, typed: str, size: str) -> None:
    page.form.prompt.set_text("A cat")
    other = page.form.size_choice.chips.button("other")
    assert other is not None
    other.click()
    page.form.size_choice.other.setText(typed)
    page.form.submit()
    assert made(stage)[0].size == size


@pytest.mark.parametrize("typed", ["huge", "12", "0x0", "99999x1", "1x2x3", "-1x5", "x"])
def test_what_is_no_size_is_said_and_nothing_is_sent(
    qtbot: QtBot, page: ImagesPage, stage: Stage, typed: str
) -> None:
    page.form.prompt.set_text("A cat")
    page.form.size_choice.set_size(typed)
    page.form.submit()
    assert made(stage) == []
    assert "1024x1024" in page.form.size_choice.problem.text()
    assert normalised(typed) == typed or "x" in normalised(typed)


def test_an_unknown_model_can_be_typed_and_is_remembered(
    qtbot: QtBot, page: ImagesPage, stage: Stage
) -> None:
    page.form.model.open()
    popover = page.form.model.popover()
    assert popover is not None
    qtbot.keyClicks(popover.search, "my-own-model")
    qtbot.keyClick(popover.search, Qt.Key.Key_Return)
    assert page.form.model.value() == "my-own-model"
    assert stage.settings.current.image_model == "my-own-model"
    page.form.prompt.set_text("A cat")
    page.form.submit()
    assert made(stage)[0].model == "my-own-model"
    assert page.form.price.text() == "price unknown · you have $42.50"


def test_image_models_come_first_and_others_can_be_taken_too(page: ImagesPage, stage: Stage) -> None:
    choices = page.form.model.choices()
    assert [choice.value for choice in choices[:2]] == ["wan-2.7-image", "kolors"]
    assert choices[0].note == "$0.04 each"
    assert {choice.section for choice in choices} == {"Image models", "Other models"}
    assert not any(choice.value.startswith("auto") for choice in choices)
    stage.list_models((*MODELS, ModelInfo("flux", ModelKind.IMAGE)))
    assert "flux" in [choice.value for choice in page.form.model.choices()]
    assert page.form.model.value() == "wan-2.7-image"


def test_no_model_at_all_is_said(page: ImagesPage, stage: Stage) -> None:
    page.form.model.set_value(" ")
    page.form.prompt.set_text("A cat")
    page.form.submit()
    assert page.form.problem.text() == "Choose a model first."


def test_the_price_is_on_the_form(page: ImagesPage, stage: Stage) -> None:
    assert page.form.price.text() == "$0.04 · you have $42.50"
    four = page.form.count_choice.chips.button("4")
    assert four is not None
    four.click()
    assert page.form.price.text() == "4 × $0.04 = $0.16 · you have $42.50"
    stage.tell_balance(None)
    assert page.form.price.text() == "4 × $0.04 = $0.16"
    page.form.model.set_value("kolors")
    page.form._model_changed()
    assert page.form.price.text() == "price unknown"


def test_v26_too_little_money_is_said_before_sending(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    assert page.form.top_up.isHidden()
    stage.tell_balance(money("0.12"))
    page.form.count_choice.set_count(4)
    page.form._changed()
    assert page.form.price.text() == "4 × $0.04 = $0.16 · you have only $0.12"
    assert page.form.price.property("role") == "warning"
    with qtbot.waitSignal(page.top_up_wanted):
        page.form.top_up.click()
    page.form.prompt.set_text("A cat")
    page.form.submit()  # the balance may be old: it is the person's choice
    assert len(made(stage)) == 1
    assert price_words(None, 1, money("0")).is_short
    assert not price_words(None, 1, money("0.01")).is_short


def test_no_key_is_said_with_the_way_to_enter_one(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    stage.jobs_service.failure = PandaError(ErrorKind.NO_KEY)
    page.form.prompt.set_text("A cat")
    page.form.submit()
    notice = page.notices.notices()[0]
    assert "There is no key yet" in notice.text
    with qtbot.waitSignal(page.key_wanted):
        notice.actions[0].run()
    assert page.form.prompt.text() == "A cat"


@pytest.mark.parametrize(
    ("kind", "signal"),
    [
        (ErrorKind.NO_CREDIT, "top_up_wanted"),
        (ErrorKind.ADDRESS_WRONG, "settings_wanted"),
        (ErrorKind.KEY_REFUSED, "key_wanted"),
    ],
)
def test_a_failure_to_accept_offers_the_next_step(
    qtbot: QtBot, page: ImagesPage, stage: Stage, kind: ErrorKind, signal: str
) -> None:
    stage.jobs_service.failure = PandaError(kind, ErrorDetail(message="<b>no</b>"))
    page.form.prompt.set_text("A cat")
    page.form.submit()
    notice = page.notices.notices()[0]
    assert notice.details == "Message: <b>no</b>"
    with qtbot.waitSignal(getattr(page, signal)):
        notice.actions[0].run()


def test_choose_another_model_opens_the_list(page: ImagesPage, stage: Stage) -> None:
    stage.jobs_service.failure = PandaError(ErrorKind.MODEL_NOT_FOUND)
    page.form.prompt.set_text("A cat")
    page.form.submit()
    page.notices.notices()[0].actions[0].run()
    popover = page.form.model.popover()
    assert popover is not None
    popover.close()


def test_past_prompts_are_unique_and_newest_first(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    page._offer_past()
    assert "no past prompts" in page.notices.notices()[0].text
    for prompt in ("first", "second\nline", "first", "<b>third</b>" + "x" * 5_000):
        job = stage.jobs_service._accept(stage.images._kind, ImageRequest("kolors", prompt), 1)
        job = stage.jobs_service.move(job, JobState.SUBMITTING)
        stage.jobs_service.move(job, JobState.DONE)
    page.form.past.click()
    popover = page.past.popover
    assert popover is not None
    titles = [choice.title for choice in popover._choices]
    assert titles[0].startswith("<b>third</b>")
    assert len(titles[0]) < 200
    assert titles[1:] == ["first", "second line"]
    popover.taken.emit("second\nline")
    assert page.form.prompt.text() == "second\nline"
    popover.close()
    assert page.past.popover is None


def test_use_prompt_keeps_the_model_unless_one_is_given(page: ImagesPage) -> None:
    page.use_prompt("A dog")
    assert (page.form.prompt.text(), page.form.model.value()) == ("A dog", "wan-2.7-image")
    page.use_prompt("A cow", "kolors")
    assert (page.form.prompt.text(), page.form.model.value()) == ("A cow", "kolors")
    assert QApplication.focusWidget() is page.form.prompt


def test_last_values_come_back_at_the_next_start(qtbot: QtBot, stage: Stage, store: object) -> None:
    stage.settings.change(image_model="kolors", image_n=7, image_size="800x600")
    again = ImagesPage(
        stage.images,
        stage.models,
        stage.library,
        stage.account,
        stage.settings,
        store,  # type: ignore
        stage.image_prompts,
        stage.evidence,
    )
    qtbot.addWidget(again)
    assert again.form.model.value() == "kolors"
    assert again.form.count_choice.count() == 7
    assert again.form.size_choice.chosen_size() == "800x600"
    again.shut_down()


def test_u01_a_huge_paste_is_refused_in_words(page: ImagesPage) -> None:
    QApplication.clipboard().setText("x" * 300_000)
    page.form.prompt.paste()
    assert page.form.prompt.text() == ""
    assert page.form.problem.text() == "This is too long for a prompt."
    QApplication.clipboard().clear()


def test_the_persons_own_price_goes_before_the_gateways_and_says_so(page: ImagesPage, stage: Stage) -> None:
    assert "the gateway names" in page.form.price.toolTip()
    stage.account.use_prices(lambda _model: Decimal("0.07"), lambda _model: True)
    stage.account.prices_changed()
    assert page.form.model.choices()[0].note == "$0.07 each"
    assert page.form.price.text() == "$0.07 · you have $42.50"
    assert "you have entered" in page.form.price.toolTip()


@pytest.mark.parametrize("part", ["count_choice", "generate", "past", "model"])
def test_ctrl_enter_generates_once_wherever_in_the_form(
    qtbot: QtBot, page: ImagesPage, stage: Stage, part: str
) -> None:
    page.form.prompt.set_text("A cat")
    widget = getattr(page.form, part)
    focused = next(each for each in (widget, *widget.findChildren(QAbstractButton)) if _takes_tab(each))
    focused.setFocus()
    qtbot.keyClick(focused, Qt.Key.Key_Return, CTRL)
    assert len(made(stage)) == 1


def test_ctrl_enter_does_nothing_while_a_word_is_composed(
    page: ImagesPage, stage: Stage, qtbot: QtBot
) -> None:
    page.form.prompt.set_text("A cat")
    page.form.prompt.setFocus()
    QApplication.sendEvent(page.form.prompt, QInputMethodEvent("mao", []))
    qtbot.keyClick(page.form.prompt, Qt.Key.Key_Return, CTRL)
    assert made(stage) == []


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible()
