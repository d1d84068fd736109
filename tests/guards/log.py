"""A test fails on any log record at WARNING or above that it did not expect.

Promise: nothing is logged unseen, whether while a test is set up, runs, or is taken down.

A test that expects one says so before it happens, with a regular expression that is searched in
"logger: LEVEL: message", and fails if it does not come:

    def test_a_failed_reply(expected_log: Expect) -> None:
        records = expected_log(r"reply .* failed")    # fills with the records it matches
"""

import logging
import re
from collections.abc import Callable, Generator

import pytest

Expect = Callable[[str], list[logging.LogRecord]]
_GUARD = pytest.StashKey["_Guard"]()


class _Guard(logging.Handler):
    """Keeps the records of one test."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.unexpected: list[str] = []
        self.expected: dict[str, list[logging.LogRecord]] = {}

    def emit(self, record: logging.LogRecord) -> None:
        line = f"{record.name}: {record.levelname}: {record.getMessage()}"
        found = [records for pattern, records in self.expected.items() if re.search(pattern, line)]
        for records in found:
            records.append(record)
        if not found:
            trace = f"\n{logging.Formatter().formatException(record.exc_info)}" if record.exc_info else ""
            self.unexpected.append(line + trace)

    def expect(self, pattern: str) -> list[logging.LogRecord]:
        return self.expected.setdefault(pattern, [])

    def check(self) -> None:
        lines, self.unexpected = self.unexpected, []
        if lines:
            pytest.fail("unexpected log records:\n" + "\n".join(lines), pytrace=False)


def _watched(item: pytest.Item) -> Generator[None, object, object]:
    guard = item.stash.setdefault(_GUARD, _Guard())
    logging.getLogger().addHandler(guard)
    try:
        result = yield
    except BaseException:
        guard.unexpected.clear()  # the test has failed already, and pytest shows what was logged
        raise
    finally:
        logging.getLogger().removeHandler(guard)
    guard.check()
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _watched(item))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    result = yield from _watched(item)
    silent = [pattern for pattern, records in item.stash[_GUARD].expected.items() if not records]
    if silent:
        pytest.fail(f"expected log records that did not come: {silent}", pytrace=False)
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _watched(item))


@pytest.fixture
def expected_log(request: pytest.FixtureRequest) -> Expect:
    guard: _Guard = request.node.stash[_GUARD]
    return guard.expect
