"""The trash, the room on the disk, and files that come in."""

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.disk import CleanUp, CleanUpPlan, CleanUpStep, DiskUse, Portion, Share
from panda_desktop.ui.kit import Label
from panda_desktop.ui.library.disk_words import DiskWords
from panda_desktop.ui.library.frame import Pane
from panda_desktop.ui.media.tile_pointing import files_to_drop
from tests.ui.library.conftest import Desk

K = Qt.Key


def test_what_is_deleted_is_in_the_trash_for_thirty_days_and_comes_back(desk: Desk) -> None:
    first, second = desk.put("one", "two")
    desk.choose(first)
    desk.press(K.Key_Delete)
    desk.page.places.trash.click()
    assert desk.page.frame.pane() is Pane.TRASH
    pane = desk.page.rooms.trash
    desk.qtbot.waitUntil(lambda: pane.grid.tiles.count() == 1)
    assert pane.grid.heading(pane.grid.tiles.tile(0).section).startswith("Kept until ")
    desk.qtbot.waitUntil(lambda: desk.page.places.trash.note() == "1")
    pane.go_to(first.id)
    desk.press(K.Key_R)
    assert desk.now(first).deleted_at is None
    desk.qtbot.waitUntil(lambda: pane.grid.tiles.count() == 0)
    pane._nothing.acted.emit()
    assert desk.page.frame.pane() is Pane.GRID
    desk.qtbot.waitUntil(lambda: desk.page.grid.tiles.count() == 2)
    assert second.id in [tile.key for tile in desk.page.grid.tiles.tiles()]


def test_control_z_takes_a_deletion_back_once(desk: Desk) -> None:
    first, _ = desk.put("one", "two")
    desk.choose(first)
    desk.press(K.Key_Delete)
    assert desk.now(first).deleted_at is not None
    undo = next(command for command in desk.page.commands() if command.key == "library.undo")
    assert undo.shortcut == "Ctrl+Z"
    undo.run()
    assert desk.now(first).deleted_at is None
    desk.stage.library.trash((first.id,))
    undo.run()
    assert desk.now(first).deleted_at is not None


def test_nothing_goes_for_good_without_a_question(desk: Desk) -> None:
    first, second = desk.put("one", "two")
    desk.stage.library.trash((first.id, second.id))
    desk.page._go(Pane.TRASH)
    pane = desk.page.rooms.trash
    pane.go_to(first.id)
    desk.press(K.Key_Delete)
    assert pane.question is not None
    assert "go for good" in pane.question.accessibleName()
    pane.question.no.click()
    assert first.id in desk.stage.library_service.all
    pane.go_to(first.id)
    desk.press(K.Key_Delete)
    assert pane.question is not None
    pane.question.yes.click()
    assert first.id not in desk.stage.library_service.all
    pane.empty.click()
    assert pane.question is not None
    pane.question.yes.click()
    assert desk.stage.library_service.all == {}
    desk.qtbot.waitUntil(lambda: "free again" in desk.said()[0])


def plan(desk: Desk, *reasons: CleanUp) -> None:
    """Lets this be found on the disk."""
    desk.world.disk.found = DiskUse((Portion(Share.IMAGES, 3, 3_000_000),), 3_000_000, 5_000_000_000)
    steps = tuple(CleanUpStep(reason, ("a", "b"), 1_000_000) for reason in reasons)
    desk.world.disk.planned = CleanUpPlan(steps)


def test_the_clean_up_explains_each_reason_and_keeps_the_trash_unless_ticked(desk: Desk) -> None:
    desk.put("one")
    plan(desk, CleanUp.TRASH, CleanUp.BROKEN_DOWNLOADS)
    desk.page.places.disk.click()
    pane = desk.page.rooms.disk
    words = [label.text() for label in pane.findChildren(Label)]
    assert "3.0 MB on this computer" in words
    assert any("broken off" in each for each in words)
    assert pane.wanted() == {CleanUp.BROKEN_DOWNLOADS}
    assert pane.clean.text() == "Clean up 1.0 MB"
    pane.clean.click()
    assert [reasons for _, reasons in desk.world.disk.done] == [{CleanUp.BROKEN_DOWNLOADS}]
    assert "removed" in desk.said()[0]
    assert pane.clean.isHidden()  # nothing is left to clean up


def test_emptying_the_trash_by_the_clean_up_is_asked_first(desk: Desk) -> None:
    desk.put("one")
    plan(desk, CleanUp.TRASH)
    desk.page._go(Pane.DISK)
    pane = desk.page.rooms.disk
    assert not pane.clean.isEnabled()
    pane.boxes[CleanUp.TRASH].click()
    pane.clean.click()
    assert desk.world.disk.done == []
    assert pane.question is not None
    pane.question.yes.click()
    assert [reasons for _, reasons in desk.world.disk.done] == [{CleanUp.TRASH}]


