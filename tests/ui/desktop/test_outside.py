"""Tray, notifications and the way to quit: what is wanted happens, and what is not there is not missed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from panda_desktop.domain.chat import MessageState, Role
from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState, VideoRequest
from panda_desktop.ui.settings import SettingsPage
from panda_desktop.ui.settings.desktop import DesktopSettings
from panda_desktop.ui.window import Place
from panda_desktop.viewmodels.endings import LONG_ANSWER_S
from tests.ui.desktop.doubles import Outside


def job(kind: JobKind = JobKind.VIDEO, state: JobState = JobState.SUBMITTING, prompt: str = "A panda") -> Job:
    wish = VideoRequest("v", prompt) if kind is JobKind.VIDEO else ImageRequest("i", prompt)
    return Job("j1", kind, wish, state, datetime.now(UTC))


# closing, quitting


def test_u08_closing_keeps_it_in_the_tray_when_that_is_set(outside: Outside) -> None:
    outside.stage.settings.change(tray=True)
    outside.window.show()
    for _ in range(2):
        outside.window.show()
        assert not outside.window.close()
        assert not outside.window.isVisible()
    assert outside.left == 0
    # The first time it is said where it is.
    (told,) = outside.desktop_model.shown
    assert "still running" in told.title
    outside.entry("Open Panda Desktop")
    assert outside.window.isVisible()


def test_u08_closing_quits_by_default_and_where_no_tray_is(make: Callable[..., Outside]) -> None:
    by_default = make()
    by_default.window.show()
    assert by_default.window.close()
    assert by_default.left == 1
    without = make(has_tray=False)
    without.stage.settings.change(tray=True)
    without.window.show()
    assert without.window.close()
    assert without.left == 1


def test_u08_quit_never_means_the_tray(outside: Outside) -> None:
    outside.stage.settings.change(tray=True)
    outside.window.show()
    outside.entry("Quit")
    assert outside.left == 1
    outside.window.commands.run("quit")
    assert outside.left == 2
    program = QApplication.instance()
    assert program is not None
    QCoreApplication.sendEvent(program, QEvent(QEvent.Type.Quit))  # macOS: Cmd+Q, log-out
    assert outside.left == 3


def test_u08_quit_from_the_tray_asks_while_a_paid_request_waits(outside: Outside) -> None:
    outside.stage.settings.change(tray=True)
    outside.stage.jobs_service.put(job())
    assert not outside.window.isVisible()
    outside.entry("Quit")
    assert outside.left == 0
    assert outside.window.isVisible()
    (notice,) = outside.window.notices.notices()
    assert "costs the same" in notice.text
    assert [action.text for action in notice.actions] == ["Stay", "Quit for now", "End it and quit"]
    outside.entry("Quit")
    assert outside.left == 1


def test_u08_the_first_close_with_a_paid_request_offers_the_tray(outside: Outside) -> None:
    outside.stage.jobs_service.put(job())
    outside.window.show()
    assert not outside.window.close()
    (notice,) = outside.window.notices.notices()
    (action,) = [each for each in notice.actions if "tray" in each.text]
    action.run()
    assert outside.stage.settings.current.tray
    assert not outside.window.isVisible()
    assert outside.left == 0
    assert outside.stage.jobs_service.calls == []  # nothing was stopped


def test_u08_without_a_tray_none_is_offered(make: Callable[..., Outside]) -> None:
    outside = make(has_tray=False)
    outside.stage.jobs_service.put(job())
    assert not outside.window.close()
    (notice,) = outside.window.notices.notices()
    assert [action.text for action in notice.actions] == ["Stay", "Quit for now", "End it and quit"]


# the tray


def test_the_tray_counts_what_is_on_its_way_and_leads_there(outside: Outside) -> None:
    entry = outside.desktop.tray.entries()[3]
    assert not entry.isEnabled()
    outside.stage.jobs_service.put(job(JobKind.IMAGE))
    assert entry.isEnabled() and entry.text().startswith("1 ")
    entry.trigger()
    assert outside.window.place() is Place.IMAGES
    outside.stage.jobs_service.put(job(JobKind.IMAGE, JobState.DONE))
    assert not entry.isEnabled()


def test_the_menu_of_the_tray(qtbot: QtBot, outside: Outside) -> None:
    with qtbot.waitSignal(outside.window.new_chat_wanted):
        outside.entry("New chat")
    assert outside.forward == [""]
    outside.entry("Quick prompt")
    assert outside.desktop.quick().isVisible()
    assert outside.forward == [""]  # the main window stays where it is


# notifications


@pytest.mark.parametrize(
    ("kind", "state", "title"),
    [
        (JobKind.VIDEO, JobState.DONE, "The video is ready"),
        (JobKind.VIDEO, JobState.FAILED, "The video could not be made"),
        (JobKind.VIDEO, JobState.UNKNOWN, "No answer came"),
        (JobKind.IMAGE, JobState.DONE, "1 image ready"),
        (JobKind.IMAGE, JobState.REJECTED, "The images could not be made"),
        (JobKind.IMAGE, JobState.REVIEW, "A result needs you"),
    ],
)
def test_an_end_is_told_once(outside: Outside, kind: JobKind, state: JobState, title: str) -> None:
    outside.stage.jobs_service.put(job(kind))
    outside.stage.jobs_service.put(job(kind, state))
    outside.stage.jobs_service.put(job(kind, state))
    (notice,) = outside.desktop_model.shown
    assert notice.title == title
    assert notice.body.startswith("A panda")
    assert ("may have been charged" in notice.body) is (state is JobState.UNKNOWN)


def test_nothing_is_told_to_somebody_who_is_looking(outside: Outside) -> None:
    outside.active = True
    outside.stage.jobs_service.put(job())
    outside.stage.jobs_service.put(job(state=JobState.DONE))
    assert outside.desktop_model.shown == []


def test_nothing_is_told_of_what_the_person_ended_or_the_last_run_left(outside: Outside) -> None:
    outside.stage.jobs_service.put(job(state=JobState.UNKNOWN))
    outside.stage.jobs_service.put(job())
    outside.stage.jobs_service.put(job(state=JobState.ABANDONED))
    assert outside.desktop_model.shown == []


@pytest.mark.parametrize("kind", list(JobKind))
def test_each_kind_can_be_switched_off(outside: Outside, kind: JobKind) -> None:
    outside.stage.settings.change(**{f"notify_{kind}s": False})
    outside.stage.jobs_service.put(job(kind))
    outside.stage.jobs_service.put(job(kind, JobState.DONE))
    assert outside.desktop_model.shown == []


def test_no_word_of_a_prompt_is_told_when_that_is_set(outside: Outside) -> None:
    outside.stage.settings.change(notify_words=False)
    for state in (JobState.DONE, JobState.FAILED, JobState.UNKNOWN):
        outside.stage.jobs_service.put(job(prompt="SECRET"))
        outside.stage.jobs_service.put(job(state=state, prompt="SECRET"))
    _answer(outside, "SECRET question", LONG_ANSWER_S + 1)
    assert len(outside.desktop_model.shown) == 4
    assert "SECRET" not in repr(outside.desktop_model.shown)


def test_m13_what_a_prompt_hides_is_seen_and_can_be_sent(outside: Outside) -> None:
    prompt = "a\x00b \x1b[31m\nred \ud83d " + "long " * 100
    outside.stage.jobs_service.put(job(prompt=prompt))
    outside.stage.jobs_service.put(job(state=JobState.DONE, prompt=prompt))
    (notice,) = outside.desktop_model.shown
    assert notice.body.startswith("a␀b ␛[31m red ? long")
    assert notice.body.endswith("…") and len(notice.body) <= 120
    notice.body.encode("utf-8")


def _answer(outside: Outside, text: str, seconds: float, **end: object) -> str:
    """Lets an answer of the open chat take so long; returns the chat's id."""
    chat = outside.stage.chat
    assert chat.conversation is not None
    conversation_id = chat.conversation.id
    chat.send(text)
    outside.clock.now += seconds
    outside.stage.chat_service.grow(conversation_id, "Yes.")
    outside.stage.chat_service.finish(conversation_id, **end)
    return conversation_id


