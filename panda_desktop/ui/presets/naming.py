"""The panel in which a preset gets its name.

Promise: nothing changes before it is confirmed, and a name is one line of a length that can be kept.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from panda_desktop.domain.folders import NAME_LENGTH
from panda_desktop.ui.kit import Button, Label, Popover, PrimaryButton, TextField
from panda_desktop.ui.theme import look

_WIDTH: Final = 300


class NamePanel(Popover):
    """A name for a preset.

    Attributes:
        name: the field of the name.
        save: confirms.

    Signals:
        named(str): the name was confirmed.
    """

    named = Signal(str)

    def __init__(self, parent: QWidget, title: str, name: str = "", note: str = "") -> None:
        """Asks under `title`, with `name` to begin with and `note` said under the field."""
        super().__init__(parent)
        self.setAccessibleName(title)
        self.name = TextField(self.tr("Name of the preset"), placeholder=self.tr("Name"))
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setText(name)
        self.name.selectAll()
        self.save = PrimaryButton(self.tr("Save"))
        cancel = Button(self.tr("Cancel"), tip=self.tr("Cancel (Escape)"))
        self.content.setContentsMargins(16, 14, 16, 14)
        self.content.setSpacing(10)
        self.content.addWidget(Label(title, "strong", wrap=True))
        self.content.addWidget(self.name)
        if note:
            self.content.addWidget(Label(note, "small", wrap=True))
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
        if not name:
            return
        self.close()
        self.named.emit(name)
