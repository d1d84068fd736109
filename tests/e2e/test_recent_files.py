"""Attached files are offered again after a restart, by the palette, until the switch is turned off."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt

from panda_desktop.ui.settings import SettingsPage
from panda_desktop.ui.settings.privacy import PrivacySettings
from panda_desktop.ui.window import Place
from panda_desktop.ui.window.commands import Command
from tests.e2e.gateway import DemoServer
from tests.e2e.program import Used, environment, used


def found(program: Used) -> dict[str, Command]:
    named = program.window.commands.found_by_name()
    return {each.text: each for each in named if each.key.startswith("attach.")}


async def test_a_chosen_file_is_attached_again_after_a_restart(tmp_path: Path, gateway: DemoServer) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("kept", "utf-8")
    data = tmp_path / "data"
    async with used(data, environment(gateway.base_url)) as program:
        await program.until(lambda: program.views.chat.conversation is not None)
        files = program.views.chat_parts.attachments
        program.chat()._attaching.choice.chosen.emit((notes,))
        await program.until(lambda: len(files.items) == 1)
        await program.until(lambda: "Attach notes.txt again" in found(program))
    async with used(data, environment(gateway.base_url)) as program:
        await program.until(lambda: program.views.chat.conversation is not None)
        files = program.views.chat_parts.attachments
        page = cast("SettingsPage", program.page(Place.SETTINGS))
        found(program)["Attach notes.txt again"].run()
        assert program.window.place() is Place.CHAT
        await program.until(lambda: len(files.items) == 2)
        program.page(Place.SETTINGS)
        (group,) = page.findChildren(PrivacySettings)
        assert group.remember.isChecked() and group.remember.focusPolicy() & Qt.FocusPolicy.TabFocus
        group.remember.click()
        await program.until(lambda: not group.remember.isChecked() and not group.clear.isEnabled())
        assert found(program) == {}
        await program.until(lambda: program.views.settings.current.recent_files == ())
