"""The data folder as it is on the disk: every file with its size. Every function blocks and is called in a
thread.

Promise: links are not followed, so nothing outside the folder is counted or removed.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of the data folder: path relative to it with `/`, bytes, and seconds since 1970 of its last
    change.
    """

    file: str
    size: int
    changed_at: float


class DataFolder:
    """The folder."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read yet."""
        self._folder = folder

    def files(self, under: str = "") -> Iterator[FoundFile]:
        """Yields the plain files, those of one folder of it or all; what vanishes meanwhile or cannot be read
        is left out.
        """
        waiting = [self._folder / under]
        while waiting:
            folder = waiting.pop()
            try:
                entries = list(os.scandir(folder))
            except OSError:
                continue
            for entry in entries:
                try:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(Path(entry.path))
                    elif entry.is_file(follow_symlinks=False):
                        about = entry.stat(follow_symlinks=False)
                        file = Path(entry.path).relative_to(self._folder).as_posix()
                        yield FoundFile(file, about.st_size, about.st_mtime)
                except OSError:
                    continue

    def free(self) -> int:
        """Returns the bytes that are free on its disk; 0 when that cannot be told."""
        try:
            return shutil.disk_usage(self._folder).free
        except OSError:
            return 0

    def digest(self, file: str) -> str:
        """Returns the SHA-256 of a file; empty when it cannot be read."""
        try:
            with (self._folder / file).open("rb") as reading:
                return hashlib.file_digest(reading, "sha256").hexdigest()
        except OSError:
            return ""
