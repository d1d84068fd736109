"""A continuation that repeats the end of what it continues."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panda_desktop.domain.overlap import LONGEST, Overlap


def joined(before: str, pieces: list[str]) -> str:
    overlap = Overlap(before)
    return before + "".join(overlap.feed(piece) for piece in pieces) + overlap.end()


@pytest.mark.parametrize(
    ("before", "rest", "whole"),
    [
        ("Once upon a time", " there was", "Once upon a time there was"),
        ("Once upon a time", "upon a time there was", "Once upon a time there was"),
        ("the inter", "international", "the international"),
        ("大熊猫住在竹林", "住在竹林里。", "大熊猫住在竹林里。"),
        ("a b c d e f g h i j", "c d e f g h i j k", "a b c d e f g h i j k"),
        # doublings that may be meant
        ("}\n    }\n", "    }\n}", "}\n    }\n    }\n}"),
        ("ha ", "ha ha", "ha ha ha"),
        ("very ", "very good", "very very good"),
        ("cha", "cha", "cha"),
        ("10", "100", "10100"),
        ("好", "好的", "好好的"),
        ("", "anything", "anything"),
    ],
)
def test_only_a_real_repetition_is_left_out(before: str, rest: str, whole: str) -> None:
    assert joined(before, [rest]) == whole
    assert joined(before, list(rest)) == whole


def test_nothing_is_left_out_beyond_the_limit() -> None:
    before = "".join(f"word{number} " for number in range(100))
    inside, beyond = before[-LONGEST:], before[-LONGEST - 7 :]
    assert joined(before, [inside + "end"]) == before + "end"
    assert joined(before, [beyond + "end"]) == before + beyond + "end"


def test_text_is_held_back_only_while_it_may_repeat() -> None:
    overlap = Overlap("tell me a story")
    assert overlap.feed("a st") == ""
    assert overlap.feed("one") == "a stone"
    assert overlap.feed(" more") == " more"


@given(st.text(alphabet="ab c熊", max_size=30), st.lists(st.text(alphabet="ab c熊", max_size=6)))
def test_whatever_the_pieces_the_result_is_the_same(before: str, pieces: list[str]) -> None:
    whole = joined(before, ["".join(pieces)])
    assert joined(before, pieces) == whole
    assert (before + "".join(pieces)).endswith(whole[len(before) :])
