"""Where pictures are painted and clips are filmed, away from the loop of the servers.

Promise: one picture and one clip at a time, and no film process outlives the studio.
"""

import asyncio
import contextlib
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from panda_desktop.demo.film.order import Order
from panda_desktop.domain.handed_on import handed_on

FILM_LIMIT_S: Final = 60.0
UNREADABLE: Final = 2  # exit status of the film process


class FilmFailed(Exception):
    """The clip could not be made."""


class RecordingBroke(FilmFailed):
    """The film process ended without a clip."""


class UnreadableFrame(FilmFailed):
    """The first frame is no picture."""


def film_command() -> list[str]:
    """Returns what starts the film process; a frozen program is asked by its first argument."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--demo-film"]
    return [sys.executable, "-m", "panda_desktop.demo.film"]


def _film_environment() -> dict[str, str]:
    root = str(Path(__file__).parents[2])
    inherited = os.environ.get("PYTHONPATH")
    return {
        **handed_on(os.environ),
        "PYTHONPATH": os.pathsep.join([root, inherited] if inherited else [root]),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "*=false",
    }


class Studio:
    """Paints in a thread, films in a process."""

    def __init__(self) -> None:
        """Starts nothing until something is asked for."""
        self._painters = ThreadPoolExecutor(1, "painter")
        self._films = asyncio.Semaphore(1)
        self._running: set[asyncio.subprocess.Process] = set()
        self._closed = False

    async def paint(self, prompt: str, width: int, height: int, seed: int) -> bytes:
        """Returns a PNG of `width` x `height` pixels; the same arguments give the same picture."""
        from panda_desktop.demo.painting.picture import paint_png  # Qt is loaded when first needed

        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._painters, paint_png, prompt, width, height, seed)

    async def film(self, prompt: str, seed: int, first_frame: bytes | None) -> bytes:
        """Returns an MP4 of a few seconds.

        Args:
            prompt: what is seen.
            seed: another one gives another clip.
            first_frame: bytes of a picture the clip starts from, or None.

        Raises:
            UnreadableFrame: the picture cannot be read.
            FilmFailed: recording failed.
        """
        async with self._films:
            try:
                return await self._recorded(prompt, seed, first_frame)
            except RecordingBroke:
                if self._closed:
                    raise
                # The media library ends a process now and then; filming again costs nobody anything.
                return await self._recorded(prompt, seed, first_frame)

    async def _recorded(self, prompt: str, seed: int, first_frame: bytes | None) -> bytes:
        process = await asyncio.create_subprocess_exec(
            *film_command(),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=_film_environment(),
        )
        self._running.add(process)
        order = Order(prompt, seed, first_frame or b"").pack()
        try:
            clip, _ = await asyncio.wait_for(process.communicate(order), FILM_LIMIT_S)
        except TimeoutError:
            raise FilmFailed("recording took too long") from None
        finally:
            await self._end(process)
        if process.returncode == UNREADABLE:
            raise UnreadableFrame("the first frame is not a picture that can be read")
        if process.returncode != 0 or clip[4:8] != b"ftyp":
            raise RecordingBroke(f"the clip could not be recorded (status {process.returncode})")
        return clip

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        self._running.discard(process)

    async def close(self) -> None:
        """Ends the film processes and waits for the picture being painted."""
        self._closed = True
        for process in tuple(self._running):
            await self._end(process)
        self._painters.shutdown(wait=True, cancel_futures=True)
