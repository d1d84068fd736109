"""Parts of a job card that are there only sometimes: a question before a costly step, and the raw answer.

Promise: a costly step takes two deliberate presses, which a double click is not; an answer is plain text of a
length that cannot stop the window.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.jobs import RawAnswer
from panda_desktop.ui.kit import Button, FlowLayout, Label, TextArea
from panda_desktop.ui.numerals import counted

ANSWER_LIMIT: Final = 20_000
"""Characters of an answer that are shown; all of it can be copied."""
_LINE: Final = 1_000


class SingleButton(Button):
    """A button that the second press of a double click does not press."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Takes the press and does nothing."""
        event.accept()


class Question(QWidget):
    """A sentence with two buttons.

    Signals:
        answered(bool): whether to do it.
    """

    answered = Signal(bool)

    def __init__(self, words: str, yes: str, no: str, *, parent: QWidget | None = None) -> None:
        """Asks."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        label = Label(words, "warning", wrap=True)
        column.addWidget(label)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        self.no = SingleButton(no, small=True)
        self.yes = SingleButton(yes, "danger", small=True)
        flow.addWidget(self.no)
        flow.addWidget(self.yes)
        column.addWidget(buttons)
        self.setAccessibleName(words)
        self.yes.setAccessibleDescription(words)
        self.no.setAccessibleDescription(words)
        self.yes.clicked.connect(lambda _=False: self.answered.emit(True))
        self.no.clicked.connect(lambda _=False: self.answered.emit(False))


class AnswerView(QWidget):
    """What the gateway answered.

    Signals:
        hidden: it is no longer wanted.
    """

    hidden = Signal()

    def __init__(self, answer: RawAnswer | None, *, parent: QWidget | None = None) -> None:
        """Shows an answer, or that there is none."""
        super().__init__(parent)
        self._whole = "" if answer is None else answer.body.decode("utf-8", "replace")
        shown, cut = readable(self._whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.text = TextArea(self.tr("Answer of the gateway"), lines=(2, 12), mono=True)
        self.text.setReadOnly(True)
        self.text.setPlainText(shown)
        head = self.tr("The gateway answered nothing.")
        if answer is not None:
            head = self.tr("Status {status}, {count} bytes").format(
                status=answer.status, count=counted(len(answer.body))
            )
            if cut:
                head += " · " + self.tr("the beginning is shown, “Copy” takes all")
        self.text.setVisible(bool(shown))
        column.addWidget(Label(head, "small", wrap=True))
        column.addWidget(self.text)
        row = QHBoxLayout()
        copy = Button(self.tr("Copy"), small=True, tip=self.tr("Copy the whole answer"))
        copy.clicked.connect(lambda _=False: QGuiApplication.clipboard().setText(self._whole))
        copy.setVisible(bool(shown))
        hide = Button(self.tr("Hide"), "quiet", small=True, tip=self.tr("Hide the answer"))
        hide.clicked.connect(lambda _=False: self.hidden.emit())
        row.addWidget(copy)
        row.addWidget(hide)
        row.addStretch(1)
        column.addLayout(row)


def readable(text: str) -> tuple[str, bool]:
    """Returns the beginning of a text with its long lines broken, and whether something was left out."""
    beginning = text[:ANSWER_LIMIT]
    lines = []
    for line in beginning.splitlines():
        lines += [line[at : at + _LINE] for at in range(0, max(1, len(line)), _LINE)]
    return "\n".join(lines), len(text) > ANSWER_LIMIT
