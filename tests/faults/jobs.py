"""Paid jobs against a fault server, in both dialects: the result in the held answer, or behind an id.

Promise: the real services over a real database; nothing is told of a job but what the ledger says.
"""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import pytest

from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState, RawAnswer, VideoRequest
from panda_desktop.services.media import fetching
from panda_desktop.storage.storage import Storage
from tests.faults.answers import json_answer
from tests.faults.client import CHAT, IMAGE, VIDEO, services
from tests.faults.server import FaultServer, Reply
from tests.services.world import World

POLL: Final = "GET /v1/videos/v1"
CONTENT: Final = "GET /v1/videos/v1/content"


class Dialect(StrEnum):
    HELD = "held"
    POLLED = "polled"


@pytest.fixture(params=list(Dialect))
def dialect(request: pytest.FixtureRequest) -> Dialect:
    """Both ways in which a gateway gives a film."""
    found: Dialect = request.param
    return found


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the waits between rounds of downloads be short."""
    monkeypatch.setattr(fetching, "PAUSES_S", (0.05,))


def gives(server: FaultServer, dialect: Dialect, *replies: Reply) -> None:
    """Has the gateway answer the paid request, or the polls after it, in this way."""
    if dialect is Dialect.HELD:
        (only,) = replies
        server.api.on(CHAT, only)
        return
    server.api.on(CHAT, json_answer({"id": "v1", "status": "queued"}, 202))
    server.api.on(POLL, *replies)


@asynccontextmanager
async def left(server: FaultServer, folder: Path, *jobs: tuple[Job, Any]) -> AsyncIterator[World]:
    """The services after a start at which these jobs are in the database, each with the answer that came
    for it: JSON, bytes, or None.
    """
    storage = await Storage.open(folder)
    for job, value in jobs:
        await storage.jobs.add(job)
        if value is not None:
            body = value if isinstance(value, bytes) else json.dumps(value).encode()
            raw = RawAnswer(200, {}, body, datetime.now(UTC))
            assert await storage.jobs.store_answer(job.state, job, raw)
    await storage.close()
    async with services(server, folder) as (here, _):
        yield here


def job(
    server: FaultServer,
    request: ImageRequest | VideoRequest = VIDEO,
    state: JobState = JobState.ANSWERED,
    *,
    name: str = "j",
    **more: Any,
) -> Job:
    """Returns a job as an earlier run has left it."""
    kind = JobKind.VIDEO if isinstance(request, VideoRequest) else JobKind.IMAGE
    now = datetime.now(UTC)
    expected = request.n if isinstance(request, ImageRequest) else 1
    made = Job(name, kind, request, state, now, base_url=server.base_url, sent_at=now, expected=expected)
    return replace(made, **more)


def images(count: int = 1) -> ImageRequest:
    """Returns a wish for that many images."""
    return replace(IMAGE, n=count)


def ended(here: World, *states: JobState) -> Callable[[], bool]:
    """Returns whether every job has ended, in these states if some are named."""

    def reached() -> bool:
        found = [each.state for kind in JobKind for each in here.jobs.jobs(kind)]
        return bool(found) and not any(state.is_running for state in found)

    return lambda: (
        reached()
        and (not states or {each.state for kind in JobKind for each in here.jobs.jobs(kind)} == set(states))
    )


def the(here: World) -> Job:
    """Returns the only job."""
    (found,) = (each for kind in JobKind for each in here.jobs.jobs(kind))
    return found


def saved(here: World, of: Job) -> list[bytes]:
    """Returns the files of a job as they are on the disk, in order."""
    items = sorted(here.library.of_job(of.id), key=lambda item: item.position)
    return [here.library.path_of(item).read_bytes() for item in items]
