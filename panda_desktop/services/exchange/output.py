"""Files that appear whole or not at all.

Promise: what is being written is a hidden `.part` beside the target; the target is replaced by it only when
it is whole and on the disk. Every function blocks and is called in a thread.
"""

import contextlib
import os
from pathlib import Path
from typing import TextIO

from panda_desktop.domain.ids import new_id
from panda_desktop.storage.files import sync_folder, writing_failures


class PartFile:
    """A text file that is being written."""

    def __init__(self, target: Path) -> None:
        """Nothing is done before `begin`."""
        self._target = target
        self._part = target.with_name(f".{new_id()}.part")
        self._file: TextIO | None = None

    def begin(self) -> None:
        """Makes the hidden file. Raises `CANNOT_WRITE`, `DISK_FULL`."""
        with writing_failures():
            # Storage makes text whole, so that nothing of it has to be replaced here.
            self._file = self._part.open("x", encoding="utf-8", errors="replace", newline="\n")

    def write(self, text: str) -> None:
        """Writes on. Raises as `begin`."""
        assert self._file is not None
        with writing_failures():
            self._file.write(text)

    def finish(self) -> Path:
        """Puts it in place; returns where it is. Raises as `begin`."""
        assert self._file is not None
        with writing_failures():
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._part.replace(self._target)
            sync_folder(self._target.parent)
        return self._target

    def drop(self) -> None:
        """Removes it, if it is not in place; never raises."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
        with contextlib.suppress(OSError):
            self._part.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Makes the folder if it is not there. Raises `CANNOT_WRITE`, `DISK_FULL`."""
    with writing_failures():
        folder.mkdir(parents=True, exist_ok=True)


def free_name(folder: Path, name: str) -> Path:
    """Returns a path in the folder that nothing has: `name`, `name (2)`, …"""
    path = folder / name
    stem, suffix = path.stem, path.suffix
    number = 1
    while path.exists() or path.is_symlink():
        number += 1
        path = folder / f"{stem} ({number}){suffix}"
    return path
