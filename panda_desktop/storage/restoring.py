"""Puts another database file in the place of the one in use, at the next start.

Promise: a kill at any point leaves the old data or the new; what was replaced is kept aside; what waited to
be sent in a restored file is not sent by itself, for it may have been paid since.
"""

import contextlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from panda_desktop.storage.checking import check_header
from panda_desktop.storage.copying import put_in_place
from panda_desktop.storage.files import sync_folder
from panda_desktop.storage.set_aside import set_aside
from panda_desktop.storage.sqlite_failures import database_failures

DATABASE: Final = "panda.sqlite3"
STAGED: Final = "restore.sqlite3"


def stage(folder: Path, source: Path) -> None:
    """Prepares a copy of a backup to be used from the next start on. It blocks.

    Raises:
        PandaError: `DATA_DAMAGED`, `DATA_TOO_NEW`, `DISK_FULL`, `CANNOT_READ`. Nothing is prepared.
    """
    part = folder / f"{STAGED}.part"
    try:
        with database_failures():
            check_header(source)
            shutil.copyfile(source, part)
            stage_part(folder, part)
    finally:
        discard(part)


def stage_part(folder: Path, part: Path) -> None:
    """Prepares a file of ours; it is moved."""
    with closing(sqlite3.connect(part, isolation_level=None)) as opened:
        opened.execute("PRAGMA journal_mode = DELETE")
        # Not known to be unsent: the file may be older than the sending.
        opened.execute("UPDATE jobs SET state = 'unknown' WHERE state = 'queued'")
    put_in_place(part, folder / STAGED)


def discard(part: Path) -> None:
    """Removes what is left of a file that was being made."""
    for path in (part, *(part.with_name(f"{part.name}-{end}") for end in ("journal", "wal", "shm"))):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def unstage(folder: Path) -> None:
    """Takes the preparation back."""
    with database_failures():
        (folder / STAGED).unlink(missing_ok=True)


def is_staged(folder: Path) -> bool:
    """Tells whether the next start uses another file."""
    return (folder / STAGED).exists()


def swap_in(folder: Path) -> bool:
    """Uses the prepared file, if there is one; returns whether there was. Nothing may have the database open.

    Raises:
        PandaError: `CANNOT_READ`, `DISK_FULL`.
    """
    if not is_staged(folder):
        return False
    with database_failures():
        ends = ("", "-wal", "-shm", "-journal")
        set_aside([folder / f"{DATABASE}{end}" for end in ends], folder)
        (folder / f"{DATABASE}-suspect").unlink(missing_ok=True)
        (folder / STAGED).rename(folder / DATABASE)
        sync_folder(folder)
    return True
