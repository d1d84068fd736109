"""A module of scores that breaks, hangs or leaves something behind does not end the table."""

import sys
import textwrap
import uuid
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from tests.torture._apart import scored
from tests.torture.score import Score, all_of, at_most, is_law, none_of, not_run, told

LIMIT_S = 30.0

Run = Callable[..., list[Score]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Returns what a module with this text told."""

    def running(text: str, limit_s: float = LIMIT_S) -> list[Score]:
        name = f"module_{uuid.uuid4().hex}"
        head = "import os, subprocess, sys, time\nfrom tests.torture.score import none_of, told\n"
        (tmp_path / f"{name}.py").write_text(head + textwrap.dedent(text))
        root = Path(__file__).parents[2]
        monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{':' if sys.platform != 'win32' else ';'}{root}")
        return list(scored(name, True, limit_s))

    return running


def test_what_is_told_comes_back_as_it_was(run: Run) -> None:
    text = """
        def scores(short):
            assert short
            yield none_of("a", 0, 5)
            yield told("b", 1.5, "ms", 2)
        """
    assert run(text) == [none_of("a", 0, 5), told("b", 1.5, "ms", 2)]


def test_a_module_without_scores_tells_nothing(run: Run) -> None:
    assert run("ANSWER = 42") == []


def test_a_module_that_breaks_keeps_what_it_told_and_misses(run: Run) -> None:
    text = """
        def scores(short):
            yield none_of("a", 0, 5)
            raise RuntimeError("broken")
        """
    first, last = run(text)
    assert first == none_of("a", 0, 5)
    assert last["met"] is False and ": not run: ended with 1" in last["name"]


def test_a_module_that_hangs_is_ended_with_all_it_started(run: Run, tmp_path: Path) -> None:
    text = f"""
        def scores(short):
            words = [sys.executable, "-c", "import time; time.sleep(600)"]
            kept = subprocess.Popen(words, start_new_session=True)
            open({str(tmp_path / "number")!r}, "w").write(str(kept.pid))
            yield none_of("a", 0, 5)
            time.sleep(600)
        """
    first, last = run(text, 4.0)
    assert first == none_of("a", 0, 5)
    assert last["met"] is False and last["name"].endswith(": not run: more than 4 s")
    left = int((tmp_path / "number").read_text())
    assert not psutil.pid_exists(left) or psutil.Process(left).status() == psutil.STATUS_ZOMBIE


def test_a_law_is_what_must_be_none_or_all_and_what_was_not_run() -> None:
    laws = (none_of("a", 3, 5), all_of("b", 5, 5), at_most("c", 1, "tasks", 0, 5), not_run("d", "it broke"))
    assert all(map(is_law, (*laws, at_most("of a long one", 1.1, "x", 1.5, 3))))
    assert not any(map(is_law, (at_most("e", 1, "ms", 5, 1), told("f", 1, "runs", 1))))
