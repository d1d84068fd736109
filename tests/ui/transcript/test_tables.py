"""Tables: columns are as wide as their words where there is room."""

import pytest

from tests.ui.transcript.conftest import Open
from tests.ui.transcript.double import answer

WIDE = "Picture", "Failure", "Millimetres", "WWWWWWWW"


@pytest.mark.parametrize("cell", ["{}", "**{}**"])
@pytest.mark.parametrize("word", WIDE)
def test_no_word_of_a_small_table_is_broken(open_view: Open, word: str, cell: str) -> None:
    said = cell.format(word)
    view, _ = open_view([answer(f"| {said} | b |\n|---|---|\n| {said} | c |\n| i | d |")])
    layout = view._column.layout(0)
    rows = [index for index in range(len(layout.specs)) if word in view._column.piece(0, index).text]
    narrow = next(
        index for index in range(len(layout.specs)) if view._column.piece(0, index).text.startswith("i\t")
    )
    line = view._column.piece(0, narrow).height
    assert len(rows) == 2
    assert [view._column.piece(0, index).height <= line * 1.5 for index in rows] == [True, True]
