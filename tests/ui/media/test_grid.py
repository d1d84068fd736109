"""The grid: thousands of tiles, keyboard, pointer, screen reader."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from panda_desktop.ui.media.tile_grid import TileGrid
from panda_desktop.ui.media.tile_painter import mark_rect, more_rect, star_rect
from panda_desktop.ui.media.tile_pointing import files_to_drop
from panda_desktop.ui.media.tiles import Tile
from tests.ui.doubles import Stage

HOSTILE = "<img src='file:///etc/passwd'>\u202e & a cat"


class Cards:
    """Makes cards with one button."""

    def __init__(self) -> None:
        self.made = 0

    def make(self, tile: Tile) -> QWidget:
        self.made += 1
        card = QWidget()
        button = QPushButton(tile.words, card)
        button.setGeometry(4, 4, 80, 28)
        return card

    def show(self, card: QWidget, tile: Tile) -> None:
        card.findChildren(QPushButton)[0].setText(tile.words)

    def height(self, tile: Tile, width: int) -> int:
        return 120


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Stage:
    return Stage(tmp_path)


@pytest.fixture
def grid(qtbot: QtBot, stage: Stage) -> Iterator[TileGrid]:
    store = ThumbnailStore()
    made = TileGrid("Pictures", stage.library_service.path_of, store, marks=True)
    made.cards.set_maker(Cards())
    qtbot.addWidget(made)
    made.resize(896, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    yield made
    store.close()


def items(stage: Stage, count: int) -> list[MediaItem]:
    one = stage.library_service.image(prompt="one", width=64, height=64)
    return [replace(one, id=f"i{number}", prompt=f"prompt {number}") for number in range(count)]


def fill(grid: TileGrid, stage: Stage, count: int) -> list[Tile]:
    tiles = [Tile(item.id, item) for item in items(stage, count)]
    grid.tiles.set_tiles(tiles)
    return tiles


def place(grid: TileGrid, row: int) -> QPoint:
    return grid.visualRect(grid.tiles.index(row)).center()


def test_ten_thousand_tiles_ask_for_the_pictures_in_view_only(
    qtbot: QtBot, grid: TileGrid, stage: Stage
) -> None:
    asked: list[str] = []
    store_get = grid.pictures._sources[next(iter(grid.pictures._sources))]
    original = store_get.get  # type: ignore[union-attr]
    store_get.get = lambda path, side: (asked.append(str(path)), original(path, side))[1]  # type: ignore
    fill(grid, stage, 10_000)
    grid.executeDelayedItemsLayout()
    grid.viewport().repaint()
    assert 0 < len(asked) <= 40
    bar = grid.verticalScrollBar()
    assert bar.maximum() > 100_000
    bar.setValue(bar.maximum())
    assert grid.indexAt(QPoint(60, 500)).row() > 9_900


def test_arrows_move_by_geometry(qtbot: QtBot, grid: TileGrid, stage: Stage) -> None:
    fill(grid, stage, 10)
    keys = Qt.Key
    for key, row in (
        (keys.Key_Right, 0),  # it comes to the first
        (keys.Key_Right, 1),
        (keys.Key_Down, 5),
        (keys.Key_Left, 4),
        (keys.Key_Up, 0),
        (keys.Key_Up, 0),
        (keys.Key_End, 9),
        (keys.Key_Home, 0),
        (keys.Key_PageDown, 8),
        (keys.Key_PageUp, 0),
    ):
        qtbot.keyClick(grid, key)
        assert grid.currentIndex().row() == row


def test_keys_are_wishes(qtbot: QtBot, grid: TileGrid, stage: Stage) -> None:
    tiles = fill(grid, stage, 4)
    grid.setCurrentIndex(grid.tiles.index(1))
    for key, signal in (
        (Qt.Key.Key_Return, grid.opened),
        (Qt.Key.Key_Space, grid.opened),
        (Qt.Key.Key_S, grid.star_wanted),
        (Qt.Key.Key_F, grid.star_wanted),
    ):
        with qtbot.waitSignal(signal) as caught:
            qtbot.keyClick(grid, key)
        assert caught.args in ([tiles[1]], [tiles[1].item])
    with qtbot.waitSignal(grid.save_wanted) as caught:
        qtbot.keyClick(grid, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == [tiles[1].item]
    with qtbot.waitSignal(grid.copy_wanted):
        qtbot.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(grid.trash_wanted) as caught:
        qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert caught.args == [(tiles[1].item,)]


def test_several_are_chosen_by_keyboard_and_given_up_by_escape(
    qtbot: QtBot, grid: TileGrid, stage: Stage
) -> None:
    fill(grid, stage, 10)
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    for _ in range(2):
        qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [item.id for item in grid.selected_items()] == [f"i{number}" for number in range(7)]
    qtbot.keyClick(grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(grid.selected_items()) == 10
    qtbot.keyClick(grid, Qt.Key.Key_Escape)
    assert grid.selected_items() == ()


def test_a_click_opens_and_a_drag_does_not(qtbot: QtBot, grid: TileGrid, stage: Stage) -> None:
    tiles = fill(grid, stage, 4)
    with qtbot.waitSignal(grid.opened) as caught:
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place(grid, 2))
    assert caught.args == [tiles[2]]
    with qtbot.assertNotEmitted(grid.opened):
        held = Qt.KeyboardModifier.ControlModifier
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, held, pos=place(grid, 1))
    assert len(grid.selected_items()) == 2
    with qtbot.assertNotEmitted(grid.opened):
        qtbot.mouseClick(
            grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, pos=place(grid, 3)
        )


def test_parts_of_a_tile_are_pressed(qtbot: QtBot, grid: TileGrid, stage: Stage) -> None:
    tiles = fill(grid, stage, 4)
    area = grid.visualRect(grid.tiles.index(1))
    with qtbot.waitSignal(grid.star_wanted) as caught, qtbot.assertNotEmitted(grid.opened):
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=star_rect(area).center())
    assert caught.args == [tiles[1].item]
    with qtbot.waitSignal(grid.menu_wanted) as caught:
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=more_rect(area).center())
    assert caught.args[0] is tiles[1]
    for chosen in (2, 1):
        other = grid.visualRect(grid.tiles.index(2))
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=mark_rect(other).center())
        assert len(grid.selected_items()) == chosen
    for part in (star_rect(area), more_rect(area), mark_rect(area)):
        assert min(part.width(), part.height()) >= 28


def test_each_part_says_what_it_does(qtbot: QtBot, grid: TileGrid, stage: Stage) -> None:
    fill(grid, stage, 2)
    area = grid.visualRect(grid.tiles.index(0))
    words = set()
    for part in (star_rect(area), more_rect(area), mark_rect(area)):
        index, name = grid._pointing._part(part.center())
        words.add(grid._pointing._words(index, name))
        event = QHelpEvent(QHelpEvent.Type.ToolTip, part.center(), QPoint(5, 5))
        assert grid._pointing.viewport_event(event)
    assert words == {"Star (S)", "What can be done with it", "Choose (Ctrl+Space)"}


def test_the_menu_comes_by_key_too(qtbot: QtBot, grid: TileGrid, stage: Stage) -> None:
    tiles = fill(grid, stage, 4)
    grid.setCurrentIndex(grid.tiles.index(3))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    with qtbot.waitSignal(grid.menu_wanted) as caught:
        grid.contextMenuEvent(event)
    assert caught.args[0] is tiles[3]


def test_selection_and_focus_stay_when_tiles_come_and_go(qtbot: QtBot, grid: TileGrid, stage: Stage) -> None:
    tiles = fill(grid, stage, 30)
    grid.setCurrentIndex(grid.tiles.index(5))
    new = [Tile(f"new{number}", tiles[0].item) for number in range(3)]
    grid.tiles.set_tiles([*new, *tiles])
    assert grid.currentIndex().row() == 8
    assert [item.id for item in grid.selected_items()] == ["i5"]
    starred = replace(tiles[5].item, starred=True)  # type: ignore[type-var]
    with qtbot.waitSignal(grid.tiles.dataChanged):
        grid.tiles.set_tiles([*new, *tiles[:5], Tile("i5", starred), *tiles[6:]])
    assert grid.selected_items()[0].starred
    grid.tiles.set_tiles(tiles[6:])
    assert grid.tiles.row_of("i6") == 0
    assert grid.tiles.row_of("i5") == -1


def test_what_is_looked_at_does_not_move_when_tiles_come_above(
    qtbot: QtBot, grid: TileGrid, stage: Stage
) -> None:
    tiles = fill(grid, stage, 100)
    grid.executeDelayedItemsLayout()
    grid.verticalScrollBar().setValue(900)
    before = grid.tiles.tile(grid.indexAt(QPoint(60, 100)).row()).key
    grid.tiles.set_tiles([*(Tile(f"n{number}", tiles[0].item) for number in range(8)), *tiles])
    grid.executeDelayedItemsLayout()
    assert grid.tiles.tile(grid.indexAt(QPoint(60, 100)).row()).key == before
    grid.resize(600, 600)
    assert grid.verticalOffset() > 900


def test_a_screen_reader_hears_prompt_and_state(qtbot: QtBot, grid: TileGrid, stage: Stage) -> None:
    one = items(stage, 1)[0]
    grid.tiles.set_tiles(
        [
            Tile("a", replace(one, prompt=HOSTILE, starred=True, model="kolors")),
            Tile("b", words="Waiting for the gateway, a cat", content=1),
        ]
    )
    spoken = QAccessible.queryAccessibleInterface(grid)
    assert spoken.childCount() == 2
    names = [spoken.child(row).text(QAccessible.Text.Name) for row in range(2)]
    assert names[0].startswith(HOSTILE)
    assert "kolors" in names[0]
    assert names[0].endswith("starred")
    assert names[1] == "Waiting for the gateway, a cat"
    assert spoken.child(0).rect().size() == grid.visualRect(grid.tiles.index(0)).size()
    assert spoken.text(QAccessible.Text.Name) == "Pictures"


def test_foreign_text_in_a_tooltip_is_not_html(grid: TileGrid, stage: Stage) -> None:
    one = replace(items(stage, 1)[0], prompt=HOSTILE + "x" * 10_000)
    grid.tiles.set_tiles([Tile("a", one)])
    tip = grid.tiles.index(0).data(int(Qt.ItemDataRole.ToolTipRole))
    assert "<img" not in tip
    assert len(tip) < 1_000


def test_a_card_is_a_widget_reached_by_enter_and_left_by_escape(
    qtbot: QtBot, grid: TileGrid, stage: Stage
) -> None:
    tiles = fill(grid, stage, 2)
    card = Tile("card", content=1, words="Send again", wide=True)
    grid.tiles.set_tiles([card, *tiles])
    grid.executeDelayedItemsLayout()
    widget = grid.cards.card("card")
    assert widget is not None
    assert widget.geometry() == grid.visualRect(grid.tiles.index(0))
    grid.setCurrentIndex(grid.tiles.index(0))
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    button = widget.findChildren(QPushButton)[0]
    assert QApplication.focusWidget() is button
    qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is grid
    qtbot.keyClick(grid, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button
    qtbot.keyClick(button, Qt.Key.Key_Delete)  # the grid's keys are not for what is inside a card
    grid.tiles.set_tiles([replace(card, words="Sent"), *tiles])
    grid.executeDelayedItemsLayout()
    assert button.text() == "Sent"


def test_only_cards_in_view_exist(qtbot: QtBot, grid: TileGrid) -> None:
    cards = [Tile(f"c{number}", content=number, words=str(number), wide=True) for number in range(500)]
    grid.tiles.set_tiles(cards)
    qtbot.waitUntil(lambda: grid.cards.card("c7") is not None)
    assert grid.cards.card("c400") is None
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: grid.cards.card("c499") is not None)
    assert grid.cards.card("c0") is None


def test_files_are_dragged_out_as_copies(grid: TileGrid, stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "a b#c.png"
    data = files_to_drop([path])
    assert [url.toLocalFile() for url in data.urls()] == [str(path)]
    tiles = fill(grid, stage, 1)
    assert grid.tiles.flags(grid.tiles.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    grid.tiles.set_tiles([Tile("card", content=1), *tiles])
    assert not grid.tiles.flags(grid.tiles.index(0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_a_file_that_is_gone_or_nowhere_is_said(qtbot: QtBot, grid: TileGrid, stage: Stage) -> None:
    one = items(stage, 1)[0]

    def nowhere(item: MediaItem) -> Path:
        raise PandaError(ErrorKind.CANNOT_READ)

    grid.pictures._path_of = nowhere
    picture, words = grid.pictures.picture("a", replace(one, id="nowhere"), 100)
    assert picture is None
    assert "no longer there" in words
    grid.pictures._path_of = lambda item: stage.folder / "gone.png"
    with qtbot.waitSignal(grid.pictures.ready):
        assert grid.pictures.picture("b", replace(one, id="gone"), 100) == (None, "")
    assert "no longer there" in grid.pictures.picture("b", replace(one, id="gone"), 100)[1]


def test_a_rectangle_over_nothing_chooses_what_it_touches(grid: TileGrid, stage: Stage) -> None:
    fill(grid, stage, 6)
    grid.executeDelayedItemsLayout()
    first = grid.visualRect(grid.tiles.index(0))
    grid.setSelection(
        QRect(QPoint(0, 0), QSize(first.center().x(), first.center().y())),
        QItemSelectionModel.SelectionFlag.ClearAndSelect,
    )
    assert [item.id for item in grid.selected_items()] == ["i0"]
