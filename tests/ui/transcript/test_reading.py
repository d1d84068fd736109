"""Reading along: thoughts, wrapping, finding, the jump to the end, days; all of it by keyboard too."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from panda_desktop.domain.chat import MessageState
from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.ui.transcript.specs import CodeHeadSpec, DaySpec, ReasoningSpec
from tests.ui.transcript.conftest import Open, settle
from tests.ui.transcript.double import answer, mine


def shown(view: TranscriptView) -> str:
    return "\n".join(view._column.piece(seen.row, seen.piece).text for seen in view._place.visible)


def tab_to(view: TranscriptView, target: str) -> None:
    """Presses Tab until the focus is on a target whose id begins so."""
    for _ in range(60):
        assert view._keyboard.tab(1)
        focused = view._attention.focused
        if focused is not None and focused.target.startswith(target):
            return
    raise AssertionError(target)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_thoughts_open_and_close_by_keyboard(open_view: Open, key: Qt.Key) -> None:
    view, _ = open_view([mine("q"), answer("Answer.", reasoning="# one\n\n**two** *three*", reasoning_s=4.0)])
    assert "Thought for 4 s" in shown(view) and "# one" not in shown(view)
    tab_to(view, "reasoning")
    QTest.keyClick(view, key)
    settle(view)
    assert "# one\n\n**two** *three*" in shown(view).replace("\u2028", "\n")  # as they came
    assert view._attention.focused is not None and view._attention.focused.target == "reasoning"
    QTest.keyClick(view, key)
    settle(view)
    assert "# one" not in shown(view)


def test_thoughts_stay_open_when_the_answer_comes_and_ends(open_view: Open) -> None:
    view, model = open_view([mine("q"), answer("", state=MessageState.STREAMING)])
    model.grow(1, reasoning="thinking aloud")
    settle(view)
    view._column.toggle_reasoning(1)
    model.grow(1, "The answer")
    settle(view)
    assert "thinking aloud" in shown(view) and "The answer" in shown(view)
    model.change(1, lambda old: replace(old, state=MessageState.DONE, reasoning_s=2.0))
    settle(view)
    assert "thinking aloud" in shown(view) and "Thought for 2 s" in shown(view)
    specs = view._column.layout(1).specs
    assert [spec.opened for spec in specs if isinstance(spec, ReasoningSpec)] == [True]


def test_wrapping_is_kept_for_its_block_and_survives_growth_and_scrolling(open_view: Open) -> None:
    long = "word " * 60
    view, model = open_view([answer(f"```\n{long}\n```\n\n```\n{long}\n", state=MessageState.STREAMING)])
    tab_to(view, "wrap:")
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle(view)
    model.grow(0, long + "\n```\n\nend\n\n" + "text\n\n" * 80)
    settle(view)
    QTest.keyClick(view, Qt.Key.Key_End)
    settle(view)
    QTest.keyClick(view, Qt.Key.Key_Home)
    settle(view)
    heads = [spec for spec in view._column.layout(0).specs if isinstance(spec, CodeHeadSpec)]
    assert [head.wrapped for head in heads] == [True, False]


def test_code_in_a_list_and_a_quote_is_copied_without_their_marks(open_view: Open) -> None:
    code = "if x:\n\treturn  \n\n    y"
    quoted = "\n".join(f"> {line}" for line in f"```py\n{code}\n```".split("\n"))
    listed = "- item\n\n" + "\n".join(
        f"  {line}" if line else "" for line in f"```py\n{code}\n```".split("\n")
    )
    view, _ = open_view([answer(f"{quoted}\n\n{listed}\n\n~~~\n{code}\n~~~")])
    for _ in range(3):
        tab_to(view, "copy:")
        QGuiApplication.clipboard().setText("before")
        QTest.keyClick(view, Qt.Key.Key_Return)
        assert QGuiApplication.clipboard().text() == code


def test_find_counts_marks_and_survives_growth(open_view: Open) -> None:
    view, model = open_view([mine("needle"), answer("a **nee**dle, two", state=MessageState.STREAMING)])
    assert view.find_text("needle") and view.find_text_count() >= 1
    first = view._finder.current
    model.grow(1, " and a needle more")
    settle(view)
    assert view.find_text("needle") and view._finder.current != first
    view.grab()
    assert not view.find_text("") and view.find_text_count() == 0


def test_the_jump_button_says_what_it_does_and_comes_and_goes(open_view: Open) -> None:
    view, model = open_view([mine("q"), answer("text\n\n" * 80, state=MessageState.STREAMING)])
    assert not view._jump.isVisible()
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    settle(view)
    assert view._jump.isVisible() and "newest" in view._jump.accessibleName()
    model.grow(1, "more\n\n" * 20)
    settle(view)
    assert view._jump.isVisible() and not view.pinned
    QTest.keyClick(view, Qt.Key.Key_End)
    settle(view)
    assert not view._jump.isVisible() and view.pinned


def test_a_day_line_stands_before_the_first_message_of_each_day(open_view: Open) -> None:
    now = datetime.now(UTC)
    times = [now - timedelta(days=400), now - timedelta(days=400), now - timedelta(days=1), now, now]
    view, model = open_view([mine(f"m{i}", created_at=at) for i, at in enumerate(times)])
    days = [
        [spec.text for spec in view._column.layout(row).specs if isinstance(spec, DaySpec)]
        for row in range(5)
    ]
    assert [len(found) for found in days] == [1, 0, 1, 1, 0]
    assert days[2] == ["Yesterday"] and days[3] == ["Today"]
    del model.rows[3]
    model.removed.emit(3, 1)
    settle(view)
    assert [s.text for s in view._column.layout(3).specs if isinstance(s, DaySpec)] == ["Today"]


def test_a_shown_formula_is_read_found_and_copied_as_tex(open_view: Open, qtbot: object) -> None:
    view, _ = open_view([answer("so \\(x^2\\) is\n\n\\[\n\\frac{a}{b}\n\\]")])
    qtbot.waitUntil(  # type: ignore[attr-defined]
        lambda: view._formulas.formula(("\\frac{a}{b}", True)) is not None, timeout=20_000
    )
    settle(view)
    assert view.spoken_text(0).startswith("so $x^2$ is\n\n$$\\frac{a}{b}$$")
    view._select_all()
    view.copy()
    assert QGuiApplication.clipboard().text() == "so \\(x^2\\) is\n\n\\[\n\\frac{a}{b}\n\\]"
