"""Chats out of the real program and into another profile of it, and hostile text on the way out."""

import asyncio
import json
import socket
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextDocument
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QFileDialog

from panda_desktop.domain.exchange import ExportReport, ImportReport
from panda_desktop.domain.folders import Shelf
from panda_desktop.ui.exchange.values import Form
from panda_desktop.ui.kit import Menu
from panda_desktop.ui.window import Place
from tests.e2e.gateway import DemoServer
from tests.e2e.program import Used, environment, used, words_of


def _choose(program: Used, path: Path) -> None:
    dialog = program.views.desk.dialogs.dialog
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.done(QFileDialog.DialogCode.Accepted)


async def _ended(program: Used) -> str:
    await program.until(lambda: not program.views.exchange.is_running and program.window.notices.notices())
    return words_of(program.window.notices.notices())


async def _export(program: Used, form: Form, target: Path, *, everything: bool = False) -> str:
    program.window.notices.close_notice("exchange")
    desk = program.views.desk
    program.window.commands.run("exchange.all" if everything else "exchange.one")
    panel = desk.panel
    assert panel is not None
    chip = panel.form.button(form)
    assert chip is not None
    chip.click()
    panel.go.click()
    _choose(program, target)
    return await _ended(program)


async def _import(program: Used, path: Path) -> ImportReport:
    reports: list[object] = []
    program.views.exchange.finished.connect(reports.append)
    program.window.notices.close_notice("exchange")
    page = program.page(Place.SETTINGS)
    page.data.take_in.click()
    _choose(program, path)
    await _ended(program)
    report = reports[-1]
    assert isinstance(report, ImportReport)
    return report


async def _tree(program: Used) -> list[Any]:
    """Returns everything that is stored of all chats, but for the numbers only one database has."""
    store = program.program.services.storage.conversations
    stored: list[Any] = []
    for chat in await store.shelf(Shelf.LIST):
        if messages := await store.messages(chat.id):
            told = [(m.id, m.parent_id, m.role, m.text, m.created_at, m.state, m.usage) for m in messages]
            stored.append((chat.id, chat.title, chat.model, chat.leaf_id, chat.created_at, told))
    return stored


async def test_out_in_all_forms_and_in_again(tmp_path: Path, gateway: DemoServer) -> None:
    out = tmp_path / "out"
    out.mkdir()
    async with used(tmp_path / "one", environment(gateway.base_url)) as program:
        await program.ask("Show Python code, a table and a list")
        first = await program.answered()
        program.views.chat.regenerate(first.id)
        await program.until(lambda: program.last().id != first.id and program.last().state.is_final)
        for form in Form:
            said = await _export(program, form, out / f"chat{form.suffix}")
            assert f"“chat{form.suffix}”" in said
        stored = await _tree(program)
        assert len(stored) == 1 and len(stored[0][-1]) == 3
    assert sorted(path.name for path in out.iterdir()) == ["chat.html", "chat.json", "chat.md", "chat.pdf"]
    assert "Show Python code" in (out / "chat.md").read_text("utf-8")
    assert "Show Python code" in (out / "chat.html").read_text("utf-8")
    assert len(json.loads((out / "chat.json").read_text("utf-8"))["conversations"]) == 1
    paper = QPdfDocument()
    assert paper.load(str(out / "chat.pdf")) is QPdfDocument.Error.None_
    assert "Show Python code" in paper.getAllText(0).text()
    paper.close()
    async with used(tmp_path / "two", environment(gateway.base_url)) as program:
        report = await _import(program, out / "chat.json")
        assert (report.conversations, report.messages, report.counts) == (1, 3, {})
        assert await _tree(program) == stored
        # It is in the list at once, and opens.
        assert program.views.chat.conversations.conversation(stored[0][0]) is not None
        program.chat()
        program.views.chat.open(stored[0][0])
        await program.until(lambda: program.views.chat.rows.count() == 2)
        assert program.last().id == stored[0][3]
        again = await _import(program, out / "chat.json")
        assert (again.conversations, again.duplicates) == (0, 1)
        assert "Already here: one chat" in words_of(program.window.notices.notices())


