"""Colouring code: by chunk, with state carried over, within limits."""

import itertools
import time

import pytest

from panda_desktop.markdown.highlight import CHUNK, CLASSES, MAX_HIGHLIGHTED, Highlighter

CODE = ("def f(x):", '    """Doc', '    string."""', "    return x + 1  # note")


def colour(language: str, lines: tuple[str, ...]) -> Highlighter:
    highlighter = Highlighter(language)
    while highlighter.step(lines, len(lines)):
        pass
    highlighter.colour_tail(lines, len(lines))
    return highlighter


def test_runs_name_classes_within_their_line() -> None:
    highlighter = colour("python", CODE)
    assert (0, 3, "keyword") in highlighter.runs(0)
    assert (4, 1, "name") in highlighter.runs(0)
    assert highlighter.runs(2) != () and highlighter.runs(2)[0][2] == "string"
    assert highlighter.runs(3)[-1][2] == "comment"
    for index, line in enumerate(CODE):
        for start, length, name in highlighter.runs(index):
            assert start + length <= len(line) and name in CLASSES


def test_state_is_carried_over_chunks() -> None:
    lines = ("'''",) + ("text",) * (3 * CHUNK) + ("'''", "x = 1")
    highlighter = colour("python", lines)
    assert highlighter.runs(2 * CHUNK + 5) == ((0, 4, "string"),)
    assert highlighter.runs(len(lines) - 1) != ((0, 5, "string"),)


@pytest.mark.parametrize(
    "language", ["javascript", "yaml", "html", "json", "c", "php", "bash", "sql", "diff"]
)
def test_other_languages(language: str) -> None:
    lines = ('<?php "a" /* c */ if (x) { return 1; } ?>', "- key: value", "+ added", "select 1") * 20
    highlighter = colour(language, lines)
    assert highlighter.coloured == len(lines) // CHUNK * CHUNK


def test_growing_block_gives_the_same_colours_as_the_whole() -> None:
    lines = CODE * 20
    grown = Highlighter("python")
    for count in range(1, len(lines) + 1):
        while grown.step(lines[:count], count - 1):
            pass
        grown.colour_tail(lines[:count], count - 1)
    grown.colour_tail(lines, len(lines))
    while grown.step(lines, len(lines)):
        pass
    whole = colour("python", lines)
    assert [grown.runs(i) for i in range(len(lines))] == [whole.runs(i) for i in range(len(lines))]


def test_a_busy_machine_does_not_make_a_lexer_too_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    for clock in ("perf_counter", "monotonic"):
        monkeypatch.setattr(time, clock, itertools.count().__next__)
    lines = ("select 1",) * (2 * CHUNK)
    assert colour("sql", lines).coloured == len(lines)


def test_unknown_language_and_limits_leave_code_plain() -> None:
    assert not Highlighter("no-such-language").active
    assert not Highlighter("").active
    long = ("x = 1  # " + "y" * 3000,) * CHUNK
    assert colour("python", long).runs(0) == ()
    many = ("x = 1  # comment that takes some room" * 10,) * (MAX_HIGHLIGHTED // 200)
    highlighter = colour("python", many)
    assert not highlighter.active
    assert highlighter.runs(0) and highlighter.runs(len(many) - 1) == ()
