"""The prompt library, observable.

Promise: what is shown is what is stored, in the person's order; filling in changes no prompt.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from panda_desktop.domain.changes import PromptsChanged
from panda_desktop.domain.folding import folded
from panda_desktop.domain.prompts import Prompt, fill, missing
from panda_desktop.services.bus import Bus
from panda_desktop.services.chat.contract import PromptCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


class PromptsModel(Commanding):
    """All prompts.

    Signals:
        changed: `prompts` differ.
        made(object): a `Prompt` is new by a command of this one.
    """

    changed = Signal()
    made = Signal(object)

    def __init__(self, bus: Bus, tasks: TaskSet, prompts: PromptCommands) -> None:
        """Listens from now on; `load` reads."""
        super().__init__(tasks)
        self._commands = prompts
        self._prompts: tuple[Prompt, ...] = ()
        bus.subscribe(PromptsChanged, lambda change: self._take(change.prompts))

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """All prompts in order."""
        return self._prompts

    def prompt(self, prompt_id: str) -> Prompt | None:
        """Returns a prompt."""
        return next((each for each in self._prompts if each.id == prompt_id), None)

    def matching(self, text: str) -> tuple[Prompt, ...]:
        """Returns the prompts whose name, else whose text, contains what was typed after `/`, without regard
        to case and diacritics.
        """
        wanted = folded(text).strip()
        named = [each for each in self._prompts if wanted in folded(each.name)]
        said = [each for each in self._prompts if each not in named and wanted in folded(each.text)]
        return (*named, *said)

    def filled(self, prompt: Prompt, values: Mapping[str, str]) -> str:
        """Returns the text of a prompt with the values in their places."""
        return fill(prompt.text, values)

    def missing(self, prompt: Prompt, values: Mapping[str, str]) -> tuple[str, ...]:
        """Returns the names of the places that have no value yet."""
        return missing(prompt.text, values)

    def read(self, first_contents: Sequence[tuple[str, str]] = ()) -> None:
        """Begins to read all prompts, as `load` does; ends in `changed` or `failed`."""
        self._do(self.load(first_contents), "read prompts")

    async def load(self, first_contents: Sequence[tuple[str, str]] = ()) -> None:
        """Reads all prompts; puts in the first contents, each a name and a text, at the very first start."""
        if first_contents:
            await self._commands.seed(first_contents)
        self._take(await self._commands.prompts())

    def create(self, name: str, text: str) -> None:
        """Makes a prompt, the last one; ends in `made` or `failed`."""
        self._do(self._create(name, text), "create prompt")

    def change(self, prompt_id: str, *, name: str | None = None, text: str | None = None) -> None:
        """Changes what is given."""
        self._do(self._commands.change_prompt(prompt_id, name=name, text=text), "change prompt")

    def place(self, prompt_id: str, place: int) -> None:
        """Puts a prompt to a place among the others, 0 for the first."""
        self._do(self._commands.place_prompt(prompt_id, place), "place prompt")

    def delete(self, prompt_id: str) -> None:
        """Removes a prompt."""
        self._do(self._commands.delete_prompt(prompt_id), "delete prompt")

    def restore(self, prompt: Prompt, place: int) -> None:
        """Makes a deleted prompt again, at `place` (0 for the first)."""
        self._do(self._put(prompt.name, prompt.text, place), "restore prompt")

    def duplicate(self, prompt: Prompt, name: str) -> None:
        """Makes a copy under another name, right behind the first; ends in `made` or `failed`."""
        self._do(self._duplicate(prompt, name), "duplicate prompt")

    async def _put(self, name: str, text: str, place: int) -> Prompt:
        made = await self._commands.create_prompt(name, text)
        await self._commands.place_prompt(made.id, place)
        return made

    async def _duplicate(self, prompt: Prompt, name: str) -> None:
        ids = [each.id for each in self._prompts]
        place = ids.index(prompt.id) + 1 if prompt.id in ids else len(ids)
        self.made.emit(await self._put(name, prompt.text, place))

    async def _create(self, name: str, text: str) -> None:
        self.made.emit(await self._commands.create_prompt(name, text))

    def _take(self, prompts: tuple[Prompt, ...]) -> None:
        self._prompts = prompts
        self.changed.emit()
