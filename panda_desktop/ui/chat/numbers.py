"""The sampling parameters as fields: one row for each, with the range it must have.

Promise: a value is in force as soon as it is right; a wrong one stays visible and is never told.
"""

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.chat import Parameters
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.ui.chat.parameters_words import Reader, fits, read_float, read_whole, shown_number
from panda_desktop.ui.kit import Label, TextField, announce
from panda_desktop.ui.sentences import Sentences
from panda_desktop.ui.theme import look

_LONGEST_NUMBER: Final = 12


class NumberRow(QWidget):
    """One number: its name, a field, and a sentence under both.

    Signals:
        changed: what the field holds is another text.
    """

    changed = Signal()

    def __init__(self, name: str, note: str, placeholder: str) -> None:
        """Makes an empty row; `note` is said while the value is right."""
        super().__init__()
        self._note = note
        self.field = TextField(name, placeholder=placeholder)
        self.field.setMaxLength(_LONGEST_NUMBER)
        self.field.setFixedWidth(look().pixels(112))
        self.field.setAccessibleDescription(note)
        self.sentence = Label(note, "small", wrap=True)
        label = Label(name)
        label.setBuddy(self.field)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label, 1)
        row.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.sentence)
        self.field.textEdited.connect(lambda _text: self.changed.emit())

    def set_wrong(self, sentence: str) -> None:
        """Says what is wrong; an empty sentence says that nothing is."""
        self.field.set_invalid(bool(sentence))
        self.field.setAccessibleDescription(sentence or self._note)
        if sentence and self.sentence.text() != sentence:
            announce(self.field, sentence)
        self.sentence.set_role("danger" if sentence else "small")
        self.sentence.setText(sentence or self._note)


class NumbersForm(QWidget):
    """All rows.

    Attributes:
        rows: the numbers by the name of their field in `Parameters`.

    Signals:
        edited: a field holds another text; `parameters` may differ.
    """

    edited = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Shows that nothing is set."""
        super().__init__(parent)
        self._sentences = Sentences(self)
        self._parameters = Parameters()
        self.rows = self._make_rows()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for row in self.rows.values():
            column.addWidget(row)

    @property
    def parameters(self) -> Parameters:
        """What is in force: the last right value of each field."""
        return self._parameters

    def show_parameters(self, parameters: Parameters) -> None:
        """Shows what is set."""
        self._parameters = parameters
        for name, row in self.rows.items():
            value = getattr(parameters, name)
            row.field.setText(str(value) if name == "max_tokens" and value else shown_number(value))
            row.set_wrong("")

    def _make_rows(self) -> dict[str, NumberRow]:
        unset = self.tr("Not sent")
        rows = {
            "temperature": NumberRow(
                self.tr("Temperature"), self.tr("0 to 2: low is steady, high is inventive."), unset
            ),
            "top_p": NumberRow(
                self.tr("Top P"), self.tr("0 to 1: how many of the likely words are considered."), unset
            ),
            "max_tokens": NumberRow(
                self.tr("Most tokens"), self.tr("How long an answer may get; 1 or more."), unset
            ),
        }
        for row in rows.values():
            row.changed.connect(self._edited)
        return rows

    def _edited(self) -> None:
        """Takes every number that is right; a wrong one leaves the last right one in force."""
        for name, row in self.rows.items():
            read: Reader = read_whole if name == "max_tokens" else read_float
            wrong: PandaError | None = PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param=name))
            tried = self._parameters
            try:
                changed: dict[str, Any] = {name: read(row.field.text())}
                tried = replace(self._parameters, **changed)
            except ValueError:
                pass
            else:
                wrong = fits(tried)
            if wrong is None:
                self._parameters = tried
            row.set_wrong("" if wrong is None else self._sentences.about(wrong).text)
        for row in self.rows.values():
            row.updateGeometry()  # its sentence may take more lines now
        self.updateGeometry()
        self.edited.emit()
