"""K09: a test fails when the key it used lies where it must not be, however it is written there.

Promise: looked at are the files below the test's own folders and home, the arguments and the environment of
each process that is started, and what the test reports; a hit is named by place and form, never by the key.

The key is `tests.canary.CANARY`, which the tests of everything that holds a key use. Who shows it on purpose
is listed in `_ON_PURPOSE`.
"""

import os
import sys
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from tests.canary import in_files, in_text

_OLDER: Final = "it plants the key in a database of an older version; the bundle must not have it"
_ON_PURPOSE: Final = {
    "test_canary.py": "it plants the key to see that it is found",
    "test_canary_guard.py": "it plants the key to see that it is found",
    "services/media/test_evidence.py::test_k09_k11_no_key_in_any_form": _OLDER,
    "services/media/test_evidence.py::test_v17_everything_that_is_known_is_inside": _OLDER,
    "e2e/test_breaking.py::test_u16_a_crash_before_is_told_with_a_report": "it plants the key in a log",
    "access/test_at_spi.py::test_u18_a_screen_reader_does_the_main_job_through_at_spi": "a person sets it",
}
_found: list[str] = []
searched: Final[dict[Path, int]] = {}
"""When folders of tests were searched, in ns since 1970; `canary_session` searches the rest."""
exempt: Final[set[Path]] = set()
"""Folders of tests that show the key on purpose."""


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in ("subprocess.Popen", "os.exec", "os.posix_spawn"):
        return
    words, environment = (arguments[1], arguments[3]) if event[0] == "s" else (arguments[1], arguments[2])
    spoken = str(words) if isinstance(words, str | bytes) else " ".join(map(str, words))
    _found.extend(in_text(spoken, f"arguments of {arguments[0]}"))
    for name, value in (os.environ if environment is None else environment).items():
        # What a test gives the program it starts is the person's own; what the program hands on is not.
        if str(name) != "PANDA_API_KEY" or "tests." not in spoken:
            _found.extend(in_text(f"{name}={value}", f"environment of {arguments[0]}"))


sys.addaudithook(_audit)


def is_on_purpose(item: pytest.Item) -> bool:
    """Says whether a test may show the key."""
    place = item.path.as_posix().partition("/tests/")[2]
    return bool({place, f"{place}::{getattr(item, 'originalname', item.name)}"} & set(_ON_PURPOSE))


@pytest.fixture(autouse=True)
def no_canary(request: pytest.FixtureRequest, home: Path) -> Iterator[None]:
    """Searches when the test has ended."""
    yield
    given = request.node.funcargs
    own = given.get("tmp_path")
    folders = [own] if isinstance(own, Path) else []
    if is_on_purpose(request.node):
        _found.clear()
        exempt.update(folders)
        if "pytester" in given:
            exempt.add(given["pytester"].path)
        return
    found, _found[:] = [*_found], []
    # A clock of a file system may be behind by one of its ticks.
    searched.update(dict.fromkeys(folders, time.time_ns() - 20_000_000))
    found += in_files([home, *folders])
    if found:
        pytest.fail("the key was found in:\n" + "\n".join(sorted(set(found))), pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    kept = (f"{name}={value}" for name, value in report.user_properties)
    said = "\n".join((report.longreprtext, *(text for _, text in report.sections), *kept))
    if said.strip() and not is_on_purpose(item):
        found = in_text(said, "what the test reports")
        if found:
            report.outcome, report.longrepr = "failed", "\n".join(found)
            report.sections.clear()
            report.user_properties.clear()
            item.user_properties.clear()
    return report
