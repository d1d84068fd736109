"""The library: filters, search, sections, choosing several, deleting with undo, thousands of items."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.library_filter import LibraryFilter
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.library import LibraryPage
from panda_desktop.ui.library.bar import Shown
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from panda_desktop.ui.window import MainWindow, Place
from tests.ui.doubles import Stage
from tests.ui.library_world import LibraryWorld


class Posters(QObject):
    """Pictures of videos, at once."""

    ready = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Path] = []

    def get(self, path: Path, side: int) -> QPixmap | None:
        self.asked.append(path)
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.blue)
        return pixmap


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Stage:
    made = Stage(tmp_path)
    made.load()
    return made


@pytest.fixture
def posters(qtbot: QtBot) -> Posters:
    return Posters()


@pytest.fixture
def page(qtbot: QtBot, stage: Stage, posters: Posters) -> Iterator[LibraryPage]:
    store = ThumbnailStore()
    made = LibraryPage(LibraryWorld(stage).parts, store, posters)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.shut_down()
    store.close()


def fill(stage: Stage) -> dict[str, MediaItem]:
    library = stage.library_service
    now = datetime.now(UTC)
    old = library.image(prompt="A red boat")
    return {
        "old": library.put(replace(old, created_at=now - timedelta(days=40))),
        "video": library.video(b"v", prompt="A boat leaves", model="wan-2.7-video"),
        "star": library.image(prompt="一只猫", starred=True, model="kolors"),
        "new": library.image(prompt="Another CAT", revised_prompt="a straße"),
    }


def shown(qtbot: QtBot, page: LibraryPage, *keys: str) -> None:
    qtbot.waitUntil(lambda: [tile.key for tile in page.grid.tiles.tiles()] == list(keys))
    page.grid.executeDelayedItemsLayout()


def test_everything_is_there_by_date_newest_first(qtbot: QtBot, page: LibraryPage, stage: Stage) -> None:
    items = fill(stage)
    order = [items[name].id for name in ("new", "star", "video", "old")]
    shown(qtbot, page, *order)
    assert page.bar.count.text() == "4 items"
    headings = page.grid.places().headings_between(0, 10_000)
    assert page.grid.heading(headings[0][1]) == "Today"
    assert len(headings) == 2


@pytest.mark.parametrize(
    ("chip", "names"),
    [
        (Shown.IMAGES, ("new", "star", "old")),
        (Shown.VIDEOS, ("video",)),
        (Shown.ALL, ("new", "star", "video", "old")),
    ],
)
def test_filters(qtbot: QtBot, page: LibraryPage, stage: Stage, chip: Shown, names: tuple[str, ...]) -> None:
    items = fill(stage)
    button = page.bar.shown.button(chip)
    assert button is not None
    button.click()
    shown(qtbot, page, *(items[name].id for name in names))


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("boat", ("video", "old")),
        ("boat red", ("old",)),
        ("cat", ("new",)),
        ("猫", ("star",)),
        ("STRASSE", ("new",)),
        ("kolors", ("star",)),
        ("  ", ("new", "star", "video", "old")),
    ],
)
def test_search_finds_words_of_prompts_and_models(
    qtbot: QtBot, page: LibraryPage, stage: Stage, typed: str, names: tuple[str, ...]
) -> None:
    items = fill(stage)
    page.bar.search.setText(typed)
    shown(qtbot, page, *(items[name].id for name in names))
    qtbot.keyClick(page.bar.search, Qt.Key.Key_Escape)
    shown(qtbot, page, *(items[name].id for name in ("new", "star", "video", "old")))


def test_starred_ones_alone_of_any_kind(qtbot: QtBot, page: LibraryPage, stage: Stage) -> None:
    items = fill(stage)
    page.bar.starred.click()
    shown(qtbot, page, items["star"].id)
    videos = page.bar.shown.button(Shown.VIDEOS)
    assert videos is not None
    videos.click()
    shown(qtbot, page)
    stage.library.star(items["video"].id, True)
    shown(qtbot, page, items["video"].id)
    page.bar.starred.click()
    shown(qtbot, page, items["video"].id)


def test_nothing_found_leads_back_to_all(qtbot: QtBot, page: LibraryPage, stage: Stage) -> None:
    fill(stage)
    page.bar.search.setText("nothing like that")
    qtbot.keyClick(page.bar.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page._nothing)
    assert page.bar.count.text() == "0 of 4"
    page._nothing.acted.emit()
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.grid)
    assert page.bar.search.text() == ""


def test_an_empty_library_says_what_it_is_for(qtbot: QtBot, page: LibraryPage, stage: Stage) -> None:
    assert page._stack.currentWidget() is page._empty
    assert page.bar.isHidden()
    window = MainWindow({Place.LIBRARY: lambda: page, Place.IMAGES: QWidget})
    qtbot.addWidget(window)
    window.go(Place.LIBRARY)
    page._empty.acted.emit()
    assert window.place() is Place.IMAGES
    page.setParent(None)


def test_a_filter_stays_while_items_come_and_change(qtbot: QtBot, page: LibraryPage, stage: Stage) -> None:
    items = fill(stage)
    page.browsing.set_filter(LibraryFilter(starred=True))
    shown(qtbot, page, items["star"].id)
    stage.library.star(items["new"].id, True)
    shown(qtbot, page, items["new"].id, items["star"].id)
    stage.library.star(items["star"].id, False)
    shown(qtbot, page, items["new"].id)
    stage.library_service.image(prompt="later")
    stage.library.load()
    shown(qtbot, page, items["new"].id)


def test_several_are_chosen_and_deleted_with_undo(qtbot: QtBot, page: LibraryPage, stage: Stage) -> None:
    items = fill(stage)
    order = [items[name].id for name in ("new", "star", "video", "old")]
    shown(qtbot, page, *order)
    grid = page.grid
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.bar.chosen.isVisible()
    assert page.bar.chosen.text() == "2 chosen"
    page.bar.trash.click()
    shown(qtbot, page, *order[2:])
    notice = page.notices.notices()[0]
    assert notice.text == "2 moved to the trash."
    assert not page.bar.chosen.isVisible()
    notice.actions[0].run()
    shown(qtbot, page, *order)


def test_all_are_starred_and_the_choice_is_given_up(qtbot: QtBot, page: LibraryPage, stage: Stage) -> None:
    fill(stage)
    qtbot.waitUntil(lambda: page.grid.tiles.count() == 4)
    page.grid.selectAll()
    page.bar.star.click()
    assert all(stage.library.item(at).starred for at in range(4))
    page.bar.clear.click()
    assert page.grid.selected_items() == ()
    assert QApplication.focusWidget() is page.grid


def test_a_video_is_played_and_an_image_opened(qtbot: QtBot, page: LibraryPage, stage: Stage) -> None:
    items = fill(stage)
    qtbot.waitUntil(lambda: page.grid.tiles.count() == 4)
    grid = page.grid
    grid.go_to(items["video"].id)
    grid.setFocus()
    with qtbot.waitSignal(page.play_wanted) as caught:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert caught.args == [items["video"]]
    assert page.lightbox.isHidden()
    grid.go_to(items["star"].id)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert page.lightbox.isVisible()
    qtbot.keyClick(page.lightbox.stage.view, Qt.Key.Key_Right)
    assert page.lightbox.current() == items["old"]  # videos are not in the viewer
    qtbot.keyClick(page.lightbox.stage.view, Qt.Key.Key_Escape)
    assert grid.current() is not None
    assert grid.current().item == items["old"]  # type: ignore[union-attr]


def test_videos_have_their_own_pictures(
    qtbot: QtBot, page: LibraryPage, stage: Stage, posters: Posters
) -> None:
    items = fill(stage)
    qtbot.waitUntil(lambda: page.grid.tiles.count() == 4)
    page.grid.executeDelayedItemsLayout()
    page.grid.viewport().repaint()
    assert set(posters.asked) == {stage.library.path_of(items["video"])}


def test_wishes_reach_the_program(qtbot: QtBot, page: LibraryPage, stage: Stage) -> None:
    items = fill(stage)
    with qtbot.waitSignal(page.video_wanted) as caught:
        page.item_actions.wished.emit("video", items["new"])
    assert caught.args == [items["new"]]
    with qtbot.waitSignal(page.ask_wanted) as caught:
        page.item_actions.wished.emit("ask", items["new"])
    assert caught.args == [items["new"]]
    with qtbot.waitSignal(page.prompt_wanted):
        page.item_actions.wished.emit("prompt", items["new"])


def test_the_menu_opens_for_one_and_for_several(qtbot: QtBot, page: LibraryPage, stage: Stage) -> None:
    items = fill(stage)
    qtbot.waitUntil(lambda: page.grid.tiles.count() == 4)

    def words(name: str) -> list[str]:
        tile = page.grid.tiles.tile(page.grid.tiles.row_of(items[name].id))
        page.choosing._menu(tile, QPoint(50, 50))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        found = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
        menu.close()
        return found

    assert words("video")[0] == "Play"
    assert words("new")[0] == "Open"
    page.grid.selectAll()
    assert words("new") == [
        "Star all",
        "Remove the stars",
        "Tags…",
        "Boards…",
        "Save copies…",
        "Delete 4",
    ]


def test_ten_thousand_items_are_read_and_filtered_quickly(
    qtbot: QtBot, page: LibraryPage, stage: Stage
) -> None:
    one = stage.library_service.image(prompt="x")
    now = datetime.now(UTC)
    many = {
        f"i{number}": replace(
            one,
            id=f"i{number}",
            prompt=f"prompt number {number}",
            seq=number,
            created_at=now - timedelta(minutes=10 * (10_000 - number)),
        )
        for number in range(10_000)
    }
    stage.library_service.all = many
    began = time.thread_time()
    stage.library.load()
    qtbot.waitUntil(lambda: page.grid.tiles.count() == 10_000)
    page.grid.executeDelayedItemsLayout()
    read = time.thread_time() - began
    assert len(page.grid.places().headings_between(0, 10**9)) > 60
    qtbot.waitUntil(lambda: page._parts.view._is_read)
    page.browsing.set_filter(LibraryFilter(text="number"))
    began = time.thread_time()
    page.browsing.set_filter(LibraryFilter(text="77"))
    page.grid.executeDelayedItemsLayout()
    filtered = time.thread_time() - began
    assert 0 < page.grid.tiles.count() < 1_000
    assert read < 1.0  # of this thread's own time: the machine of the tests is shared
    assert filtered < 0.25


def test_it_fits_narrow_windows(qtbot: QtBot, page: LibraryPage, stage: Stage) -> None:
    fill(stage)
    window = MainWindow({Place.LIBRARY: lambda: page})
    qtbot.addWidget(window)
    window.go(Place.LIBRARY)
    for width in (320, 720, 1280):
        window.resize(width, 600)
        window.show()
        qtbot.waitUntil(lambda: page.grid.tiles.count() == 4)
        search = page.bar.search
        qtbot.waitUntil(
            lambda search=search: search.mapTo(page, search.rect().topRight()).x() < page.width()  # type: ignore
        )
        for value in Shown:
            chip = page.bar.shown.button(value)
            assert chip is not None
            assert chip.mapTo(page, chip.rect().topRight()).x() < page.width()
    page.setParent(None)


def test_every_control_has_a_name_and_each_tile_is_heard(
    qtbot: QtBot, page: LibraryPage, stage: Stage
) -> None:
    fill(stage)
    qtbot.waitUntil(lambda: page.grid.tiles.count() == 4)
    missing = [
        child
        for child in page.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.focusProxy() is None
        and not child.accessibleName()
    ]
    assert missing == []
    spoken = QAccessible.queryAccessibleInterface(page.grid)
    names = [spoken.child(row).text(QAccessible.Text.Name) for row in range(spoken.childCount())]
    assert "starred" in names[1]
    assert names[2].startswith("A boat leaves, video, wan-2.7-video")


def test_the_search_command_comes_to_the_front(qtbot: QtBot, page: LibraryPage, stage: Stage) -> None:
    fill(stage)
    qtbot.waitUntil(lambda: page.bar.isVisible())
    window = MainWindow({Place.CHAT: QWidget, Place.LIBRARY: lambda: page})
    qtbot.addWidget(window)
    window.page(Place.LIBRARY)
    window.go(Place.CHAT)
    window.show()
    window.activateWindow()
    page.commands()[0].run()
    assert window.place() is Place.LIBRARY
    assert window.focusWidget() is page.bar.search
    page.setParent(None)
