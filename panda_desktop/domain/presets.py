"""Presets: a system prompt, a model and parameters under one name.

Promise: a preset is a copy that is applied; changing or deleting it later changes no conversation.
"""

from dataclasses import dataclass

from panda_desktop.domain.chat import Parameters


@dataclass(frozen=True, slots=True)
class Preset:
    """How requests are made, under one name.

    Attributes:
        id: ours.
        name: 1 to 60 characters on one line; two presets may have the same.
        system_prompt: sent first; may be empty.
        model: empty keeps the model of the conversation it is applied to.
        parameters: sampling parameters.
        place: 0 for the first.
    """

    id: str
    name: str
    system_prompt: str = ""
    model: str = ""
    parameters: Parameters = Parameters()
    place: int = 0
