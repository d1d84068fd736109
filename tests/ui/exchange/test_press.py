"""PDF files: what is on the pages, and what is left when it is ended."""

import asyncio
import base64
import unicodedata
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QFontDatabase, QTextDocument
from PySide6.QtPdf import QPdfDocument

from panda_desktop.domain.chat import Role
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.ui.exchange.printing.press import PdfPress
from panda_desktop.ui.exchange.printing.typesetter import PrintedDocument, _end
from tests.ui.exchange.paper import ANSWER, CHINESE
from tests.ui.exchange.test_pieces import HOSTILE, page
from tests.ui.transcript.sources import picture

pytestmark = pytest.mark.usefixtures("qapp")


async def pages(*parts: str) -> AsyncGenerator[str, None]:
    for part in parts:
        yield part


def made(target: Path, *parts: str) -> QPdfDocument:
    """Makes a PDF and reads it again."""
    assert asyncio.run(PdfPress().make(pages(*parts), target, "A title", lambda _count: True))
    document = QPdfDocument()
    assert document.load(str(target)) is QPdfDocument.Error.None_
    return document


def text_of(document: QPdfDocument, number: int) -> str:
    return document.getAllText(number).text()


def test_a_chat_on_paper(tmp_path: Path) -> None:
    html = page((Role.USER, "Why?"), (Role.ASSISTANT, ANSWER), (Role.ASSISTANT, CHINESE))
    document = made(tmp_path / "x.pdf", html)
    assert document.metaData(QPdfDocument.MetaDataField.Title) == "A title"
    read = " ".join(text_of(document, number) for number in range(document.pageCount()))
    for words in ("Title <b>&amp;", "Why?", "never paid for twice", "524 after 100 s", "RFC 9110"):
        assert words in read
    if any("CJK" in family for family in QFontDatabase.families()):  # without, there is nothing to set it in
        # Qt tells the reader of a PDF the radical ⽣ where one glyph serves it and the character 生.
        assert "生日祝福" in unicodedata.normalize("NFKC", read)
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]
    image = document.render(0, document.pagePointSize(0).toSize())
    assert image.pixelColor(2, 2) in (QColor("white"), QColor(0, 0, 0, 0))
    document.close()


def test_every_page_has_its_number_and_every_chat_begins_one(tmp_path: Path) -> None:
    long = "\n\n".join(f"Paragraph {number} of some length." for number in range(120))
    document = made(tmp_path / "x.pdf", page((Role.ASSISTANT, long)), page((Role.USER, "Second chat")))
    count = document.pageCount()
    assert count >= 4
    texts = [text_of(document, number) for number in range(count)]
    assert all(text.split()[-1] == "Title" or str(at + 1) in text.split() for at, text in enumerate(texts))
    assert "Second chat" in texts[-1] and "Paragraph" not in texts[-1]
    assert [number for number in range(120) if f"Paragraph {number} " not in " ".join(texts)] == []
    document.close()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    original = QTextDocument.loadResource

    def load(document: QTextDocument, kind: int, address: QUrl) -> object:
        asked.append((document, kind, address))
        return original(document, kind, address)

    monkeypatch.setattr(QTextDocument, "loadResource", load)
    document = made(tmp_path / "x.pdf", page((Role.USER, text), (Role.ASSISTANT, text)))
    assert document.pageCount() == 1 and asked == []
    document.close()


def test_a_printed_document_refuses_every_address() -> None:
    document = PrintedDocument()
    for address in ("file:///etc/passwd", "http://127.0.0.1:1/x.png", "data:image/png;base64,AAAA"):
        assert document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(address)) is None


def test_an_end_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    target.write_bytes(b"what was there before")
    told: list[int] = []

    def stop(count: int) -> bool:
        told.append(count)
        return False

    html = page(*[(Role.ASSISTANT, ANSWER)] * 40)
    assert not asyncio.run(PdfPress().make(pages(html), target, "", stop))
    assert len(told) == 1 and told[0] < 40
    assert target.read_bytes() == b"what was there before"
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]


def test_a_failure_on_the_way_leaves_nothing(tmp_path: Path) -> None:
    async def broken() -> AsyncGenerator[str, None]:
        yield page((Role.USER, "Hi"))
        raise PandaError(ErrorKind.CANNOT_READ)

    with pytest.raises(PandaError):
        asyncio.run(PdfPress().make(broken(), tmp_path / "x.pdf", "", lambda _count: True))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PandaError) as caught:
        asyncio.run(PdfPress().make(pages("x"), tmp_path / "no" / "x.pdf", "", lambda _count: True))
    assert caught.value.kind is ErrorKind.CANNOT_WRITE


def test_a_free_name(tmp_path: Path) -> None:
    press = PdfPress()
    first = asyncio.run(press.free_file(tmp_path / "new", "a.pdf"))
    first.write_bytes(b"")
    assert asyncio.run(press.free_file(tmp_path / "new", "a.pdf")).name == "a (2).pdf"


async def _beats(work: "asyncio.Future[bool]") -> int:
    count = 0
    while not work.done():
        await asyncio.sleep(0)
        count += 1
    return count


def test_everything_else_has_its_turn(tmp_path: Path) -> None:
    async def both() -> int:
        html = page(*[(Role.ASSISTANT, ANSWER)] * 30)
        making = PdfPress().make(pages(html), tmp_path / "x.pdf", "", lambda _count: True)
        return await _beats(asyncio.ensure_future(making))

    assert asyncio.run(both()) > 20


@pytest.mark.parametrize(
    ("room", "end"),
    [(100, 6), (59, 4), (41, 4), (30, 3), (20, 2), (19, 0), (5, 0)],
)
def test_two_lines_stay_together(room: float, end: int) -> None:
    assert _end((0, 10, 20, 30, 40, 50, 60), 0, room, 0) == end


def test_pictures_of_messages_are_printed_and_what_is_none_is_not(tmp_path: Path) -> None:
    html = page((Role.USER, "Look at this"), (Role.ASSISTANT, "I see"))
    good = base64.b64encode(picture(900, 600, ("#ff0000", "#ff0000"))).decode()
    bad = base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg'/>").decode()
    wide = base64.b64encode(picture(4000, 60)).decode()
    figures = "".join(
        f'<figure class="file">\n<img src="data:image/png;base64,{each}" alt="a.png">\n</figure>\n'
        for each in (good, bad, wide)
    )
    document = made(tmp_path / "x.pdf", html.replace("Look at this</div>", f"Look at this</div>{figures}", 1))
    size = document.pagePointSize(0).toSize()
    image = document.render(0, size)
    red = [
        y
        for y in range(size.height())
        if image.pixelColor(size.width() // 2, y).red() > 200
        and image.pixelColor(size.width() // 2, y).green() < 60
    ]
    assert len(red) > size.height() // 6
    assert "I see" in text_of(document, 0) and "base64" not in text_of(document, 0)
    document.close()


def test_many_tall_pictures_take_pages(tmp_path: Path) -> None:
    tall = base64.b64encode(picture(300, 2000)).decode()
    figure = f'<figure class="file">\n<img src="data:image/png;base64,{tall}" alt="">\n</figure>\n'
    document = made(tmp_path / "x.pdf", page((Role.USER, "x")).replace("x</div>", f"x</div>{figure * 4}", 1))
    assert document.pageCount() == 4
    document.close()
