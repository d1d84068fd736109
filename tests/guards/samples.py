"""Tests that must fail, each for the reason its name says; those that begin with `test_good` must pass.

Not collected by name: tests/test_guards.py hands this file to a pytest of its own.
"""

import asyncio
import gc
import logging
import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject, QTimer, qWarning
from PySide6.QtWidgets import QApplication, QWidget

from tests.guards import loop
from tests.guards.log import Expect

log = logging.getLogger("sample")


def test_log_unexpected() -> None:
    log.warning("one %s", "word")


def test_log_other_than_expected(expected_log: Expect) -> None:
    expected_log("sample: ERROR: that one")
    log.error("that one")
    log.error("another one")


def test_log_expected_and_silent(expected_log: Expect) -> None:
    expected_log("never")


def test_log_that_cannot_be_formatted() -> None:
    log.error("%d", "word")


@pytest.fixture
def loud_end() -> object:
    yield
    log.error("at the end")


def test_log_in_taking_down(loud_end: object) -> None:
    pass


def test_good_log(expected_log: Expect) -> None:
    records = expected_log("ERROR: that .* one")
    log.error("that %s one", "expected")
    log.info("nobody minds")
    assert [record.args for record in records] == [("expected",)]


def test_qt_message_without_qtbot() -> None:
    qWarning("unasked")


@pytest.fixture
def warning_end() -> object:
    yield
    qWarning("at the end")


def test_qt_message_in_taking_down(warning_end: object) -> None:
    pass


@pytest.mark.qt_log_ignore("^unasked$")
def test_good_qt_message() -> None:
    qWarning("unasked")


def test_slot_that_raises(qapp: QApplication) -> None:
    def slot() -> None:
        raise ValueError("in a slot")

    QTimer.singleShot(0, slot)


def test_thread_that_raises() -> None:
    def work() -> None:
        raise ValueError("in a thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_finalizer_that_raises() -> None:
    class Bad:
        def __del__(self) -> None:
            raise ValueError("in a finalizer")

    Bad()
    gc.collect()


def test_coroutine_never_awaited() -> None:
    forgotten = asyncio.sleep(0)
    del forgotten
    gc.collect()


async def test_good_async(qapp: QApplication, tmp_path: Path) -> None:
    fired = asyncio.Event()
    QTimer.singleShot(0, fired.set)
    await fired.wait()
    assert await asyncio.to_thread(lambda: 2) == 2
    assert type(asyncio.get_running_loop()).__module__ == "qasync"


@pytest.mark.parametrize("number", [1, 2, 3])
async def test_good_async_again(number: int) -> None:
    await asyncio.sleep(0)


async def test_good_async_closes_its_window(qapp: QApplication) -> None:
    window = QWidget()
    window.show()
    window.close()
    await asyncio.sleep(0.01)


async def test_good_task_is_cancelled_by_the_test() -> None:
    asyncio.get_running_loop().create_task(asyncio.sleep(1000)).cancel()


def test_good_asyncio_run_beside_it() -> None:
    asyncio.run(asyncio.sleep(0))


async def test_async_that_fails() -> None:
    await asyncio.sleep(0)
    raise ValueError("in a coroutine")


async def test_task_left(expected_log: Expect) -> None:
    asyncio.get_running_loop().create_task(asyncio.sleep(1000), name="forgotten")


async def test_task_that_failed_unheard() -> None:
    async def work() -> None:
        raise ValueError("in a task")

    asyncio.get_running_loop().create_task(work())
    await asyncio.sleep(0.01)


@pytest.fixture
def short_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "LIMIT_S", 0.2)


async def test_async_that_never_ends(short_limit: None) -> None:
    await asyncio.Event().wait()


async def test_async_that_quits_the_application(qapp: QApplication) -> None:
    qapp.quit()
    await asyncio.Event().wait()


async def test_good_async_after_all_that(qapp: QApplication) -> None:
    await asyncio.sleep(0.01)
    assert isinstance(qapp, QObject)


def test_good_home_is_not_the_persons(home: Path) -> None:
    assert Path.home() == home
    assert Path(os.environ["XDG_CONFIG_HOME"]).is_relative_to(home)
    assert not [name for name in os.environ if name.startswith("PANDA_")]


def test_good_no_keyring() -> None:
    import keyring

    assert type(keyring.get_keyring()).__module__ == "keyring.backends.fail"


def test_good_numbers_left_german() -> None:
    QLocale.setDefault(QLocale("de_DE"))


def test_good_numbers_are_english_again() -> None:
    assert QLocale().toString(37501) == "37,501"
