"""The presets, observable.

Promise: what is shown is what is stored, in the person's order.
"""

from typing import Any

from PySide6.QtCore import Signal

from panda_desktop.domain.changes import PresetsChanged
from panda_desktop.domain.chat import Conversation, Parameters
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

    def matching(self, conversation: Conversation) -> Preset | None:
        """Returns the first preset that asks exactly as a conversation does; one without a model fits any."""
        asked = (conversation.system_prompt.strip(), conversation.parameters)
        for each in self._presets:
            model_fits = each.model in ("", conversation.model)
            if model_fits and (each.system_prompt.strip(), each.parameters) == asked:
                return each
        return None

    def read(self) -> None:
        """Begins to read all presets; ends in `changed` or `failed`."""
        self._do(self.load(), "read presets")

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

    def restore(self, preset: Preset, place: int, *, default: bool = False) -> None:
        """Makes a deleted preset again, at `place`, 0 for the first; `default`: new chats begin with it."""
        self._do(self._restore(preset, place, default), "restore preset")

    def set_default(self, preset_id: str) -> None:
        """Lets new chats begin with a preset; empty for none."""
        self._do(self._commands.set_default(preset_id), "default preset")

    async def _create(self, name: str, system_prompt: str, model: str, parameters: Parameters) -> None:
        self.made.emit(await self._commands.create_preset(name, system_prompt, model, parameters))

    async def _restore(self, preset: Preset, place: int, default: bool) -> None:
        values = preset.name, preset.system_prompt, preset.model, preset.parameters
        made = await self._commands.create_preset(*values)
        await self._commands.place_preset(made.id, place)
        if default:
            await self._commands.set_default(made.id)

    def _heard(self, change: PresetsChanged) -> None:
        self._presets, self._default_id = change.presets, change.default_id
        self.changed.emit()
