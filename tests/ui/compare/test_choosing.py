"""The models are chosen before anything is asked, and what a send costs is said."""

import pytest
from PySide6.QtCore import Qt

from panda_desktop.domain.settings import Settings
from panda_desktop.storage.facts import to_json
from panda_desktop.storage.settings_text import settings_of
from panda_desktop.ui.kit import ChoicePopover
from panda_desktop.ui.window import Command
from tests.ui.compare.conftest import ROUTES, CompareBench


def command(bench: CompareBench, key: str) -> Command:
    return next(each for each in bench.page.commands() if each.key == key)


def test_the_button_the_menu_and_the_command_open_the_panel(bench: CompareBench) -> None:
    page = bench.show()
    page.pane.header.compare.click()
    assert bench.comparing.chooser is not None
    bench.comparing.chooser.close()
    assert bench.comparing.chooser is None
    found = command(bench, "chat.compare")
    assert found.shortcut == "Ctrl+Shift+D"
    found.run()
    assert bench.comparing.chooser is not None
    assert found.shortcut not in [
        each.shortcut for each in page.commands() if each.key != "chat.compare" and each.shortcut
    ]


def test_one_press_takes_the_three_routes(bench: CompareBench) -> None:
    bench.show()
    bench.comparing.choose()
    bench.comparing.chooser.routes.click()
    assert bench.comparing.models == ROUTES
    assert bench.comparing.chooser is None
    words = bench.comparing.bar.words()
    assert all(route in words for route in ROUTES)
    assert "3 models" in words and "3 paid requests" in words
    assert bench.comparing.bar.isVisible()
    assert bench.asked == []
    assert bench.stage.settings.current.compare_models == ROUTES


def test_two_to_four_models_are_taken(bench: CompareBench) -> None:
    bench.show()
    bench.comparing.choose()
    chooser = bench.comparing.chooser
    assert chooser.models() == () and not chooser.accept.isEnabled()
    chooser.take("auto")
    assert not chooser.accept.isEnabled()
    for model in ("auto:cost", "deepseek-v4-flash", "my/own-model"):
        chooser.take(model)
    assert chooser.accept.isEnabled()
    chooser.take("auto:speed")
    assert chooser.models() == ("auto", "auto:cost", "deepseek-v4-flash", "my/own-model")
    assert "Four is the most" in chooser._cost.text()
    chooser.take("auto")
    assert "3 paid requests" in chooser._cost.text()


def test_keys_choose_and_compare(bench: CompareBench) -> None:
    bench.show()
    bench.comparing.choose()
    chooser = bench.comparing.chooser
    chooser.search.setText("quality")
    bench.press(chooser.search, Qt.Key.Key_Return)
    chooser.search.setText("some/new-model")
    bench.press(chooser.search, Qt.Key.Key_Return)
    assert chooser.models() == ("auto:quality", "some/new-model")
    assert chooser.search.text() == ""
    bench.press(chooser.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.comparing.models == ("auto:quality", "some/new-model")


def test_the_last_choice_is_offered_again(bench: CompareBench) -> None:
    bench.show()
    bench.arm(("auto", "gone-from-the-list"))
    bench.comparing.disarm()
    assert bench.comparing.models == ()
    bench.comparing.choose()
    assert bench.comparing.chooser.models() == ("auto", "gone-from-the-list")


def test_escape_leaves_the_choice_and_the_mode(bench: CompareBench) -> None:
    bench.show()
    bench.comparing.choose()
    bench.press(bench.comparing.chooser.search, Qt.Key.Key_Escape)
    assert bench.comparing.chooser is None and bench.comparing.models == ()
    bench.arm()
    bench.press(bench.field, Qt.Key.Key_Escape)
    assert bench.comparing.models == () and not bench.comparing.bar.isVisible()
    bench.ask("Why?")
    assert bench.calls("send") == [(bench.open_id, "Why?")] and bench.asked == []


def test_the_mode_belongs_to_its_chat(bench: CompareBench) -> None:
    bench.show()
    bench.ask("One", "Answer")
    first = bench.open_id
    bench.arm()
    bench.chat.start_new()
    assert bench.comparing.models == () and not bench.comparing.bar.isVisible()
    bench.chat.open(first)
    assert bench.comparing.models == ROUTES and bench.comparing.bar.isVisible()


def test_editing_an_earlier_message_asks_one_model(bench: CompareBench) -> None:
    bench.show()
    bench.ask("One", "Answer")
    bench.arm()
    bench.page._deeds.edit(bench.last().id)
    assert not bench.comparing.bar.isVisible()
    bench.composer.replace_text("Another")
    bench.enter()
    assert len(bench.calls("edit")) == 1 and bench.asked == []


@pytest.mark.parametrize("from_answer", [True, False])
def test_a_message_that_is_there_is_asked_again(bench: CompareBench, from_answer: bool) -> None:
    page = bench.show()
    bench.ask("One", "Answer")
    question, answer = bench.chat.rows.messages()
    if from_answer:
        page.pane.transcript.regenerate_requested.emit(answer.id)
        panel = page._deeds.panel
        assert isinstance(panel, ChoicePopover)
        panel._take(panel.list.model().index(1, 0))
    else:
        page.pane.transcript.compare_requested.emit(question.id)
    chooser = bench.comparing.chooser
    assert "now" in chooser._cost.text() or not chooser.models()
    chooser.routes.click()
    assert bench.asked == [("again", question.id, *ROUTES)]
    assert bench.shown() and len(bench.columns) == 3


def test_u06_what_is_asked_again_is_asked_once(bench: CompareBench) -> None:
    page = bench.show()
    bench.ask("One", "Answer")
    page.pane.transcript.compare_requested.emit(bench.last().id)
    chooser = bench.comparing.chooser
    bench.tasks.held = True
    chooser.routes.click()
    chooser.routes.click()
    page.pane.transcript.compare_requested.emit(bench.last().id)
    assert bench.comparing.chooser is None
    bench.tasks.release()
    assert len(bench.asked) == 1


def test_the_last_choice_is_kept_in_the_settings() -> None:
    chosen = Settings(compare_models=ROUTES)
    assert settings_of(to_json(chosen)).compare_models == ROUTES
    assert Settings(compare_models=("a", "b", "c", "d", "e")).sane().compare_models == ()
    assert settings_of('{"compare_models": [1, 2]}').compare_models == ()
