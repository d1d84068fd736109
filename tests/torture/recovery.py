"""How soon the program is back: after the network was away, and after the database was damaged."""

import asyncio
import random
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from pathlib import Path

from panda_desktop.domain.backups import BackupReason
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.jobs import JobState
from panda_desktop.services.media.polling import Polling
from panda_desktop.services.recovery import Recovery
from panda_desktop.storage.storage import Storage
from tests.faults.answers import json_answer
from tests.faults.client import client
from tests.faults.jobs import POLL, job
from tests.faults.server import FaultServer
from tests.storage.book import NOW
from tests.storage.damaged import counts, fill, leaves_of, opened
from tests.torture.score import Score, worst_at_most

POLL_S, USABLE_S = 5.0, 3.0
OUTAGES = {True: 4, False: 40}
DAMAGES = {True: (2, 60), False: (10, 500)}
"""How often a database is damaged, and how many chats of twenty messages are in it."""
DATABASE = "panda.sqlite3"
PAGE = 4096


async def asked_again(away_s: float) -> float:
    """Returns the seconds from where the network is back to the next poll; it was away for so long."""
    async with FaultServer() as server, client(server.base_url) as gateway:
        server.api.on(POLL, json_answer({"status": "running"}))
        polling = Polling(gateway, server.base_url)
        asking = asyncio.create_task(
            polling.final_answer(job(server, state=JobState.POLLING, remote_id="v1"))
        )
        while not server.ledger.of(POLL):
            await asyncio.sleep(0.005)
        await server.api.close()
        await asyncio.sleep(away_s)
        before = len(server.ledger.of(POLL))
        await server.api.open()
        back = time.monotonic()
        while len(server.ledger.of(POLL)) == before:
            await asyncio.sleep(0.005)
        asking.cancel()
        with suppress(asyncio.CancelledError):
            await asking
        return server.ledger.of(POLL)[before].at - back


async def outages(count: int) -> list[float]:
    """Returns the seconds of so many outages, all at once."""
    luck = random.Random(5)
    return list(await asyncio.gather(*(asked_again(luck.uniform(5.0, 12.0)) for _ in range(count))))


def damaged(folder: Path, luck: random.Random, chats: int) -> None:
    """Makes a data folder with a backup and spoils pages of its messages."""
    fill(folder, chats)
    opened(folder, lambda storage: storage.backups.make(BackupReason.BY_HAND, NOW))
    path = folder / DATABASE
    data = bytearray(path.read_bytes())
    pages = leaves_of(path, "messages")  # few, and each above many others, where the table is very large
    for page in luck.sample(pages, min(5, len(pages))):
        data[page * PAGE : (page + 1) * PAGE] = luck.randbytes(PAGE)
    data[:16] = bytes(16)
    path.write_bytes(data)


async def _salvaged(folder: Path, _error: PandaError) -> None:
    await Recovery(folder).salvage()


async def _restored(folder: Path, error: PandaError) -> None:
    recovery = Recovery(folder)
    await recovery.restore((await recovery.offers(error))[0])


async def usable_after(folder: Path, way: Callable[[Path, PandaError], Awaitable[None]]) -> float:
    """Returns the seconds from the failed opening to the chats that are read."""
    began = time.monotonic()
    try:
        storage = await Storage.open(folder)
    except PandaError as error:
        await way(folder, error)
        storage = await Storage.open(folder)
    else:
        raise AssertionError("the damage was not seen")
    found = await counts(storage)
    taken = time.monotonic() - began
    await storage.close()
    assert found[0] > 0
    return taken


def scores(short: bool) -> Iterator[Score]:
    """Yields both, in seconds of the clock on the wall."""
    waits = asyncio.run(outages(OUTAGES[short]))
    yield worst_at_most("network back to next poll", waits, "s", POLL_S)
    luck, (runs, chats) = random.Random(6), DAMAGES[short]
    for name, way in (("salvaged", _salvaged), ("backup", _restored)):
        seconds = []
        for _ in range(runs):
            with tempfile.TemporaryDirectory() as folder:
                damaged(Path(folder), luck, chats)
                seconds.append(asyncio.run(usable_after(Path(folder), way)))
        yield worst_at_most(f"damaged database to usable, {name}", seconds, "s", USABLE_S)
