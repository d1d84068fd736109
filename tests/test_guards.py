"""The guards of tests/conftest.py do stop what they are there for."""

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "tests" / "guards" / "samples.py"
# What the report must say, where the name of the sample is not enough.
REASONS = {
    "test_log_unexpected": "sample: WARNING: one word",
    "test_log_other_than_expected": "sample: ERROR: another one",
    "test_log_expected_and_silent": "expected log records that did not come",
    "test_log_that_cannot_be_formatted": "a real number is required",
    "test_log_in_taking_down": "at the end",
    "test_qt_message_without_qtbot": "Qt messages with level WARNING",
    "test_qt_message_in_taking_down": "at the end",
    "test_slot_that_raises": "in a slot",
    "test_thread_that_raises": "in a thread",
    "test_finalizer_that_raises": "in a finalizer",
    "test_coroutine_never_awaited": "was never awaited",
    "test_async_that_fails": "in a coroutine",
    "test_task_left": "left tasks running: forgotten",
    "test_task_that_failed_unheard": "in a task",
    "test_async_that_never_ends": "did not end within 0.2 s",
    "test_async_that_quits_the_application": "Event loop stopped",
}


def outcomes(report: Path) -> dict[str, str]:
    """Returns what was said of each test; an empty string for one that passed."""
    said: dict[str, str] = {}
    for case in ET.parse(report).getroot().iter("testcase"):
        bad = [f"{each.get('message')} {each.text}" for each in case if each.tag in ("failure", "error")]
        name = case.get("name", "")
        said[name] = said.get(name, "") + "\n".join(bad)
    return said


@pytest.mark.parametrize("options", [["-p", "no:xdist"], ["-n", "2"]], ids=["alone", "xdist"])
def test_each_sample_ends_as_its_name_says(tmp_path: Path, options: list[str]) -> None:
    report = tmp_path / "report.xml"
    command = [sys.executable, "-m", "pytest", *options, "-p", "no:cacheprovider", f"--junitxml={report}"]
    # A key in the environment of whoever runs the tests is not seen by them.
    environment = {**os.environ, "PANDA_API_KEY": "sk-of-the-person"}
    done = subprocess.run(
        [*command, str(SAMPLES)], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100
    )
    said = outcomes(report)
    assert set(REASONS) <= set(said), done.stdout
    for name, text in said.items():
        if name.startswith("test_good"):
            assert not text, name
        else:
            assert REASONS[name] in text, f"{name}: {text or 'passed'}"
