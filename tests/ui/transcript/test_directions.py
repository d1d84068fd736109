"""Messages of either direction in an interface of either direction (row U04)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.ui.transcript.direction import reads_from_right
from panda_desktop.ui.transcript.selection import Position
from tests.ui.transcript.conftest import Open, settle
from tests.ui.transcript.double import answer, mine
from tests.ui.transcript.test_selection import drag, piece_with

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
ARABIC = "مرحبا بالعالم"
WORD = "بالعالم"
BOTH = pytest.mark.parametrize("interface", [LTR, RTL], ids=["ltr", "rtl"])


@pytest.fixture(autouse=True)
def direction_restored(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.setLayoutDirection(LTR)


def span_of(view: TranscriptView, text: str) -> tuple[float, float]:
    """Returns where a shown text begins and ends, in parts of the width of its message."""
    row, index = piece_with(view, text)
    piece = view._column.piece(row, index)
    start = piece.text.index(text)
    area = piece.area(start, start + len(text))
    width = view._column.layout(row).width
    return area.left() / width, area.right() / width


def at(view: TranscriptView, text: str, offset: float) -> QPoint:
    """Returns a point in a shown text: 0 its left end, 1 its right end."""
    row, index = piece_with(view, text)
    piece = view._column.piece(row, index)
    start = piece.text.index(text)
    area = piece.area(start, start + len(text))
    area = area.translated(view._pointing.left_of(row), view._place.y_of(row, index))
    x = area.left() + 1 + offset * (area.width() - 2)
    return QPointF(x, area.center().y()).toPoint()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc אבג", False), ("1. مرحبا", True), ("", False), ("42 %", False), ("«שלום", True)],
)
def test_u04_the_first_letter_tells_the_direction(text: str, expected: bool) -> None:
    assert reads_from_right(text) is expected


@BOTH
def test_u04_a_paragraph_begins_at_the_side_its_language_begins_at(
    open_view: Open, qapp: QApplication, interface: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(interface)
    view, _ = open_view([answer(f"English words\n\n{ARABIC}")])
    assert span_of(view, "English words")[0] == pytest.approx(0, abs=0.01)
    assert span_of(view, ARABIC)[1] == pytest.approx(1, abs=0.01)


def test_u04_items_and_quotes_keep_their_indentation_at_the_right(open_view: Open) -> None:
    view, _ = open_view([answer(f"- {ARABIC}\n- شيء\n\n> اقتباس قصير\n\n- item")])
    width = view._column.layout(0).width
    style = view._style
    for said, indent in ((ARABIC, 26), ("شيء", 26), ("اقتباس قصير", 16)):
        assert span_of(view, said)[1] * width == pytest.approx(width - style.px(indent), abs=1)
    assert span_of(view, "item")[0] * width == pytest.approx(style.px(26), abs=1)


def test_u04_marker_and_bar_are_painted_at_the_right(open_view: Open) -> None:
    view, _ = open_view([answer(f"- {ARABIC}\n\n> {WORD}")])
    picture = view.viewport().grab().toImage()
    ground = picture.pixelColor(2, 2)
    for said in (ARABIC, WORD):
        row, index = piece_with(view, said)
        left, y = view._pointing.left_of(row), view._place.y_of(row, index)
        piece = view._column.piece(row, index)
        width = view._column.layout(row).width
        rows = range(int(y) + 1, int(y + piece.height))
        inked = [
            sum(
                picture.pixelColor(int(x), line) != ground
                for x in range(int(start), int(start) + 14)
                for line in rows
            )
            for start in (left, left + width - 15)
        ]
        assert inked[0] == 0
        assert inked[1] > 3


def test_u04_the_first_column_of_a_table_stands_at_the_right(open_view: Open) -> None:
    view, _ = open_view([answer("| اسم | عدد |\n|---|---|\n| تفاح | سبعة |")])
    row, index = piece_with(view, "تفاح")
    piece = view._column.piece(row, index)
    width = view._column.layout(row).width
    first = piece.text.index("سبعة")
    assert piece.position(width - 40, piece.height / 2) <= first - 1
    assert piece.position(width - 2, piece.height / 2) == 0
    assert piece.position(0, piece.height / 2) == piece.length


@BOTH
def test_u04_code_is_laid_out_from_left_to_right(
    open_view: Open, qapp: QApplication, interface: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(interface)
    view, _ = open_view([answer(f"{ARABIC}\n\n```py\n# {ARABIC}\nx = 1\n```")])
    row, index = piece_with(view, "x = 1")
    piece = view._column.piece(row, index)
    start = piece.text.index("#")
    assert piece.position(0, 15) == start
    assert piece.copy(0, piece.length) == f"# {ARABIC}\nx = 1"


def test_u04_inline_code_among_arabic_words_keeps_its_order_and_is_copied_as_written(open_view: Open) -> None:
    said = f"{ARABIC} `f(x)[0]` {WORD}"
    view, _ = open_view([answer(said)])
    row, index = piece_with(view, "f(x)[0]")
    piece = view._column.piece(row, index)
    start = piece.text.index("f(x)[0]")
    places = [piece.area(start + step, start + step + 1).left() for step in range(7)]
    assert places == sorted(places)
    assert piece.copy(0, piece.length) == said.replace("`", "")
    assert "<code>f(x)[0]</code>" in piece.rich(0, piece.length)[1]
    assert "<code></code>" not in piece.rich(0, piece.length)[1]


@BOTH
def test_u04_dragging_from_right_to_left_selects_as_it_is_read(
    open_view: Open, qapp: QApplication, interface: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(interface)
    view, _ = open_view([answer(f"{ARABIC} link")])
    drag(view, at(view, ARABIC, 1.0), at(view, ARABIC, 0.0))
    assert view.selected_text() == ARABIC
    view._selection.select_word(view._pointing.position_at(QPointF(at(view, WORD, 0.5))) or Position(0, 0, 0))
    assert view.selected_text() == WORD


def test_u04_a_link_among_arabic_words_is_where_it_is_seen(open_view: Open) -> None:
    view, _ = open_view([answer(f"مرحبا [here](https://example.com) {WORD}")])
    row, index = piece_with(view, "here")
    piece = view._column.piece(row, index)
    (link,) = piece.targets()
    start = piece.text.index("here")
    first, last = piece.area(start, start + 1), piece.area(start + 3, start + 4)
    assert link.rect.left() == pytest.approx(first.left(), abs=1)
    assert link.rect.right() == pytest.approx(last.right(), abs=1)


@BOTH
def test_u04_the_bubble_stands_at_the_far_side(
    open_view: Open, qapp: QApplication, interface: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(interface)
    view, _ = open_view([mine("a question"), answer("an answer")])
    column = view._column.around.column
    left = view._pointing.left_of(0) - view._pointing.left
    if interface is LTR:
        assert left + view._column.layout(0).width == column
        assert left > 0
    else:
        assert left == 0
        assert view._column.layout(0).width < column


def test_u04_the_interface_may_turn_while_it_is_shown(open_view: Open) -> None:
    view, _ = open_view([mine("a question"), answer("an answer")])
    column = view._column.around.column

    def footer() -> float:
        layout = view._column.layout(1)
        piece = view._column.piece(1, len(layout.specs) - 1)
        return piece.targets()[0].rect.left()

    assert footer() == 0
    view.setLayoutDirection(RTL)
    settle(view)
    layout = view._column.layout(1)
    assert view._column.piece(1, len(layout.specs) - 1).targets()[0].rect.right() == column
    view.setLayoutDirection(LTR)
    settle(view)
    assert footer() == 0


def test_u04_a_list_takes_its_direction_when_its_first_letter_comes(open_view: Open) -> None:
    view, _ = open_view([answer("- 1\n- 2\n- 3")])
    assert span_of(view, "3")[0] < 0.5
    view, _ = open_view([answer("- 1\n- 2\n- شيء")])
    assert span_of(view, "1")[0] > 0.5
