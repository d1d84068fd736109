"""Saving copies of pictures and videos where the person wants them.

Promise: the suggested name is one that every system takes; the dialog asks before anything is replaced; and
nothing waits for it.
"""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from panda_desktop.domain.media import MediaItem, MediaKind

SafeName = Callable[[str, str], str]
"""Makes a file name of any text and a suffix: `storage.names.safe_name`."""


def name_by_date(text: str, suffix: str) -> str:
    """Returns a name that holds nothing of `text`, for where no `SafeName` is given."""
    return f"panda{suffix}"


class SaveDialogs(QObject):
    """One dialog at a time.

    Signals:
        chosen(object, object): a copy of this `MediaItem` shall be written to this `Path`.
    """

    chosen = Signal(object, object)

    def __init__(self, owner: QWidget, safe_name: SafeName = name_by_date) -> None:
        """Opens dialogs over the window of `owner`."""
        super().__init__(owner)
        self._owner = owner
        self._safe_name = safe_name
        self._folder: Path | None = None
        self.dialog: QFileDialog | None = None

    def suggested_name(self, item: MediaItem) -> str:
        """Returns a file name for an item, made of its prompt."""
        suffix = PurePosixPath(item.file).suffix.lower()
        number = f" {item.position + 1}" if item.position else ""
        return self._safe_name(item.prompt, f"{number}{suffix}")

    def ask(self, item: MediaItem) -> None:
        """Asks where to save a copy; ends in `chosen`, or in nothing."""
        if self.dialog is not None:
            self.dialog.raise_()
            return
        suffix = PurePosixPath(item.file).suffix.lower()
        title = (
            self.tr("Save a copy of the video")
            if item.kind is MediaKind.VIDEO
            else self.tr("Save a copy of the picture")
        )
        dialog = QFileDialog(self._owner.window(), title, str(self._start(item)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        if suffix:
            dialog.setNameFilters([f"{suffix[1:].upper()} (*{suffix})", self.tr("All files") + " (*)"])
            dialog.setDefaultSuffix(suffix[1:])
        dialog.selectFile(self.suggested_name(item))
        dialog.fileSelected.connect(lambda name: self._take(item, name))
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _start(self, item: MediaItem) -> Path:
        if self._folder is not None and self._folder.is_dir():
            return self._folder
        places = QStandardPaths.StandardLocation
        video = item.kind is MediaKind.VIDEO
        place = QStandardPaths.writableLocation(places.MoviesLocation if video else places.PicturesLocation)
        return Path(place or ".")

    def _take(self, item: MediaItem, name: str) -> None:
        if name:
            target = Path(name)
            self._folder = target.parent
            self.chosen.emit(item, target)

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
