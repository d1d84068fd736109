"""Text that grows gives at every step what it gives at once, and plain words are not parsed again."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panda_desktop.markdown import growing_inline
from panda_desktop.markdown.growing_inline import GrowingInline
from panda_desktop.markdown.inline import parse_inline

LINKS = {"A": {"href": "https://a.example/", "title": ""}}
NOTES = {"1": True}
PIECES = (
    *("a", "word", " ", "  ", ", and ", ".", ",", "é", "中文", "，", "ع", "\u00a0", "\0", "\t", "\n", "/"),
    *(
        "**",
        "*",
        "_",
        "__",
        "`",
        "``",
        "~~",
        "~",
        "[",
        "]",
        "(",
        ")",
        "](",
        "[a]",
        "[^1]",
        "!",
        "![",
        "<",
        ">",
    ),
    *(
        "https://x.example/",
        "http://",
        "www.",
        "www.x.example",
        "@",
        "a@b.example",
        "://",
        ":",
        "&amp",
        "&",
        ";",
    ),
    *(
        "\\",
        "$",
        "$$",
        '"',
        "'",
        "<b>",
        "<https://y.example>",
        "[t](https://x.example/1)",
        "**bold** ",
        "`c` ",
    ),
)


def assert_alike(pieces: Sequence[str]) -> None:
    growing, text = GrowingInline(), ""
    for piece in pieces:
        text += piece
        assert growing.parse(text, LINKS, NOTES) == parse_inline(text, LINKS, NOTES), repr(text)


@given(st.lists(st.sampled_from(PIECES), max_size=24))
@settings(max_examples=1_500, deadline=None)
def test_it_is_the_same_as_at_once(pieces: list[str]) -> None:
    assert_alike(pieces)


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.lists(st.sampled_from(PIECES[:16]), max_size=12))
@settings(max_examples=1_500, deadline=None)
def test_it_is_the_same_where_mostly_words_follow(first: list[str], words: list[str]) -> None:
    assert_alike(["".join(first), " ", *words])


@pytest.mark.parametrize(
    "pieces",
    [
        ("see https://x.example/(a).", "html"),
        ("see https://x.example/a$.", "b"),
        ("[a](`b`", " c", ")"),
        ("[t](https://x.example/ 'q", " r", "')"),
        ("a **b", " c", "** d"),
        ("**b** www", ".x.example", " e"),
        ("`c` &amp", ";", " e"),
        ("`c` [a", " b", "]"),
        ("**b** e", "\n", "f"),
        ("**b** e ", " ", "f"),
    ],
)
def test_what_comes_may_change_what_was_there(pieces: tuple[str, ...]) -> None:
    assert_alike(pieces)


def test_words_after_everything_else_are_not_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def noted(text: str, links: dict[str, dict[str, str]], footnotes: dict[str, bool]) -> object:
        parsed.append(text)
        return parse_inline(text, links, footnotes)

    monkeypatch.setattr(growing_inline, "parse_inline", noted)
    growing, text = GrowingInline(), "Some **bold** text with `code` and"
    growing.parse(text, LINKS, NOTES)
    for word in ["a", "second", "sentence", "that", "makes", "it", "as", "long", "as", "usual"]:
        text += f" {word}"
        spans = growing.parse(text, LINKS, NOTES)
    assert len(parsed) == 1
    assert spans == parse_inline(text, LINKS, NOTES)
