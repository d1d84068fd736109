"""A message that waits, where the layout runs from right to left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.queue.conftest import Waiting


def _left(row: QWidget, part: QWidget) -> int:
    return part.mapTo(row, part.rect().topLeft()).x()


def test_u04_its_place_stands_at_the_right_and_its_buttons_at_the_left(waiting: Waiting) -> None:
    waiting.put("One", "Two")
    waiting.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row = waiting.row(0)
    waiting.bench.qtbot.waitUntil(lambda: _left(row, row.remove) < row.width() / 4)
    order = [row.remove, row.send, row.edit, row._words, row._when]
    places = [_left(row, part) for part in order]
    assert places == sorted(places)
    assert row.width() - (_left(row, row._when) + row._when.width()) < 30
