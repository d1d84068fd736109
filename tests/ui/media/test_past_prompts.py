"""Prompts that were sent before, in the field and in the list."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.jobs import JobState, VideoRequest
from panda_desktop.ui.kit import Button, TextArea
from panda_desktop.ui.media.past_prompts import PastPrompts
from tests.ui.doubles import Stage

Key = Qt.Key
LONG = "A prompt that is much wider than the field it stands in, so that it has several lines. " * 3


class Form(QWidget):
    """A field with a button for its past."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.field = TextArea("Prompt")
        self.button = Button("Past prompts")
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.button)
        self.past = PastPrompts(self.field, stage.video_prompts, self)
        self.past.taken.connect(self.field.set_text)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Stage:
    made = Stage(tmp_path)
    made.load()
    return made


@pytest.fixture
def form(qtbot: QtBot, stage: Stage) -> Form:
    made = Form(stage)
    qtbot.addWidget(made)
    made.resize(300, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.setFocus()
    return made


def sent(stage: Stage, *prompts: str) -> None:
    for prompt in prompts:
        job = stage.jobs_service._accept(stage.videos._kind, VideoRequest("wan", prompt), 1)
        job = stage.jobs_service.move(job, JobState.SUBMITTING)
        stage.jobs_service.move(job, JobState.DONE)


def up(qtbot: QtBot, form: Form, *expected: str) -> None:
    for prompt in expected:
        qtbot.keyClick(form.field, Key.Key_Up)
        assert form.field.text() == prompt


def down(qtbot: QtBot, form: Form, *expected: str) -> None:
    for prompt in expected:
        qtbot.keyClick(form.field, Key.Key_Down)
        assert form.field.text() == prompt


def test_up_and_down_go_through_what_was_sent(qtbot: QtBot, stage: Stage, form: Form) -> None:
    sent(stage, "first", LONG, "last\nof two lines")
    up(qtbot, form, "last\nof two lines", LONG, "first", "first")
    # At the start of its text after Up: the way back begins at the last line.
    qtbot.keyClick(form.field, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    down(qtbot, form, LONG, "last\nof two lines", "", "")


def test_the_prompt_that_was_just_sent_counts_as_the_newest(qtbot: QtBot, stage: Stage, form: Form) -> None:
    sent(stage, "one", "two")
    form.field.set_text("two")
    up(qtbot, form, "one")
    sent(stage, "three")
    qtbot.keyClick(form.field, Key.Key_End)
    down(qtbot, form, "two", "three", "")


def test_what_a_person_has_written_is_never_replaced(qtbot: QtBot, stage: Stage, form: Form) -> None:
    sent(stage, "one", "two")
    form.field.set_text("my own words")
    up(qtbot, form, "my own words")
    down(qtbot, form, "my own words")
    form.field.set_text("")
    up(qtbot, form, "two")
    form.field.insertPlainText("!")
    up(qtbot, form, "!two")
    form.field.set_text("")
    qtbot.keyClick(form.field, Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert form.field.text() == ""
    up(qtbot, form, "two")
    form.field.undo()
    assert form.field.text() == ""


def test_up_inside_a_text_moves_the_cursor(qtbot: QtBot, stage: Stage, form: Form) -> None:
    sent(stage, "one", "two\nlines")
    form.field.set_text("two\nlines")
    assert form.field.textCursor().blockNumber() == 1
    up(qtbot, form, "two\nlines")
    assert form.field.textCursor().blockNumber() == 0
    up(qtbot, form, "one")


def test_the_list_says_how_often_and_takes_one(qtbot: QtBot, stage: Stage, form: Form) -> None:
    assert not form.past.offer(form.button)
    sent(stage, "<b>one</b>", "two", "<b>one</b>")
    assert form.past.offer(form.button)
    popover = form.past.popover
    assert popover is not None
    assert [choice.title for choice in popover._choices] == ["<b>one</b>", "two"]
    assert popover._choices[0].note.startswith("2 times, ")
    assert form.past.offer(form.button)  # it is open
    assert form.past.popover is popover
    qtbot.keyClick(popover.list, Key.Key_Down)
    qtbot.keyClick(popover.list, Key.Key_Return)
    assert form.field.text() == "two"
    assert form.past.popover is None
    assert QApplication.activePopupWidget() is None
