"""The border between two parts is moved by keyboard too."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.ui.kit import Splitter
from panda_desktop.ui.theme import ThemeMode, look

Left, Right = Qt.Key.Key_Left, Qt.Key.Key_Right


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_u18_arrows_move_the_border_where_they_point(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    splitter = Splitter("Width of the list")
    splitter.setLayoutDirection(direction)
    parts = [QWidget(), QWidget()]
    for part in parts:
        part.setMinimumWidth(50)
        splitter.addWidget(part)
    qtbot.addWidget(splitter)
    splitter.resize(400, 100)
    splitter.setSizes([200, 200])
    splitter.show()
    border = splitter.handle(1)
    told: list[int] = []
    splitter.splitterMoved.connect(lambda _where, _part: told.append(parts[0].width()))
    before = border.geometry().center().x()
    QTest.keyClick(border, Right)
    assert border.geometry().center().x() == before + 16 and len(told) == 1
    QTest.keyClick(border, Left)
    QTest.keyClick(border, Left)
    assert border.geometry().center().x() == before - 16
    for _ in range(40):
        QTest.keyClick(border, Left)
    assert min(part.width() for part in parts) == 50, "neither part is hidden"


@pytest.fixture
def light_again() -> Iterator[None]:
    """Has the light look again."""
    yield
    look().set_mode(ThemeMode.LIGHT)


@pytest.mark.usefixtures("light_again")
@pytest.mark.parametrize("mode", [ThemeMode.LIGHT, ThemeMode.DARK])
def test_u18_the_border_is_heard_and_seen(qtbot: QtBot, mode: ThemeMode) -> None:
    look().set_mode(mode)
    splitter = Splitter("Width of the list")
    field = QLineEdit()
    for part in (field, QWidget()):
        splitter.addWidget(part)
    qtbot.addWidget(splitter)
    splitter.resize(400, 100)
    splitter.show()
    splitter.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    border = splitter.handle(1)
    interface = QAccessible.queryAccessibleInterface(border)
    assert interface is not None
    assert interface.role() is QAccessible.Role.Splitter
    assert interface.text(QAccessible.Text.Name) == "Width of the list"
    assert "Left or Right" in border.toolTip()
    thin = splitter.handleWidth()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert border.hasFocus() and splitter.handleWidth() > thin
    colour = border.grab().toImage().pixelColor(border.width() // 2, border.height() // 2)
    assert colour == QColor(look().theme.focus)
    border.clearFocus()
    assert splitter.handleWidth() == thin
