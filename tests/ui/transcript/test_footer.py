"""The line under a message in little room: nothing of a receipt is cut."""

import pytest

from panda_desktop.ui.transcript import describe
from panda_desktop.ui.transcript.chrome_pieces import FooterPiece
from tests.ui.transcript.conftest import Open, settle
from tests.ui.transcript.double import RECEIPT, USAGE, answer


@pytest.mark.parametrize("width", [320, 360, 500, 900])
@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_a_receipt_goes_on_in_another_line_and_is_whole(open_view: Open, width: int, zoom: int) -> None:
    row = answer("x", siblings=(2, 3), usage=USAGE, receipt=RECEIPT)
    view, _ = open_view([row], width=width)
    view.set_zoom(zoom)
    settle(view)
    layout = view._column.layout(0)
    footer = view._column.piece(0, len(layout.specs) - 1)
    assert isinstance(footer, FooterPiece)
    lines = footer._receipt
    assert " · ".join(words for words, _ in lines) == describe.receipt(row.message)
    metrics = view._style.small_metrics
    assert all(metrics.horizontalAdvance(words) <= layout.width for words, _ in lines)
    below = max(target.rect.bottom() for target in footer.targets())
    assert footer.height >= (lines[-1][1] + 1) * footer._row
    first = lines[0][1] * footer._row
    shares = first < below
    if shares:
        used = max(t.rect.right() for t in footer.targets() if t.rect.bottom() > first)
        assert used + metrics.horizontalAdvance(lines[0][0]) <= layout.width
    numbers = [number for _, number in lines]
    assert numbers == list(range(numbers[0], numbers[0] + len(lines)))


def test_in_a_wide_view_it_stands_beside_the_actions(open_view: Open) -> None:
    view, _ = open_view([answer("x", usage=USAGE, receipt=RECEIPT)])
    layout = view._column.layout(0)
    footer = view._column.piece(0, len(layout.specs) - 1)
    assert isinstance(footer, FooterPiece) and [number for _, number in footer._receipt] == [0]
