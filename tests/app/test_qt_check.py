"""U17: what Qt needs and does not find is said in a sentence, not by a crash."""

import os
import subprocess
import sys
from pathlib import Path

from panda_desktop.app.qt_check import _no_screen, _wrong_pair, why_not


def test_u17_nothing_speaks_against_it_here() -> None:
    assert why_not() == ""


def test_u17_a_wrong_wheel_is_named() -> None:
    assert "does not run on Python 3.11" in _wrong_pair("6.12.0", (3, 11))
    assert _wrong_pair("6.12.0", (3, 12)) == "" == _wrong_pair("6.11.3", (3, 11))


def test_u17_no_screen_is_named() -> None:
    assert "no screen" in _no_screen({}, "linux")
    for environment in ({"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "w"}, {"QT_QPA_PLATFORM": "offscreen"}):
        assert _no_screen(environment, "linux") == ""
    assert _no_screen({}, "darwin") == ""


def test_u17_the_program_says_so_and_ends(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6/__init__.py").write_text("raise ImportError('libGL.so.1: not found')")
    ended = subprocess.run(
        [sys.executable, "-m", "panda_desktop", "--data-dir", str(tmp_path / "data")],
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{Path.cwd()}"},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 2
    assert "libGL.so.1" in ended.stderr and "Traceback" not in ended.stderr
    assert not (tmp_path / "data").exists()
