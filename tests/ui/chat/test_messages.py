"""What can be done with messages, what is said when one failed, and finding text in them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest

from panda_desktop.domain.chat import Message, MessageState, Receipt, Role, Usage
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.ui.chat.asking_back import LinkQuestion, link_target, may_open
from panda_desktop.ui.kit import ChoicePopover, Menu
from panda_desktop.ui.theme import DARK, LIGHT, ThemeMode, look
from tests.ui.chat.conftest import Bench


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collects what would be opened in the browser."""
    found: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.toString()))
    return found


def models(bench: Bench) -> ChoicePopover:
    panel = bench.page._deeds.panel
    assert isinstance(panel, ChoicePopover)
    return panel


def test_regenerate_offers_the_same_model_first(bench: Bench) -> None:
    page = bench.show()
    bench.ask("Why?", "Because.")
    answer = bench.last().id
    page.pane.transcript.regenerate_requested.emit(answer)
    panel = models(bench)
    assert panel.isVisible()
    bench.press(panel.search, Qt.Key.Key_Return)
    assert bench.calls("regenerate") == [(answer, None)]
    assert page._deeds.panel is None


def test_regenerate_takes_any_other_model(bench: Bench) -> None:
    page = bench.show()
    bench.ask("Why?", "Because.")
    answer = bench.last().id
    page.pane.transcript.regenerate_requested.emit(answer)
    QTest.keyClicks(models(bench).search, "deepseek")
    bench.press(models(bench).search, Qt.Key.Key_Return)
    assert bench.calls("regenerate") == [(answer, "deepseek-v4-flash")]
    assert bench.service.all[bench.open_id].model == "auto"


def test_escape_asks_for_nothing(bench: Bench) -> None:
    page = bench.show()
    bench.ask("Why?", "Because.")
    page.pane.transcript.regenerate_requested.emit(bench.last().id)
    bench.press(models(bench).search, Qt.Key.Key_Escape)
    assert bench.calls("regenerate") == []


def test_u06_try_again_twice_is_one_request(bench: Bench) -> None:
    page = bench.show()
    bench.ask("Why?")
    failed = bench.service.finish(bench.open_id, state=MessageState.FAILED, error=ErrorKind.UNAVAILABLE)
    page.pane.transcript.retry_requested.emit(failed.id)
    page.pane.transcript.retry_requested.emit(failed.id)
    assert bench.calls("regenerate") == [(failed.id, None)]


def test_nothing_is_asked_while_an_answer_comes(bench: Bench) -> None:
    page = bench.show()
    bench.ask("Why?", "Because.")
    answer = bench.last().id
    bench.ask("And?")
    page.pane.transcript.retry_requested.emit(answer)
    page.pane.transcript.continue_requested.emit(answer)
    assert bench.calls("regenerate") == bench.calls("continue") == []
    assert "Wait" in bench.composer.hint()


def test_continue_fork_and_siblings_reach_the_chat(bench: Bench) -> None:
    page = bench.show()
    bench.ask("Why?", "Because")
    answer = bench.last().id
    page.pane.transcript.continue_requested.emit(answer)
    page.pane.transcript.sibling_requested.emit(answer, -1)
    page.pane.transcript.fork_requested.emit(answer)
    assert bench.calls("continue") == [(answer,)]
    assert bench.calls("sibling") == [(answer, -1)]
    assert bench.calls("fork") == [(answer,)]


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "Message deleted."), (3, "3 messages deleted."), (1234, "1,234 messages deleted.")],
)
@pytest.mark.parametrize("how", ["button", "key"])
def test_deleting_says_how_much_and_can_be_taken_back(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, count: int, words: str, how: str
) -> None:
    page = bench.show()
    bench.ask("One", "1")
    message = bench.last()
    gone = (message.id, *[f"below {number}" for number in range(count - 1)])

    async def delete(message_id: str) -> tuple[str, ...]:
        bench.service.calls.append(("delete", message_id))
        return gone

    monkeypatch.setattr(bench.service, "delete_message", delete)
    page.pane.transcript.delete_requested.emit(message.id)
    assert bench.calls("delete") == [(message.id,)]
    (notice,) = bench.notices()
    assert (notice.text, [action.text for action in notice.actions]) == (words, ["Undo"])
    if how == "button":
        notice.actions[0].run()
    else:
        command = next(each for each in page.commands() if each.shortcut == "Ctrl+Z")
        command.run()
        assert bench.notices() == ()
    assert bench.calls("restore") == [gone]


