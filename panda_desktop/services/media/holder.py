"""The process that holds one paid request: it outlives the window and writes what comes into the spool.

Promise: it sends at most one request, never again whatever happens, notes that before the first byte leaves,
and writes nothing but its spool; the key and the words of the request come through the standard input and are
kept in memory only.

It is started as `panda-desktop --hold FOLDER`, says one line when it has taken the request over, and ends by
itself: with the answer, with a failure, at the longest wait, or when nobody wants the request any more.
"""

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from panda_desktop.storage.spool import Spool

if TYPE_CHECKING:
    from panda_desktop.domain.errors import PandaError
    from panda_desktop.domain.jobs import RawAnswer
    from panda_desktop.gateway.paid import PaidPost

OPTION: Final = "--hold"
HELD: Final = b"held\n"
TICK_S: Final = 0.25
"""How often it is looked whether the request is still wanted."""
LOCK_S: Final = 2.0
"""How long another process that only looks may have the lock."""
ROOM_S: Final = 600.0
"""How long it is tried to write an answer to a full disk."""
_ROOM_PAUSE_S: Final = 2.0


def hold(folder: Path) -> int:
    """Takes the request from the standard input and holds it; returns the exit status."""
    _detach()
    spool = Spool(folder)
    until = time.monotonic() + LOCK_S
    while True:
        with spool.locked() as is_mine:
            if is_mine:
                return _hold(spool)
        if not spool.is_wanted or time.monotonic() > until:
            return 1
        time.sleep(0.02)


def _detach() -> None:
    """Leaves the program that started this one: no child of it, no signal of its terminal."""
    if sys.platform == "win32":
        return
    import signal

    # What started this process shall not have to wait for it: the first one ends, the second one holds.
    if os.fork():
        os._exit(0)
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGPIPE):
        signal.signal(number, signal.SIG_IGN)
    os.chdir("/")


def _hold(spool: Spool) -> int:
    from panda_desktop.gateway.paid import PaidPost

    post = PaidPost.read(sys.stdin.buffer)
    if post is None or not spool.is_open:
        return 1
    _taken_over()
    import asyncio

    outcome = asyncio.run(_outcome(spool, post))
    return 0 if outcome is None or _keep(spool, outcome) else 1


def _taken_over() -> None:
    """Says so, and lets go of every way to the program that started this one."""
    with contextlib.suppress(OSError):  # it has ended meanwhile
        os.write(1, HELD)
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    os.close(nothing)


async def _outcome(spool: Spool, post: "PaidPost") -> "RawAnswer | PandaError | None":
    """Returns what came of the request; None when nobody wants to know any more."""
    import asyncio

    from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
    from panda_desktop.gateway.paid import send
    from panda_desktop.storage.spool import Withdrawn

    sending = asyncio.ensure_future(send(post, spool.begin))
    while not sending.done():
        await asyncio.wait((sending,), timeout=TICK_S)
        if not sending.done() and not spool.is_wanted:
            sending.cancel()
            await asyncio.wait((sending,))
    try:
        return sending.result()
    except PandaError as error:
        return error
    except (Withdrawn, asyncio.CancelledError):
        return None
    except Exception as error:
        # There is no log here: the program shows it as what it is, a bug.
        reached = Reached.MAYBE_SENT if spool.has_begun else Reached.NOTHING_SENT
        return PandaError(ErrorKind.BUG, ErrorDetail(technical=type(error).__name__), reached=reached)


def _keep(spool: Spool, outcome: "RawAnswer | PandaError") -> bool:
    """Writes the outcome, waiting for room on a full disk; returns whether it is there."""
    from panda_desktop.domain.errors import PandaError

    until = time.monotonic() + ROOM_S
    while True:
        try:
            if isinstance(outcome, PandaError):
                spool.keep_failure(outcome)
            else:
                spool.keep_answer(outcome)
            return True
        except PandaError:
            if not spool.is_wanted or time.monotonic() > until:
                return False
        time.sleep(_ROOM_PAUSE_S)
