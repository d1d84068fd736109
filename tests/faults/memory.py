"""Asks a server from a process of its own and tells how much memory that took at most.

Promise: measured after the same client has had a small answer, so that what is told is what the answers cost.

    python -m tests.faults.memory BASE_URL WORD TIMES

The first request is for the models; WORD is `chat`, `models` or `images`. Prints JSON.
"""

import asyncio
import json
import subprocess
import sys

import psutil

from panda_desktop.domain.errors import PandaError
from panda_desktop.gateway.client import Gateway
from tests.faults.client import IMAGE, asked, client, paid


async def measured(base_url: str, word: str, times: str) -> dict[str, object]:
    """Makes the small request and those that are measured; returns the failures and the growth in MiB."""
    async with client(base_url) as gateway:
        await gateway.models()
        process = psutil.Process()
        before = peak = process.memory_info().rss

        async def watch() -> None:
            nonlocal peak
            while True:
                peak = max(peak, process.memory_info().rss)
                await asyncio.sleep(0.002)

        watching = asyncio.create_task(watch())
        kinds = [await _kind(gateway, word) for _ in range(int(times))]
        peak = max(peak, process.memory_info().rss)
        watching.cancel()
        return {"kinds": kinds, "mib": (peak - before) / 1024 / 1024}


async def _kind(gateway: Gateway, word: str) -> str:
    if word == "chat":
        told = await asked(gateway)
        return told.kind.value if told.kind is not None else ""
    if word == "images":
        found = await paid(gateway, IMAGE)
        return found.kind.value if isinstance(found, PandaError) else ""
    try:
        await gateway.models()
    except PandaError as error:
        return error.kind.value
    return ""


async def cost(base_url: str, word: str, times: int = 1) -> tuple[list[str], float]:
    """Asks so often in another process; returns the kinds of failures (empty for none) and the MiB."""
    command = [sys.executable, "-m", "tests.faults.memory", base_url, word, str(times)]
    done = await asyncio.to_thread(subprocess.run, command, capture_output=True, check=True)
    said = json.loads(done.stdout)
    return said["kinds"], said["mib"]


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measured(*sys.argv[1:]))))
