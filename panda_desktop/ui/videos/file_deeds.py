"""What is done with the file of a video: a copy elsewhere, another program, the folder, the clipboard.

Promise: the library's own file is never moved or changed; no file name leaves the folder that was chosen.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QProcess, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from panda_desktop.domain.media import MediaItem
from panda_desktop.storage.names import safe_name
from panda_desktop.viewmodels.library import LibraryList


class FileDeeds:
    """The deeds; dialogs belong to `owner`."""

    def __init__(self, owner: QWidget, library: LibraryList) -> None:
        """Opens nothing yet."""
        self._owner = owner
        self._library = library
        self._folder = ""

    def save(self, item: MediaItem) -> QFileDialog:
        """Opens the choice of a place for a copy."""
        path = self._library.path_of(item)
        title = QCoreApplication.translate("FileDeeds", "Save the video")
        dialog = QFileDialog(self._owner, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        suffix = path.suffix or ".mp4"
        dialog.setNameFilters([f"*{suffix}", "*"])
        dialog.setDefaultSuffix(suffix[1:])
        movies = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation)
        dialog.setDirectory(self._folder or movies)
        dialog.selectFile(safe_name(item.prompt[:80], suffix))
        dialog.fileSelected.connect(lambda name: self._save(item, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def open(self, item: MediaItem) -> None:
        """Opens it with the player of the system."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._library.path_of(item))))

    def reveal(self, item: MediaItem) -> None:
        """Shows it in the file manager."""
        reveal(self._library.path_of(item))

    def copy(self, item: MediaItem) -> None:
        """Puts the file on the clipboard, to be pasted into a folder or a message."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(self._library.path_of(item)))])
        QGuiApplication.clipboard().setMimeData(mime)

    def _save(self, item: MediaItem, target: Path) -> None:
        self._folder = str(target.parent)
        self._library.save_copy(item, target)


def reveal(path: Path) -> None:
    """Shows a file in the file manager, marked where the system can."""
    if sys.platform == "win32":
        QProcess.startDetached("explorer.exe", [f"/select,{path}"])
    elif sys.platform == "darwin":
        QProcess.startDetached("open", ["-R", str(path)])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
