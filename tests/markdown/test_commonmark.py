"""M08: every example of CommonMark 0.31.2 and every extension example of GFM 0.29 goes through our renderer.

What is expected of each stands in `commonmark_passes.txt`. An example that gets worse fails, and so does one
that gets better without being listed.
"""

import os
import re
from collections import defaultdict
from pathlib import Path

import pytest

from panda_desktop.markdown.blocks import Block
from panda_desktop.markdown.html import to_html
from panda_desktop.markdown.plain import to_plain
from panda_desktop.markdown.stream import MarkdownStream, parse
from tests.markdown.spec_html import as_we_show_it, meaning
from tests.markdown.spec_source import Example, Unavailable, examples

PASSES = Path(__file__).with_name("commonmark_passes.txt")


@pytest.fixture(scope="session")
def specification(pytestconfig: pytest.Config) -> dict[str, list[Example]]:
    """The examples of both specifications; a machine without a package index skips, CI fails."""
    assert pytestconfig.cache is not None
    cache = pytestconfig.cache.mkdir("markdown-specifications")
    try:
        core = examples("commonmark", cache)
        extensions = [example for example in examples("gfm", cache) if example.extension]
    except Unavailable as reason:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(reason))
    return {"commonmark": core, "gfm": extensions}


def result(example: Example) -> str:
    """Says how what we show compares with the specification."""
    ours = meaning(to_html(parse(example.markdown)))
    if ours == meaning(example.html):
        return "same"
    expected, rules = as_we_show_it(example.html, example.markdown)
    return f"same but for {' and '.join(sorted(rules))}" if ours == meaning(expected) else "different"


def numbers(text: str) -> list[int]:
    """Reads `1-3 5` as 1, 2, 3, 5."""
    found: list[int] = []
    for first, last in re.findall(r"(\d+)(?:-(\d+))?", text):
        found += range(int(first), int(last or first) + 1)
    return found


def written(found: list[int]) -> str:
    """Writes 1, 2, 3, 5 as `1-3 5`."""
    runs: list[list[int]] = []
    for number in sorted(found):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return " ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


def listed() -> dict[tuple[str, int], str]:
    """Reads the pass list: for each example the result expected, reasons for a difference left out."""
    found = {}
    specification = ""
    for line in PASSES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            specification = line.strip("[]")
        elif line.strip() and not line.startswith("#"):
            name, _, list_of = line.partition(":")
            for number in numbers(list_of):
                assert (specification, number) not in found, f"{number} is listed twice"
                found[specification, number] = name.partition(", ")[0]
    return found


def test_M08_every_example_gives_what_the_pass_list_says(specification: dict[str, list[Example]]) -> None:
    expected = listed()
    wrong = defaultdict(list)
    for name, found in specification.items():
        for example in found:
            got = result(example)
            if expected.pop((name, example.number), "not listed") != got:
                wrong[name, got].append(example.number)
    assert not wrong, "\n".join(f"{name}: {got}: {written(found)}" for (name, got), found in wrong.items())
    assert not expected


def test_M08_the_pass_list_counts_what_it_says() -> None:
    counts: dict[str, int] = defaultdict(int)
    for (name, _), got in listed().items():
        counts[f"{name} {got.split()[0]}{' but' if ' but' in got else ''}"] += 1
    assert sum(count for name, count in counts.items() if name.startswith("commonmark")) == 652
    assert counts["commonmark different"] <= 24 and counts["gfm different"] == 0


def test_M08_what_differs_shows_every_word_and_no_tag(specification: dict[str, list[Example]]) -> None:
    expected = listed()
    for example in specification["commonmark"]:
        if expected["commonmark", example.number] != "different":
            continue
        blocks = parse(example.markdown)
        words = re.findall(r"[A-Za-z]+", example.markdown)
        assert re.findall(r"[A-Za-z]+", to_plain(blocks)) == words, example.number
        tags = set(re.findall(r"</?(\w+)", to_html(blocks)))
        assert tags <= {"p", "pre", "code", "em", "a"}, example.number


def streamed(pieces: list[str]) -> list[Block]:
    stream = MarkdownStream()
    for piece in pieces:
        stream.feed(piece)
    stream.finish()
    return list(stream.blocks)


def test_M12_every_cut_of_every_example_gives_the_same_blocks(
    specification: dict[str, list[Example]],
) -> None:
    """Cut in two at every place, and into single characters; no raw tag is shown at any prefix."""
    for example in (*specification["commonmark"], *specification["gfm"]):
        text = example.markdown
        whole = list(parse(text))
        for at in range(1, len(text)):
            assert streamed([text[:at], text[at:]]) == whole, (example.number, at)
        assert _by_character(text) == whole, example.number


def _by_character(text: str) -> list[Block]:
    """Feeds single characters; what is not named as changed stays the same object."""
    stream = MarkdownStream()
    before: list[Block] = []
    for char in text:
        update = stream.feed(char)
        now = list(stream.blocks)
        kept = before[: update.first_changed]
        assert len(now) == update.count and all(a is b for a, b in zip(kept, now, strict=False)), text
        shown = set(re.findall(r"<\s*/?\s*([a-z]+)", to_html(now), re.IGNORECASE))
        assert not shown & {"script", "img", "iframe", "style", "input", "object", "form", "textarea"}, text
        before = now
    update = stream.finish()
    assert all(a is b for a, b in zip(before[: update.first_changed], stream.blocks, strict=False))
    return list(stream.blocks)
