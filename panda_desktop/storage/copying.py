"""Copies a database that is in use into a file of its own.

Promise: the copy has the name it was asked for only when it is whole, sound and on the disk.
"""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.storage.checking import is_sound
from panda_desktop.storage.files import sync_folder

PATIENCE_S: Final = 5.0
"""How long another program, such as a virus scanner, may hold a file."""
_SLICE_PAGES: Final = 256
_PAUSE_S: Final = 0.1


def copy_database(
    source: sqlite3.Connection, part: Path, between: Callable[[], object] = lambda: None
) -> None:
    """Copies all of `source` to `part`, in slices of 1 MiB; `between` is called between two of them, may use
    `source`, and ends the copying by raising.
    """
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part, isolation_level=None, check_same_thread=False)) as target:
        source.backup(target, pages=_SLICE_PAGES, progress=lambda *_: between())
        # One file, which can be copied by hand.
        target.execute("PRAGMA journal_mode = DELETE")


def put_in_place(part: Path, target: Path) -> None:
    """Gives a copy its name if it is sound, replacing an older file of that name. Raises `DATA_DAMAGED`."""
    if not is_sound(part):
        raise PandaError(ErrorKind.DATA_DAMAGED)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    _replace(part, target)
    sync_folder(target.parent)


def _replace(part: Path, target: Path) -> None:
    ends = time.monotonic() + PATIENCE_S
    while True:
        try:
            part.replace(target)
            return
        except PermissionError:
            if time.monotonic() > ends:
                raise
            time.sleep(_PAUSE_S)
