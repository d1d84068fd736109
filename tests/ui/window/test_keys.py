"""Commands have the keys the person chose; palette and sheet find and show them."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.ui.kit import IconButton, Menu, plain_tip, set_bound_keys, with_bound_keys
from panda_desktop.ui.videos.player_keys import keys_of
from panda_desktop.ui.window import Command, MainWindow, Place
from panda_desktop.ui.window.bound_tips import BoundTips
from panda_desktop.ui.window.fixed_keys import KeyTable, fixed_keys
from panda_desktop.ui.window.fuzzy import fit
from panda_desktop.ui.window.key_table import KeyTableView

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow({place: QWidget for place in Place})
    qtbot.addWidget(made)
    made.restore_geometry_text("")
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.go(Place.CHAT)
    yield made
    made.commands.set_bindings({})
    set_bound_keys({})


def test_given_keys_hold_at_once_and_for_later_commands(qtbot: QtBot, window: MainWindow) -> None:
    ran: list[str] = []
    window.commands.set_bindings({"chat.new": "Ctrl+J", "later": "Ctrl+G"})
    window.commands.add(Command("later", "Later", lambda: ran.append("later"), "Ctrl+H"))
    with qtbot.waitSignal(window.new_chat_wanted):
        qtbot.keyClick(window, Qt.Key.Key_J, CONTROL)
    with qtbot.assertNotEmitted(window.new_chat_wanted):
        qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_H, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_G, CONTROL)
    assert ran == ["later"]
    assert {one.key: one.shortcut for one in window.commands}["later"] == "Ctrl+G"
    assert window.commands.own_keys("later") == "Ctrl+H"


def test_keys_clash_only_where_both_can_be_done(window: MainWindow) -> None:
    add = window.commands.add
    add(Command("chat.find", "Find", lambda: None, "Ctrl+F"), place=Place.CHAT)
    add(Command("library.find", "Search", lambda: None, "Ctrl+F"), place=Place.LIBRARY)
    assert window.commands.clashes() == {}
    assert window.commands.holder("ctrl+f", "library.find") is None
    holder = window.commands.holder("Ctrl+F", "chat.new")
    assert holder is not None and holder.key == "chat.find"
    window.commands.set_bindings({"chat.new": "Ctrl+F"})
    clashes = window.commands.clashes()
    assert {key: other.key for key, other in clashes.items()} == {
        "chat.new": "chat.find",
        "chat.find": "chat.new",
        "library.find": "chat.new",
    }


def test_menus_and_tooltips_follow_the_keys(qtbot: QtBot, window: MainWindow) -> None:
    BoundTips(window.commands)
    button = QPushButton("New", window)
    button.setToolTip(plain_tip("New chat (Ctrl+N)"))
    button.show()
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(3, 3), button.mapToGlobal(QPoint(3, 3)))
    window.commands.set_bindings({"chat.new": "Ctrl+Alt+J"})
    QApplication.sendEvent(button, event)
    assert "New chat (Ctrl+Alt+J)" in QToolTip.text()
    menu = Menu(window)
    entry = menu.add("New chat", lambda: None, shortcut="Ctrl+N")
    assert entry.text() == "New chat\tCtrl+Alt+J"
    window.commands.set_bindings({"chat.new": ""})
    assert with_bound_keys("New chat (Ctrl+N)") == "New chat"
    assert with_bound_keys("New temporary chat (Ctrl+Shift+N)") == "New temporary chat (Ctrl+Shift+N)"
    assert menu.add("New chat", lambda: None, shortcut="Ctrl+N").text() == "New chat"
    window.commands.set_bindings({})
    assert with_bound_keys("New chat (Ctrl+N)") == "New chat (Ctrl+N)"


def test_u18_what_is_heard_follows_the_keys_and_goes_back(qtbot: QtBot, window: MainWindow) -> None:
    BoundTips(window.commands)
    button = IconButton("plus", "New chat (Ctrl+N)", parent=window)
    button.setAccessibleDescription("Begins afresh (Ctrl+N)")
    button.show()
    hidden = IconButton("plus", "New chat (Ctrl+N)", parent=window)
    hidden.hide()

    def said(widget: QWidget) -> tuple[str, str]:
        assert widget.accessibleName() in widget.toolTip()
        return widget.accessibleName(), widget.accessibleDescription()

    window.commands.set_bindings({"chat.new": "Ctrl+Alt+J"})
    assert said(button) == ("New chat (Ctrl+Alt+J)", "Begins afresh (Ctrl+Alt+J)")
    hidden.show()
    assert said(hidden)[0] == "New chat (Ctrl+Alt+J)", "seen to when it comes into view"
    later = IconButton("plus", "Another (Ctrl+N)", parent=window)
    later.show()
    assert said(later)[0] == "Another (Ctrl+Alt+J)"
    later.set_name("Newest (Ctrl+N)")
    assert said(later)[0] == "Newest (Ctrl+Alt+J)"
    hidden.hide()
    window.commands.set_bindings({})
    hidden.show()
    assert said(button) == ("New chat (Ctrl+N)", "Begins afresh (Ctrl+N)")
    assert said(hidden)[0] == "New chat (Ctrl+N)" and said(later)[0] == "Newest (Ctrl+N)"


def test_u18_keys_that_were_exchanged_are_each_named_once() -> None:
    set_bound_keys({"Ctrl+N": "Ctrl+F", "Ctrl+F": "Ctrl+N"})
    assert with_bound_keys("New (Ctrl+N)") == "New (Ctrl+F)"
    assert with_bound_keys("Find (/ or Ctrl+F), new (Ctrl+N)") == "Find (/ or Ctrl+N), new (Ctrl+F)"


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("nc", "New chat", "Answer again once"),
        ("lib", "Library", "Light blue"),
        ("设语", "设置语言", "语言设置"),
        ("设置", "打开设置", "设为位置"),
        ("lisbon trip", "Trip to Lisbon", "Trip to London"),
    ],
)
def test_letters_in_order_are_enough_and_words_are_better(typed: str, better: str, worse: str) -> None:
    assert fit(better, typed) > fit(worse, typed)
    assert fit("Quit", typed) == 0
    assert fit(better, "") == 1


def test_the_palette_shows_the_place_the_recent_and_what_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    ran: list[str] = []
    add = window.commands.add
    add(
        Command("images.make", "Make a picture", lambda: ran.append("make"), section="Images"), place="images"
    )
    window.commands.add_source(
        lambda: [
            Command("open.chat.1", "Trip to Lisbon", lambda: ran.append("lisbon"), section="Open a chat")
        ]
    )
    palette = window.open_palette()
    titles = [choice.title for choice in palette.found("")]
    assert "Make a picture" not in titles and "Trip to Lisbon" not in titles
    assert palette.found("make a picture") == []
    qtbot.keyClicks(palette.search, "trplis")
    with qtbot.assertNotEmitted(window.commands.recent_changed):  # a chat is no command
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert ran == ["lisbon"]
    palette = window.open_palette()
    qtbot.keyClicks(palette.search, "dark")
    with qtbot.waitSignal(window.commands.recent_changed) as caught:
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert caught.args == [("theme.dark",)]
    palette = window.open_palette()
    first = palette.found("")[0]
    assert (first.value, first.section) == ("theme.dark", "Used last")
    assert [choice.value for choice in palette.found("")].count("theme.dark") == 1
    palette.close()


def test_f1_shows_all_keys_as_they_are(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.set_bindings({"chat.new": "Ctrl+J"})
    sheet = window.open_keys()
    shown = {line.text: line.keys for table in sheet.tables for line in table.lines()}
    assert shown["New chat"] == ("Ctrl+J",)
    assert shown["All keys"] == ("F1",)
    assert sheet.width() <= window.width() and sheet.height() <= window.height()
    assert sheet.search.hasFocus()
    sheet.search.setText("ctrl+j")
    assert [line.text for table in sheet.tables for line in table.lines()] == ["New chat"]
    visible = [table for table in sheet.tables if table.isVisible()]
    assert [table.accessibleDescription() for table in visible] == ["New chat: Ctrl+J"]
    qtbot.keyClick(sheet.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def is_whole(table: KeyTableView) -> bool:
    return table.height() >= table.heightForWidth(table.width())


@pytest.mark.parametrize("size", [(320, 500), (900, 700), (2560, 1200)])
def test_u12_no_line_of_the_sheet_is_cut_off(qtbot: QtBot, window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    sheet = window.open_keys()
    for table in sheet.tables:
        qtbot.waitUntil(partial(is_whole, table))
        assert table.mapTo(sheet, table.rect().topRight()).x() <= sheet.width()
    sheet.close()


def test_every_key_of_the_player_is_on_the_sheet() -> None:
    class Nothing:
        def __getattr__(self, name: str) -> object:
            return lambda *_: None

    table = _table("Video player")
    listed = {QKeySequence(keys).toString() for line in table.lines for keys in line.keys}
    bound = {QKeySequence(modifiers.value | key).toString() for modifiers, key in keys_of(Nothing())}  # type: ignore[arg-type]  # answers to anything
    assert bound - listed == {"Enter"}  # the one of the number pad goes with Return
    assert listed <= bound


def _table(title: str) -> KeyTable:
    return next(table for table in fixed_keys() if table.title == title)
