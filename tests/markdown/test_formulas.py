"""Formulas are recognised where they are meant, and nowhere else."""

import pytest

from panda_desktop.markdown.blocks import (
    CodeBlock,
    Heading,
    ListBlock,
    MathBlock,
    Paragraph,
    Quote,
    SpanKind,
    Table,
)
from panda_desktop.markdown.plain import to_plain
from panda_desktop.markdown.stream import MarkdownStream, parse


def formulas(text: str) -> list[tuple[str, bool]]:
    """Returns the inline formulas of a paragraph, and whether each is displayed."""
    block = parse(text)[0]
    assert isinstance(block, Paragraph)
    return [(span.text, span.display) for span in block.spans if span.kind is SpanKind.MATH]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("so $x^2$ is", [("x^2", False)]),
        ("$E = mc^2$ was published in 1905", [("E = mc^2", False)]),
        (r"so \(x\) and \[y + 1\] are", [("x", False), ("y + 1", True)]),
        ("here $$a + b$$ too", [("a + b", True)]),
        ("其中$x$是实数", [("x", False)]),
        (r"$2\pi r$ and $3$ and $2x + 1$", [(r"2\pi r", False), ("3", False), ("2x + 1", False)]),
        (r"a price in it: $\$5 + x$", [(r"\$5 + x", False)]),
        ("**$x$** and *$y$*", [("x", False), ("y", False)]),
        ("two at once: $a$$b$", [("a", False), ("b", False)]),
    ],
)
def test_formulas_in_text(text: str, expected: list[tuple[str, bool]]) -> None:
    assert formulas(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "between $5 and $10",
        "$5-$10, US$5/US$6, A$7,B$8",
        "5$ and 6$, or $5 (was 10$)",
        "$5 million to $10 million; $3.50/month vs $4.50/month",
        "the variables $HOME and $PATH, or $HOME/$PATH",
        "`$x$` and ``\\(y\\)``",
        "$x `code$`",
        r"escaped \$x\$ and \\(",
        "empty $$ $$ and \\(\\) and \\[ \\]",
        r"\[a\](https://b.c) is not a link",
        "$ x $",
        "one $ only",
    ],
)
def test_prices_code_and_escapes_are_no_formulas(text: str) -> None:
    assert formulas(text) == []


def test_formulas_are_read_out_as_tex() -> None:
    assert to_plain(parse("so $x^2$\n\n$$\ny\n$$")) == "so $x^2$\n\n$$y$$"


@pytest.mark.parametrize(
    "text",
    ["$$\nx\n$$", "$$x$$", "\\[\nx\n\\]", "\\[ x \\]", "$$ x\n$$", "text before\n$$\nx\n$$\ntext after"],
)
def test_formulas_on_their_own_lines(text: str) -> None:
    assert [block.tex for block in parse(text) if isinstance(block, MathBlock)] == ["x"]


def test_lines_of_a_formula_are_nothing_else() -> None:
    block = parse("$$\n- a\n+ b\n= c\n# d\n> e\n$$")[0]
    assert isinstance(block, MathBlock) and block.tex == "- a\n+ b\n= c\n# d\n> e"


def test_a_formula_that_never_closes_is_the_text_and_the_blocks_it_would_be_without_it() -> None:
    text = "first line\n\\[x and\n- an item\n- another\n\n# heading"
    kinds = [type(block) for block in parse(text)]
    assert kinds == [Paragraph, ListBlock, Heading]
    assert to_plain(parse(text)[:1]) == "first line [x and"
    assert [type(block) for block in parse("> $$ x\n> ```\n> code\n> ```\n\nend")] == [Quote, Paragraph]


def test_a_formula_that_does_not_close_does_not_hide_another_that_does() -> None:
    blocks = parse("$$ open\n\\[\nx\n\\]\nend\n\nmore")
    assert [type(block) for block in blocks] == [Paragraph, MathBlock, Paragraph, Paragraph]


def test_definitions_before_a_formula_that_does_not_close() -> None:
    stream = MarkdownStream()
    for char in "# h\n\n[a]: https://b.c\n$$ x [a]\n\nend":
        stream.feed(char)
    stream.finish()
    assert [type(block) for block in stream.blocks] == [Heading, Paragraph, Paragraph]
    paragraph = stream.blocks[1]
    assert isinstance(paragraph, Paragraph) and paragraph.spans[-1].target == "https://b.c"


def test_the_paragraph_before_an_open_formula_is_named_as_changed_when_it_gets_its_lines() -> None:
    stream = MarkdownStream()
    stream.feed("one\n\ntwo\n$$ x\n")
    update = stream.feed("\n")
    assert update.first_changed <= 1
    assert to_plain(stream.blocks) == "one\n\ntwo $$ x"


def test_no_formula_in_code() -> None:
    for text in ("```\n$$\nx\n$$\n```", "    $x$"):
        block = parse(text)[0]
        assert isinstance(block, CodeBlock)
    table = parse("| $x$ | `$y$` |\n|---|---|")[0]
    assert isinstance(table, Table)
    assert [cell[0].kind for cell in table.header.cells] == [SpanKind.MATH, SpanKind.CODE]
