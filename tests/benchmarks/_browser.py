"""A page in Debian's Chromium, without a window but with frames of a real size, as Electron clients draw.

Promise: what it starts ends with the block, and what it writes is in a folder of its own.
"""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.benchmarks._tree import Tree

_OPTIONS: Final = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--window-size=1280,820",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
)


@contextmanager
def chromium(program: str, folder: Path, url: str) -> Iterator[Tree]:
    """Shows a page until the block is left."""
    process = subprocess.Popen(
        [program, *_OPTIONS, f"--user-data-dir={folder}", url],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, "HOME": str(folder)},
    )
    try:
        yield Tree(process.pid)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
