"""Takes over what can be read from a damaged database into a fresh one.

Promise: the damaged file and its log are only read; what is taken over is understood by the program and hangs
together; rows that are known to have been there and are not taken over are counted.

Rows are read from the first on and from the last back, each until a page cannot be read; those in between
are looked up one by one by the numbers that the indices still know.
"""

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from panda_desktop.domain.backups import SalvageReport
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.storage.database import create
from panda_desktop.storage.mending import make_coherent, mend
from panda_desktop.storage.restoring import DATABASE, STAGED, discard, stage_part, swap_in
from panda_desktop.storage.sqlite_failures import database_failures

_MADE_ANEW: Final = ("sqlite_", "search_")
"""Tables of SQLite, and the search index."""


def salvage(folder: Path) -> SalvageReport:
    """Makes a fresh database of what can be read and puts it in the place of the damaged one, which is set
    aside. It blocks.

    Raises:
        PandaError: `DATA_DAMAGED` when nothing can be read, `DISK_FULL`, `CANNOT_READ`. The file stays.
    """
    part = folder / f"{STAGED}.part"
    discard(part)
    try:
        with database_failures(), tempfile.TemporaryDirectory(prefix="salvage-", dir=folder) as own:
            report = _take_over(_readable_copies(folder, Path(own)), part)
            stage_part(folder, part)
        swap_in(folder)
        return report
    finally:
        discard(part)


def _readable_copies(folder: Path, own: Path) -> Iterator[Path]:
    """Yields copies of the damaged file to try: with its log, without, and with a mended first page."""
    damaged, log = folder / DATABASE, folder / f"{DATABASE}-wal"
    if log.exists() and log.stat().st_size:
        shutil.copyfile(damaged, own / "logged")
        shutil.copyfile(log, own / "logged-wal")
        yield own / "logged"
    shutil.copyfile(damaged, own / "bare")
    yield own / "bare"
    shutil.copyfile(damaged, own / "mended")
    if mend(own / "mended"):
        yield own / "mended"


def _take_over(copies: Iterator[Path], part: Path) -> SalvageReport:
    for copy in copies:
        discard(part)
        with closing(_opened(part)) as fresh:
            create(fresh)
            with closing(_opened(copy)) as damaged:
                lost = _copy_tables(damaged, fresh)
            report = _report(fresh, lost)
            if report.chats or report.jobs or report.items or _has_settings(fresh):
                return report
    raise PandaError(ErrorKind.DATA_DAMAGED)


def _opened(path: Path) -> sqlite3.Connection:
    made = sqlite3.connect(path, isolation_level=None)
    made.text_factory = lambda data: data.decode("utf-8", "replace")
    return made


def _has_settings(fresh: sqlite3.Connection) -> bool:
    return fresh.execute("SELECT 1 FROM settings").fetchone() is not None


def _report(fresh: sqlite3.Connection, lost: int) -> SalvageReport:
    def count(table: str) -> int:
        number: int = fresh.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return number

    return SalvageReport(count("conversations"), count("messages"), count("jobs"), count("media"), lost)


def _copy_tables(damaged: sqlite3.Connection, fresh: sqlite3.Connection) -> int:
    """Copies all tables in one transaction; returns how many rows were lost."""
    lost = 0
    fresh.execute("PRAGMA foreign_keys = OFF")
    fresh.execute("BEGIN IMMEDIATE")
    for table, made in fresh.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall():
        if not table.startswith(_MADE_ANEW):
            lost += _copy_table(damaged, fresh, table, has_number="WITHOUT ROWID" not in made)
    lost += make_coherent(fresh)
    fresh.execute("INSERT OR IGNORE INTO search_pending (seq) SELECT seq FROM messages")
    fresh.execute("COMMIT")
    return lost


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info ({table})")]


@dataclass(slots=True)
class _Reading:
    """How far the reading of one table has come: numbers of rows read, and whether it met damage."""

    seen: set[int]
    broken: bool = False


def _copy_table(
    damaged: sqlite3.Connection, fresh: sqlite3.Connection, table: str, *, has_number: bool
) -> int:
    try:
        there = _columns(damaged, table)
    except sqlite3.DatabaseError:  # not even which tables there are
        return 0
    if not there:
        return 0  # an older version had no such table
    names, sources = _matched(_columns(fresh, table), there)
    marks = ", ".join("?" * len(names))
    insert = f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({marks})"
    if not has_number:
        for row in _both_ends(damaged, f"SELECT 0, {sources} FROM {table}", names[0], _Reading(set())):
            _insert(fresh, insert, row)
        return 0
    reading = _Reading(set())
    lost = 0
    select = f"SELECT rowid, {sources} FROM {table}"
    for row in _both_ends(damaged, select, "rowid", reading):
        lost += not _insert(fresh, insert, row)
    if reading.broken:
        for number in sorted(_known_numbers(damaged, table) - reading.seen):
            try:
                found = damaged.execute(f"{select} WHERE rowid = ?", (number,)).fetchone()
            except sqlite3.DatabaseError:
                found = None
            lost += found is None or not _insert(fresh, insert, found[1:])
    return lost


def _matched(names: list[str], there: list[str]) -> tuple[list[str], str]:
    """Returns the columns to fill and where to take them from: by name, or by place if a name is damaged."""
    if set(there) <= set(names):
        same = [name for name in names if name in there]
        return same, ", ".join(same)
    quoted = ['"{}"'.format(name.replace('"', '""')) for name in there[: len(names)]]
    return names[: len(quoted)], ", ".join(quoted)


def _insert(fresh: sqlite3.Connection, insert: str, row: Sequence[Any]) -> bool:
    try:
        return fresh.execute(insert, tuple(row)).rowcount == 1
    except sqlite3.Error:  # what a damaged page holds may be of another kind than it should
        return False


def _both_ends(
    damaged: sqlite3.Connection, select: str, order: str, reading: _Reading
) -> Iterator[tuple[Any, ...]]:
    """Yields rows from the first on, and if that meets damage, from the last back to where it was met."""
    for direction in ("ASC", "DESC"):
        try:
            for number, *row in damaged.execute(f"{select} ORDER BY {order} {direction}"):
                if number and number in reading.seen:
                    if reading.broken:
                        return
                    continue
                reading.seen.add(number)
                yield tuple(row)
        except sqlite3.DatabaseError:
            reading.broken = True
            continue
        return


def _known_numbers(damaged: sqlite3.Connection, table: str) -> set[int]:
    """Returns the numbers of rows that the indices of a table know, as far as those can be read."""
    found: set[int] = set()
    with contextlib.suppress(sqlite3.DatabaseError):
        for row in damaged.execute(f"PRAGMA index_list ({table})").fetchall():
            for direction in ("ASC", "DESC"):
                with contextlib.suppress(sqlite3.DatabaseError):
                    first = damaged.execute(f'PRAGMA index_info ("{row[1]}")').fetchone()[2]
                    statement = (
                        f'SELECT rowid FROM {table} INDEXED BY "{row[1]}" ORDER BY "{first}" {direction}'
                    )
                    for (number,) in damaged.execute(statement):
                        found.add(number)
    return found
