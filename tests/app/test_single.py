"""A second start, with real processes."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLockFile, QThread

from panda_desktop.app.single import claim, knock

_HOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from panda_desktop.app.single import claim
app = QCoreApplication([])
first = claim(Path(sys.argv[1]))
assert first is not None
if sys.argv[2] == "leave":
    first.listen(lambda word, token: print(f"asked {word}", flush=True))
    first.stop_listening()
    print("held", flush=True)
    sys.stdin.readline()
    first.release()
    sys.stdin.readline()
    sys.exit()
if sys.argv[2] == "listen":
    first.listen(lambda word, token: (print(f"asked {word} {token}", flush=True), app.quit()))
print("held", flush=True)
app.exec()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Any:
    """Starts a program that holds the folder."""
    running: list[subprocess.Popen[str]] = []

    def start(mode: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", _HOLD, str(tmp_path), mode],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


def test_d10_a_second_start_knocks_and_the_first_hears(
    tmp_path: Path, holder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = holder("listen")
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-1")
    assert claim(tmp_path) is None
    assert knock(tmp_path, "raise")
    out, _ = first.communicate(timeout=30)
    assert out == "asked raise token-1\n"


def test_d10_a_lock_left_by_a_kill_is_taken_over(tmp_path: Path, holder: Any) -> None:
    holder("listen").kill()
    for _ in range(200):
        if (first := claim(tmp_path)) is not None:
            break
        QLockFile(str(tmp_path / "panda.lock")).tryLock(50)  # waits while the killed one is reaped
    assert first is not None
    assert claim(tmp_path) is None
    first.release()
    second = claim(tmp_path)
    assert second is not None
    second.release()


def test_d10_a_first_program_that_does_not_answer_is_not_waited_for_long(tmp_path: Path, holder: Any) -> None:
    holder("hold")
    assert not knock(tmp_path, "raise", limit_s=0.3)


def test_d10_a_start_while_the_first_program_leaves_is_the_next_program(
    tmp_path: Path, holder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaving = holder("leave")

    def leave(_ms: int) -> None:
        if not leaving.stdin.closed:
            leaving.stdin.write("\n")
            leaving.stdin.flush()

    assert claim(tmp_path) is None
    monkeypatch.setattr(QThread, "msleep", leave)
    assert not knock(tmp_path, "raise", limit_s=30)  # long before: the folder is free
    first = claim(tmp_path)
    assert first is not None
    first.release()
    leaving.kill()
    out, _ = leaving.communicate(timeout=30)
    assert out == ""  # it was not asked to show a window that is about to go


def test_d05_a_folder_that_cannot_be_written_is_not_held(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert claim(tmp_path / "file" / "folder") is not None


def test_d10_the_second_program_ends_at_once_and_the_first_lives(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PANDA_BASE_URL": "http://127.0.0.1:9/v1"}
    command = [sys.executable, "-m", "panda_desktop", "--data-dir", str(tmp_path)]
    first = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        while not (tmp_path / "panda.sqlite3").exists():
            assert first.poll() is None
        second = subprocess.run(command, env=environment, stderr=subprocess.DEVNULL, timeout=60, check=False)
        assert second.returncode == 0
        assert first.poll() is None
    finally:
        first.terminate()
        assert first.wait(30) == 0
