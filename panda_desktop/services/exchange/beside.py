"""A folder beside an exported file, with the files of its messages in it.

Promise: nothing that is there already is touched; the folder appears whole or not at all; no name leads out
of it, and a text cannot become something that runs. Every method blocks and is called in a thread.
"""

import shutil
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import quote

from panda_desktop.domain.attachments import Attachment, AttachmentKind
from panda_desktop.domain.ids import new_id
from panda_desktop.services.exchange.output import free_name
from panda_desktop.storage.files import sync_folder, writing_failures
from panda_desktop.storage.names import safe_name

_TEXTS: Final = frozenset({".txt", ".md", ".csv", ".tsv", ".json", ".log", ".toml", ".ini", ".yaml", ".yml"})
"""Endings a text keeps: what opens them shows them. Others have `.txt` added."""


class FilesBeside:
    """The folder of one exported file; made with the first file in it."""

    def __init__(self, target: Path) -> None:
        """`target` is the exported file."""
        self._target = target
        self._part = target.with_name(f".{new_id()}.files")
        self._folder: Path | None = None
        self._links: dict[tuple[str, str], tuple[str, str]] = {}

    def put(self, attachment: Attachment, data: bytes) -> tuple[str, str]:
        """Writes a file; returns its name there, and its address relative to the exported file. Raises
        `CANNOT_WRITE`, `DISK_FULL`.
        """
        key = attachment.file, attachment.name
        if key in self._links:
            return self._links[key]
        with writing_failures():
            if self._folder is None:
                self._folder = free_name(self._target.parent, safe_name(self._target.stem, " files"))
                self._part.mkdir(parents=True)
            path = free_name(self._part, _name(attachment))
            path.write_bytes(data)
        self._links[key] = path.name, f"{quote(self._folder.name)}/{quote(path.name)}"
        return self._links[key]

    def finish(self) -> None:
        """Puts the folder in place, if there is one. Raises as `put`."""
        if self._folder is not None:
            with writing_failures():
                self._part.rename(self._folder)
                sync_folder(self._folder.parent)
            self._part = self._folder

    def drop(self) -> None:
        """Removes the folder; never raises."""
        if self._folder is not None:
            shutil.rmtree(self._part, ignore_errors=True)


def _name(attachment: Attachment) -> str:
    kept = PurePosixPath(attachment.file).suffix
    own = PurePosixPath(attachment.name)
    if attachment.kind is AttachmentKind.IMAGE:
        return safe_name(own.stem, kept)
    if own.suffix.lower() in _TEXTS:
        return safe_name(own.stem, own.suffix.lower())
    return safe_name(own.name, ".txt")
