"""Footnotes, tasks, tables, strike-through and bare addresses."""

import pytest

from panda_desktop.markdown.blocks import Footnote, ListBlock, Paragraph, PlainText, SpanKind, Table
from panda_desktop.markdown.html import to_html
from panda_desktop.markdown.plain import to_plain
from panda_desktop.markdown.stream import parse


def addresses(text: str) -> list[tuple[str, str]]:
    block = parse(text)[0]
    assert isinstance(block, Paragraph)
    return [(span.text, span.target) for span in block.spans if span.target and span.kind is SpanKind.TEXT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://a.example/b?c=d#e.", [("https://a.example/b?c=d#e",) * 2]),
        ("(http://localhost:8000/x)", [("http://localhost:8000/x",) * 2]),
        (
            "访问https://a.example/路径，然后",
            [("https://a.example/路径", "https://a.example/%E8%B7%AF%E5%BE%84")],
        ),
        ("访问 https://a.example看", [("https://a.example",) * 2]),
        ("“https://a.example/x”", [("https://a.example/x",) * 2]),
        ("**https://a.example/b** x", [("https://a.example/b",) * 2]),
        ("https://a.example/a*b*c_d_", [("https://a.example/a*b*c_d",) * 2]),
        (
            "www.a.example, WWW.B.example",
            [("www.a.example", "http://www.a.example"), ("WWW.B.example", "http://WWW.B.example")],
        ),
        ("mail a.b+c@d.example now", [("a.b+c@d.example", "mailto:a.b+c@d.example")]),
        ("mailto:a@b.example", [("mailto:a@b.example",) * 2]),
        ("[www.a.example](https://b.example)", [("www.a.example", "https://b.example")]),
    ],
)
def test_bare_addresses_are_links(text: str, expected: list[tuple[str, str]]) -> None:
    assert addresses(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "react@18.2.0 and README.md and example.com",
        "xhttp://a.example ftp://a.example file://x javascript://a.example",
        "http://a_b.c_d/ http:// https:/a www. awww.a.example a@b a@b.c-",
        "`https://a.example` `www.a.example` `a@b.example`",
        "[www.bank.example](javascript:x)",
    ],
)
def test_other_text_is_no_address(text: str) -> None:
    assert addresses(text) == []


def test_a_file_named_after_a_link_is_still_text() -> None:
    assert "<a" not in to_html(parse("<a href='https://a.example'>x</a>"))


def test_a_link_around_nothing_but_an_image_keeps_its_address() -> None:
    html = to_html(parse("[![build](https://img.example/b.svg)](https://ci.example/r)"))
    assert html == '<p>[build (img.example)] <a href="https://ci.example/r">https://ci.example/r</a></p>\n'


def test_many_references_to_one_long_address_do_not_add_up() -> None:
    text = "[a]: https://b.example/" + "u" * 4_000 + "\n[c]: /" + "u" * 100_000 + "\n\n" + "[a] [c] " * 900
    assert len(to_html(parse(text))) < 400_000


def test_footnotes() -> None:
    blocks = parse(
        "One[^1], two[^note] and none[^x].\n\n[^1]: First.\n[^note]: Second\n\n    - with a list\n"
    )
    assert [type(block) for block in blocks] == [Paragraph, Footnote, Footnote]
    assert isinstance(blocks[0], Paragraph)
    assert [span.target for span in blocks[0].spans if span.kind is SpanKind.FOOTNOTE] == [
        "#fn:1",
        "#fn:NOTE",
    ]
    assert "[^x]" in to_plain(blocks[:1])
    assert isinstance(blocks[2], Footnote) and isinstance(blocks[2].blocks[1], ListBlock)


@pytest.mark.parametrize(
    "before", ["text\n", "text\n\n", "- item[^1]\n\n", "- item\n", "> quote\n\n", "|a|\n|-|\n\n"]
)
def test_a_footnote_may_follow_anything(before: str) -> None:
    blocks = parse(f"{before}[^1]: note\n[^2]: other\n")
    assert [block.label for block in blocks if isinstance(block, Footnote)] == ["1", "2"]


def test_tasks() -> None:
    block = parse("- [ ] open\n- [x] done\n- [X] *done*\n- [] no\n- \\[x] no\n- [x](https://a.example)")[0]
    assert isinstance(block, ListBlock)
    assert [item.checked for item in block.items] == [False, True, True, None, None, None]
    assert to_html([block]).count("☑") == 2


def test_tables() -> None:
    block = parse("a | b | c\n:-- | :-: | --:\n1 | `x \\| y`\n| **z** | | |\n\nend")[0]
    assert isinstance(block, Table)
    assert block.aligns == ("left", "center", "right") and len(block.rows) == 2
    assert to_plain([block]) == "a\tb\tc\n1\tx | y\nz\t\t"
    assert [type(b) for b in parse("| a |\n| b |\n|---|\n| c |")] == [Paragraph, Table]
    assert [type(b) for b in parse("| a | b |\n|---|\n")] == [Paragraph]


def test_strike_through() -> None:
    assert to_html(parse("~~no~~ *~~x~~ y*")) == "<p><del>no</del> <em><del>x</del> y</em></p>\n"


def test_raw_html_is_shown_as_it_was_written() -> None:
    text = "<div>\n  <b>*x*</b>\n</div>\n\n*em* <i class='*a*'>"
    blocks = parse(text)
    assert blocks[0] == PlainText("<div>\n  <b>*x*</b>\n</div>", (0, 25))
    assert to_html(blocks[1:]) == "<p><em>em</em> &lt;i class='*a*'&gt;</p>\n"


def test_a_comment_that_never_ends_does_not_swallow_the_rest() -> None:
    kinds = [type(block) for block in parse("<!-- note\n\n- item\n\ntext")]
    assert kinds == [PlainText, ListBlock, Paragraph]


def test_a_language_with_an_entity_is_spelled_out() -> None:
    assert 'class="language-c++"' in to_html(parse("```c&#43;\\+\nx\n```"))


def test_a_footnote_and_a_link_of_the_same_name_are_two_things() -> None:
    """The definition of the link comes after the text that names it was complete."""
    text = "[^a]: note\n\nsee [a]\n\n[a]: https://b.example\n"
    blocks = parse(text)
    assert 'href="https://b.example"' in to_html(blocks)
