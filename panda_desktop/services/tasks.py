"""The one owner of background work.

Promise: every task is named, kept alive, ended at close, and its failure is reported exactly once.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Final

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError

MOMENT_S: Final = 1.0
"""How long brief work may take when the program closes, which shall end within two seconds."""
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
        self._brief: set[asyncio.Task[Any]] = set()

    def spawn(
        self,
        work: Coroutine[Any, Any, Any],
        *,
        name: str,
        failed: Failed | None = None,
        brief: bool = False,
    ) -> asyncio.Task[Any]:
        """Starts the work; `failed` hears of its `PandaError`, and of a bug as `ErrorKind.BUG`.

        `brief` work, such as saving a draft, is given a moment at close instead of being cancelled.
        """
        task = asyncio.ensure_future(work)
        task.set_name(name)
        self._tasks.add(task)
        if brief:
            self._brief.add(task)
            task.add_done_callback(self._brief.discard)
        task.add_done_callback(lambda done: self._ended(done, failed or self._failed))
        return task

    def branch(self) -> "TaskBranch":
        """Returns an owner of the same kind whose own tasks can be waited for."""
        return TaskBranch(self)

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

    async def settle(self) -> None:
        """Waits for the brief work that was begun, a moment at most."""
        if self._brief:
            await asyncio.wait(tuple(self._brief), timeout=MOMENT_S)

    async def close(self) -> None:
        """Lets brief work end, cancels what still runs, and waits until all of it has ended."""
        await self.settle()
        while tasks := tuple(self._tasks):  # what ends may begin something else
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await asyncio.sleep(0)  # their callbacks


class TaskBranch(TaskSet):
    """The tasks of something that ends before the program, such as a window; the whole set owns them."""

    def __init__(self, tasks: TaskSet) -> None:
        """Begins without tasks."""
        super().__init__(tasks._failed)
        self._whole = tasks

    def spawn(
        self,
        work: Coroutine[Any, Any, Any],
        *,
        name: str,
        failed: Failed | None = None,
        brief: bool = False,
    ) -> asyncio.Task[Any]:
        """As in the whole set."""
        task = self._whole.spawn(work, name=name, failed=failed, brief=brief)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def ended(self) -> None:
        """Waits until nothing of it runs any more."""
        while tasks := tuple(self._tasks):
            await asyncio.wait(tasks)
            await asyncio.sleep(0)  # their callbacks
