"""What the joined loop of Qt and asyncio lacks beside asyncio's own.

Promise: an asynchronous generator that nobody closed is closed on the loop, not by the garbage collector;
what was cancelled does not wake the program.
"""

import asyncio
import sys

from panda_desktop.app.loop_readers import LoopReaders
from panda_desktop.app.loop_timers import LoopTimers


def adopt_generators(loop: asyncio.AbstractEventLoop) -> None:
    """Sets the hooks that asyncio's own loops set while they run (PEP 525, "Finalization")."""
    assert isinstance(loop, asyncio.BaseEventLoop)
    # The joined loop inherits both from asyncio, but installs neither.
    sys.set_asyncgen_hooks(
        firstiter=loop._asyncgen_firstiter_hook,  # type: ignore[attr-defined]
        finalizer=loop._asyncgen_finalizer_hook,  # type: ignore[attr-defined]
    )


def adopt_timers(loop: asyncio.AbstractEventLoop) -> None:
    """Has the loop keep its callbacks in `LoopTimers`; does nothing the second time."""
    before = getattr(loop, "_timer", None)
    if before is not None and not isinstance(before, LoopTimers):
        loop._timer = LoopTimers(loop, before)  # type: ignore[attr-defined]


def adopt_readers(loop: asyncio.AbstractEventLoop) -> None:
    """Has the loop keep its readers of sockets in `LoopReaders`; does nothing the second time."""
    before = getattr(loop, "_add_reader", None)
    if before is not None and not isinstance(getattr(before, "__self__", None), LoopReaders):
        readers = LoopReaders(loop)
        loop._add_reader = readers.add  # type: ignore[attr-defined]
        loop._remove_reader = readers.remove  # type: ignore[attr-defined]
