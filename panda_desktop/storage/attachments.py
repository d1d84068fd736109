"""The files that go with messages.

Promise: a file is whole before anything refers to it, its name is the SHA-256 of its content, and what was
changed outside is not given out. Files of temporary conversations are in memory only.
"""

import asyncio
import hashlib
import json
import re
import sqlite3
import threading
from typing import Final

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.storage.database import Database
from panda_desktop.storage.files import MediaFiles

FOLDER: Final = "attachments"
MEMORY: Final = "memory/"
_FILE: Final = re.compile(r"attachments/[0-9a-f]{2}/([0-9a-f]{64})\.[a-z]{3,4}")
_USED: Final = (
    # The condition is that of the index `messages_with_files`: it is found without reading all messages.
    "SELECT json_extract(facts, '$.attachments') FROM messages WHERE instr(facts, '\"attachments\":[{') > 0",
    "SELECT json_extract(facts, '$.attachments') FROM removed_messages",
    "SELECT draft_attachments FROM conversations WHERE draft_attachments != '[]'",
    "SELECT attachments FROM queued",
)


class AttachmentStore:
    """Keeps, reads and clears the files."""

    def __init__(self, database: Database, files: MediaFiles) -> None:
        """Uses an open database and the data folder."""
        self._database = database
        self._files = files
        self._memory: dict[str, bytes] = {}
        self._kept: set[str] = set()
        self._lock = threading.Lock()

    async def keep(self, data: bytes, suffix: str, *, temporary: bool = False) -> str:
        """Keeps a file; returns where, relative to the data folder. Raises `DISK_FULL`, `CANNOT_WRITE`."""
        return await asyncio.to_thread(self._keep, data, suffix, temporary)

    def _keep(self, data: bytes, suffix: str, temporary: bool) -> str:
        name = hashlib.sha256(data).hexdigest()
        if temporary:
            self._memory[f"{MEMORY}{name}{suffix}"] = data
            return f"{MEMORY}{name}{suffix}"
        file = f"{FOLDER}/{name[:2]}/{name}{suffix}"
        with self._lock:
            self._kept.add(file)
            if not self._is_whole(file, len(data)):
                self._files.keep_as(data, file)
        return file

    def _is_whole(self, file: str, size: int) -> bool:
        try:
            return self._files.path(file).stat().st_size == size and bool(self._read(file))
        except (OSError, PandaError):
            return False

    async def read(self, file: str) -> bytes:
        """Returns what a file holds. Raises `CANNOT_READ` (`attachment`) when it is gone, was changed, or is
        none of ours.
        """
        return await asyncio.to_thread(self._read, file)

    def _read(self, file: str) -> bytes:
        if file in self._memory:
            return self._memory[file]
        named = _FILE.fullmatch(file)
        detail = ErrorDetail(param="attachment")
        if named is None:
            raise PandaError(ErrorKind.CANNOT_READ, detail)
        try:
            data = self._files.path(file).read_bytes()
        except OSError as error:
            raise PandaError(ErrorKind.CANNOT_READ, detail) from error
        if hashlib.sha256(data).hexdigest() != named[1]:
            raise PandaError(ErrorKind.CANNOT_READ, detail)
        return data

    async def sweep(self) -> int:
        """Removes the files nothing refers to, but for those kept by this run; returns how many."""
        used = await self._database.run(_used)
        return await asyncio.to_thread(self._sweep, used)

    def _sweep(self, used: frozenset[str]) -> int:
        gone = 0
        for path in self._files.path(FOLDER).glob("*/*"):
            file = f"{FOLDER}/{path.parent.name}/{path.name}"
            with self._lock:
                if file in used or file in self._kept or not _FILE.fullmatch(file):
                    continue
                try:
                    path.unlink()
                except OSError:  # held by another program: the next start tries again
                    continue
                gone += 1
        return gone

    def forget_temporary(self) -> None:
        """Drops the files of temporary conversations."""
        self._memory.clear()


def _used(connection: sqlite3.Connection) -> frozenset[str]:
    files: set[str] = set()
    for statement in _USED:
        for (text,) in connection.execute(statement):
            files |= {each["file"] for each in json.loads(text or "[]")}
    return frozenset(files)