def test_a_long_answer_is_told_and_a_click_opens_it(outside: Outside) -> None:
    conversation_id = _answer(outside, "Is it true?", LONG_ANSWER_S + 1)
    (notice,) = outside.desktop_model.shown
    assert (notice.title, notice.body) == ("The answer is there", "Is it true?")
    outside.stage.chat.start_new()
    assert outside.stage.chat.conversation is not None
    assert outside.stage.chat.conversation.id != conversation_id
    outside.desktop_model.notice_opened.emit(notice.key, "token-3")
    assert outside.forward == ["token-3"]
    assert outside.stage.chat.conversation.id == conversation_id
    assert ("show message", outside.stage.chat_service.messages[conversation_id][1].id) in (
        outside.stage.chat_service.calls
    )


def test_a_short_answer_and_one_that_was_stopped_are_not_told(outside: Outside) -> None:
    _answer(outside, "Is it true?", 2)
    _answer(outside, "Is it?", LONG_ANSWER_S + 1, state=MessageState.STOPPED)
    outside.stage.settings.change(notify_answers=False)
    _answer(outside, "Really?", LONG_ANSWER_S + 1)
    assert outside.desktop_model.shown == []


def test_no_word_of_a_temporary_chat_leaves_the_program(outside: Outside) -> None:
    outside.stage.chat.start_new(temporary=True)
    _answer(outside, "Is it true?", LONG_ANSWER_S + 1)
    assert outside.stage.chat.rows.row(0).message.role is Role.USER
    assert outside.desktop_model.shown == []


