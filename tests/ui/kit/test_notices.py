"""Notices stay, go, replace each other and can be reached by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.ui.kit import (
    BusyBar,
    Button,
    ElapsedLabel,
    EmptyState,
    IconButton,
    Notice,
    NoticeAction,
    NoticeHost,
    NoticeLevel,
    Spinner,
)
from panda_desktop.ui.kit.notice_room import BoundedNotices
from panda_desktop.ui.theme import look


@pytest.fixture
def host(qtbot: QtBot) -> NoticeHost:
    made = NoticeHost()
    qtbot.addWidget(made)
    return made


def test_a_notice_shows_its_words_and_is_closed_by_keyboard(qtbot: QtBot, host: NoticeHost) -> None:
    assert host.isHidden()
    bar = host.show_notice(Notice("The key was refused.", NoticeLevel.ERROR))
    assert host.isVisible()
    assert bar.accessibleName() == "The key was refused."
    assert bar.focusPolicy() & Qt.FocusPolicy.TabFocus
    host.activateWindow()
    assert host.focus_first()
    qtbot.waitUntil(bar.hasFocus)
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert host.notices() == ()
    assert host.isHidden()
    assert not host.focus_first()


def test_an_action_runs_and_closes(qtbot: QtBot, host: NoticeHost) -> None:
    taken: list[str] = []
    bar = host.show_notice(
        Notice("No key.", actions=(NoticeAction("Open settings", lambda: taken.append("go")),))
    )
    button = next(one for one in bar.findChildren(Button) if one.accessibleName() == "Open settings")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert taken == ["go"]
    assert host.notices() == ()


def test_details_are_plain_and_shown_on_demand(qtbot: QtBot, host: NoticeHost) -> None:
    bar = host.show_notice(Notice("Refused.", NoticeLevel.ERROR, details="<img src='file:///etc/passwd'>"))
    details = next(one for one in bar.findChildren(QLabel) if "<img" in one.text())
    assert details.textFormat() == Qt.TextFormat.PlainText
    assert details.isHidden()
    toggle = next(one for one in bar.findChildren(Button) if one.isCheckable())
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert details.isVisible()
    assert not bar.findChildren(QTextBrowser)


def test_the_same_notice_is_shown_once_and_the_stack_is_short(host: NoticeHost) -> None:
    host.show_notice(Notice("Offline.", NoticeLevel.WARNING, key="connection"))
    host.show_notice(Notice("Still offline.", NoticeLevel.WARNING, key="connection"))
    host.show_notice(Notice("Saved.", NoticeLevel.ERROR))
    host.show_notice(Notice("Saved.", NoticeLevel.ERROR))
    assert [notice.text for notice in host.notices()] == ["Saved.", "Still offline."]
    host.close_notice("connection")
    assert [notice.text for notice in host.notices()] == ["Saved."]
    for number in range(10):
        host.show_notice(Notice(f"Notice {number}", NoticeLevel.ERROR))
    assert len(host.notices()) == 4
    assert host.notices()[0].text == "Notice 9"


def test_only_info_goes_away_by_itself(
    qtbot: QtBot, host: NoticeHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("panda_desktop.ui.kit.notices._INFO_MS", 20)
    host.show_notice(Notice("Stays.", NoticeLevel.ERROR))
    host.show_notice(Notice("Stays too.", lasting=True))
    host.show_notice(Notice("Goes."))
    qtbot.waitUntil(lambda: len(host.notices()) == 2)
    assert [notice.text for notice in host.notices()] == ["Stays too.", "Stays."]


def test_close_buttons_have_names(host: NoticeHost) -> None:
    bar = host.show_notice(Notice("Words."))
    close = bar.findChild(IconButton)
    assert isinstance(close, IconButton)
    assert close.accessibleName() == "Close this notice"


def test_an_empty_state_offers_its_action(qtbot: QtBot) -> None:
    state = EmptyState("image", "No images", "Write a prompt.", action="Write", second_action="Look")
    qtbot.addWidget(state)
    buttons = {one.accessibleName(): one for one in state.findChildren(Button)}
    with qtbot.waitSignal(state.acted):
        buttons["Write"].click()
    with qtbot.waitSignal(state.acted_second):
        buttons["Look"].click()
    state.set_words("Nothing found", "Try another word.")


def test_waiting_shows_time_and_stands_still_on_demand(qtbot: QtBot) -> None:
    label = ElapsedLabel()
    qtbot.addWidget(label)
    label.start(72)
    assert label.text() == "1:12"
    label.set_usual(125)
    assert label.text() == "1:12 · usually 2:05"
    label.stop()
    look().set_motion_allowed(False)
    for moving in (Spinner("Working"), BusyBar("Waiting")):
        qtbot.addWidget(moving)
        moving.show()
        assert moving.phase(1) == 0.1
        assert not moving.grab().isNull()
        moving.hide()
    look().set_motion_allowed(None)


@pytest.mark.parametrize("width", range(200, 281, 8))
def test_u03_a_notice_that_fits_is_shown_whole_after_the_window_became_narrow(
    qtbot: QtBot, width: int
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    host = NoticeHost()
    column.addWidget(host)
    column.addWidget(QWidget(), 1)
    words = "Two settings were taken from the file. Three were left out: see the details."
    host.show_notice(Notice(words, NoticeLevel.WARNING, details="what"))
    window.resize(900, 700)
    window.show()
    room = host.findChildren(BoundedNotices)[0]
    qtbot.waitUntil(lambda: room.width() > 600)
    window.resize(width + 60, 700)
    qtbot.waitUntil(lambda: room.width() < 300)
    qtbot.waitUntil(lambda: room.verticalScrollBar().maximum() == 0)
    assert not room.verticalScrollBar().isVisible()


def test_u03_a_bar_that_makes_notices_higher_does_not_come_and_go(qtbot: QtBot) -> None:
    """Where they fit without the bar and not beside it, Qt's own rule goes round and round."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    host = NoticeHost()
    column.addWidget(host)
    column.addWidget(QWidget(), 1)
    actions = tuple(
        NoticeAction(words, lambda: None) for words in ("Show what was left out", "Open the chat")
    )
    words = "12 chats were taken in from the file, three of them in part. " * 3
    host.show_notice(Notice(words, NoticeLevel.WARNING, actions=actions, details="what"))
    window.show()
    room = host.findChildren(BoundedNotices)[0]
    for width in range(320, 760, 20):
        for height in range(330, 900, 30):
            window.resize(width, height)
            QApplication.processEvents()
    inner = room.widget()
    assert inner is not None
    assert room.verticalScrollBar().isVisible() == (inner.height() > room.viewport().height())
