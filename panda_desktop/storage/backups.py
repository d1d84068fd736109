"""Keeps copies of the database in the data folder.

Promise: a file that counts as a backup is whole, sound and on the disk; making one that fails leaves those
that are there; a damaged database never replaces one.
"""

import asyncio
import contextlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from panda_desktop.domain.backups import Backup, BackupReason, superseded
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.storage.copying import put_in_place
from panda_desktop.storage.database import Database
from panda_desktop.storage.files import writing_failures
from panda_desktop.storage.sqlite_failures import database_failures

FOLDER: Final = "backups"
_NAME: Final = re.compile(r"panda-(\d{6,})-(\d{8}T\d{6})Z-(auto|hand)\.sqlite3")
_BEFORE: Final = re.compile(r"panda\.before-\d+")
_TIME: Final = "%Y%m%dT%H%M%S"


class BackupFiles:
    """The backups of a data folder. Every function blocks and is called in a thread."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the data folder; nothing is read yet."""
        self._folder = folder

    def all(self) -> tuple[Backup, ...]:
        """Returns them, the newest first; what cannot be read is left out."""
        found = sorted(self._numbered(), key=lambda backup: backup.number, reverse=True)
        before = sorted(self._before_updates(), key=lambda backup: backup.made_at, reverse=True)
        return (*found, *before)

    def path(self, name: str) -> Path:
        """Returns where a backup is. Raises `CANNOT_READ` (`backup`) for a name that is none's."""
        if name not in {backup.name for backup in self.all()}:
            raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="backup"))
        return self._folder / name

    def part(self) -> Path:
        """Returns where the next one is written while it is made."""
        with writing_failures():
            (self._folder / FOLDER).mkdir(mode=0o700, exist_ok=True)
        return self._folder / FOLDER / "next.part"

    def keep(self, part: Path, reason: BackupReason, when: datetime) -> Backup:
        """Makes a backup of a copy, and gives up what it supersedes. Raises `DATA_DAMAGED`, `DISK_FULL`,
        `CANNOT_READ`: then the others are as they were.
        """
        number = 1 + max((backup.number for backup in self.all()), default=0)
        name = f"{FOLDER}/panda-{number:06}-{when.astimezone(UTC):{_TIME}}Z-{reason.value}.sqlite3"
        with database_failures():
            put_in_place(part, self._folder / name)
        for old in superseded(self._numbered()):
            with contextlib.suppress(OSError):  # held by another program: the next one tries again
                (self._folder / old.name).unlink()
        return next(backup for backup in self.all() if backup.name == name)

    def _numbered(self) -> Iterator[Backup]:
        for path in (self._folder / FOLDER).glob("panda-*.sqlite3"):
            named = _NAME.fullmatch(path.name)
            if named is None:
                continue
            with contextlib.suppress(OSError, ValueError):
                when = datetime.strptime(named[2], _TIME).replace(tzinfo=UTC)
                reason = BackupReason(named[3])
                yield Backup(f"{FOLDER}/{path.name}", int(named[1]), when, path.stat().st_size, reason)

    def _before_updates(self) -> Iterator[Backup]:
        for path in self._folder.glob("panda.before-*"):
            if _BEFORE.fullmatch(path.name):
                with contextlib.suppress(OSError):
                    about = path.stat()
                    when = datetime.fromtimestamp(about.st_mtime, UTC)
                    yield Backup(path.name, 0, when, about.st_size, BackupReason.UPDATE)


class BackupStore:
    """Makes backups of the open database."""

    def __init__(self, folder: Path, database: Database) -> None:
        """Uses an open database."""
        self._database = database
        self._files = BackupFiles(folder)
        self._one_at_a_time = asyncio.Lock()

    async def all(self) -> tuple[Backup, ...]:
        """Returns them, the newest first."""
        return await asyncio.to_thread(self._files.all)

    async def path(self, name: str) -> Path:
        """Returns where a backup is. Raises `CANNOT_READ` (`backup`)."""
        return await asyncio.to_thread(self._files.path, name)

    async def make(self, reason: BackupReason, when: datetime) -> Backup:
        """Makes one. Raises `DATA_DAMAGED`, `DISK_FULL`, `CANNOT_WRITE`: the others are as they were."""
        async with self._one_at_a_time:
            part = await asyncio.to_thread(self._files.part)
            try:
                await self._database.copy_to(part)
                return await asyncio.to_thread(self._files.keep, part, reason, when)
            except PandaError as error:
                if error.kind is ErrorKind.DATA_DAMAGED:
                    self._database.suspect_damage()
                raise
            finally:
                for left in (part, part.with_name(f"{part.name}-journal")):
                    with contextlib.suppress(OSError):  # the next one begins with removing it
                        left.unlink(missing_ok=True)