async def test_from_the_head_of_the_chat_and_by_a_drop_on_the_list(
    tmp_path: Path, gateway: DemoServer
) -> None:
    async with used(tmp_path / "one", environment(gateway.base_url)) as program:
        await program.ask("Hello")
        await program.answered()
        header = program.chat().pane.header
        header.more.click()
        menu = header.findChild(Menu)
        next(action for action in menu.actions() if action.text() == "Export…").trigger()
        menu.close()
        panel = program.views.desk.panel
        assert panel is not None and panel.what.value() == "open"
        as_json = panel.form.button(Form.JSON)
        assert as_json is not None
        as_json.click()
        panel.go.click()
        _choose(program, tmp_path / "chat.json")
        await _ended(program)
    async with used(tmp_path / "two", environment(gateway.base_url)) as program:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / "chat.json"))])
        target = program.chat().sidebar.list.viewport()
        given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(target, QDragEnterEvent(QPoint(5, 5), *given))
        QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), *given))
        assert "Added: one chat" in await _ended(program)


@pytest.mark.parametrize("content", [b"no json at all", b'{"a": 1}', b"PK\x03\x04 broken"])
async def test_a_file_that_is_no_export(tmp_path: Path, gateway: DemoServer, content: bytes) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(content)
    async with used(tmp_path / "data", environment(gateway.base_url)) as program:
        program.views.desk.import_file(file)
        said = await _ended(program)
        assert len(said) > 40 and "Traceback" not in said


async def test_a_pdf_can_be_ended(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path / "data", environment(gateway.base_url)) as program:
        views = program.views
        await program.ask("# Long\n\n" + "Some words of it. " * 4_000)
        await program.answered()
        reports: list[object] = []
        views.exchange.finished.connect(reports.append)
        views.exchange.progressed.connect(lambda _progress: views.exchange.cancel())

        def end(running: bool) -> None:
            if running:
                views.exchange.cancel()

        views.exchange.running_changed.connect(end)
        assert "No file was made" in await _export(program, Form.PDF, tmp_path / "x.pdf")
        assert isinstance(reports[0], ExportReport) and reports[0].stopped
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


async def test_hostile_text_opens_no_file_and_no_connection(
    tmp_path: Path, gateway: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"never to be read")
    asked: list[object] = []
    monkeypatch.setattr(QTextDocument, "loadResource", lambda *given: asked.append(given))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        trap = f"http://127.0.0.1:{listener.getsockname()[1]}"
        hostile = (
            f'<img src="file://{secret}"> ![x](file://{secret}) ![y]({trap}/y.png) <img src="{trap}/z.png">'
            f'<script>fetch("{trap}/s")</script><link rel="stylesheet" href="{trap}/c.css">'
            f'<style>@import url({trap}/i.css)</style><iframe src="{trap}/f"></iframe>'
        )
        async with used(tmp_path / "data", environment(gateway.base_url)) as program:
            await program.ask(hostile)
            await program.answered()
            chat = program.views.chat.conversation
            assert chat is not None
            await _answer_with(program, hostile)
            for form in (Form.HTML, Form.PDF):
                await _export(program, form, tmp_path / f"x{form.suffix}")
        with pytest.raises(BlockingIOError):
            listener.accept()
    assert asked == []
    html = (tmp_path / "x.html").read_text("utf-8")
    assert not any(tag in html for tag in ("<img", "<script", "<iframe", "<link", "@import url(" + "'"))
    assert html.count("default-src 'none'") == 1 and html.count("fetch(") == 2
    raw = (tmp_path / "x.pdf").read_bytes()
    assert b"never to be read" not in raw and not any(
        key in raw for key in (b"/JavaScript", b"/Launch", b"/URI (file")
    )


async def _answer_with(program: Used, text: str) -> None:
    """Puts hostile text into the stored answer, as a hostile model would have said it."""
    from dataclasses import replace

    store = program.program.services.storage.conversations
    await store.checkpoint(replace(program.last(), text=text))
    await asyncio.sleep(0)
