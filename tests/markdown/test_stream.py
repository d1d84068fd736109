"""Text in pieces: the same blocks however it is cut, frozen blocks that stay, flat cost."""

import re
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panda_desktop.markdown.blocks import CodeBlock, ListBlock, MathBlock, Paragraph, PlainText, Table
from panda_desktop.markdown.html import to_html
from panda_desktop.markdown.source import clean
from panda_desktop.markdown.stream import MarkdownStream, parse
from panda_desktop.markdown.structure import MAX_SOURCE
from tests.markdown.oracle import reference_blocks, same
from tests.markdown.samples import HOSTILE_FRAGMENTS, MIXED

documents = st.lists(st.sampled_from(HOSTILE_FRAGMENTS), max_size=40).map("".join)


def streamed(pieces: list[str]) -> list[Any]:
    stream = MarkdownStream()
    for piece in pieces:
        stream.feed(piece)
    stream.finish()
    return list(stream.blocks)


def cut(text: str, lengths: list[int]) -> list[str]:
    pieces, start = [], 0
    for length in lengths:
        pieces.append(text[start : start + length])
        start += length
    return [*pieces, text[start:]]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64])
def test_any_splitting_gives_the_same_blocks(size: int) -> None:
    pieces = [MIXED[i : i + size] for i in range(0, len(MIXED), size)]
    assert streamed(pieces) == list(parse(MIXED))


@settings(max_examples=300, deadline=None)
@given(documents, st.lists(st.integers(0, 9), max_size=30))
def test_any_splitting_of_hostile_text_gives_the_same_blocks(text: str, lengths: list[int]) -> None:
    assert streamed(cut(text, lengths)) == list(parse(text))


@settings(max_examples=300, deadline=None)
@given(documents)
def test_update_names_the_first_block_that_changed(text: str) -> None:
    stream = MarkdownStream()
    before: list[Any] = []
    for char in text:
        update = stream.feed(char)
        now = list(stream.blocks)
        assert update.count == len(now)
        assert all(a is b for a, b in zip(before[: update.first_changed], now, strict=False))
        before = now


@settings(max_examples=200, deadline=None)
@given(documents)
def test_ranges_lie_in_the_source_in_order(text: str) -> None:
    stream = MarkdownStream()
    stream.feed(text)
    stream.finish()
    assert stream.source == clean(text)
    end = 0
    for block in stream.blocks:
        assert end <= block.at[0] <= block.at[1] <= len(stream.source)
        end = block.at[1]


def test_source_of_every_block_is_byte_exact() -> None:
    stream = MarkdownStream()
    stream.feed(MIXED)
    stream.finish()
    slices = [stream.source[block.at[0] : block.at[1]] for block in stream.blocks]
    assert slices[0] == "# Only when *nothing* was sent"
    assert slices[2].startswith("```python\n") and slices[2].endswith("\n```")
    assert slices[3].startswith("| Failure") and slices[3].endswith("| 524 after **100 s** | yes |")
    assert slices[4].startswith("- one\n") and slices[4].endswith("- [ ] open")
    assert slices[-2].startswith("Setext") is False
    assert slices[-1] == "last line"


DIFFERENT_BY_DESIGN = ("[a]: /u\n", "`", "&#0;", "<script>", "<!--", "<div>\n")
# An item without words before two blank lines ends the list for markdown-it, only the item for CommonMark.
ENDS_ITS_LIST = re.compile(r"([*+-]|\d[.)])[ ]*\n[> ]*\n[> ]*\n")
plain_fragments = [
    fragment
    for fragment in HOSTILE_FRAGMENTS
    if not set(fragment) & set("$\\^\x00\u2028\ud83d\ude00") and fragment not in DIFFERENT_BY_DESIGN
]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(plain_fragments), max_size=20).map("".join))
def test_block_structure_agrees_with_markdown_it(text: str) -> None:
    """M08. Where they differ by design (a lazy line of five columns, definitions) the alphabet avoids it."""
    if any(line.startswith("    ") or "\t" in line for line in text.splitlines()):
        return
    if ENDS_ITS_LIST.search(text):
        return
    assert same(list(parse(text)), reference_blocks(text))


def test_mixed_document_has_the_expected_blocks() -> None:
    kinds = [type(block).__name__ for block in parse(MIXED)]
    assert kinds == [
        "Heading",
        "Paragraph",
        "CodeBlock",
        "Table",
        "ListBlock",
        "Quote",
        "MathBlock",
        "Paragraph",
        "Paragraph",
        "Footnote",
        "Rule",
        "Heading",
        "CodeBlock",
        "Paragraph",
    ]


def test_definition_after_its_use_reaches_the_frozen_block() -> None:
    stream = MarkdownStream()
    stream.feed("See [ref] and [^1].\n\nmore\n\n")
    first = stream.blocks[0]
    assert isinstance(first, Paragraph) and not any(span.target for span in first.spans)
    update = stream.feed("[ref]: https://example.org\n\n[^1]: note\n\n")
    assert update.first_changed == 0
    first = stream.blocks[0]
    assert isinstance(first, Paragraph)
    assert [span.target for span in first.spans if span.target] == ["https://example.org", "#fn:1"]


