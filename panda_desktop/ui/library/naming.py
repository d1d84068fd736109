"""The panel in which a board gets its name.

Promise: nothing changes before it is confirmed.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from panda_desktop.domain.folders import NAME_LENGTH
from panda_desktop.ui.kit import Button, Label, Popover, PrimaryButton, TextField
from panda_desktop.ui.theme import look

_WIDTH: Final = 300


class BoardNamePanel(Popover):
    """A name for a board.

    Attributes:
        name: the field of the name.
        save: confirms.

    Signals:
        named(str): the name was confirmed.
    """

    named = Signal(str)

    def __init__(self, parent: QWidget, name: str = "") -> None:
        """Asks for the name of a new board, or for another one instead of `name`."""
        super().__init__(parent)
        title = self.tr("Rename the board") if name else self.tr("New board")
        self.setAccessibleName(title)
        self.name = TextField(self.tr("Name of the board"), placeholder=self.tr("Name"))
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setText(name)
        self.name.selectAll()
        self.save = PrimaryButton(self.tr("Save") if name else self.tr("Create"))
        cancel = Button(self.tr("Cancel"), tip=self.tr("Cancel (Escape)"))
        self.content.setContentsMargins(16, 14, 16, 14)
        self.content.setSpacing(10)
        self.content.addWidget(Label(title, "strong"))
        self.content.addWidget(self.name)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addStretch(1)
        answers.addWidget(cancel)
        answers.addWidget(self.save)
        self.content.addLayout(answers)
        self.setFixedWidth(min(look().pixels(_WIDTH), max(260, parent.window().width() - 16)))
        self.name.returnPressed.connect(self._save)
        self.name.textChanged.connect(lambda _text: self._check())
        self.save.clicked.connect(lambda _checked=False: self._save())
        cancel.clicked.connect(lambda _checked=False: self.close())
        self.closed.connect(self.deleteLater)
        self._check()
        self.name.setFocus()

    def _check(self) -> None:
        self.save.setEnabled(bool(self.name.text().strip()))

    def _save(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self.close()
            self.named.emit(name)
