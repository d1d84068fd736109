"""Filming goes on where the media library stops in the middle."""

import asyncio
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from panda_desktop.demo import studio
from panda_desktop.demo.studio import FilmFailed, Studio
from tests.canary import CANARY, in_text

HANGS = """
import time
from panda_desktop.demo.film.stalling import moved
moved(0.3)
time.sleep(60)
"""
MOVES = """
import time
from panda_desktop.demo.film.stalling import moved
for _ in range(8):
    moved(2.0)
    time.sleep(0.3)
"""
# The first one hangs, the next one writes what begins as a clip does.
SECOND_TRY = """
import pathlib, sys
tried = pathlib.Path({tried!r})
if not tried.exists():
    tried.touch()
    {hangs}
sys.stdout.buffer.write(b"....ftyp")
"""


def test_a_process_in_which_nothing_moves_ends_and_one_that_moves_does_not() -> None:
    began = time.monotonic()
    assert subprocess.run([sys.executable, "-c", HANGS], stderr=subprocess.DEVNULL).returncode == 1
    assert time.monotonic() - began < 30
    assert subprocess.run([sys.executable, "-c", MOVES]).returncode == 0


async def test_a_film_that_hangs_is_filmed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = SECOND_TRY.format(tried=str(tmp_path / "tried"), hangs=HANGS.replace("\n", "\n    "))
    monkeypatch.setattr(studio, "film_command", lambda: [sys.executable, "-c", script])
    filming = Studio()
    try:
        assert await filming.film("waves", 1, None) == b"....ftyp"
    finally:
        await filming.close()
    assert (tmp_path / "tried").exists()


async def test_a_film_that_hangs_twice_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studio, "film_command", lambda: [sys.executable, "-c", HANGS])
    filming = Studio()
    try:
        with pytest.raises(FilmFailed, match="status 1"):
            await filming.film("waves", 1, None)
    finally:
        await filming.close()


async def test_k09_the_film_process_cannot_see_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PANDA_API_KEY", CANARY)
    filming = Studio()
    waiting = asyncio.ensure_future(filming.film("waves", 1, None))
    try:
        while not filming._running and not waiting.done():
            await asyncio.sleep(0.001)
        (process,) = filming._running
        film = psutil.Process(process.pid)
        assert "panda_desktop.demo.film" in film.cmdline()
        told = film.environ()
        assert told["QT_QPA_PLATFORM"] == "offscreen" and "PANDA_API_KEY" not in told
        assert not in_text(str((told, film.cmdline())), "film")
    finally:
        await filming.close()
        await asyncio.gather(waiting, return_exceptions=True)
