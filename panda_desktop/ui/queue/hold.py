"""The line that says why what waits is not sent by itself, and lets it go on.

Promise: every reason has its sentence, and the way on is a button beside it.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from panda_desktop.domain.budgets import OverBudget, Refusal
from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.queue import Hold
from panda_desktop.ui.kit import Button, Label, announce
from panda_desktop.ui.sentences import NextStep, Sentence, Sentences
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import joined

_STACK_BELOW: Final = 480
_TINY_BELOW: Final = 360
"""Pixels below which three buttons stand one under the other."""
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
        anyway: sends the refused one over the budget that refused it; hidden where that is not allowed.

    Signals:
        go_on_wanted: the queue shall go on.
        leave_wanted(object): the refused one shall be sent in spite of this `Refusal`.
        step_wanted(object): the `NextStep` that mends it.
    """

    go_on_wanted = Signal()
    leave_wanted = Signal(object)
    step_wanted = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Hidden."""
        super().__init__(parent)
        self._sentences = Sentences(self)
        self._shown: tuple[Hold | None, ErrorKind | None, Refusal | None, int] = (None, None, None, 0)
        self._step: NextStep | None = None
        self._words = Label("", "small", wrap=True)
        self.step = Button("", small=True)
        self.anyway = Button(
            self._sentences.step(NextStep.SEND_ANYWAY),
            small=True,
            tip=self._anyway_tip(0),
        )
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
        self._buttons = buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setSpacing(8)
        buttons.addWidget(self.step)
        buttons.addWidget(self.anyway)
        buttons.addWidget(self.go_on)
        buttons.addStretch(1)
        self._line.addLayout(buttons)
        self.go_on.clicked.connect(lambda _checked=False: self.go_on_wanted.emit())
        self.step.clicked.connect(lambda _checked=False: self.step_wanted.emit(self._step))
        self.anyway.clicked.connect(lambda _checked=False: self._send_anyway())
        self.anyway.hide()
        self.hide()

    def words(self) -> str:
        """Returns what is said."""
        return self._words.text()

    def focusable(self) -> list[QWidget]:
        """Returns what Tab reaches, in order."""
        return [self.step, self.anyway, self.go_on]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the buttons under the words where there is little room beside them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        ways = QBoxLayout.Direction
        narrow = self.width() < look().pixels(_STACK_BELOW)
        self._line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        tiny = self.width() < look().pixels(_TINY_BELOW) and not self.anyway.isHidden()
        self._buttons.setDirection(ways.TopToBottom if tiny else ways.LeftToRight)

    def show_hold(
        self, hold: Hold | None, error: ErrorKind | None, refusal: Refusal | None = None, place: int = 0
    ) -> None:
        """Says why; None hides the line. With `refusal` the sums of the budget are said; `place` is where the
        refused one stands, 0 for the first.
        """
        if (hold, error, refusal, place) == self._shown:
            return
        self._shown = (hold, error, refusal, place)
        self.setVisible(hold is not None)
        if hold is None:
            return
        why = self._refused(error, refusal) if hold is Hold.REFUSED and error is not None else None
        steps = () if why is None else why.steps
        self.anyway.setVisible(NextStep.SEND_ANYWAY in steps)
        self.anyway.set_tip(self._anyway_tip(place))
        self._arrange()
        self._step = next((step for step in steps if step in _MENDING), None)
        self.step.setVisible(self._step is not None)
        if self._step is not None:
            self.step.set_text(self._sentences.step(self._step))
            self.step.set_tip(self._sentences.step(self._step))
        self._words.setText(joined(self._why(hold, place), "" if why is None else why.text))
        announce(self, self._words.text())

    def _refused(self, error: ErrorKind, refusal: Refusal | None) -> Sentence:
        if refusal is not None:
            return self._sentences.about(OverBudget(refusal))
        return self._sentences.of_kind(error)

    def _send_anyway(self) -> None:
        refusal = self._shown[2]
        if refusal is not None and self.anyway.isEnabled():
            self.leave_wanted.emit(refusal)

    def _anyway_tip(self, place: int) -> str:
        if place:
            return self.tr("Send message {number} over the budget, this once").format(number=place + 1)
        return self.tr("Send the next message over the budget, this once")

    def _why(self, hold: Hold, place: int) -> str:
        if hold is Hold.REFUSED and place:
            return self.tr("Message {number} was not sent.").format(number=place + 1)
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
