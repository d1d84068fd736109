"""How many rows of the table of faults have a test that names them, and pass it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

from tests.faults.coverage import TESTS, by_row
from tests.faults.rows import ROWS
from tests.torture.score import Score, all_of


def passed(files: set[str]) -> Mapping[str, bool]:
    """Runs these files of tests; returns whether each function passed, as `file::function`."""
    with tempfile.TemporaryDirectory() as name:
        report = Path(name, "report.xml")
        paths = [str(TESTS / file) for file in sorted(files)]
        words = ["-q", "-n", "2", "-p", "no:cacheprovider", f"--junitxml={report}", *paths]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run(
            [sys.executable, "-m", "pytest", *words],
            env=environment,
            cwd=TESTS.parent,
            stdout=subprocess.DEVNULL,
            check=False,
        )
        return _outcomes(report)


def _outcomes(report: Path) -> Mapping[str, bool]:
    """Of the cases of a function all have to pass; a case that this system skips does not count."""
    found: dict[str, bool] = {}
    for case in ElementTree.parse(report).iter("testcase"):
        if case.find("skipped") is not None:
            continue
        place = case.get("classname", "").removeprefix("tests.").replace(".", "/")
        name = f"{place}.py::{case.get('name', '').partition('[')[0]}"
        good = case.find("failure") is None and case.find("error") is None
        found[name] = found.get(name, True) and good
    return found


def scores(short: bool) -> Iterator[Score]:
    """Yields the share of rows with a test, and without `short` also of those whose tests all pass."""
    rows = {row: tests for row, tests in by_row().items() if row in ROWS}
    for row, tests in rows.items():
        if not tests:
            print(f"  no test: {row} {ROWS[row]}")
    yield all_of("faults: rows with a test", sum(map(bool, rows.values())), len(rows))
    if short:
        return
    outcomes = passed({test.partition("::")[0] for tests in rows.values() for test in tests})
    survived = 0
    for row, tests in rows.items():
        failed = [test for test in tests if not outcomes.get(test, True)]
        ran = any(test in outcomes for test in tests)
        survived += ran and not failed
        if failed or (tests and not ran):
            print(f"  {row}: {', '.join(failed) or 'no test of it ran'}")
    yield all_of("faults: survived", survived, len(rows))
