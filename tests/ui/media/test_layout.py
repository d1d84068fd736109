"""The arithmetic of the grid: every tile has a place of its own, and finding it is quick."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panda_desktop.ui.media.tile_layout import Measures, TileLayout
from panda_desktop.ui.media.tiles import Tile


def laid_out(tiles: list[Tile], width: int = 900, height: int = 150) -> TileLayout:
    return TileLayout(Measures(width), tiles, lambda _row, _width: height)


def plain(count: int, section: str = "") -> list[Tile]:
    return [Tile(f"{section}{number}", section=section) for number in range(count)]


kinds = st.lists(st.tuples(st.booleans(), st.sampled_from(["", "a", "b"])), max_size=60)


@settings(max_examples=150, deadline=None)
@given(kinds=kinds, width=st.integers(40, 2600), height=st.integers(20, 900))
def test_no_tile_lies_on_another_and_each_is_found_where_it_is(
    kinds: list[tuple[bool, str]], width: int, height: int
) -> None:
    tiles = [Tile(str(number), wide=wide, section=section) for number, (wide, section) in enumerate(kinds)]
    layout = laid_out(tiles, width, height)
    rects = [layout.rect(row) for row in range(len(tiles))]
    for row, rect in enumerate(rects):
        assert not rect.isEmpty()
        assert rect.left() >= 0
        assert rect.right() < max(width, 41 + 2)
        assert layout.row_at(rect.center().x(), rect.center().y()) == row
        assert row in layout.rows_between(rect.top(), rect.bottom())
        assert rect.bottom() < layout.height
        for other in rects[row + 1 : row + 12]:
            assert not rect.intersects(other)
    assert layout.rect(len(tiles)).isEmpty()
    assert layout.row_at(1, 1) == -1


@pytest.mark.parametrize(("width", "columns"), [(256, 1), (440, 2), (656, 3), (896, 4), (2136, 10)])
def test_columns_follow_the_width(width: int, columns: int) -> None:
    assert laid_out(plain(30), width).columns == columns


def test_up_and_down_keep_the_column_across_wide_cards() -> None:
    tiles = [*plain(3), Tile("card", wide=True), *plain(5, "x")]
    layout = laid_out(tiles, 896)
    assert layout.rect(3).y() > layout.rect(0).y()  # no room beside three pictures
    assert layout.above(5, 1) in (3, 4)
    assert layout.above(0, 1) == 0
    assert layout.above(8, -5) == 8


def test_a_wide_card_is_as_high_as_it_needs() -> None:
    layout = laid_out([Tile("card", wide=True), *plain(2)], 896, height=333)
    assert layout.rect(0).height() == 333
    assert layout.rect(1).height() == layout.tile_height
    alone = laid_out([Tile("card", wide=True)], 896, height=90)
    assert alone.rect(0).height() == 90


def test_sections_begin_on_a_line_of_their_own() -> None:
    layout = laid_out([*plain(2, "today"), *plain(2, "before")], 896)
    headings = layout.headings_between(0, 10_000)
    assert [section for _, section in headings] == ["today", "before"]
    assert layout.rect(2).x() == layout.rect(0).x()
    assert headings[1][0].bottom() < layout.rect(2).top()
    assert layout.heading_above(2) == headings[1][0].top()
    assert layout.headings_between(headings[1][0].bottom() + 1, 10_000) == []
