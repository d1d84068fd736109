"""One SQLite file, one connection, one thread.

Promise: a unit of work is whole or not there, and the event loop never waits for the disk.

A single connection because SQLite before 3.51.3 can corrupt a WAL that two connections write.
"""

import asyncio
import contextlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.storage.migrations import APPLICATION_ID, STEPS

T = TypeVar("T")


class Database:
    """The open database."""

    def __init__(self, path: Path) -> None:
        """Nothing is opened before `open`."""
        self._path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="storage")
        self._connection: sqlite3.Connection | None = None

    async def open(self) -> None:
        """Opens the file, making or migrating it.

        Raises:
            PandaError: `DATA_DAMAGED`, `DATA_TOO_NEW`, `CANNOT_WRITE`, `CANNOT_READ` or `DISK_FULL`. The
            file is
                as it was.
        """
        try:
            await asyncio.get_running_loop().run_in_executor(self._thread, self._open)
        except PandaError:
            await self.close()
            raise

    def _open(self) -> None:
        with _failures():
            existed = self._path.exists() and self._path.stat().st_size > 0
            if existed:
                _check_header(self._path)
            connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
            try:
                version = _version(connection)
                if version > len(STEPS):
                    raise PandaError(ErrorKind.DATA_TOO_NEW)
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
                connection.execute("PRAGMA foreign_keys = ON")
                if existed and version < len(STEPS):
                    # What a kill left in the log beside the file belongs into the copy.
                    connection.execute("PRAGMA wal_checkpoint (TRUNCATE)")
                    shutil.copy2(self._path, self._path.with_suffix(f".before-{len(STEPS)}"))
                _migrate(connection, version)
            except BaseException:
                connection.close()
                raise
            self._connection = connection

    async def run(self, work: Callable[[sqlite3.Connection], T], *, durable: bool = False) -> T:
        """Runs the work in one transaction; `durable` means that it survives a power loss once this returns.

        Raises:
            PandaError: `DISK_FULL`, `CANNOT_WRITE`, `DATA_DAMAGED`. Nothing was changed.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._run, work, durable)

    def _run(self, work: Callable[[sqlite3.Connection], T], durable: bool) -> T:
        connection = self._connection
        assert connection is not None, "the database is closed"
        with _failures():
            if durable:
                connection.execute("PRAGMA synchronous = FULL")
            try:
                connection.execute("BEGIN IMMEDIATE")
                try:
                    result = work(connection)
                    connection.execute("COMMIT")
                except BaseException:
                    with contextlib.suppress(sqlite3.Error):
                        connection.execute("ROLLBACK")
                    raise
                return result
            finally:
                if durable:
                    connection.execute("PRAGMA synchronous = NORMAL")

    async def close(self) -> None:
        """Closes the file after the work that was asked for."""
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, self._close)
        self._thread.shutdown(wait=True)

    def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


def _check_header(path: Path) -> None:
    # Read by hand: opening a file that is not ours with SQLite might already change it.
    with path.open("rb") as file:
        head = file.read(100)
    if len(head) < 100 or not head.startswith(b"SQLite format 3\x00"):
        raise PandaError(ErrorKind.DATA_DAMAGED)
    if int.from_bytes(head[68:72], "big") not in (0, APPLICATION_ID):
        raise PandaError(ErrorKind.DATA_DAMAGED)


def _version(connection: sqlite3.Connection) -> int:
    row: tuple[int] = connection.execute("PRAGMA user_version").fetchone()
    return row[0]


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    for number, step in enumerate(STEPS[version:], start=version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in step.split(";"):
                if statement.strip():
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


@contextlib.contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", "")
        if code.startswith("SQLITE_FULL"):
            kind = ErrorKind.DISK_FULL
        elif code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            kind = ErrorKind.DATA_DAMAGED
        elif code.startswith(
            ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_PERM", "SQLITE_BUSY")
        ):
            kind = ErrorKind.CANNOT_WRITE
        else:
            raise
        raise PandaError(kind, ErrorDetail(technical=f"{code}: {error}")) from error
    except OSError as error:
        raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(technical=type(error).__name__)) from error
