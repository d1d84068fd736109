"""What a screen reader gets: every message, line by line, its buttons, and word of its end."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.errors import ErrorKind
from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.ui.transcript import view as view_module
from tests.ui.transcript.conftest import Open, settle
from tests.ui.transcript.double import ANSWER, answer, mine


def document(view: TranscriptView) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(view)
    assert found is not None
    return found


def names(interface: QAccessibleInterface, role: QAccessible.Role) -> list[str]:
    children = [interface.child(index) for index in range(interface.childCount())]
    return [child.text(QAccessible.Text.Name) for child in children if child.role() == role]


def lines(message: QAccessibleInterface) -> list[str]:
    return names(message, QAccessible.Role.StaticText)


def test_the_conversation_is_a_document_of_messages(open_view: Open) -> None:
    view, _ = open_view([mine("Question?"), answer(ANSWER), mine("More?"), answer("Yes.")])
    found = document(view)
    assert found.role() == QAccessible.Role.Document
    assert found.text(QAccessible.Text.Name) == "Conversation"
    assert found.childCount() == 4
    assert [found.child(i).text(QAccessible.Text.Name) for i in range(4)] == ["You", "deepseek-v4-flash"] * 2
    assert found.child(1).role() == QAccessible.Role.Section
    assert found.indexOfChild(found.child(2)) == 2 and found.child(2).parent() is found
    assert found.child(4) is None and found.child(-1) is None


def test_a_message_is_read_line_by_line(open_view: Open) -> None:
    text = "# Title\n\nSome **bold** $x^2$ text\\\nin two lines\n\n- [x] done\n- two\n\n"
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n\n"
    view, _ = open_view(
        [answer(text + table + "```py\nfirst = 1\nsecond = 2\n```\n\n![chart](https://a.example/x)")]
    )
    message = document(view).child(0)
    assert lines(message) == [
        "Title",
        "Some bold $x^2$ text",
        "in two lines",
        "• ☑ done",
        "• two",
        "a\tb",
        "1\t2",
        "first = 1",
        "second = 2",
        "[chart (a.example)]",
    ]
    first = message.child(0)
    assert first.parent() is message and message.indexOfChild(first) == 0
    assert first.state().readOnly and not first.state().focusable
    assert message.text(QAccessible.Text.Description).startswith("Title Some bold")


def test_every_one_of_many_messages_is_reachable_and_few_are_laid_out(open_view: Open) -> None:
    rows = [mine(f"question {i}") if i % 2 == 0 else answer(f"answer **{i}**") for i in range(3_000)]
    view, _ = open_view(rows)
    found = document(view)
    assert found.childCount() == 3_000
    before = view._column.laid_out
    for index in (0, 1, 1_500, 2_999):
        message = found.child(index)
        expected = f"question {index}" if index % 2 == 0 else f"answer {index}"
        assert lines(message)[0] == expected
        assert message.state().offscreen == (index < 2_900)
    assert view._column.laid_out - before < 20


def test_visible_buttons_and_links_are_children_with_a_place(open_view: Open) -> None:
    view, _ = open_view([answer("a [link](https://a.example/x)\n\n```\ncode\n```")])
    message = document(view).child(0)
    buttons = names(message, QAccessible.Role.Button)
    assert "https://a.example/x" in buttons and "Copy" in buttons and "Regenerate" in buttons
    children = [message.child(index) for index in range(message.childCount())]
    link = next(child for child in children if child.text(QAccessible.Text.Name) == "https://a.example/x")
    place = link.rect()
    assert place.isValid() and message.rect().contains(place.center())
    assert message.childAt(place.center().x(), place.center().y()) is link
    assert document(view).childAt(place.center().x(), place.center().y()) is message


def test_growth_is_read_as_it_comes(open_view: Open) -> None:
    view, model = open_view([mine("q"), answer("One.", state=MessageState.STREAMING)])
    message = document(view).child(1)
    assert message.text(QAccessible.Text.Name) == "deepseek-v4-flash, writing"
    assert lines(message) == ["One."]
    model.grow(1, "\n\nTwo.")
    settle(view)
    assert document(view).child(1) is message and lines(message) == ["One.", "Two."]


def test_how_it_ended_is_part_of_the_text(open_view: Open) -> None:
    view, _ = open_view(
        [answer("Part", state=MessageState.INTERRUPTED), answer("", state=MessageState.FAILED)]
    )
    found = document(view)
    assert found.child(0).text(QAccessible.Text.Name) == "deepseek-v4-flash, interrupted"
    assert lines(found.child(0)) == ["Part", "Interrupted."]
    assert lines(found.child(1)) == ["The answer did not arrive."]


@pytest.mark.parametrize(
    ("fields", "said", "urgent"),
    [
        ({"state": MessageState.DONE}, "deepseek-v4-flash has answered.", False),
        ({"state": MessageState.STOPPED}, "Stopped by you.", False),
        ({"state": MessageState.FAILED, "error": ErrorKind.NO_CREDIT}, "The answer did not arrive.", True),
    ],
)
def test_completion_is_announced_once(
    open_view: Open, monkeypatch: pytest.MonkeyPatch, fields: dict[str, object], said: str, urgent: bool
) -> None:
    heard: list[tuple[str, bool]] = []
    monkeypatch.setattr(
        view_module, "announce", lambda widget, text, *, urgent=False: heard.append((text, urgent))
    )
    _view, model = open_view([mine("q"), answer("One", state=MessageState.STREAMING)])
    model.grow(1, " two")
    assert heard == []
    model.change(1, lambda old: replace(old, **fields))  # type: ignore[arg-type]
    model.change(1, lambda old: replace(old, created_at=datetime.now(UTC)))
    assert heard == [(said, urgent)]


def test_keyboard_focus_is_told(open_view: Open) -> None:
    view, _ = open_view([mine("q"), answer("text")])
    found = document(view)
    view.activateWindow()
    view.setFocus()
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    if view.hasFocus():
        assert found.focusChild() is found.child(0) and found.child(0).state().focused
        view.focusNextPrevChild(True)
        while view._attention.focused is not None and view._attention.focused.row == 0:
            view.focusNextPrevChild(True)
        assert found.focusChild() is found.child(1)
    assert found.child(1).state().focusable


def test_rows_that_go_take_their_objects_with_them(open_view: Open) -> None:
    view, model = open_view([mine("one"), mine("two"), mine("three")])
    found = document(view)
    second, third = found.child(1), found.child(2)
    del model.rows[1]
    model.removed.emit(1, 1)
    settle(view)
    assert not second.isValid() and second.childCount() == 0 and lines(second) == []
    assert third.isValid() and found.indexOfChild(third) == 1 and lines(third) == ["three"]
    view.set_model(None)
    assert found.childCount() == 0


def test_a_message_opens_as_text_with_a_cursor(open_view: Open) -> None:
    """By character, word and selection: a real text control, opened with Enter, closed with Escape."""
    view, _ = open_view([mine("q"), answer("Some **bold** text.\n\n" + "x" * 5_000)])
    view._keyboard.tab(1)
    while view._attention.focused is None or view._attention.focused.row != 1:
        assert view._keyboard.tab(1)
    QTest.keyClick(view, Qt.Key.Key_Return)
    reader = view._reader
    assert reader.isVisible() and reader.isReadOnly()
    assert reader.toPlainText().startswith("Some bold text.")
    assert max(map(len, reader.toPlainText().split("\n"))) <= 2_000
    assert reader.accessibleName() == "deepseek-v4-flash"
    QTest.keyClick(reader, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert reader.textCursor().selectedText() == "S"
    QTest.keyClick(reader, Qt.Key.Key_Escape)
    assert not reader.isVisible()


def test_u18_an_answer_that_fails_at_once_is_announced(
    open_view: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[bool] = []
    monkeypatch.setattr(view_module, "announce", lambda _widget, _text, *, urgent=False: heard.append(urgent))
    view, model = open_view([mine("Question?")])
    model.rows.append(answer("", state=MessageState.WAITING))
    model.inserted.emit(1, 1)
    model.rows[1] = replace(
        model.rows[1],
        message=replace(model.rows[1].message, state=MessageState.FAILED, error=ErrorKind.NO_CREDIT),
    )
    model.changed.emit(1)
    settle(view)
    assert heard == [True]


def test_u18_what_qt_asks_for_twice_is_freed_once(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PySide gives a class another metaobject with each slot it adds; Qt then asks again for what it has.

    The same object given again was freed twice with the view: a crash when the program ended.
    """

    def added(_self: TranscriptView) -> None:
        """Becomes a slot when it is connected."""

    monkeypatch.setattr(TranscriptView, "added", added, raising=False)
    view = TranscriptView()
    first = document(view)
    timer = QTimer()
    timer.timeout.connect(view.added)  # type: ignore[attr-defined]
    second = document(view)
    assert shiboken6.getCppPointer(first) != shiboken6.getCppPointer(second)
    assert first.role() == second.role() == QAccessible.Role.Document
    shiboken6.delete(view)
    assert not shiboken6.isValid(first) and not shiboken6.isValid(second)
