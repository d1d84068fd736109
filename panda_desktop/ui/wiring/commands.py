"""Joins the commands of the window to the settings: their keys, and what was used last.

Promise: keys hold as they are saved, also for pages that are made later.
"""

from panda_desktop.domain.settings import Settings
from panda_desktop.domain.shortcuts import bindings_of
from panda_desktop.ui.window.bound_tips import BoundTips
from panda_desktop.ui.window.commands import Commands
from panda_desktop.viewmodels.settings import SettingsModel


def join_commands(commands: Commands, settings: SettingsModel) -> None:
    """Gives the commands of the window the keys of the settings, and remembers what was used last."""
    known: list[tuple[str, ...]] = []

    def apply(current: Settings) -> None:
        if known != [current.shortcuts]:
            known[:] = [current.shortcuts]
            commands.set_bindings(bindings_of(current.shortcuts))
        commands.recent = current.recent_commands

    apply(settings.current)
    settings.changed.connect(apply)
    commands.recent_changed.connect(lambda recent: settings.change(recent_commands=recent))
    BoundTips(commands)
