"""The settings, observable.

Promise: what is shown is what is saved; a wish that cannot be saved is told by `failed`.
"""

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
    """

    changed = Signal(object)

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
