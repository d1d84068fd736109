"""A failure nobody foresaw is told in the thread of the window, wherever it happened."""

import asyncio
import logging
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRunnable, QThreadPool

from panda_desktop.app.bugs import Bugs


class Failing(QRunnable):
    def run(self) -> None:
        raise ValueError("planted")


def in_a_pool_of_qt() -> None:
    QThreadPool.globalInstance().start(Failing())


def in_a_thread_of_python() -> None:
    def fail() -> None:
        raise ValueError("planted")

    threading.Thread(target=fail).start()


@pytest.mark.parametrize("fail", [in_a_pool_of_qt, in_a_thread_of_python])
async def test_a_failure_in_a_thread_is_told_in_that_of_the_loop(
    fail: Callable[[], None], expected_log: Callable[[str], list[logging.LogRecord]]
) -> None:
    records = expected_log("a failure nobody foresaw")
    told: list[tuple[str, int]] = []
    bugs = Bugs(lambda name: told.append((name, threading.get_ident())), lambda: None)
    bugs.hear()
    try:
        fail()
        async with asyncio.timeout(5):
            while not told:
                await asyncio.sleep(0.01)
    finally:
        bugs.stop()
    assert told == [("ValueError", threading.get_ident())] and len(records) == 1
