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
    while True:
        left = ends_at - time.monotonic()
        try:
            # Not `wait_for`, which would read each chunk in a task of its own.
            async with asyncio.timeout(max(0.0, min(idle_s, left))):
                chunk = await anext(chunks)
        except StopAsyncIteration:
            return
        except TimeoutError as error:
            kind = ErrorKind.TOOK_TOO_LONG if left <= idle_s else ErrorKind.STALLED
            raise PandaError(kind, reached=Reached.MAYBE_SENT) from error
        yield chunk
