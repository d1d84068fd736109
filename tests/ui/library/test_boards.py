"""Boards and tags: put on, dropped, made while typing, renamed, deleted, taken back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.library_filter import LibraryFilter
from panda_desktop.ui.kit import ChoicePopover
from panda_desktop.ui.library.naming import BoardNamePanel
from panda_desktop.ui.library.place_row import PlaceRow
from panda_desktop.ui.media import dragging, tile_grid
from panda_desktop.ui.media.tile_pointing import files_to_drop
from tests.ui.library.conftest import Desk

K = Qt.Key


def drop(row: PlaceRow, data: QMimeData) -> bool:
    """Drags over a row and drops; returns whether the drag was taken."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, left, none)
    enter.ignore()
    QApplication.sendEvent(row, enter)
    if enter.isAccepted():
        QApplication.sendEvent(row, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))
    return enter.isAccepted()


def test_b_and_a_new_name_put_all_that_is_chosen_on_a_new_board(desk: Desk) -> None:
    first, second, third = desk.put("one", "two", "three")
    desk.choose(first, second)
    desk.press(K.Key_B)
    panel = desk.page.marking.panel
    assert isinstance(panel, ChoicePopover)
    panel.search.setText("Sea")
    desk.qtbot.keyClick(panel.search, K.Key_Return)
    board = desk.world.boards.all[0]
    assert board.name == "Sea"
    assert desk.now(first).board_ids == desk.now(second).board_ids == (board.id,)
    assert desk.now(third).board_ids == ()
    assert desk.said() == ["Board “Sea” made."]
    assert list(desk.page.places.board_rows) == [board.id]
    desk.qtbot.waitUntil(lambda: desk.page.places.board_rows[board.id].note() == "2")
    desk.page.undoing.undo()
    assert desk.world.boards.all == []
    assert desk.said() == []


def test_a_board_that_all_lie_on_takes_them_off(desk: Desk) -> None:
    first, second = desk.put("one", "two")
    desk.world.parts.boards.create("Sea", (first.id,))
    board = desk.world.boards.all[0]
    desk.settle(first)
    desk.choose(first, second)
    desk.press(K.Key_B)
    panel = desk.page.marking.panel
    assert isinstance(panel, ChoicePopover)
    assert panel.list.model().index(0, 0).data(Qt.ItemDataRole.UserRole + 1) == "1 of 2"
    desk.press(K.Key_Return)
    assert desk.now(second).board_ids == (board.id,)
    desk.settle(second)
    desk.page.grid.setFocus()
    desk.press(K.Key_B)
    desk.press(K.Key_Return)
    assert desk.now(first).board_ids == desk.now(second).board_ids == ()
    desk.page.undoing.undo()
    assert desk.now(first).board_ids == desk.now(second).board_ids == (board.id,)


def test_t_and_a_new_name_make_a_tag_of_the_chats_and_give_it(desk: Desk) -> None:
    (item,) = desk.put("one")
    desk.choose(item)
    desk.press(K.Key_T)
    panel = desk.page.marking.panel
    assert isinstance(panel, ChoicePopover)
    panel.search.setText("print")
    desk.qtbot.keyClick(panel.search, K.Key_Return)
    tag = desk.stage.organisation_service.kept_tags[0]
    assert tag.name == "print"
    assert desk.now(item).tag_ids == (tag.id,)
    desk.page.undoing.undo()
    assert desk.now(item).tag_ids == ()


def test_items_are_dropped_on_boards_tags_and_the_trash(desk: Desk) -> None:
    first, second = desk.put("one", "two")
    desk.world.parts.boards.create("Sea")
    desk.tag("print")
    board, places = desk.world.boards.all[0], desk.page.places
    data = files_to_drop([], [first.id, second.id])
    assert drop(places.board_rows[board.id], data)
    assert drop(places.tag_rows["t-print"], data)
    assert desk.now(first).board_ids == desk.now(second).board_ids == (board.id,)
    assert desk.now(second).tag_ids == ("t-print",)
    assert not drop(places.everything, data)
    assert drop(places.trash, files_to_drop([], [second.id]))
    assert desk.now(second).deleted_at is not None
    assert desk.now(first).deleted_at is None


def test_files_of_other_programs_are_not_dropped_on_a_board(desk: Desk) -> None:
    desk.put("one")
    desk.world.parts.boards.create("Sea")
    row = desk.page.places.board_rows[desk.world.boards.all[0].id]
    with desk.qtbot.assertNotEmitted(row.dropped):
        drop(row, files_to_drop([desk.stage.folder / "a.png"]))
    assert not row.isChecked()


