"""The text cursor stands still while nobody types, and blinks again when somebody does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from panda_desktop.ui.window.cursor_rest import CursorRest


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def rest(qapp: QApplication) -> Iterator[CursorRest]:
    usual = qapp.cursorFlashTime()
    made = CursorRest(qapp)
    (timer,) = made.findChildren(QTimer)
    timer.setInterval(20)
    yield made
    made.stop()
    assert qapp.cursorFlashTime() == usual


def test_it_stands_still_and_blinks_again_with_a_key(
    qtbot: QtBot, qapp: QApplication, rest: CursorRest, field: QLineEdit
) -> None:
    usual = qapp.cursorFlashTime()
    assert usual > 0
    qtbot.waitUntil(lambda: qapp.cursorFlashTime() == 0)
    QTest.keyClick(field, Qt.Key.Key_A)
    assert qapp.cursorFlashTime() == usual
    qtbot.waitUntil(lambda: qapp.cursorFlashTime() == 0)


def test_it_blinks_again_where_the_focus_goes(
    qtbot: QtBot, qapp: QApplication, rest: CursorRest, field: QLineEdit
) -> None:
    qtbot.waitUntil(lambda: qapp.cursorFlashTime() == 0)
    field.clearFocus()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert qapp.cursorFlashTime() > 0


def test_a_cursor_that_does_not_blink_is_left_alone(
    qtbot: QtBot, qapp: QApplication, field: QLineEdit
) -> None:
    usual = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    try:
        rest = CursorRest(qapp)
        QTest.keyClick(field, Qt.Key.Key_A)
        assert not rest.findChildren(QTimer)[0].isActive()
        rest.stop()
        assert qapp.cursorFlashTime() == 0
    finally:
        qapp.setCursorFlashTime(usual)
