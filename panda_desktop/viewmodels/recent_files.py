"""Files that were attached lately, to be attached again.

Promise: only paths are kept, none while that is switched off, and nothing is read from them here.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from panda_desktop.services.settings import SettingsService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


class RecentFiles(Commanding):
    """The paths in the settings, the newest first.

    Signals:
        attach_wanted(object): the file at this `Path` shall go with the message that is written.
    """

    attach_wanted = Signal(object)

    def __init__(self, tasks: TaskSet, settings: SettingsService) -> None:
        """Keeps the paths in `settings`."""
        super().__init__(tasks)
        self._settings = settings

    @property
    def paths(self) -> tuple[Path, ...]:
        """What is remembered now; whether it still exists is not known."""
        return tuple(Path(each) for each in self._settings.current.recent_files)

    def remember(self, paths: Sequence[Path]) -> None:
        """Puts files that were attached before the others; of several the first one comes first."""
        self._do(self._keep(tuple(paths), ()), "recent files")

    def forget(self, paths: Sequence[Path]) -> None:
        """Drops files that are gone."""
        self._do(self._keep((), tuple(paths)), "recent files")

    def clear(self) -> None:
        """Forgets all files."""
        self._do(self._settings.change(recent_files=()), "recent files")

    def attach(self, path: Path) -> None:
        """Wishes for a file again; ends in `attach_wanted`."""
        self.attach_wanted.emit(path)

    async def _keep(self, first: tuple[Path, ...], gone: tuple[Path, ...]) -> None:
        """Reads the list only now: what was wished for a moment ago is in it."""
        if not self._settings.current.remember_files:
            return
        fresh = tuple(path.absolute() for path in first if _can_be_kept(path))
        wanted = dict.fromkeys((*fresh, *self.paths))
        kept = tuple(str(path) for path in wanted if path not in gone)
        if kept != self._settings.current.recent_files:
            await self._settings.change(recent_files=kept)


def _can_be_kept(path: Path) -> bool:
    """A name that is no text, as old disks may have it, cannot be stored as one."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True
