"""The completion pad: what streams is put in at the end, what is written is kept, nothing is asked twice."""

import time
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.budgets import Budget, BudgetSpan, BudgetUse, OverBudget, Refusal
from panda_desktop.domain.changes import PadChanged
from panda_desktop.domain.chat import MessageState, Parameters, Receipt, Usage
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.money import Purpose, SpendKind
from panda_desktop.domain.pad import Pad
from panda_desktop.ui.chat.pad_place import PadPlace
from panda_desktop.ui.theme import ThemeMode, look
from tests.ui.chat.conftest import Bench

CONTROL = Qt.KeyboardModifier.ControlModifier


def show(bench: Bench, text: str = "", width: int = 1100) -> PadPlace:
    if text:
        before = bench.stage.completing.pad
        bench.stage.completing.pad = replace(before, text=text, given=len(text))
    page = bench.show(width=width)
    page.set_narrow(width < 600)
    page.resize(width, 760)
    next(each for each in page.commands() if each.key == "chat.pad").run()
    QApplication.processEvents()
    place = page._toolbox.pad
    assert place is not None
    assert place.page.isVisible()
    return place


def stream(bench: Bench, text: str) -> None:
    """Lets text come and be shown."""
    bench.stage.completing.write(text)
    bench.stage.chat_parts.pad._frame.flush()


def caret(place: PadPlace, position: int) -> None:
    cursor = place.page.editor.textCursor()
    cursor.setPosition(position)
    place.page.editor.setTextCursor(cursor)


def test_it_is_reached_by_shortcut_and_menu_and_left_by_escape(bench: Bench) -> None:
    place = show(bench)
    command = next(each for each in bench.page.commands() if each.key == "chat.pad")
    assert command.shortcut == "Ctrl+Shift+L"
    assert place.page.editor.hasFocus()
    bench.press(place.page.editor, Qt.Key.Key_Escape)
    assert bench.page._toolbox.is_closed() and bench.field.hasFocus()
    bench.page.sidebar.more.click()
    menu: Any = QApplication.activePopupWidget()
    next(each for each in menu.actions() if each.text().startswith("Completion pad")).trigger()
    menu.close()
    assert place.page.isVisible()
    place.page.back.click()
    assert bench.page._toolbox.is_closed()


def test_what_was_written_is_kept_before_the_model_is_asked(bench: Bench) -> None:
    place = show(bench)
    QTest.keyClicks(place.page.editor, "Once upon")
    bench.press(place.page.editor, Qt.Key.Key_Return, CONTROL)
    assert bench.stage.completing.calls == ["complete"]
    assert bench.stage.completing.pad.text == "Once upon"
    assert place.page.go.text() == "Stop"
    assert place.page.editor.isReadOnly()
    stream(bench, " a time")
    stream(bench, ", long ago")
    bench.stage.completing.end(usage=Usage(2, 7, 9), served_model="m-1", receipt=Receipt(0.5, 2.0))
    assert place.page.editor.text() == "Once upon a time, long ago"
    assert place.page.editor.tinted() == [" a time, long ago"]
    assert place.page.go.text() == "Continue"
    assert place.page.state() == "≈ 7 tokens · m-1 · 7 tokens · first 0.5 s · 5 tok/s"


def test_it_is_kept_within_a_moment_and_when_the_window_closes(bench: Bench) -> None:
    place = show(bench)
    QTest.keyClicks(place.page.editor, "Draft")
    bench.qtbot.waitUntil(lambda: bench.stage.completing.pad.text == "Draft")
    QTest.keyClicks(place.page.editor, "s")
    bench.page.shut_down()
    assert bench.stage.completing.pad.text == "Drafts"


def test_u06_the_model_is_asked_once(bench: Bench) -> None:
    place = show(bench, "Once")
    bench.tasks.held = True
    place.page.go.click()
    place.page.go.click()
    bench.press(place.page.editor, Qt.Key.Key_Return, CONTROL)
    QTest.mouseDClick(place.page.go, Qt.MouseButton.LeftButton)
    bench.tasks.release()
    assert bench.stage.completing.calls == ["complete"]


def test_escape_stops_first_and_leaves_then(bench: Bench) -> None:
    place = show(bench, "Once")
    place.go()
    bench.press(place.page.editor, Qt.Key.Key_Escape)
    assert bench.stage.completing.calls == ["complete", "stop"]
    assert place.page.isVisible()
    bench.press(place.page.editor, Qt.Key.Key_Escape)
    assert not place.page.isVisible()


def test_what_the_person_writes_is_never_tinted(bench: Bench) -> None:
    place = show(bench, "Once")
    place.go()
    stream(bench, " upon a time")
    bench.stage.completing.end()
    editor = place.page.editor
    caret(place, 9)
    QTest.keyClicks(editor, "XY")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, " mine")
    assert editor.text() == "Once uponXY a time mine"
    assert editor.tinted() == [" upon", " a time"]


