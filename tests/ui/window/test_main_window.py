"""The window makes pages late, is driven by keyboard, and opens where it can be seen."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.ui.kit import Button, Entrance, Notice, NoticeLevel
from panda_desktop.ui.theme import ThemeMode
from panda_desktop.ui.window import Command, MainWindow, Place
from panda_desktop.ui.window.geometry import is_reachable, restore_geometry, save_geometry
from panda_desktop.ui.window.rail import Rail, RailButton

KEYS = {
    Place.CHAT: Qt.Key.Key_1,
    Place.IMAGES: Qt.Key.Key_2,
    Place.VIDEOS: Qt.Key.Key_3,
    Place.LIBRARY: Qt.Key.Key_4,
    Place.SPENDING: Qt.Key.Key_5,
    Place.SETTINGS: Qt.Key.Key_Comma,
}


class Pages:
    """Counts how often each page is made."""

    def __init__(self) -> None:
        self.made: list[Place] = []

    def factories(self) -> dict[Place, Callable[[], QWidget]]:
        return {place: self._factory(place) for place in Place}

    def _factory(self, place: Place) -> Callable[[], QWidget]:
        def make() -> QWidget:
            self.made.append(place)
            return QLabel(place.value)

        return make


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def window(qtbot: QtBot, pages: Pages) -> MainWindow:
    made = MainWindow(pages.factories())
    qtbot.addWidget(made)
    made.restore_geometry_text("")
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def test_a_page_is_made_at_its_first_visit_and_once(window: MainWindow, pages: Pages) -> None:
    assert pages.made == []
    window.go(Place.CHAT)
    window.go(Place.IMAGES)
    window.go(Place.CHAT)
    assert pages.made == [Place.CHAT, Place.IMAGES]
    assert window.place() is Place.CHAT


@pytest.mark.parametrize("place", list(Place))
def test_every_place_is_one_key_away(qtbot: QtBot, window: MainWindow, place: Place) -> None:
    with qtbot.waitSignal(window.place_changed) as caught:
        qtbot.keyClick(window, KEYS[place], Qt.KeyboardModifier.ControlModifier)
    assert caught.args == [place.value]
    rail = window.findChild(Rail)
    assert isinstance(rail, Rail)
    assert [each for each in Place if rail.button(each.value).isChecked()] == [place]


def test_the_rail_works_by_keyboard_and_leaves_out_places_without_a_page(qtbot: QtBot) -> None:
    window = MainWindow({Place.CHAT: QWidget, Place.SETTINGS: QWidget})
    qtbot.addWidget(window)
    names = [button.accessibleName() for button in window.findChildren(RailButton)]
    assert names == ["Chat", "Settings"]
    rail = window.findChild(Rail)
    assert isinstance(rail, Rail)
    qtbot.keyClick(rail.button("settings"), Qt.Key.Key_Return)
    assert window.place() is Place.SETTINGS
    assert not any(command.key == "go.images" for command in window.commands)


def test_new_chat_and_text_size_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(window.new_chat_wanted):
        qtbot.keyClick(window, Qt.Key.Key_N, control)
    for key, zoom in ((Qt.Key.Key_Plus, 110), (Qt.Key.Key_Minus, 90), (Qt.Key.Key_0, 100)):
        with qtbot.waitSignal(window.zoom_wanted) as caught:
            qtbot.keyClick(window, key, control)
        assert caught.args == [zoom]


def test_the_palette_finds_and_runs_commands(qtbot: QtBot, window: MainWindow) -> None:
    ran: list[str] = []
    window.commands.add(Command("chat.export", "Export & share", lambda: ran.append("export"), section="Do"))
    palette = window.open_palette()
    assert palette.width() <= window.width()
    qtbot.keyClicks(palette.search, "share export")
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert ran == ["export"]
    palette = window.open_palette()
    with qtbot.waitSignal(window.theme_wanted) as caught:
        qtbot.keyClicks(palette.search, "dark")
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert caught.args == [ThemeMode.DARK.value]


def test_the_palette_opens_by_ctrl_k_and_a_removed_command_is_gone(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.add(Command("once", "Only once", lambda: None))
    window.commands.remove("once")
    window.commands.run("once")
    assert "once" not in [choice.value for choice in window.commands.choices()]
    assert "palette" not in [choice.value for choice in window.commands.choices()]
    shortcut = {command.key: command.shortcut for command in window.commands}["palette"]
    assert shortcut == "Ctrl+K"


def test_a_cover_is_shown_instead_of_a_page_and_can_be_left(window: MainWindow, pages: Pages) -> None:
    cover = QLabel("Welcome")
    window.show_cover(cover)
    assert cover.isVisible()
    assert window.place() is None
    window.go(Place.CHAT)
    assert not cover.isVisible()
    window.remove_cover()
    window.remove_cover()
    assert pages.made == [Place.CHAT]


def test_status_bar_leads_to_jobs_and_settings(qtbot: QtBot, window: MainWindow) -> None:
    window.status.set_jobs_running(2)
    qtbot.mouseClick(window.status.jobs, Qt.MouseButton.LeftButton)
    assert window.place() is Place.VIDEOS
    qtbot.mouseClick(window.status.connection, Qt.MouseButton.LeftButton)
    assert window.place() is Place.SETTINGS


def test_u18_a_notice_is_reached_by_f6(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.notices.show_notice(Notice("The key was refused.", NoticeLevel.ERROR))
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.waitUntil(bar.hasFocus)


@pytest.mark.parametrize("size", [QSize(320, 360), QSize(1280, 820), QSize(2560, 1400)])
def test_u12_the_content_fills_the_window(qtbot: QtBot, window: MainWindow, size: QSize) -> None:
    window.resize(size)
    foot = window.status
    qtbot.waitUntil(lambda: foot.mapTo(window, foot.rect().bottomLeft()).y() == size.height() - 1)
    assert foot.width() == size.width() and window.size() == size


def test_closing_is_told(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()


def test_u12_a_narrow_window_cuts_no_notice_and_says_so(qtbot: QtBot, window: MainWindow) -> None:
    big = QWidget()
    big.setMinimumSize(1200, 900)
    window.show_cover(big)
    window.resize(1000, 700)
    with qtbot.waitSignal(window.narrow_changed) as caught:
        window.resize(320, 600)
    assert caught.args == [True]
    assert window.is_narrow()
    assert window.width() == 320
    bar = window.notices.show_notice(
        Notice("A sentence that is long enough for lines. " * 3, NoticeLevel.ERROR)
    )
    qtbot.waitUntil(lambda: bar.height() >= bar.heightForWidth(bar.width()))
    assert window.notices.geometry().right() <= 320


@pytest.mark.parametrize(
    ("frame", "reachable"),
    [
        (QRect(0, 0, 800, 600), True),
        (QRect(-700, 10, 800, 600), False),
        (QRect(-600, 10, 800, 600), True),
        (QRect(5000, 5000, 800, 600), False),
        (QRect(100, -300, 800, 600), False),
        (QRect(1100, 50, 800, 600), True),
    ],
)
def test_u12_what_counts_as_visible(frame: QRect, reachable: bool) -> None:
    assert is_reachable(frame, [QRect(0, 0, 1280, 800)]) is reachable


def test_u12_a_window_saved_off_the_screen_comes_back(qtbot: QtBot) -> None:
    lost = QWidget()
    qtbot.addWidget(lost)
    lost.resize(500, 400)
    lost.move(QPoint(9000, 9000))
    saved = save_geometry(lost)
    found = QWidget()
    qtbot.addWidget(found)
    restore_geometry(found, saved)
    screen = found.screen().availableGeometry()
    assert is_reachable(found.frameGeometry(), [screen])


def test_u12_a_window_saved_on_a_larger_screen_fits_into_this_one(qtbot: QtBot) -> None:
    large, found = QWidget(), QWidget()
    for window in (large, found):
        qtbot.addWidget(window)
    large.setGeometry(-200, 100, 4000, 3000)
    restore_geometry(found, save_geometry(large))
    screen = found.screen().availableGeometry()
    assert screen.contains(found.geometry())
    assert is_reachable(found.frameGeometry(), [screen])


@pytest.mark.parametrize("saved", ["", "nonsense", "AAAA", "\x00é", "ff" * 500])
def test_nonsense_in_the_settings_opens_in_the_middle(qtbot: QtBot, saved: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    restore_geometry(window, saved)
    assert is_reachable(window.frameGeometry(), [window.screen().availableGeometry()])


def test_the_size_comes_back(qtbot: QtBot) -> None:
    first, second = QWidget(), QWidget()
    for widget in (first, second):
        qtbot.addWidget(widget)
    first.setGeometry(40, 50, 420, 330)
    restore_geometry(second, save_geometry(first))
    assert second.size() == first.size()


def test_every_control_of_the_shell_has_a_name(window: MainWindow) -> None:
    window.status.set_jobs_running(1)
    window.notices.show_notice(Notice("Words.", NoticeLevel.WARNING))
    unnamed = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
    ]
    assert unnamed == []
    assert all(button.toolTip() for button in window.findChildren(Button))


def test_a_shortcut_of_two_places_means_the_one_that_is_shown(qtbot: QtBot) -> None:
    window = MainWindow({Place.CHAT: QWidget, Place.IMAGES: QWidget})
    qtbot.addWidget(window)
    done: list[str] = []
    for place in (Place.CHAT, Place.IMAGES):
        command = Command(f"{place}.find", "Find", partial(done.append, place), "Ctrl+J")
        window.commands.add(command, place=place)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go(Place.IMAGES)
    qtbot.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    window.go(Place.CHAT)
    qtbot.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert done == [Place.IMAGES, Place.CHAT]
    assert [choice.value for choice in window.commands.choices() if choice.value.endswith(".find")] == [
        "chat.find"
    ]


def test_a_place_is_entered_at_its_first_control(qtbot: QtBot) -> None:
    window = MainWindow({Place.CHAT: _page_with_buttons, Place.IMAGES: _page_with_buttons})
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for place in (Place.CHAT, Place.IMAGES):
        page = window.go(place)
        first, second = page.findChildren(Button)
        assert QApplication.focusWidget() is first
        second.setFocus()
        window.go(place)
        assert QApplication.focusWidget() is second  # one who is there already stays where they are


def test_u18_a_place_is_entered_at_its_entrance_also_from_another_that_has_the_focus(qtbot: QtBot) -> None:
    window = MainWindow({Place.CHAT: _page_with_buttons, Place.IMAGES: _page_with_entrance})
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go(Place.CHAT).findChildren(Button)[1].setFocus()
    first, second = window.go(Place.IMAGES).findChildren(Button)
    assert QApplication.focusWidget() is second
    first.setFocus()
    window.go(Place.CHAT)
    window.go(Place.IMAGES)
    assert QApplication.focusWidget() is first  # one who comes back goes on where they were


def _page_with_entrance() -> QWidget:
    page = _page_with_buttons()
    Entrance(page, page.findChildren(Button)[1])
    return page


def _page_with_buttons() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(Button("first"))
    column.addWidget(Button("second"))
    return page
