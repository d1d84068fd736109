"""The form in which a key is entered, tested and answered for.

Promise: text that cannot be a key is refused here, in words, and goes nowhere.
"""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.account import Balance
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.secret import parse_key
from panda_desktop.ui.kit import Label, PrimaryButton, Spinner, announce
from panda_desktop.ui.sentences import Sentences
from panda_desktop.ui.settings.secret_field import SecretField
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import money

_STACK_BELOW: Final = 360


class KeyForm(QWidget):
    """Field, button, and the result in words beneath.

    Signals:
        key_entered(object): an `ApiKey` to be tested and stored.
    """

    key_entered = Signal(object)

    def __init__(self, action: str, *, parent: QWidget | None = None) -> None:
        """Makes an empty form; `action` are the words on its button."""
        super().__init__(parent)
        self._sentences = Sentences(self)
        self.field = SecretField(self.tr("Key"), placeholder=self.tr("Paste your key, sk-…"))
        self.button = PrimaryButton(action)
        self._spinner = Spinner(self.tr("Testing the key"))
        self._spinner.hide()
        self._result = Label("", "small", wrap=True)
        self._result.set_selectable()
        self._result.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.button)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._spinner)
        below.addWidget(self._result, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._row)
        column.addLayout(below)
        self.button.clicked.connect(lambda _checked=False: self._submit())
        self.field.submitted.connect(self._submit)
        self.field.changed.connect(self._forgive)
        self.setFocusProxy(self.field)

    def set_testing(self) -> None:
        """Shows that the key is being tested; a second one cannot be entered meanwhile."""
        self.button.setEnabled(False)
        self._spinner.show()
        self._say(self.tr("Testing the key…"), "small")

    def set_works(self, balance: Balance | None) -> None:
        """Says that the key works, with the balance when it is known."""
        self._done()
        self.field.clear()
        if balance is None or balance.amount is None:
            self._say(self.tr("The key works. The balance is not known."), "accent")
            return
        amount = money(balance.amount, balance.currency)
        self._say(self.tr("The key works. Balance: {amount}").format(amount=amount), "accent")

    def set_failed(self, error: PandaError) -> None:
        """Says why the key could not be used, with the next step."""
        self._done()
        self._say(self._sentences.about(error).text, "danger")

    def result(self) -> str:
        """Returns the words shown beneath the field."""
        return "" if self._result.isHidden() else self._result.text()

    def clear_result(self) -> None:
        """Takes the words beneath the field away."""
        self._result.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the button under the field where both do not fit."""
        super().resizeEvent(event)
        narrow = self.width() < look().pixels(_STACK_BELOW)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the stacked form can be."""
        return QSize(look().pixels(140), super().minimumSizeHint().height())

    def _submit(self) -> None:
        if not self.button.isEnabled():
            return
        try:
            key = parse_key(self.field.text())
        except PandaError as error:
            words = self._sentences.about(error).text
            self.field.field.set_invalid(True, words)
            self._say(words, "danger")
            return
        self.set_testing()
        self.key_entered.emit(key)

    def _forgive(self) -> None:
        self.field.field.set_invalid(False)
        if self.button.isEnabled() and self.field.text():
            self._result.hide()

    def _done(self) -> None:
        self.button.setEnabled(True)
        self._spinner.hide()

    def _say(self, words: str, role: str) -> None:
        self._result.set_role(role)
        self._result.setText(words)
        self._result.show()
        announce(self, words, urgent=role == "danger")