def test_the_caret_stays_where_somebody_is(bench: Bench) -> None:
    place = show(bench, "\n".join(f"Line {n}" for n in range(200)))
    editor = place.page.editor
    place.go()
    caret(place, 30)
    editor.verticalScrollBar().setValue(0)
    for n in range(20):
        stream(bench, f"\nnew {n}")
    assert editor.textCursor().position() == 30
    assert editor.verticalScrollBar().value() == 0, "whoever has scrolled up stays"


def test_at_the_end_the_text_is_followed(bench: Bench) -> None:
    place = show(bench, "\n".join(f"Line {n}" for n in range(200)))
    bar = place.page.editor.verticalScrollBar()
    bar.setValue(bar.maximum())
    place.go()
    for n in range(20):
        stream(bench, f"\nnew {n}")
    assert bar.value() == bar.maximum()
    assert place.page.editor.textCursor().atEnd()


def test_a_selection_up_to_the_end_does_not_grow(bench: Bench) -> None:
    place = show(bench, "Once upon")
    place.go()
    cursor = place.page.editor.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(9, QTextCursor.MoveMode.KeepAnchor)
    place.page.editor.setTextCursor(cursor)
    stream(bench, " a time")
    assert place.page.editor.textCursor().selectedText() == "upon"


def test_taking_back_removes_what_the_model_wrote_and_can_be_undone(bench: Bench) -> None:
    place = show(bench, "Once")
    assert not place.page.take_back.isEnabled()
    place.go()
    stream(bench, " upon")
    stream(bench, " a time")
    bench.stage.completing.end()
    place.page.take_back.click()
    assert bench.stage.completing.calls[-1] == "take back"
    assert place.page.editor.text() == "Once"
    place.page.editor.undo()
    assert place.page.editor.text() == "Once upon a time"
    assert place.page.editor.tinted() == [" upon a time"]


def test_one_undo_takes_one_continuation(bench: Bench) -> None:
    place = show(bench)
    QTest.keyClicks(place.page.editor, "Once")
    place.go()
    for part in (" upon", " a", " time"):
        stream(bench, part)
    bench.stage.completing.end()
    place.page.editor.undo()
    assert place.page.editor.text() == "Once"


def test_clearing_offers_the_way_back_with_its_tint(bench: Bench) -> None:
    place = show(bench, "Once")
    place.go()
    stream(bench, " upon")
    bench.stage.completing.end()
    place.page.clear.click()
    assert place.page.editor.text() == "" and bench.stage.completing.pad.text == ""
    notice = place.page.notices.notices()[0]
    assert notice.text == "The pad was emptied."
    QTest.keyClicks(place.page.editor, "!")
    notice.actions[0].run()
    assert place.page.editor.text() == "Once upon!"
    assert place.page.editor.tinted() == [" upon"]
    assert bench.stage.completing.pad.text == "Once upon!"


def test_the_whole_text_is_copied(bench: Bench) -> None:
    place = show(bench, "Once\nupon")
    place.page.copy.click()
    assert QGuiApplication.clipboard().text() == "Once\nupon"
    assert place.page.state() == "The text was copied."


def test_it_comes_back_as_the_last_run_left_it(bench: Bench) -> None:
    bench.stage.completing.pad = Pad(
        "Once upon 🐼 a time",
        9,
        "auto:cost",
        Parameters(temperature=0.5),
        MessageState.INTERRUPTED,
        error=ErrorKind.CRASHED,
    )
    place = show(bench)
    assert place.page.editor.tinted() == [" 🐼 a time"]
    assert place.page.model.value() == "auto:cost"
    assert place.page.parameters.accessibleName() == "Temperature 0.5"
    assert place.page.notices.notices()[0].text
    assert place.page.take_back.isEnabled()


@pytest.mark.parametrize(
    ("kind", "step"),
    [
        (ErrorKind.NO_KEY, "Enter a key"),
        (ErrorKind.NO_CREDIT, "Add credit"),
        (ErrorKind.EMPTY_PROMPT, None),
        (ErrorKind.MODEL_NOT_FOUND, "Choose another model"),
    ],
)
def test_a_refusal_is_said_with_its_next_step(bench: Bench, kind: ErrorKind, step: str | None) -> None:
    place = show(bench, "Once")
    bench.stage.completing.failure = PandaError(kind)
    place.page.go.click()
    (notice,) = place.page.notices.notices()
    assert notice.text
    assert [action.text for action in notice.actions][:1] == ([step] if step else [])
    assert place.page.go.text() == "Continue"
    place.page.go.click()
    assert bench.stage.completing.calls == ["complete"], "it can be asked again"
    assert place.page.notices.notices() == ()


def test_a_402_in_the_answer_is_said_once_with_what_the_gateway_said(bench: Bench) -> None:
    place = show(bench, "Once")
    wanted: list[bool] = []
    bench.page.top_up_wanted.connect(lambda: wanted.append(True))
    place.go()
    detail = ErrorDetail(status=402, message="insufficient balance")
    bench.stage.completing._put(state=MessageState.FAILED, error=ErrorKind.NO_CREDIT, error_detail=detail)
    (notice,) = place.page.notices.notices()
    assert "insufficient balance" in notice.details
    notice.actions[0].run()
    assert wanted == [True]
    place.page.notices.close_notice(notice.key)
    bench.stage.completing._put(receipt=Receipt(cost=None))
    assert place.page.notices.notices() == ()


