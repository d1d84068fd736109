"""The settings, observable.

Promise: what is shown is what is saved; a wish that cannot be saved is told by `failed`.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal

from panda_desktop.domain.changes import SettingsChanged
from panda_desktop.domain.settings import Settings
from panda_desktop.services.bus import Bus
from panda_desktop.services.settings import SettingsService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


class SettingsModel(Commanding):
    """Observable settings.

    Signals:
        changed(object): the `Settings` as saved.
        exported(object): they are in the file at this path.
        imported(object): those of a file are in force; a `SettingsImport`.
    """

    changed = Signal(object)
    exported = Signal(object)
    imported = Signal(object)

    def __init__(self, bus: Bus, tasks: TaskSet, service: SettingsService) -> None:
        """Listens from now on."""
        super().__init__(tasks)
        self._service = service
        bus.subscribe(SettingsChanged, lambda change: self.changed.emit(change.settings))

    @property
    def current(self) -> Settings:
        """The settings in force."""
        return self._service.current

    def change(self, **values: Any) -> None:
        """Saves the given values (names of `Settings`)."""
        self._do(self._service.change(**values), "settings")

    def export_to(self, path: Path) -> None:
        """Writes the settings to a file, without keys; ends in `exported`."""
        self._do(self._export_to(path), "export settings")

    def import_from(self, path: Path) -> None:
        """Takes the settings of a file; ends in `imported`."""
        self._do(self._import_from(path), "import settings")

    async def _export_to(self, path: Path) -> None:
        await self._service.export_to(path)
        self.exported.emit(path)

    async def _import_from(self, path: Path) -> None:
        self.imported.emit(await self._service.import_from(path))
