"""Power loss: all that was written to the log after the last sync is gone, torn, or garbage.

As far as files can play it: SQLite syncs its log in a COMMIT under `synchronous = FULL`, and only then. Where
the log ended after the last of them is where a power loss may cut it; what was acknowledged meanwhile counts.
"""

import asyncio
import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from panda_desktop.domain.chat import Message, MessageState, Role
from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState
from panda_desktop.storage.storage import Storage
from tests.storage.book import NOW
from tests.storage.damaged import fill, is_whole, opened
from tests.torture.score import Score, none_of

DATABASE = "panda.sqlite3"
LONG_CUTS, SHORT_CUTS = 100, 10
WRITES = 12
SECTOR = 512


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """How much of the log was synced when so many writes of each kind were acknowledged."""

    size: int
    count: int


class Syncs:
    """Hears the statements of a connection; knows how much of the log is synced."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._is_full = self._was_full = False
        self._size = 0

    def hear(self, statement: str) -> None:
        """Notes one."""
        if statement.startswith("PRAGMA synchronous"):
            self._is_full = statement.endswith("FULL")
        elif statement == "COMMIT":
            self._was_full = self._is_full

    def acknowledged(self) -> int:
        """Returns the synced length now that a write has been acknowledged."""
        if self._was_full:
            self._size = self._log.stat().st_size
        return self._size


async def written(folder: Path) -> tuple[list[Acknowledged], bytes, bytes]:
    """Writes; returns what was acknowledged when, the database and its whole log."""
    storage = await Storage.open(folder)
    log = folder / f"{DATABASE}-wal"
    syncs = Syncs(log)
    found: list[Acknowledged] = []
    await storage.conversations.save_draft("c0", "the log begins")
    await storage._database.run(lambda connection: connection.set_trace_callback(syncs.hear))
    for number in range(WRITES):
        sent = Message(f"sent{number}", "c0", None, 0, Role.USER, "hello " * 300, NOW)
        answer = Message(f"got{number}", "c0", None, 0, Role.ASSISTANT, "", NOW, state=MessageState.STREAMING)
        _, answer = await storage.conversations.add((sent, answer))
        found.append(Acknowledged(syncs.acknowledged(), 3 * number + 1))
        await drafts(storage, number)
        await storage.conversations.checkpoint(replace(answer, text="panda " * 50, state=MessageState.DONE))
        found.append(Acknowledged(syncs.acknowledged(), 3 * number + 2))
        await drafts(storage, number)
        job = Job(f"paid{number}", JobKind.IMAGE, ImageRequest("kolors", "x"), JobState.QUEUED, NOW)
        job = await storage.jobs.add(job)
        assert await storage.jobs.move(JobState.QUEUED, replace(job, state=JobState.SUBMITTING, sent_at=NOW))
        found.append(Acknowledged(syncs.acknowledged(), 3 * number + 3))
        await drafts(storage, number)
    kept = (folder / DATABASE).read_bytes(), log.read_bytes()
    await storage.close()
    return found, *kept


async def drafts(storage: Storage, number: int) -> None:
    """Writes what need not survive."""
    for draft in range(3):
        await storage.conversations.save_draft("c0", f"{number} {draft}" * 200)


def lost_after(cut: Acknowledged, base: bytes, log: bytes, luck: random.Random) -> tuple[int, bool]:
    """Returns how many of the acknowledged writes are lost after a power loss, and if the file is whole."""
    tail = bytearray(log[cut.size : luck.randrange(cut.size, len(log) + 1)])
    for at in range(0, len(tail), SECTOR):
        if luck.random() < 0.4:
            length = len(tail[at : at + SECTOR])
            tail[at : at + length] = luck.choice((bytes(length), luck.randbytes(length)))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / DATABASE).write_bytes(base)
        (folder / f"{DATABASE}-wal").write_bytes(log[: cut.size] + tail)

        async def look(storage: Storage) -> int:
            messages = {each.id: each for each in await storage.conversations.messages("c0")}
            jobs = {each.id: each for each in await storage.jobs.all()}
            lost = 0
            for at in range(cut.count):
                number, kind = divmod(at, 3)
                answer, job = messages.get(f"got{number}"), jobs.get(f"paid{number}")
                if kind == 0:
                    lost += f"sent{number}" not in messages
                elif kind == 1:
                    lost += answer is None or answer.state is not MessageState.DONE or not answer.text
                else:
                    lost += job is None or job.state is JobState.QUEUED
            return lost

        return opened(folder, look), is_whole(folder / DATABASE)


def scores(short: bool) -> Iterator[Score]:
    """Yields how many acknowledged writes were lost: messages, ended answers, jobs that are being paid."""
    luck, cuts = random.Random(7), SHORT_CUTS if short else LONG_CUTS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder, 1, 2)
        acknowledged, base, log = asyncio.run(written(folder))
    seen = [lost_after(luck.choice(acknowledged), base, log, luck) for cut in range(cuts)]
    yield none_of("power loss: acknowledged writes lost", sum(lost for lost, _ in seen), cuts, "writes")
    yield none_of("power loss: damaged databases", sum(not whole for _, whole in seen), cuts, "files")
