"""One run of the services over a data folder: it makes the orders that are not there yet and works on all.

Promise: nothing but the product decides what is sent; what the run tells is what the services say in the end.
"""

import asyncio
import os
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

import truststore  # noqa: F401  imported before the runs are forked: they begin at once

from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState, VideoRequest
from panda_desktop.services.media import fetching
from tests.faults.client import KEY
from tests.faults.schedules.killing import HOLDER, Countdown
from tests.faults.schedules.plan import Kill, Order
from tests.services.world import World, world

ROOT: Final = Path(__file__).parents[3]
LONGEST_S: Final = 60.0
READY: Final = "ready"


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of one order: the state of its job, why, and its files as (path, SHA-256)."""

    state: JobState
    error: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The end of a run: each order by name, and what went wrong beside them."""

    seen: dict[str, Seen]
    problems: tuple[str, ...]


def run(
    folder: Path, base_url: str, orders: tuple[Order, ...], kill: Kill, asks: bool, out: Connection
) -> None:
    """Runs until every order has come to its end, or the kill.

    Args:
        folder: the data folder.
        base_url: the gateway.
        orders: what a person wants.
        kill: when this run is killed by itself; a kill by time is left to whoever started it.
        asks: what was left `QUEUED` by an earlier run is started, as when the person says so.
        out: is told `READY`, and a `Report`.
    """
    os.environ[HOLDER] = kill.holder
    os.environ["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parent / "site"), str(ROOT)])
    countdown = Countdown(kill.step, str(folder)) if kill.step else None
    if countdown is not None:
        countdown.watch_statements()
        countdown.is_armed = kill.early
    fetching.PAUSES_S = (0.1, 0.1, 0.1, 0.1)  # type: ignore[misc]  # a test does not wait for minutes
    asyncio.run(_run(folder, base_url, orders, countdown, asks, out))


async def _run(
    folder: Path,
    base_url: str,
    orders: tuple[Order, ...],
    countdown: Countdown | None,
    asks: bool,
    out: Connection,
) -> None:
    environment = {"PANDA_BASE_URL": base_url, "PANDA_API_KEY": KEY.reveal()}
    async with world(folder, environment=environment) as here:
        out.send(READY)
        if countdown is not None:
            countdown.is_armed = True
        known = {job.request.prompt for job in _jobs(here)}
        asked = {job.id for job in _jobs(here) if job.state is JobState.QUEUED}
        for job_id in asked if asks else ():
            await here.jobs.start(job_id)
        for order in orders:
            if order.name not in known:
                await _make(here, order)
        ends = time.monotonic() + LONGEST_S
        left_alone = set() if asks else asked
        while time.monotonic() < ends and _is_busy(here, folder, left_alone):
            await asyncio.sleep(0.01)
        problems = tuple(f"{error.kind} {error.detail.technical}" for error in here.problems)
        out.send(Report({job.request.prompt: _seen(here, job) for job in _jobs(here)}, problems))


async def _make(here: World, order: Order) -> None:
    if order.dialect.is_image:
        await here.jobs.make_images(ImageRequest("kolors", order.name, order.count))
    else:
        await here.jobs.make_video(VideoRequest("wan-2.7-video", order.name))


def _jobs(here: World) -> tuple[Job, ...]:
    return tuple(job for kind in JobKind for job in here.jobs.jobs(kind))


def _is_busy(here: World, folder: Path, left_alone: set[str]) -> bool:
    """Tells whether a job is under way, or the spool of one that has ended is still to be removed."""
    jobs = [job for job in _jobs(here) if job.id not in left_alone or job.state is not JobState.QUEUED]
    return any(job.state.is_running or (folder / "held" / job.id).exists() for job in jobs)


def _seen(here: World, job: Job) -> Seen:
    files = tuple((item.file, item.sha256) for item in here.library.of_job(job.id))
    return Seen(job.state, job.error.value if job.error is not None else "", files)