ENDINGS: dict[str, dict[str, Any]] = {
    "whole": {},
    "length": {"finish_reason": "length"},
    "cut": {"state": MessageState.INTERRUPTED, "error": ErrorKind.TRUNCATED, "finish_reason": ""},
    "stopped": {"state": MessageState.STOPPED, "finish_reason": ""},
}


@pytest.mark.parametrize(
    ("ending", "action", "call"),
    [
        ("whole", "Delete", "delete"),
        ("whole", "Fork", "fork"),
        ("whole", "Edit", ""),
        ("whole", "Regenerate", ""),
        ("length", "Continue", "continue"),
        ("cut", "Continue", "continue"),
        ("stopped", "Continue", "continue"),
        ("cut", "Try again", "regenerate"),
    ],
)
def test_u18_every_action_is_done_by_keyboard(bench: Bench, ending: str, action: str, call: str) -> None:
    page = bench.show()
    bench.ask("Why?")
    bench.service.grow(bench.open_id, "Because.")
    answer = bench.service.finish(bench.open_id, **ENDINGS[ending])
    view = page.pane.transcript
    bench.qtbot.waitUntil(lambda: any(name == action for name, _area in view.spoken_actions(1)))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    target = {"Try again": "retry"}.get(action, action.lower())
    for _ in range(20):
        focused = view._attention.focused
        if focused is not None and focused.row == 1 and focused.target == target:
            break
        QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Return)
    if call:
        assert bench.calls(call)[0][0] == answer.id
    elif action == "Edit":
        assert bench.composer.text() == "Why?" and bench.field.hasFocus()
    else:
        QTest.keyClicks(models(bench).search, "deepseek")
        bench.press(models(bench).search, Qt.Key.Key_Return)
        assert bench.calls("regenerate") == [(answer.id, "deepseek-v4-flash")]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_menu_of_a_message_offers_what_its_line_offers(bench: Bench, ending: str) -> None:
    page = bench.show()
    bench.ask("Why?")
    bench.service.grow(bench.open_id, "Because.")
    answer = bench.service.finish(bench.open_id, **ENDINGS[ending])

    def menu(message_id: str) -> dict[str, Any]:
        made = Menu(page)
        page.pane.transcript.menu_opening.emit(made, message_id)
        return {action.text(): action for action in made.actions()}

    offered = menu(answer.id)
    assert {"Edit", "Answer again with…", "Fork", "Delete"} <= offered.keys()
    assert ("Continue" in offered) is (ending != "whole")
    if "Continue" in offered:
        offered["Continue"].trigger()
        assert bench.calls("continue") == [(answer.id,)]
    offered["Delete"].trigger()
    assert bench.calls("delete") == [(answer.id,)]
    asked = menu(bench.chat.rows.messages()[0].id)
    assert "Edit" in asked and not {"Answer again with…", "Continue"} & asked.keys()


def test_m04_a_link_opens_only_after_its_host_was_shown(bench: Bench, opened: list[str]) -> None:
    page = bench.show()
    bench.ask("Why?", "See [the bank](https://bank.example@evil.example/login)")
    page.pane.transcript.link_activated.emit("https://bank.example@evil.example/login")
    question = page._deeds.panel
    assert isinstance(question, LinkQuestion)
    assert question.title() == "evil.example"
    assert opened == []
    bench.press(question, Qt.Key.Key_Escape)
    assert opened == []
    page.pane.transcript.link_activated.emit("https://evil.example/login")
    question = page._deeds.panel
    assert isinstance(question, LinkQuestion)
    assert question.yes.hasFocus()
    bench.press(question.yes, Qt.Key.Key_Return)
    assert opened == ["https://evil.example/login"]


def test_the_address_of_a_link_can_be_copied(bench: Bench, opened: list[str]) -> None:
    page = bench.show()
    bench.ask("Why?", "x")
    page.pane.transcript.link_activated.emit("https://example.org/a")
    question = page._deeds.panel
    assert isinstance(question, LinkQuestion)
    question.copy.click()
    assert QGuiApplication.clipboard().text() == "https://example.org/a"
    assert opened == []


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "smb://host/share",
        "data:text/html,x",
        "vscode:x",
        "",
        "\\\\h\\s",
    ],
)
def test_m04_other_kinds_of_links_are_never_opened(bench: Bench, opened: list[str], address: str) -> None:
    page = bench.show()
    assert not may_open(address)
    page.pane.transcript.link_activated.emit(address)
    assert page._deeds.panel is None
    assert opened == []


def test_u04_a_host_in_other_letters_is_shown_as_it_is_looked_up() -> None:
    assert link_target("https://аpple.com/x") == "xn--pple-43d.com"
    assert link_target("mailto:someone@example.org") == "someone@example.org"


