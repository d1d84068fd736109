"""Files come into the composer by choice, paste and drop, are shown, and go with the message."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QDragLeaveEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.chat import Message
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.models import ModelInfo, ModelKind
from panda_desktop.ui.attach.attaching import LIMIT_KEY
from tests.ui.attach.conftest import AttachBench, of_files, photo, picture, read
from tests.ui.doubles import MODELS

Put = Callable[[str, bytes], Path]
SHOT = picture(40, 30)


def html(markup: str) -> QMimeData:
    mime = QMimeData()
    mime.setData("text/html", QByteArray(markup.encode()))
    return mime


def test_files_are_shown_sent_and_gone(bench: AttachBench, put: Put) -> None:
    bench.show()
    bench.give(put("photo.jpg", photo(60, 40)), put("笔记.txt", "你好".encode()))
    assert bench.names() == ["photo.jpg", "笔记.txt"]
    assert bench.panel.isVisible()
    bench.qtbot.waitUntil(lambda: bench.chips[0]._pixmap is not None)
    going = bench.files.items
    bench.type("What is this?")
    bench.enter()
    assert bench.calls("send") == [(bench.open_id, "What is this?", *going)]
    assert bench.chips == ()
    assert not bench.panel.isVisible()
    assert bench.service.all[bench.open_id].draft_attachments == ()


def test_files_alone_can_be_sent(bench: AttachBench, put: Put) -> None:
    bench.show()
    assert not bench.composer.button.isEnabled()
    bench.give(put("a.txt", b"text"))
    assert bench.composer.button.isEnabled()
    bench.enter()
    assert [call[1] for call in bench.calls("send")] == [""]


def test_v25_a_file_deleted_before_sending_does_not_matter(bench: AttachBench, put: Put) -> None:
    bench.show()
    path = put("a.txt", b"text")
    bench.give(path)
    path.unlink()
    bench.enter()
    ((_, _, sent),) = bench.calls("send")
    assert bench.service.files[sent.file] == b"text"


def test_a_failure_leaves_text_and_files(bench: AttachBench, put: Put) -> None:
    bench.show()
    bench.give(put("a.txt", b"text"))
    bench.type("Read this")
    bench.service.failure = PandaError(ErrorKind.NO_KEY)
    bench.enter()
    assert bench.names() == ["a.txt"]
    assert bench.composer.text() == "Read this"
    assert bench.service.all[bench.open_id].draft_attachments == bench.files.items


def test_sending_waits_for_files_and_happens_once(bench: AttachBench, put: Put) -> None:
    bench.show()
    bench.type("Read this")
    bench.attaching.intake.take_paths([put("a.txt", b"a"), put("b.txt", b"b")])
    bench.enter()
    bench.enter()
    assert bench.calls("send") == []
    assert "as soon as" in bench.composer.hint()
    bench.qtbot.waitUntil(lambda: bool(bench.calls("send")))
    (call,) = bench.calls("send")
    assert [each.name for each in call[2:]] == ["a.txt", "b.txt"]


def test_a_file_that_does_not_come_is_told_and_nothing_is_sent(bench: AttachBench, put: Put) -> None:
    bench.show()
    bench.type("Read this")
    bench.attaching.intake.take_paths([put("a.txt", b"a"), put("b.pdf", b"%PDF-")])
    bench.enter()
    bench.settle()
    bench.qtbot.waitUntil(lambda: bool(bench.notices()))
    assert bench.calls("send") == []
    assert "b.pdf" in bench.said()
    assert "paste it here" in bench.said()
    assert bench.composer.text() == "Read this"


def test_a_file_that_cannot_be_kept_stops_the_sending(bench: AttachBench, put: Put) -> None:
    bench.show()
    bench.type("Read this")
    bench.attaching.intake.take_paths([put("a.txt", b"a")])
    bench.enter()
    bench.service.failure = PandaError(ErrorKind.DISK_FULL, ErrorDetail())
    bench.settle()
    assert bench.calls("send") == []
    assert len(bench.notices()) == 1


def test_a_file_lands_in_the_chat_it_was_given_to(bench: AttachBench, put: Put) -> None:
    other = bench.put("Other")
    bench.show()
    first = bench.open_id
    bench.attaching.intake.take_paths([put("a.txt", b"a")])
    bench.chat.open(other.id)
    bench.qtbot.waitUntil(lambda: bool(bench.service.all[first].draft_attachments))
    assert bench.chips == ()
    bench.chat.open(first)
    assert bench.names() == ["a.txt"]


# by keyboard and pointer


def test_keys_walk_along_and_take_out(bench: AttachBench, put: Put) -> None:
    bench.show()
    bench.give(*[put(f"{name}.txt", b"x") for name in "abc"])
    first, second, third = bench.chips
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_End)
    assert third.hasFocus()
    stops = [chip for chip in bench.chips if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [third]
    QTest.keyClick(third, Qt.Key.Key_Backspace)
    assert bench.names() == ["a.txt", "b.txt"]
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Delete)
    QTest.keyClick(first, Qt.Key.Key_Delete)
    assert bench.chips == ()
    assert bench.field.hasFocus()


def test_the_cross_takes_out_and_every_chip_can_be_heard(bench: AttachBench, put: Put) -> None:
    bench.show()
    bench.give(put("shot.png", SHOT), put("a <b>note.txt", b"text"))
    shot, note = bench.chips
    assert shot.accessibleName().startswith("Picture shot.png, 40 × 30")
    assert note.accessibleName() == "Text a <b>note.txt, 4 B"
    assert "<b>" not in note.toolTip()
    assert min(shot.cross.width(), shot.cross.height()) >= 28
    shot.cross.click()
    assert bench.names() == ["a <b>note.txt"]


def test_a_text_file_can_be_put_into_the_message(bench: AttachBench, put: Put) -> None:
    bench.show()
    bench.type("See: ")
    bench.give(put("a.txt", "line\r\n二".encode()))
    bench.chips[0].click()
    assert bench.attaching.menu.actions()[0].text() == "Open"
    put_in = bench.attaching.menu.actions()[1]
    assert put_in.isEnabled()
    put_in.trigger()
    assert bench.composer.text() == "See: line\n二"
    assert bench.chips == ()
    bench.attaching.menu.close()


def test_a_picture_and_a_text_can_be_opened(bench: AttachBench, put: Put) -> None:
    page = bench.show()
    bench.give(put("shot.png", SHOT), put("a.txt", b"text to read"))
    shot, note = bench.chips
    shot.setFocus()
    QTest.keyClick(shot, Qt.Key.Key_Return)
    opener = bench.attaching.opener()
    viewer = opener.viewer
    assert viewer.isVisible()
    bench.press(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()
    assert shot.hasFocus()
    bench.press(shot, Qt.Key.Key_Escape)
    assert bench.field.hasFocus()
    # What the menu does, without a menu: offscreen the program is inactive for a moment when one closes.
    bench.panel.tray.open_wanted.emit(note.attachment)
    bench.qtbot.waitUntil(lambda: opener.panel is not None)
    assert opener.panel.text.toPlainText() == "text to read"
    opener.panel.close()
    assert page.isVisible()
    assert len(bench.chips) == 2


def test_files_are_chosen_in_a_dialog_that_does_not_block(bench: AttachBench, put: Put) -> None:
    bench.show()
    bench.composer.attach.click()
    dialog = bench.attaching.choice.dialog
    assert dialog.isVisible()
    bench.composer.attach.click()
    assert bench.attaching.choice.dialog is dialog
    dialog.filesSelected.emit([str(put("a.txt", b"a")), str(put("b.txt", b"b"))])
    dialog.close()
    bench.settle()
    assert bench.names() == ["a.txt", "b.txt"]
    assert bench.attaching.choice.dialog is None


# paste and drop


def test_a_picture_is_pasted(bench: AttachBench) -> None:
    bench.show()
    mime = QMimeData()
    mime.setImageData(QImage.fromData(SHOT))
    bench.paste(mime)
    bench.settle()
    raw = QMimeData()
    raw.setData("image/jpeg", QByteArray(photo(60, 40)))
    bench.paste(raw)
    bench.settle()
    assert bench.names() == ["Pasted picture.png", "Pasted picture 2.png"]
    kept = [read(bench.service.files[each.file]) for each in bench.files.items]
    assert [(each.width(), each.height()) for each in kept] == [(40, 30), (40, 60)]
    assert bench.composer.text() == ""


def test_files_are_pasted_also_from_the_messages(bench: AttachBench, put: Put) -> None:
    bench.show()
    bench.ask("Why?", "Because.")
    QApplication.clipboard().setMimeData(of_files(put("a.txt", b"a")))
    transcript = bench.page.pane.transcript
    transcript.setFocus()
    QTest.keyClick(transcript, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    bench.settle()
    assert bench.names() == ["a.txt"]


def test_files_are_dropped_on_text_and_messages(bench: AttachBench, put: Put) -> None:
    page = bench.show()
    mime = of_files(put("a.txt", b"a"))
    overlay = bench.attaching.zone.overlay
    for target in (page.pane, bench.field.viewport()):
        assert bench.drag(target, mime).isAccepted()
        assert overlay.isVisible()
        assert overlay.geometry() == page.pane.rect()
        assert bench.drop(target, mime).isAccepted()
        assert not overlay.isVisible()
        bench.settle()
    assert bench.names() == ["a.txt", "a.txt"]
    assert bench.field.hasFocus()


def test_the_overlay_goes_when_the_drag_goes(bench: AttachBench, put: Put) -> None:
    page = bench.show()
    bench.drag(page.pane, of_files(put("a.txt", b"a")))
    QApplication.sendEvent(page.pane, QDragLeaveEvent())
    bench.qtbot.waitUntil(lambda: not bench.attaching.zone.overlay.isVisible())


def test_dragged_text_is_for_the_field_only(bench: AttachBench) -> None:
    page = bench.show()
    mime = QMimeData()
    mime.setText("words")
    bench.drag(page.pane, mime)
    assert not bench.attaching.zone.overlay.isVisible()
    bench.drag(bench.field.viewport(), mime)
    bench.drop(bench.field.viewport(), mime)
    assert bench.composer.text() == "words"


@pytest.mark.parametrize(
    "source", ["file:///etc/passwd", "//server/share/a.png", "\\\\server\\share\\a.png", "http://127.0.0.1/a"]
)
def test_u02_html_is_pasted_as_text_and_loads_nothing(bench: AttachBench, source: str) -> None:
    bench.show()
    bench.paste(html(f"<style>p{{}}</style><p>One<img src='{source}'></p><p>two &amp; <b>three</b></p>"))
    assert bench.composer.text() == "One\ntwo & three"
    assert bench.files.items == () and bench.files.pending == 0


def test_u02_a_table_copied_with_its_picture_is_text(bench: AttachBench) -> None:
    bench.show()
    mime = html("<table><tr><td>1</td></tr></table>")
    mime.setText("1\t2")
    mime.setImageData(QImage.fromData(SHOT))
    bench.paste(mime)
    assert bench.composer.text() == "1\t2"
    assert bench.files.pending == 0


def test_u02_rtf_alone_is_refused_in_words_and_an_address_is_text(bench: AttachBench) -> None:
    bench.show()
    mime = QMimeData()
    mime.setData("text/rtf", QByteArray(b"{\\rtf1 hello}"))
    bench.field.insertFromMimeData(mime)
    assert "plain text" in bench.said()
    link = QMimeData()
    link.setUrls([QUrl("https://example.org/a.png")])
    bench.paste(link)
    assert bench.composer.text() == "https://example.org/a.png"
    assert bench.files.pending == 0


def test_u02_a_list_of_files_is_attached(bench: AttachBench, put: Put) -> None:
    bench.show()
    bench.paste(of_files(put("a.txt", b"a"), put("b.png", SHOT)))
    bench.settle()
    assert bench.names() == ["a.txt", "b.png"]


def test_u01_10_mb_become_a_file_without_a_gap(bench: AttachBench) -> None:
    bench.show()
    mime = QMimeData()
    mime.setText("word " * 2_000_000)
    before = time.thread_time()
    bench.field.insertFromMimeData(mime)
    assert time.thread_time() - before < 0.15
    bench.qtbot.waitUntil(lambda: len(bench.chips) == 1 and bench.files.pending == 0, timeout=20_000)
    assert bench.names() == ["Pasted text.txt"]
    assert "10 MB" in bench.chips[0].accessibleName()
    assert bench.composer.text() == ""


# what is refused


def test_u03_everything_refused_is_named_with_a_reason(bench: AttachBench, put: Put, tmp_path: Path) -> None:
    bench.show()
    bench.give(
        tmp_path, put("a.lnk", b"L"), put("b.url", b"[x]"), put("c.bin", b"\0\1\2"), put("ok.txt", b"fine")
    )
    bench.qtbot.waitUntil(lambda: bool(bench.notices()))
    assert bench.names() == ["ok.txt"]
    said = bench.said()
    assert "A folder cannot be attached. Choose the files in it instead." in said
    assert "“a.lnk”, “b.url”" in said
    assert "“c.bin”" in said


def test_u03_of_1000_files_the_first_20_are_taken(bench: AttachBench, put: Put) -> None:
    bench.show()
    paths = [put(f"{number}.txt", b"x") for number in range(25)]
    bench.attaching.intake.take_paths([*paths, *paths * 39])
    assert "of 1,000 only the first 20 were taken" in bench.said()
    assert bench.notices()[0].key == LIMIT_KEY
    bench.settle()
    assert bench.names() == [f"{number}.txt" for number in range(20)]
    bench.give(paths[0])
    assert "that many are here already" in bench.said()
    assert len(bench.chips) == 20


def test_a_model_that_cannot_see_keeps_the_picture_and_offers_another(bench: AttachBench, put: Put) -> None:
    page = bench.show()
    bench.stage.list_models(
        (*MODELS, ModelInfo("blind", ModelKind.CHAT, sees_images=False), ModelInfo("sees", ModelKind.CHAT))
    )
    bench.chat.choose_model("blind")
    assert bench.panel.unseen() == ""
    bench.give(put("a.txt", b"text"))
    assert bench.panel.unseen() == ""
    bench.give(put("shot.png", SHOT))
    assert "blind cannot see pictures" in bench.panel.unseen()
    assert bench.panel.choose_model.isVisible()
    bench.panel.choose_model.click()
    models = QApplication.activePopupWidget()
    assert models is not None
    models.close()
    bench.chat.choose_model("sees")
    assert bench.panel.unseen() == ""
    assert bench.names() == ["a.txt", "shot.png"]
    assert page.isVisible()


def test_quoted_texts_count_as_tokens(bench: AttachBench, put: Put) -> None:
    bench.show()
    bench.give(put("a.txt", b"word " * 8_000))
    assert bench.composer.hint() == "≈ 10,000 tokens"


# editing an earlier message


def asked(bench: AttachBench, put: Put) -> Message:
    bench.give(put("old.txt", b"old"))
    bench.ask("First", "Answer")
    return bench.chat.rows.messages()[0]


def test_editing_shows_the_files_of_the_message_and_cancelling_those_of_the_draft(
    bench: AttachBench, put: Put
) -> None:
    bench.show()
    question = asked(bench, put)
    bench.give(put("draft.txt", b"draft"))
    bench.page._edit(question)
    assert bench.names() == ["old.txt"]
    bench.give(put("new.txt", b"new"))
    assert bench.names() == ["old.txt", "new.txt"]
    stored = bench.service.all[bench.open_id].draft_attachments
    assert [each.name for each in stored] == ["draft.txt"]
    bench.press(bench.field, Qt.Key.Key_Escape)
    assert bench.names() == ["draft.txt"]
    bench.page._edit(question)
    assert bench.names() == ["old.txt"]


def test_an_edited_message_is_sent_with_its_files_as_they_are_now(bench: AttachBench, put: Put) -> None:
    bench.show()
    question = asked(bench, put)
    bench.give(put("draft.txt", b"draft"))
    bench.page._edit(question)
    bench.chips[0].cross.click()
    bench.give(put("new.txt", b"new"))
    new = bench.files.items
    bench.enter()
    assert bench.calls("edit") == [(question.id, "First", *new)]
    assert bench.names() == ["draft.txt"]
    bench.page._composing.flush()
    assert [each.name for each in bench.service.all[bench.open_id].draft_attachments] == ["draft.txt"]


def test_an_editing_put_aside_keeps_its_files(bench: AttachBench, put: Put) -> None:
    other = bench.put("Other")
    bench.show()
    question = asked(bench, put)
    first = bench.open_id
    bench.page._edit(question)
    bench.give(put("new.txt", b"new"))
    bench.chat.open(other.id)
    assert bench.chips == ()
    bench.chat.open(first)
    assert bench.names() == ["old.txt", "new.txt"]
    bench.press(bench.field, Qt.Key.Key_Escape)
    assert bench.chips == ()


# asking about a picture


def test_a_picture_is_asked_about_in_the_open_chat_while_it_is_empty(bench: AttachBench, put: Put) -> None:
    page = bench.show()
    first = bench.open_id
    page.ask_about(put("panda.png", SHOT))
    bench.settle()
    assert bench.open_id == first
    assert bench.names() == ["panda.png"]
    assert bench.field.hasFocus()


def test_a_picture_is_asked_about_in_a_new_chat_after_messages(bench: AttachBench, put: Put) -> None:
    page = bench.show()
    first = bench.ask("Why?", "Because.")
    page.ask_about(put("panda.png", SHOT))
    bench.qtbot.waitUntil(lambda: bench.names() == ["panda.png"])
    assert bench.open_id != first
    assert bench.service.all[first].draft_attachments == ()
