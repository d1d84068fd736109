"""Settings of the whole program: keys of one's own, the look, and settings as a file, over a restart."""

import json
from pathlib import Path
from typing import cast

import pytest

from panda_desktop.ui.settings import SettingsPage
from panda_desktop.ui.settings.shortcuts import ShortcutSettings
from panda_desktop.ui.window import Place
from tests.e2e.gateway import DemoServer
from tests.e2e.program import environment, used


@pytest.mark.timeout(240)
async def test_keys_and_look_hold_after_a_restart_and_travel_in_a_file(
    tmp_path: Path, gateway: DemoServer
) -> None:
    data, file = tmp_path / "data", tmp_path / "panda-settings.json"
    async with used(data, environment(gateway.base_url)) as program:
        page = cast("SettingsPage", program.page(Place.SETTINGS))
        page.show_section("shortcuts")
        await program.until(lambda: not program.window.missing_pages())
        (section,) = page.findChildren(ShortcutSettings)
        await program.until(lambda: _has_row(section, "videos.make") and _has_row(section, "library.search"))
        section.row("chat.find").keys_wanted.emit("Ctrl+J")
        page.appearance.accent.chosen.emit("blue")
        page.appearance.density.chosen.emit("compact")
        look = program.program.controller
        await program.until(lambda: look.compact)
        assert look.accent == "blue"
        program.views.settings.export_to(file)
        await program.until(file.exists)
    values = json.loads(file.read_text(encoding="utf-8"))["settings"]
    assert values["shortcuts"] == ["chat.find=Ctrl+J"]
    assert "geometry" not in values and "key_saved" not in values
    async with used(data, environment(gateway.base_url)) as program:
        await program.until(lambda: program.window.place() is not None)
        program.page(Place.CHAT)
        keys = {command.key: command.shortcut for command in program.window.commands}
        assert keys["chat.find"] == "Ctrl+J" and program.program.controller.accent == "blue"
    async with used(tmp_path / "other", environment(gateway.base_url)) as program:
        program.views.settings.import_from(file)
        said = program.window.notices.notices
        await program.until(lambda: any("taken from the file" in notice.text for notice in said()))
        current = program.views.settings.current
        assert (current.accent, current.shortcuts) == ("blue", ("chat.find=Ctrl+J",))


def _has_row(section: ShortcutSettings, command: str) -> bool:
    try:
        return section.row(command) is not None
    except KeyError:
        return False
