"""U18: the program on a real display, through AT-SPI alone; `test_walk` has the short form of it."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.access.at_spi_job import LAUNCHER

STEPS = ["demo", "read", "copied", "picture", "library", "video", "setting", "ended"]
NEEDED = ("xvfb-run", "dbus-run-session")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is Linux's")
def test_u18_a_screen_reader_does_the_main_job_through_at_spi(tmp_path: Path, home: Path) -> None:
    assert all(shutil.which(each) for each in NEEDED) and LAUNCHER.exists(), "see packaging/system.py"
    job = [sys.executable, "-m", "tests.access.at_spi_job", str(tmp_path / "data")]
    kept = {name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"}
    session = subprocess.Popen(
        ["xvfb-run", "-a", "dbus-run-session", "--", *job],
        env=kept,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        said, complaint = session.communicate(timeout=100)
    finally:
        with_all_it_started(session)
    assert [line.removeprefix("done: ") for line in said.splitlines() if "done: " in line] == STEPS, complaint
    assert session.returncode == 0, complaint


def with_all_it_started(session: "subprocess.Popen[str]") -> None:
    """Ends whatever is left of the session's own group."""
    try:
        os.killpg(session.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    session.wait()
