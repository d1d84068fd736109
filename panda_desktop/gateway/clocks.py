"""How long is waited, on three clocks, because the HTTP library's own restarts with every byte.

Promise: whatever a server does, a wait ends.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass

from panda_desktop.domain.errors import ErrorKind, PandaError, Reached


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


async def ticking(chunks: AsyncIterator[bytes], idle_s: float, ends_at: float) -> AsyncIterator[bytes]:
    """Passes the chunks on. Raises `STALLED` after `idle_s` without one, `TOOK_TOO_LONG` at `ends_at`."""
    while True:
        left = ends_at - time.monotonic()
        try:
            chunk = await asyncio.wait_for(anext(chunks), max(0.0, min(idle_s, left)))
        except StopAsyncIteration:
            return
        except TimeoutError as error:
            kind = ErrorKind.TOOK_TOO_LONG if left <= idle_s else ErrorKind.STALLED
            raise PandaError(kind, reached=Reached.MAYBE_SENT) from error
        yield chunk
