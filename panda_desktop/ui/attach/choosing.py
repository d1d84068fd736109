"""The system's dialog in which files are chosen.

Promise: one at a time, and nothing waits for it.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget


class FileChoice(QObject):
    """Opens the dialog over the window of `owner`.

    Attributes:
        dialog: the one that is open.

    Signals:
        chosen(object): a tuple of `Path`.
    """

    chosen = Signal(object)

    def __init__(self, owner: QWidget) -> None:
        """Opens nothing yet."""
        super().__init__(owner)
        self._owner = owner
        self._folder = ""
        self.dialog: QFileDialog | None = None

    def open(self) -> None:
        """Asks for files; does nothing while it asks already."""
        if self.dialog is not None:
            self.dialog.raise_()
            return
        dialog = QFileDialog(self._owner.window(), self.tr("Attach files"), self._folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("All files") + " (*)",
                self.tr("Pictures") + " (*.png *.jpg *.jpeg *.webp *.gif)",
                self.tr("Text files") + " (*.txt *.md *.csv *.json *.log *.py *.js *.ts *.html *.xml *.yaml)",
            ]
        )
        dialog.filesSelected.connect(self._take)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _take(self, names: list[str]) -> None:
        paths = tuple(Path(name) for name in names if name)
        if paths:
            self._folder = str(paths[0].parent)
            self.chosen.emit(paths)

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
