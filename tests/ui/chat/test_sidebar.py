"""The list of chats: ordered, quick, and usable by keyboard alone."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.ui.chat.sidebar_delegate import more_area
from panda_desktop.ui.chat.sidebar_rows import SidebarRole, SidebarRows
from panda_desktop.ui.chat.times import short_time
from panda_desktop.ui.kit import Menu, TextField
from panda_desktop.viewmodels.conversations import ConversationRole
from tests.ui.chat.conftest import Bench

LEFT = Qt.MouseButton.LeftButton


def words(rows: SidebarRows) -> list[str]:
    return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]


def editor(bench: Bench) -> TextField:
    found = bench.page.sidebar.list.viewport().findChild(TextField)
    assert isinstance(found, TextField)
    return found


def open_menu(bench: Bench) -> Menu:
    menu = next(each for each in bench.page.sidebar.list.findChildren(Menu) if each.isVisible())
    assert isinstance(menu, Menu)
    return menu


def take(menu: Menu, text: str) -> None:
    next(each for each in menu.actions() if each.text().startswith(text)).trigger()
    menu.close()


def test_chats_stand_under_headings_by_age(bench: Bench) -> None:
    bench.put("Kept", days=30, pinned=True)
    bench.put("Earlier today")
    bench.put("Two days ago", days=2)
    bench.put("Long ago", days=90)
    page = bench.show()
    assert words(page.sidebar.rows) == [
        *("Pinned", "Kept"),
        *("Today", "New chat", "Earlier today"),
        *("Previous 7 days", "Two days ago"),
        *("Older", "Long ago"),
    ]


def test_a_heading_cannot_be_reached(bench: Bench) -> None:
    bench.put("Kept", pinned=True)
    page = bench.show()
    view = page.sidebar.list
    view.setFocus()
    bench.press(view, Qt.Key.Key_Home)
    assert view.currentIndex().data() == "Kept"
    bench.press(view, Qt.Key.Key_Down)
    assert view.currentIndex().data() == "New chat"
    bench.press(view, Qt.Key.Key_Up)
    assert view.currentIndex().data() == "Kept"
    bench.press(view, Qt.Key.Key_Up)
    assert page.sidebar.search.hasFocus()


def test_enter_opens_and_the_composer_gets_the_keyboard(bench: Bench) -> None:
    other = bench.put("Other", days=1)
    page = bench.show()
    page.sidebar.list.setFocus()
    bench.press(page.sidebar.list, Qt.Key.Key_Down)
    bench.press(page.sidebar.list, Qt.Key.Key_Return)
    assert bench.open_id == other.id
    assert bench.field.hasFocus()
    (selected,) = page.sidebar.list.selectedIndexes()
    assert selected.data() == "Other"


def test_a_click_opens(bench: Bench) -> None:
    other = bench.put("Other", days=1)
    page = bench.show()
    view = page.sidebar.list
    point = view.visualRect(page.sidebar.rows.index_of(other.id)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=point)
    assert bench.open_id == other.id


def test_f2_renames_in_place(bench: Bench) -> None:
    page = bench.show()
    page.sidebar.list.setFocus()
    bench.press(page.sidebar.list, Qt.Key.Key_F2)
    field = editor(bench)
    field.setText("  Better title ")
    with bench.qtbot.waitSignal(page.sidebar.rows.renamed):
        bench.press(field, Qt.Key.Key_Return)
    assert bench.service.all[bench.open_id].title == "Better title"
    assert "Better title" in words(page.sidebar.rows)
    assert page.pane.header.title.button.accessibleName() == "Title of the chat: Better title"


def test_escape_leaves_the_title_as_it_was(bench: Bench) -> None:
    page = bench.show()
    page.sidebar.list.setFocus()
    bench.press(page.sidebar.list, Qt.Key.Key_F2)
    field = editor(bench)
    field.setText("Nonsense")
    bench.press(field, Qt.Key.Key_Escape)
    assert bench.calls("change") == []


def test_a_draft_that_is_saved_does_not_take_the_typed_title_away(bench: Bench) -> None:
    page = bench.show()
    page.sidebar.list.setFocus()
    bench.press(page.sidebar.list, Qt.Key.Key_F2)
    editor(bench).setText("half typed")
    bench.chat.save_draft(bench.open_id, "meanwhile")
    assert editor(bench).text() == "half typed"


def test_delete_trashes_and_undo_brings_it_back(bench: Bench) -> None:
    other = bench.put("Other", days=1)
    page = bench.show()
    view = page.sidebar.list
    view.setFocus()
    bench.press(view, Qt.Key.Key_Down)
    bench.press(view, Qt.Key.Key_Delete)
    assert "Other" not in words(page.sidebar.rows)
    assert view.hasFocus()
    (notice,) = bench.notices()
    assert "“Other”" in notice.text
    assert [action.text for action in notice.actions] == ["Undo"]
    notice.actions[0].run()
    assert bench.open_id == other.id
    assert "Other" in words(page.sidebar.rows)


def test_deleting_the_open_chat_leaves_the_keyboard_in_the_list(bench: Bench) -> None:
    bench.put("Other", days=1)
    page = bench.show()
    bench.type("a draft of the deleted one")
    deleted = bench.open_id
    page.sidebar.list.setFocus()
    bench.press(page.sidebar.list, Qt.Key.Key_Delete)
    assert bench.open_id != deleted
    assert page.sidebar.list.hasFocus()
    assert bench.composer.text() == ""
    bench.notices()[0].actions[0].run()
    assert bench.composer.text() == "a draft of the deleted one"


def test_the_menu_of_a_row_opens_by_mouse_and_by_key(bench: Bench) -> None:
    other = bench.put("Other", days=1)
    page = bench.show()
    view = page.sidebar.list
    cell = view.visualRect(page.sidebar.rows.index_of(other.id))
    QTest.mouseMove(view.viewport(), cell.center())
    QTest.mouseClick(view.viewport(), LEFT, pos=more_area(cell).center())
    assert bench.open_id != other.id
    take(open_menu(bench), "Pin")
    assert bench.service.all[other.id].pinned
    view.setCurrentIndex(page.sidebar.rows.index_of(other.id))
    view.setFocus()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(view.viewport(), event)
    take(open_menu(bench), "Unpin")
    assert not bench.service.all[other.id].pinned


def test_a_row_says_what_goes_on_in_it(bench: Bench) -> None:
    other = bench.put("Other", days=1, draft="half a thought", pinned=True)
    page = bench.show()
    chat = bench.ask("A question")
    rows = page.sidebar.rows
    assert rows.index_of(chat).data(ConversationRole.ANSWERING) is True
    said = Qt.ItemDataRole.AccessibleTextRole
    assert "A question, answering" in rows.index_of(chat).data(said)
    assert rows.index_of(other.id).data(SidebarRole.DRAFT) is True
    assert rows.index_of(other.id).data(said).startswith("Other, draft, pinned")
    bench.service.finish(chat)
    assert rows.index_of(chat).data(ConversationRole.ANSWERING) is False


class Steps:
    """Counts what a view is told."""

    def __init__(self, rows: SidebarRows) -> None:
        self.moved = self.reset = 0
        rows.rowsInserted.connect(self._count)
        rows.rowsRemoved.connect(self._count)
        rows.modelReset.connect(self._reset)

    def _count(self, _parent: Any, first: int, last: int) -> None:
        self.moved += last - first + 1

    def _reset(self) -> None:
        self.reset += 1


def test_five_thousand_chats_cost_what_is_seen(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5_000):
        bench.put(f"Chat {number}", minutes=number * 7, told=False)
    asked: list[int] = []
    data = SidebarRows.data

    def counted(self: SidebarRows, index: QModelIndex, role: int = 0) -> object:
        asked.append(1)
        return data(self, index, role)

    monkeypatch.setattr(SidebarRows, "data", counted)
    bench.show()
    rows = bench.page.sidebar.rows
    steps = Steps(rows)
    bench.page.sidebar.list.viewport().grab()
    assert 0 < len(asked) < 400
    oldest = next(each for each in bench.service.all.values() if each.title == "Chat 4999")
    bench.chat.pin(oldest.id, True)
    assert words(rows)[:3] == ["Pinned", "Chat 4999", "Today"]
    assert steps.moved <= 4
    assert steps.reset == 0


def test_a_chat_that_moves_leaves_a_title_being_typed_alone(bench: Bench) -> None:
    first = bench.put("First", minutes=5)
    second = bench.put("Second", minutes=9)
    page = bench.show()
    page.sidebar.list.rename(first.id)
    editor(bench).setText("half typed")
    bench.chat.pin(second.id, True)
    assert editor(bench).text() == "half typed"
    assert words(page.sidebar.rows)[:2] == ["Pinned", "Second"]


def test_a_title_is_only_text(bench: Bench) -> None:
    bench.put("<img src='file:///etc/passwd'>\n<b>R&D</b>", days=1)
    page = bench.show()
    assert "<img src='file:///etc/passwd'>\n<b>R&D</b>" in words(page.sidebar.rows)
    page.sidebar.list.viewport().repaint()


@pytest.mark.parametrize(
    ("age", "expected"),
    [(timedelta(0), "time"), (timedelta(days=2), "weekday"), (timedelta(days=60), "date")],
)
def test_the_time_is_as_short_as_can_be(age: timedelta, expected: str) -> None:
    moment = datetime.now(UTC).replace(hour=12) - age
    shown = short_time(moment, date.today())
    kind = "time" if ":" in shown else "weekday" if shown.isalpha() else "date"
    assert kind == expected
    assert len(shown) <= 12
