"""Prints how long a turn of the GUI's loop took while ten image jobs ran at once, in ms: by the clock on the
wall, 99th percentile and longest, and in processor time of the GUI thread, 99th percentile.

Run as a program: the whole window over the real services, against a demo gateway in a process of its own.
Every job asks for two pictures of its own prompt; the window shows the images tab.
"""

import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

import qasync

from panda_desktop.domain.jobs import ImageRequest, JobState
from panda_desktop.ui.window import Place
from tests.benchmarks.streaming import application
from tests.e2e.gateway import demo_server
from tests.e2e.program import environment, used

JOBS: Final = 10
_SPEED: Final = 5.0


async def turns(folder: Path, base_url: str) -> tuple[list[float], list[float]]:
    """Returns the seconds of each turn, on the wall and of the processor, from the first job to the last
    picture shown.
    """
    wall: list[float] = []
    cost: list[float] = []

    async def turn() -> None:
        last, spent = time.perf_counter(), time.thread_time()
        while True:
            await asyncio.sleep(0.001)
            now, by_now = time.perf_counter(), time.thread_time()
            wall.append(now - last)
            cost.append(by_now - spent)
            last, spent = now, by_now

    async with used(folder, environment(base_url)) as program:
        page = program.page(Place.IMAGES)
        jobs = program.views.images
        await program.until(lambda: page.form.model.value())
        await asyncio.sleep(0.5)  # what is read after the start is not what is measured
        turning = asyncio.ensure_future(turn())
        for number in range(JOBS):
            jobs.make_images(ImageRequest("wan-2.7-image", f"A cat on a window sill, number {number}", 2))
            await program.until(lambda: not jobs.busy)
        grid = page.board.grid
        await program.until(
            lambda: all(jobs.row(at).job.state is JobState.DONE for at in range(jobs.count())), 120
        )
        await program.until(lambda: grid.tiles.count() == 2 * JOBS)
        await asyncio.sleep(0.5)  # the last thumbnails
        turning.cancel()
    return wall, cost


def main() -> None:
    """Measures in this process."""
    application()
    with tempfile.TemporaryDirectory() as folder, demo_server(_SPEED) as server:
        wall, cost = (sorted(each) for each in qasync.run(turns(Path(folder), server.base_url)))
    place = len(wall) * 99 // 100
    json.dump([wall[place] * 1000, wall[-1] * 1000, cost[place] * 1000], sys.stdout)


if __name__ == "__main__":
    main()
