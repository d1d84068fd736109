"""Joins the files that were attached lately to the command palette.

Promise: nothing is read for it; a file that is gone is told of when it is chosen.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.window.commands import Command
from panda_desktop.viewmodels.recent_files import RecentFiles


def join_recent_files(window: MainWindow, recent: RecentFiles) -> None:
    """Has the palette of the window find the files by name."""

    def attach(path: Path) -> None:
        window.go(Place.CHAT)
        recent.attach(path)

    window.commands.add_source(lambda: file_commands(recent.paths, attach, recent.clear))


def file_commands(
    paths: Sequence[Path], attach: Callable[[Path], object], clear: Callable[[], object]
) -> list[Command]:
    """Returns a command for each file, and one that forgets them; none when there are no files."""
    from panda_desktop.ui.attach.recent import folder_of, plain

    if not paths:
        return []
    section = QCoreApplication.translate("Palette", "Attach a recent file")
    again = QCoreApplication.translate("Palette", "Attach {name} again")
    from_folder = QCoreApplication.translate("Palette", "Attach {name} again, from {folder}")
    names = Counter(plain(path.name) for path in paths)
    commands = []
    for path in paths:
        name = plain(path.name)
        words = again if names[name] == 1 else from_folder
        text = words.format(name=name, folder=folder_of(path))
        commands.append(Command(f"attach.file.{path}", text, partial(attach, path), "", "attach", section))
    words = QCoreApplication.translate("Palette", "Clear recent files")
    return [*commands, Command("attach.clear", words, clear, "", "trash", section)]
