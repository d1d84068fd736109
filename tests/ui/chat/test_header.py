"""Title, model and parameters of the open chat."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from panda_desktop.domain.chat import Parameters
from panda_desktop.domain.models import ModelInfo, ModelKind
from panda_desktop.ui.chat.parameters import ParametersPanel
from panda_desktop.ui.chat.parameters_words import read_float, read_whole
from panda_desktop.ui.kit import Menu
from tests.ui.chat.conftest import Bench


def panel(bench: Bench) -> ParametersPanel:
    opened = bench.page.pane.header.open_parameters()
    assert opened is not None
    return opened


def write(opened: ParametersPanel, name: str, text: str) -> None:
    field = opened.rows[name].field
    field.clear()
    QTest.keyClicks(field, text) if text else field.textEdited.emit("")


def parameters(bench: Bench) -> Parameters:
    return bench.service.all[bench.open_id].parameters


def test_the_title_is_renamed_where_it_stands(bench: Bench) -> None:
    page = bench.show()
    title = page.pane.header.title
    title.button.click()
    assert title.field.hasFocus()
    QTest.keyClicks(title.field, "My chat")
    bench.press(title.field, Qt.Key.Key_Return)
    assert bench.service.all[bench.open_id].title == "My chat"
    assert title.button.isVisible() and title.button.hasFocus()


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_title_changes_nothing(bench: Bench, text: str) -> None:
    page = bench.show()
    bench.rename_in_service(bench.open_id, "As it was")
    title = page.pane.header.title
    title.edit()
    title.field.setText(text)
    bench.press(title.field, Qt.Key.Key_Return)
    assert bench.service.all[bench.open_id].title == "As it was"


def test_escape_leaves_the_title(bench: Bench) -> None:
    page = bench.show()
    title = page.pane.header.title
    title.edit()
    title.field.setText("Nonsense")
    bench.press(title.field, Qt.Key.Key_Escape)
    assert bench.calls("change") == []
    assert title.button.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_u18_renaming_by_its_key_gives_the_focus_back_to_the_text(bench: Bench, key: Qt.Key) -> None:
    page = bench.show()
    bench.field.setFocus()
    title = page.pane.header.title
    title.edit()
    QTest.keyClicks(title.field, "My chat")
    bench.press(title.field, key)
    assert bench.field.hasFocus()


def test_smart_routing_stands_first_with_words(bench: Bench) -> None:
    page = bench.show()
    choices = page.pane.header.model.choices()
    assert [choice.value for choice in choices[:4]] == ["auto", "auto:cost", "auto:quality", "auto:speed"]
    assert all(choice.section == "Smart routing" and choice.note for choice in choices[:4])
    assert choices[4].section == "All models"


def test_a_model_is_chosen_by_keyboard(bench: Bench) -> None:
    page = bench.show()
    picker = page.pane.header.model
    picker.setFocus()
    bench.press(picker, Qt.Key.Key_Return)
    popover = picker.popover()
    assert popover is not None
    QTest.keyClicks(popover.search, "speed")
    bench.press(popover.search, Qt.Key.Key_Return)
    assert bench.service.all[bench.open_id].model == "auto:speed"
    assert bench.stage.settings.current.chat_model == "auto:speed"


def test_a_model_nobody_listed_can_be_typed(bench: Bench) -> None:
    page = bench.show()
    picker = page.pane.header.model
    picker.open()
    popover = picker.popover()
    assert popover is not None
    QTest.keyClicks(popover.search, "lab/secret-7b")
    bench.press(popover.search, Qt.Key.Key_Return)
    assert bench.service.all[bench.open_id].model == "lab/secret-7b"
    assert picker.accessibleName() == "Model: lab/secret-7b"


def test_h38_the_list_of_models_follows_the_gateway(bench: Bench) -> None:
    page = bench.show()
    strange = "<b>strange</b>\u202egpj"
    bench.stage.list_models((ModelInfo(strange, ModelKind.CHAT), ModelInfo("m", ModelKind.CHAT, name="Mee")))
    values = [choice.value for choice in page.pane.header.model.choices()]
    assert values == ["auto", "auto:cost", "auto:quality", "auto:speed", strange, "m"]
    assert page.pane.header.model.choices()[-1].title == "Mee"


def test_each_chat_shows_its_own_model(bench: Bench) -> None:
    other = bench.put("Other")
    page = bench.show()
    bench.chat.choose_model("auto:cost")
    bench.chat.open(other.id)
    assert page.pane.header.model.value() == "auto"


def test_a_right_value_is_in_force_at_once(bench: Bench) -> None:
    bench.show()
    opened = panel(bench)
    write(opened, "temperature", "0,7")
    write(opened, "max_tokens", "2 000")
    assert parameters(bench) == Parameters(temperature=0.7, max_tokens=2000)
    write(opened, "temperature", "")
    assert parameters(bench) == Parameters(max_tokens=2000)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("temperature", "2.1", "from 0 to 2"),
        ("temperature", "-1", "from 0 to 2"),
        ("temperature", "warm", "from 0 to 2"),
        ("temperature", "nan", "from 0 to 2"),
        ("top_p", "7", "from 0 to 1"),
        ("top_p", "inf", "from 0 to 1"),
        ("max_tokens", "0", "above 0"),
        ("max_tokens", "1.5", "above 0"),
    ],
)
def test_a_wrong_value_stays_visible_with_its_range_and_is_not_used(
    bench: Bench, name: str, text: str, words: str
) -> None:
    bench.show()
    opened = panel(bench)
    opened.rows[name].field.setText(text)
    opened.rows[name].field.textEdited.emit(text)
    row = opened.rows[name]
    assert row.field.text() == text
    assert words in row.sentence.text()
    assert row.field.accessibleDescription() == row.sentence.text()
    assert row.field.property("invalid") == "true"
    assert parameters(bench) == Parameters()
    other = "top_p" if name != "top_p" else "temperature"
    write(opened, other, "1")
    assert getattr(parameters(bench), other) == 1
    write(opened, name, "1")
    assert row.field.property("invalid") == "false"
    assert getattr(parameters(bench), name) == 1


def test_the_system_prompt_is_kept_when_the_panel_closes(bench: Bench) -> None:
    bench.show()
    opened = panel(bench)
    QTest.keyClicks(opened.prompt, "Be brief.")
    opened.close()
    assert bench.service.all[bench.open_id].system_prompt == "Be brief."
    assert bench.page.pane.header.parameters.accessibleName() == "System prompt"


def test_the_button_says_what_is_set(bench: Bench) -> None:
    page = bench.show(width=1400)
    button = page.pane.header.parameters
    assert button.text() == "Parameters"
    bench.chat.set_request("Be brief.", Parameters(temperature=0.7, top_p=0.9))
    assert button.text() == "Temperature 0.7 · 2 more"
    opened = panel(bench)
    opened.clear.click()
    assert button.text() == "Parameters"
    assert parameters(bench) == Parameters()
    assert bench.service.all[bench.open_id].system_prompt == ""


def test_parameters_are_never_set_in_another_chat(bench: Bench) -> None:
    other = bench.put("Other")
    bench.show()
    opened = panel(bench)
    QTest.keyClicks(opened.prompt, "meant for the first")
    bench.chat.open(other.id)
    assert bench.page.pane.header.panel() is None
    assert bench.service.all[other.id].system_prompt == ""


def test_the_panel_is_as_high_as_what_is_in_it(bench: Bench) -> None:
    bench.show()
    opened = panel(bench)
    layout = opened.layout()
    assert layout is not None
    before = opened.height()
    assert before == layout.totalHeightForWidth(opened.width())
    write(opened, "temperature", "9")
    assert opened.height() > before
    assert opened.height() == layout.totalHeightForWidth(opened.width())


def test_a_huge_system_prompt_is_refused_in_words(bench: Bench) -> None:
    bench.show()
    opened = panel(bench)
    opened.prompt.oversized_paste.emit("x")
    assert "too long" in opened._too_long.text()
    assert not opened._too_long.isHidden()


@pytest.mark.parametrize(
    ("text", "number"), [("", None), (" 0.5 ", 0.5), ("0,5", 0.5), ("1e-1", 0.1), ("２", 2.0)]
)
def test_numbers_are_read_as_people_write_them(text: str, number: float | None) -> None:
    assert read_float(text) == number


@pytest.mark.parametrize("text", ["inf", "nan", "a", "1.2.3", "--1"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_float(text)


def test_whole_numbers_may_have_spaces() -> None:
    assert read_whole("12 000") == 12_000
    with pytest.raises(ValueError):
        read_whole("1.5")


def test_the_menu_pins_forks_and_trashes(bench: Bench) -> None:
    page = bench.show()
    header = page.pane.header

    def take(words: str) -> None:
        header.more.click()
        menu = next(each for each in header.findChildren(Menu) if each.isVisible())
        action = next(each for each in menu.actions() if each.text().startswith(words))
        assert action.isEnabled()
        action.trigger()
        menu.close()

    chat = bench.ask("A question", "an answer")
    take("Pin")
    assert bench.service.all[chat].pinned
    take("Unpin")
    assert not bench.service.all[chat].pinned
    last = bench.last().id
    take("Go on in a copy")
    assert bench.calls("fork") == [(last,)]
    trashed = bench.open_id
    take("Move to the trash")
    assert bench.service.all[trashed].deleted_at is not None
