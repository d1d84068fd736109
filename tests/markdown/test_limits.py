"""M09, M11, M18: what is slow for careless parsers, what is huge, and what is random."""

import random
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panda_desktop.markdown.blocks import CodeBlock, Paragraph, PlainText, Table
from panda_desktop.markdown.highlight import MAX_HIGHLIGHTED, Highlighter
from panda_desktop.markdown.html import to_html
from panda_desktop.markdown.plain import to_plain
from panda_desktop.markdown.stream import MarkdownStream, parse
from panda_desktop.markdown.structure import MAX_LINES
from tests.markdown.pathological import SHAPES, make
from tests.markdown.samples import HOSTILE_FRAGMENTS

TAGS = {
    "p",
    "a",
    "em",
    "strong",
    "del",
    "code",
    "pre",
    "ul",
    "ol",
    "li",
    "blockquote",
    "hr",
    "table",
    "thead",
}
TAGS |= {"tbody", "tr", "th", "td", "sup", "div", "br", *(f"h{level}" for level in range(1, 7))}


@pytest.mark.parametrize("size", [10_000, 100_000, 1_000_000])
@pytest.mark.parametrize("name", SHAPES)
def test_M09_no_shape_takes_over_a_second(name: str, size: int) -> None:
    text = make(name, size)
    assert len(text) >= size // 2
    began = time.thread_time()
    blocks = parse(text)
    assert time.thread_time() - began < 1.0
    assert blocks


def test_M09_what_is_too_much_is_plain_text() -> None:
    blocks = parse("a\n\n" * MAX_LINES)
    assert isinstance(blocks[0], Paragraph) and isinstance(blocks[-1], PlainText)
    long_row = "|a" * 5_000 + "|"
    assert not any(isinstance(b, Table) for b in parse(f"{long_row}\n{'|-' * 5_000}|\n"))
    assert [type(b) for b in parse(f"|a|\n|-|\n|{'x' * 9_000}|\n")] == [Table, Paragraph]


def test_M11_code_of_5_mb_stays_whole_and_is_coloured_up_to_the_limit() -> None:
    code = "value = 1  # a comment\n" * 230_000
    block = parse(f"```python\n{code}```")[0]
    assert isinstance(block, CodeBlock) and block.code + "\n" == code
    highlighter = Highlighter("python")
    while highlighter.step(block.lines, len(block.lines)):
        pass
    coloured = sum(map(len, block.lines[: highlighter.coloured]))
    assert MAX_HIGHLIGHTED * 0.9 < coloured <= MAX_HIGHLIGHTED


@pytest.mark.parametrize(
    "language", ["python", "html", "markdown", "c++", "json", "bash", "no such", "x" * 1_000_000]
)
def test_M11_no_code_keeps_the_highlighter_busy(language: str) -> None:
    """Lexers are regular expressions of other people: each chunk is timed, and a slow block is left plain."""
    for line in (
        "(" * 1_900,
        '"' * 1_900,
        "<" * 1_900,
        "a" * 1_900 + "!",
        "\\" * 1_900,
        "/*" * 900,
        "{" * 1_900,
    ):
        lines = (line,) * 200
        block = parse("```" + language + "\n" + "\n".join(lines) + "\n```")[0]
        assert isinstance(block, CodeBlock)
        highlighter = Highlighter(block.language)
        began = time.thread_time()
        while highlighter.step(block.lines, len(block.lines)):
            pass
        highlighter.colour_tail(block.lines, len(block.lines))
        assert time.thread_time() - began < 2.0


def check(text: str, pieces: list[str]) -> None:
    """Feeds a document; nothing may be raised, no tag and no address get through."""
    stream = MarkdownStream()
    for piece in pieces:
        stream.feed(piece)
    stream.finish()
    assert list(stream.blocks) == list(parse(text))
    html = to_html(stream.blocks)
    to_plain(stream.blocks).encode()
    html.encode()
    assert set(re.findall(r"<(\w+)", html)) <= TAGS
    assert all(
        link.startswith(("https://", "http://", "mailto:")) for link in re.findall(r'href="([^"]*)"', html)
    )
    assert not re.search(r"\s(?:src|on\w+|style|id)=", re.sub(r">[^<]*<", "><", html))


texts = st.one_of(
    st.lists(st.sampled_from(HOSTILE_FRAGMENTS), max_size=60).map("".join),
    st.text(max_size=200),
    st.text(alphabet="*_`~[]()<>!#-+=|$\\&:;\"'^@.w/ \t\nab1", max_size=200),
)


@settings(max_examples=300, deadline=None)
@given(texts, st.lists(st.integers(0, 12), max_size=20))
def test_M18_random_documents_in_random_pieces(text: str, lengths: list[int]) -> None:
    pieces, start = [], 0
    for length in lengths:
        pieces.append(text[start : start + length])
        start += length
    check(text, [*pieces, text[start:]])


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_M18_a_hundred_thousand_random_documents() -> None:
    maker = random.Random(20)
    for _ in range(100_000):
        text = "".join(maker.choice(HOSTILE_FRAGMENTS) for _ in range(maker.randint(1, 40)))
        at = maker.randint(0, len(text))
        check(text, [text[:at], text[at:]])
