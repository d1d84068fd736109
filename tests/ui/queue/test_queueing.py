"""What is written while an answer comes waits for it, once and in order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.queue import Hold
from tests.ui.chat.conftest import Bench
from tests.ui.queue.conftest import Waiting

LEFT = Qt.MouseButton.LeftButton


def test_enter_while_an_answer_comes_queues_and_empties_the_composer(waiting: Waiting) -> None:
    bench = waiting.bench
    bench.type("Next question")
    bench.enter()
    assert bench.calls("queue") == [(bench.open_id, "Next question")]
    assert len(bench.calls("send")) == 1
    assert bench.composer.text() == "" and bench.field.hasFocus()
    assert waiting.names() == ["Next: Next question"]
    assert bench.service.all[bench.open_id].draft == ""


def test_u06_enter_repeat_is_one_queued_message(waiting: Waiting) -> None:
    waiting.bench.type("once")
    for repeat in (False, True, True):
        event = QKeyEvent(
            QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", repeat
        )
        QApplication.sendEvent(waiting.bench.field, event)
    assert waiting.queued() == ["once"]


def test_u06_a_double_click_on_queue_is_one_queued_message(waiting: Waiting) -> None:
    bench = waiting.bench
    bench.type("once")
    queue = bench.composer.queue
    QTest.mouseClick(queue, LEFT)
    QTest.mouseDClick(queue, LEFT)
    assert waiting.queued() == ["once"]
    assert bench.calls("stop") == []


def test_u06_while_it_is_stored_enter_queues_nothing_more(waiting: Waiting) -> None:
    bench = waiting.bench
    bench.type("once")
    bench.tasks.held = True
    bench.enter()
    bench.enter()
    QTest.mouseClick(bench.composer.queue, LEFT)
    bench.tasks.release()
    assert waiting.queued() == ["once"]


def test_with_a_text_there_are_both_stop_and_queue(waiting: Waiting) -> None:
    bench = waiting.bench
    composer = bench.composer
    assert composer.button.accessibleName() == "Stop" and composer.queue.isHidden()
    bench.type("more")
    assert composer.queue.isVisible() and "Enter" in composer.queue.toolTip()
    assert "Escape" in composer.button.toolTip()
    QTest.mouseClick(composer.button, LEFT)
    assert len(bench.calls("stop")) == 1
    assert composer.queue.isHidden() and composer.button.accessibleName() == "Send"
    assert composer.text() == "more"


def test_s42_escape_stops_also_while_something_is_written(waiting: Waiting) -> None:
    waiting.bench.type("more")
    waiting.bench.press(waiting.bench.field, Qt.Key.Key_Escape)
    assert len(waiting.bench.calls("stop")) == 1


def test_behind_a_queue_that_is_held_the_order_is_kept(waiting: Waiting) -> None:
    bench = waiting.bench
    waiting.put("first")
    bench.service.stop(bench.open_id)
    waiting.put("first", hold=Hold.STOPPED)
    bench.type("second")
    assert bench.composer.button.accessibleName() == "Queue"
    bench.enter()
    assert waiting.queued() == ["first", "second"]
    assert len(bench.calls("send")) == 1


def test_an_edited_message_is_no_queued_one(waiting: Waiting) -> None:
    bench = waiting.bench
    bench.page._edit(bench.chat.rows.messages()[0])
    assert bench.composer.queue.isHidden()
    bench.enter()
    assert bench.calls("queue") == bench.calls("edit") == []
    assert "Wait" in bench.composer.hint() and bench.composer.text() == "Why?"


def test_what_cannot_be_queued_stays_and_can_be_tried_again(waiting: Waiting) -> None:
    bench = waiting.bench
    bench.type("more")
    bench.service.failure = PandaError(ErrorKind.DISK_FULL)
    bench.enter()
    assert bench.composer.text() == "more"
    (notice,) = bench.notices()
    again = [action for action in notice.actions if action.text == "Try again"]
    if again:
        again[0].run()
        assert waiting.queued() == ["more"]


def test_each_chat_shows_its_own_queue(waiting: Waiting) -> None:
    bench = waiting.bench
    waiting.put("here")
    first = bench.open_id
    bench.chat.start_new()
    assert waiting.strip.isHidden()
    bench.chat.open(first)
    assert waiting.names() == ["Next: here"]


def test_until_something_waits_there_is_no_strip(bench: Bench) -> None:
    page = bench.show()
    assert page._queued.queueing.strip is None


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing_is_not_queued(waiting: Waiting, text: str) -> None:
    waiting.bench.composer.replace_text(text)
    waiting.bench.enter()
    assert waiting.bench.calls("queue") == []


def test_the_files_of_the_composer_go_along(waiting: Waiting) -> None:
    bench = waiting.bench
    files = bench.stage.chat_parts.attachments
    files.add(b"one line of text", "notes.txt")
    (kept,) = files.items
    bench.type("Read this")
    bench.enter()
    assert bench.calls("queue") == [(bench.open_id, "Read this", kept)]
    assert files.items == ()
    assert bench.service.queues[bench.open_id].items[0].attachments == (kept,)
    assert waiting.row(0)._files.text() == "1 file"
    waiting.row(0).remove.click()
    waiting.page._undo.undo()
    assert bench.service.queues[bench.open_id].items[0].attachments == (kept,)
