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
