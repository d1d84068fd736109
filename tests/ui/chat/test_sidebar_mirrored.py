"""The list of chats where the layout runs from right to left."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle

from panda_desktop.ui.chat.sidebar_delegate import more_area
from tests.ui.chat.conftest import Bench
from tests.ui.chat.test_sidebar import LEFT, open_menu, take

RTL = Qt.LayoutDirection.RightToLeft


def test_u04_the_dots_of_a_mirrored_row_lie_and_open_their_menu_at_its_left(bench: Bench) -> None:
    other = bench.put("Other", days=1)
    page = bench.show()
    view = page.sidebar.list
    view.setLayoutDirection(RTL)
    cell = view.visualRect(page.sidebar.rows.index_of(other.id))
    dots = QStyle.visualRect(RTL, cell, more_area(cell))
    assert dots.center().x() < cell.center().x()
    QTest.mouseMove(view.viewport(), dots.center())
    QTest.mouseClick(view.viewport(), LEFT, pos=dots.center())
    assert bench.open_id != other.id
    take(open_menu(bench), "Pin")
    assert bench.service.all[other.id].pinned