def failed_answer(bench: Bench, kind: ErrorKind, message: str = "") -> Message:
    bench.ask("Why?")
    detail = ErrorDetail(status=402, message=message, code="insufficient_quota")
    return bench.service.finish(bench.open_id, state=MessageState.FAILED, error=kind, error_detail=detail)


def test_h03_a_failed_answer_offers_the_next_step(bench: Bench) -> None:
    page = bench.show()
    failed_answer(bench, ErrorKind.NO_CREDIT, "balance 0.00")
    (notice,) = bench.notices()
    assert "balance 0.00" in notice.text
    assert [action.text for action in notice.actions] == ["Add credit", "Choose another model"]
    assert "insufficient_quota" in notice.details
    with bench.qtbot.waitSignal(page.top_up_wanted):
        notice.actions[0].run()
    notice.actions[1].run()
    assert page.pane.header.model.popover() is not None


def test_h02_a_refused_key_leads_to_the_key(bench: Bench) -> None:
    page = bench.show()
    failed_answer(bench, ErrorKind.KEY_REFUSED)
    (notice,) = bench.notices()
    with bench.qtbot.waitSignal(page.key_wanted):
        notice.actions[0].run()


def test_a_wrong_address_leads_to_the_settings(bench: Bench) -> None:
    page = bench.show()
    bench.chat.failed.emit(PandaError(ErrorKind.ADDRESS_WRONG))
    (notice,) = bench.notices()
    with bench.qtbot.waitSignal(page.settings_wanted):
        notice.actions[0].run()


def test_what_was_said_about_a_failure_goes_with_it(bench: Bench) -> None:
    other = bench.put("Other")
    bench.show()
    failed_answer(bench, ErrorKind.NO_CREDIT)
    bench.chat.open(other.id)
    assert bench.notices() == ()
    failed_answer(bench, ErrorKind.NO_CREDIT)
    bench.ask("Again?")
    assert bench.notices() == ()


def test_a_wrong_parameter_leads_to_the_parameters(bench: Bench) -> None:
    page = bench.show()
    bench.chat.failed.emit(PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="top_p")))
    (notice,) = bench.notices()
    assert "Top P" in notice.text
    notice.actions[0].run()
    assert page.pane.header.panel() is not None


def test_a_regenerate_that_fails_can_be_tried_again(bench: Bench) -> None:
    page = bench.show()
    bench.ask("Why?", "Because.")
    answer = bench.last().id
    bench.service.failure = PandaError(ErrorKind.CANNOT_CONNECT)
    page._deeds.regenerate(answer, "auto:cost")
    (notice,) = bench.notices()
    next(action for action in notice.actions if action.text == "Try again").run()
    assert bench.calls("regenerate") == [(answer, "auto:cost")]


def test_h15_foreign_words_in_a_failure_are_only_text(bench: Bench) -> None:
    page = bench.show()
    failed_answer(bench, ErrorKind.NO_CREDIT, "<img src='file:///etc/passwd'>" * 40)
    (notice,) = bench.notices()
    assert "<img src='file:///etc/passwd'>" in notice.text
    assert len(notice.text) < 400
    page.pane.notices.grab()


def test_u07_switching_every_moment_while_answers_come_mixes_nothing(bench: Bench) -> None:
    bench.show()
    first = bench.ask("First?")
    bench.page.sidebar.new.click()
    second = bench.ask("Second?")
    for turn in range(20):
        bench.chat.open(first if turn % 2 else second)
        bench.service.grow(first, f"f{turn} ")
        bench.service.grow(second, f"s{turn} ")
        shown = {message.conversation_id for message in bench.chat.rows.messages()}
        assert shown == {bench.open_id}
    bench.chat.open(first)
    assert bench.last().text == "".join(f"f{turn} " for turn in range(20))
    assert bench.composer.button.accessibleName() == "Stop"
    bench.service.finish(second)
    assert bench.composer.button.accessibleName() == "Stop"
    bench.service.finish(first)
    assert bench.composer.button.accessibleName() == "Send"


def test_u07_deleting_the_chat_that_answers_leaves_a_fresh_one(bench: Bench) -> None:
    page = bench.show()
    chat = bench.ask("First?")
    bench.service.grow(chat, "some text")
    page._chats.trash_open()
    assert bench.open_id != chat
    assert page.pane.is_welcome()
    bench.service.grow(chat, "late text")
    assert bench.chat.rows.count() == 0
    assert bench.composer.button.accessibleName() == "Send"


def test_the_last_answer_is_copied_as_it_came(bench: Bench) -> None:
    page = bench.show()
    page._deeds.copy_last()
    assert "no answer" in bench.composer.hint()
    bench.ask("Why?", "**Because** of `this`.\n")
    page._deeds.copy_last()
    assert QGuiApplication.clipboard().text() == "**Because** of `this`.\n"


