"""The line that says why what waits is not sent by itself, and lets it go on.

Promise: every reason has its sentence, and the way on is a button beside it.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.queue import Hold
from panda_desktop.ui.kit import Button, Label, announce
from panda_desktop.ui.sentences import NextStep, Sentences
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import joined

_STACK_BELOW: Final = 480
_MENDING: Final = (
    NextStep.ENTER_KEY,
    NextStep.OPEN_SETTINGS,
    NextStep.TOP_UP,
    NextStep.CHOOSE_MODEL,
    NextStep.RAISE_LIMIT,
)


class HoldLine(QWidget):
    """The line; hidden while nothing holds the queue.

    Attributes:
        go_on: lets the queue go on.
        step: mends what a message was refused for; hidden where nothing can be done here.

    Signals:
        go_on_wanted: the queue shall go on.
        step_wanted(object): the `NextStep` that mends it.
    """

    go_on_wanted = Signal()
    step_wanted = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Hidden."""
        super().__init__(parent)
        self._sentences = Sentences(self)
        self._shown: tuple[Hold | None, ErrorKind | None] = (None, None)
        self._step: NextStep | None = None
        self._words = Label("", "small", wrap=True)
        self.step = Button("", small=True)
        self.go_on = Button(
            self.tr("Go on"),
            "accent",
            small=True,
            tip=self.tr("Send what waits, one after the other, each after the answer before"),
        )
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(10, 4, 4, 4)
        self._line.setSpacing(8)
        self._line.addWidget(self._words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.step)
        buttons.addWidget(self.go_on)
        buttons.addStretch(1)
        self._line.addLayout(buttons)
        self.go_on.clicked.connect(lambda _checked=False: self.go_on_wanted.emit())
        self.step.clicked.connect(lambda _checked=False: self.step_wanted.emit(self._step))
        self.hide()

    def words(self) -> str:
        """Returns what is said."""
        return self._words.text()

    def focusable(self) -> list[QWidget]:
        """Returns what Tab reaches, in order."""
        return [self.step, self.go_on]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the buttons under the words where there is little room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < look().pixels(_STACK_BELOW)
        self._line.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def show_hold(self, hold: Hold | None, error: ErrorKind | None) -> None:
        """Says why; None hides the line."""
        if (hold, error) == self._shown:
            return
        self._shown = (hold, error)
        self.setVisible(hold is not None)
        if hold is None:
            return
        refusal = self._sentences.of_kind(error) if hold is Hold.REFUSED and error is not None else None
        steps = () if refusal is None else refusal.steps
        self._step = next((step for step in steps if step in _MENDING), None)
        self.step.setVisible(self._step is not None)
        if self._step is not None:
            self.step.set_text(self._sentences.step(self._step))
            self.step.set_tip(self._sentences.step(self._step))
        self._words.setText(joined(self._why(hold), "" if refusal is None else refusal.text))
        announce(self, self._words.text())

    def _why(self, hold: Hold) -> str:
        return {
            Hold.STOPPED: self.tr("Not sent: you stopped the answer."),
            Hold.FAILED: self.tr("Not sent: the answer before it was cut off or refused."),
            Hold.REFUSED: self.tr("The next message was not sent."),
            Hold.COMPARED: self.tr(
                "Not sent: several answers stand side by side. Choose the one to go on from first."
            ),
            Hold.LEFT: self.tr("Not sent: the program was closed before its turn."),
            Hold.BACK: self.tr("Not sent: you brought a message back."),
        }[hold]
