"""The panel in which something gets its name.

Promise: nothing changes before it is confirmed, and a name is one line of a length that can be kept.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from panda_desktop.domain.folders import NAME_LENGTH
from panda_desktop.ui.kit.buttons import Button, PrimaryButton
from panda_desktop.ui.kit.fields import TextField
from panda_desktop.ui.kit.labels import Label
from panda_desktop.ui.kit.popover import Popover
from panda_desktop.ui.theme import look

_WIDTH: Final = 300


@dataclass(frozen=True, slots=True)
class NameWords:
    """What the panel says: `title` above, `field` to a screen reader, `note` under the field where there is
    one, `confirm` on the button that takes the name.
    """

    title: str
    field: str
    confirm: str
    note: str = ""


class NamePanel(Popover):
    """A name for something.

    Attributes:
        name: the field of the name.
        save: confirms.

    Signals:
        named(str): the name was confirmed; it is not empty.
    """

    named = Signal(str)

    def __init__(self, parent: QWidget, words: NameWords, name: str = "") -> None:
        """Asks for a name, with `name` to begin with."""
        super().__init__(parent)
        self.setAccessibleName(words.title)
        self.name = TextField(words.field, placeholder=self.tr("Name"))
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setText(name)
        self.name.selectAll()
        self.save = PrimaryButton(words.confirm)
        cancel = Button(self.tr("Cancel"), tip=self.tr("Cancel (Escape)"))
        self.content.setContentsMargins(16, 14, 16, 14)
        self.content.setSpacing(10)
        self.content.addWidget(Label(words.title, "strong", wrap=True))
        self.content.addWidget(self.name)
        if words.note:
            self.content.addWidget(Label(words.note, "small", wrap=True))
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
