"""What is written belongs to its chat, is sent once, and is never lost."""

import time

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
from panda_desktop.ui.chat.composing import PAUSE_MS
from panda_desktop.ui.chat.tokens import SAMPLE, guess_tokens
from tests.ui.chat.conftest import Bench

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def test_enter_sends_and_empties_the_composer(bench: Bench) -> None:
    bench.show()
    bench.type("Why is the sky blue?")
    bench.enter()
    assert bench.calls("send") == [(bench.open_id, "Why is the sky blue?")]
    assert bench.composer.text() == ""
    assert bench.field.hasFocus()


def test_u06_enter_twice_is_one_request(bench: Bench) -> None:
    bench.show()
    bench.type("once")
    bench.enter()
    bench.enter()
    bench.type("again")
    bench.enter()
    bench.enter()
    assert bench.calls("send") == [(bench.open_id, "once")]
    assert bench.calls("queue") == [(bench.open_id, "again")]
    assert bench.composer.text() == ""


def test_u06_enter_held_down_is_one_request(bench: Bench) -> None:
    bench.show()
    bench.type("once")
    for repeat in (False, True, True, True):
        event = QKeyEvent(
            QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", repeat
        )
        QApplication.sendEvent(bench.field, event)
    assert len(bench.calls("send")) == 1


def test_u06_a_double_click_on_send_sends_once_and_does_not_stop(bench: Bench) -> None:
    bench.show()
    bench.type("once")
    QTest.mouseClick(bench.composer.button, LEFT)
    QTest.mouseDClick(bench.composer.button, LEFT)
    assert len(bench.calls("send")) == 1
    assert bench.calls("stop") == []
    assert bench.chat.is_answering


def test_u06_while_a_message_is_stored_enter_does_nothing(bench: Bench) -> None:
    bench.show()
    bench.type("once")
    bench.tasks.held = True
    bench.enter()
    bench.enter()
    QTest.mouseClick(bench.composer.button, LEFT)
    bench.tasks.release()
    assert len(bench.calls("send")) == 1


