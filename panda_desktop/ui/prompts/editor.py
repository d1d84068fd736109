"""The form in which one prompt is written.

Promise: nothing changes before it is saved, and what was written and not saved stays in the form.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.domain.folders import NAME_LENGTH
from panda_desktop.domain.prompts import Prompt, variables_of
from panda_desktop.ui.kit import (
    Button,
    FlowLayout,
    Label,
    PrimaryButton,
    SectionLabel,
    TextArea,
    TextField,
    announce,
)
from panda_desktop.ui.prompts.highlighter import VariableHighlighter
from panda_desktop.ui.wording import listed

_LINES: Final = (6, 14)
_SHOWN: Final = 8


class PromptEditor(QWidget):
    """The form.

    Attributes:
        name, text: the fields.
        save, use, duplicate, delete: the buttons.

    Signals:
        saved(str, str, str): the prompt with this id (empty for a new one) shall have this name and text.
        use_wanted(str), duplicate_wanted(str), delete_wanted(str): of the prompt with this id.
        left: Escape was hit.
    """

    saved = Signal(str, str, str)
    use_wanted = Signal(str)
    duplicate_wanted = Signal(str)
    delete_wanted = Signal(str)
    left = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Holds a new, empty prompt."""
        super().__init__(parent)
        self._prompt: Prompt | None = None
        self._stored = ("", "")
        self.name = TextField(self.tr("Name of the prompt"), placeholder=self.tr("Name"))
        self.name.setMaxLength(NAME_LENGTH)
        self.text = TextArea(
            self.tr("Text of the prompt"),
            placeholder=self.tr("What shall be asked, with {{name}} where something is to be filled in"),
            lines=_LINES,
        )
        self._highlighter = VariableHighlighter(self.text.document())
        self._variables = Label("", "small", wrap=True)
        self._wrong = Label("", "danger", wrap=True)
        self._wrong.hide()
        self.save = PrimaryButton(self.tr("Save"), tip=self.tr("Save (Ctrl+Enter)"))
        self.use = Button(self.tr("Insert"), icon_name="return", tip=self.tr("Insert into the message"))
        self.duplicate = Button(self.tr("Duplicate"), icon_name="copy")
        self.delete = Button(self.tr("Delete"), "danger", icon_name="trash")
        self._build()
        self._join()
        self._check()

    @property
    def prompt_id(self) -> str:
        """The prompt that is edited; empty for a new one."""
        return self._prompt.id if self._prompt is not None else ""

    def begin(self, name: str = "", text: str = "") -> None:
        """Begins a new prompt."""
        self._prompt = None
        self._fill(name, text, ("", ""))

    def show_prompt(self, prompt: Prompt) -> None:
        """Shows a prompt; one that is shown already keeps what was written and not saved."""
        is_new = self._prompt is None and self._stored == (prompt.name, prompt.text)  # saved just now
        same = is_new or (self._prompt is not None and self._prompt.id == prompt.id)
        unsaved = same and self.is_changed()
        self._prompt = prompt
        if unsaved and self._values() != (prompt.name, prompt.text):
            self._stored = (prompt.name, prompt.text)
            self._check()
        elif not same or self._values() != (prompt.name, prompt.text):
            self._fill(prompt.name, prompt.text, (prompt.name, prompt.text))
        else:
            self._stored = (prompt.name, prompt.text)
            self._check()

    def is_changed(self) -> bool:
        """Whether something was written that is not saved."""
        return self._values() != self._stored

    def try_save(self, *, quietly: bool = False) -> bool:
        """Saves what was changed; returns False, and says why unless `quietly`, when it cannot be saved."""
        if not self.is_changed():
            return True
        name, text = self._values()
        if self._prompt is None and (self._stored != ("", "") or (not name and not text.strip())):
            return True  # it is being stored already, or there is nothing of it
        wrong = ""
        if not name:
            wrong = self.tr("Give the prompt a name first.")
        elif not text.strip():
            wrong = self.tr("Write the text of the prompt first.")
        if wrong and quietly:
            return False
        self._say(wrong)
        if wrong:
            (self.text if name else self.name).setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self._stored = (name, text)
        self.saved.emit(self.prompt_id, name, text)
        self._check()
        return True

    def not_saved(self) -> None:
        """Takes back that it was saved: it could not be stored."""
        self._stored = (self._prompt.name, self._prompt.text) if self._prompt is not None else ("", "")
        self._check()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _values(self) -> tuple[str, str]:
        return " ".join(self.name.text().split()), self.text.text()

    def _fill(self, name: str, text: str, stored: tuple[str, str]) -> None:
        self.name.setText(name)
        self.text.show_text(text)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)  # its beginning is seen
        self._stored = stored
        self._say("")
        self._check()

    def _say(self, wrong: str) -> None:
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self.name.set_invalid(bool(wrong) and not self._values()[0], wrong)
        self.text.set_invalid(bool(wrong) and not self._values()[1].strip(), wrong)
        if wrong:
            announce(self, wrong)

    def _check(self) -> None:
        known = self._prompt is not None
        for button in (self.use, self.duplicate, self.delete):
            button.setVisible(known)
        self.save.setEnabled(self.is_changed())
        if not self._wrong.isHidden() and all(part.strip() for part in self._values()):
            self._say("")
        names = variables_of(self.text.text())
        if names:
            shown = listed(names[:_SHOWN]) + ("…" if len(names) > _SHOWN else "")
            self._variables.setText(self.tr("Will be asked for: {names}").format(names=shown))
        else:
            words = self.tr("Write {{language}} or any other name where something is to be filled in.")
            self._variables.setText(words)

    def _refuse_paste(self) -> None:
        self._say(self.tr("That is too long for a prompt, so nothing was pasted."))

    def _join(self) -> None:
        self.name.textChanged.connect(lambda _text: self._check())
        self.text.textChanged.connect(self._check)
        self.text.submitted.connect(lambda: self.try_save())
        self.text.oversized_paste.connect(lambda _text: self._refuse_paste())
        self.name.returnPressed.connect(lambda: self.text.setFocus(Qt.FocusReason.TabFocusReason))
        self.save.clicked.connect(lambda _checked=False: self.try_save())
        self.use.clicked.connect(lambda _checked=False: self.use_wanted.emit(self.prompt_id))
        self.duplicate.clicked.connect(lambda _checked=False: self.duplicate_wanted.emit(self.prompt_id))
        self.delete.clicked.connect(lambda _checked=False: self.delete_wanted.emit(self.prompt_id))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionLabel(self.tr("Name"), self.name))
        column.addWidget(self.name)
        column.addSpacing(4)
        column.addWidget(SectionLabel(self.tr("Text"), self.text))
        column.addWidget(self.text)
        column.addWidget(self._variables)
        column.addWidget(self._wrong)
        column.addSpacing(4)
        foot = FlowLayout(gap=8)
        for button in (self.save, self.use, self.duplicate, self.delete):
            foot.addWidget(button)
        column.addLayout(foot)
        column.addStretch(1)
