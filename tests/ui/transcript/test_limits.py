"""M09, M11, M13, U04 seen: the huge, slow and strange is shown in short steps and copied as it came."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollBar

from panda_desktop.domain.chat import MessageState
from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.ui.transcript.pointing import Spot
from panda_desktop.ui.transcript.selection import Position
from tests.markdown.pathological import SHAPES, make
from tests.ui.transcript.conftest import Open, settle
from tests.ui.transcript.double import DoubleModel, answer

LONGEST = 0.25
"""Seconds of this thread's own time a step may take on a busy machine; alone under a fifth of it."""


def timed(step: Callable[[], object]) -> float:
    began = time.thread_time()
    step()
    return time.thread_time() - began


def scroll_to(bar: QScrollBar, part: float) -> None:
    bar.setValue(int(bar.maximum() * part))


def longest_step(view: TranscriptView, model: DoubleModel, text: str) -> float:
    """Shows a text in the last message, works to its end and scrolls about; returns the longest step."""
    last = len(model.rows) - 1
    longest = timed(lambda: model.change(last, lambda old: replace(old, text=text)))
    longest = max(longest, timed(view._settle))
    for _ in range(20_000):
        if not view._work_timer.isActive():
            break
        longest = max(longest, timed(view._work))
        if view._settle_timer.isActive():
            longest = max(longest, timed(view._settle))
    assert not view._column._unfinished
    bar = view.verticalScrollBar()
    for part in (0.0, 0.3, 0.6, 1.0):
        longest = max(longest, timed(partial(scroll_to, bar, part)))
        longest = max(longest, timed(view.grab), timed(QApplication.processEvents))
    return longest


@pytest.mark.parametrize("size", [10_000, 100_000, pytest.param(1_000_000, marks=pytest.mark.slow)])
def test_M09_no_shape_holds_the_window(open_view: Open, size: int) -> None:
    view, model = open_view([answer("")])
    slow = {name: longest_step(view, model, make(name, size)) for name in SHAPES}
    assert {name: round(took, 3) for name, took in slow.items() if took > LONGEST} == {}


TABLE = "| a | b |\n|---|---|\n"
HUGE = {
    "code of 5 MB": "```python\n" + "x = 1  # a\n" * 480_000 + "```\n",
    "one line of code of 1 MB": "```python\n" + "x" * 1_000_000 + "\n```\n",
    "one line of text of 1 MB": "x" * 1_000_000,
    "words of 1 MB": "word " * 200_000,
    "heading of 1 MB": "# " + "x" * 1_000_000,
    "cell of 1 MB": TABLE + "| " + "x" * 1_000_000 + " |\n",
    "cells in narrow columns": "|a" * 99 + "|\n" + "|-" * 99 + "|\n" + "|" + "x" * 8_000 + "|\n",
    "formula of 1 MB": "$$\n" + "x" * 1_000_000 + "\n$$\n",
    "link of 1 MB": "[" + "x" * 1_000_000 + "](https://a.example)",
    "address of 1 MB": "https://a.example/" + "x" * 1_000_000,
    "language of 1 MB": "```" + "x" * 1_000_000 + "\nx\n```\n",
    "raw HTML of 1 MB": "<div>" + "x" * 1_000_000,
    "many lines of raw HTML": "<div>\n" + "x\n" * 200_000,
    "80,000 lines in one paragraph": "word word\n" * 80_000,
    "20,000 code blocks": "```py\nx\n```\n" * 20_000,
    "50,000 items": "- a\n" * 50_000,
    "marks on one letter": ("e" + "\u0301" * 1_000 + " ") * 50,
}


@pytest.mark.parametrize("name", HUGE)
def test_M11_nothing_huge_holds_the_window(open_view: Open, name: str) -> None:
    view, model = open_view([answer("")])
    assert longest_step(view, model, HUGE[name]) < LONGEST


@pytest.mark.parametrize("name", ["code of 5 MB", "one line of code of 1 MB"])
def test_M11_huge_code_is_copied_byte_for_byte(open_view: Open, name: str) -> None:
    view, model = open_view([answer("")])
    longest_step(view, model, HUGE[name])
    view._activate(_spot(view))
    assert QGuiApplication.clipboard().text() == HUGE[name].split("\n", 1)[1].removesuffix(
        "\n```\n"
    ).removesuffix("```\n").rstrip("\n")
    QGuiApplication.clipboard().clear()


def _spot(view: TranscriptView) -> Spot:
    return Spot(0, view._column.layout(0).body_range[0], "copy:0")


def shown_text(view: TranscriptView) -> str:
    return "\n".join(view._column.piece(seen.row, seen.piece).text for seen in view._place.visible)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]8;;https://evil.example\x07click\x1b]8;;\x07", "␛]8;;"),
        ("bell \x07 back \x08 null \x00", "bell ␇ back ␈ null ␀"),
        ("`file\u202egpj.exe`", "file\u2426gpj.exe"),
        ("[pay\u202epal](https://a.example)", "pay\u2426pal"),
    ],
)
def test_M13_U04_what_would_act_or_hide_is_visible(open_view: Open, written: str, shown: str) -> None:
    view, _ = open_view([answer(written)])
    assert shown in shown_text(view)


STRANGE = {
    "right to left": "שלום עולם, مرحبا بالعالم.",
    "both ways": "abc עברית def عربي 123 (ghi)",
    "override": "abc\u202edef\u202cghi",
    "zero width": "a\u200bb\u200cc\u200dd\ufeffe\u00adf",
    "a thousand marks": "x" + "\u0301\u0323" * 500 + "y",
    "families": "👨\u200d👩\u200d👧\u200d👦 👩🏽\u200d🚀 🏳\ufe0f\u200d🌈 🇨🇳",
    "Chinese, Japanese, Korean": "你好，世界。こんにちは 안녕하세요 𠀀𪚥",
    "tabs": "a\tb\t\tc",
}


@pytest.mark.parametrize("name", STRANGE)
def test_U04_strange_text_is_laid_out_and_copied_as_it_came(open_view: Open, name: str) -> None:
    text = STRANGE[name]
    view, model = open_view(
        [answer(""), answer(f"{text}\n\n```\n{text}\n```\n\n- {text}\n\n| {text} |\n|---|")]
    )
    view.grab()
    layout = view._column.layout(1)
    first, last = layout.body_range
    copies = []
    for index in range(first, last):
        length = view._column.piece(1, index).length
        view._selection.select(Position(1, index, 0), Position(1, index, length))
        if length:
            copies.append(view.selected_text())
    assert copies == [text] * 4
    view._select_all()
    view.grab()
    for start in range(0, len(text), 3):
        model.grow(0, text[start : start + 3])
        view._settle()
    assert longest_step(view, model, text * 20) < LONGEST


def test_M11_a_block_of_code_that_grows_is_coloured_up_to_the_limit(open_view: Open) -> None:
    view, model = open_view([answer("```python\n", state=MessageState.STREAMING)])
    for _ in range(30):
        model.grow(0, "x = 'text'  # comment that is long enough to reach the limit soon\n" * 200)
        settle(view)
    layout = view._column.layout(0)
    group = next(iter(layout._colouring.codes))
    assert not layout._colouring._highlighters[group].active
    assert "x = 'text'" in shown_text(view)
