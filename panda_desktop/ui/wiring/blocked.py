"""The window that says why the program cannot start.

Promise: it changes nothing and offers the folder in question.
"""

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from panda_desktop.domain.errors import PandaError
from panda_desktop.ui.icons import app_icon
from panda_desktop.ui.kit import EmptyState
from panda_desktop.ui.sentences import Sentences
from panda_desktop.ui.wiring.settings import open_folder


class BlockedWindow(QMainWindow):
    """One sentence and its next step.

    Signals:
        closing: the window closes.
    """

    closing = Signal()

    def __init__(self, error: PandaError, folder: Path) -> None:
        """Says what `error` means; `folder` is the data folder."""
        super().__init__()
        self.setWindowTitle(self.tr("Panda Desktop"))
        self.setWindowIcon(app_icon())
        self.resize(QSize(560, 360))
        state = EmptyState(
            "warning",
            self.tr("Panda Desktop cannot start"),
            Sentences(self).about(error).text,
            action=self.tr("Open the data folder"),
            second_action=self.tr("Quit"),
        )
        state.acted.connect(lambda: open_folder(folder))
        state.acted_second.connect(self.close)
        self.setCentralWidget(state)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tells that the window closes."""
        super().closeEvent(event)
        self.closing.emit()
