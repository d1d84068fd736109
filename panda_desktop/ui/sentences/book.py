"""Finds the sentence for a failure.

Promise: total over `ErrorKind`; what the other side said is kept apart, as details, and is never read as
HTML.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from panda_desktop.domain.budgets import OverBudget
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
from panda_desktop.ui.kit import Notice, NoticeAction, NoticeLevel
from panda_desktop.ui.sentences.answer import AnswerSentences
from panda_desktop.ui.sentences.budget import BudgetSentences
from panda_desktop.ui.sentences.request import RequestSentences
from panda_desktop.ui.sentences.result import ResultSentences
from panda_desktop.ui.sentences.values import NextStep, Sentence
from panda_desktop.ui.wording import joined, labelled


class Sentences(QObject):
    """All sentences about failures."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Opens the book."""
        super().__init__(parent)
        self._budgets = BudgetSentences(self)
        groups = (RequestSentences(self), AnswerSentences(self), ResultSentences(self))
        self._groups = (*groups, self._budgets)

    def about(self, error: PandaError, *, paid: bool = False) -> Sentence:
        """Returns the sentence for a failure.

        Args:
            error: what happened.
            paid: the request costs money, so one that may have arrived may have been charged.
        """
        if isinstance(error, OverBudget):
            return self._budgets.about(error.refusal)
        found = self.of_kind(error.kind, error.detail)
        if paid and error.reached is Reached.MAYBE_SENT:
            charged = self.tr("The request may have arrived and may have been charged.")
            return Sentence(joined(found.text, charged), found.steps, NoticeLevel.WARNING)
        return found

    def of_kind(self, kind: ErrorKind, detail: ErrorDetail | None = None) -> Sentence:
        """Returns the sentence for a kind of failure."""
        known = detail or ErrorDetail()
        return next(table[kind] for group in self._groups if kind in (table := group.table(known)))

    def step(self, step: NextStep) -> str:
        """Returns the words on the button of a next step."""
        return {
            NextStep.ENTER_KEY: self.tr("Enter a key"),
            NextStep.OPEN_SETTINGS: self.tr("Open settings"),
            NextStep.TOP_UP: self.tr("Add credit"),
            NextStep.CHOOSE_MODEL: self.tr("Choose another model"),
            NextStep.TRY_AGAIN: self.tr("Try again"),
            NextStep.LOOK_FOR_RESULT: self.tr("Look for the result"),
            NextStep.OPEN_DATA_FOLDER: self.tr("Open the data folder"),
            NextStep.CONTINUE: self.tr("Continue"),
            NextStep.LEAVE_OUT_OLDER: self.tr("Leave out older messages"),
            NextStep.RAISE_LIMIT: self.tr("Change the budget"),
            NextStep.SEND_ANYWAY: self.tr("Send anyway"),
        }[step]

    def details(self, detail: ErrorDetail) -> str:
        """Returns what the other side said, one fact a line; empty when it said nothing."""
        facts = (
            (self.tr("Server"), detail.host),
            (self.tr("Status"), "" if detail.status is None else str(detail.status)),
            (self.tr("Message"), detail.message),
            (self.tr("Code"), detail.code),
            (self.tr("Field"), detail.param),
            (self.tr("Request id"), detail.request_id),
            (self.tr("Technical"), detail.technical),
        )
        return "\n".join(labelled(name, value) for name, value in facts if value)

    def notice(
        self,
        error: PandaError,
        steps: Mapping[NextStep, Callable[[], object]] | None = None,
        *,
        paid: bool = False,
        key: str = "",
    ) -> Notice:
        """Returns a notice about a failure, with buttons for those next steps that `steps` can do."""
        sentence = self.about(error, paid=paid)
        able = steps or {}
        actions = tuple(NoticeAction(self.step(each), able[each]) for each in sentence.steps if each in able)
        return Notice(sentence.text, sentence.level, actions, key=key, details=self.details(error.detail))
