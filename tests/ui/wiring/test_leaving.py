"""Closing the window while paid requests wait for their answer: what is said is what happens."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import cast

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.jobs import Job, JobKind, JobState, VideoRequest
from panda_desktop.services.bus import Bus
from panda_desktop.services.tasks import TaskSet
from panda_desktop.ui.kit import Notice, NoticeBar
from panda_desktop.ui.kit.buttons import Button
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.wiring.leaving import Leaving
from tests.ui.doubles import FakeJobs, InstantTasks


class Closing:
    """A window over jobs in memory, and how often the program was told to end."""

    def __init__(self, window: MainWindow, jobs: FakeJobs) -> None:
        self.window = window
        self.jobs = jobs
        self.left = 0
        self.leaving = Leaving(window, jobs, cast("TaskSet", InstantTasks()), self._leave)

    def _leave(self) -> None:
        self.left += 1

    def put(self, state: JobState, *, is_demo: bool = False) -> None:
        request = VideoRequest("wan-2.7-video", "x")
        job = Job(f"j{len(self.jobs.all)}", JobKind.VIDEO, request, state, datetime.now(UTC))
        self.jobs.put(replace(job, is_demo=is_demo))

    def notice(self) -> Notice:
        (found,) = self.window.notices.notices()
        return found

    def take(self, label: str) -> None:
        (action,) = [each for each in self.notice().actions if each.text == label]
        action.run()


@pytest.fixture
def closing(qtbot: QtBot) -> Closing:
    window = MainWindow({Place.CHAT: lambda: QLabel("chat")})
    qtbot.addWidget(window)
    return Closing(window, FakeJobs(Bus()))


@pytest.mark.parametrize("state", [JobState.QUEUED, JobState.POLLING, JobState.DOWNLOADING, JobState.DONE])
def test_u08_nothing_is_asked_when_nothing_is_held(closing: Closing, state: JobState) -> None:
    closing.put(state)
    assert closing.window.close()
    assert closing.left == 1


def test_u08_v10_a_held_request_goes_on_in_the_background(closing: Closing) -> None:
    closing.put(JobState.SUBMITTING)
    assert not closing.window.close()
    assert "goes on in the background" in closing.notice().text
    assert closing.left == 0
    closing.take("Quit for now")
    assert closing.left == 1
    assert closing.jobs.calls == []  # nothing was stopped


def test_u08_whoever_stays_is_asked_again_and_a_second_close_works(closing: Closing) -> None:
    closing.put(JobState.SUBMITTING)
    closing.put(JobState.SUBMITTING)
    assert not closing.window.close()
    assert "they go on in the background" in closing.notice().text
    assert closing.notice().text.startswith("2 pictures or videos")
    closing.take("Stay")
    assert not closing.window.close()
    assert closing.window.close()
    assert closing.left == 1


def test_u08_the_demo_ends_with_the_program_and_that_is_said(closing: Closing) -> None:
    closing.put(JobState.SUBMITTING, is_demo=True)
    assert not closing.window.close()
    assert "ends with the program" in closing.notice().text
    assert "background" not in closing.notice().text
    closing.take("Quit anyway")
    assert closing.left == 1


def test_u08_what_is_held_can_be_ended_and_the_price_of_that_is_said(closing: Closing) -> None:
    closing.put(JobState.SUBMITTING)
    closing.put(JobState.SUBMITTING)
    assert not closing.window.close()
    assert "the answer is lost, and it may be charged all the same" in closing.notice().text
    closing.take("End it and quit")
    assert closing.jobs.calls == [("abandon", "j0"), ("abandon", "j1")]
    assert closing.left == 1


def test_u08_what_cannot_be_ended_keeps_the_program_and_is_said(
    closing: Closing, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails() -> None:
        raise PandaError(ErrorKind.DISK_FULL)

    monkeypatch.setattr(closing.jobs, "end_held", fails)
    closing.put(JobState.SUBMITTING)
    assert not closing.window.close()
    closing.take("End it and quit")
    assert closing.left == 0
    assert closing.notice().text.startswith("It could not be ended, so the program stays.")
    assert not closing.window.close(), "it is asked again"
    closing.take("Quit for now")
    assert closing.left == 1


def test_u08_the_demo_has_nothing_to_end(closing: Closing) -> None:
    closing.put(JobState.SUBMITTING, is_demo=True)
    assert not closing.window.close()
    assert [each.text for each in closing.notice().actions] == ["Stay", "Quit anyway"]


class InTheTray:
    """A tray that could be used."""

    def is_possible(self) -> bool:
        return True

    def is_wanted(self) -> bool:
        return False

    def want(self) -> None: ...

    def enter(self) -> None: ...


def test_u04_all_ways_out_fit_into_400_pixels(qtbot: QtBot, closing: Closing) -> None:
    closing.leaving.staying = InTheTray()
    closing.put(JobState.SUBMITTING)
    closing.window.resize(400, 700)
    closing.window.show()
    assert not closing.window.close()
    bar = closing.window.notices.findChild(NoticeBar)
    assert isinstance(bar, NoticeBar)
    buttons = bar.findChildren(Button)
    assert [each.text() for each in buttons] == [
        "Stay",
        "Close to the tray from now on",
        "Quit for now",
        "End it and quit",
    ]

    def fits() -> None:
        assert closing.window.width() == 400 and bar.isVisible()
        for each in buttons:
            place = each.mapTo(bar, each.rect().bottomRight())
            assert each.width() >= each.sizeHint().width()
            assert place.x() < bar.width() and place.y() < bar.height()

    qtbot.waitUntil(fits)
