"""Readers of sockets that pause between two pieces of an answer, in place of the library's own way.

Promise: a reader that stays away is taken out before anything else of the loop runs, so that no descriptor
is watched that was closed.

The HTTP library pauses reading after each piece and resumes it for the next, both before the loop goes on.
The joined loop makes a notifier of Qt for each resumption and throws it away at each pause.
"""

import asyncio
from collections.abc import Callable
from typing import Any

_Reader = tuple[Callable[..., object], tuple[object, ...]]


class LoopReaders:
    """Leaves a notifier alone that is taken out and put in again at once."""

    def __init__(self, loop: Any) -> None:
        """Takes over what the transports of `loop` call to begin and to pause reading."""
        self._loop: Any = loop
        self._add, self._remove = loop._add_reader, loop._remove_reader
        self._readers: dict[int, _Reader] = {}
        self._resting: set[int] = set()
        self._sweep: asyncio.Handle | None = None

    def add(self, fd: int, callback: Callable[..., object], *words: object) -> None:
        """Calls `callback` when there is something to read."""
        reader = (callback, words)
        of_transport = isinstance(getattr(callback, "__self__", None), asyncio.Transport)
        if fd in self._resting:
            self._resting.discard(fd)
            if self._readers[fd] == reader:
                return
            self._remove(fd)
        self._add(fd, callback, *words)
        # A transport closes its socket by a later callback; a server closes it in the same step.
        if of_transport:
            self._readers[fd] = reader
        else:
            self._readers.pop(fd, None)

    def remove(self, fd: int) -> bool:
        """Calls nobody any more; returns whether somebody was called before."""
        if fd not in self._readers or fd in self._resting or not self._loop.is_running():
            self._resting.discard(fd)
            self._readers.pop(fd, None)
            return bool(self._remove(fd))
        self._resting.add(fd)
        if self._sweep is None:
            self._sweep = self._loop.call_soon(self._take_out)
        return True

    def _take_out(self) -> None:
        self._sweep = None
        if self._loop.is_closed():
            return
        for fd in self._resting:
            del self._readers[fd]
            self._remove(fd)
        self._resting.clear()
