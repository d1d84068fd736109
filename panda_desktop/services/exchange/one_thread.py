"""One thread for work that blocks, done in the order it is asked for.

Promise: the loop never waits for the work; when whoever waits is cancelled, the work is finished and only
then comes what is asked for next, so that a file is never closed while it is written. Python's collector of
cycles does not run in this thread: it would end objects of the window outside the window's thread.
"""

import asyncio
import gc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

T = TypeVar("T")
P = ParamSpec("P")


class OneThread:
    """The thread, for the length of an `async with`."""

    def __init__(self, name: str) -> None:
        """The thread starts with the first work."""
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=name)

    async def run(self, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """Returns what the work returns; raises what it raises."""
        loop = asyncio.get_running_loop()
        with _collector.held():
            return await loop.run_in_executor(self._executor, lambda: work(*given, **named))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._executor.shutdown(wait=False)


class _Collector:
    """Holds the collector of cycles while threads work, and lets it go in the loop's thread."""

    def __init__(self) -> None:
        self._holders = 0
        self._was_on = False

    @contextmanager
    def held(self) -> Iterator[None]:
        if not self._holders:
            self._was_on = gc.isenabled()
            gc.disable()
        self._holders += 1
        try:
            yield
        finally:
            self._holders -= 1
            if not self._holders and self._was_on:
                gc.enable()


_collector = _Collector()
