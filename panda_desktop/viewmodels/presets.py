"""The presets, observable.

Promise: what is shown is what is stored, in the person's order.
"""

from typing import Any

from PySide6.QtCore import Signal

from panda_desktop.domain.changes import PresetsChanged
from panda_desktop.domain.chat import Parameters
from panda_desktop.domain.presets import Preset
from panda_desktop.services.bus import Bus
from panda_desktop.services.chat.contract import PresetCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


class PresetsModel(Commanding):
    """All presets; `ChatModel.apply_preset` applies one to the open chat.

    Signals:
        changed: `presets` or `default_id` differ.
        made(object): a `Preset` is new by a command of this one.
    """

    changed = Signal()
    made = Signal(object)

    def __init__(self, bus: Bus, tasks: TaskSet, presets: PresetCommands) -> None:
        """Listens from now on; `load` reads."""
        super().__init__(tasks)
        self._commands = presets
        self._presets: tuple[Preset, ...] = ()
        self._default_id = presets.default_id
        bus.subscribe(PresetsChanged, self._heard)

    @property
    def presets(self) -> tuple[Preset, ...]:
        """All presets in order."""
        return self._presets

    @property
    def default_id(self) -> str:
        """The preset new chats begin with; empty for none."""
        return self._default_id

    def preset(self, preset_id: str) -> Preset | None:
        """Returns a preset."""
        return next((each for each in self._presets if each.id == preset_id), None)

    async def load(self) -> None:
        """Reads all presets."""
        self._heard(PresetsChanged(await self._commands.presets(), self._commands.default_id))

    def create(
        self, name: str, system_prompt: str = "", model: str = "", parameters: Parameters = Parameters()
    ) -> None:
        """Makes a preset, the last one; ends in `made` or `failed`."""
        self._do(self._create(name, system_prompt, model, parameters), "create preset")

    def change(self, preset_id: str, **values: Any) -> None:
        """Changes the given values (`name`, `system_prompt`, `model`, `parameters`)."""
        self._do(self._commands.change_preset(preset_id, **values), "change preset")

    def place(self, preset_id: str, place: int) -> None:
        """Puts a preset to a place among the others, 0 for the first."""
        self._do(self._commands.place_preset(preset_id, place), "place preset")

    def delete(self, preset_id: str) -> None:
        """Removes a preset; chats it was applied to stay as they are."""
        self._do(self._commands.delete_preset(preset_id), "delete preset")

    def set_default(self, preset_id: str) -> None:
        """Lets new chats begin with a preset; empty for none."""
        self._do(self._commands.set_default(preset_id), "default preset")

    async def _create(self, name: str, system_prompt: str, model: str, parameters: Parameters) -> None:
        self.made.emit(await self._commands.create_preset(name, system_prompt, model, parameters))

    def _heard(self, change: PresetsChanged) -> None:
        self._presets, self._default_id = change.presets, change.default_id
        self.changed.emit()
