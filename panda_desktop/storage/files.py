"""The files of the library on disk. Every function blocks and is called in a thread.

Promise: a file under `media/` or `attachments/` is whole; what is incomplete lives under `incoming/` only.
"""

import contextlib
import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.storage.png import head_with
from panda_desktop.storage.replacing import put_in_place


class MediaFiles:
    """The data folder's files."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the data folder."""
        self._folder = folder

    def part(self, job_id: str, position: int) -> Path:
        """Returns where a result is written while it comes; the same for the same result, to be resumed."""
        incoming = self._folder / "incoming"
        with writing_failures():
            incoming.mkdir(parents=True, exist_ok=True)
        return incoming / f"{job_id}-{position}.part"

    def keep(self, part: Path, suffix: str, when: datetime) -> str:
        """Moves a whole file into the library; returns its path relative to the data folder, with `/`."""
        return self._move(part, self._new(suffix, when))

    def keep_as(self, data: bytes, relative: str) -> str:
        """Writes bytes to a place of their own, whole before they are there; returns the place."""
        part = self.part(new_id(), 0)
        self.path(relative)
        target = self._folder / relative
        with writing_failures():
            target.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(data)
        return self._move(part, target)

    def keep_bytes(self, data: bytes, suffix: str, when: datetime) -> str:
        """Writes bytes into the library; returns the relative path."""
        part = self.part(new_id(), 0)
        with writing_failures():
            part.write_bytes(data)
        return self.keep(part, suffix, when)

    def path(self, relative: str) -> Path:
        """Returns the whole path. Raises `CANNOT_READ` for one that leaves the data folder."""
        path = (self._folder / relative).resolve()
        if not path.is_relative_to(self._folder.resolve()):
            raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="file"))
        return path

    def copy(self, relative: str, target: Path, texts: Mapping[str, str] | None = None) -> None:
        """Copies a file out, replacing `target` only by a whole copy; a PNG gets `texts` in front of its
        pixels, which stay as they are.
        """
        source = self.path(relative)
        if not source.is_file():
            raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="file"))
        partial = target.with_name(f".{new_id()}.part")
        with writing_failures():
            try:
                with source.open("rb") as reading, partial.open("xb") as writing:
                    head = head_with(reading, texts) if texts and source.suffix == ".png" else None
                    if head is None:
                        reading.seek(0)
                    writing.write(head or b"")
                    shutil.copyfileobj(reading, writing, 1024 * 1024)
                    writing.flush()
                    os.fsync(writing.fileno())
                put_in_place(partial, target)
            finally:
                partial.unlink(missing_ok=True)

    def take_in(self, source: Path, suffix: str, when: datetime, most: int) -> tuple[str, int, str]:
        """Copies a file of the person into the library; it must be a plain file (see `open_plain`). Returns
        the relative path, the bytes and their SHA-256.

        Raises:
            PandaError: `CANNOT_READ`, `TOO_LARGE` over `most` bytes, `DISK_FULL`, `CANNOT_WRITE`.
        """
        part = self.part(new_id(), 0)
        digest, size = hashlib.sha256(), 0
        try:
            with open_plain(source) as reading, writing_failures(), part.open("xb") as writing:
                while chunk := reading.read(1024 * 1024):
                    size += len(chunk)
                    if size > most:
                        raise PandaError(ErrorKind.TOO_LARGE, ErrorDetail(param="file"))
                    digest.update(chunk)
                    writing.write(chunk)
        except PandaError:
            part.unlink(missing_ok=True)
            raise
        return self.keep(part, suffix, when), size, digest.hexdigest()

    def outgoing(self, name: str) -> Path:
        """Returns the place of a copy that leaves the program, in a folder of its own."""
        folder = self._folder / "outgoing" / new_id()
        with writing_failures():
            folder.mkdir(parents=True, exist_ok=True)
        return folder / name

    def remove(self, relative: str) -> bool:
        """Removes a file; returns whether it is gone. One that another program holds stays."""
        path = self.path(relative)
        try:
            path.unlink(missing_ok=True)
            return True
        except OSError:
            return False

    def remove_empty_folders(self, relative: str) -> None:
        """Removes the folders right below one that nothing is in any more."""
        for folder in self.path(relative).glob("*/"):
            with contextlib.suppress(OSError):  # something is in it
                folder.rmdir()

    def _move(self, part: Path, target: Path) -> str:
        with writing_failures():
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            put_in_place(part, target)
            sync_folder(target.parent)
        return target.relative_to(self._folder).as_posix()

    def _new(self, suffix: str, when: datetime) -> Path:
        folder = self._folder / "media" / f"{when.year:04}" / f"{when.month:02}"
        with writing_failures():
            folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{new_id()}{suffix}"


@contextlib.contextmanager
def open_plain(path: Path) -> Iterator[BinaryIO]:
    """Opens a file of the person: never a folder, a pipe or a device, which could be read for ever.

    Raises:
        PandaError: `CANNOT_READ` (`file`).
    """
    # Opening a pipe would wait for its other end.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except OSError as error:
        detail = ErrorDetail(param="file", technical=type(error).__name__)
        raise PandaError(ErrorKind.CANNOT_READ, detail) from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="file"))
    with os.fdopen(handle, "rb") as file:
        yield file


def sync_folder(folder: Path) -> None:
    """Makes a rename in the folder survive a power loss, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def writing_failures() -> Iterator[None]:
    """Turns a failure of the file system into `DISK_FULL` or `CANNOT_WRITE`."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        kind = ErrorKind.DISK_FULL if full else ErrorKind.CANNOT_WRITE
        raise PandaError(kind, ErrorDetail(technical=type(error).__name__)) from error
