"""How long is waited, on three clocks, because the HTTP library's own restarts with every byte.

Promise: whatever a server does, a wait ends.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.domain.network import Network

if TYPE_CHECKING:
    import httpx


@dataclass(frozen=True, slots=True)
class Clocks:
    """Limits in seconds of monotonic time.

    Attributes:
        connect_s: to reach the server.
        first_byte_s: from the request to the answer's headers.
        bytes_idle_s: without any byte.
        payload_idle_s: without any byte that means something (keep-alives do not).
        total_s: for a whole answer that is not a stream.
    """

    connect_s: float = 15.0
    first_byte_s: float = 120.0
    bytes_idle_s: float = 120.0
    payload_idle_s: float = 300.0
    total_s: float = 300.0

    def of(self, network: Network) -> "Clocks":
        """Returns the clocks as a person has set them; keep-alives alone are waited for as long as ever."""
        return replace(
            self,
            connect_s=float(network.connect_s),
            first_byte_s=float(network.first_byte_s),
            bytes_idle_s=float(network.idle_s),
            payload_idle_s=max(self.payload_idle_s, float(network.idle_s)),
            total_s=max(self.total_s, float(network.first_byte_s)),
        )


@asynccontextmanager
async def raw_bytes(response: "httpx.Response") -> AsyncIterator[AsyncIterator[bytes]]:
    """Gives the bytes of a response as they come and ends their reading when it is left."""
    raw = response.aiter_raw()
    try:
        yield raw
    finally:
        # First: the library's generators inside this one are closed by the garbage collector, from another
        # task and perhaps after the loop, and then find that nothing is left to do.
        await response.aclose()
        if isinstance(raw, AsyncGenerator):
            await raw.aclose()


async def ticking(chunks: AsyncIterator[bytes], idle_s: float, ends_at: float) -> AsyncGenerator[bytes, None]:
    """Passes the chunks on. Raises `STALLED` after `idle_s` without one, `TOOK_TOO_LONG` at `ends_at`.

    Close it with `aclosing`, and `chunks` with `raw_bytes`: a connection that is left to the garbage
    collector is closed by another task than the one that opened it, which the HTTP library does not allow.
    """
    alarm = _Alarm()
    try:
        while True:
            left = ends_at - time.monotonic()
            alarm.set(max(0.0, min(idle_s, left)))
            try:
                chunk = await anext(chunks)
            except StopAsyncIteration:
                return
            except asyncio.CancelledError as error:
                if not alarm.unset():
                    raise
                kind = ErrorKind.TOOK_TOO_LONG if left <= idle_s else ErrorKind.STALLED
                raise PandaError(kind, reached=Reached.MAYBE_SENT) from error
            finally:
                alarm.unset()
            yield chunk
    finally:
        alarm.end()


class _Alarm:
    """Cancels the wait of a task that takes too long, as `asyncio.timeout` does, with one timer for many
    waits: a timer for each piece of an answer would take as long as reading it.
    """

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.Handle | None = None
        self._due = 0.0
        self._task: asyncio.Task[object] | None = None
        self._cancelling = 0
        self._has_rung = False

    def set(self, delay: float) -> None:
        """The running task waits from now on, so many seconds; never to end before the last wait would."""
        self._task = task = asyncio.current_task()
        self._cancelling = task.cancelling() if task is not None else 0
        self._due = self._loop.time() + delay
        if self._timer is None:
            self._arm(delay)

    def unset(self) -> bool:
        """The wait has ended; returns whether by the alarm, and by nobody else."""
        task, self._task = self._task, None
        has_rung, self._has_rung = self._has_rung, False
        return has_rung and task is not None and task.uncancel() <= self._cancelling

    def end(self) -> None:
        """Nothing is waited for any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _arm(self, delay: float) -> None:
        self._timer = (
            self._loop.call_later(delay, self._look) if delay > 0 else self._loop.call_soon(self._look)
        )

    def _look(self) -> None:
        self._timer = None
        if self._task is None:
            return  # set again with the next wait
        left = self._due - self._loop.time()
        if left > 0:
            self._arm(left)
        else:
            self._has_rung = True
            self._task.cancel()
