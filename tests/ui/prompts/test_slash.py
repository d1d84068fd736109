"""Prompts in the composer: found by a slash, filled in, inserted; a slash that is only a slash stays one."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.prompts import Prompt
from panda_desktop.ui.chat.prompt_deeds import PromptDeeds
from panda_desktop.ui.prompts import prompt_list
from panda_desktop.ui.prompts.variable_form import VariableForm
from tests.ui.chat.conftest import Bench

CONTROL = Qt.KeyboardModifier.ControlModifier


def fill_library(bench: Bench, *prompts: tuple[str, str]) -> None:
    bench.stage.prompts_service.seeded = True
    for place, (name, text) in enumerate(prompts):
        bench.stage.prompts_service.all.append(Prompt(f"p{place}", name, text, place))


def deeds(bench: Bench) -> PromptDeeds:
    found: PromptDeeds = bench.page._toolbox.prompts
    return found


def is_open(bench: Bench) -> bool:
    made = deeds(bench).list
    return made is not None and made.isVisible()


def listed(bench: Bench) -> list[str]:
    made = deeds(bench).list
    assert made is not None
    model = made.rows.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def form(bench: Bench) -> VariableForm:
    found = deeds(bench).form
    assert found is not None
    return found


@pytest.fixture
def library(bench: Bench) -> Bench:
    fill_library(
        bench,
        ("Translate", "Translate into {{language}}:\n{{text}}"),
        ("Summarise", "Summarise this."),
        ("Café order", "Order a coffee."),
    )
    bench.show()
    return bench


def test_a_slash_at_the_beginning_lists_and_typing_searches(library: Bench) -> None:
    library.type("/")
    assert listed(library) == ["Translate", "Summarise", "Café order"]
    assert library.field.hasFocus(), "the keyboard stays where it is typed"
    library.type("cafe")
    assert listed(library) == ["Café order"]
    library.press(library.field, Qt.Key.Key_Backspace)
    assert is_open(library)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Enter])
def test_a_prompt_is_chosen_and_comes_as_one_step(library: Bench, key: Qt.Key) -> None:
    library.type("/")
    library.press(library.field, Qt.Key.Key_Down)
    library.press(library.field, key)
    assert library.field.text() == "Summarise this."
    assert not is_open(library) and library.field.hasFocus()
    assert library.calls("send") == [], "Enter has chosen, not sent"
    library.field.undo()
    assert library.field.text() == "/"


def test_up_goes_round_to_the_last(library: Bench) -> None:
    library.type("/")
    library.press(library.field, Qt.Key.Key_Up)
    made = deeds(library).list
    assert made is not None and made.current_id() == "p2"
    library.press(library.field, Qt.Key.Key_Down)
    assert made.current_id() == "p0"


def test_escape_leaves_the_text_and_does_not_come_back_by_itself(library: Bench) -> None:
    library.type("/su")
    library.press(library.field, Qt.Key.Key_Escape)
    assert not is_open(library)
    assert library.field.text() == "/su"
    library.type("m")
    assert not is_open(library)
    library.enter()
    assert library.calls("send")[0][1] == "/sum"
    library.type("/")
    assert is_open(library), "a new message is a new wish"


@pytest.mark.parametrize("text", ["/usr/bin is full", "1/2 of it", " /tra", "a\n/tra"])
def test_a_slash_in_normal_text_is_a_slash(library: Bench, text: str) -> None:
    for letter in text:
        if letter == "\n":
            library.press(library.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        else:
            library.type(letter)
    assert not is_open(library)
    library.enter()
    assert library.calls("send")[0][1] == text


def test_slash_with_no_match_is_sent_as_it_is(library: Bench) -> None:
    library.type("/foo")
    assert not is_open(library)
    library.enter()
    assert library.calls("send")[0][1] == "/foo"


def test_a_slash_that_was_not_typed_opens_nothing(library: Bench) -> None:
    data = QMimeData()
    data.setText("/tra")
    library.field.setFocus()
    library.field.insertFromMimeData(data)
    assert not is_open(library)
    library.composer.replace_text("/")
    assert not is_open(library)


def test_a_draft_that_begins_with_a_slash_opens_nothing(library: Bench) -> None:
    other = library.put("Other", draft="/tra")
    library.type("/")
    assert is_open(library)
    library.chat.open(other.id)
    assert library.field.text() == "/tra"
    assert not is_open(library)


def test_a_word_that_is_composed_takes_its_keys_itself(library: Bench) -> None:
    library.type("/")
    QApplication.sendEvent(library.field, QInputMethodEvent("fan", []))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        library.press(library.field, key)
    made = deeds(library).list
    assert made is not None and made.current_id() == "p0"
    assert library.field.text() == "/"
    committed = QInputMethodEvent("", [])
    committed.setCommitString("Caf")
    QApplication.sendEvent(library.field, committed)
    assert listed(library) == ["Café order"], "what was composed is searched for"


@pytest.mark.parametrize("mark", ["／", "、"])
def test_the_slash_of_a_chinese_input_method_is_one(library: Bench, mark: str) -> None:
    committed = QInputMethodEvent("", [])
    committed.setCommitString(mark)
    library.field.setFocus()
    QApplication.sendEvent(library.field, committed)
    assert is_open(library)
    library.press(library.field, Qt.Key.Key_Down)
    library.enter()
    assert library.field.text() == "Summarise this."


def test_u18_every_row_the_arrows_reach_is_heard(library: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(prompt_list, "announce", lambda _widget, text: heard.append(text))
    library.type("/")
    library.press(library.field, Qt.Key.Key_Down)
    assert heard == ["Translate, Translate into {{language}}: {{text}}", "Summarise, Summarise this."]


def test_places_are_filled_in_field_by_field(library: Bench) -> None:
    library.type("/tra")
    library.enter()
    filling = form(library)
    language, text = filling.fields.values()
    assert list(filling.fields) == ["language", "text"]
    assert language.hasFocus()
    QTest.keyClicks(language, "French")
    assert "Translate into French:\n{{text}}" in filling.preview.text()
    library.press(language, Qt.Key.Key_Return)
    assert text.hasFocus()
    QTest.keyClicks(text, "Hello")
    library.press(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(text, "{{language}}")
    library.press(text, Qt.Key.Key_Return)
    assert library.field.text() == "Translate into French:\nHello\n{{language}}", (
        "a value is not filled in again"
    )
    assert deeds(library).form is None
    assert library.calls("send") == []
    library.field.undo()
    assert library.field.text() == "/tra"


def test_the_last_short_value_is_proposed_and_typed_over(library: Bench) -> None:
    library.type("/tra")
    library.enter()
    QTest.keyClicks(form(library).fields["language"], "French")
    library.press(form(library).fields["language"], Qt.Key.Key_Return, CONTROL)
    assert library.field.text() == "Translate into French:\n{{text}}"
    library.composer.replace_text("")
    library.type("/tra")
    library.enter()
    language = form(library).fields["language"]
    assert language.text() == "French"
    QTest.keyClicks(language, "Welsh")
    assert language.text() == "Welsh"


def test_escape_in_the_form_goes_back_to_the_row(library: Bench) -> None:
    library.type("/")
    library.enter()
    library.press(form(library).fields["language"], Qt.Key.Key_Escape)
    assert deeds(library).form is None
    assert is_open(library)
    made = deeds(library).list
    assert made is not None and made.current_id() == "p0"
    assert library.field.text() == "/"


def test_ctrl_slash_in_a_text_searches_apart_and_inserts_at_the_cursor(library: Bench) -> None:
    library.composer.replace_text("Before  after")
    cursor = library.field.textCursor()
    cursor.setPosition(7)
    library.field.setTextCursor(cursor)
    command = next(each for each in library.page.commands() if each.key == "chat.prompt")
    assert command.shortcut == "Ctrl+/"
    command.run()
    made = deeds(library).list
    assert made is not None and made.search.hasFocus()
    QTest.keyClicks(made.search, "summ")
    assert listed(library) == ["Summarise"]
    library.press(made.search, Qt.Key.Key_Tab)
    assert library.field.text() == "Before Summarise this. after"
    assert library.field.hasFocus()
    library.field.undo()
    assert library.field.text() == "Before  after"


def test_ctrl_slash_in_an_empty_composer_is_a_slash(library: Bench) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(library.composer.prompts, left)
    assert library.field.text() == "/" and is_open(library)
    QTest.mouseClick(library.composer.prompts, left)
    assert not is_open(library)


def test_a_slash_that_nobody_typed_goes_with_the_list(library: Bench) -> None:
    library.composer.prompts.click()
    library.press(library.field, Qt.Key.Key_Escape)
    assert not is_open(library) and library.field.text() == ""
    library.type("/")
    assert is_open(library)
    library.press(library.field, Qt.Key.Key_Escape)
    assert not is_open(library) and library.field.text() == "/"  # typed: it may begin a text
    library.composer.replace_text("")
    library.composer.prompts.click()
    QTest.keyClicks(library.field, "sum")
    library.press(library.field, Qt.Key.Key_Escape)
    assert library.field.text() == "/sum"


def test_a_click_on_a_row_takes_it_and_one_beside_the_list_closes_it(library: Bench) -> None:
    left = Qt.MouseButton.LeftButton
    library.type("/")
    made = deeds(library).list
    assert made is not None
    area = made.rows.visualRect(made.rows.model().index(1, 0))
    QTest.mouseClick(made.rows.viewport(), left, pos=area.center())
    assert library.field.text() == "Summarise this." and library.field.hasFocus()
    QTest.mouseClick(library.composer.prompts, left)
    assert made.isVisible() and made.search.hasFocus()
    QTest.mouseClick(library.field.viewport(), left)
    assert not made.isVisible()
    library.composer.replace_text("")
    library.type("/")
    assert made.isVisible()
    QTest.mouseClick(made.manage, left)
    assert not made.isVisible() and library.page._toolbox.library is not None


def test_an_empty_library_says_so_and_leads_on(bench: Bench) -> None:
    fill_library(bench)
    bench.show()
    bench.composer.prompts.click()
    made = deeds(bench).list
    assert made is not None and made.isVisible()
    assert "no prompts yet" in made._nothing.text()
    made.manage.click()
    library = bench.page._toolbox.library
    assert library is not None and library.page.isVisible()


def test_the_first_contents_come_once(bench: Bench) -> None:
    bench.show()
    names = [each.name for each in bench.stage.prompts_service.all]
    assert 8 <= len(names) <= 10
    assert names[:3] == ["Translate", "Summarise", "Explain simply"]
    assert all(each.variables for each in bench.stage.prompts_service.all)
    bench.stage.chat_parts.prompts.delete(bench.stage.prompts_service.all[0].id)
    bench.page.hide()
    bench.page.show()
    assert "Translate" not in [each.name for each in bench.stage.prompts_service.all]


@pytest.mark.parametrize("width", [256, 320, 700, 1280])
def test_u12_the_list_lies_within_the_pane(bench: Bench, width: int) -> None:
    fill_library(bench, *[(f"Prompt {n} with quite a long name", "Text " * 40) for n in range(40)])
    page = bench.show(width=width, height=480)
    page.set_narrow(width < 600)
    page.resize(width, 480)
    QApplication.processEvents()
    bench.type("/")
    made = deeds(bench).list
    assert made is not None
    area = made.geometry()
    assert page.pane.rect().contains(area)
    card = page.pane.composer.card
    assert area.bottom() < card.mapTo(page.pane, card.rect().topLeft()).y()
    assert made.rows.height() >= 28
    for _ in range(39):
        bench.press(bench.field, Qt.Key.Key_Down)
    visible = made.rows.visualRect(made.rows.currentIndex())
    assert made.rows.viewport().rect().contains(visible), "the current row is seen"
