"""The chat page on a stage whose presets are really applied."""

from dataclasses import replace

import pytest

from panda_desktop.domain.chat import Conversation
from tests.ui.chat.conftest import Bench
from tests.ui.chat.conftest import bench as bench


@pytest.fixture(autouse=True)
def applied(bench: Bench) -> None:
    service = bench.service

    async def apply_preset(conversation_id: str, preset_id: str) -> Conversation:
        preset = next(each for each in bench.stage.presets_service.all if each.id == preset_id)
        before = service.all[conversation_id]
        model = preset.model or before.model
        service.calls.append(("preset", conversation_id, preset_id))
        return service.put(
            replace(before, model=model, system_prompt=preset.system_prompt, parameters=preset.parameters)
        )

    service.apply_preset = apply_preset  # type: ignore[method-assign]
