"""The cursor stays in the text, and what was asked for is seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.chat.conftest import Bench

LEFT = Qt.MouseButton.LeftButton
LONG = "Words after words.\n\n" * 80


def read_from_the_top(bench: Bench) -> None:
    """Shows a chat longer than the page, from its beginning."""
    bench.show()
    bench.ask("first", LONG)
    transcript = bench.page.pane.transcript
    transcript.setFocus()
    QTest.keyClick(transcript, Qt.Key.Key_Home)
    bench.qtbot.waitUntil(lambda: transcript.verticalScrollBar().value() == 0)
    assert not transcript.pinned


def test_u18_stop_by_mouse_gives_the_cursor_back_to_the_text(bench: Bench) -> None:
    bench.show()
    bench.ask("Why?")
    QTest.mouseClick(bench.composer.button, LEFT)
    assert bench.calls("stop") == [(bench.open_id,)]
    assert bench.field.hasFocus()


def test_u18_a_button_that_goes_while_it_has_the_focus_leaves_it_to_the_text(bench: Bench) -> None:
    bench.show()
    bench.ask("Why?")
    bench.composer.button.setFocus()
    bench.service.finish(bench.open_id)
    assert not bench.composer.button.isEnabled()
    assert bench.field.hasFocus()
    bench.ask("And why?")
    bench.type("next")
    bench.composer.queue.setFocus()
    bench.service.finish(bench.open_id)
    assert not bench.composer.queue.isVisible()
    assert bench.field.hasFocus()


def test_who_sends_from_further_up_sees_the_message_and_its_answer(bench: Bench) -> None:
    read_from_the_top(bench)
    bench.ask("second")
    assert bench.page.pane.transcript.pinned


def test_who_asks_for_another_answer_from_further_up_sees_it(bench: Bench) -> None:
    read_from_the_top(bench)
    bench.page._deeds.regenerate_last()
    assert bench.calls("regenerate")
    assert not bench.page.pane.transcript.pinned
    bench.service._ask(bench.open_id, "first", bench.last().id)  # as the service does: an answer begins
    assert bench.page.pane.transcript.pinned


def test_a_message_that_waits_moves_nothing_when_it_is_sent_and_when_it_is_answered(bench: Bench) -> None:
    read_from_the_top(bench)
    bench.ask("second")
    QTest.keyClick(bench.page.pane.transcript, Qt.Key.Key_Home)
    bench.ask("third")
    assert bench.calls("queue") == [(bench.open_id, "third")]
    bench.service.finish(bench.open_id)
    assert not bench.page.pane.transcript.pinned


@pytest.mark.parametrize(("key", "letter"), [(Qt.Key.Key_H, "h"), (Qt.Key.Key_7, "7")])
def test_a_letter_typed_over_the_messages_begins_the_next_one(bench: Bench, key: Qt.Key, letter: str) -> None:
    read_from_the_top(bench)
    QTest.keyClick(bench.page.pane.transcript, key)
    assert bench.field.hasFocus()
    assert bench.composer.text() == letter


def test_pasting_over_the_messages_pastes_into_the_next_one(bench: Bench) -> None:
    read_from_the_top(bench)
    QGuiApplication.clipboard().setText("pasted")
    QTest.keyClick(bench.page.pane.transcript, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert bench.composer.text() == "pasted"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_F8])
def test_the_keys_of_the_messages_stay_theirs(bench: Bench, key: Qt.Key) -> None:
    read_from_the_top(bench)
    QTest.keyClick(bench.page.pane.transcript, key)
    assert bench.page.pane.transcript.hasFocus()
    assert bench.composer.text() == ""
