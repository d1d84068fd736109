"""Tests written as `async def test_…` run on a qasync loop over the one application.

Promise: such a test ends within its limit and leaves no task behind; one it left is cancelled and fails it.

The limit is 60 s, or nine tenths of `@pytest.mark.timeout(seconds)`, whose signal cannot stop a waiting loop
of Qt. The loop is the fixture `qasync_loop`. Fixtures are no coroutines: a test opens what is asynchronous
itself, with `async with`.
"""

import asyncio
import gc
import inspect
from collections.abc import Coroutine, Iterator
from typing import Any, TypeGuard

import pytest
import qasync
from PySide6.QtWidgets import QApplication

LIMIT_S = 60.0
PATIENCE_S = 5.0


def pytest_itemcollected(item: pytest.Item) -> None:
    if _is_async(item) and "qasync_loop" not in item.fixturenames:
        item.fixturenames.insert(0, "qasync_loop")  # first made, last closed


def _is_async(item: pytest.Item) -> TypeGuard[pytest.Function]:
    return isinstance(item, pytest.Function) and inspect.iscoroutinefunction(item.function)


@pytest.fixture
def qasync_loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    quits = qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)  # else a test that closes a window stops its own loop
    loop = qasync.QEventLoop(qapp)
    yield loop
    loop.close()
    qapp.setQuitOnLastWindowClosed(quits)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    if not _is_async(pyfuncitem):
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    mark = pyfuncitem.get_closest_marker("timeout")
    limit = 0.9 * float(mark.args[0]) if mark and mark.args else LIMIT_S
    loop = pyfuncitem.funcargs["qasync_loop"]
    assert isinstance(loop, asyncio.AbstractEventLoop)
    run(loop, pyfuncitem.obj(**arguments), limit)
    return True


def run(loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, None], limit: float) -> None:
    """Runs a test to its end on the loop.

    Raises:
        pytest.fail.Exception: it took longer than its limit, or left a task.
    """

    async def limited() -> bool:
        task = asyncio.ensure_future(work)
        task.set_name("test")
        try:
            done, _ = await asyncio.wait({task}, timeout=limit)
        finally:
            if not task.done():
                task.cancel()
        if done:
            task.result()
        return bool(done)

    in_time = True
    try:
        in_time = loop.run_until_complete(loop.create_task(limited(), name="limit"))
    finally:
        left = _end(loop)
    # A task or a coroutine nobody waited for complains when it is collected: now, not in the next test.
    gc.collect()
    if not in_time:
        pytest.fail(f"did not end within {limit:g} s")
    if left:
        pytest.fail(f"left tasks running: {', '.join(left)}", pytrace=False)


def _end(loop: asyncio.AbstractEventLoop) -> list[str]:
    """Cancels what still runs; returns those that nobody had cancelled, and those that would not end."""
    tasks = asyncio.all_tasks(loop)
    if not tasks:
        return []
    leaked = {task for task in tasks if not task.cancelling()}
    for task in leaked:
        task.cancel()
    _, stubborn = loop.run_until_complete(asyncio.wait(tasks, timeout=PATIENCE_S))
    return sorted(f"{task.get_name()} ({task.get_coro()!r})" for task in leaked | stubborn)
