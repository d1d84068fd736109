"""Nothing jumps: not while formulas arrive, not when the window, the text size or the text above changes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from panda_desktop.domain.chat import MessageState
from panda_desktop.ui.theme import DARK
from panda_desktop.ui.transcript import TranscriptView
from tests.ui.transcript.conftest import Open, settle
from tests.ui.transcript.double import ANSWER, DoubleRow, answer, mine

LONG = " ".join(f"word{number}" for number in range(450))


def long_rows(count: int = 60) -> list[DoubleRow]:
    return [mine(f"Question {i}") if i % 2 == 0 else answer(f"{LONG}\n\n{ANSWER}") for i in range(count)]


def top_words(view: TranscriptView) -> str:
    """Returns the words at the very top of the view."""
    seen = view._place.visible[0]
    piece = view._column.piece(seen.row, seen.piece)
    return piece.text[piece.position(0, 1 - seen.y) :][:12]


def at_words(view: TranscriptView, rows: list[DoubleRow]) -> str:
    """Scrolls into the middle of the long paragraph of a message; returns the words at the top."""
    view.scroll_to_message(rows[31].message.id)
    settle(view)
    view._scroll(150)
    settle(view)
    words = top_words(view)
    assert words.startswith("word")
    return words


def word(text: str) -> int:
    return int(text.split()[0].removeprefix("word") or 0)


@pytest.mark.parametrize("width", [1400, 700, 500, 350])
def test_the_words_at_the_top_stay_when_the_window_is_resized(open_view: Open, width: int) -> None:
    rows = long_rows()
    view, _ = open_view(rows)
    before = word(at_words(view, rows))
    view.resize(width, 600)
    settle(view)
    seen = view._place.visible[0]
    piece = view._column.piece(seen.row, seen.piece)
    start = piece.position(0, 1 - seen.y)
    shown = piece.text[start : start + 200].split()
    assert f"word{before}" in shown or f"word{before + 1}" in shown


def test_many_steps_of_resizing_come_back_to_the_same_words(open_view: Open) -> None:
    rows = long_rows()
    view, _ = open_view(rows)
    words = at_words(view, rows)
    y = view._place.visible[0].y
    for width in [*range(900, 340, -20), *range(340, 901, 20)]:
        view.resize(width, 600)
        view._settle()
    settle(view)
    assert top_words(view) == words and abs(view._place.visible[0].y - y) <= 2


def test_a_pinned_view_stays_at_the_end_when_resized(open_view: Open) -> None:
    view, _ = open_view(long_rows())
    for width in (500, 1200, 400):
        view.resize(width, 500)
        settle(view)
        assert view.pinned and view._place.at_end


def test_the_words_at_the_top_stay_when_the_text_gets_larger_or_the_theme_changes(open_view: Open) -> None:
    rows = long_rows()
    view, _ = open_view(rows)
    words = at_words(view, rows)
    view.set_theme(DARK)
    settle(view)
    assert top_words(view) == words
    view.set_zoom(150)
    settle(view)
    view.set_zoom(100)
    settle(view)
    assert top_words(view) == words


def test_formulas_that_arrive_above_and_in_view_do_not_move_what_is_read(
    open_view: Open, qtbot: QtBot
) -> None:
    """Pictures are never loaded; formulas are what comes later and has another height."""
    formulas = "\n\n".join(
        f"line {i} $\\frac{{{i}}}{{\\frac{{a}}{{b}}}}$\n\n$$\\int_0^{{{i}}} x$$" for i in range(8)
    )
    rows = [mine("q"), answer(f"{formulas}\n\n{LONG}"), answer("short " * 500)]
    view, _ = open_view(rows)
    view.scroll_to_message(rows[1].message.id)
    view._scroll(120)
    settle(view)
    first = view._place.visible[0]
    qtbot.waitUntil(lambda: view._formulas.formula(("\\int_0^{7} x", True)) is not None, timeout=30_000)
    qtbot.waitUntil(lambda: not view._formulas._asked, timeout=30_000)
    settle(view)
    assert (view._place.visible[0].row, view._place.visible[0].piece) == (first.row, first.piece)
    assert view._place.visible[0].y == first.y


def test_opening_the_thoughts_above_does_not_move_the_answer(open_view: Open) -> None:
    rows = [mine("q"), answer(f"{LONG}\n\n{LONG}", reasoning="thought\n\n" * 30, reasoning_s=3.0), mine("x")]
    view, _ = open_view(rows)
    view.scroll_to_message(rows[1].message.id)
    view._scroll(200)
    settle(view)
    words, y = top_words(view), view._place.visible[0].y
    view._column.toggle_reasoning(1)
    settle(view)
    assert (top_words(view), view._place.visible[0].y) == (words, y)
    view._column.toggle_reasoning(1)
    settle(view)
    assert (top_words(view), view._place.visible[0].y) == (words, y)


def test_thoughts_that_come_late_do_not_move_the_answer(open_view: Open) -> None:
    view, model = open_view([mine("q"), answer(LONG, state=MessageState.STREAMING)])
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Up)
    settle(view)
    words, y = top_words(view), view._place.visible[0].y
    model.grow(1, "", reasoning="a late thought")
    settle(view)
    assert (top_words(view), view._place.visible[0].y) == (words, y)


def test_the_end_of_an_answer_does_not_move_what_is_read(open_view: Open) -> None:
    view, model = open_view([mine("q"), answer(f"{LONG}\n\n{LONG}", state=MessageState.STREAMING)])
    for _ in range(6):
        QTest.keyClick(view, Qt.Key.Key_Up)
    settle(view)
    words, y = top_words(view), view._place.visible[0].y
    model.change(1, lambda old: replace(old, state=MessageState.DONE, finish_reason="length"))
    settle(view)
    assert (top_words(view), view._place.visible[0].y) == (words, y)


def test_a_formula_that_turns_out_to_be_text_does_not_move_what_is_above(open_view: Open) -> None:
    view, model = open_view([mine("q"), answer(f"{LONG}\n\nprice:\n", state=MessageState.STREAMING)])
    QTest.keyClick(view, Qt.Key.Key_Up)
    settle(view)
    words, y = top_words(view), view._place.visible[0].y
    for piece in ("$$ is", " money\n", "- item\n", "\n", "end"):
        model.grow(1, piece)
        settle(view)
        assert (top_words(view), view._place.visible[0].y) == (words, y)
