"""Saving copies of several pictures and videos into one folder.

Promise: nothing that is there is replaced; one copy is written after the other, and the end says how many.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.media import MediaItem
from panda_desktop.viewmodels.library import LibraryList


class SaveMany(QObject):
    """One folder at a time.

    Attributes:
        dialog: the open dialog; None while there is none.

    Signals:
        ended(int, int, object): so many of so many copies are in this folder, a `Path`.
    """

    ended = Signal(int, int, object)

    def __init__(self, owner: QWidget, library: LibraryList, name_of: Callable[[MediaItem], str]) -> None:
        """Opens its dialog over the window of `owner`; `name_of` makes safe file names."""
        super().__init__(owner)
        self._owner = owner
        self._library = library
        self._name_of = name_of
        self._waiting: list[tuple[MediaItem, Path]] = []
        self._running: tuple[MediaItem, Path] | None = None
        self._folder = Path()
        self._count = 0
        self._saved = 0
        self.dialog: QFileDialog | None = None
        library.saved.connect(self._one_saved)
        library.failed.connect(self._failed)

    def ask(self, items: Sequence[MediaItem]) -> None:
        """Asks for a folder; ends in `ended`, or in nothing. Does nothing while copies are being written."""
        if self.dialog is not None:
            self.dialog.raise_()
            return
        if self._running is not None:
            return
        chosen = tuple(items)
        places = QStandardPaths.StandardLocation
        dialog = QFileDialog(self._owner.window(), self.tr("Save copies into a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(QStandardPaths.writableLocation(places.PicturesLocation) or ".")
        dialog.fileSelected.connect(lambda name: self.save(chosen, Path(name)))
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def save(self, items: Sequence[MediaItem], folder: Path) -> None:
        """Writes copies of items into a folder."""
        taken: set[str] = set()
        self._waiting = []
        for item in items:
            target = _free(folder, self._name_of(item), taken)
            taken.add(target.name.casefold())
            self._waiting.append((item, target))
        self._waiting.reverse()
        self._folder, self._count, self._saved = folder, len(self._waiting), 0
        self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._running = None
            self.ended.emit(self._saved, self._count, self._folder)
            return
        self._running = self._waiting.pop()
        self._library.save_copy(*self._running)

    def _one_saved(self, item: MediaItem, target: Path) -> None:
        if self._running == (item, target):
            self._saved += 1
            self._next()

    def _failed(self, error: PandaError) -> None:
        """What hindered one copy, such as a full disk, hinders the others too."""
        if self._running is not None:
            self._waiting = []
            self._next()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def _free(folder: Path, name: str, taken: set[str]) -> Path:
    """Returns a path in the folder that is not there and not taken."""
    stem, suffix = Path(name).stem, Path(name).suffix
    target, number = folder / name, 2
    while target.name.casefold() in taken or target.exists():
        target = folder / f"{stem} ({number}){suffix}"
        number += 1
    return target
