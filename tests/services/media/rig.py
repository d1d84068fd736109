"""The library and what belongs to it, over a real data folder, without a gateway."""

import asyncio
import itertools
import sqlite3
import struct
import zlib
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState, RawAnswer, VideoRequest
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.domain.secret import ApiKey
from panda_desktop.services.chat.organisation import OrganisationService
from panda_desktop.services.media.assembly import MediaServices, build_media
from panda_desktop.services.media.library import LibraryService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.storage import Storage
from tests.canary import CANARY
from tests.services.world import HearingBus

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
KEY = CANARY
_numbers = itertools.count(1)


class OneKey:
    """Knows the key in use, as `ConnectionService` does."""

    key: ApiKey | None = ApiKey(KEY)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*more: bytes, width: int = 3, height: int = 2, shade: int | None = None) -> bytes:
    """Returns a real grey PNG, another one each time; `more` stands in front of its pixels."""
    shade = next(_numbers) if shade is None else shade
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + bytes((shade + x) % 256 for x in range(width)) for _ in range(height))
    mark = chunk(b"prVt", str(shade).encode())
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + mark
        + b"".join(more)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@dataclass
class Rig:
    folder: Path
    storage: Storage
    bus: HearingBus
    tasks: TaskSet
    library: LibraryService
    media: MediaServices
    organisation: OrganisationService
    problems: list[PandaError]

    async def item(self, data: bytes | None = None, *, made_at: datetime = NOW, **values: Any) -> MediaItem:
        """Puts a PNG, or what claims to be a video, into the library."""
        data = png() if data is None else data
        kind = values.pop("kind", MediaKind.IMAGE)
        suffix, mime = (".png", "image/png") if kind is MediaKind.IMAGE else (".mp4", "video/mp4")
        file = self.storage.files.keep_bytes(data, suffix, made_at)
        item = MediaItem(new_id(), kind, file, mime, len(data), values.pop("sha256", ""), made_at, **values)
        item = await self.storage.media.add(item)
        self.library.added(item)
        return item

    async def job(
        self, request: ImageRequest | VideoRequest, state: JobState = JobState.DONE, **values: Any
    ) -> Job:
        """Puts a job into the database."""
        kind = JobKind.IMAGE if isinstance(request, ImageRequest) else JobKind.VIDEO
        return await self.storage.jobs.add(Job(new_id(), kind, request, state, NOW, **values))

    async def answered(self, job: Job, body: bytes, **values: Any) -> Job:
        """Moves a job that is being sent to its answer."""
        answer = RawAnswer(200, values.pop("headers", {}), body, NOW)
        answered = replace(job, state=JobState.ANSWERED, answered_at=NOW, **values)
        assert await self.storage.jobs.store_answer(job.state, answered, answer)
        return answered

    async def until(self, reached: Callable[[], bool]) -> None:
        async with asyncio.timeout(10):
            while not reached():
                self.bus.moved.clear()
                await self.bus.moved.wait()

    async def reread(self) -> "dict[str, MediaItem]":
        """Returns what the database holds."""
        return {item.id: item for item in await self.storage.media.all()}

    async def sql(self, statement: str, *values: Any) -> list[Any]:
        def work(connection: sqlite3.Connection) -> list[Any]:
            return [tuple(row) for row in connection.execute(statement, values)]

        return await self.storage._database.run(work)


@asynccontextmanager
async def rig(folder: Path) -> AsyncIterator[Rig]:
    storage = await Storage.open(folder)
    bus = HearingBus()
    problems: list[PandaError] = []
    tasks = TaskSet(problems.append)
    library = LibraryService(bus, storage.media, storage.files, storage.jobs)
    await library.start()
    connection: Any = OneKey()
    media = build_media(bus, tasks, storage, library, connection)
    await media.start()
    lock = asyncio.Lock()
    stored = storage.conversations, storage.folders, storage.days_seen
    organisation = OrganisationService(bus, tasks, *stored, lock)
    try:
        yield Rig(folder, storage, bus, tasks, library, media, organisation, problems)
        assert not problems
    finally:
        await tasks.close()
        await storage.close()


def run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(work(), 30))
