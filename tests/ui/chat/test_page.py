"""The page as a whole: reachable by keyboard, named, narrow, and quiet when it is not seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QScrollBar,
    QSplitter,
    QSplitterHandle,
    QWidget,
)
from pytestqt.qtbot import QtBot

from panda_desktop.ui.chat import ChatPage
from panda_desktop.ui.chat.welcome import two_lines
from panda_desktop.ui.theme import look
from panda_desktop.ui.transcript.reader import Reader
from panda_desktop.ui.window import Command, MainWindow, Place
from tests.ui.chat.conftest import Bench

TAB = Qt.Key.Key_Tab


def focusable(root: QWidget) -> list[QWidget]:
    """Returns every widget the Tab key can stop at."""
    return [
        each
        for each in root.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(each, QScrollBar | QSplitterHandle | Reader)  # the reader is named when it reads
        and each.focusProxy() is None
        and not each.objectName().startswith("qt_")
    ]


def command(page: ChatPage, key: str) -> Command:
    return next(each for each in page.commands() if each.key == key)


def test_everything_that_can_be_reached_has_a_name(bench: Bench) -> None:
    page = bench.show()
    bench.ask("Why?", "Because.")
    page._find()
    panel = page.pane.header.open_parameters()
    assert panel is not None
    found = [*focusable(page), *focusable(panel)]
    assert len(found) > 15
    nameless = [each for each in found if not each.accessibleName()]
    assert nameless == []


def test_every_button_has_a_tooltip(bench: Bench) -> None:
    page = bench.show()
    buttons = [
        each for each in page.findChildren(QAbstractButton) if each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert [each.accessibleName() for each in buttons if not each.toolTip()] == []
    tips = {each.accessibleName(): each.toolTip() for each in buttons}
    assert "Ctrl+N" in tips["New chat"]
    assert "Enter" in tips["Send"]


@pytest.mark.parametrize("was_narrow", [False, True])
def test_tab_walks_the_page_from_list_to_composer(bench: Bench, qtbot: QtBot, was_narrow: bool) -> None:
    page = bench.show()
    if was_narrow:
        page.set_narrow(True)
        page.set_narrow(False)
    (splitter,) = page.findChildren(QSplitter)
    border = splitter.handle(1)
    qtbot.waitUntil(border.isVisible)
    bench.ask("Why?", "Because.")
    bench.composer.replace_text("so that Send can be reached")
    page.sidebar.new.setFocus(Qt.FocusReason.TabFocusReason)
    order: list[QWidget] = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in order and focused is not page.pane.transcript:
            break
        if focused not in order:
            order.append(focused)
        QTest.keyClick(focused, TAB)
    pane = page.pane
    expected = [
        page.sidebar.new, page.sidebar.temporary, page.sidebar.more,
        page.sidebar.search, page.sidebar.list,
        page.sidebar.foot.archive, page.sidebar.foot.trash, page.sidebar.foot.folder,
        border,
        pane.header.title.button, pane.header.model, pane.header.parameters, pane.header.compare,
        pane.header.more,
        pane.transcript, pane.composer.field, pane.composer.attach, pane.composer.prompts,
        pane.composer.button,
    ]  # fmt: skip
    assert order == expected


def test_the_welcome_fills_the_composer_and_sends_nothing(bench: Bench) -> None:
    page = bench.show()
    assert page.pane.is_welcome()
    card = page.pane.welcome.suggestions[1]
    card.click()
    assert bench.composer.text() == card.prompt
    assert bench.field.hasFocus()
    assert bench.calls("send") == []
    bench.enter()
    assert not page.pane.is_welcome()


def test_without_access_the_welcome_leads_to_the_key_or_the_demo(bench: Bench) -> None:
    bench.stage.connection.has_access = False
    used: list[bool] = []

    async def use_demo(wanted: bool) -> None:
        used.append(wanted)

    bench.stage.connection.use_demo = use_demo
    page = bench.show()
    welcome = page.pane.welcome
    assert welcome.enter_key.isVisible()
    assert not welcome.suggestions[0].isVisible()
    with bench.qtbot.waitSignal(page.key_wanted):
        welcome.enter_key.click()
    welcome.try_demo.click()
    assert used == [True]
    bench.stage.connection.has_access = True
    bench.stage.account.key_changed.emit()
    assert welcome.suggestions[0].isVisible()
    assert not welcome.enter_key.isVisible()


def test_the_chat_that_was_open_is_shown_by_a_page_made_later(bench: Bench) -> None:
    bench.put("Last", draft="half a thought")
    bench.stage.settings_service.current = bench.stage.settings_service.current.__class__(
        conversation_id=next(iter(bench.service.all))
    )
    page = bench.show()
    assert page.pane.header.title.button.accessibleName() == "Title of the chat: Last"
    assert bench.composer.text() == "half a thought"


def test_narrow_the_list_lies_behind_a_button(bench: Bench) -> None:
    other = bench.put("Other", days=1)
    page = bench.show(width=640)
    page.set_narrow(True)
    assert not page.sidebar.isVisible()
    page.pane.header.list.click()
    assert page.sidebar.isVisible()
    assert page.sidebar.list.hasFocus()
    bench.press(page.sidebar.list, Qt.Key.Key_Escape)
    assert not page.sidebar.isVisible()
    assert bench.field.hasFocus()
    page.pane.header.list.click()
    page.sidebar.list.open_wanted.emit(other.id)
    assert not page.sidebar.isVisible()
    assert bench.open_id == other.id
    page.set_narrow(False)
    assert page.sidebar.isVisible()
    assert page.sidebar.mapTo(page, QPoint(0, 0)) == QPoint(0, 0)


def test_a_click_beside_the_open_list_closes_it(bench: Bench) -> None:
    page = bench.show(width=640)
    page.set_narrow(True)
    page.pane.header.list.click()
    QTest.mouseClick(page._drawer._shade, Qt.MouseButton.LeftButton, pos=QPoint(600, 300))
    assert not page.sidebar.isVisible()


def test_the_open_list_closes_when_the_keyboard_goes_on(bench: Bench) -> None:
    page = bench.show(width=640)
    page.set_narrow(True)
    page.pane.header.list.click()
    page.pane.header.more.setFocus()
    assert not page.sidebar.isVisible()


@pytest.mark.parametrize(("width", "zoom"), [(256, 100), (600, 80), (1100, 200), (2400, 100)])
def test_u12_nothing_is_wider_than_the_page(bench: Bench, width: int, zoom: int) -> None:
    page = bench.show(width=width, height=600)
    page.set_narrow(width < 836)
    controller = look()
    before = controller.zoom
    try:
        controller.set_zoom(zoom)
        bench.ask("Why?", "Because " * 50)
        bench.chat.rename(bench.open_id, "A title that is much too long for any header " * 3)
        bench.chat.choose_model("a-model-with-quite-a-long-name-2026-11-preview")
        page.resize(width, 600)
        QApplication.processEvents()
        header = page.pane.header
        for part in (
            header.more,
            header.model,
            header.parameters,
            page.pane.composer.button,
            page.pane.transcript,
        ):
            left = part.mapTo(page, QPoint(0, 0)).x()
            assert left >= 0
            assert left + part.width() <= width
        assert page.pane.header.title.button.width() >= 40
    finally:
        controller.set_zoom(before)


def test_the_width_of_the_list_is_kept(bench: Bench) -> None:
    page = bench.show()
    with bench.qtbot.waitSignal(bench.stage.settings.changed):
        page._splitter.setSizes([330, 769])
        page._splitter.splitterMoved.emit(330, 1)
    assert bench.stage.settings.current.sidebar_width == page.sidebar.width()
    assert abs(page.sidebar.width() - 330) < 3


def test_the_list_opens_as_wide_as_it_was(bench: Bench) -> None:
    bench.stage.settings_service.current = bench.stage.settings_service.current.__class__(sidebar_width=350)
    page = bench.show()
    assert page.sidebar.width() == 350


def test_commands_have_keys_of_their_own(bench: Bench) -> None:
    commands = bench.show().commands()
    keys = [each.shortcut for each in commands if each.shortcut]
    assert len(keys) == len(set(keys))
    assert len({each.key for each in commands}) == len(commands)
    assert all(each.text and each.section for each in commands)
    assert "Escape" not in keys
    assert "Ctrl+N" not in keys


def test_a_command_does_nothing_while_the_page_is_not_seen(bench: Bench) -> None:
    page = bench.show()
    bench.ask("Why?", "Because.")
    chat = bench.open_id
    page.hide()
    bench.service.calls.clear()
    for each in page.commands():
        each.run()
    assert bench.service.calls == []
    assert bench.open_id == chat


def test_commands_reach_what_they_name(bench: Bench) -> None:
    other = bench.put("Other", days=1)
    page = bench.show()
    bench.ask("Why?", "Because.")
    first, answer = bench.open_id, bench.last().id
    command(page, "chat.search").run()
    assert page.sidebar.search.hasFocus()
    command(page, "chat.write").run()
    assert bench.field.hasFocus()
    command(page, "chat.list").run()
    assert page.sidebar.list.hasFocus()
    command(page, "chat.find").run()
    assert page.pane.finder.isVisible()
    page.pane.finder.close_bar()
    command(page, "chat.regenerate").run()
    assert bench.calls("regenerate") == [(answer, None)]
    command(page, "chat.rename").run()
    assert page.pane.header.title.is_editing()
    bench.press(page.pane.header.title.field, Qt.Key.Key_Escape)
    command(page, "chat.next").run()
    assert bench.open_id == other.id
    command(page, "chat.next").run()
    assert bench.open_id == other.id
    command(page, "chat.previous").run()
    assert bench.open_id == first
    command(page, "chat.pin").run()
    assert bench.service.all[first].pinned
    command(page, "chat.trash").run()
    assert bench.service.all[first].deleted_at is not None


def test_stop_by_command_stops(bench: Bench) -> None:
    page = bench.show()
    bench.ask("Why?")
    command(page, "chat.stop").run()
    assert bench.calls("stop") == [(bench.open_id,)]


def test_f2_in_the_list_renames_the_row(bench: Bench) -> None:
    bench.put("Other", days=1)
    page = bench.show()
    page.sidebar.list.setFocus()
    bench.press(page.sidebar.list, Qt.Key.Key_Down)
    command(page, "chat.rename").run()
    assert page.sidebar.list.state() is page.sidebar.list.State.EditingState
    assert not page.pane.header.title.is_editing()


def test_shutting_down_ends_the_formulas(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    page = bench.show()
    closed: list[bool] = []
    monkeypatch.setattr(page.pane.transcript, "close_formulas", lambda: closed.append(True))
    page.shut_down()
    assert closed == [True]


def test_the_composer_stands_in_line_with_the_messages(bench: Bench) -> None:
    page = bench.show(width=1400)
    bench.ask("Why?", "Because.\n\n" * 200)
    view = page.pane.transcript
    bench.qtbot.waitUntil(lambda: view.verticalScrollBar().isVisible())
    QApplication.processEvents()
    column = (view.viewport().width() - 760) // 2
    card = page.pane.composer._card
    assert abs(card.mapTo(page.pane, QPoint(0, 0)).x() - column) <= 1
    assert isinstance(view, QAbstractScrollArea)


@pytest.mark.parametrize("width", [1400, 1401, 1000, 1001, 400])
def test_the_composer_begins_and_ends_where_the_column_does(bench: Bench, width: int) -> None:
    page = bench.show(width=width)
    bench.ask("Why?", "Because.\n\n" * 200)
    view, card = page.pane.transcript, page.pane.composer.card
    bench.qtbot.waitUntil(lambda: view.verticalScrollBar().isVisible())
    QApplication.processEvents()
    begins = view.viewport().mapTo(page, QPoint(0, 0)).x() + int(view._pointing.left)
    assert card.mapTo(page, QPoint(0, 0)).x() == begins
    assert card.width() == int(view._column.around.column)


@pytest.fixture
def window(bench: Bench) -> Iterator[MainWindow]:
    """The page in the main window, with its commands bound."""
    bench.stage.load()

    def make() -> ChatPage:
        bench.page = bench.stage.chat_page()
        return bench.page

    made = MainWindow({Place.CHAT: make, Place.SETTINGS: QWidget})
    bench.qtbot.addWidget(made)
    made.resize(1200, 800)
    made.go(Place.CHAT)
    for each in bench.page.commands():
        made.commands.add(each)
    with bench.qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    bench.qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def test_keys_work_from_the_composer(bench: Bench, window: MainWindow) -> None:
    other = bench.put("Other", days=1)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    bench.ask("Why?", "Because.")
    first = bench.open_id
    field, key = bench.field, Qt.Key
    bench.press(field, key.Key_C, control | shift)
    assert "copied" in bench.composer.hint()
    bench.press(field, key.Key_PageDown, control)
    assert bench.open_id == other.id
    bench.press(field, key.Key_PageUp, control)
    assert bench.open_id == first
    bench.press(field, key.Key_F2)
    assert bench.page.pane.header.title.is_editing()
    bench.press(bench.page.pane.header.title.field, key.Key_Escape)
    bench.press(field, key.Key_F, control)
    assert bench.page.pane.finder.isVisible()
    bench.press(bench.page.pane.finder.field, key.Key_F, control | shift)
    assert bench.page.sidebar.search.hasFocus()
    bench.press(bench.page.sidebar.search, key.Key_L, control)
    assert field.hasFocus()
    bench.press(field, key.Key_R, control)
    assert len(bench.calls("regenerate")) == 1


def test_delete_in_a_field_deletes_letters_only(bench: Bench, window: MainWindow) -> None:
    bench.type("ab")
    bench.press(bench.field, Qt.Key.Key_Home)
    bench.press(bench.field, Qt.Key.Key_Delete)
    assert bench.composer.text() == "b"
    assert bench.notices() == ()
    bench.page.sidebar.list.setFocus()
    bench.press(bench.page.sidebar.list, Qt.Key.Key_Delete)
    assert len(bench.notices()) == 1


def test_another_tab_saves_the_draft_and_its_keys_do_nothing_here(bench: Bench, window: MainWindow) -> None:
    bench.type("half a thought")
    window.go(Place.SETTINGS)
    assert bench.service.all[bench.open_id].draft == "half a thought"
    before = bench.open_id
    bench.press(
        window, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert bench.open_id == before
    window.go(Place.CHAT)
    assert bench.composer.text() == "half a thought"


def test_the_list_collapses_with_the_window(bench: Bench, window: MainWindow) -> None:
    window.narrow_changed.connect(bench.page.set_narrow)
    window.resize(700, 700)
    bench.qtbot.waitUntil(lambda: not bench.page.sidebar.isVisible())
    window.resize(1200, 700)
    bench.qtbot.waitUntil(bench.page.sidebar.isVisible)


def test_a_page_may_go_away_while_its_list_is_open(bench: Bench, window: MainWindow) -> None:
    bench.page.set_narrow(True)
    bench.page.pane.header.list.click()
    assert bench.page.sidebar.list.hasFocus()
    bench.page.shut_down()
    gone = bench.page
    del bench.page
    with bench.qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()


def test_a_card_of_the_welcome_shows_two_whole_lines(qapp: QApplication) -> None:
    words = "Compare SQLite and PostgreSQL for a small shop, in a table."
    metrics = QFontMetrics(look().small_font())
    for width in range(80, 400, 7):
        lines = two_lines(words, metrics, width)
        assert len(lines) == 2 and all(metrics.horizontalAdvance(line) <= width for line in lines)
        assert " ".join(filter(None, lines)) == words or lines[1].endswith("…")
