"""The bar above the library has one line where there is room for one."""

import pytest
from pytestqt.qtbot import QtBot

from panda_desktop.ui.library.bar import LibraryBar


@pytest.mark.parametrize("width", [820, 996, 1600])
def test_the_chips_stand_beside_each_other_and_the_search_takes_what_is_left(
    qtbot: QtBot, width: int
) -> None:
    bar = LibraryBar()
    qtbot.addWidget(bar)
    bar.set_models((("wan-2.7-image", 3), ("wan-2.7-video", 2)))
    bar.set_count(5, 5)
    bar.set_narrow(False)
    bar.resize(width, 60)
    bar.show()
    tops = {chip.mapTo(bar, chip.rect().center()).y() for chip in (bar.starred, bar.model, bar.search)}
    assert max(tops) - min(tops) <= 2
    assert bar.model.width() == bar.model.sizeHint().width()
    assert bar.search.width() >= 180
    assert bar.search.geometry().right() < bar.width()


@pytest.mark.parametrize(("narrow", "tight"), [(False, False), (True, False), (True, True)])
def test_the_bar_begins_where_a_narrow_grid_does(qtbot: QtBot, narrow: bool, tight: bool) -> None:
    bar = LibraryBar()
    qtbot.addWidget(bar)
    bar.set_narrow(narrow, tight)
    bar.resize(360 if tight else 1000, 200)
    bar.show()
    first = bar.shown if tight else bar.places
    assert first.mapTo(bar, first.rect().topLeft()).x() == 12
