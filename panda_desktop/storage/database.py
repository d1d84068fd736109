"""One SQLite file, one connection, one thread.

Promise: a unit of work is whole or not there, the event loop never waits for the disk, and a file that is
damaged, foreign or too new is left as it is.

A single connection because SQLite before 3.51.3 can corrupt a WAL that two connections write.
"""

import asyncio
import contextlib
import sqlite3
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.storage.checking import check_header, is_sound, is_unborn
from panda_desktop.storage.copying import PATIENCE_S, copy_database, put_in_place
from panda_desktop.storage.file_system import is_share
from panda_desktop.storage.log_identity import LogIdentity
from panda_desktop.storage.migrations import APPLICATION_ID, STEPS
from panda_desktop.storage.reading_only import can_write, memory_of
from panda_desktop.storage.set_aside import set_aside
from panda_desktop.storage.sqlite_failures import database_failures, kind_of

T = TypeVar("T")
READ_ONLY: Final = "read_only"
"""`ErrorDetail.param` of what is refused because the data folder cannot be written."""
_NO_COLUMN: Final = "No item with that key"
"""What a row says whose column has lost its name."""
_CHECKED_BYTES: Final = 256 * 1024 * 1024
"""Up to this size a file is read whole after a crash, before it is used: it takes half a second at most."""


class CopyingEnded(Exception):
    """The program ends while a copy is made."""