def test_shift_enter_begins_a_new_line(bench: Bench) -> None:
    bench.show()
    bench.type("a")
    bench.press(bench.field, Qt.Key.Key_Return, SHIFT)
    bench.type("b")
    assert bench.calls("send") == []
    bench.enter()
    assert bench.calls("send") == [(bench.open_id, "a\nb")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_nothing_is_sent_while_a_word_is_composed(bench: Bench, key: Qt.Key) -> None:
    bench.show()
    bench.composer.replace_text("我")
    QApplication.sendEvent(bench.field, QInputMethodEvent("ni hao", []))
    assert bench.field.is_composing()
    bench.press(bench.field, key)
    assert bench.calls("send") == []
    commit = QInputMethodEvent("", [])
    commit.setCommitString("你好")
    QApplication.sendEvent(bench.field, commit)
    assert bench.composer.text() == "我你好"
    bench.press(bench.field, key)
    assert bench.calls("send") == [(bench.open_id, "我你好")]


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_is_not_sent(bench: Bench, text: str) -> None:
    bench.show()
    bench.composer.replace_text(text)
    bench.enter()
    assert bench.calls("send") == []
    assert bench.notices() == ()
    assert not bench.composer.button.isEnabled()


def test_send_becomes_stop_and_typing_goes_on(bench: Bench) -> None:
    bench.show()
    bench.ask()
    button = bench.composer.button
    assert button.accessibleName() == "Stop"
    bench.type("meanwhile")
    bench.service.grow(bench.open_id, "Because")
    assert bench.composer.text() == "meanwhile"
    QTest.mouseClick(button, LEFT)
    assert bench.calls("stop") == [(bench.open_id,)]
    assert button.accessibleName() == "Send"
    assert bench.composer.text() == "meanwhile"


def test_s42_escape_stops_the_answer_and_only_while_one_comes(bench: Bench) -> None:
    bench.show()
    bench.press(bench.field, Qt.Key.Key_Escape)
    assert bench.calls("stop") == []
    bench.ask()
    bench.press(bench.field, Qt.Key.Key_Escape)
    bench.press(bench.field, Qt.Key.Key_Escape)
    assert bench.calls("stop") == [(bench.open_id,)]


def test_each_chat_has_its_own_draft(bench: Bench) -> None:
    other = bench.put("Other", draft="left here")
    bench.show()
    first = bench.open_id
    bench.type("for the first")
    bench.chat.open(other.id)
    assert bench.composer.text() == "left here"
    bench.type(", and more")
    bench.chat.open(first)
    assert bench.composer.text() == "for the first"
    assert bench.service.all[other.id].draft == "left here, and more"


def test_undo_does_not_bring_the_text_of_another_chat(bench: Bench) -> None:
    other = bench.put("Other")
    bench.show()
    bench.type("secret of the first")
    bench.chat.open(other.id)
    bench.press(bench.field, Qt.Key.Key_Z, CONTROL)
    assert bench.composer.text() == ""


def test_u16_a_draft_is_saved_a_moment_after_it_was_written(bench: Bench) -> None:
    page = bench.show()
    with bench.qtbot.waitSignal(page._composing._timer.timeout, timeout=PAUSE_MS * 10):
        bench.type("not sent yet")
    assert bench.calls("draft") == [(bench.open_id, "not sent yet")]


def test_a_draft_is_saved_when_the_page_is_hidden_or_closed(bench: Bench) -> None:
    page = bench.show()
    bench.type("one")
    page.hide()
    assert bench.service.all[bench.open_id].draft == "one"
    page.show()
    bench.type(" two")
    page.shut_down()
    assert bench.service.all[bench.open_id].draft == "one two"


def test_a_new_chat_leaves_the_draft_behind(bench: Bench) -> None:
    page = bench.show()
    first = bench.open_id
    bench.type("for the first")
    page.sidebar.new.click()
    assert bench.open_id != first
    assert bench.composer.text() == ""
    assert bench.service.all[first].draft == "for the first"


def test_text_typed_before_the_first_chat_was_read_stays(bench: Bench) -> None:
    bench.put("Last", draft="draft, ")
    last = next(iter(bench.service.all))
    bench.stage.settings_service.current = bench.stage.settings_service.current.__class__(
        conversation_id=last
    )
    bench.tasks.held = True
    bench.show()
    bench.type("early")
    bench.tasks.release()
    assert bench.open_id == last
    assert bench.composer.text() == "draft, early"


def test_a_failed_send_keeps_the_text_and_says_the_next_step(bench: Bench) -> None:
    page = bench.show()
    bench.service.failure = PandaError(ErrorKind.NO_KEY)
    bench.type("keep me")
    bench.enter()
    assert bench.composer.text() == "keep me"
    (notice,) = bench.notices()
    assert [action.text for action in notice.actions] == ["Enter a key"]
    with bench.qtbot.waitSignal(page.key_wanted):
        notice.actions[0].run()
    bench.stage.account.key_changed.emit()
    assert bench.notices() == ()
    assert bench.composer.text() == "keep me"


def test_a_failed_send_can_be_tried_again(bench: Bench) -> None:
    bench.show()
    bench.service.failure = PandaError(ErrorKind.CANNOT_CONNECT, ErrorDetail(host="gateway.example"))
    bench.type("keep me")
    bench.enter()
    (notice,) = bench.notices()
    again = next(action for action in notice.actions if action.text == "Try again")
    again.run()
    assert bench.calls("send") == [(bench.open_id, "keep me")]
    assert bench.composer.text() == ""
    assert bench.notices() == ()


def test_text_changed_while_it_is_sent_stays(bench: Bench) -> None:
    bench.show()
    bench.type("first")
    bench.tasks.held = True
    bench.enter()
    bench.type(" and then some")
    bench.tasks.release()
    assert bench.calls("send") == [(bench.open_id, "first")]
    assert bench.composer.text() == "first and then some"


def test_u07_switching_chats_while_a_message_is_stored_leaves_no_draft(bench: Bench) -> None:
    other = bench.put("Other", draft="other draft")
    bench.show()
    first = bench.open_id
    bench.type("sent from the first")
    bench.tasks.held = True
    bench.enter()
    bench.chat.open(other.id)
    bench.tasks.release()
    assert bench.calls("send") == [(first, "sent from the first")]
    assert bench.composer.text() == "other draft"
    assert bench.service.all[first].draft == ""


def test_u07_a_send_that_fails_after_switching_is_kept_as_draft(bench: Bench) -> None:
    other = bench.put("Other")
    bench.show()
    first = bench.open_id
    bench.type("sent from the first")
    bench.tasks.held = True
    bench.enter()
    bench.chat.open(other.id)
    bench.service.failure = PandaError(ErrorKind.NO_KEY, reached=Reached.NOTHING_SENT)
    waiting = bench.tasks._waiting
    waiting.append(waiting.pop(0))  # the database opens the other chat first
    bench.tasks.release()
    assert bench.open_id == other.id
    assert bench.composer.text() == ""
    assert bench.service.all[first].draft == "sent from the first"


@pytest.mark.parametrize(
    "text",
    ["x" * 10_000_000, "y" * 1_000_000, "\n".join(["line"] * 200_000)],
    ids=["10 MB", "one line of 1 MB", "200,000 lines"],
)
def test_u01_a_huge_paste_becomes_a_file_at_once(bench: Bench, text: str) -> None:
    bench.show()
    data = QMimeData()
    data.setText(text)
    before = time.thread_time()
    bench.field.insertFromMimeData(data)
    assert time.thread_time() - before < 0.5
    assert bench.composer.text() == ""
    files = bench.stage.chat_parts.attachments
    bench.qtbot.waitUntil(lambda: not files.pending)
    (kept,) = files.items
    assert bench.service.files[kept.file].decode() == text
    assert bench.notices() == ()


def test_u01_many_pastes_are_no_way_around_the_limit(bench: Bench) -> None:
    bench.show()
    data = QMimeData()
    data.setText("word " * 30_000)
    bench.field.insertFromMimeData(data)
    bench.field.insertFromMimeData(data)
    assert len(bench.composer.text()) == 150_000
    files = bench.stage.chat_parts.attachments
    bench.qtbot.waitUntil(lambda: not files.pending)
    assert [each.characters for each in files.items] == [150_000]
    bench.field.selectAll()
    bench.field.insertFromMimeData(data)  # in place of what was there
    assert len(bench.composer.text()) == 150_000


@pytest.mark.parametrize("comes", ["pasted", "as a draft"])
def test_u01_a_word_of_many_thousand_letters_does_not_freeze(bench: Bench, comes: str) -> None:
    bench.show()
    word = "x" * 150_000
    before = time.thread_time()
    if comes == "pasted":
        data = QMimeData()
        data.setText(word)
        bench.field.insertFromMimeData(data)
    else:
        bench.composer.show_text(word)
    bench.type("y")
    assert time.thread_time() - before < 1.0  # seconds if words were kept whole
    assert bench.composer.text() == word + "y"


def test_u01_counting_tokens_never_reads_all_of_a_long_text(bench: Bench) -> None:
    bench.show()
    bench.composer.show_text("word " * 30_000)
    assert len(bench.composer._sample()) <= SAMPLE
    with bench.qtbot.waitSignal(bench.composer._count_timer.timeout):
        bench.type("x")
    assert bench.composer.hint().replace(",", "") == "≈ 37501 tokens"


@pytest.mark.parametrize(
    ("text", "tokens"), [("", 0), ("a", 1), ("What does it cost?", 5), ("你好，世界", 4), ("a" * 4000, 1000)]
)
def test_tokens_are_guessed_from_letters_and_signs(text: str, tokens: int) -> None:
    assert guess_tokens(text, len(text)) == tokens


def test_a_long_text_is_guessed_from_its_sample() -> None:
    assert guess_tokens("abcd" * 1000, 400_000) == 100_000


def test_the_composer_grows_to_two_fifths_and_then_scrolls(bench: Bench) -> None:
    page = bench.show(height=800)
    low = bench.composer.height()
    bench.composer.replace_text("\n".join(["line"] * 100))
    bench.qtbot.waitUntil(lambda: bench.composer.height() > low)
    assert bench.composer.height() <= 0.45 * page.height()
    bench.composer.replace_text("")
    bench.qtbot.waitUntil(lambda: bench.composer.height() == low)


def test_editing_shows_the_message_and_cancel_brings_the_draft_back(bench: Bench) -> None:
    page = bench.show()
    bench.ask("first question", "an answer")
    bench.type("my draft")
    question = bench.chat.rows.messages()[0]
    page.pane.transcript.edit_requested.emit(question.id)
    assert bench.composer.text() == "first question"
    assert bench.composer.cancel.isVisible()
    bench.press(bench.field, Qt.Key.Key_Escape)
    assert bench.composer.text() == "my draft"
    assert not bench.composer.cancel.isVisible()
    page.pane.transcript.edit_requested.emit(question.id)
    bench.type(", better")
    bench.composer.cancel.click()
    assert bench.composer.text() == "my draft"


def test_an_edited_message_is_sent_once_and_the_draft_comes_back(bench: Bench) -> None:
    page = bench.show()
    bench.ask("first question", "an answer")
    bench.type("my draft")
    question, answer = bench.chat.rows.messages()
    page.pane.transcript.edit_requested.emit(answer.id)  # under an answer: the question it answers
    bench.type(", better")
    bench.enter()
    assert bench.calls("edit") == [(question.id, "first question, better")]
    assert len(bench.calls("send")) == 1
    assert bench.composer.text() == "my draft"
    assert not page._composing.is_editing


def test_an_edit_that_fails_stays(bench: Bench) -> None:
    page = bench.show()
    bench.ask("first question", "an answer")
    page.pane.transcript.edit_requested.emit(bench.chat.rows.messages()[0].id)
    bench.type(", better")
    bench.service.failure = PandaError(ErrorKind.NO_CREDIT)
    bench.enter()
    assert bench.composer.text() == "first question, better"
    assert page._composing.is_editing
    assert bench.service.all[bench.open_id].draft == ""


def test_an_edit_waits_while_another_chat_is_open(bench: Bench) -> None:
    other = bench.put("Other", draft="other draft")
    page = bench.show()
    first = bench.ask("first question", "an answer")
    bench.type("my draft")
    page.pane.transcript.edit_requested.emit(bench.chat.rows.messages()[0].id)
    bench.type(", better")
    bench.chat.open(other.id)
    assert bench.composer.text() == "other draft"
    assert not page._composing.is_editing
    bench.chat.open(first)
    assert bench.composer.text() == "first question, better"
    bench.press(bench.field, Qt.Key.Key_Escape)
    assert bench.composer.text() == "my draft"


def test_ctrl_enter_sends_where_that_is_wanted_and_the_words_follow(bench: Bench) -> None:
    bench.show()
    bench.stage.settings.change(send_key="ctrl+enter")
    assert bench.composer.hint() == "Ctrl+Enter sends, Enter begins a new line"
    assert "Ctrl+Enter" in bench.composer.button.toolTip()
    assert "Ctrl+Enter" in bench.field.accessibleDescription()
    bench.type("a")
    bench.enter()
    bench.type("b")
    assert bench.calls("send") == []
    bench.press(bench.field, Qt.Key.Key_Return, CONTROL)
    assert bench.calls("send") == [(bench.open_id, "a\nb")]
    bench.stage.settings.change(send_key="enter")
    bench.type("c")
    bench.enter()
    assert bench.calls("queue") == [(bench.open_id, "c")]


def test_nothing_is_sent_while_a_word_is_composed_also_by_ctrl_enter(bench: Bench) -> None:
    bench.show()
    bench.stage.settings.change(send_key="ctrl+enter")
    QApplication.sendEvent(bench.field, QInputMethodEvent("ni hao", []))
    bench.press(bench.field, Qt.Key.Key_Return, CONTROL)
    bench.press(bench.field, Qt.Key.Key_Up)
    assert bench.calls("send") == [] and not bench.page._composing.is_editing


def test_up_in_an_empty_composer_edits_the_last_message_and_escape_leaves(bench: Bench) -> None:
    bench.show()
    bench.press(bench.field, Qt.Key.Key_Up)
    assert not bench.page._composing.is_editing
    bench.ask("First", "1")
    bench.ask("Second", "2")
    bench.type("x")
    bench.press(bench.field, Qt.Key.Key_Up)
    assert bench.composer.text() == "x"
    bench.press(bench.field, Qt.Key.Key_Backspace)
    bench.press(bench.field, Qt.Key.Key_Up)
    assert bench.composer.text() == "Second" and bench.page._composing.is_editing
    bench.press(bench.field, Qt.Key.Key_Escape)
    assert bench.composer.text() == "" and not bench.page._composing.is_editing
    assert bench.field.hasFocus()
