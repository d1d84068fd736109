"""Drags pictures and videos to other programs as real files with readable names.

Promise: what is dropped is a copy, never the library's own file; a button that was let go meanwhile drags
nothing.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.media.tile_pointing import drag_out
from panda_desktop.viewmodels.library import LibraryList

_MOST_COPIES: Final = 20
_MOST_BYTES: Final = 200_000_000


class DragOut(QObject):
    """The drags that begin on one widget."""

    def __init__(self, source: QWidget, library: LibraryList) -> None:
        """Drags from `source`."""
        super().__init__(source)
        self._source = source
        self._library = library
        self._wanted: tuple[MediaItem, ...] = ()
        library.copies_made.connect(self._made)

    def begin_few(self, items: tuple[MediaItem, ...]) -> bool:
        """Does `begin` when the copies can be made while the button is held; returns whether it does."""
        few = len(items) <= _MOST_COPIES and sum(item.size for item in items) <= _MOST_BYTES
        if few:
            self.begin(items)
        return few

    def begin(self, items: Sequence[MediaItem]) -> None:
        """Makes copies of items and drags them once they are there."""
        self._wanted = tuple(items)
        if self._wanted:
            self._library.make_copies(self._wanted)

    def _made(self, items: tuple[MediaItem, ...], paths: tuple[Path, ...]) -> None:
        if items != self._wanted:
            return  # another place drags
        self._wanted = ()
        # Later: a drag runs a loop of its own, which must not begin inside the work that made the copies.
        QTimer.singleShot(0, self, lambda: self._drag(items, paths))

    def _drag(self, items: tuple[MediaItem, ...], paths: tuple[Path, ...]) -> None:
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            drag_out(self._source, paths, [item.id for item in items])
