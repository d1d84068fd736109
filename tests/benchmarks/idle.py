"""The program left alone with a chat of 10,000 messages open: it takes nothing and nothing wakes it.

The real process, offscreen, read from outside (`_tree`). In the short form the balance is not known: its age
is told by the second for one minute.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from panda_desktop.domain.chat import Conversation, Message, MessageState, Role
from panda_desktop.storage.storage import Storage
from tests.benchmarks._pace import paced
from tests.benchmarks._window import window
from tests.benchmarks.opening import kilobyte
from tests.benchmarks.row import Row, at_most, not_run, told

MESSAGES: Final = 10_000
SHARE: Final = 0.05
"""Per cent that are still 0.0 %."""
SETTLED_S: Final = {True: 14.0, False: 75.0}
"""After that long notices have gone, the text cursor rests, and the balance is more than a minute old."""
SECONDS: Final = {True: 10.0, False: 60.0}


async def _fill(folder: Path, count: int) -> None:
    storage = await Storage.open(folder)
    now, roles = datetime.now(UTC), (Role.USER, Role.ASSISTANT)
    messages = [
        Message(
            f"m{n}",
            "c",
            f"m{n - 1}" if n else None,
            0,
            roles[n % 2],
            kilobyte(n),
            now,
            state=MessageState.DONE,
        )
        for n in range(count)
    ]
    chat = Conversation("c", "Long", "m", now, now, leaf_id=messages[-1].id)
    await storage.conversations.add(messages, chat)
    await storage.close()


def rows(short: bool) -> Iterator[Row]:
    """Yields the share of the processor and the wake-ups."""
    name = f"idle with {MESSAGES:,} messages open"
    if sys.platform != "linux":
        yield not_run(name, "it is read from /proc")
        return
    with paced("", balance=not short) as server, tempfile.TemporaryDirectory() as folder:
        asyncio.run(_fill(Path(folder), MESSAGES))
        with window(Path(folder), f"{server.url}/v1", "idle", "c") as shown:
            if shown.told("rows") != MESSAGES:
                raise RuntimeError("the chat was not opened")
            time.sleep(SETTLED_S[short])
            cpu, woken = shown.tree.cpu(), shown.tree.wake_ups()
            time.sleep(SECONDS[short])
            cpu, woken = shown.tree.cpu() - cpu, shown.tree.wake_ups() - woken
    tick = 1 / os.sysconf("SC_CLK_TCK")
    seconds = SECONDS[short]
    # The kernel counts in ticks: one of them in ten seconds is already 0.1 %.
    yield at_most(f"{name}: processor", cpu / seconds * 100, "%", max(SHARE, tick / seconds * 100))
    yield told(f"{name}: wake-ups", woken / seconds, "/s")