class Database:
    """The open database.

    Attributes:
        is_read_only: the folder cannot be written; work is done in memory, and what must be kept is refused.
        lost_log: at the start a log that does not belong to the file was set aside.
    """

    def __init__(self, path: Path) -> None:
        """Nothing is opened before `open`."""
        self._path = path
        self._log = path.with_name(f"{path.name}-wal")
        self._identity = LogIdentity(path)
        self._suspect = suspect_of(path)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="storage")
        self._connection: sqlite3.Connection | None = None
        self._waiting: deque[Callable[[], None]] = deque()
        self._synchronous = "NORMAL"
        self._log_seen: int | None = None
        self._copying = self._closing = self._is_noted = False
        self.is_read_only = False
        self.lost_log = False

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
        with database_failures():
            existed = self._path.exists() and self._path.stat().st_size > 0
            if not existed and self._path.exists() and any(self._path.parent.glob("backups/*.sqlite3")):
                raise PandaError(ErrorKind.DATA_DAMAGED)  # it was not empty once
            if existed:
                check_header(self._path)
                if not can_write(self._path):
                    self._open_in_memory()
                    return
                # The very first start was killed: there is nothing yet to look after.
                existed = any(self._path.parent.glob("backups/*.sqlite3")) or not is_unborn(self._path)
            if existed:
                self._look_after_a_crash()
            try:
                self._connection = self._connect(existed)
            except sqlite3.Error as error:
                if not existed or kind_of(error) is not ErrorKind.CANNOT_WRITE or can_write(self._path):
                    raise
                self._open_in_memory()

    def _look_after_a_crash(self) -> None:
        """Reads the file before it is used, when the last run was killed or met damage."""
        has_log = self._log.exists() and self._log.stat().st_size > 0
        if not has_log:
            self._identity.forget()
        is_foreign = has_log and self._identity.is_foreign()
        is_small = self._path.stat().st_size <= _CHECKED_BYTES
        if not (is_foreign or self._suspect.exists() or (has_log and is_small)):
            return
        if is_foreign or not is_sound(self._path, with_log=True):
            if not has_log or not is_sound(self._path):
                raise PandaError(ErrorKind.DATA_DAMAGED)
            set_aside([self._log, self._path.with_name(f"{self._path.name}-shm")], self._path.parent)
            self._identity.forget()
            self.lost_log = True
        self._suspect.unlink(missing_ok=True)

    def _connect(self, existed: bool) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._path, isolation_level=None, check_same_thread=False, timeout=PATIENCE_S
        )
        try:
            version = _version(connection)
            if version > len(STEPS):
                raise PandaError(ErrorKind.DATA_TOO_NEW)
            self._set_journal(connection)
            connection.execute("PRAGMA foreign_keys = ON")
            if existed and version < len(STEPS):
                self._keep_before_update(connection)
            _migrate(connection, version)
            if not existed:
                # From now on the file itself says that there was something, also without its log.
                connection.execute("PRAGMA wal_checkpoint (TRUNCATE)")
        except BaseException:
            connection.close()
            raise
        return connection

    def _set_journal(self, connection: sqlite3.Connection) -> None:
        if is_share(self._path.parent):
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            found = ""
        else:
            with contextlib.suppress(sqlite3.OperationalError):  # no memory can be shared here
                (found,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
        if found != "wal":
            connection.execute("PRAGMA journal_mode = TRUNCATE")
            self._synchronous = "FULL"
        connection.execute(f"PRAGMA synchronous = {self._synchronous}")

    def _keep_before_update(self, connection: sqlite3.Connection) -> None:
        kept = self._path.with_suffix(f".before-{len(STEPS)}")
        part = kept.with_name(f"{kept.name}.part")
        try:
            copy_database(connection, part)
            put_in_place(part, kept)
        finally:
            part.unlink(missing_ok=True)

    def _open_in_memory(self) -> None:
        self.is_read_only = True
        connection = memory_of(self._path)
        version = _version(connection)
        if version > len(STEPS):
            connection.close()
            raise PandaError(ErrorKind.DATA_TOO_NEW)
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection, version)
        self._connection = connection

    async def run(self, work: Callable[[sqlite3.Connection], T], *, durable: bool = False) -> T:
        """Runs the work in one transaction; `durable` means that it survives a power loss once this returns.

        Raises:
            PandaError: `DISK_FULL`, `CANNOT_WRITE`, `DATA_DAMAGED`. Nothing was changed.
        """
        told: Future[T] = Future()

        def do() -> None:
            if told.set_running_or_notify_cancel():
                _tell(told, lambda: self._run(work, durable))

        self._waiting.append(do)
        self._thread.submit(self._do_next)
        return await asyncio.wrap_future(told)

    def _do_next(self) -> None:
        if self._waiting:  # else it was done between two slices of a copy
            self._waiting.popleft()()

    def _run(self, work: Callable[[sqlite3.Connection], T], durable: bool) -> T:
        if durable and self.is_read_only:
            raise PandaError(ErrorKind.CANNOT_WRITE, ErrorDetail(param=READ_ONLY))
        self._mind_the_log()
        connection = self._connection
        assert connection is not None, "the database is closed"
        try:
            with database_failures():
                return self.understood(lambda: self._transact(connection, work, durable))
        except PandaError as error:
            if error.kind is ErrorKind.DATA_DAMAGED:
                self.suspect_damage()
            raise

    def understood(self, read: Callable[[], T]) -> T:
        """Returns what `read` makes of rows. Raises `DATA_DAMAGED` when they hold what nobody has written,
        and has the file looked at at the next start: a page that is whole for SQLite may be damaged.
        """
        try:
            return read()
        except (ValueError, msgspec.ValidationError, IndexError) as error:
            is_ours = isinstance(error, UnicodeError)
            if is_ours or (isinstance(error, IndexError) and error.args != (_NO_COLUMN,)):
                raise
            self.suspect_damage()
            raise PandaError(ErrorKind.DATA_DAMAGED, ErrorDetail(technical=type(error).__name__)) from error

    def _transact(
        self, connection: sqlite3.Connection, work: Callable[[sqlite3.Connection], T], durable: bool
    ) -> T:
        if durable:
            connection.execute("PRAGMA synchronous = FULL")
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = work(connection)
                connection.execute("COMMIT")
                if isinstance(result, sqlite3.Cursor):
                    # Freed by whoever waited, it would reset on another thread a statement that is used here.
                    result.close()
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise
            return result
        finally:
            if durable:
                connection.execute(f"PRAGMA synchronous = {self._synchronous}")

    def suspect_damage(self) -> None:
        """Has the file read whole at the next start."""
        with contextlib.suppress(OSError):
            self._suspect.touch()

    def _mind_the_log(self) -> None:
        """Moves what only the log holds into the file when somebody took the log away."""
        if self._copying or self.is_read_only or self._synchronous != "NORMAL":
            return
        try:
            found: int | None = self._log.stat().st_ino
        except OSError:
            found = None
        if self._log_seen is None or found == self._log_seen:
            self._log_seen = found
            self._is_noted = self._is_noted or self._identity.note()
            return
        assert self._connection is not None
        with database_failures():
            # The log is open still, though its name is gone or another file has it.
            self._connection.execute("PRAGMA wal_checkpoint (TRUNCATE)")
            self._identity.forget()
            set_aside([self._log], self._path.parent)
            self._connection.close()
            self._connection = self._connect(existed=True)
        self._log_seen, self._is_noted = None, False

    async def copy_to(self, part: Path) -> None:
        """Copies the whole database to a file; other work is done between the slices of it.

        Raises:
            PandaError: `DISK_FULL`, `CANNOT_WRITE`, `DATA_DAMAGED`. `CopyingEnded` when the program ends.
        """
        await asyncio.get_running_loop().run_in_executor(self._thread, self._copy_to, part)

    def _copy_to(self, part: Path) -> None:
        assert self._connection is not None, "the database is closed"
        self._copying = True
        try:
            with database_failures():
                copy_database(self._connection, part, self._between)
        finally:
            self._copying = False

    def _between(self) -> None:
        if self._closing:
            raise CopyingEnded
        while self._waiting:
            self._waiting.popleft()()

    async def close(self) -> None:
        """Closes the file after the work that was asked for; a copy that is being made is given up."""
        self._closing = True
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, self._close)
        self._thread.shutdown(wait=True)

    def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
            if not self._log.exists():
                self._identity.forget()


def suspect_of(path: Path) -> Path:
    """Returns the mark beside a database that says that damage was met in it."""
    return path.with_name(f"{path.name}-suspect")


def _tell(told: "Future[Any]", work: Callable[[], object]) -> None:
    try:
        result = work()
    except BaseException as error:
        told.set_exception(error)
    else:
        told.set_result(result)


def _version(connection: sqlite3.Connection) -> int:
    row: tuple[int] = connection.execute("PRAGMA user_version").fetchone()
    return row[0]


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    """Takes all steps in one transaction: a kill leaves the old shape or the new one."""
    if version == len(STEPS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in STEPS[version:]:
            for statement in step.split(";"):
                if statement.strip():
                    connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def create(connection: sqlite3.Connection) -> None:
    """Gives an empty database its shape."""
    _migrate(connection, 0)


def _has_its_shape(connection: sqlite3.Connection) -> bool:
    """Tells whether all tables have their columns: their names are text in the file, and can be damaged."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        create(fresh)
        return _columns(connection) >= _columns(fresh)


def _columns(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    statement = (
        "SELECT tables.name, columns.name FROM sqlite_master AS tables"
        " JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'"
    )
    return set(connection.execute(statement).fetchall())
