"""An item of the status bar where the layout runs from right to left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from panda_desktop.ui.theme import look
from panda_desktop.ui.window.status_item import Part, StatusItem


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_u04_parts_follow_each_other_as_they_are_read_with_room_between(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    item = StatusItem("Balance", pressable=False)
    qtbot.addWidget(item)
    item.setLayoutDirection(direction)
    item.set_parts(Part("H█H ", "text"), Part("H█H", "danger", strong=True))
    item.resize(item.sizeHint().width(), 30)
    item.show()
    picture = item.grab().toImage()
    inked: dict[str, list[int]] = {}
    for role in ("text", "danger"):
        colour = QColor(getattr(look().theme, role)).rgb()
        area = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
        inked[role] = [x for x, y in area if picture.pixel(x, y) == colour]
    first, second = inked["text"], inked["danger"]
    if direction is Qt.LayoutDirection.RightToLeft:
        assert min(first) - max(second) > 3
    else:
        assert min(second) - max(first) > 3