def test_parameters_that_are_not_set_stay_unset(bench: Bench) -> None:
    place = show(bench, "Once")
    place.page.parameters.click()
    panel = place.panel
    assert panel is not None
    QTest.keyClicks(panel.numbers.rows["max_tokens"].field, "64")
    assert bench.stage.completing.pad.parameters == Parameters(max_tokens=64)
    QTest.keyClicks(panel.numbers.rows["temperature"].field, "9")
    assert bench.stage.completing.pad.parameters == Parameters(max_tokens=64), "a wrong one is never in force"
    panel.clear.click()
    assert bench.stage.completing.pad.parameters == Parameters()


def test_another_model_is_kept(bench: Bench) -> None:
    place = show(bench, "Once")
    place.page.model.chosen.emit("auto:speed")
    assert bench.stage.completing.pad.model == "auto:speed"
    place.go()
    assert not place.page.model.isEnabled()


def test_an_echo_never_takes_back_what_was_typed_meanwhile(bench: Bench) -> None:
    place = show(bench)
    editor = place.page.editor
    QTest.keyClicks(editor, "ab")
    bench.tasks.held = True
    place.flush()
    QTest.keyClicks(editor, "c")
    bench.stage.bus.publish(PadChanged(Pad("")))  # an older state, such as a receipt that has settled
    assert editor.text() == "abc"
    bench.tasks.release()
    assert editor.text() == "abc"
    place.flush()
    assert bench.stage.completing.pad.text == "abc"


def test_u13_the_tint_follows_the_theme_and_is_no_step_to_undo(bench: Bench) -> None:
    place = show(bench, "Once")
    place.go()
    stream(bench, " upon")
    bench.stage.completing.end()
    controller = look()
    before = controller.mode
    try:
        grounds = set()
        for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
            controller.set_mode(mode)
            QApplication.processEvents()
            (part,) = place.page.editor.document().firstBlock().layout().formats()
            grounds.add(part.format.background().color().name())
        assert len(grounds) == 2
    finally:
        controller.set_mode(before)
    place.page.editor.undo()
    assert place.page.editor.text() == "Once"


def test_twenty_thousand_tokens_stay_smooth(bench: Bench) -> None:
    place = show(bench, "Once")
    place.go()
    pieces = [f"word{n}{' ' if n % 12 else chr(10)}" for n in range(20_000)]
    worst = 0.0
    begun = time.process_time()
    for start in range(0, len(pieces), 8):
        before = time.process_time()
        stream(bench, "".join(pieces[start : start + 8]))
        worst = max(worst, time.process_time() - before)
    assert place.page.editor.text() == "Once" + "".join(pieces)
    assert time.process_time() - begun < 10.0
    assert worst < 0.1


@pytest.mark.parametrize("width", [256, 320, 720, 1280])
def test_u12_nothing_is_cut_off(bench: Bench, width: int) -> None:
    place = show(bench, "Once", width=width)
    bench.stage.chat_parts.pad.change(model="a-model-with-quite-a-long-name-2026-11-preview")
    QApplication.processEvents()
    page = place.page
    for part in (page.back, page.model, page.parameters, page.mono, page.take_back, page.clear, page.go):
        left = part.mapTo(page, part.rect().topLeft()).x()
        assert left >= 0 and left + part.width() <= page.width()
        assert part.height() >= 28
        assert part.accessibleName()
    assert page.width() <= width


def refused(*, may_pass: bool) -> OverBudget:
    use = BudgetUse(Budget("b", BudgetSpan.DAY, Decimal(5), may_pass=may_pass), Decimal("4.9"))
    purpose = Purpose(SpendKind.COMPLETION, "m", predicted=Decimal("0.3"), currency="usd")
    return OverBudget(Refusal(use, purpose))


def test_h03_over_the_budget_the_person_may_send_once(bench: Bench) -> None:
    place = show(bench, "Once")
    allowed: list[object] = []
    bench.page.leave_wanted.connect(allowed.append)
    bench.stage.completing.failure = error = refused(may_pass=True)
    place.go()
    (notice,) = place.page.notices.notices()
    assert "$4.90" in notice.text and "$0.30" in notice.text
    anyway = next(each for each in notice.actions if each.text == "Send anyway")
    anyway.run()
    anyway.run()
    assert allowed == [error.refusal]
    assert bench.stage.completing.calls == ["complete"]


def test_h03_over_a_budget_that_holds_the_pad_offers_no_way_past_it(bench: Bench) -> None:
    place = show(bench, "Once")
    bench.stage.completing.failure = refused(may_pass=False)
    place.go()
    (notice,) = place.page.notices.notices()
    assert [each.text for each in notice.actions] == ["Change the budget"]