def test_incomplete_definition_leaves_no_trace() -> None:
    stream = MarkdownStream()
    stream.feed("See [ref].\n\n[ref]: https://exa")
    stream.feed("mple.org is not a definition\n")
    stream.finish()
    assert list(stream.blocks) == list(
        parse("See [ref].\n\n[ref]: https://example.org is not a definition\n")
    )


@pytest.mark.parametrize("code", ["", "x", "x\n", "\n\nx  \n\n", "a\tb\n    c", "```\n``"])
def test_code_is_byte_exact(code: str) -> None:
    block = parse(f"````py title\n{code}\n````\n")[0]
    assert isinstance(block, CodeBlock)
    assert block.code == code
    assert block.language == "py" and block.closed


def test_code_grows_line_by_line_and_knows_that_it_is_open() -> None:
    stream = MarkdownStream()
    stream.feed("```py\na = 1\nb")
    block = stream.blocks[0]
    assert isinstance(block, CodeBlock) and block.lines == ("a = 1", "b") and not block.closed


def test_surrogate_pair_split_between_pieces_is_one_character() -> None:
    assert streamed(["a \ud83d", "\ude00 b"]) == list(parse("a 😀 b"))
    lone = streamed(["x \ud83d", "y"])[0]
    assert lone.spans[0].text == "x \ufffdy"
    lone.spans[0].text.encode()


def test_crlf_split_between_pieces() -> None:
    assert streamed(["a\r", "\nb\r", "\n\r", "\nc"]) == list(parse("a\r\nb\r\n\r\nc"))


def test_formula_forms() -> None:
    kinds = {
        block.tex for block in parse("$$x$$\n\n\\[\ny\n\\]\n\ntext\n$$z$$") if isinstance(block, MathBlock)
    }
    assert kinds == {"x", "y", "z"}
    unclosed = parse("$$\nnever closed\n\nnext")
    assert [type(block) for block in unclosed] == [Paragraph, Paragraph]


def test_text_over_the_limit_is_plain_at_the_end() -> None:
    text = "word *em*\n\n" * (MAX_SOURCE // 11 + 200)
    blocks = parse(text)
    plain = [block for block in blocks if isinstance(block, PlainText)]
    assert plain and list(blocks[-len(plain) :]) == plain
    assert "\n".join(block.text for block in plain) == text[plain[0].at[0] :].rstrip("\n") + "\n"
    half = len(text) // 2
    assert streamed([text[:half], text[half:]])[-1] == blocks[-1]


@pytest.mark.parametrize("name", ["code", "table", "list", "code in list", "paragraphs"])
def test_cost_is_flat(name: str) -> None:
    """Pitfall of huge open blocks: the last quarter may not cost much more than the first."""
    text = {
        "code": "```python\n" + "".join(f"value_{i} = compute({i})  # c\n" for i in range(3000)),
        "table": "| a | b |\n|---|---|\n" + "".join(f"| row {i} | **v** |\n" for i in range(1000)),
        "list": "".join(f"- item {i} with **bold** text\n" for i in range(1500)),
        "code in list": "1. step\n\n   ```py\n" + "".join(f"   x = {i}\n" for i in range(3000)),
        "paragraphs": "".join(f"Some **bold** text, number {i}.\n\n" for i in range(1500)),
    }[name]
    stream = MarkdownStream()
    costs = []
    for start in range(0, len(text), 32):
        began = time.perf_counter()
        stream.feed(text[start : start + 32])
        costs.append(time.perf_counter() - began)
    quarter = len(costs) // 4
    first, last = sorted(costs[:quarter]), sorted(costs[-quarter:])
    assert last[quarter // 2] < 4 * first[quarter // 2] + 0.0002


def test_shared_values_in_a_growing_list_and_table() -> None:
    stream = MarkdownStream()
    stream.feed("- a\n- b\n- c")
    before = stream.blocks[0]
    stream.feed(" more\n- d")
    after = stream.blocks[0]
    assert isinstance(before, ListBlock) and isinstance(after, ListBlock)
    assert after.items[1] is before.items[1] or after.items[0] is before.items[0]
    stream = MarkdownStream()
    stream.feed("| a |\n|---|\n| 1 |\n| 2 |\n| 3")
    table = stream.blocks[0]
    stream.feed(" |\n| 4")
    grown = stream.blocks[0]
    assert isinstance(table, Table) and isinstance(grown, Table)
    assert grown.rows[0] is table.rows[0]


def test_M12_no_exception_and_no_raw_html_at_any_prefix() -> None:
    stream = MarkdownStream()
    for char in MIXED + "\n<script>alert(1)</script> <img src=x onerror=1>":
        stream.feed(char)
        assert "<script" not in to_html(stream.blocks) and "<img" not in to_html(stream.blocks)