def long_chat(bench: Bench) -> None:
    chat = bench.put("Long", days=1)
    parent = None
    for number in range(40):
        role = Role.USER if number % 2 == 0 else Role.ASSISTANT
        text = "needle in here" if number in (4, 30) else "only hay\n\n" * 5
        made = Message(new_id(), chat.id, parent, number + 1, role, text, datetime.now(UTC))
        bench.service.messages.setdefault(chat.id, []).append(made)
        parent = made.id
    bench.service.put(replace(chat, leaf_id=parent))
    bench.chat.open(chat.id)


def test_text_is_found_and_counted(bench: Bench) -> None:
    page = bench.show()
    long_chat(bench)
    page._find()
    finder = page.pane.finder
    assert finder.field.hasFocus()
    with bench.qtbot.waitSignal(finder._pause.timeout):
        QTest.keyClicks(finder.field, "needle")
    assert finder.count.text() == "In 2 messages"
    at: list[Any] = []
    for key, modifier in ((Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),) * 2 + (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier),
    ):
        bench.press(finder.field, key, modifier)
        current = page.pane.transcript._finder.current
        assert current is not None
        at.append(current.row)
    assert sorted({*at}) == [4, 30]
    assert at[0] == at[2]
    bench.press(finder.field, Qt.Key.Key_Escape)
    assert finder.isHidden()
    assert page.pane.transcript.find_text_count() == 0
    assert bench.field.hasFocus()


def test_text_that_is_not_there_is_said_to_be_so(bench: Bench) -> None:
    page = bench.show()
    long_chat(bench)
    page._find()
    page.pane.finder.field.setText("nowhere")
    page.pane.finder.go(1)
    assert page.pane.finder.count.text() == "Not found"
    assert not page.pane.finder.next.isEnabled()


def test_an_empty_chat_has_nothing_to_find(bench: Bench) -> None:
    page = bench.show()
    page._find()
    assert page.pane.finder.isHidden()
    assert page.sidebar.search.hasFocus()  # all chats are searched: the words are not sent as a message


def test_the_look_of_the_messages_follows_theme_and_zoom(bench: Bench) -> None:
    page = bench.show()
    style: Callable[[], Any] = lambda: page.pane.transcript._style  # noqa: E731
    controller = look()
    mode, zoom = controller.mode, controller.zoom
    try:
        controller.set_mode(ThemeMode.DARK)
        assert style().theme is DARK
        controller.set_mode(ThemeMode.LIGHT)
        controller.set_zoom(150)
        assert (style().theme, style().zoom) == (LIGHT, 150)
    finally:
        controller.set_mode(mode)
        controller.set_zoom(zoom)


def test_the_panel_of_an_action_opens_beside_it(bench: Bench) -> None:
    page = bench.show()
    bench.ask("Why?", "Because.")
    view = page.pane.transcript
    bench.qtbot.waitUntil(lambda: bool(view.spoken_actions(1)))
    _name, area = next(each for each in view.spoken_actions(1) if each[0] == "Regenerate")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    question = models(bench)
    assert view.activated_area() == area.toRect()
    corner = view.viewport().mapToGlobal(area.toRect().topLeft())
    assert abs(question.x() - corner.x()) < 400
    question.close()


@pytest.mark.parametrize("width", [256, 320, 1000])
def test_every_action_can_be_reached_however_narrow_it_is(bench: Bench, width: int) -> None:
    page = bench.show(width=width, height=700)
    page.set_narrow(True)
    bench.ask("Why?")
    usage, receipt = Usage(120, 412, 532), Receipt(first_token_s=0.6, total_s=6.4, cost=Decimal("0.0021"))
    bench.service.grow(bench.open_id, "Because.")
    bench.service.finish(bench.open_id, usage=usage, receipt=receipt)
    view = page.pane.transcript
    bench.qtbot.waitUntil(lambda: len(view.spoken_actions(1)) == 5)
    areas = [area for _name, area in view.spoken_actions(1)]
    assert all(area.left() >= 0 and area.right() <= view.viewport().width() for area in areas)
    assert not any(one.intersects(other) for one in areas for other in areas if one != other)


def test_opening_a_link_uses_the_address_itself(bench: Bench, opened: list[str]) -> None:
    page = bench.show()
    address = "https://example.org/a?b=c%20d#e"
    page.pane.transcript.link_activated.emit(address)
    question = page._deeds.panel
    assert isinstance(question, LinkQuestion)
    question.yes.click()
    assert QUrl(opened[0]) == QUrl(address)
