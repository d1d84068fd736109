"""What the joined loop of Qt and asyncio lacks beside asyncio's own.

Promise: an asynchronous generator that nobody closed is closed on the loop, not by the garbage collector.
"""

import asyncio
import sys


def adopt_generators(loop: asyncio.AbstractEventLoop) -> None:
    """Sets the hooks that asyncio's own loops set while they run (PEP 525, "Finalization")."""
    assert isinstance(loop, asyncio.BaseEventLoop)
    # The joined loop inherits both from asyncio, but installs neither.
    sys.set_asyncgen_hooks(
        firstiter=loop._asyncgen_firstiter_hook,  # type: ignore[attr-defined]
        finalizer=loop._asyncgen_finalizer_hook,  # type: ignore[attr-defined]
    )
