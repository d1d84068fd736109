"""The parts the transcript is made of."""

import random

import pytest

from panda_desktop.markdown.blocks import Block
from panda_desktop.markdown.stream import MarkdownStream, parse
from panda_desktop.ui.transcript.flatten import flatten_units, shared_units
from panda_desktop.ui.transcript.formulas import typeset
from panda_desktop.ui.transcript.heights import Heights
from panda_desktop.ui.transcript.offsets import from_utf16, to_utf16, utf16_length
from tests.markdown.samples import MIXED


def test_heights_agree_with_a_plain_list() -> None:
    maker = random.Random(1)
    plain: list[float] = []
    heights = Heights()
    for _ in range(400):
        if maker.random() < 0.5:
            start = maker.randint(0, len(plain))
            stop = min(len(plain), start + maker.randint(0, 20))
            new = [float(maker.randint(1, 50)) for _ in range(maker.randint(0, 40))]
            plain[start:stop] = new
            heights.splice(start, stop, new)
        elif plain:
            index = maker.randrange(len(plain))
            value = float(maker.randint(1, 50))
            plain[index] = value
            heights.set(index, value)
        assert len(heights) == len(plain)
        assert heights.total == sum(plain)
        if plain:
            index = maker.randrange(len(plain))
            assert heights.top(index) == sum(plain[:index])
            assert heights.at(heights.top(index) + plain[index] / 2)[0] == index
    assert Heights().at(5) == (0, 0.0)


def test_heights_all_guessed_alike_agree_with_heights_given_one_by_one() -> None:
    for count in (0, 1, 127, 128, 129, 256, 1000):
        alike, given = Heights.alike(count, 180.0), Heights([180.0] * count)
        for heights in (alike, given):
            heights.splice(len(heights), len(heights), [7.0, 9.0])
            heights.set(count // 2, 33.0)
        assert len(alike) == len(given) == count + 2
        assert alike.total == given.total
        for index in range(count + 2):
            assert alike[index] == given[index]
            assert alike.top(index) == given.top(index)
            assert alike.at(alike.top(index)) == (index, 0.0)


def test_a_long_column_nothing_is_measured_of_yet_adds_nothing_up(monkeypatch: pytest.MonkeyPatch) -> None:
    added: list[int] = []
    summing = Heights._sum_from

    def counted(heights: Heights, chunk: int) -> None:
        added.append(len(heights))
        summing(heights, chunk)

    monkeypatch.setattr(Heights, "_sum_from", counted)
    assert Heights.alike(100_000, 180.0).total == 100_000 * 180.0
    assert sum(added) == 0


def test_offsets_go_back_and_forth() -> None:
    for text in ("plain", "你好", "a😀b👩\u200d👧c"):
        assert utf16_length(text) == len(text.encode("utf-16-le")) // 2
        for index in range(len(text) + 1):
            assert from_utf16(text, to_utf16(text, index)) == index


def test_shared_units_of_a_growing_text_rebuild_to_the_whole() -> None:
    """What is kept and what is cut anew together equal the whole cut at once."""
    text = (
        MIXED
        + "\n\n"
        + "\n".join(f"- item {i}\n  1. nested" for i in range(40))
        + "\n\n```py\n"
        + "x\n" * 100
    )
    stream = MarkdownStream()
    before: list[Block] = []
    for start in range(0, len(text), 11):
        stream.feed(text[start : start + 11])
        now = list(stream.blocks)
        for old, new in zip(before, now, strict=False):
            shared = shared_units(old, new)
            whole = flatten_units(new, 0, first=False, wrapped=frozenset(), codes={})
            old_units = flatten_units(old, 0, first=False, wrapped=frozenset(), codes={})
            assert old_units[:shared] == whole[:shared]
            assert flatten_units(new, shared, first=False, wrapped=frozenset(), codes={}) == whole[shared:]
        before = now


def test_no_piece_is_huge() -> None:
    for text in (
        "x" * 500_000,
        "```\n" + "y" * 500_000 + "\n```",
        "word " * 100_000,
        "```\n" + "z\n" * 100_000,
    ):
        for block in parse(text):
            for unit in flatten_units(block, 0, first=True, wrapped=frozenset(), codes={}):
                for spec in unit:
                    size = sum(len(line) for line in getattr(spec, "lines", ()))
                    size += sum(len(span.text) for span in getattr(spec, "spans", ()))
                    assert size <= 12_000


def test_formulas_are_typeset_or_refused() -> None:
    made = typeset((r"\frac{a}{b}", True))
    assert made is not None and made.width > 0 and made.ascent > 0 and b"<svg" in made.svg
    assert typeset((r"\nosuchthing x", False)) is None
    assert typeset(("{" * 2_000, False)) is None or True
    assert typeset(("你", False)) is None
