"""The menu of the attach button: files that were attached lately, by name and folder.

Promise: no disk is asked for it; whether a file is still there shows when it is chosen.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit import Menu
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.recent_files import RecentFiles

_MOST: Final = 8
_NAME_WIDTH: Final = 280
_FOLDER_WIDTH: Final = 220


class RecentMenu(Menu):
    """Choosing, the files, and forgetting them."""

    def __init__(
        self,
        recent: RecentFiles,
        choose: Callable[[], object],
        attach: Callable[[Path], object],
        parent: QWidget,
    ) -> None:
        """`choose` asks for files, `attach` takes one that was attached before."""
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self.add(self.tr("Attach files…"), choose, icon_name="attach", shortcut="Ctrl+Shift+A")
        self.addSeparator()
        paths = recent.paths[:_MOST]
        self._head(self.tr("Recent files") if paths else self.tr("No recent files"))
        for path in paths:
            self._add_file(path, partial(attach, path))
        if paths:
            self.addSeparator()
            self.add(self.tr("Clear recent files"), recent.clear, icon_name="trash")

    def _head(self, words: str) -> None:
        head = self.addAction(words)
        head.setEnabled(False)

    def _add_file(self, path: Path, attach: Callable[[], object]) -> None:
        metrics, middle = self.fontMetrics(), Qt.TextElideMode.ElideMiddle
        name = metrics.elidedText(plain(path.name), middle, look().pixels(_NAME_WIDTH))
        folder = metrics.elidedText(folder_of(path), middle, look().pixels(_FOLDER_WIDTH))
        entry = self.add(name, attach, icon_name="file")
        entry.setText(f"{entry.text()}\t{folder}")
        entry.setToolTip(plain(str(path)))


def plain(text: str) -> str:
    """Returns a name as one line, without marks that would turn or hide a part of it."""
    return "".join(each for each in text if each.isprintable())


def folder_of(path: Path) -> str:
    """Returns the folder of a file, that of the person as `~`."""
    folder, home = path.parent, Path.home()
    if folder.is_relative_to(home):
        folder = Path("~") / folder.relative_to(home)
    return plain(str(folder))
