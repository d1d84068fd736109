"""Moves files of the database out of the way.

Promise: nothing is deleted and nothing is overwritten; a kill in the middle leaves a folder that the next
call goes on with.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from panda_desktop.storage.files import sync_folder

FOLDER: Final = "set-aside"
_BEGUN: Final = "begun"


def set_aside(paths: Sequence[Path], folder: Path) -> Path | None:
    """Moves those of these files that exist into a new folder of the data folder; returns it."""
    begun = folder / FOLDER / _BEGUN
    there = [path for path in paths if path.exists()]
    if not there and not begun.is_dir():
        return None
    begun.mkdir(parents=True, exist_ok=True)
    for path in there:
        path.rename(_free(begun / path.name))
    sync_folder(begun)
    kept = begun.rename(_free(folder / FOLDER / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"))
    sync_folder(kept.parent)
    return kept


def _free(path: Path) -> Path:
    found, number = path, 1
    while found.exists():
        number += 1
        found = path.with_name(f"{path.name}-{number}")
    return found
