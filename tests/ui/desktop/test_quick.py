"""The quick prompt: one question, its answer right there, and nothing lost by hiding it."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.budgets import Budget, BudgetSpan, BudgetUse, OverBudget, Refusal
from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.money import Purpose, SpendKind
from panda_desktop.ui.desktop.quick_prompt import QuickPrompt
from panda_desktop.ui.sentences import NextStep
from panda_desktop.ui.theme import ThemeController
from panda_desktop.ui.transcript.specs import GapSpec
from panda_desktop.ui.window import Place
from tests.ui.desktop.doubles import Outside


def asked(qtbot: QtBot, outside: Outside, text: str = "How far is the moon?") -> QuickPrompt:
    """Opens it and asks."""
    quick = outside.desktop.quick()
    quick.field.set_text(text)
    qtbot.keyClick(quick.field, Qt.Key.Key_Return)
    return quick


def test_enter_asks_in_a_new_chat_and_the_answer_comes_right_there(qtbot: QtBot, outside: Outside) -> None:
    chat, before = outside.stage.chat_service, outside.stage.chat.conversation
    quick = asked(qtbot, outside)
    (conversation_id,) = chat.answering
    assert before is not None and conversation_id != before.id
    assert quick.field.text() == ""
    assert quick.transcript.isVisible() and quick.button.accessibleName() == "Stop the answer"
    chat.grow(conversation_id, "384,400 km")
    rows = outside.around.quick.rows
    assert [rows.row(row).message.text for row in range(rows.count())] == [
        "How far is the moon?",
        "384,400 km",
    ]
    chat.finish(conversation_id)
    assert quick.button.accessibleName() == "Ask (Enter)"
    # What is open in the main window stays open there, and the question is in its list.
    assert outside.stage.chat.conversation == before
    assert outside.stage.chat.conversations.conversation(conversation_id) is not None


def test_u03_an_answer_keeps_its_distance_from_the_question(qtbot: QtBot, outside: Outside) -> None:
    quick = asked(qtbot, outside)
    (conversation_id,) = outside.stage.chat_service.answering
    outside.stage.chat_service.grow(conversation_id, "384,400 km")
    outside.stage.chat_service.finish(conversation_id)
    rows = quick.transcript._column
    first, second = (rows.layout(row).specs for row in range(2))
    assert not any(isinstance(spec, GapSpec) for spec in first)
    assert isinstance(second[0], GapSpec)


def test_the_next_question_goes_on_in_the_same_chat(qtbot: QtBot, outside: Outside) -> None:
    chat = outside.stage.chat_service
    quick = asked(qtbot, outside)
    (conversation_id,) = chat.answering
    quick.field.set_text("and the sun?")
    qtbot.keyClick(quick.field, Qt.Key.Key_Return)
    assert quick.field.text() == "and the sun?"  # kept while the answer comes
    chat.finish(conversation_id)
    qtbot.keyClick(quick.field, Qt.Key.Key_Return)
    assert list(chat.answering) == [conversation_id]
    assert outside.around.quick.rows.count() == 4


def test_u06_enter_twice_asks_once(qtbot: QtBot, outside: Outside) -> None:
    quick = asked(qtbot, outside)
    qtbot.keyClick(quick.field, Qt.Key.Key_Return)
    quick.field.set_text("   ")
    qtbot.keyClick(quick.field, Qt.Key.Key_Return)
    assert len([call for call in outside.stage.chat_service.calls if call[0] == "send"]) == 1


def test_escape_hides_and_what_was_typed_stays(qtbot: QtBot, outside: Outside) -> None:
    quick = outside.desktop.quick()
    quick.field.set_text("half a thou")
    qtbot.keyClick(quick.field, Qt.Key.Key_Escape)
    assert not quick.isVisible()
    assert outside.desktop.quick() is quick
    assert quick.isVisible() and quick.field.text() == "half a thou"


def test_an_answer_that_was_not_seen_to_its_end_is_there_again(qtbot: QtBot, outside: Outside) -> None:
    chat = outside.stage.chat_service
    quick = asked(qtbot, outside)
    (conversation_id,) = chat.answering
    quick.hide()
    chat.grow(conversation_id, "384,400 km")
    chat.finish(conversation_id)
    outside.desktop.quick()
    assert outside.around.quick.conversation_id == conversation_id
    quick.hide()
    outside.desktop.quick()  # it was seen now
    assert outside.around.quick.conversation_id == ""
    assert not quick.transcript.isVisible()


def test_stop_ends_the_answer(qtbot: QtBot, outside: Outside) -> None:
    quick = asked(qtbot, outside)
    quick.button.click()
    assert not outside.stage.chat_service.answering
    rows = outside.around.quick.rows
    assert rows.row(1).message.state is MessageState.STOPPED


def test_it_opens_in_the_main_window(qtbot: QtBot, outside: Outside) -> None:
    quick = asked(qtbot, outside)
    conversation_id = outside.around.quick.conversation_id
    quick.open.click()
    assert not quick.isVisible()
    assert outside.forward == [""]
    assert outside.window.place() is Place.CHAT
    opened = outside.stage.chat.conversation
    assert opened is not None and opened.id == conversation_id


def test_u18_a_question_that_could_not_be_sent_is_kept_and_leaves_one_chat(
    qtbot: QtBot, outside: Outside
) -> None:
    chat = outside.stage.chat_service
    chats = len(chat.all)
    chat.failure = PandaError(ErrorKind.NO_KEY)
    quick = asked(qtbot, outside)
    assert quick.field.text() == "How far is the moon?"
    assert "no key" in quick.notices.notices()[0].text
    chat.failure = PandaError(ErrorKind.NO_KEY)
    qtbot.keyClick(quick.field, Qt.Key.Key_Return)
    qtbot.keyClick(quick.field, Qt.Key.Key_Return)
    assert len(chat.all) == chats + 1
    assert quick.field.text() == "" and not quick.notices.notices()


def test_an_answer_that_failed_can_be_asked_for_again(qtbot: QtBot, outside: Outside) -> None:
    chat = outside.stage.chat_service
    quick = asked(qtbot, outside)
    ended = chat.finish(next(iter(chat.answering)), state=MessageState.FAILED, error=ErrorKind.NO_FIRST_BYTE)
    quick.transcript.retry_requested.emit(ended.id)
    assert ("regenerate", ended.id, None) in chat.calls


def test_its_model_is_its_own_and_is_kept(qtbot: QtBot, outside: Outside) -> None:
    quick = outside.desktop.quick()
    assert quick.model.value() == outside.stage.settings.current.chat_model == "auto"
    quick.model.chosen.emit("deepseek-v4-flash")
    assert quick.model.value() == "deepseek-v4-flash"
    assert outside.stage.settings.current.chat_model == "auto"
    asked(qtbot, outside)
    conversation = outside.stage.chat_service.all[outside.around.quick.conversation_id]
    assert conversation.model == "deepseek-v4-flash"


@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_u12_nothing_is_cut_off_and_every_target_is_large_enough(
    qtbot: QtBot, outside: Outside, controller: ThemeController, zoom: int
) -> None:
    controller.set_zoom(zoom)
    quick = asked(qtbot, outside)
    outside.stage.chat_service.failure = None
    controls: tuple[QWidget, ...] = (
        quick.model,
        quick.again,
        quick.open,
        quick.button,
        quick.hide_button,
        quick.field,
    )
    for control in controls:
        assert quick.rect().contains(control.geometry()), control.accessibleName()
        assert control.width() >= 28 and control.height() >= min(28, control.sizeHint().height())
        assert control.accessibleName() or quick.open.text()
    assert quick.width() <= quick.screen().availableGeometry().width()
    assert quick.open.width() >= quick.open.sizeHint().width()


def with_steps(qtbot: QtBot, outside: Outside, done: list[NextStep]) -> QuickPrompt:
    """Opens one whose steps are noted, and asks."""
    steps: dict[NextStep, Callable[[], object]] = {
        step: partial(done.append, step) for step in NextStep if step is not NextStep.SEND_ANYWAY
    }
    around = outside.around
    quick = QuickPrompt(around.quick, around.models, around.settings, steps)
    qtbot.addWidget(quick)
    quick.come()
    quick.field.set_text("How far is the moon?")
    qtbot.keyClick(quick.field, Qt.Key.Key_Return)
    return quick


@pytest.mark.parametrize("refused_at_once", [True, False])
def test_h03_a_402_leads_to_credit(qtbot: QtBot, outside: Outside, refused_at_once: bool) -> None:
    chat, done = outside.stage.chat_service, list[NextStep]()
    chat.failure = PandaError(ErrorKind.NO_CREDIT) if refused_at_once else None
    quick = with_steps(qtbot, outside, done)
    if not refused_at_once:
        chat.finish(next(iter(chat.answering)), state=MessageState.FAILED, error=ErrorKind.NO_CREDIT)
    (notice,) = quick.notices.notices()
    next(each for each in notice.actions if each.text == "Add credit").run()
    assert done == [NextStep.TOP_UP]
    quick.shut_down()


def test_h03_over_the_budget_the_question_may_be_sent_once(qtbot: QtBot, outside: Outside) -> None:
    chat, allowed = outside.stage.chat_service, list[object]()
    use = BudgetUse(Budget("b", BudgetSpan.DAY, Decimal(5), may_pass=True), Decimal("4.9"))
    refusal = Refusal(use, Purpose(SpendKind.CHAT, "auto", "c"))
    chat.failure = OverBudget(refusal)
    outside.desktop.leave_wanted.connect(allowed.append)
    quick = asked(qtbot, outside)
    (notice,) = quick.notices.notices()
    anyway = next(each for each in notice.actions if each.text == "Send anyway")
    anyway.run()
    anyway.run()
    assert refusal in allowed
    assert len([call for call in chat.calls if call[0] == "send"]) == 1
