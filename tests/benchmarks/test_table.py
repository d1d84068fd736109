"""The table of measurements: what breaks is a row, and laws are told apart from figures of a machine."""

import json
import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks import __main__ as bench
from tests.benchmarks._pace import paced
from tests.benchmarks._tree import Tree
from tests.benchmarks.row import Row, at_most, is_law, not_run, told
from tests.benchmarks.window import _lags

KEYS = {"name", "value", "unit", "goal", "runs", "worst", "met"}


def broken(short: bool) -> Iterator[Row]:
    yield at_most("what came before", 1.0, "ms", 2)
    raise OSError("no disk")


@pytest.fixture
def startup(monkeypatch: pytest.MonkeyPatch) -> types.SimpleNamespace:
    module = types.SimpleNamespace(rows=broken)
    monkeypatch.setitem(sys.modules, "tests.benchmarks.startup", module)
    return module


def run(monkeypatch: pytest.MonkeyPatch, folder: Path, *words: str) -> tuple[int, list[Row]]:
    file = folder / "rows.json"
    monkeypatch.setattr(sys, "argv", ["bench", "--short", "--only", "startup", "--json", str(file), *words])
    status = bench.main()
    return status, json.loads(file.read_text())


def test_a_module_that_breaks_is_a_row(
    startup: types.SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, rows = run(monkeypatch, tmp_path)
    assert status == 1
    assert [row["name"] for row in rows] == ["what came before", "startup: not run: OSError: no disk"]
    assert [row["met"] for row in rows] == [True, False]
    assert all(set(row) == KEYS for row in rows)
    assert "no disk" in capsys.readouterr().err


def test_a_module_that_takes_too_long_is_a_row(
    startup: types.SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def endless(short: bool) -> Iterator[Row]:
        while True:
            if short is None:
                yield told("never", 0, "ms")

    startup.rows = endless
    monkeypatch.setitem(bench.LIMITS_S, True, 1)
    status, rows = run(monkeypatch, tmp_path)
    assert status == 1
    assert [row["name"] for row in rows] == ["startup: not run: TimeoutError: more than 1 s"]
    assert capsys.readouterr().err


def test_only_laws_are_kept_when_they_are_asked_for(
    startup: types.SimpleNamespace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    startup.rows = lambda short: [
        at_most("slow today", 90, "ms", 16),
        at_most("law", 1.2, "x", 1.5),
        told("ratio without a goal", 3, "x"),
        not_run("Chromium", "there is no npm"),
    ]
    status, rows = run(monkeypatch, tmp_path, "--laws")
    assert [row["name"] for row in rows] == ["law", "Chromium: not run: there is no npm"]
    assert status == 0


def test_a_law_is_a_ratio_with_a_goal() -> None:
    assert is_law(at_most("opening", 1.2, "x", 1.5))
    assert not is_law(at_most("opening", 1.2, "ms", 1.5))
    assert not is_law(told("opening", 1.2, "x"))


def test_a_packet_is_painted_with_the_first_paint_that_has_all_of_it() -> None:
    sent = [(1.0, 16), (1.02, 32), (1.03, 48)]
    painted = [(1.01, 16), (1.04, 40), (1.05, 48)]
    assert _lags(sent, painted) == pytest.approx([10, 20, 20])


@pytest.mark.skipif(sys.platform != "linux", reason="read from /proc")
def test_a_tree_counts_what_its_children_took() -> None:
    import os
    import subprocess

    before = Tree(os.getpid())
    own = before.cpu()
    burn = "import time\nwhile time.process_time() < 0.3: pass\nprint(flush=True)\ninput()"
    with subprocess.Popen(
        [sys.executable, "-c", burn], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        taken = before.cpu() - own
        assert taken >= 0.25
        assert before.memory() > 5
        assert before.wake_ups() > 0
    assert before.cpu() - own >= taken


def test_the_answer_is_sent_whole_and_each_packet_is_noted() -> None:
    import httpx

    text = "word" * 40
    with paced(text, balance=False) as server:
        body = {"messages": [{"role": "user", "content": "Stream"}]}
        answer = httpx.post(f"{server.url}/v1/chat/completions", json=body, trust_env=False).text
        assert httpx.get(f"{server.url}/v1/dashboard/billing", trust_env=False).status_code == 404
    events = [json.loads(line[6:]) for line in answer.splitlines() if line.startswith("data: {")]
    assert "".join(event["choices"][0]["delta"].get("content", "") for event in events) == text
    assert [characters for _, characters in server.sent] == list(range(16, 161, 16))
