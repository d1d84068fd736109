"""The guard of K09 itself: a key that lies anywhere makes the test fail that put it there."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

_TESTS = """
import base64, subprocess, sys
from tests.canary import CANARY

def test_file(tmp_path): (tmp_path / "a.log").write_text(f"key {CANARY}")
def test_home(home): (home / "a").write_bytes(base64.b64encode(CANARY.encode()))
def test_argument(): subprocess.run([sys.executable, "-c", "", CANARY[::-1]], check=True)
def test_environment(): subprocess.run([sys.executable, "-c", ""], env={"A": CANARY}, check=True)
def test_report(): print(CANARY.encode().hex())
def test_clean(tmp_path): (tmp_path / "a.log").write_text("no key")
"""


def test_k09_a_planted_key_fails_the_run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = pytester.mkdir("app")
    (folder / "test_it.py").write_text(_TESTS)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parent.parent))
    plugins = ("-p", "tests.guards.home", "-p", "tests.guards.canary")
    run = pytester.runpytest_subprocess(*plugins, "-p", "no:cacheprovider", "-q", str(folder))
    # What a test reports is its own failure; what is found afterwards is one of taking it down.
    run.assert_outcomes(passed=5, failed=1, errors=5)
    run.stdout.fnmatch_lines_random(
        ["*a.log: whole, plain", "*/a: whole, base64*", "arguments of*reversed*", "environment of*plain"]
    )
    assert "sk-canary/" not in run.stdout.str()


_LATE = """
import pytest
from tests.canary import CANARY

@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shared")
    yield folder
    (folder / "late.log").write_text(CANARY[::-1])

def test_shared(shared): pass
def test_clean(tmp_path): (tmp_path / "same").write_text("none")
"""
_PRINTED = """
from tests.canary import CANARY

def pytest_terminal_summary(terminalreporter): terminalreporter.line(CANARY.encode().hex())
"""
_PROPERTY = """
from tests.canary import CANARY

def test_property(record_property): record_property("note", CANARY)
"""
_PLUGINS = ("-p", "tests.guards.home", "-p", "tests.guards.canary", "-p", "tests.guards.canary_session")


def _run(pytester: pytest.Pytester, patch: pytest.MonkeyPatch, test: str, *words: str) -> pytest.RunResult:
    (pytester.mkdir("late") / "test_it.py").write_text(test)
    patch.setenv("PYTHONPATH", str(Path(__file__).resolve().parent.parent))
    return pytester.runpytest_subprocess(*_PLUGINS, "-p", "no:cacheprovider", "-q", *words, "late")


@pytest.mark.parametrize("workers", [(), ("-n", "1")], ids=["alone", "workers"])
def test_k09_a_key_in_a_shared_folder_fails_the_run(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, workers: tuple[str, ...]
) -> None:
    run = _run(pytester, monkeypatch, _LATE, *workers)
    assert run.ret == 1
    run.assert_outcomes(passed=2)
    run.stdout.fnmatch_lines(["K09: the key was found*"])
    run.stdout.fnmatch_lines(["*late.log: reversed, plain"])


def test_k09_a_key_in_the_summary_fails_the_run(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytester.makeconftest(_PRINTED)
    run = _run(pytester, monkeypatch, "def test_it(): pass", "--rootdir", str(pytester.path))
    assert run.ret == 1
    run.stdout.fnmatch_lines(["what the run prints: whole, hex"])


def test_k09_a_key_in_a_property_fails_the_test(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = _run(pytester, monkeypatch, _PROPERTY, "--junitxml=report.xml")
    assert run.ret == 1
    run.stdout.fnmatch_lines(["*what the test reports: whole, plain*"])
    assert "sk-canary/" not in run.stdout.str()
    assert "sk-canary/" not in (pytester.path / "report.xml").read_text()
