"""A database that may be read and not written.

Promise: nothing is made beside the file, and what is done in memory is gone with the connection.
"""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path


def can_write(path: Path) -> bool:
    """Tells whether the file and its folder, where the log is, may be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def memory_of(path: Path) -> sqlite3.Connection:
    """Returns a database in memory (on disk where SQLite runs out of it, without a name) with all that the
    file and its log hold.
    """
    log = path.with_name(f"{path.name}-wal")
    made = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    if not log.exists() or log.stat().st_size == 0:
        _take(path, "mode=ro&immutable=1", made)
        return made
    # A log can be read by those only who may write beside it.
    with tempfile.TemporaryDirectory(prefix="panda-") as own:
        copy = Path(own) / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(log, copy.with_name(log.name))
        _take(copy, "mode=rw", made)
    return made


def _take(path: Path, how: str, made: sqlite3.Connection) -> None:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True)) as source:
        source.backup(made)
