"""Importing: the file, the report, and a drop on the list."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.exchange import ImportReport, Misfit, Reason
from panda_desktop.ui.exchange.words import ExchangeWords
from panda_desktop.ui.kit import Label
from tests.ui.exchange.conftest import Desk
from tests.ui.exchange.doubles import refused

MISFITS = (
    Misfit(Reason.UNKNOWN_CONTENT, "Holiday <b>photos</b>", "image_asset_pointer", 3),
    Misfit(Reason.EMPTY, "Nothing at all"),
)
REPORT = ImportReport(
    12, 340, 2, 3, MISFITS, {Reason.UNKNOWN_CONTENT: 3, Reason.EMPTY: 1, Reason.BAD_DATE: 7}
)


def test_a_file_is_imported(desk: Desk) -> None:
    desk.window.commands.run("exchange.import")
    assert any("*.zip" in pattern for pattern in desk.dialog().nameFilters())
    desk.accept(desk.folder / "chats.json")
    assert desk.service.calls == [desk.folder / "chats.json"]
    assert "Added: 2 chats with 9 messages. Already here: one chat." in desk.said()
    (notice,) = desk.window.notices.notices()
    assert not notice.actions and not notice.lasting


def test_what_differs_is_reported(desk: Desk) -> None:
    desk.service.imported = REPORT
    desk.desk.import_file(desk.folder / "chats.zip")
    assert "11 things were not taken over as they were" in desk.said()
    desk.take("Show the report")
    panel = desk.desk.report
    assert panel is not None and panel.isVisible()
    assert list(panel.rows) == [Reason.BAD_DATE, Reason.UNKNOWN_CONTENT, Reason.EMPTY]
    row = panel.rows[Reason.UNKNOWN_CONTENT]
    assert not row.places.isVisible()
    row.button.click()
    assert row.places.isVisible()
    assert row.places.text() == "Holiday <b>photos</b> · image_asset_poin\u200bter (×3)"
    assert row.places.textFormat() == Qt.TextFormat.PlainText
    assert panel.rows[Reason.BAD_DATE].places.text() == "… and 7 more"
    hit = [each for each in panel.findChildren(QWidget) if each.focusPolicy() and each.isVisible()]
    assert all(each.accessibleName() or isinstance(each, Label) for each in hit)
    panel.close()
    assert desk.desk.report is None


def test_bytes_are_counted_and_it_can_be_ended(desk: Desk) -> None:
    desk.service.pauses = 2
    desk.service.imported = ImportReport(1, 4, 0, 0, stopped=True)
    desk.desk.import_file(desk.folder / "chats.json")
    strip = desk.desk.strip
    desk.qtbot.waitUntil(strip.isVisible)
    desk.qtbot.waitUntil(lambda: "1.0 KB of 3.0 KB, 0 chats" in strip.words.text())
    strip.cancel.click()
    desk.tasks.step()
    assert "The import was cancelled. Added: one chat with 4 messages." in desk.said()


@pytest.mark.parametrize(
    "reason", [Reason.NOT_JSON, Reason.NOT_AN_EXPORT, Reason.ENCRYPTED, Reason.UNSAFE_NAME, Reason.TOO_BIG]
)
def test_each_file_that_cannot_be_read_has_its_sentence(desk: Desk, reason: Reason) -> None:
    desk.service.failure = refused(reason)
    desk.desk.import_file(desk.folder / "x.json")
    words = desk.said()
    assert len(words) > 40 and "Check that it is still there" not in words


def test_a_file_that_is_gone_and_one_that_is_too_new(desk: Desk) -> None:
    desk.service.failure = refused("")
    desk.desk.import_file(desk.folder / "x.json")
    assert "Check that it is still there" in desk.said()
    desk.service.failure = PandaError(ErrorKind.DATA_TOO_NEW)
    desk.desk.import_file(desk.folder / "x.json")
    assert "newer version" in desk.said() and "data" not in desk.said()


def test_every_reason_has_words() -> None:
    words = ExchangeWords()
    said = [words.reason(reason) for reason in Reason]
    assert len(set(said)) == len(Reason)
    assert words.imported(ImportReport(0, 0, 0, 0)) == "The file holds no chat that could be added."
    assert words.differing(ImportReport(1, 1, 0, 0)) == ""


def _drag(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(path) for path in paths])
    return data


def _drop(widget: QWidget, data: QMimeData) -> bool:
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPoint(5, 5), copy, data, left, none))
    return enter.isAccepted()


def test_an_exported_file_is_dropped_on_the_list(desk: Desk) -> None:
    target = QWidget(desk.window)
    desk.desk._drops.watch(target)
    assert _drop(target, _drag("file:///home/a/chats.JSON"))
    assert desk.service.calls == [Path("/home/a/chats.JSON")]
    refused_drags = (
        _drag("file:///home/a/picture.png"),
        _drag("https://example.org/chats.json"),
        _drag("file:///a.json", "file:///b.json"),
        QMimeData(),
    )
    assert not any(_drop(target, data) for data in refused_drags)
    assert len(desk.service.calls) == 1
