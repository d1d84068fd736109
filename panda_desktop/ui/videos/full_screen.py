"""The player on the whole screen.

Promise: Escape, F, a double click and closing the window all lead back, with the video where it is.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.ui.theme import DARK
from panda_desktop.ui.videos.stage import Stage


class FullScreen(QWidget):
    """A window for the stage alone.

    Signals:
        left: the window was closed.
    """

    left = Signal()

    def __init__(self, stage: Stage, owner: QWidget) -> None:
        """Takes the stage; `give_back` returns it."""
        super().__init__(owner, Qt.WindowType.Window)
        self._stage = stage
        self.setWindowTitle(self.tr("Video"))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(DARK.code))
        self.setPalette(palette)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(stage)

    def open(self) -> None:
        """Shows it, on the screen the program is on."""
        self._stage.set_full_screen(True)
        self.showFullScreen()
        self.activateWindow()
        self._stage.surface.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_back(self) -> Stage:
        """Returns the stage and goes."""
        layout = self.layout()
        assert layout is not None
        layout.removeWidget(self._stage)
        self._stage.set_full_screen(False)
        self.hide()
        self.deleteLater()
        return self._stage

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leads back instead of taking the stage along."""
        event.ignore()
        self.left.emit()
