"""What is said above the composer when something went wrong, with the next step as a button.

Promise: a failure of one chat is never shown over another, and what the other side said is one press away.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from panda_desktop.domain.budgets import OverBudget, Refusal
from panda_desktop.domain.chat import Message, MessageState
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.ui.kit import Notice, NoticeAction, NoticeHost, NoticeLevel
from panda_desktop.ui.sentences import NextStep, Sentences
from panda_desktop.ui.wording import joined

_COMMAND: Final = "failed-command"
_ANSWER: Final = "failed-answer"
_LONGEST: Final = 240
# The request had left, and what the gateway did with it nobody knows.
_MAY_BE_CHARGED: Final = (ErrorKind.CONNECTION_LOST, ErrorKind.NO_FIRST_BYTE)
_ENDED_BADLY: Final = (MessageState.FAILED, MessageState.INTERRUPTED)

Steps = Mapping[NextStep, Callable[[], object]]


class Failures(QObject):
    """The notices about failures.

    Signals:
        leave_wanted(object): a `Refusal`: the request shall be sent although it goes over a budget.
    """

    leave_wanted = Signal(object)

    def __init__(
        self,
        host: NoticeHost,
        steps: Steps,
        open_parameters: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        """Shows in `host`; `steps` are what the page can do, `open_parameters` shows their panel."""
        super().__init__(parent)
        self._host = host
        self._steps = steps
        self._open_parameters = open_parameters
        self._sentences = Sentences(self)
        self._shown: ErrorKind | None = None

    def show(self, error: PandaError, again: Callable[[], object] | None = None) -> None:
        """Says that a command failed; `again` does it once more."""
        self._shown = error.kind
        steps = {**self._steps, NextStep.TRY_AGAIN: again} if again is not None else dict(self._steps)
        if isinstance(error, OverBudget) and again is not None:
            steps[NextStep.SEND_ANYWAY] = partial(self._send_anyway, error.refusal, again)
        notice = self._sentences.notice(error, steps, key=_COMMAND)
        if error.kind is ErrorKind.INVALID_INPUT and error.detail.param in (
            "temperature",
            "top_p",
            "max_tokens",
        ):
            opens = NoticeAction(self.tr("Parameters"), self._open_parameters)
            notice = Notice(notice.text, notice.level, (opens,), key=_COMMAND, details=notice.details)
        self._host.show_notice(notice)

    def _send_anyway(self, refusal: Refusal, again: Callable[[], object]) -> None:
        self.leave_wanted.emit(refusal)
        again()

    def show_end(self, message: Message) -> None:
        """Offers what can be done after an answer ended badly; the answer itself says what happened."""
        if message.error is None or message.state not in _ENDED_BADLY:
            return
        detail = message.error_detail or ErrorDetail()
        sentence = self._sentences.of_kind(message.error, detail)
        actions = tuple(
            NoticeAction(self._sentences.step(step), self._steps[step])
            for step in sentence.steps
            if step in self._steps
        )
        said = " ".join(detail.message.split())
        if not actions and not said:
            return
        if said:
            shown = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
            text = self.tr("The gateway said: “{message}”").format(message=shown)
        else:
            text = self.tr("This can be done about it:")
        details = self._sentences.details(detail)
        self._host.show_notice(Notice(text, NoticeLevel.WARNING, actions, key=_ANSWER, details=details))

    def sentence(self, message: Message) -> str:
        """Returns why an answer failed, for the transcript."""
        kind = message.error or ErrorKind.BUG
        text = self._sentences.of_kind(kind, message.error_detail).text
        return joined(text, self.tr("It may have been charged.")) if kind in _MAY_BE_CHARGED else text

    def clear_no_key(self) -> None:
        """Takes the notice about a missing key away: there is one now."""
        if self._shown is ErrorKind.NO_KEY:
            self._host.close_notice(_COMMAND)

    def clear(self) -> None:
        """Takes the notices away: they are about what is no longer shown."""
        self._host.close_notice(_COMMAND)
        self._host.close_notice(_ANSWER)

    def clear_end(self) -> None:
        """Takes the notice about the last answer away: it is no longer the last."""
        self._host.close_notice(_ANSWER)
