"""What the layers above may ask of chat beside the conversations themselves (`services.contract`).

Promise: a command returns when its effect is in the database; the rest is told on the bus. Every async method
may raise `PandaError`.
"""

from collections.abc import Sequence
from typing import Protocol

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.chat import Message, Parameters
from panda_desktop.domain.pad import Pad
from panda_desktop.domain.presets import Preset
from panda_desktop.domain.prompts import Prompt


class CompareCommands(Protocol):
    """One message, two to four models, side by side."""

    async def compare(
        self,
        conversation_id: str,
        text: str,
        models: Sequence[str],
        attachments: Sequence[Attachment] = (),
    ) -> tuple[Message, ...]:
        """Stores the message and starts an answer of each model; returns the message and its answers. Raises
        what `ChatCommands.send` raises, `INVALID_INPUT` (`models`).
        """

    async def compare_again(self, message_id: str, models: Sequence[str]) -> tuple[Message, ...]:
        """Starts an answer of each model below a message of the person that is there; returns the message
        and the new answers.
        """

    async def retry(self, message_id: str) -> Message:
        """Asks the model of an answer that has ended once more, whatever its neighbours do; returns the new
        answer, which stands beside the old one. Raises what `ChatCommands.send` raises, `CANNOT_READ`.
        """

    async def answers(self, message_id: str) -> tuple[Message, ...]:
        """Returns a message and the newest answers to it, at most 4, in order of creation. Raises
        `CANNOT_READ` (`message`).
        """

    def stop_answer(self, message_id: str) -> None:
        """Ends one answer; what has arrived stays."""

    async def use(self, message_id: str) -> None:
        """Shows the branch of an answer: the conversation goes on from there."""


class PresetCommands(Protocol):
    """Presets; `ChatCommands.apply_preset` applies one. Changes are told as `PresetsChanged`."""

    @property
    def default_id(self) -> str:
        """The preset new chats begin with; empty for none."""

    async def presets(self) -> tuple[Preset, ...]:
        """Returns all presets in order."""

    async def create_preset(
        self, name: str, system_prompt: str = "", model: str = "", parameters: Parameters = Parameters()
    ) -> Preset:
        """Stores a new preset, the last one. Raises `INVALID_INPUT` (`name`, or a parameter)."""

    async def change_preset(
        self,
        preset_id: str,
        *,
        name: str | None = None,
        system_prompt: str | None = None,
        model: str | None = None,
        parameters: Parameters | None = None,
    ) -> Preset:
        """Changes what is given. Raises `INVALID_INPUT`, `CANNOT_READ` (`preset`)."""

    async def place_preset(self, preset_id: str, place: int) -> None:
        """Puts a preset to a place among the others, 0 for the first. Raises `CANNOT_READ` (`preset`)."""

    async def delete_preset(self, preset_id: str) -> None:
        """Removes a preset; conversations it was applied to stay as they are."""

    async def set_default(self, preset_id: str) -> None:
        """Lets new chats begin with a preset; empty for none. Raises `CANNOT_READ` (`preset`)."""


class PromptCommands(Protocol):
    """The prompt library. Changes are told as `PromptsChanged`."""

    async def prompts(self) -> tuple[Prompt, ...]:
        """Returns all prompts in order."""

    async def seed(self, contents: Sequence[tuple[str, str]]) -> None:
        """Puts the first contents in, each a name and a text; does nothing the next time."""

    async def create_prompt(self, name: str, text: str) -> Prompt:
        """Stores a new prompt, the last one. Raises `INVALID_INPUT` (`name`), `EMPTY_PROMPT`."""

    async def change_prompt(
        self, prompt_id: str, *, name: str | None = None, text: str | None = None
    ) -> Prompt:
        """Changes what is given. Raises `INVALID_INPUT` (`name`), `EMPTY_PROMPT`, `CANNOT_READ`
        (`prompt`).
        """

    async def place_prompt(self, prompt_id: str, place: int) -> None:
        """Puts a prompt to a place among the others, 0 for the first. Raises `CANNOT_READ` (`prompt`)."""

    async def delete_prompt(self, prompt_id: str) -> None:
        """Removes a prompt."""


class CompletionCommands(Protocol):
    """The completion pad. Changes are told as `PadChanged`."""

    @property
    def pad(self) -> Pad:
        """The pad as it is; empty before `load`."""

    async def load(self) -> Pad:
        """Reads the pad as the last run left it."""

    async def change_pad(
        self, *, text: str | None = None, model: str | None = None, parameters: Parameters | None = None
    ) -> Pad:
        """Keeps what is given; a text that differs is all the person's own. Raises `INVALID_INPUT`
        (`answering` while a continuation is coming, `model`, or a parameter).
        """

    async def complete(self) -> None:
        """Lets the model write on. Raises `EMPTY_PROMPT`, `INVALID_INPUT`, `NO_KEY`, `KEYRING_LOCKED`."""

    def stop_completion(self) -> None:
        """Ends the continuation; what has arrived stays."""

    async def take_back(self) -> None:
        """Removes what the model wrote last. Raises `INVALID_INPUT` (`answering`)."""
