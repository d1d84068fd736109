"""Folders, tags, archive, trash and temporary chats, by mouse and by keyboard."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from panda_desktop.domain.folders import COLOURS, Folder, Shelf, Tag
from panda_desktop.ui.chat.sidebar_drag import mime_of
from panda_desktop.ui.chat.sidebar_rows import SidebarRole, SidebarRows
from panda_desktop.ui.chat.tag_editor import TagEditor
from panda_desktop.ui.kit import Menu, TextField
from panda_desktop.ui.theme import DARK, LIGHT, Theme, contrast
from panda_desktop.ui.window.commands import Commands
from panda_desktop.viewmodels.shelf_rows import ShelfRole
from tests.ui.chat.conftest import Bench

KEY = Qt.Key
WORK, TRAVEL = Folder("w", "Work", 0), Folder("t", "Travel", 1)
URGENT, IDEAS = Tag("u", "urgent", 1), Tag("i", "ideas", 4)


def words(bench: Bench) -> list[str]:
    rows = bench.page.sidebar.rows
    return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]


def put_folders(bench: Bench) -> None:
    bench.stage.organisation_service.kept_folders = [WORK, TRAVEL]


def put_tags(bench: Bench) -> None:
    bench.stage.organisation_service.kept_tags = [URGENT, IDEAS]


def names(bench: Bench) -> list[str]:
    return [folder.name for folder in bench.stage.organisation.folders]


def shelf(bench: Bench) -> Shelf:
    return bench.stage.organisation.shelf


def editor(bench: Bench) -> TextField:
    found = bench.page.sidebar.list.viewport().findChild(TextField)
    assert isinstance(found, TextField)
    return found


def name_it(bench: Bench, name: str) -> None:
    """Types a name into the open field and confirms it."""
    editor(bench).setText(name)
    bench.press(editor(bench), KEY.Key_Return)
    bench.qtbot.waitUntil(lambda: bench.page.sidebar.list.viewport().findChild(TextField) is None)


def menu_of(bench: Bench, index: Any) -> Menu:
    """Opens the menu of a row by the menu key."""
    view = bench.page.sidebar.list
    view.setFocus()
    view.setCurrentIndex(index)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(view.viewport(), event)
    return next(each for each in view.findChildren(Menu) if each.isVisible())


def take(menu: Menu, *path: str) -> None:
    """Takes an entry, perhaps of a submenu."""
    for place, text in enumerate(path):
        holder = (
            menu if place == 0 else next(each for each in menu.findChildren(Menu) if each.title() == path[0])
        )
        if place == len(path) - 1:
            next(each for each in holder.actions() if each.text().startswith(text)).trigger()
    menu.close()


def drop(bench: Bench, row_key: Any, target: Any, *, lower: bool = False) -> QDropEvent:
    """Lets a row fall on another; `lower` on its lower half."""
    view = bench.page.sidebar.list
    row = bench.page.sidebar.rows.row(row_key)
    assert row is not None
    data = mime_of(row)
    assert data is not None
    area = view.visualRect(target)
    point = area.center() + QPoint(0, 8 if lower else -8)
    return let_fall(bench, data, point)


def let_fall(bench: Bench, data: QMimeData, point: QPoint) -> QDropEvent:
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(point), Qt.DropAction.MoveAction, data, buttons, modifiers)
    event.setAccepted(False)
    bench.page.sidebar.list.dropEvent(event)
    return event


# folders


def test_chats_stand_in_their_folders_under_the_pinned_ones(bench: Bench) -> None:
    put_folders(bench)
    bench.put("Kept", days=3, pinned=True, folder_id="w")
    bench.put("Contract", days=1, folder_id="w")
    bench.put("Loose", days=1)
    bench.show()
    assert words(bench) == [
        *("Pinned", "Kept", "Work", "Contract", "Travel"),
        *("Today", "New chat", "Yesterday", "Loose"),
    ]
    rows = bench.page.sidebar.rows
    said = rows.index_of_folder("w").data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Folder Work, open, 1 chat"


def test_a_folder_closes_by_click_enter_and_arrows(bench: Bench) -> None:
    put_folders(bench)
    inside = bench.put("Contract", days=1, folder_id="w")
    page = bench.show()
    view, rows = page.sidebar.list, page.sidebar.rows
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(rows.index_of_folder("w")).center()
    )
    assert "Contract" not in words(bench)
    assert rows.index_of_folder("w").data(ShelfRole.COLLAPSED) is True
    view.setFocus()
    view.setCurrentIndex(rows.index_of_folder("w"))
    bench.press(view, KEY.Key_Return)
    assert "Contract" in words(bench)
    view.setCurrentIndex(rows.index_of(inside.id))
    bench.press(view, KEY.Key_Left)
    assert view.currentIndex() == rows.index_of_folder("w")
    bench.press(view, KEY.Key_Left)
    assert "Contract" not in words(bench)
    bench.press(view, KEY.Key_Right)
    assert "Contract" in words(bench)


def test_a_new_folder_gets_its_name_at_once(bench: Bench) -> None:
    page = bench.show()
    page.sidebar.foot.folder.click()
    field = editor(bench)
    assert field.text() == "New folder" and field.hasSelectedText()
    name_it(bench, "Taxes")
    assert names(bench) == ["Taxes"] and "Taxes" in words(bench)


def test_f2_renames_a_folder_and_an_empty_name_changes_nothing(bench: Bench) -> None:
    put_folders(bench)
    page = bench.show()
    view = page.sidebar.list
    view.setFocus()
    view.setCurrentIndex(page.sidebar.rows.index_of_folder("w"))
    bench.press(view, KEY.Key_F2)
    name_it(bench, "   ")
    assert names(bench) == ["Work", "Travel"]
    bench.press(view, KEY.Key_F2)
    name_it(bench, "Office")
    assert names(bench) == ["Office", "Travel"]


def test_a_deleted_folder_keeps_its_chats_and_comes_back_whole(bench: Bench) -> None:
    put_folders(bench)
    inside = bench.put("Contract", days=1, folder_id="w")
    page = bench.show()
    page.sidebar.list.setFocus()
    page.sidebar.list.setCurrentIndex(page.sidebar.rows.index_of_folder("w"))
    bench.press(page.sidebar.list, KEY.Key_Delete)
    assert names(bench) == ["Travel"] and "Contract" in words(bench)
    page._undo.undo()
    assert names(bench) == ["Work", "Travel"]
    assert bench.service.all[inside.id].folder_id == bench.stage.organisation.folders[0].id
    assert bench.page.sidebar.list.viewport().findChild(TextField) is None
    assert bench.notices() == ()


def test_a_chat_moves_into_a_folder_by_menu_alone(bench: Bench) -> None:
    put_folders(bench)
    other = bench.put("Other", days=1)
    page = bench.show()
    take(menu_of(bench, page.sidebar.rows.index_of(other.id)), "Move to folder", "Travel")
    assert bench.service.all[other.id].folder_id == "t"
    take(menu_of(bench, page.sidebar.rows.index_of(other.id)), "Move to folder", "No folder")
    assert bench.service.all[other.id].folder_id is None
    take(menu_of(bench, page.sidebar.rows.index_of(other.id)), "Move to folder", "New folder")
    made = bench.stage.organisation.folders[-1]
    assert bench.service.all[other.id].folder_id == made.id
    assert editor(bench).text() == "New folder"


def test_folders_move_by_menu_alone(bench: Bench) -> None:
    put_folders(bench)
    page = bench.show()
    take(menu_of(bench, page.sidebar.rows.index_of_folder("t")), "Move up")
    assert names(bench) == ["Travel", "Work"]
    take(menu_of(bench, page.sidebar.rows.index_of_folder("t")), "Move down")
    assert names(bench) == ["Work", "Travel"]


def test_a_chat_falls_into_a_folder_onto_its_chats_and_out_again(bench: Bench) -> None:
    put_folders(bench)
    other = bench.put("Other", days=1)
    inside = bench.put("Contract", days=2, folder_id="w")
    page = bench.show()
    rows = page.sidebar.rows
    assert drop(bench, rows.index_of(other.id), rows.index_of_folder("t")).isAccepted()
    assert bench.service.all[other.id].folder_id == "t"
    drop(bench, rows.index_of(other.id), rows.index_of(inside.id))
    assert bench.service.all[other.id].folder_id == "w"
    drop(bench, rows.index_of(other.id), rows.index_of(bench.open_id))
    assert bench.service.all[other.id].folder_id is None


def test_a_folder_falls_before_or_behind_another(bench: Bench) -> None:
    put_folders(bench)
    bench.put("Contract", days=2, folder_id="w")
    page = bench.show()
    rows = page.sidebar.rows
    drop(bench, rows.index_of_folder("t"), rows.index_of_folder("w"))
    assert names(bench) == ["Travel", "Work"]
    drop(bench, rows.index_of_folder("t"), rows.index_of_folder("w"), lower=True)
    assert names(bench) == ["Work", "Travel"]


def test_foreign_things_cannot_be_dropped(bench: Bench) -> None:
    put_folders(bench)
    page = bench.show()
    data = QMimeData()
    data.setText("t")
    point = page.sidebar.list.visualRect(page.sidebar.rows.index_of_folder("w")).center()
    assert not let_fall(bench, data, point).isAccepted()
    assert names(bench) == ["Work", "Travel"]


# tags


def test_tags_are_made_given_and_taken_by_menu(bench: Bench) -> None:
    other = bench.put("Other", days=1)
    page = bench.show()
    take(menu_of(bench, page.sidebar.rows.index_of(other.id)), "Tags", "New tag")
    panel = page._shelving.panel
    assert isinstance(panel, TagEditor) and not panel.save.isEnabled()
    panel.name.setText("urgent")
    panel.take_colour(3)
    bench.press(panel.name, KEY.Key_Return)
    (tag,) = bench.stage.organisation.tags
    assert (tag.name, tag.colour) == ("urgent", 3)
    index = page.sidebar.rows.index_of(other.id)
    assert index.data(SidebarRole.TAGS) == (tag,)
    assert "tag urgent" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert [chip.tag for chip in page.sidebar.tags.chips] == [tag]
    take(menu_of(bench, index), "Tags", "urgent")
    assert bench.service.all[other.id].tag_ids == ()


def test_a_chip_narrows_the_list_and_widens_it_again(bench: Bench) -> None:
    put_tags(bench)
    put_folders(bench)
    bench.put("Idea", days=1, tag_ids=("i",), folder_id="w")
    bench.put("Other", days=1)
    page = bench.show()
    ideas, urgent = page.sidebar.tags.chips
    ideas.click()
    assert words(bench) == ["Work", "Idea"]
    urgent.click()
    assert words(bench) == [] and page.sidebar._untagged.isVisible()
    assert not ideas.isChecked() and urgent.isChecked()
    urgent.click()
    assert "Other" in words(bench) and not page.sidebar._untagged.isVisible()


def test_a_tag_is_renamed_and_deleted_by_the_menu_of_its_chip(bench: Bench) -> None:
    put_tags(bench)
    bench.put("Idea", days=1, tag_ids=("i",))
    page = bench.show()

    def menu() -> Menu:
        chip = page.sidebar.tags.chips[0]
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(chip, event)
        return next(each for each in page.sidebar.tags.findChildren(Menu) if each.isVisible())

    take(menu(), "Name and colour")
    panel = page._shelving.panel
    assert isinstance(panel, TagEditor) and panel.name.text() == "ideas"
    panel.name.setText("hunches")
    panel.save.click()
    assert [tag.name for tag in bench.stage.organisation.tags] == ["hunches", "urgent"]
    take(menu(), "Delete the tag")
    question: Any = page._shelving.panel
    assert question.no.hasFocus() and "hunches" in question.title()
    question.yes.click()
    assert [tag.name for tag in bench.stage.organisation.tags] == ["urgent"]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_of_tags_is_readable_as_text(theme: Theme) -> None:
    assert len(theme.tags) == COLOURS == len(set(theme.tags))
    for ink in theme.tags:
        assert min(contrast(ink, each) for each in (theme.side, theme.hover, theme.accent_background)) >= 4.5


def test_many_tags_take_little_room(bench: Bench) -> None:
    service = bench.stage.organisation_service
    service.kept_tags = [Tag(str(number), f"tag {number}", number % 8) for number in range(60)]
    page = bench.show()
    QApplication.processEvents()
    line = page.sidebar.tags.chips[0].height()
    assert page.sidebar.tags.height() <= 3 * line + 12
    page.sidebar.tags.chips[-1].setFocus()
    assert page.sidebar.tags.verticalScrollBar().value() > 0


# archive and trash


def test_the_archive_holds_what_is_out_of_the_way(bench: Bench) -> None:
    other = bench.put("Other", days=1)
    page = bench.show()
    take(menu_of(bench, page.sidebar.rows.index_of(other.id)), "Archive")
    assert "Other" not in words(bench)
    assert "“Other” was moved to the archive." in bench.notices()[0].text
    page.sidebar.foot.archive.click()
    assert words(bench) == ["Yesterday", "Other"] and page.sidebar.head.isVisible()
    assert not page.sidebar.head.empty.isVisible()
    take(menu_of(bench, page.sidebar.rows.index_of(other.id)), "Put back")
    assert words(bench) == [] and "Nothing is in the archive" in page.sidebar.head._hint.text()
    page.sidebar.head.back.click()
    assert "Other" in words(bench) and not page.sidebar.head.isVisible()


def test_the_trash_gives_back_and_says_how_long_it_keeps(bench: Bench) -> None:
    other = bench.put("Other", days=1)
    page = bench.show()
    bench.chat.trash(other.id)
    page.sidebar.foot.trash.click()
    assert words(bench) == ["Today", "Other"] and "30 days" in page.sidebar.head._hint.text()
    page.sidebar.list.setFocus()
    take(menu_of(bench, page.sidebar.rows.index_of(other.id)), "Restore")
    assert bench.service.all[other.id].deleted_at is None and bench.open_id == other.id
    assert "The trash is empty" in page.sidebar.head._hint.text()
    bench.press(page.sidebar.search, KEY.Key_Escape)
    page.sidebar.head.back.setFocus()
    bench.press(page.sidebar.head.back, KEY.Key_Escape)
    assert bench.stage.organisation.shelf is Shelf.LIST


def test_what_goes_for_good_is_asked_about(bench: Bench) -> None:
    one, two = bench.put("One", days=1), bench.put("Two", days=2)
    page = bench.show()
    for each in (one, two):
        bench.chat.trash(each.id)
    page.sidebar.foot.trash.click()
    view = page.sidebar.list
    view.setFocus()
    view.setCurrentIndex(page.sidebar.rows.index_of(one.id))
    bench.press(view, KEY.Key_Delete)
    question: Any = page._shelving.panel
    assert "“One” for good" in question.title() and question.no.hasFocus()
    question.no.click()
    assert one.id in bench.service.all
    bench.press(view, KEY.Key_Delete)
    page._shelving.panel.yes.click()  # type: ignore[union-attr]
    assert one.id not in bench.service.all and two.id in bench.service.all
    page.sidebar.head.empty.click()
    page._shelving.panel.yes.click()  # type: ignore[union-attr]
    assert two.id not in bench.service.all
    assert bench.stage.organisation.shelf is Shelf.TRASH
    assert not page.sidebar.head.empty.isVisible()


def test_a_chat_in_the_trash_is_read_but_not_gone_on_with(bench: Bench) -> None:
    other = bench.put("Other", days=1)
    page = bench.show()
    bench.chat.trash(other.id)
    page.sidebar.foot.trash.click()
    page._chats.open(other.id)
    assert any("in the trash" in notice.text for notice in bench.notices())
    bench.type("may I?")
    bench.enter()
    assert bench.calls("send") == [] and "Restore it first" in bench.composer.hint()
    next(each for each in bench.notices() if "in the trash" in each.text).actions[0].run()
    assert not any("in the trash" in notice.text for notice in bench.notices())
    bench.enter()
    assert len(bench.calls("send")) == 1


def test_a_new_chat_leads_back_to_the_list(bench: Bench) -> None:
    page = bench.show()
    page._chats.show_shelf(Shelf.TRASH)
    page.sidebar.new.click()
    assert bench.stage.organisation.shelf is Shelf.LIST


# undo


@pytest.fixture
def keys(bench: Bench) -> Iterator[Commands]:
    """The page with its commands bound."""
    page = bench.show()
    made = Commands(page)
    for command in page.commands():
        made.add(command)
    yield made


def test_ctrl_z_brings_the_last_one_back_once(bench: Bench, keys: Commands) -> None:
    one, two = bench.put("One", days=1), bench.put("Two", days=2)
    bench.chat.trash(one.id)
    bench.chat.trash(two.id)
    control = Qt.KeyboardModifier.ControlModifier
    bench.page.sidebar.list.setFocus()
    bench.press(bench.page.sidebar.list, KEY.Key_Z, control)
    assert bench.service.all[two.id].deleted_at is None
    assert ["“One”" in notice.text for notice in bench.notices()] == [True]
    bench.press(bench.page.sidebar.list, KEY.Key_Z, control)
    assert bench.service.all[one.id].deleted_at is not None


def test_ctrl_z_in_the_composer_takes_typed_words_back_first(bench: Bench, keys: Commands) -> None:
    one = bench.put("One", days=1)
    bench.chat.trash(one.id)
    control = Qt.KeyboardModifier.ControlModifier
    bench.type("words")
    bench.press(bench.field, KEY.Key_Z, control)
    assert bench.composer.text() == "" and bench.service.all[one.id].deleted_at is not None
    bench.press(bench.field, KEY.Key_Z, control)
    assert bench.service.all[one.id].deleted_at is None


def test_the_button_of_the_notice_uses_the_step_up(bench: Bench) -> None:
    one = bench.put("One", days=1)
    page = bench.show()
    bench.chat.trash(one.id)
    bench.notices()[0].actions[0].run()
    assert bench.service.all[one.id].deleted_at is None
    assert not page._undo.can_undo()


# temporary chats


def test_a_temporary_chat_says_so_in_list_and_head(bench: Bench) -> None:
    page = bench.show()
    page.sidebar.temporary.click()
    assert page.pane.temporary.isVisible()
    chat = bench.ask("What nobody shall know", "I shall not tell.")
    index = page.sidebar.rows.index_of(chat)
    assert "temporary" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    menu = menu_of(bench, index)
    entries = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert entries == ["Rename", "Pin to the top", "Delete now"]
    take(menu, "Delete now")
    assert chat not in bench.service.all and not page.pane.temporary.isVisible()
    assert bench.notices() == ()


def test_commands_reach_everything(bench: Bench, keys: Commands) -> None:
    put_folders(bench)
    bench.stage.organisation_service.tell()
    bench.ask("Why?", "Because.")
    chat = bench.open_id
    keys.run("chat.archive")
    assert bench.service.all[chat].archived
    keys.run("chat.undo")
    assert not bench.service.all[chat].archived
    keys.run("chat.move")
    menu = next(each for each in bench.page.pane.header.findChildren(Menu) if each.isVisible())
    take(menu, "Work")
    assert bench.service.all[chat].folder_id == "w"
    keys.run("chat.trashed")
    assert shelf(bench) is Shelf.TRASH and bench.page.sidebar.list.isVisible() is False
    keys.run("chat.archived")
    assert shelf(bench) is Shelf.ARCHIVE
    keys.run("chat.temporary")
    assert bench.chat.conversation is not None and bench.chat.conversation.temporary
    assert shelf(bench) is Shelf.LIST
    keys.run("chat.folder")
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_the_head_of_the_open_chat_offers_the_same(bench: Bench) -> None:
    put_folders(bench)
    page = bench.show()
    bench.ask("Why?", "Because.")
    page.pane.header.more.click()
    menu = next(each for each in page.pane.header.findChildren(Menu) if each.isVisible())
    assert {"Move to folder", "Tags", "Archive"} <= {
        action.text().split("\t")[0] for action in menu.actions()
    }
    take(menu, "Move to folder", "Travel")
    assert bench.service.all[bench.open_id].folder_id == "t"


# many


def test_five_thousand_chats_in_twenty_folders_cost_what_is_seen(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.stage.organisation_service.kept_folders = [
        Folder(f"f{number}", f"Folder {number}", number) for number in range(20)
    ]
    put_tags(bench)
    for number in range(5_000):
        folder = f"f{number % 20}" if number % 2 else None
        bench.put(f"Chat {number}", minutes=number * 7, told=False, folder_id=folder, tag_ids=("u",))
    asked: list[int] = []
    data = SidebarRows.data

    def counted(self: SidebarRows, index: QModelIndex, role: int = 0) -> object:
        asked.append(1)
        return data(self, index, role)

    monkeypatch.setattr(SidebarRows, "data", counted)
    page = bench.show()
    page.sidebar.list.viewport().grab()
    assert page.sidebar.list.uniformItemSizes()
    assert 0 < len(asked) < 800
    asked.clear()
    bench.stage.organisation.collapse_folder("f3", True)
    page.sidebar.list.viewport().grab()
    assert len(asked) < 800
    assert page.sidebar.rows.rowCount() < 5_000
