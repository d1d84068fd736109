"""Presets in the chat: chosen, saved, changed, put in order, deleted, and always taken back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.chat import Conversation, Parameters
from panda_desktop.domain.presets import Preset
from panda_desktop.ui.chat.preset_deeds import PresetDeeds
from panda_desktop.ui.presets.chooser import NONE
from panda_desktop.ui.presets.panel import PresetPanel
from panda_desktop.viewmodels.presets import PresetsModel
from tests.ui.chat.conftest import Bench

ALT = Qt.KeyboardModifier.AltModifier


def put(bench: Bench, name: str, **values: object) -> Preset:
    before = set(bench.stage.presets_service.all)
    model = bench.stage.chat_parts.presets
    model.create(name, **values)  # type: ignore[arg-type]
    return next(each for each in bench.stage.presets_service.all if each not in before)


def deeds(bench: Bench) -> PresetDeeds:
    found: PresetDeeds = bench.page._toolbox.presets
    return found


def model_of(bench: Bench) -> PresetsModel:
    return bench.stage.chat_parts.presets


def names(bench: Bench) -> list[str]:
    return [each.name for each in bench.stage.presets_service.all]


def conversation(bench: Bench) -> Conversation:
    return bench.service.all[bench.open_id]


def managed(bench: Bench) -> PresetPanel:
    deeds(bench).manage(bench.page.pane.header.parameters)
    panel = deeds(bench).panel
    assert panel is not None
    return panel


def entry(panel: PresetPanel, preset: Preset, words: str) -> None:
    panel.open_menu(preset.id, panel.mapToGlobal(QPoint(20, 20)))
    assert panel.menu is not None
    action = next(each for each in panel.menu.actions() if each.text().split("\t")[0] == words)
    action.trigger()
    panel.menu.close()


def undo(bench: Bench) -> None:
    bench.page._undo.undo()


def test_saving_keeps_what_is_set_and_leaves_unset_what_is_not(bench: Bench) -> None:
    page = bench.show()
    opened = page.pane.header.open_parameters()
    assert opened is not None
    opened.prompt.setPlainText("Be brief.")
    opened.rows["temperature"].field.setText("0.3")
    opened.rows["temperature"].field.textEdited.emit("0.3")
    chooser = deeds(bench).chooser
    assert chooser is not None
    chooser.save.click()
    naming = deeds(bench).naming
    assert naming is not None
    assert not naming.save.isEnabled(), "a preset has a name"
    QTest.keyClicks(naming.name, "  Brief   and steady ")
    bench.press(naming.name, Qt.Key.Key_Return)
    (made,) = bench.stage.presets_service.all
    assert made.name == "Brief and steady"
    assert made.system_prompt == "Be brief."
    assert made.parameters == Parameters(temperature=0.3), "the model's own stays the model's own"
    assert made.model == conversation(bench).model
    assert chooser.picker.value() == made.id, "it is what the chat has"
    assert page.pane.header.parameters.accessibleName() == "Preset: Brief and steady"


def test_applying_from_the_parameters_shows_it_there_and_undo_brings_back_all_three(bench: Bench) -> None:
    preset = put(
        bench, "Poet", system_prompt="Rhyme.", model="auto:quality", parameters=Parameters(top_p=0.5)
    )
    page = bench.show()
    bench.chat.set_request("As it was", Parameters(max_tokens=7))
    bench.chat.choose_model("auto:cost")
    opened = page.pane.header.open_parameters()
    chooser = deeds(bench).chooser
    assert opened is not None and chooser is not None
    assert chooser.picker.value() == ""
    chooser.picker.open()
    popover = chooser.picker.popover()
    assert popover is not None
    popover.taken.emit(preset.id)
    now = conversation(bench)
    assert (now.system_prompt, now.model, now.parameters) == ("Rhyme.", "auto:quality", Parameters(top_p=0.5))
    assert opened.prompt.text() == "Rhyme."
    assert opened.rows["top_p"].field.text() == "0.5"
    assert opened.rows["max_tokens"].field.text() == ""
    assert bench.notices()[0].text == "“Poet” is applied to this chat."
    undo(bench)
    now = conversation(bench)
    assert (now.system_prompt, now.model, now.parameters) == (
        "As it was",
        "auto:cost",
        Parameters(max_tokens=7),
    )
    assert opened.prompt.text() == "As it was"


def test_u07_undo_goes_to_the_chat_it_was_applied_to(bench: Bench) -> None:
    preset = put(bench, "Poet", system_prompt="Rhyme.")
    other = bench.put("Other", system_prompt="Mine")
    bench.show()
    bench.chat.set_request("As it was", Parameters())
    first = bench.open_id
    deeds(bench).apply(preset.id)
    bench.chat.open(other.id)
    undo(bench)
    assert bench.service.all[first].system_prompt == "As it was"
    assert bench.service.all[other.id].system_prompt == "Mine"


def test_what_was_typed_a_moment_ago_comes_back_too(bench: Bench) -> None:
    preset = put(bench, "Poet", system_prompt="Rhyme.")
    page = bench.show()
    opened = page.pane.header.open_parameters()
    assert opened is not None
    opened.prompt.setPlainText("Typed just now")
    deeds(bench).apply(preset.id)
    assert conversation(bench).system_prompt == "Rhyme."
    undo(bench)
    assert conversation(bench).system_prompt == "Typed just now"


def test_none_takes_out_what_is_set_and_keeps_the_model(bench: Bench) -> None:
    put(bench, "Poet", system_prompt="Rhyme.")
    page = bench.show()
    bench.chat.choose_model("auto:cost")
    bench.chat.set_request("Something", Parameters(temperature=1.0))
    page.pane.header.open_parameters()
    chooser = deeds(bench).chooser
    assert chooser is not None
    chooser.picker.chosen.emit(NONE)
    now = conversation(bench)
    assert (now.system_prompt, now.parameters, now.model) == ("", Parameters(), "auto:cost")
    undo(bench)
    assert conversation(bench).system_prompt == "Something"


def test_the_head_names_a_preset_only_while_it_is_just_what_the_chat_has(bench: Bench) -> None:
    put(bench, "Poet", system_prompt="Rhyme.", parameters=Parameters(temperature=1.0))
    page = bench.show()
    button = page.pane.header.parameters
    assert button.text() == "Parameters"
    bench.chat.set_request("Rhyme.", Parameters(temperature=1.0))
    assert button.text() == "Poet"
    assert "Temperature 1" in button.toolTip()
    bench.chat.set_request("Rhyme.", Parameters(temperature=1.1))
    assert button.text() == "Temperature 1.1 · 1 more"


def test_a_preset_with_a_model_is_another_than_one_of_the_same_words(bench: Bench) -> None:
    put(bench, "With", system_prompt="Same", model="auto:cost")
    put(bench, "Without", system_prompt="Same")
    bench.show()
    bench.chat.set_request("Same", Parameters())
    assert model_of(bench).matching(conversation(bench)).name == "Without"  # type: ignore[union-attr]
    bench.chat.choose_model("auto:cost")
    assert model_of(bench).matching(conversation(bench)).name == "With"  # type: ignore[union-attr]


def test_a_long_name_is_cut_in_the_head_and_whole_in_its_tip(bench: Bench) -> None:
    name = "A name that is as long as a name of a preset may ever be, ok"
    put(bench, name, system_prompt="Same")
    page = bench.show()
    bench.chat.set_request("Same", Parameters())
    button = page.pane.header.parameters
    assert button.text().endswith("…") and len(button.text()) < len(name)
    assert name in button.toolTip() and name in button.accessibleName()


def test_the_panel_renames_changes_and_deletes_and_each_can_be_undone(bench: Bench) -> None:
    first = put(bench, "First", system_prompt="One")
    put(bench, "Second")
    put(bench, "Third")
    bench.show()
    bench.chat.set_request("Now", Parameters(top_p=0.1))
    panel = managed(bench)
    panel.list.set_current(first.id)
    bench.press(panel.list, Qt.Key.Key_F2)
    assert panel.naming is not None and panel.naming.name.text() == "First"
    panel.naming.name.setText("The first")
    panel.naming.save.click()
    assert names(bench) == ["The first", "Second", "Third"]
    entry(panel, first, "Change to what this chat has now")
    changed = bench.stage.presets_service.all[0]
    assert (changed.system_prompt, changed.parameters) == ("Now", Parameters(top_p=0.1))
    undo(bench)
    assert bench.stage.presets_service.all[0].system_prompt == "One"
    second = bench.stage.presets_service.all[1]
    entry(panel, second, "New chats begin with this")
    assert bench.stage.presets_service.default_id == second.id
    panel.list.set_current(second.id)
    bench.press(panel.list, Qt.Key.Key_Delete)
    assert names(bench) == ["The first", "Third"]
    bench.stage.presets_service.default_id = ""  # as the service does when its preset is gone
    assert panel.list.hasFocus() or QApplication.focusWidget() is not None
    undo(bench)
    assert names(bench) == ["The first", "Second", "Third"], "in its place"
    assert bench.stage.presets_service.default_id == bench.stage.presets_service.all[1].id


def test_presets_are_put_in_order_by_keyboard(bench: Bench) -> None:
    first = put(bench, "First")
    put(bench, "Second")
    bench.show()
    panel = managed(bench)
    panel.list.set_current(first.id)
    bench.press(panel.list, Qt.Key.Key_Down, ALT)
    assert names(bench) == ["Second", "First"]
    assert panel.list.current_id() == first.id, "the row that was moved is still the current one"
    bench.press(panel.list, Qt.Key.Key_Down, ALT)
    assert names(bench) == ["Second", "First"], "there is no place behind the last"
    bench.press(panel.list, Qt.Key.Key_Up, ALT)
    assert names(bench) == ["First", "Second"]


@pytest.mark.parametrize(("source", "target", "below", "expected"), [
    (0, 2, True, ["B", "C", "A"]),
    (2, 0, False, ["C", "A", "B"]),
    (0, 1, False, ["A", "B", "C"]),
])  # fmt: skip
def test_presets_are_put_in_order_by_dragging(
    bench: Bench, source: int, target: int, below: bool, expected: list[str]
) -> None:
    made = [put(bench, name) for name in "ABC"]
    bench.show()
    panel = managed(bench)
    viewport = panel.list.viewport()
    begin = panel.list.row_area(made[source].id).center()
    area = panel.list.row_area(made[target].id)
    end = QPoint(area.center().x(), area.bottom() - 4 if below else area.top() + 4)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=begin)
    for step in range(1, 11):
        QTest.mouseMove(viewport, begin + (end - begin) * step / 10)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    assert names(bench) == expected


def test_the_palette_applies_a_preset_found_by_typing(bench: Bench) -> None:
    put(bench, "Poet", system_prompt="Rhyme.")
    put(bench, "Lawyer", system_prompt="Object.")
    page = bench.show()
    command = next(each for each in page.commands() if each.key == "chat.preset")
    assert command.text == "Apply a preset…"
    command.run()
    choices = deeds(bench).choices
    assert choices is not None
    bench.press(choices.list, Qt.Key.Key_Down)
    bench.press(choices.list, Qt.Key.Key_Return)
    assert conversation(bench).system_prompt == "Object."


def test_without_presets_the_palette_says_what_they_are(bench: Bench) -> None:
    page = bench.show()
    next(each for each in page.commands() if each.key == "chat.preset").run()
    panel = deeds(bench).panel
    assert panel is not None
    assert panel._empty.isVisible() and not panel.list.isVisible()
    assert panel.save.hasFocus()
    bench.press(panel, Qt.Key.Key_Escape)
    assert deeds(bench).panel is None


def test_u18_every_row_says_what_it_is(bench: Bench) -> None:
    preset = put(bench, "Poet", model="auto:cost", parameters=Parameters(temperature=1.0))
    bench.stage.presets_service.default_id = preset.id
    bench.show()
    panel = managed(bench)
    spoken = panel.list.model().index(0, 0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "Poet, new chats begin with this, auto:cost · Temperature 1"
    assert panel.accessibleName() == "Presets"
