"""The system's dialogs: where to, and which file.

Promise: one at a time, and nothing waits for it; the dialog asks before anything is replaced.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

Take = Callable[[Path], object]


class ExchangeDialogs(QObject):
    """Opens dialogs over the window of `owner`.

    Attributes:
        dialog: the one that is open.
    """

    def __init__(self, owner: QWidget) -> None:
        """Opens nothing yet."""
        super().__init__(owner)
        self._owner = owner
        self._folder: Path | None = None
        self.dialog: QFileDialog | None = None

    def ask_target(self, name: str, take: Take) -> None:
        """Asks for a file to write; `name` is suggested and says what it is."""
        suffix = Path(name).suffix
        dialog = self._made(self.tr("Export to"))
        if dialog is None:
            return
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([f"{suffix[1:].upper()} (*{suffix})", self.tr("All files") + " (*)"])
        dialog.setDefaultSuffix(suffix[1:])
        dialog.selectFile(name)
        self._open(dialog, take)

    def ask_folder(self, take: Take) -> None:
        """Asks for a folder to make files in."""
        dialog = self._made(self.tr("Export into"))
        if dialog is None:
            return
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog, take)

    def ask_source(self, suffixes: Sequence[str], take: Take) -> None:
        """Asks for a file to read."""
        dialog = self._made(self.tr("Import chats from"))
        if dialog is None:
            return
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{suffix}" for suffix in suffixes)
        dialog.setNameFilters([self.tr("Exported chats") + f" ({patterns})", self.tr("All files") + " (*)"])
        self._open(dialog, take)

    def _made(self, title: str) -> QFileDialog | None:
        """Makes a dialog; None while one is open, which is shown then."""
        if self.dialog is not None:
            self.dialog.raise_()
            return None
        return QFileDialog(self._owner.window(), title, str(self._start()))

    def _open(self, dialog: QFileDialog, take: Take) -> None:
        dialog.fileSelected.connect(lambda name: self._take(name, take))
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _start(self) -> Path:
        if self._folder is not None and self._folder.is_dir():
            return self._folder
        places = QStandardPaths.StandardLocation
        return Path(QStandardPaths.writableLocation(places.DocumentsLocation) or ".")

    def _take(self, name: str, take: Take) -> None:
        if name:
            chosen = Path(name)
            self._folder = chosen.parent
            take(chosen)

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
