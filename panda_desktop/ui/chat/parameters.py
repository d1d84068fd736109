"""The panel with system prompt and sampling parameters of the open chat.

Promise: a value is in force as soon as it is right; a wrong one stays visible with the range it must have,
and is never sent.
"""

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.chat import Conversation, Parameters
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.ui.chat.parameters_words import Reader, fits, read_float, read_whole, shown_number
from panda_desktop.ui.kit import Button, Label, Popover, SectionLabel, TextArea, TextField, announce
from panda_desktop.ui.sentences import Sentences
from panda_desktop.ui.theme import look

_PAUSE_MS: Final = 250
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


class ParametersPanel(Popover):
    """The open panel.

    Attributes:
        prompt: the system prompt.
        rows: the numbers by the name of their field in `Parameters`.

    Signals:
        changed(str, object): system prompt and `Parameters` that shall be in force.
    """

    changed = Signal(str, object)

    def __init__(self, parent: QWidget, conversation: Conversation) -> None:
        """Shows what is set for `conversation`."""
        super().__init__(parent)
        self.conversation_id = conversation.id
        self._sentences = Sentences(self)
        self._parameters = conversation.parameters
        self._told = (conversation.system_prompt, conversation.parameters)
        self.prompt = TextArea(
            self.tr("System prompt"),
            placeholder=self.tr("How the model should behave in this chat"),
            lines=(3, 8),
        )
        self._too_long = Label("", "danger", wrap=True)
        self._too_long.hide()
        self.rows = self._make_rows()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self._build()
        self._fill(conversation.system_prompt, conversation.parameters)
        self.prompt.textChanged.connect(self._prompt_changed)
        self.prompt.oversized_paste.connect(self._refuse_paste)
        self.prompt.height_changed.connect(self.adjustSize)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tells what was typed last."""
        if self._pause.isActive():
            self._tell()
        super().hideEvent(event)

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
            row.changed.connect(self._numbers_changed)
        return rows

    def _build(self) -> None:
        self.content.setContentsMargins(16, 14, 16, 12)
        self.content.setSpacing(6)
        self.content.addWidget(SectionLabel(self.tr("System prompt"), self.prompt))
        self.content.addWidget(self.prompt)
        self.content.addWidget(self._too_long)
        self.content.addSpacing(8)
        for row in self.rows.values():
            self.content.addWidget(row)
            self.content.addSpacing(6)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(Label(self.tr("What is empty is not sent."), "small", wrap=True), 1)
        self.clear = Button(self.tr("Clear all"), "quiet", small=True)
        self.clear.clicked.connect(lambda _checked=False: self._clear())
        foot.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignRight)
        self.content.addLayout(foot)
        self.setFixedWidth(look().pixels(360))

    def _fill(self, prompt: str, parameters: Parameters) -> None:
        self.prompt.show_text(prompt)
        for name, row in self.rows.items():
            value = getattr(parameters, name)
            row.field.setText(str(value) if name == "max_tokens" and value else shown_number(value))
            row.set_wrong("")

    def _clear(self) -> None:
        self._parameters = Parameters()
        self._fill("", self._parameters)
        self._tell()

    def _prompt_changed(self) -> None:
        self._too_long.hide()
        self._pause.start()

    def _refuse_paste(self) -> None:
        self._too_long.setText(self.tr("That is too long for a system prompt, so nothing was pasted."))
        self._too_long.show()
        announce(self.prompt, self._too_long.text())
        self.adjustSize()

    def _numbers_changed(self) -> None:
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
        self.adjustSize()
        self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        wanted = (self.prompt.text().strip(), self._parameters)
        if wanted != self._told:
            self._told = wanted
            self.changed.emit(*wanted)
