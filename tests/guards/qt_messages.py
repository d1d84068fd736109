"""A test fails on any Qt message at WARNING or above, also on those of its taking down.

Promise: no warning of Qt goes by unseen; pytest-qt sees to those of set-up and test, this to the rest.

A message that is meant is named with `@pytest.mark.qt_log_ignore("regular expression")`.
"""

import re
from collections.abc import Generator

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_BAD = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    ignored = list(item.config.getini("qt_log_ignore"))
    ignored += [pattern for mark in item.iter_markers("qt_log_ignore") for pattern in mark.args]
    messages: list[str] = []

    def heard(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind in _BAD and not any(re.search(pattern, text) for pattern in ignored):
            messages.append(text)

    before = qInstallMessageHandler(heard)
    try:
        result = yield
    finally:
        qInstallMessageHandler(before)
    if messages:
        pytest.fail("Qt messages while the test was taken down:\n" + "\n".join(messages), pytrace=False)
    return result
