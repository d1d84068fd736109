"""The grid where the layout runs from right to left."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyle
from pytestqt.qtbot import QtBot

from panda_desktop.ui.media.thumbnails import ThumbnailStore
from panda_desktop.ui.media.tile_grid import TileGrid
from panda_desktop.ui.media.tile_painter import mark_rect, more_rect, star_rect
from panda_desktop.ui.media.tiles import Tile
from panda_desktop.ui.theme import look
from tests.ui.doubles import Stage

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def grid(qtbot: QtBot, tmp_path: Path) -> Iterator[TileGrid]:
    stage, store = Stage(tmp_path), ThumbnailStore()
    made = TileGrid("Pictures", stage.library_service.path_of, store, marks=True)
    one = replace(stage.library_service.image(prompt=".", width=64, height=64), starred=True)
    made.tiles.set_tiles([Tile(f"i{number}", replace(one, id=f"i{number}")) for number in range(3)])
    qtbot.addWidget(made)
    made.resize(896, 600)
    made.setLayoutDirection(RTL)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    yield made
    store.close()


def place(grid: TileGrid, row: int) -> QRect:
    return grid.visualRect(grid.tiles.index(row))


def turned(area: QRect, part: QRect) -> QRect:
    return QStyle.visualRect(RTL, area, part)


def test_u04_lines_are_filled_from_the_right(grid: TileGrid) -> None:
    first, second, width = place(grid, 0), place(grid, 1), grid.viewport().width()
    assert second.right() < first.left()
    grid.setLayoutDirection(LTR)
    margin = place(grid, 0).left()
    assert place(grid, 0).right() < place(grid, 1).left()
    assert width - 1 - first.right() == margin
    assert grid.indexAt(place(grid, 1).center()).row() == 1


def test_u04_left_leads_to_the_next(qtbot: QtBot, grid: TileGrid) -> None:
    grid.setCurrentIndex(grid.tiles.index(0))
    for key, row in ((Qt.Key.Key_Left, 1), (Qt.Key.Key_Left, 2), (Qt.Key.Key_Right, 1)):
        qtbot.keyClick(grid, key)
        assert grid.currentIndex().row() == row


def test_u04_star_menu_and_mark_are_pressed_at_the_other_side(qtbot: QtBot, grid: TileGrid) -> None:
    area = place(grid, 1)
    with qtbot.waitSignal(grid.star_wanted):
        qtbot.mouseClick(grid.viewport(), LEFT, pos=turned(area, star_rect(area)).center())
    with qtbot.waitSignal(grid.menu_wanted):
        qtbot.mouseClick(grid.viewport(), LEFT, pos=turned(area, more_rect(area)).center())
    grid.clearSelection()
    mark = turned(area, mark_rect(area))
    assert mark.center().x() > area.center().x()
    qtbot.mouseClick(grid.viewport(), LEFT, pos=mark.center())
    assert len(grid.selected_items()) == 1


@pytest.mark.parametrize("direction", [LTR, RTL])
def test_u04_the_star_is_drawn_where_it_is_pressed(grid: TileGrid, direction: Qt.LayoutDirection) -> None:
    grid.setLayoutDirection(direction)
    area = place(grid, 2)
    star = QStyle.visualRect(direction, area, star_rect(area))
    picture, accent = grid.viewport().grab().toImage(), QColor(look().theme.accent).rgb()
    foot = range(star.top(), star.bottom())
    inked = [
        x for x in range(area.left() + 4, area.right() - 4) for y in foot if picture.pixel(x, y) == accent
    ]
    assert inked
    assert star.left() <= min(inked) and max(inked) <= star.right()
