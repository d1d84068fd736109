"""Tells whether the log beside the database is its own.

Promise: a log is called foreign only when it is known which one the database had; without that knowledge
nothing is said.

SQLite takes any log that is whole in itself (its header has no name of the database), so one that was put
there from elsewhere would be mixed into ours. Its header has a random number (SQLite file format, 4.1,
“salt-1”) that grows by one whenever the log begins anew; where it began is noted in a file of our own.
"""

import contextlib
import os
from pathlib import Path
from typing import Final

from panda_desktop.storage.files import sync_folder

_MAGIC: Final = (0x377F0682, 0x377F0683)
_RESTARTS: Final = 1 << 20
"""How often a log may have begun anew since it was noted."""
_NUMBERS: Final = 1 << 32


class LogIdentity:
    """The note about the log of one database. Every function blocks."""

    def __init__(self, database: Path) -> None:
        """Nothing is read yet."""
        self._log = database.with_name(f"{database.name}-wal")
        self._note = database.with_name(f"{database.name}-log")

    def note(self) -> bool:
        """Notes the log that is in use; returns whether there was one to note."""
        number = self._number()
        if number is None:
            return False
        if self._fits(number):
            return True
        with contextlib.suppress(OSError):  # without it, nothing is known
            with self._note.open("w", encoding="ascii") as file:
                file.write(str(number))
                file.flush()
                os.fsync(file.fileno())
            sync_folder(self._note.parent)
        return True

    def is_foreign(self) -> bool:
        """Tells whether the log is known not to be the one that was noted."""
        number = self._number()
        return number is not None and self._noted() is not None and not self._fits(number)

    def forget(self) -> None:
        """Says that there is no log any more."""
        with contextlib.suppress(OSError):
            self._note.unlink(missing_ok=True)

    def _fits(self, number: int) -> bool:
        noted = self._noted()
        return noted is not None and (number - noted) % _NUMBERS < _RESTARTS

    def _noted(self) -> int | None:
        try:
            return int(self._note.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None

    def _number(self) -> int | None:
        try:
            with self._log.open("rb") as file:
                head = file.read(32)
        except OSError:
            return None
        if len(head) < 32 or int.from_bytes(head[:4], "big") not in _MAGIC:
            return None
        return int.from_bytes(head[16:20], "big")
