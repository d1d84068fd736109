"""Plays one schedule: starts the services, kills them as planned, starts them again until all is settled.

Promise: every process it started has ended when it returns.
"""

import asyncio
import contextlib
import multiprocessing
import time
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import Final

import psutil

from panda_desktop.domain.jobs import JobState
from tests.faults.schedules.checking import damage, litter, wrong
from tests.faults.schedules.gateway import posts_of, prepare
from tests.faults.schedules.plan import Kill, Schedule
from tests.faults.schedules.program import LONGEST_S, READY, Report, run
from tests.faults.server import FaultServer
from tests.services.holders import holders

TICK_S: Final = 0.005
PATIENCE_S: Final = LONGEST_S + 20
SWEPT_S: Final = 15.0


@dataclass
class Played:
    """What came of a schedule.

    Attributes:
        wrong: what is not as promised; empty when all is.
        starts: runs of the services.
        killed: runs that were killed, the others had come to their end before.
        posts: paid requests of all orders.
        seconds: how long it took.
        states: the last state of each order.
    """

    number: int
    wrong: list[str] = field(default_factory=list)
    starts: int = 0
    killed: int = 0
    posts: int = 0
    seconds: float = 0.0
    states: dict[str, str] = field(default_factory=dict)


def context() -> ForkServerContext:
    """Returns what forks the runs from a process that has imported everything."""
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(["tests.faults.schedules.program"])
    return made


async def play(schedule: Schedule, folder: Path, forks: ForkServerContext) -> Played:
    """Plays a schedule over an empty folder."""
    played = Played(schedule.number)
    began = time.monotonic()
    async with FaultServer() as server:
        prepare(server, schedule.orders)
        try:
            report = await _runs(schedule, folder, forks, server, played)
            _judge(schedule, folder, server, report, played)
            if report is not None and await _settled(folder):
                played.wrong += filter(None, [litter(folder), damage(folder)])
        finally:
            _end_holders(folder)
    played.seconds = time.monotonic() - began
    return played


async def _runs(
    schedule: Schedule, folder: Path, forks: ForkServerContext, server: FaultServer, played: Played
) -> Report | None:
    for kill in schedule.kills:
        await _once(schedule, folder, forks, server, kill, False, played)
        played.wrong += filter(None, [damage(folder)])
    last = Kill(holder=schedule.last_holder)
    report = await _once(schedule, folder, forks, server, last, False, played)
    _judge(schedule, folder, server, report, played)
    if report is not None and any(seen.state is JobState.QUEUED for seen in report.seen.values()):
        report = await _once(schedule, folder, forks, server, last, True, played)
    return report


async def _once(
    schedule: Schedule,
    folder: Path,
    forks: ForkServerContext,
    server: FaultServer,
    kill: Kill,
    asks: bool,
    played: Played,
) -> Report | None:
    """Runs the services once; None when they were killed, or failed, which is noted."""
    ours, theirs = forks.Pipe()
    process = forks.Process(target=run, args=(folder, server.base_url, schedule.orders, kill, asks, theirs))
    process.start()
    theirs.close()
    played.starts += 1
    with ours:
        heard = await _heard(process, ours, kill)
    await asyncio.to_thread(process.join)
    is_to_be_killed = bool(kill.step or kill.after_s)
    if process.exitcode == -9 and is_to_be_killed:
        played.killed += 1
        return None
    if process.exitcode or heard is None:
        played.wrong.append(f"run {played.starts} ended with {process.exitcode}")
        return None
    played.wrong += heard.problems
    return heard


async def _heard(process: ForkServerProcess, pipe: Connection, kill: Kill) -> Report | None:
    """Returns what a run tells before it ends, and kills it when its time has come."""
    report: Report | None = None
    dies_at = ends = time.monotonic() + PATIENCE_S
    while process.is_alive() or pipe.poll():
        with contextlib.suppress(EOFError, ConnectionError):
            if pipe.poll():
                said = pipe.recv()
                if said == READY and kill.after_s:
                    dies_at = time.monotonic() + kill.after_s
                elif isinstance(said, Report):
                    report = said
                continue
        if not process.is_alive():
            break
        if time.monotonic() > min(dies_at, ends):
            process.kill()
            process.join()
        await asyncio.sleep(TICK_S)
    return report


def _judge(
    schedule: Schedule, folder: Path, server: FaultServer, report: Report | None, played: Played
) -> None:
    played.posts = len(server.ledger.of("POST"))
    if report is None:
        played.wrong.append("never settled")
        return
    for order in schedule.orders:
        seen = report.seen.get(order.name)
        fault = wrong(schedule, order, seen, posts_of(server, order), folder)
        played.states[order.name] = f"{order.dialect} {seen.state if seen else 'none'}"
        if fault and f"{order.name}: {fault}" not in played.wrong:
            played.wrong.append(f"{order.name}: {fault}")


async def _settled(folder: Path) -> bool:
    """Waits until no process holds a request any more; tells whether that came true."""
    ends = time.monotonic() + SWEPT_S
    while found := holders(folder):
        if time.monotonic() > ends:
            return not found
        await asyncio.sleep(0.05)
    return True


def _end_holders(folder: Path) -> None:
    for process in holders(folder):
        with contextlib.suppress(psutil.Error):
            process.kill()
