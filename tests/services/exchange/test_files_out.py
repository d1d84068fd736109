"""The files of messages in exported Markdown and HTML: D17, D18, M07."""

import base64
import os
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from panda_desktop.domain.attachments import Attachment, recognise
from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.exchange import ExportRequest, FileFormat, Watch
from panda_desktop.domain.ids import new_id
from panda_desktop.services.exchange import exporting
from panda_desktop.services.exchange.html_form import HtmlForm
from tests.services.exchange.rig import LABELS, Rig, rig
from tests.services.exchange.test_export import CHAT, message

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03" + b"pixels"
NOTES = b"<script>alert(1)</script>\nplain & simple"
HOSTILE = '../../evil <img src=x onerror=alert(1)> "]\n(x).html'


async def kept(here: Rig, data: bytes, name: str) -> Attachment:
    found = recognise(data)
    file = await here.storage.attachments.keep(data, found.suffix)
    size = found.width, found.height
    return Attachment(new_id(), found.kind, name, file, found.mime, len(data), *size, len(found.text))


async def chat_with(here: Rig, *files: Attachment) -> Conversation:
    said = [message("q", None, "Look", attachments=files)]
    await here.storage.conversations.add(said, CHAT)
    return CHAT


def links(text: str) -> list[str]:
    return [unquote(found) for found in re.findall(r"\]\(([^)]*)\)", text)]


async def test_markdown_puts_them_into_a_folder_beside_it(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        files = [await kept(here, PNG, "a.png"), await kept(here, NOTES, "notes.md")]
        files.append(await kept(here, PNG + b"2", "a.png"))
        chat = await chat_with(here, *files)
        report = await here.put_out(FileFormat.MARKDOWN, chat.id)
        text = report.files[0].read_text()
        assert "![a.png](" in text and report.missing == 0
        found = links(text)
        assert found == ["out files/a.png", "out files/notes.md", "out files/a (2).png"]
        assert [(tmp_path / each).read_bytes() for each in found] == [PNG, NOTES, PNG + b"2"]
        again = (await here.put_out(FileFormat.MARKDOWN, chat.id)).files[0].read_text()
        assert links(again)[0] == "out files (2)/a.png", "what is there is not touched"
        assert (tmp_path / "out files/a.png").read_bytes() == PNG


@pytest.mark.parametrize("name", [HOSTILE, "..", "CON.png", "/etc/passwd", "a" * 119, "run.bat", "x.html"])
async def test_d17_no_name_leads_out_of_the_folder_and_no_text_can_run(tmp_path: Path, name: str) -> None:
    async with rig(tmp_path / "here") as here:
        before = set(tmp_path.rglob("*"))
        chat = await chat_with(here, await kept(here, PNG, name), await kept(here, NOTES, name))
        text = await here.read_out(FileFormat.MARKDOWN, chat.id)
        new = [path for path in set(tmp_path.rglob("*")) - before if path.is_file() and path.name != "out.md"]
        made = [path for path in new if path.parent.name == "out files"]
        assert len(made) == 2 and {path.suffix for path in made} == {".png", ".txt"}
        assert all(path.parent.parent == here.folder for path in made)
        assert sorted(here.folder / each for each in links(text)) == sorted(made)


async def test_without_files_there_is_no_folder(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        chat = await chat_with(here)
        await here.put_out(FileFormat.MARKDOWN, chat.id)
        assert not list(tmp_path.glob("*files*")) and not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("file_format", [FileFormat.MARKDOWN, FileFormat.HTML])
async def test_d18_one_that_is_gone_is_named_and_counted(tmp_path: Path, file_format: FileFormat) -> None:
    async with rig(tmp_path) as here:
        file = await kept(here, PNG, "gone.png")
        chat = await chat_with(here, file)
        here.storage.files.path(file.file).unlink()
        report = await here.put_out(file_format, chat.id)
        assert report.missing == 1 and "gone.png" in report.files[0].read_text()
        assert not (tmp_path / "out files").exists()


async def test_an_end_leaves_neither_file_nor_folder(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        chats = []
        for number in range(3):
            chat = Conversation(f"c{number}", f"{number}", "auto", CHAT.created_at, CHAT.updated_at)
            said = Message(f"m{number}", chat.id, None, 0, message("x", None, "x").role, "x", CHAT.created_at)
            files = (await kept(here, PNG + bytes([number]), "a.png"),)
            await here.storage.conversations.add([_with(said, files)], chat)
            chats.append(chat.id)
        before = set(tmp_path.iterdir())
        watch = Watch(lambda progress: setattr(watch, "stopped", progress.conversations >= 2))
        request = ExportRequest(tmp_path / "out.md", FileFormat.MARKDOWN, LABELS, tuple(chats))
        report = await here.exchange.export(request, watch)
        assert report.stopped and set(tmp_path.iterdir()) == before


def _with(said: Message, files: tuple[Attachment, ...]) -> Message:
    return replace(said, attachments=files)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="a folder that cannot be written to")
async def test_a_full_disk_is_told(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        chat = await chat_with(here, await kept(here, PNG, "a.png"))
        locked = tmp_path / "locked"
        locked.mkdir(mode=0o500)
        request = ExportRequest(locked / "out.md", FileFormat.MARKDOWN, LABELS, (chat.id,))
        with pytest.raises(PandaError) as caught:
            await here.exchange.export(request, here.watch())
        assert caught.value.kind is ErrorKind.CANNOT_WRITE


async def test_m07_html_holds_pictures_and_texts_and_loads_nothing(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        files = [await kept(here, PNG, HOSTILE), await kept(here, NOTES, HOSTILE)]
        page = await here.read_out(FileFormat.HTML, (await chat_with(here, *files)).id)
        sources = re.findall(r'<img src="([^"]*)"', page)
        assert sources == [f"data:image/png;base64,{base64.b64encode(PNG).decode()}"]
        assert "&lt;script&gt;alert(1)&lt;/script&gt;\nplain &amp; simple" in page
        assert "<script" not in page and page.count("<img") == 1 and page.count("<details") == 1
        assert "<details open" not in page and not list(tmp_path.glob("*files*"))
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
        assert policy is not None and "img-src data:" in policy[1] and "default-src 'none'" in policy[1]


async def test_a_page_to_be_printed_has_the_pictures_and_only_names_the_texts(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        files = [await kept(here, PNG, "a.png"), await kept(here, NOTES, "notes.txt")]
        chat = await chat_with(here, *files)
        page = "".join([piece async for piece in here.exchange.html(chat.id, LABELS)])
        assert page.count("<img") == 1 and "plain &amp; simple" not in page and "notes.txt" in page


async def test_the_files_of_one_message_are_held_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each message is written before the files of the next are read."""
    steps: list[str] = []
    read, form = exporting.Exporting._read, HtmlForm.message

    async def noted(self: exporting.Exporting, file: str) -> bytes | None:
        steps.append("read")
        return await read(self, file)

    def written(self: HtmlForm, *given: object) -> str:
        steps.append("written")
        return form(self, *given)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(exporting.Exporting, "_read", noted)
    monkeypatch.setattr(HtmlForm, "message", written)
    async with rig(tmp_path) as here:
        said = []
        for number in range(3):
            files = (await kept(here, PNG + bytes([number]), "a.png"),)
            said.append(message(f"q{number}", f"q{number - 1}" if number else None, "x", attachments=files))
        await here.storage.conversations.add(said, replace(CHAT, leaf_id="q2"))
        await here.put_out(FileFormat.HTML, CHAT.id)
    assert steps == ["read", "written"] * 3
