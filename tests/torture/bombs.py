"""Small bodies and files that grow when they are unpacked: what they cost in memory at most."""

import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.faults.answers import answer, json_answer, stream
from tests.faults.bombs import BOMBS
from tests.faults.client import CHAT, MODELS
from tests.faults.memory import cost
from tests.faults.server import FaultServer
from tests.faults.steps import Timeline
from tests.torture.score import Score, worst_at_most
from tests.ui.media.pictures import gif_of_frames, png_of_size

HTTP_MIB, IMAGE_MIB = 64, 200
_READ: Final = """
import sys, threading, time
from pathlib import Path
import psutil
from PySide6.QtCore import QSize
from panda_desktop.ui.media import reading
process = psutil.Process()
before = peak = process.memory_info().rss
ended = threading.Event()
def watch():
    global peak
    while not ended.wait(0.001):
        peak = max(peak, process.memory_info().rss)
thread = threading.Thread(target=watch)
thread.start()
for read in (reading.read_size, lambda path: reading.read_covering(path, 256),
             lambda path: reading.read_fitting(path, QSize(1920, 1080))):
    try:
        read(Path(sys.argv[1]))
    except reading.Unreadable:
        pass
ended.set()
thread.join()
print((max(peak, process.memory_info().rss) - before) / 2**20)
"""
PICTURES: Final = {
    "as large as any": lambda: png_of_size(8_000, 8_000),
    "a square too large": lambda: png_of_size(20_000, 20_000),
    "said to be enormous": lambda: png_of_size(100_000, 100_000),
    "a line": lambda: png_of_size(2, 32_000),
    "very many frames": lambda: gif_of_frames(50_000),
}
"""Bytes of pictures by what they are."""


async def _unpacked() -> list[float]:
    """Returns the MiB each bomb cost: as a list of models, and as an answer in a chat."""
    found: list[float] = []
    for coding, bomb in BOMBS.items():
        packed = {"content-encoding": coding}
        found.append(await _asked("models", MODELS, answer(bomb(), headers=packed)))
        found.append(await _asked("chat", CHAT, stream(bomb(), headers=packed)))
    return found


async def _asked(word: str, route: str, reply: Timeline) -> float:
    async with FaultServer() as server:
        small = json_answer({"data": [{"id": "a"}]})
        server.api.on(MODELS, small, *([reply] if route == MODELS else []))
        if route != MODELS:
            server.api.on(route, reply)
        _, mib = await cost(server.base_url, word)
        return mib


def pictured(data: bytes) -> float:
    """Returns the MiB that reading a picture cost at most: its size, a thumbnail of it, the whole screen."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "bomb")
        path.write_bytes(data)
        command = [sys.executable, "-c", _READ, str(path)]
        return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def scores(short: bool) -> Iterator[Score]:
    """Yields the most that any of them cost."""
    del short  # it takes a few seconds
    yield worst_at_most("HTTP bombs: growth of memory", asyncio.run(_unpacked()), "MiB", HTTP_MIB)
    costs = [pictured(make()) for make in PICTURES.values()]
    yield worst_at_most("image bombs: growth of memory", costs, "MiB", IMAGE_MIB)
