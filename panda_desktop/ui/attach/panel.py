"""What stands above the text of the composer: the files, and a line when the model cannot see pictures.

Promise: it takes no room while there is nothing to show.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from panda_desktop.ui.attach.tray import AttachmentTray
from panda_desktop.ui.kit import Button, Label, announce
from panda_desktop.ui.theme import look

_NARROW: Final = 420


class AttachedPanel(QWidget):
    """The panel.

    Attributes:
        tray: the files.
        choose_model: leads to another model; seen with the line.

    Signals:
        model_wanted: another model shall be chosen.
    """

    model_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes it empty and hidden."""
        super().__init__(parent)
        self.tray = AttachmentTray()
        self._words = Label("", "warning", wrap=True)
        self.choose_model = Button(self.tr("Choose another model"), small=True)
        self.choose_model.clicked.connect(lambda _checked=False: self.model_wanted.emit())
        self._line = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._line)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.choose_model, 0, Qt.AlignmentFlag.AlignLeft)
        self._line.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 0, 2)
        column.setSpacing(8)
        column.addWidget(self._line)
        column.addWidget(self.tray)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the button below the words where there is little room."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        narrow = self.width() < look().pixels(_NARROW)
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def show_unseen(self, model: str) -> None:
        """Says that this model cannot see the pictures; empty when it can, or nobody knows."""
        words = ""
        if model:
            words = self.tr("{model} cannot see pictures. Choose another model, or take them out.").format(
                model=model
            )
        if words and words != self._words.text():
            announce(self, words)
        self._words.setText(words)
        self._line.setVisible(bool(words))

    def unseen(self) -> str:
        """Returns what the line says; empty when it is not shown."""
        return self._words.text()
