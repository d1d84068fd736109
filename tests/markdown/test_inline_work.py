"""M09: how much is done for one leaf of text, by counting the steps of the parser and not by the clock."""

from collections.abc import Callable
from typing import Any

import pytest

from panda_desktop.markdown import inline
from panda_desktop.markdown.blocks import SpanKind
from panda_desktop.markdown.inline_parser import make_parser
from panda_desktop.markdown.plain import spans_plain
from tests.markdown.pathological import SHAPES, make

MAX_STEPS = 35_000
LENGTHS = (400, 600, 1_000, 1_500, 2_500, 4_000, 6_000, inline.MAX_INLINE)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], int]:
    """Returns how often the parser looked at a place of a text or passed over it."""
    parser, count = make_parser(), 0
    rule = parser.inline.ruler.__rules__[0]
    first = rule.fn

    def counted(state: Any, silent: bool) -> Any:
        nonlocal count
        count += 1
        return first(state, silent)

    skip = parser.inline.skipToken

    def skipped(state: Any) -> None:
        nonlocal count
        count += 1
        skip(state)

    parser.inline.ruler.at(rule.name, counted)
    monkeypatch.setattr(parser.inline, "skipToken", skipped)
    monkeypatch.setattr(inline, "_parser", lambda: parser)

    def counting(text: str) -> int:
        nonlocal count
        count = 0
        inline.parse_inline(text, {}, {})
        return count

    return counting


@pytest.mark.parametrize("name", SHAPES)
def test_M09_one_paragraph_takes_so_many_steps_at_most(name: str, steps: Callable[[str], int]) -> None:
    whole = make(name, inline.MAX_INLINE + 500).replace("\n", " ")
    assert max(steps(whole[:length]) for length in LENGTHS) < MAX_STEPS


def test_M09_a_long_paragraph_as_people_write_it_is_still_parsed(steps: Callable[[str], int]) -> None:
    sentence = (
        "Nobody who has seen it would doubt it: the `panda` eats *bamboo*, [sleeps](https://a.example/b), "
        "**all** day long, and plays in the snow. "
    )
    text = sentence * (inline.MAX_INLINE // len(sentence))
    assert steps(text) > 1_000
    spans = inline.parse_inline(text, {}, {})
    assert sum(span.target == "https://a.example/b" for span in spans) == text.count("[")
    assert sum(span.kind is SpanKind.CODE for span in spans) == text.count("`") // 2


@pytest.mark.parametrize("text", ["*a_ " * 2_000, "[" * 1_000 + "a" + "]" * 1_000], ids=["marks", "brackets"])
def test_M09_what_is_not_parsed_is_shown_as_written(text: str, steps: Callable[[str], int]) -> None:
    assert steps(text) == 0
    assert spans_plain(inline.parse_inline(text, {}, {})) == text.rstrip()
