"""Stop is pressed while an answer comes: when the server sees the connection closed."""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.faults.answers import delta, stream
from tests.faults.client import CHAT, services
from tests.faults.server import FaultServer
from tests.faults.steps import Repeat
from tests.services.chats import finished, growing
from tests.torture.score import Score, p95_at_most

RUNS = 50


async def stopped(runs: int) -> list[float]:
    """Returns the milliseconds from each stop to the closed connection."""
    found: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        async with FaultServer() as server:
            server.api.usual()
            server.api.on(CHAT, stream(delta("some"), Repeat(delta("more "), pause_s=0.002)))
            async with services(server, Path(name)) as (here, conversation):
                for number in range(1, runs + 1):
                    await here.chat.send(conversation.id, "Tell")
                    await here.until(growing(here, number))
                    began = time.monotonic()
                    here.chat.stop(conversation.id)
                    await here.until(finished(here, number))
                    request = server.ledger.of(CHAT)[-1]
                    while request.gone_at is None:
                        await asyncio.sleep(0.001)
                    found.append((request.gone_at - began) * 1000)
    return found


def scores(short: bool) -> Iterator[Score]:
    """Yields how long it took."""
    del short  # it takes a few seconds
    yield p95_at_most("Stop to closed connection, p95", asyncio.run(stopped(RUNS)), "ms", 200)
