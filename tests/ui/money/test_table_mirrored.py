"""Tables where the layout runs from right to left."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle, QStyleOptionHeader
from pytestqt.qtbot import QtBot

from panda_desktop.ui.money.page import Tab
from tests.ui.money.test_page import Scene

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize("direction", [LTR, RTL])
def test_u04_the_arrow_of_the_order_stands_beside_the_heading(
    qtbot: QtBot, tmp_path: Path, direction: Qt.LayoutDirection
) -> None:
    page = Scene(tmp_path).open(qtbot)
    page.setLayoutDirection(direction)
    page.show_tab(Tab.ENTRIES)
    header = page.entries.horizontalHeader()
    option = QStyleOptionHeader()
    header.initStyleOption(option)
    option.rect = header.rect().adjusted(0, 0, 120 - header.width(), 0)
    option.direction = direction
    option.text, option.sortIndicator = "Charged", QStyleOptionHeader.SortIndicator.SortUp
    elements = QStyle.SubElement
    label = header.style().subElementRect(elements.SE_HeaderLabel, option, header)
    arrow = header.style().subElementRect(elements.SE_HeaderArrow, option, header)
    assert arrow.width() > 0 and label.width() > 60
    assert not label.intersects(arrow)
    assert (arrow.center().x() < label.center().x()) is (direction is RTL)
