"""U16: a crash is reported at the next start, without keys and without the person's name."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from panda_desktop.app.last_run import LastRun
from panda_desktop.domain.secret import ApiKey
from tests.app.test_logs import CANARY, forms

RUN = """
import ctypes, sys, time
from pathlib import Path
from panda_desktop.app.last_run import LastRun
run = LastRun(Path(sys.argv[1]))
print(run.begin(), flush=True)
if sys.argv[2] == "crash":
    ctypes.string_at(0)
if sys.argv[2] == "wait":
    time.sleep(60)
run.end()
"""


def run(folder: Path, how: str) -> tuple[str, int]:
    program = subprocess.Popen(
        [sys.executable, "-c", RUN, str(folder), how], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert program.stdout is not None
    said = program.stdout.readline().decode().strip()
    if how == "wait":
        program.send_signal(signal.SIGKILL)
    status = program.wait(20)
    program.stdout.close()
    return said, status


def test_u16_a_run_that_ends_well_leaves_nothing(tmp_path: Path) -> None:
    assert run(tmp_path, "end") == ("False", 0)
    assert run(tmp_path, "end") == ("False", 0)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("how", ["crash", "wait"])
def test_u16_a_crash_is_known_at_the_next_start(tmp_path: Path, how: str) -> None:
    (tmp_path / "panda.log").write_text(
        f"2026 ERROR x: {CANARY}\n at {Path.home()}/x.py\n {forms(CANARY)[1]}\n", encoding="utf-8"
    )
    assert run(tmp_path, how)[1] != 0
    assert run(tmp_path, "end") == ("True", 0)
    text = LastRun(tmp_path).text((ApiKey(CANARY),))
    assert ("Segmentation fault" in text and "<module>" in text) is (how == "crash")
    assert "Version" in text and "SQLite" in text and "2026 ERROR x" in text
    assert CANARY not in text and forms(CANARY)[1] not in text
    assert CANARY not in (tmp_path / "crash-report.txt").read_text(encoding="utf-8")
    assert str(Path.home()) not in text and str(tmp_path) not in text
    # Once told, it is not told again; the report stays until the person has done with it.
    assert run(tmp_path, "end") == ("False", 0)
    LastRun(tmp_path).forget()
    assert LastRun(tmp_path).text(()) == ""


def test_u16_a_folder_that_cannot_be_written_has_no_report(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    last = LastRun(tmp_path / "file")
    assert last.begin() is False
    last.end()
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
