"""The page of a chat in pieces: small, whole, and harmless."""

import re
from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panda_desktop.domain.chat import Conversation, Message, MessageState, Role
from panda_desktop.services.exchange.forms import Placed
from panda_desktop.services.exchange.html_form import HtmlForm
from panda_desktop.ui.exchange.labels import PageWords
from panda_desktop.ui.exchange.printing.pieces import Kind, Piece, PieceReader
from tests.ui.exchange.paper import ANSWER

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ALLOWED = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"),
    *("header", "div", "a", "em", "strong", "del", "code", "pre", "sup", "span", "br", "hr", "time"),
    "blockquote",
}


def page(*messages: tuple[Role, str], **more: Any) -> str:
    form = HtmlForm(PageWords().labels())
    chat = Conversation("c", "Title <b>&amp;", "auto", NOW, NOW)
    said = [
        form.message(Placed(Message("m", "c", None, 1, role, text, NOW, **more))) for role, text in messages
    ]
    return form.head("x") + form.opening(chat) + "".join(said) + form.closing() + form.foot()


def read(html: str, stretch: int = 8192) -> list[Piece]:
    reader = PieceReader()
    pieces: list[Piece] = []
    for at in range(0, len(html), stretch):
        reader.feed(html[at : at + stretch])
        pieces += reader.take()
    reader.flush()
    return pieces + reader.take()


def test_what_python_puts_off_is_read_in_time() -> None:
    """Python 3.11 of Debian and newer versions put off reading until there is more, or until the end."""

    class PutsOff(PieceReader):
        def feed(self, data: str) -> None:
            self.rawdata += data

    reader = PutsOff()
    reader.feed(page((Role.USER, "before a picture")))
    assert reader.take() == []
    reader.flush()
    assert "beforeapicture" in words_of(reader.take())


def words_of(pieces: list[Piece]) -> str:
    """Returns what is read in the pieces, without white space."""
    return re.sub(r"\s+", "", "".join(unescape(re.sub(r"<[^>]*>", "", piece.html)) for piece in pieces))


def test_everything_an_answer_can_hold() -> None:
    html = page((Role.ASSISTANT, ANSWER), reasoning="I *think*.", model="m-1", state=MessageState.STOPPED)
    pieces = read(html)
    kinds = [piece.kind for piece in pieces]
    assert kinds[:4] == [Kind.TITLE, Kind.WHO, Kind.TEXT, Kind.TEXT]
    assert {Kind.HEADING, Kind.CODE, Kind.TABLE, Kind.RULE, Kind.NOTE} < set(kinds)
    assert pieces[0].text == "Title <b>&amp;"
    assert [piece.bars for piece in pieces if "think" in piece.html] == [("reasoning",)]
    assert ("quote",) in [piece.bars for piece in pieces if piece.kind is Kind.CODE]
    body = html[html.index("<main>") :]
    assert words_of(pieces) == re.sub(r"\s+", "", unescape(re.sub(r"<[^>]*>", "", body)))
    tags = set(re.findall(r"<([a-z0-9]+)", "".join(piece.html for piece in pieces)))
    assert tags <= ALLOWED


@pytest.mark.parametrize("stretch", [1, 7, 100, 100_000])
def test_how_it_is_fed_does_not_matter(stretch: int) -> None:
    html = page((Role.USER, "a < b & c\n\nlines"), (Role.ASSISTANT, ANSWER))
    assert words_of(read(html, stretch)) == words_of(read(html))


@pytest.mark.parametrize(
    ("role", "text"),
    [
        (Role.USER, "x" * 200_000),
        (Role.USER, "line\n" * 20_000),
        (Role.ASSISTANT, "word " * 40_000),
        (Role.ASSISTANT, "```python\n" + "x = 1 # y\n" * 5_000 + "```"),
        (Role.ASSISTANT, "```\n" + "y" * 200_000 + "\n```"),
        (Role.ASSISTANT, "- entry of a list\n" * 3_000),
        (Role.ASSISTANT, "1. entry of a list\n" * 3_000),
        (Role.ASSISTANT, "|a|b|\n|-|-|\n" + "|cell|another|\n" * 3_000),
        (Role.ASSISTANT, "> quoted\n>\n" * 3_000),
    ],
)
def test_no_piece_is_long(role: Role, text: str) -> None:
    html = page((role, text))
    pieces = read(html)
    assert max(len(words_of([piece])) for piece in pieces) < 30_000
    assert len(pieces) > 4
    seen = words_of([piece for piece in pieces if piece.kind is not Kind.TABLE])
    for word in ("x" * 50, "line", "word", "#y", "entry", "quoted"):
        if word in text.replace(" ", ""):
            assert seen.count(word) == text.replace(" ", "").count(word)
    boxes = [piece for piece in pieces if piece.kind in (Kind.CODE, Kind.PLAIN)]
    assert [box.begins for box in boxes[1:]] == [False] * (len(boxes) - 1) or ">" in text
    assert all(not box.ends for box in boxes[:-1]) or ">" in text


def test_a_long_list_goes_on_with_its_numbers() -> None:
    pieces = [
        piece for piece in read(page((Role.ASSISTANT, "1. entry of a list\n" * 900))) if "<ol" in piece.html
    ]
    done = 0
    for piece in pieces:
        assert piece.html.startswith(f'<ol start="{done + 1}">' if done else "<ol>")
        done += piece.html.count("<li>")
    assert done == 900 and len(pieces) > 2


def test_a_long_table_has_its_head_again() -> None:
    rows = "".join(f"|row {number}|words that fill it|\n" for number in range(900))
    tables = [
        each for each in read(page((Role.ASSISTANT, "|Name|b|\n|-|-|\n" + rows))) if each.kind is Kind.TABLE
    ]
    assert len(tables) > 2 and all(table.html.count("Name") == 1 for table in tables)
    assert sum(table.html.count("row ") for table in tables) == 900


HOSTILE = (
    '<img src="file:///etc/passwd">',
    "![x](file:///etc/passwd)",
    "<script>fetch('http://127.0.0.1:1')</script>",
    '<link rel="stylesheet" href="http://127.0.0.1:1/x.css"><style>@import url(file:///etc/passwd)</style>',
    '<object data="file:///etc/passwd"></object><iframe src="file:///etc/passwd"></iframe>',
    "[x](javascript:alert(1)) [y](file:///etc/passwd) [z](smb://host/share)",
    '<table background="file:///etc/passwd"><tr><td>x</td></tr></table>',
    '<p style="background-image: url(file:///etc/passwd)">x</p>',
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("role", [Role.USER, Role.ASSISTANT, Role.SYSTEM])
def test_nothing_that_loads_comes_through(role: Role, text: str) -> None:
    _harmless(read(page((role, text), (role, f"```\n{text}\n```"))))


@given(html=st.text(alphabet='<>/="ab pimgscrtl:hre&;\n', max_size=300))
def test_no_page_however_damaged_loads_anything(html: str) -> None:
    _harmless(read(f"<main><article><section class='user'>{html}<img src='file:///x'><p>{html}", 50))


def _harmless(pieces: list[Piece]) -> None:
    for piece in pieces:
        for tag, given_attributes in re.findall(r"<([a-zA-Z0-9]+)([^>]*)>", piece.html):
            assert tag in ALLOWED
            assert not re.search(r"\b(src|style|background|data)\s*=", given_attributes)
            address = re.search(r'href="([^"]*)"', given_attributes)
            assert address is None or address[1].startswith(("https://", "http://", "mailto:"))
