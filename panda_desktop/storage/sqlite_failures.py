"""Failures of SQLite and of the file system in the words of the program.

Promise: what is no failure of the disk or of the file, but a mistake of ours, stays what it is.
"""

import contextlib
import errno
import sqlite3
from collections.abc import Iterator
from typing import Final

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError

# What SQLite and Python say when a page that is whole holds other text, or the shape itself is damaged: the
# statements of this program are right for every file that it has made.
_DAMAGE: Final = ("Could not decode to UTF-8", "no such column", "no such table", "malformed")


def kind_of(error: sqlite3.Error) -> ErrorKind | None:
    """Returns the kind of a failure; None for a mistake of ours."""
    code: str = getattr(error, "sqlite_errorname", "")
    if code.startswith("SQLITE_FULL"):
        return ErrorKind.DISK_FULL
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return ErrorKind.DATA_DAMAGED
    if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_PERM", "SQLITE_BUSY")):
        return ErrorKind.CANNOT_WRITE
    if str(error).startswith(_DAMAGE):
        return ErrorKind.DATA_DAMAGED
    return None


@contextlib.contextmanager
def database_failures() -> Iterator[None]:
    """Turns failures into `DISK_FULL`, `DATA_DAMAGED`, `CANNOT_WRITE` or `CANNOT_READ`."""
    try:
        yield
    except sqlite3.Error as error:
        kind = kind_of(error)
        if kind is None:
            raise
        code = getattr(error, "sqlite_errorname", "")
        raise PandaError(kind, ErrorDetail(technical=f"{code}: {error}")) from error
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        kind = ErrorKind.DISK_FULL if full else ErrorKind.CANNOT_READ
        raise PandaError(kind, ErrorDetail(technical=type(error).__name__)) from error
