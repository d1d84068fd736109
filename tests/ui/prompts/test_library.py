"""The page of all prompts: written, kept in order, deleted with a way back, and never lost half-way."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.prompts import Prompt
from panda_desktop.ui.chat import ChatPage
from panda_desktop.ui.kit import Menu
from panda_desktop.ui.prompts.library_page import PromptLibraryPage
from tests.ui.chat.conftest import Bench

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def page_of(page: ChatPage) -> PromptLibraryPage:
    library = page._toolbox.library
    assert library is not None
    return library.page


def show(bench: Bench, *names: str, width: int = 1100) -> PromptLibraryPage:
    bench.stage.prompts_service.seeded = True
    for place, name in enumerate(names):
        bench.stage.prompts_service.all.append(Prompt(f"p{place}", name, f"Text of {name}", place))
    page = bench.show(width=width)
    page.set_narrow(width < 600)
    page.resize(width, 760)
    QApplication.processEvents()
    page._toolbox.open_library()
    QApplication.processEvents()
    return page_of(page)


def names(bench: Bench) -> list[str]:
    return [each.name for each in bench.stage.prompts_service.all]


def texts(bench: Bench) -> list[str]:
    return [each.text for each in bench.stage.prompts_service.all]


def test_a_new_prompt_is_written_and_saved(bench: Bench) -> None:
    library = show(bench)
    assert library._empty.isVisible()
    library._empty.acted.emit()
    editor = library.editor
    assert editor.name.hasFocus()
    QTest.keyClicks(editor.name, "Mine")
    bench.press(editor.name, Qt.Key.Key_Return)
    assert editor.text.hasFocus()
    editor.text.setPlainText("Do {{this}} and {{that}}")
    assert editor._variables.text() == "Will be asked for: this, that"
    assert names(bench) == []
    bench.press(editor.text, Qt.Key.Key_Return, CONTROL)
    assert names(bench) == ["Mine"]
    assert not editor.save.isEnabled()
    assert editor.prompt_id == bench.stage.prompts_service.all[0].id
    editor.text.setPlainText("Do {{this}}")
    editor.save.click()
    assert texts(bench) == ["Do {{this}}"] and len(names(bench)) == 1


def test_what_is_typed_while_a_new_prompt_is_stored_stays(bench: Bench) -> None:
    library = show(bench)
    editor = library.editor
    library.begin("Mine", "First")
    bench.tasks.held = True
    editor.save.click()
    editor.text.setPlainText("First and more")
    editor.try_save()
    bench.tasks.release()
    assert (names(bench), texts(bench)) == (["Mine"], ["First"])
    assert editor.text.text() == "First and more" and editor.save.isEnabled()
    editor.save.click()
    assert (names(bench), texts(bench)) == (["Mine"], ["First and more"])


def test_another_row_saves_what_was_written(bench: Bench) -> None:
    library = show(bench, "First", "Second")
    assert library.editor.name.text() == "First"
    library.editor.name.setText("Better")
    bench.press(library.list, Qt.Key.Key_Down)
    assert names(bench) == ["Better", "Second"]
    assert library.editor.name.text() == "Second"


def test_what_cannot_be_saved_stays_and_says_why(bench: Bench) -> None:
    library = show(bench, "First", "Second")
    library.editor.name.setText("  ")
    bench.press(library.list, Qt.Key.Key_Down)
    assert library.editor.prompt_id == "p0" and library.list.current_id() == "p0"
    assert library.editor._wrong.text() == "Give the prompt a name first."
    assert library.editor.name.hasFocus()
    library.editor.name.setText("Named")
    assert library.editor._wrong.isHidden()
    bench.press(library.editor.name, Qt.Key.Key_Escape)
    assert names(bench) == ["Named", "Second"]
    assert bench.page._toolbox.is_closed() and bench.field.hasFocus()


def test_what_could_not_be_stored_can_be_saved_again(bench: Bench) -> None:
    library = show(bench, "First")

    async def refuse(*_: Any, **__: Any) -> Prompt:
        raise PandaError(ErrorKind.DISK_FULL)

    service: Any = bench.stage.prompts_service
    before, service.change_prompt = service.change_prompt, refuse
    library.editor.text.setPlainText("Long work")
    library.editor.save.click()
    assert library.notices.notices()
    assert library.editor.text.text() == "Long work" and library.editor.save.isEnabled()
    service.change_prompt = before
    library.editor.save.click()
    assert texts(bench) == ["Long work"]


def test_deleting_offers_the_way_back_into_its_place(bench: Bench) -> None:
    library = show(bench, "First", "Second", "Third")
    library.list.set_current("p1")
    bench.press(library.list, Qt.Key.Key_Delete)
    assert names(bench) == ["First", "Third"]
    assert library.editor.name.text() == "Third", "the row that took its place"
    notice = library.notices.notices()[0]
    assert notice.text == "The prompt “Second” was deleted."
    notice.actions[0].run()
    assert names(bench) == ["First", "Second", "Third"]


def test_prompts_are_put_in_order_and_duplicated(bench: Bench) -> None:
    library = show(bench, "First", "Second")
    library.list.set_current("p1")
    bench.press(library.list, Qt.Key.Key_Up, ALT)
    assert names(bench) == ["Second", "First"]
    library.editor.duplicate.click()
    assert names(bench) == ["Second", "Second (copy)", "First"]
    assert library.editor.name.text() == "Second (copy)"
    assert library.list.current_id() == library.editor.prompt_id


def test_a_prompt_is_inserted_from_its_page(bench: Bench) -> None:
    library = show(bench, "First")
    library.editor.use.click()
    assert bench.page._toolbox.is_closed()
    assert bench.field.text() == "Text of First"


def test_narrow_list_and_editor_stand_behind_each_other(bench: Bench) -> None:
    library = show(bench, "First", "Second", width=320)
    assert library.list.isVisible() and not library.editor.isVisible()
    bench.press(library.list, Qt.Key.Key_Return)
    assert library.editor.isVisible() and not library.list.isVisible()
    bench.press(library.editor.name, Qt.Key.Key_Escape)
    assert library.list.isVisible() and library.list.hasFocus()
    bench.press(library.list, Qt.Key.Key_Escape)
    assert bench.page._toolbox.is_closed()


def test_a_message_of_the_person_becomes_a_prompt(bench: Bench) -> None:
    bench.stage.prompts_service.seeded = True
    page = bench.show()
    bench.ask("Plan a birthday\nfor grandmother, who is eighty years old", "Gladly.")
    mine, answer = bench.chat.rows.messages()
    menu, offers = Menu(page), page.pane.transcript.menu_opening
    offers.emit(menu, answer.id)
    assert "Save as prompt…" not in [each.text() for each in menu.actions()], "an answer is no prompt"
    offers.emit(menu, mine.id)
    next(each for each in menu.actions() if each.text() == "Save as prompt…").trigger()
    editor = page_of(page).editor
    assert editor.text.text() == mine.text
    assert editor.name.text() == "Plan a birthday for grandmother, who is…"
    editor.save.click()
    assert texts(bench) == [mine.text]


def test_the_composer_s_menu_saves_its_text_as_a_prompt(bench: Bench) -> None:
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QMenu

    page = bench.show()
    bench.type("Keep this")
    where = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, bench.field.mapToGlobal(where))
    QApplication.sendEvent(bench.field.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [each.text() for each in menu.actions()]
    assert any(each.startswith("Insert a prompt") for each in words)
    next(each for each in menu.actions() if each.text() == "Save as prompt…").trigger()
    menu.close()
    assert page_of(page).editor.text.text() == "Keep this"


def test_u08_what_was_written_is_saved_when_the_window_closes(bench: Bench) -> None:
    library = show(bench, "First")
    library.editor.name.setText("Changed")
    bench.page.shut_down()
    assert names(bench) == ["Changed"]


@pytest.mark.parametrize("opening", ["new chat", "another chat"])
def test_opening_a_chat_leaves_the_page(bench: Bench, opening: str) -> None:
    other = bench.put("Other")
    show(bench, "First")
    if opening == "new chat":
        bench.chat.start_new()
    else:
        bench.chat.open(other.id)
    assert bench.page._toolbox.is_closed()


def test_commands_of_the_chat_do_nothing_on_the_page(bench: Bench) -> None:
    page = bench.show()
    bench.ask("Why?", "Because.")
    page._toolbox.open_library()
    commands = {each.key: each for each in page.commands()}
    commands["chat.regenerate"].run()
    commands["chat.trash"].run()
    assert bench.calls("regenerate") == [] and bench.notices() == ()
    page._toolbox.leave()
    commands["chat.regenerate"].run()
    assert len(bench.calls("regenerate")) == 1