def test_every_reason_and_share_has_words(desk: Desk) -> None:
    words = DiskWords()
    assert all(words.title(reason) and words.why(reason) for reason in CleanUp)
    assert all(words.share(share) for share in Share)


def drag(desk: Desk, *paths: Path, items: tuple[str, ...] = ()) -> bool:
    """Drags files over the page and drops them; returns whether they were taken."""
    page, data = desk.page, files_to_drop(paths, items)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(500, 400), Qt.DropAction.CopyAction, data, left, none)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        assert page.taking_in.overlay.isVisible()
        dropped = QDropEvent(QPointF(500, 400), Qt.DropAction.CopyAction, data, left, none)
        QApplication.sendEvent(page, dropped)
        assert not page.taking_in.overlay.isVisible()
    return enter.isAccepted()


def test_dropped_files_come_in_and_what_is_refused_is_named(desk: Desk, tmp_path: Path) -> None:
    desk.put("one")
    assert drag(desk, tmp_path / "mine.png", tmp_path / "notes.txt")
    desk.qtbot.waitUntil(lambda: desk.page.grid.tiles.count() == 2)
    assert desk.page.grid.tiles.tile(0).item.name == "mine.png"  # type: ignore[union-attr]
    assert "notes.txt (no picture or video)" in desk.said()[0]
    desk.page.notices.notices()[0].actions[0].run()
    tile = desk.page.grid.current()
    assert tile is not None
    assert tile.item is not None
    assert tile.item.name == "mine.png"


def test_what_is_dragged_within_the_library_is_not_taken_in_again(desk: Desk, tmp_path: Path) -> None:
    (item,) = desk.put("one")
    assert not drag(desk, tmp_path / "x.png", items=(item.id,))
    assert desk.page.shelf.count() == 1


def test_files_are_chosen_by_keyboard_too(desk: Desk, tmp_path: Path) -> None:
    add = next(command for command in desk.page.commands() if command.key == "library.add")
    add.run()
    dialog = desk.page.taking_in.dialog
    assert dialog is not None
    dialog.filesSelected.emit([str(tmp_path / "mine.png")])
    dialog.reject()
    assert desk.stage.library.count() == 1


def test_several_are_saved_into_a_folder_without_replacing_anything(desk: Desk, tmp_path: Path) -> None:
    first, second = desk.put("one", "two")
    folder = tmp_path / "chosen"
    folder.mkdir()
    (folder / "panda.png").write_bytes(b"mine")
    desk.choose(first, second)
    desk.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.page.item_actions.saving_many.dialog
    assert dialog is not None
    dialog.fileSelected.emit(str(folder))
    dialog.reject()
    assert sorted(path.name for path in folder.iterdir()) == ["panda (2).png", "panda (3).png", "panda.png"]
    assert (folder / "panda.png").read_bytes() == b"mine"
    assert "2 copies saved in chosen." in desk.said()[0].replace("%n", "2")


def test_letters_begin_a_search_and_escape_goes_back_step_by_step(desk: Desk) -> None:
    (first, second) = desk.put("cat", "dog")
    desk.choose(second)
    desk.press(K.Key_C)
    assert QApplication.focusWidget() is desk.page.bar.search
    assert desk.page.bar.search.text() == "c"
    desk.qtbot.waitUntil(lambda: [tile.key for tile in desk.page.grid.tiles.tiles()] == [first.id])
    desk.press(K.Key_Down)
    assert QApplication.focusWidget() is desk.page.grid
    assert desk.page.grid.current().key == first.id  # type: ignore[union-attr]
    desk.press(K.Key_Escape)
    desk.qtbot.waitUntil(lambda: desk.page.grid.tiles.count() == 2)
    assert desk.page.bar.search.text() == ""


def test_space_shows_a_picture_large_and_hides_it_again(desk: Desk) -> None:
    (item,) = desk.put("cat")
    desk.choose(item)
    desk.press(K.Key_Space)
    assert desk.page.lightbox.isVisible()
    desk.press(K.Key_Space)
    assert not desk.page.lightbox.isVisible()


def test_s_stars_all_that_is_chosen_and_takes_the_stars_back(desk: Desk) -> None:
    first, second, third = desk.put("one", "two", "three")
    desk.choose(first, second)
    desk.press(K.Key_S)
    assert [desk.now(item).starred for item in (first, second, third)] == [True, True, False]
    desk.settle(first)
    desk.settle(second)
    desk.press(K.Key_S)
    assert not desk.now(first).starred
