"""Presets and the prompt library."""

from pathlib import Path

import pytest

from panda_desktop.domain.changes import PresetsChanged, PromptsChanged
from panda_desktop.domain.chat import Parameters
from panda_desktop.domain.errors import ErrorKind, PandaError
from tests.services.chats import run
from tests.services.world import world


def test_presets_are_made_changed_ordered_and_deleted(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            presets = here.parts.presets
            first = await presets.create_preset(
                "  Brief\n answers ", "Be brief", "", Parameters(temperature=0)
            )
            second = await presets.create_preset("Poet", "Rhyme \ud83d", "auto:quality")
            assert first.name == "Brief answers"
            await presets.place_preset(second.id, 0)
            await presets.change_preset(first.id, name="Short", parameters=Parameters(max_tokens=50))
            heard = [change for change in here.bus.heard if isinstance(change, PresetsChanged)]
            assert len(heard) == 4
            assert [each.name for each in heard[-1].presets] == ["Poet", "Short"]
            with pytest.raises(PandaError) as caught:
                await presets.create_preset("", "x")
            assert (caught.value.kind, caught.value.detail.param) == (ErrorKind.INVALID_INPUT, "name")
            with pytest.raises(PandaError) as caught:
                await presets.change_preset(first.id, parameters=Parameters(temperature=9))
            assert caught.value.detail.param == "temperature"
            with pytest.raises(PandaError) as caught:
                await presets.change_preset("none", name="x")
            assert caught.value.detail.param == "preset"
        async with world(tmp_path) as here:
            poet, short = await here.parts.presets.presets()
            assert (poet.system_prompt, poet.model) == ("Rhyme \ufffd", "auto:quality")
            assert short.parameters == Parameters(max_tokens=50)
            await here.parts.presets.delete_preset(poet.id)
            assert await here.parts.presets.presets() == (short,)

    run(main)


def test_a_preset_is_applied_and_begins_new_chats(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            presets = here.parts.presets
            brief = await presets.create_preset("Brief", "Be brief", "", Parameters(temperature=0.1))
            poet = await presets.create_preset("Poet", "Rhyme", "auto:quality")
            plain = await here.chat.create("auto")
            applied = await here.chat.apply_preset(plain.id, brief.id)
            assert (applied.system_prompt, applied.model) == ("Be brief", "auto")
            assert applied.parameters == Parameters(temperature=0.1)
            applied = await here.chat.apply_preset(plain.id, poet.id)
            assert (applied.system_prompt, applied.model) == ("Rhyme", "auto:quality")
            assert applied.parameters == Parameters()  # nothing of the other preset is left
            await presets.set_default(poet.id)
            made = await here.chat.create("auto")
            assert (made.system_prompt, made.model) == ("Rhyme", "auto:quality")
            await presets.change_preset(poet.id, system_prompt="Rhyme!")
            stored, _ = await here.chat.open(made.id)
            assert stored.system_prompt == "Rhyme"  # a preset is a copy
            with pytest.raises(PandaError):
                await presets.set_default("none")
            await presets.delete_preset(poet.id)
            heard = [change for change in here.bus.heard if isinstance(change, PresetsChanged)][-1]
            assert heard.default_id == "" == here.settings.current.preset_id
            assert (await here.chat.create("auto")).system_prompt == ""

    run(main)


def test_the_library_is_seeded_once(tmp_path: Path) -> None:
    async def main() -> None:
        contents = (("Translate", "To {{language}}: {{text}}"), ("Sum up", "{{text}}"))
        async with world(tmp_path) as here:
            await here.parts.prompts.seed(contents)
            translate, sum_up = await here.parts.prompts.prompts()
            assert translate.variables == ("language", "text")
            await here.parts.prompts.delete_prompt(sum_up.id)
        async with world(tmp_path) as here:
            await here.parts.prompts.seed(contents)
            assert [each.name for each in await here.parts.prompts.prompts()] == ["Translate"]

    run(main)


def test_prompts_are_made_changed_ordered_and_deleted(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            prompts = here.parts.prompts
            first = await prompts.create_prompt("One", "1")
            second = await prompts.create_prompt("Two", "2")
            await prompts.place_prompt(second.id, 0)
            await prompts.change_prompt(first.id, name="Uno", text="{{x}}")
            assert [(each.name, each.text) for each in await prompts.prompts()] == [
                ("Two", "2"),
                ("Uno", "{{x}}"),
            ]
            for name, text, kind in (
                ("", "x", ErrorKind.INVALID_INPUT),
                ("x", " ", ErrorKind.EMPTY_PROMPT),
            ):
                with pytest.raises(PandaError) as caught:
                    await prompts.create_prompt(name, text)
                assert caught.value.kind is kind
            with pytest.raises(PandaError) as caught:
                await prompts.change_prompt("none", text="x")
            assert caught.value.detail.param == "prompt"
            await prompts.delete_prompt(first.id)
            heard = [change for change in here.bus.heard if isinstance(change, PromptsChanged)]
            assert [each.name for each in heard[-1].prompts] == ["Two"]

    run(main)
