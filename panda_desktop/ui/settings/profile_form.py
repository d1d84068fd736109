"""The form that makes a profile, and the panel that renames one.

Promise: nothing is made before it is confirmed, and what cannot be made is said beside its field.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.account import OFFICIAL_BASE_URL
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.profiles import NAME_LENGTH
from panda_desktop.ui.kit import (
    Button,
    FlowLayout,
    Label,
    Popover,
    PrimaryButton,
    SectionLabel,
    SegmentedChoice,
    TextField,
    announce,
)
from panda_desktop.ui.sentences import Sentences
from panda_desktop.ui.theme import look

_OFFICIAL: Final = "official"
_OTHER: Final = "other"
_WIDTH: Final = 300


class ProfileForm(QWidget):
    """Name and gateway of a new profile.

    Signals:
        wanted(str, str): a profile of this name at this address shall be made; empty for Panda World's own.
        cancelled: the person wants none.
    """

    wanted = Signal(str, str)
    cancelled = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes an empty form."""
        super().__init__(parent)
        self._sentences = Sentences(self)
        self.name = TextField(self.tr("Name of the profile"), placeholder=self.tr("Work, Personal…"))
        self.name.setMaxLength(NAME_LENGTH)
        self.gateway = SegmentedChoice(
            self.tr("Gateway"), [(_OFFICIAL, self.tr("Panda World")), (_OTHER, self.tr("Other address"))]
        )
        self.gateway.set_value(_OFFICIAL)
        self.address = TextField(self.tr("Address of the gateway"), placeholder=OFFICIAL_BASE_URL, mono=True)
        self.address.hide()
        self.add = PrimaryButton(self.tr("Add profile"))
        self.cancel = Button(self.tr("Cancel"), tip=self.tr("Make no profile"))
        self._result = Label("", "danger", wrap=True)
        self._result.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(SectionLabel(self.tr("New profile"), self.name))
        column.addWidget(self.name)
        column.addWidget(self.gateway)
        column.addWidget(self.address)
        column.addWidget(self._result)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        flow.addWidget(self.add)
        flow.addWidget(self.cancel)
        column.addWidget(buttons)
        self.gateway.chosen.connect(self._choose)
        self.name.textChanged.connect(lambda _text: self._forgive())
        self.address.textChanged.connect(lambda _text: self._forgive())
        self.name.returnPressed.connect(self._send)
        self.address.returnPressed.connect(self._send)
        self.add.clicked.connect(lambda _checked=False: self._send())
        self.cancel.clicked.connect(lambda _checked=False: self.cancelled.emit())
        self.setFocusProxy(self.name)
        self._forgive()

    def clear(self) -> None:
        """Empties the form."""
        self.name.clear()
        self.address.clear()
        self.gateway.set_value(_OFFICIAL)
        self.address.hide()

    def set_failed(self, error: PandaError) -> None:
        """Says why it was not made."""
        words = self._sentences.about(error).text
        self.address.set_invalid(error.detail.param == "base_url", words)
        self._result.setText(words)
        self._result.show()
        announce(self, words, urgent=True)

    def _choose(self, choice: str) -> None:
        self.address.setVisible(choice == _OTHER)
        self._forgive()
        if choice == _OTHER:
            self.address.setFocus()

    def _forgive(self) -> None:
        self.address.set_invalid(False)
        self._result.hide()
        has_address = self.gateway.value() == _OFFICIAL or bool(self.address.text().strip())
        self.add.setEnabled(bool(self.name.text().strip()) and has_address)

    def _send(self) -> None:
        if self.add.isEnabled():
            official = self.gateway.value() == _OFFICIAL
            self.wanted.emit(self.name.text(), "" if official else self.address.text().strip())


class RenamePanel(Popover):
    """Another name for a profile.

    Signals:
        named(str): the name was confirmed.
    """

    named = Signal(str)

    def __init__(self, parent: QWidget, name: str) -> None:
        """Begins with `name`."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Rename the profile"))
        self.name = TextField(self.tr("Name of the profile"))
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setText(name)
        self.name.selectAll()
        self.save = PrimaryButton(self.tr("Rename"))
        self.content.setContentsMargins(16, 14, 16, 14)
        self.content.addWidget(Label(self.tr("Rename the profile"), "strong"))
        self.content.addWidget(self.name)
        answers = QHBoxLayout()
        answers.addStretch(1)
        answers.addWidget(self.save)
        self.content.addLayout(answers)
        self.setFixedWidth(min(look().pixels(_WIDTH), max(260, parent.window().width() - 16)))
        self.name.returnPressed.connect(self._save)
        self.name.textChanged.connect(lambda text: self.save.setEnabled(bool(text.strip())))
        self.save.clicked.connect(lambda _checked=False: self._save())
        self.save.setEnabled(bool(name.strip()))
        self.closed.connect(self.deleteLater)
        self.name.setFocus()

    def _save(self) -> None:
        name = self.name.text().strip()
        if name:
            self.close()
            self.named.emit(name)
