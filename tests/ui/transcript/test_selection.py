"""Selecting with mouse and keyboard, copying, finding, moving by Tab."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.ui.transcript.selection import Position
from tests.ui.transcript.conftest import Open, settle
from tests.ui.transcript.double import ANSWER, answer, mine


def piece_with(view: TranscriptView, text: str) -> tuple[int, int]:
    for seen in view._place.visible:
        if text in view._column.piece(seen.row, seen.piece).text:
            return seen.row, seen.piece
    raise AssertionError(text)


def point_of(view: TranscriptView, text: str, *, end: bool = False) -> QPoint:
    """Returns the point in the view just before (or after) a stretch of shown text."""
    row, index = piece_with(view, text)
    piece = view._column.piece(row, index)
    start = piece.text.index(text)
    area = piece.area(start, start + len(text)).translated(
        view._pointing.left_of(row), view._place.y_of(row, index)
    )
    x = area.right() - 1 if end else area.left() + 1
    return QPointF(x, area.center().y()).toPoint()


def drag(view: TranscriptView, start: QPoint, end: QPoint) -> None:
    viewport = view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(end),
        viewport.mapToGlobal(QPointF(end)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def test_part_of_a_paragraph(open_view: Open) -> None:
    view, _ = open_view([answer("some **bold words** here")])
    drag(view, point_of(view, "bold"), point_of(view, "words", end=True))
    assert view.selected_text() == "bold words"


def test_across_messages_and_blocks(open_view: Open) -> None:
    view, _ = open_view(
        [mine("the question is this"), answer("An *answer*.\n\n- one\n- **two**\n\nlast words")]
    )
    drag(view, point_of(view, "is this"), point_of(view, "last", end=True))
    assert view.selected_text() == "is this\n\nAn *answer*.\n\n- one\n- **two**\n\nlast"


def test_backwards_gives_the_same(open_view: Open) -> None:
    view, _ = open_view([mine("the question is this"), answer("An *answer*.\n\nlast words")])
    drag(view, point_of(view, "last", end=True), point_of(view, "question"))
    assert view.selected_text() == "question is this\n\nAn *answer*.\n\nlast"


def test_code_lines_are_selected_without_decoration(open_view: Open) -> None:
    view, _ = open_view([answer("```py\nfirst = 1\nsecond = 2\nthird = 3\n```")])
    row, index = piece_with(view, "first")
    text = view._column.piece(row, index).text
    view._selection.select(
        Position(row, index, text.index("= 1")), Position(row, index, text.index("second") + 6)
    )
    assert view.selected_text() == "= 1\nsecond"


def test_formula_is_copied_as_tex(open_view: Open, qtbot: object) -> None:
    view, _ = open_view([answer("so $x^2$ is it, and text")])
    qtbot.waitUntil(lambda: view._formulas.formula(("x^2", False)) is not None, timeout=20_000)  # type: ignore[attr-defined]
    settle(view)
    row, index = piece_with(view, "is it")
    assert "x^2" not in view._column.piece(row, index).text
    view._selection.select(Position(row, index, 0), Position(row, index, 9))
    assert view.selected_text() == "so $x^2$ is i"


def test_table_rows_are_copied_with_tabs_or_whole_as_markdown(open_view: Open) -> None:
    table = "| a | b |\n|---|---|\n| one | two |\n| three | four |"
    view, _ = open_view([answer(f"before\n\n{table}\n\nafter")])
    drag(view, point_of(view, "before"), point_of(view, "after", end=True))
    assert view.selected_text() == f"before\n\n{table}\n\nafter"
    row, index = piece_with(view, "one")
    view._selection.select(Position(row, index, 0), Position(row, index + 1, 5))
    assert view.selected_text() == "one\ttwo\nthree"


def test_double_click_selects_a_word_and_a_third_the_paragraph(open_view: Open) -> None:
    view, _ = open_view([answer("some ordinary words here")])
    point = point_of(view, "ordinary") + QPoint(8, 0)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.selected_text() == "ordinary"
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.selected_text() == "some ordinary words here"


def test_select_all_copies_every_message_as_markdown_and_rich_text(open_view: Open) -> None:
    rows = [mine("question"), answer(ANSWER), mine("again"), answer("*short*")] * 200
    view, _ = open_view(rows)
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "\n\n".join(row.message.text for row in rows)
    assert "<strong>before the first byte</strong>" in data.html()
    assert view._column.laid_out < 120


def test_U04_copied_text_is_the_original(open_view: Open) -> None:
    text = "עברית و English \u202eabc 👩\u200d👧 e\u0301 你好\tend \x07"
    view, _ = open_view([mine(text), answer(text)])
    for row in (0, 1):
        view._selection.select_piece(Position(row, view._column.layout(row).body_range[0], 0))
        assert view.selected_text() == text


def test_characters_beyond_the_basic_plane_keep_positions_right(open_view: Open) -> None:
    view, _ = open_view([answer("😀😀 word after")])
    drag(view, point_of_emoji(view), point_of_emoji(view, last=True))
    assert view.selected_text() == "word"


def point_of_emoji(view: TranscriptView, *, last: bool = False) -> QPoint:
    row, index = piece_with(view, "word")
    area = view._column.piece(row, index).area(5, 9)
    area = area.translated(view._pointing.left_of(row), view._place.y_of(row, index))
    return QPointF(area.right() - 1 if last else area.left() + 1, area.center().y()).toPoint()


def test_growth_leaves_the_selection_alone(open_view: Open) -> None:
    view, model = open_view([answer("first words\n\nsecond words")])
    drag(view, point_of(view, "first"), point_of(view, "first", end=True))
    model.grow(0, " and more\n\nthird")
    settle(view)
    assert view.selected_text() == "first"


def test_escape_clears(open_view: Open) -> None:
    view, _ = open_view([answer("words")])
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selected_text() == ""


# -- finding ---------------------------------------------------------------------------------------------


def test_find_walks_over_hits_and_around(open_view: Open) -> None:
    rows = [
        mine(f"question {i}") if i % 2 == 0 else answer("text\n\n" * 30 + f"needle {i}") for i in range(40)
    ]
    view, _ = open_view(rows)
    found = []
    for _ in range(22):
        assert view.find_text("Needle")
        settle(view)
        hit = view._finder.current
        assert hit is not None
        found.append(hit.row)
        assert any((seen.row, seen.piece) == (hit.row, hit.piece) for seen in view._place.visible)
    assert sorted(set(found)) == list(range(1, 40, 2))
    assert view.find_text_count() == 20
    first = view._finder.current
    view.find_text("needle", 1)
    view.find_text("needle", -1)
    assert view._finder.current == first


def test_find_sees_through_markup_and_in_code_and_tables(open_view: Open) -> None:
    view, _ = open_view([answer("a **bold** word\n\n```\nin code\n```\n\n| cell |\n|---|\n| in table |")])
    assert view.find_text("bold word")
    assert view.find_text("in code")
    assert view.find_text("IN  TABLE")
    assert not view.find_text("absent")
    assert not view.find_text("  ")


def test_find_chinese(open_view: Open) -> None:
    view, _ = open_view([answer("今天天气很好，我们去公园。")])
    assert view.find_text("天气")
    view.grab()


def test_find_in_many_messages_lays_out_few(open_view: Open) -> None:
    rows = [answer("ordinary text " * 20) for _ in range(3_000)]
    rows[1_234] = answer("ordinary text with a needle")
    view, _ = open_view(rows)
    before = view._column.laid_out
    assert view.find_text("needle")
    assert view._finder.current is not None and view._finder.current.row == 1_234
    assert view._column.laid_out - before < 60


# -- keyboard --------------------------------------------------------------------------------------------


def test_tab_reaches_every_message_and_action(open_view: Open) -> None:
    view, _ = open_view([mine("q"), answer("see [a](https://a.example)\n\n```py\nx\n```", siblings=(2, 3))])
    view.setFocus()
    visited = []
    for _ in range(40):
        if not view._keyboard.tab(1):
            break
        focused = view._attention.focused
        assert focused is not None
        visited.append((focused.row, focused.target.partition(":")[0]))
    assert (0, "") in visited and (1, "") in visited
    names = [name for row, name in visited if row == 1]
    assert names == [
        "",
        "link",
        "wrap",
        "copy",
        "previous",
        "next",
        "beside",
        "copy",
        "edit",
        "regenerate",
        "fork",
        "delete",
    ]
    back = 0
    while view._keyboard.tab(-1):
        back += 1
    assert back > 10


def test_enter_activates_what_has_the_focus(open_view: Open, qtbot: object) -> None:
    view, _ = open_view([answer("text")])
    view.setFocus()
    while view._attention.focused is None or view._attention.focused.target != "fork":
        assert view._keyboard.tab(1)
    with qtbot.waitSignal(view.fork_requested):  # type: ignore[attr-defined]
        QTest.keyClick(view, Qt.Key.Key_Return)


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Up])
def test_keys_scroll_and_unpin(open_view: Open, key: Qt.Key) -> None:
    view, _ = open_view([answer("words\n\n" * 100)])
    before = view._place.top
    QTest.keyClick(view, key)
    settle(view)
    assert view._place.top < before and not view.pinned


def test_copy_without_selection_takes_the_focused_message(open_view: Open) -> None:
    view, _ = open_view([mine("the **question**"), answer("the answer")])
    view._keyboard.tab(1)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "the **question**"
