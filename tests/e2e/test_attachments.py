"""Files from the clipboard to the request, through a restart and through a kill."""

import base64
import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.chat import MessageState
from panda_desktop.ui.window import Place
from tests.e2e.gateway import DemoServer, demo_server
from tests.e2e.process import driven, look
from tests.e2e.program import Used, environment, used
from tests.e2e.relay import relayed
from tests.ui.attach.conftest import GPS, photo


def paste(program: Used, mime: QMimeData) -> None:
    field = program.chat().pane.composer.field
    QApplication.clipboard().setMimeData(mime)
    field.setFocus()
    field.paste()
    QApplication.clipboard().clear()


async def test_u02_a_pasted_photo_and_a_text_file_are_sent_without_the_place(
    tmp_path: Path, gateway: DemoServer
) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("The bear has 42 bamboo shoots.", "utf-8")
    async with relayed(gateway.base_url) as between:
        async with used(tmp_path / "data", environment(between.base_url)) as program:
            await program.until(lambda: program.views.chat.conversation is not None)
            files = program.views.chat_parts.attachments
            picture = QMimeData()
            picture.setData("image/jpeg", QByteArray(photo(300, 200)))
            paste(program, picture)
            listed = QMimeData()
            listed.setUrls([QUrl.fromLocalFile(str(notes))])
            paste(program, listed)
            await program.ask("How many?")  # while they are still being prepared
            answer = await program.answered()
            assert answer.state is MessageState.DONE
            assert files.items == ()
            question = program.views.chat.rows.row(0).message
            assert {each.name for each in question.attachments} == {"Pasted picture.png", "notes.txt"}
        (body,) = between.bodies("/v1/chat/completions")
    parts = body["messages"][-1]["content"]
    (url,) = [part["image_url"]["url"] for part in parts if part["type"] == "image_url"]
    assert url.startswith("data:image/jpeg;base64,")
    sent = base64.b64decode(url.partition(",")[2])
    shown = QImage.fromData(sent)
    assert (shown.width(), shown.height()) == (200, 300)  # upright
    assert GPS not in sent and b"Exif" not in sent
    assert "The bear has 42 bamboo shoots." in json.dumps(parts)


async def test_a_draft_with_files_is_there_after_a_restart(tmp_path: Path, gateway: DemoServer) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("kept", "utf-8")
    async with used(tmp_path / "data", environment(gateway.base_url)) as program:
        await program.until(lambda: program.views.chat.conversation is not None)
        page = program.chat()
        page._attaching.intake.take_paths([notes])
        await program.until(lambda: len(page.pane.composer.attached.tray.chips()) == 1)
    async with used(tmp_path / "data", environment(gateway.base_url)) as program:
        page = program.chat()
        await program.until(lambda: len(page.pane.composer.attached.tray.chips()) == 1)
        assert page.pane.composer.button.isEnabled()


def test_d01_a_draft_with_files_survives_a_kill(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("kept", "utf-8")
    data = tmp_path / "data"
    with demo_server(speed=50) as gateway:
        with driven(data, gateway.base_url, "attach", str(notes)) as program:
            program.until(lambda told: told["attached"] == ["notes.txt"])
            program.kill()
        assert look(data, gateway.base_url)["attached"] == ["notes.txt"]


async def test_a_picture_of_the_library_is_asked_about(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        images = program.page(Place.IMAGES)
        images.form.prompt.set_text("A red panda")
        images.form.generate.click()
        await program.until(lambda: program.views.library.count() > 0, 60)
        item = program.views.library.item(0)
        images.item_actions.wished.emit("ask", item)
        assert program.window.place() is Place.CHAT
        files = program.views.chat_parts.attachments
        await program.until(lambda: len(files.items) == 1)
        assert program.chat().pane.composer.field.hasFocus()
