"""The strip: what waits, in which order, why, and what can be done about it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from panda_desktop.domain.budgets import Budget, BudgetSpan, BudgetUse, Refusal
from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.money import Purpose, SpendKind
from panda_desktop.domain.queue import Hold
from panda_desktop.ui.kit import ElidedLabel
from tests.ui.queue.conftest import Waiting

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def test_more_than_three_collapse(waiting: Waiting) -> None:
    waiting.put("a", "b", "c")
    assert len(waiting.strip.rows) == 3 and waiting.strip.more.isHidden()
    waiting.put("a", "b", "c", "d", "e")
    assert waiting.names() == ["Next: a", "2 of 5: b", "3 of 5: c"]
    assert waiting.strip.more.text() == "2 more"
    waiting.strip.more.click()
    assert len(waiting.strip.rows) == 5
    waiting.strip.more.click()
    waiting.put("a", "b", "c", "d")
    assert waiting.strip.more.text() == "1 more"


def test_it_is_edited_in_place(waiting: Waiting) -> None:
    bench = waiting.bench
    waiting.put("a", "b")
    waiting.row(1).setFocus()
    bench.press(waiting.row(1), Qt.Key.Key_F2)
    assert waiting.row(1).field.hasFocus()
    QTest.keyClicks(waiting.row(1).field, "etter")
    bench.press(waiting.row(1).field, Qt.Key.Key_Return)
    assert waiting.queued() == ["a", "better"]
    assert not waiting.row(1).is_editing and waiting.row(1).hasFocus()


def test_escape_leaves_the_text_and_then_the_strip_and_stops_nothing(waiting: Waiting) -> None:
    bench = waiting.bench
    waiting.put("a")
    waiting.row(0).edit.click()
    QTest.keyClicks(waiting.row(0).field, "bc")
    bench.press(waiting.row(0).field, Qt.Key.Key_Escape)
    assert waiting.queued() == ["a"] and waiting.row(0).hasFocus()
    bench.press(waiting.row(0), Qt.Key.Key_Escape)
    assert bench.field.hasFocus()
    assert bench.calls("stop") == []


def test_a_text_that_is_edited_when_its_turn_comes_goes_to_the_composer(waiting: Waiting) -> None:
    waiting.put("a", "b")
    waiting.row(0).edit.click()
    QTest.keyClicks(waiting.row(0).field, "nd this")
    waiting.put("b")
    assert waiting.bench.composer.text() == "and this"
    assert "sent before" in waiting.bench.composer.hint()


def test_a_text_that_is_edited_is_kept_when_another_chat_is_opened(waiting: Waiting) -> None:
    bench = waiting.bench
    first = bench.open_id
    waiting.put("a")
    waiting.row(0).edit.click()
    QTest.keyClicks(waiting.row(0).field, "b")
    bench.chat.start_new()
    assert [item.text for item in bench.service.queues[first].items] == ["ab"]
    assert bench.composer.text() == ""


def test_removing_can_be_taken_back_and_sends_nothing(waiting: Waiting) -> None:
    bench = waiting.bench
    waiting.put("a", "b", "c")
    waiting.row(1).setFocus()
    bench.press(waiting.row(1), Qt.Key.Key_Delete)
    assert waiting.queued() == ["a", "c"]
    assert waiting.row(1).hasFocus()
    assert "removed" in bench.notices()[0].text
    bench.notices()[0].actions[0].run()
    assert waiting.queued() == ["a", "b", "c"]
    assert bench.calls("queue") == []


def test_removing_the_last_one_leads_back_to_the_composer(waiting: Waiting) -> None:
    waiting.put("a")
    waiting.row(0).setFocus()
    waiting.row(0).remove.click()
    assert waiting.strip.isHidden() and waiting.bench.field.hasFocus()
    waiting.page._undo.undo()
    assert waiting.names() == ["Next: a"] and waiting.strip.isVisible()


def test_what_was_held_is_held_after_it_is_brought_back(waiting: Waiting) -> None:
    bench = waiting.bench
    waiting.put("a")
    bench.service.finish(bench.open_id, state=MessageState.FAILED, error=ErrorKind.SERVER_ERROR)
    waiting.put("a", hold=Hold.FAILED)
    waiting.row(0).remove.click()
    waiting.page._undo.undo()
    assert bench.service.queues[bench.open_id].hold is Hold.FAILED


def test_alt_and_arrows_move(waiting: Waiting) -> None:
    bench = waiting.bench
    waiting.put("a", "b", "c", "d")
    waiting.row(0).setFocus()
    bench.press(waiting.row(0), Qt.Key.Key_Down, ALT)
    assert waiting.queued() == ["b", "a", "c", "d"]
    assert waiting.row(1).hasFocus()
    bench.press(waiting.row(1), Qt.Key.Key_Up, ALT)
    bench.press(waiting.row(0), Qt.Key.Key_Up, ALT)
    assert waiting.queued() == ["a", "b", "c", "d"]
    waiting.row(2).setFocus()
    bench.press(waiting.row(2), Qt.Key.Key_Down, ALT)
    assert waiting.queued() == ["a", "b", "d", "c"]
    assert waiting.row(3).hasFocus()  # shown now, so that it can be followed


def test_arrows_walk_and_leave_at_the_end(waiting: Waiting) -> None:
    waiting.put("a", "b")
    waiting.row(0).setFocus()
    waiting.bench.press(waiting.row(0), Qt.Key.Key_Down)
    assert waiting.row(1).hasFocus()
    waiting.bench.press(waiting.row(1), Qt.Key.Key_Down)
    assert waiting.bench.field.hasFocus()


def send(row: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    """Lets the pointer do something at a place of the screen."""
    here = QPointF(row.mapFromGlobal(at))
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    modifier = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(row, QMouseEvent(kind, here, QPointF(at), button, held, modifier))


@pytest.mark.parametrize("escape", [False, True])
def test_a_row_is_dragged(waiting: Waiting, escape: bool) -> None:
    waiting.put("a", "b", "c")
    waiting.bench.qtbot.waitUntil(lambda: waiting.row(2).height() > 20)
    row, last = waiting.row(0), waiting.row(2)
    start = row.mapToGlobal(QPoint(60, row.height() // 2))
    end = last.mapToGlobal(QPoint(60, last.height() - 2))
    send(row, QMouseEvent.Type.MouseButtonPress, start)
    for y in range(start.y(), end.y() + 1, 6):
        send(row, QMouseEvent.Type.MouseMove, QPoint(start.x(), y))
    send(row, QMouseEvent.Type.MouseMove, end)
    assert [each.item.text for each in waiting.strip.rows] == ["b", "c", "a"]
    if escape:
        waiting.bench.press(row, Qt.Key.Key_Escape)
        assert waiting.queued() == ["a", "b", "c"]
        assert [each.item.text for each in waiting.strip.rows] == ["a", "b", "c"]
    else:
        send(row, QMouseEvent.Type.MouseButtonRelease, end)
        assert waiting.queued() == ["b", "c", "a"]


def test_send_now_says_that_it_stops_the_answer(waiting: Waiting) -> None:
    bench = waiting.bench
    waiting.put("a", "b")
    assert "Stop the answer" in waiting.row(1).send.toolTip()
    waiting.row(1).setFocus()
    bench.press(waiting.row(1), Qt.Key.Key_Return, CONTROL)
    assert bench.calls("send queued") == [("b",)]
    bench.service.finish(bench.open_id)
    assert "Stop" not in waiting.row(1).send.toolTip()


@pytest.mark.parametrize("hold", list(Hold))
def test_why_it_waits_is_said_with_the_way_on(waiting: Waiting, hold: Hold) -> None:
    bench = waiting.bench
    waiting.put("a")
    assert waiting.strip.hold.isHidden()
    waiting.put("a", hold=hold, error=ErrorKind.NO_CREDIT if hold is Hold.REFUSED else None)
    assert waiting.strip.hold.isVisible() and "sent" in waiting.strip.hold.words()
    assert waiting.strip.hold.step.isVisible() is (hold is Hold.REFUSED)
    waiting.strip.hold.go_on.click()
    assert bench.calls("resume queue") == [(bench.open_id,)]
    assert waiting.strip.hold.isHidden()


def test_h03_a_refusal_for_money_leads_to_credit(waiting: Waiting) -> None:
    waiting.put("a", hold=Hold.REFUSED, error=ErrorKind.NO_CREDIT)
    assert "balance is too low" in waiting.strip.hold.words()
    with waiting.bench.qtbot.waitSignal(waiting.page.top_up_wanted):
        waiting.strip.hold.step.click()


def test_everything_is_reached_by_tab_before_the_composer(waiting: Waiting) -> None:
    waiting.put("a", "b")
    waiting.row(0).setFocus(Qt.FocusReason.TabFocusReason)
    names = []
    for _ in range(8):
        focused = waiting.page.focusWidget()
        names.append(focused.accessibleName())
        if focused is waiting.bench.field:
            break
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names == [
        "Next: a",
        "Edit (F2)",
        "Stop the answer and send this now (Ctrl+Enter)",
        "Remove (Delete)",
        "2 of 2: b",
        "Edit (F2)",
        "Stop the answer and send this now (Ctrl+Enter)",
        "Remove (Delete)",
    ]
    assert waiting.page.focusWidget().accessibleName() == "Message"


@pytest.mark.parametrize("width", [256, 320, 1000])
def test_u12_it_is_never_wider_than_the_page_and_every_button_is_large_enough(
    waiting: Waiting, width: int
) -> None:
    waiting.page.set_narrow(True)
    waiting.page.resize(width, 700)
    waiting.put("word " * 400, "请把上面的代码改写成中文注释的版本" * 20, "a", "b", hold=Hold.COMPARED)
    waiting.bench.qtbot.waitUntil(lambda: waiting.row(2).height() > 20)
    for button in waiting.strip.findChildren(QAbstractButton):
        if button.isVisible():
            left = button.mapTo(waiting.page, QPoint(0, 0)).x()
            assert left >= 0 and left + button.width() <= waiting.page.width()
            assert button.width() >= 28 and button.height() >= 28


def test_u04_foreign_text_is_only_text(waiting: Waiting) -> None:
    waiting.put("<img src=file:///etc/passwd><b>x</b>")
    label = next(each for each in waiting.row(0).findChildren(ElidedLabel) if each.text())
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "<b>" in waiting.names()[0]


def test_the_menu_does_everything_and_stands_for_the_buttons_where_it_is_narrow(waiting: Waiting) -> None:
    bench = waiting.bench
    waiting.put("a", "b")
    bench.qtbot.waitUntil(lambda: waiting.row(0).edit.isVisible())
    assert waiting.row(0).more.isHidden()
    waiting.page.set_narrow(True)
    bench.qtbot.waitUntil(lambda: waiting.page.minimumSizeHint().width() <= 320)
    waiting.page.setMinimumSize(0, 0)
    waiting.page.resize(320, 700)
    bench.qtbot.waitUntil(lambda: waiting.row(0).more.isVisible())
    assert waiting.row(0).edit.isHidden() and waiting.row(0).remove.isVisible()
    menu = waiting.row(0).menu()
    actions = {action.text().split("\t")[0]: action for action in menu.actions() if action.text()}
    assert list(actions) == [
        "Edit",
        "Stop the answer and send this now",
        "Move up",
        "Move down",
        "Remove",
    ]
    assert not actions["Move up"].isEnabled()
    actions["Move down"].trigger()
    assert waiting.queued() == ["b", "a"]
    actions["Remove"].trigger()
    assert waiting.queued() == ["b"]


@pytest.mark.parametrize("may_pass", [True, False])
def test_h03_over_the_budget_the_next_one_may_be_sent_once(waiting: Waiting, may_pass: bool) -> None:
    bench = waiting.bench
    bench.service.finish(bench.open_id)
    allowed: list[object] = []
    waiting.page.leave_wanted.connect(allowed.append)
    use = BudgetUse(Budget("b", BudgetSpan.DAY, Decimal(5), may_pass=may_pass), Decimal("4.9"))
    purpose = Purpose(SpendKind.CHAT, "auto", bench.open_id, predicted=Decimal("0.3"), currency="usd")
    refusal = Refusal(use, purpose)
    waiting.put("a", hold=Hold.REFUSED, error=ErrorKind.OVER_BUDGET, refusal=refusal)
    line = waiting.strip.hold
    assert "$4.90" in line.words() and "$0.30" in line.words()
    assert line.step.text() == "Change the budget"
    assert line.anyway.isVisible() is may_pass
    if may_pass:
        QTest.mouseClick(line.anyway, LEFT)
        QTest.mouseDClick(line.anyway, LEFT)
        assert allowed == [refusal]
        assert bench.calls("resume queue") == [(bench.open_id,)]


def test_h03_send_anyway_sends_the_message_that_was_refused(waiting: Waiting) -> None:
    bench = waiting.bench
    bench.service.finish(bench.open_id)
    allowed: list[object] = []
    waiting.page.leave_wanted.connect(allowed.append)
    use = BudgetUse(Budget("b", BudgetSpan.DAY, Decimal(5), may_pass=True), Decimal("4.9"))
    refusal = Refusal(
        use, Purpose(SpendKind.CHAT, "auto", bench.open_id, predicted=Decimal("0.3"), currency="usd")
    )
    waiting.put("a", "b", hold=Hold.REFUSED, error=ErrorKind.OVER_BUDGET, refusal=refusal)
    queue = bench.service.queues[bench.open_id]
    bench.service.put_queue(replace(queue, refused="b"))
    line = waiting.strip.hold
    assert line.words().startswith("Message 2 was not sent.") and "message 2" in line.anyway.toolTip()
    QTest.mouseClick(line.anyway, LEFT)
    assert allowed == [refusal]
    assert bench.calls("send queued") == [("b",)] and bench.calls("resume queue") == []
