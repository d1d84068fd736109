"""Exporting: from the wish to the words at the end."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.exchange import ExportReport, FileFormat
from panda_desktop.ui.exchange.values import Form
from panda_desktop.ui.exchange.words import ExchangeWords
from panda_desktop.ui.kit import Label
from panda_desktop.ui.window import Place
from tests.ui.exchange.conftest import Desk


def test_the_open_chat_is_exported_and_shown(desk: Desk) -> None:
    identity = desk.chat("On rivers")
    desk.window.commands.run("exchange.one")
    desk.panel().go.click()
    assert desk.dialog().acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert desk.dialog().selectedFiles()[0].endswith("On rivers.md")
    target = desk.folder / "mine.md"
    desk.accept(target)
    (request,) = desk.service.calls
    assert (request.target, request.format, request.conversation_ids) == (
        target,
        FileFormat.MARKDOWN,
        (identity,),
    )
    assert not request.all_branches and not request.separate
    assert "“mine.md”" in desk.said()
    desk.take("Show in folder")
    assert desk.shown == [target]


@pytest.mark.parametrize("form", [Form.MARKDOWN, Form.HTML, Form.JSON])
def test_each_form_with_every_version(desk: Desk, form: Form) -> None:
    desk.chat()
    desk.desk.export_open()
    panel = desk.panel()
    desk.choose(panel.form, form)
    assert panel.branches.isVisible() is (form is not Form.JSON)
    if form is not Form.JSON:
        desk.choose(panel.branches, "every")
    panel.go.click()
    assert desk.dialog().selectedFiles()[0].endswith(f"A chat{form.suffix}")
    desk.accept(desk.folder / f"x{form.suffix}")
    assert desk.service.calls[0].format == FileFormat(form.value)
    assert desk.service.calls[0].all_branches is (form is not Form.JSON)


def test_a_pdf_goes_through_the_press(desk: Desk) -> None:
    identity = desk.chat()
    desk.desk.export_open()
    desk.choose(desk.panel().form, Form.PDF)
    desk.panel().go.click()
    desk.accept(desk.folder / "x.pdf")
    assert desk.press.made == {desk.folder / "x.pdf": f"<h1>{identity}</h1>"}
    assert "“x.pdf”" in desk.said()


def test_all_chats_into_one_file_or_one_for_each(desk: Desk) -> None:
    desk.chat("One")
    desk.chat("Two")
    desk.window.go(Place.SETTINGS)
    desk.window.commands.run("exchange.all")
    panel = desk.panel()
    assert panel.what.value() == "all" and panel.files.isVisible()
    desk.choose(panel.form, Form.JSON)
    panel.go.click()
    desk.accept(desk.folder / "all.json")
    assert desk.service.calls[0].conversation_ids is None and not desk.service.calls[0].separate
    desk.desk.export_all()
    assert desk.panel().form.value() == Form.JSON  # as it was wished last
    desk.choose(desk.panel().files, "each")
    desk.panel().go.click()
    assert desk.dialog().fileMode() == QFileDialog.FileMode.Directory
    desk.accept(desk.folder)
    request = desk.service.calls[1]
    assert request.separate and request.target.parent == desk.folder
    assert "2 chats" in desk.said() and request.target.name in desk.said()


def test_all_chats_as_pdf_one_for_each(desk: Desk) -> None:
    for title in ("Same", "Same", "Other"):
        desk.chat(title)
    desk.desk.export_all()
    desk.choose(desk.panel().form, Form.PDF)
    desk.choose(desk.panel().files, "each")
    desk.panel().go.click()
    desk.accept(desk.folder)
    assert sorted(path.name for path in desk.press.made) == ["2 Same.pdf", "Other.pdf", "Same.pdf"]


def test_an_empty_chat_is_not_exported(desk: Desk) -> None:
    desk.desk.export_open()
    assert desk.desk.panel is None and "nothing to export" in desk.said()
    desk.desk.export_all()
    assert not desk.panel().what.button("open").isEnabled()
    assert desk.panel().what.value() == "all"


def test_the_panel_by_keyboard(desk: Desk) -> None:
    desk.chat()
    desk.desk.export_open()
    panel = desk.panel()
    chip = panel.form.button(Form.MARKDOWN)
    desk.qtbot.waitUntil(chip.hasFocus)
    QTest.keyClick(chip, Qt.Key.Key_Right)
    assert panel.form.button(Form.HTML).hasFocus()
    QTest.keyClick(panel.form.button(Form.HTML), Qt.Key.Key_Space)
    assert "browser" in panel.form.button(Form.HTML).accessibleDescription()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert desk.desk.panel is None and desk.desk.dialogs.dialog is None


def test_nothing_happens_without_a_place(desk: Desk) -> None:
    desk.chat()
    desk.desk.export_open()
    desk.panel().go.click()
    desk.dialog().reject()
    desk.qtbot.waitUntil(lambda: desk.desk.dialogs.dialog is None)
    assert desk.service.calls == [] and desk.said() == ""


def test_progress_is_shown_after_a_moment_and_can_be_ended(desk: Desk) -> None:
    desk.chat()
    desk.service.pauses = 3
    desk.desk.export_open()
    desk.panel().go.click()
    desk.accept(desk.folder / "x.md")
    strip = desk.desk.strip
    assert not strip.isVisible()
    desk.qtbot.waitUntil(strip.isVisible)
    desk.qtbot.waitUntil(lambda: "1,000 of 4,000 messages" in strip.words.text())
    assert strip.line.share == 0.25
    desk.desk.export_all()
    assert desk.desk.panel is None and "Wait for the end" in desk.said()
    strip.cancel.click()
    assert desk.stage.exchange.is_stopping and not strip.cancel.isEnabled()
    desk.tasks.step()
    assert not strip.isVisible() and "No file was made" in desk.said()


def test_a_failure_is_said_and_can_be_tried_again(desk: Desk) -> None:
    desk.chat()
    desk.service.failure = PandaError(ErrorKind.DISK_FULL)
    desk.desk.export_open()
    desk.panel().go.click()
    desk.accept(desk.folder / "x.md")
    assert "disk is full" in desk.said()
    desk.take("Try again")
    assert "“x.md”" in desk.said() and len(desk.service.calls) == 2
    assert "disk is full" not in desk.said()


def test_a_press_that_fails(desk: Desk) -> None:
    desk.chat()
    desk.press.failure = PandaError(ErrorKind.CANNOT_WRITE)
    desk.desk.export_open()
    desk.choose(desk.panel().form, Form.PDF)
    desk.panel().go.click()
    desk.accept(desk.folder / "x.pdf")
    assert "could not be written" in desk.said() and not desk.stage.exchange.is_running


def test_the_words_of_an_export_that_was_ended_halfway() -> None:
    files = (Path("/a/b/1.md"), Path("/a/b/2.md"))
    said = ExchangeWords().exported(ExportReport(files, 2, 9, stopped=True))
    assert "cancelled" in said and "2 chats" in said and "“b”" in said


@pytest.mark.parametrize("width", [360, 720, 1280])
def test_every_control_has_a_name_and_fits(desk: Desk, width: int) -> None:
    desk.chat()
    desk.window.resize(width, 600)
    desk.desk.export_all()
    panel = desk.panel()
    assert panel.width() <= desk.window.width()
    hit = [each for each in panel.findChildren(QWidget) if each.focusPolicy() and each.isVisible()]
    assert all(each.accessibleName() and each.toolTip() for each in hit)
    labels = [label for label in panel.findChildren(Label) if label.isVisible()]
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    panel.close()