def test_a_click_on_a_job_shows_it(outside: Outside) -> None:
    shown: list[str] = []
    outside.desktop.show_job = shown.append
    outside.stage.jobs_service.put(job())
    outside.stage.jobs_service.put(job(state=JobState.DONE))
    outside.desktop_model.notice_opened.emit(outside.desktop_model.shown[0].key, "")
    assert (shown, outside.forward) == (["j1"], [""])


# the settings


@pytest.fixture
def group(qtbot: QtBot, outside: Outside) -> DesktopSettings:
    page = SettingsPage()
    qtbot.addWidget(page)
    outside.desktop.join_settings(page)
    page.show_section("desktop")
    page.show()
    found = page.findChild(DesktopSettings)
    assert found is not None
    return found


def test_every_setting_is_saved_and_shown(outside: Outside, group: DesktopSettings) -> None:
    settings = outside.stage.settings
    group.tray.click()
    assert settings.current.tray and group.tray.isChecked()
    for kind, switch in group.notices.items():
        assert switch.isChecked()
        switch.click()
        assert getattr(settings.current, f"notify_{kind}") is False
    settings.change(notify_videos=True)
    assert group.notices["videos"].isChecked()
    group.quick.click()
    assert outside.desktop.quick().isVisible()


def test_the_global_shortcut_is_asked_for_only_when_it_is_wanted(
    outside: Outside, group: DesktopSettings
) -> None:
    assert not outside.desktop_model.held
    group.quick_key.click()
    assert outside.desktop_model.held
    outside.desktop_model.give("Ctrl+Alt+Space")
    assert "Ctrl+Alt+Space" in group.quick_key.accessibleDescription()
    outside.desktop_model.give(None)
    assert "panda-desktop --quick" in group.quick_key.accessibleDescription()
    group.quick_key.click()
    assert not outside.desktop_model.held


def test_the_shortcut_opens_the_quick_prompt(outside: Outside) -> None:
    outside.desktop_model.quick_pressed.emit("")
    assert outside.desktop.quick().isVisible()
    assert outside.forward == []


def test_u15_what_this_desktop_cannot_do_says_so(qtbot: QtBot, make: Callable[..., Outside]) -> None:
    outside = make(has_tray=False)
    outside.desktop_model.can_have_shortcut = False
    page = SettingsPage()
    qtbot.addWidget(page)
    outside.desktop.join_settings(page)
    group = page.findChild(DesktopSettings)
    assert group is not None
    assert not group.tray.isEnabled() and "no tray" in group.tray.accessibleDescription()
    assert not group.quick_key.isEnabled()
    assert "panda-desktop --quick" in group.quick_key.accessibleDescription()


def test_n01_nothing_may_have_been_charged_by_the_demo(outside: Outside) -> None:
    outside.stage.jobs_service.put(job())
    outside.stage.jobs_service.put(replace(job(state=JobState.UNKNOWN), is_demo=True))
    (notice,) = outside.desktop_model.shown
    assert "charged" not in notice.body
