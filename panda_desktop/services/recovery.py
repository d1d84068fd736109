"""What can be done about a database that does not open.

Promise: the damaged file is never changed and never deleted: what replaces it sets it aside first.
"""

import asyncio
from pathlib import Path

from panda_desktop.domain.backups import Backup, BackupReason, SalvageReport
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.storage.backups import BackupFiles
from panda_desktop.storage.checking import is_sound
from panda_desktop.storage.restoring import stage
from panda_desktop.storage.salvage import salvage

_HELPS: frozenset[ErrorKind] = frozenset({ErrorKind.DATA_DAMAGED})


class Recovery:
    """The ways back for one data folder, which nothing has open."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read yet."""
        self._folder = folder
        self._files = BackupFiles(folder)

    async def offers(self, error: PandaError) -> tuple[Backup, ...]:
        """Returns the sound backups that help with a failure, the best first."""
        if error.kind not in _HELPS:
            return ()
        return await asyncio.to_thread(self._sound)

    def _sound(self) -> tuple[Backup, ...]:
        found = sorted(
            (each for each in self._files.all() if is_sound(self._folder / each.name)),
            key=lambda backup: (backup.reason is not BackupReason.UPDATE, backup.number, backup.made_at),
            reverse=True,
        )
        return tuple(found)

    def can_salvage(self, error: PandaError) -> bool:
        """Tells whether reading what can be read may help."""
        return error.kind in _HELPS

    async def restore(self, backup: Backup) -> None:
        """Has a backup used by the next opening. Raises `DATA_DAMAGED`, `DISK_FULL`, `CANNOT_READ`."""
        await asyncio.to_thread(stage, self._folder, self._folder / backup.name)

    async def salvage(self) -> SalvageReport:
        """Makes a database of what can be read. Raises `DATA_DAMAGED`, `DISK_FULL`, `CANNOT_READ`."""
        return await asyncio.to_thread(salvage, self._folder)
