"""The one owner of background work.

Promise: every task is named, kept alive, ended at close, and its failure is reported exactly once.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError

Failed = Callable[[PandaError], None]
_log = logging.getLogger(__name__)


class TaskSet:
    """Keeps the tasks of the running event loop.

    qasync's own slot decorator keeps no reference to its task, so a task could vanish in the middle.
    """

    def __init__(self, failed: Failed) -> None:
        """`failed` hears of every failure no caller has asked to hear of."""
        self._failed = failed
        self._tasks: set[asyncio.Task[Any]] = set()

    def spawn(
        self, work: Coroutine[Any, Any, Any], *, name: str, failed: Failed | None = None
    ) -> asyncio.Task[Any]:
        """Starts the work; `failed` hears of its `PandaError`, and of a bug as `ErrorKind.BUG`."""
        task = asyncio.ensure_future(work)
        task.set_name(name)
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._ended(done, failed or self._failed))
        return task

    def _ended(self, task: asyncio.Task[Any], failed: Failed) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        if isinstance(error, PandaError):
            failed(error)
            return
        _log.error("%s failed", task.get_name(), exc_info=error)
        failed(PandaError(ErrorKind.BUG, ErrorDetail(technical=type(error).__name__)))

    async def close(self) -> None:
        """Cancels what still runs and waits until all of it has ended."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
