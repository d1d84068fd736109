"""What must be true after every kill and at the end of every schedule.

Promise: reads only; the data folder is as it was.
"""

import contextlib
import hashlib
import shutil
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.jobs import JobState
from panda_desktop.storage.restoring import DATABASE
from tests.faults.media import sha256
from tests.faults.schedules.plan import Order, Schedule
from tests.faults.schedules.program import Seen


def damage(folder: Path) -> str:
    """Returns what is wrong with the database as a kill has left it; empty when it is sound."""
    if not (folder / DATABASE).exists():
        return ""
    with TemporaryDirectory() as copies:
        for path in folder.glob(f"{DATABASE}*"):
            shutil.copy(path, copies)
        with contextlib.closing(sqlite3.connect(Path(copies) / DATABASE)) as database:
            try:
                (found,) = database.execute("PRAGMA integrity_check").fetchone()
            except sqlite3.DatabaseError as error:
                found = f"{type(error).__name__}: {error}"
    return "" if found == "ok" else f"the database: {found}"


def wrong(schedule: Schedule, order: Order, seen: Seen | None, posts: int, folder: Path) -> str:
    """Returns what is wrong with the end of an order; empty when it is as promised."""
    if posts > 1:
        return f"paid {posts} times"
    if seen is None:
        return "no job"
    match seen.state:
        case JobState.DONE:
            return _wrong_files(order, seen, folder) if posts == 1 else "done and never sent"
        case JobState.UNKNOWN:
            may_be = order.post is not None or schedule.kills_holders
            return "" if may_be else f"an answer was lost: {seen.error}"
        case JobState.QUEUED:
            return "" if posts == 0 else "queued and sent"
        case JobState.REJECTED if seen.error == ErrorKind.NOT_SENT:
            return "" if posts == 0 else "said not to be sent, and sent"
    return f"ended {seen.state} {seen.error}"


def _wrong_files(order: Order, seen: Seen, folder: Path) -> str:
    if order.post is not None:
        return "done after an answer that was never whole"
    wanted = sorted(map(sha256, order.files))
    if sorted(digest for _, digest in seen.files) != wanted:
        return f"{len(seen.files)} of {order.count} files, or others"
    for name, digest in seen.files:
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            return f"a file that is not whole: {name}"
    return ""


def litter(folder: Path) -> str:
    """Returns what is left that nobody needs any more: spools of ended jobs."""
    left = sorted(path.name for path in folder.glob("held/*"))
    return f"spools left: {left}" if left else ""