def test_board_tag_and_text_narrow_together_and_a_press_widens_again(desk: Desk) -> None:
    first, second, third = desk.put("red boat", "blue boat", "red hat")
    desk.world.parts.boards.create("Sea", (first.id, second.id))
    desk.tag("print")
    desk.world.parts.boards.mark("t-print", (first.id, third.id), True)
    page, board = desk.page, desk.world.boards.all[0]

    def shown(*items: object) -> None:
        keys = [getattr(item, "id", "") for item in items]
        desk.qtbot.waitUntil(lambda: [tile.key for tile in page.grid.tiles.tiles()] == keys)

    page.places.board_rows[board.id].click()
    shown(second, first)
    page.places.tag_rows["t-print"].click()
    shown(first)
    assert list(page.bar.marks) == ["board", "t-print"]
    page.bar.marks["board"].click()
    shown(third, first)
    page.bar.begin_search("hat")
    page.bar._tell()
    shown(third)
    assert page.browsing.filter.tag_ids == frozenset({"t-print"})
    page.places.everything.click()
    shown(third, second, first)
    assert page.browsing.filter == LibraryFilter()
    assert page.bar.search.text() == ""


def test_a_board_is_renamed_moved_and_deleted_by_keys_and_comes_back(desk: Desk) -> None:
    (item,) = desk.put("one")
    boards, places = desk.world.parts.boards, desk.page.places
    boards.create("Sea", (item.id,))
    boards.create("Hills")
    sea, hills = desk.world.boards.all
    row = places.board_rows[sea.id]
    row.click()
    places.focus_row()
    assert QApplication.focusWidget() is row
    desk.press(K.Key_F2)
    panel = desk.page.marking.panel
    assert isinstance(panel, BoardNamePanel)
    panel.name.setText("Ocean")
    panel.save.click()
    assert desk.world.boards.all[0].name == "Ocean"
    places.board_rows[sea.id].setFocus()
    desk.press(K.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [board.id for board in desk.world.boards.all] == [hills.id, sea.id]
    assert QApplication.focusWidget() is places.board_rows[sea.id]
    desk.press(K.Key_Delete)
    assert [board.id for board in desk.world.boards.all] == [hills.id]
    assert desk.now(item).board_ids == ()
    assert desk.page.browsing.filter.board_id is None
    assert desk.said()[0] == "Board “Ocean” deleted. Its pictures are still in the library."
    desk.page.undoing.undo()
    assert desk.now(item).board_ids == (sea.id,)


def test_two_boards_of_one_name_are_refused_in_words(desk: Desk) -> None:
    desk.put("one")
    desk.world.parts.boards.create("Sea")
    desk.world.parts.boards.create("Sea")
    assert "There is a board of this name already. Choose another name." in desk.said()


def test_arrows_go_through_the_places_with_one_stop_for_tab(desk: Desk) -> None:
    desk.put("one")
    desk.world.parts.boards.create("Sea")
    desk.tag("print")
    places = desk.page.places
    places.focus_row()
    seen = [places.everything.key]
    for _ in range(5):
        desk.press(K.Key_Down)
        focused = QApplication.focusWidget()
        assert isinstance(focused, PlaceRow)
        seen.append(focused.key)
    assert seen[-1] == seen[-2] == "disk"
    assert len(set(seen)) == 5
    stops = [row for row in places.rows() if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [places.disk]


def test_foreign_names_are_drawn_as_they_are(desk: Desk) -> None:
    desk.put("one")
    desk.world.parts.boards.create("<img src='file:///etc/passwd'> & co")
    row = next(iter(desk.page.places.board_rows.values()))
    assert row.text() == "<img src='file:///etc/passwd'> & co"
    assert "<img" not in row.toolTip()


@pytest.mark.parametrize("large", [False, True])
def test_a_drag_carries_copies_of_a_few_and_the_files_themselves_of_many(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, large: bool
) -> None:
    first, second = desk.put("one", "two")
    dragged: list[tuple[list[Path], list[str]]] = []

    def drag(_source: Any, paths: Any, ids: Any = ()) -> None:
        dragged.append((list(paths), list(ids)))

    copy = desk.stage.folder / "one.png"

    async def copies(items: Any) -> tuple[Path, ...]:
        return (copy,)

    for module in (dragging, tile_grid):
        monkeypatch.setattr(module, "drag_out", drag)
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
    monkeypatch.setattr(desk.stage.library_service, "copies_out", copies)
    monkeypatch.setattr("panda_desktop.ui.media.dragging._MOST_BYTES", 0 if large else 10**9)
    desk.choose(first)
    desk.page.grid.startDrag(Qt.DropAction.CopyAction)
    desk.qtbot.waitUntil(lambda: len(dragged) == 1)
    path = desk.stage.library_service.path_of(first) if large else copy
    assert dragged == [([path], [first.id])]
    assert second.id not in dragged[0][1]
