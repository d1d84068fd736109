"""The steps of the guided tour through what belongs to no single page.

Promise: size and text are as before after each step.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from panda_desktop.ui.chat import ChatPage
from panda_desktop.ui.tour.camera import Camera
from panda_desktop.ui.tour.finding import found_window
from panda_desktop.ui.tour.stage import TourStage
from panda_desktop.ui.window import Place

if TYPE_CHECKING:
    from panda_desktop.ui.settings import SettingsPage

SIZE: Final = (1280, 820)
NARROW: Final = (360, 760)
LARGE: Final = 200


class WindowSteps:
    """Recent files, the quick prompt, all keys, all settings, and little room."""

    def __init__(self, stage: TourStage, camera: Camera) -> None:
        """Plays on `stage`."""
        self._stage = stage
        self._camera = camera

    async def recent_files(self) -> None:
        """Shows the menu of the attach button; of its files only the names are needed."""
        from panda_desktop.ui.attach.recent import RecentMenu

        stage = self._stage
        stage.recent_files.remember([Path.home() / name for name in stage.words.files])
        await stage.until(
            "files to attach again", lambda: len(stage.recent_files.paths) == len(stage.words.files), 10
        )
        attach = cast("ChatPage", stage.window.go(Place.CHAT)).pane.composer.attach
        attach.customContextMenuRequested.emit(attach.rect().center())
        menu = found_window(RecentMenu)
        await self._camera.both_themes("recent files", menu)
        menu.close()

    async def quick_prompt(self) -> None:
        """Asks something from outside the window."""
        from panda_desktop.ui.desktop.quick_prompt import QuickPrompt

        stage = self._stage
        stage.window.commands.run("quick.open")
        prompt = found_window(QuickPrompt)
        prompt.field.set_text(stage.words.quick)
        await self._camera.both_themes("quick prompt", prompt)
        idle = prompt.button.accessibleName()
        prompt.button.click()
        await stage.until("a quick question", lambda: prompt.button.accessibleName() != idle)
        await stage.until("a quick answer", lambda: prompt.button.accessibleName() == idle)
        await self._camera.both_themes("quick answer", prompt)
        prompt.hide()

    async def keys(self) -> None:
        """Shows all keys."""
        sheet = self._stage.window.open_keys()
        await self._camera.both_themes("keys", sheet)
        sheet.close()

    async def settings(self) -> None:
        """Shows every section."""
        page = cast("SettingsPage", self._stage.window.go(Place.SETTINGS))
        for section in page.sections():
            page.show_section(section)
            await self._camera.both_themes(f"settings {section}")
        page.show_section("account")
        self._stage.window.go(Place.CHAT)

    async def little_room(self) -> None:
        """Shows three pages in a narrow window, and in large text."""
        stage = self._stage
        stage.window.resize(*NARROW)
        await self._three("narrow")
        stage.window.resize(*SIZE)
        await stage.use_zoom(LARGE)
        await self._three("large text")
        await stage.use_zoom(100)

    async def _three(self, title: str) -> None:
        for place in (Place.CHAT, Place.LIBRARY, Place.SETTINGS):
            page = self._stage.window.go(place)
            if place is Place.SETTINGS:
                cast("SettingsPage", page).show_section("appearance")
            await self._camera.both_themes(f"{place} {title}")
