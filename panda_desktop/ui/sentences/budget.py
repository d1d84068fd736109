"""Sentences about budgets that hold a request back.

Promise: each says that nothing was sent, which limit it is, and how to go on.
"""

from PySide6.QtCore import QObject

from panda_desktop.domain.budgets import BudgetSpan, Refusal
from panda_desktop.domain.errors import ErrorDetail, ErrorKind
from panda_desktop.ui.kit import NoticeLevel
from panda_desktop.ui.sentences.values import NextStep, Sentence
from panda_desktop.ui.wording import exact_money, joined, money


class BudgetSentences(QObject):
    """The part of the book about budgets; a QObject because `tr` finds translations by class."""

    def table(self, detail: ErrorDetail) -> dict[ErrorKind, Sentence]:
        """Returns the sentence for a refusal of which only the span is known."""
        text = joined(self._held_back(detail.param), self.tr("Raise the limit, or wait."))
        return {ErrorKind.OVER_BUDGET: Sentence(text, (NextStep.RAISE_LIMIT,), NoticeLevel.WARNING)}

    def about(self, refusal: Refusal) -> Sentence:
        """Returns the sentence for a refusal, with its amounts."""
        use, purpose = refusal.use, refusal.purpose
        currency = use.budget.currency
        amounts = {
            "limit": exact_money(use.budget.limit, currency),
            "used": exact_money(use.spent + use.committed, currency),
            "cost": money(purpose.predicted, purpose.currency or currency, exact=True),
        }
        if purpose.predicted is not None and purpose.currency == currency:
            facts = self.tr("Of {limit} {used} are used up, and this would cost about {cost}.")
        else:
            facts = self.tr("Of {limit} {used} are used up.")
        steps = (NextStep.RAISE_LIMIT, NextStep.SEND_ANYWAY)
        text = joined(self._held_back(use.budget.span), facts.format(**amounts))
        return Sentence(text, steps if use.budget.may_pass else steps[:1], NoticeLevel.WARNING)

    def _held_back(self, span: str) -> str:
        words = {
            BudgetSpan.DAY: self.tr("Nothing was sent: it would go over your budget for the day."),
            BudgetSpan.MONTH: self.tr("Nothing was sent: it would go over your budget for the month."),
            BudgetSpan.CHAT: self.tr("Nothing was sent: it would go over your budget for one chat."),
        }
        return words.get(
            BudgetSpan(span) if span in set(BudgetSpan) else BudgetSpan.DAY,
            self.tr("Nothing was sent: it would go over one of your budgets."),
        )
