"""Tells whether a database file is ours and sound.

Promise: the file and its log are not changed by being looked at.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.storage.migrations import APPLICATION_ID, STEPS

_HEAD: Final = 100
_OURS: Final = (0, APPLICATION_ID)


def check_header(path: Path) -> None:
    """Raises `DATA_DAMAGED` for a file that is no database of ours, `DATA_TOO_NEW` for a newer one.

    It is read by hand: opening a file that is not ours with SQLite might already change it.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if len(head) < _HEAD or not head.startswith(b"SQLite format 3\x00"):
        raise PandaError(ErrorKind.DATA_DAMAGED)
    if int.from_bytes(head[68:72], "big") not in _OURS:
        raise PandaError(ErrorKind.DATA_DAMAGED)
    if int.from_bytes(head[60:64], "big") > len(STEPS):
        raise PandaError(ErrorKind.DATA_TOO_NEW)


def is_sound(path: Path, *, with_log: bool = False) -> bool:
    """Reads the whole file, with what lies in its log or without, and tells whether it is a sound database
    of this version or an older one.
    """
    how = "mode=ro" if with_log else "mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True)) as opened:
            (identity,) = opened.execute("PRAGMA application_id").fetchone()
            (version,) = opened.execute("PRAGMA user_version").fetchone()
            found = opened.execute("PRAGMA quick_check (1)").fetchall()
    except sqlite3.Error:
        return False
    return identity in _OURS and 0 < version <= len(STEPS) and found == [("ok",)]


def is_unborn(path: Path) -> bool:
    """Tells whether a file has no table yet, also not in its log: the start that made it was cut off."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            (version,) = opened.execute("PRAGMA user_version").fetchone()
            (tables,) = opened.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        return False
    return bool(version == 0 and tables == 0)


def sqlite_version() -> str:
    """Returns the version of SQLite in use, for reports."""
    return sqlite3.sqlite_version
