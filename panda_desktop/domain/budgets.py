"""Budgets: limits to what is spent in a time, by a profile or in a chat.

Promise: pure; what is expected and what runs counts as spent, and amounts of another currency are not
compared.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.money import Purpose
from panda_desktop.domain.prices import is_currency


class BudgetSpan(StrEnum):
    """What a limit holds for."""

    DAY = "day"
    MONTH = "month"
    CHAT = "chat"  # each chat by itself, for as long as it is there


@dataclass(frozen=True, slots=True)
class Budget:
    """One limit.

    Attributes:
        id: ours.
        span: what the limit holds for.
        limit: money that may be spent.
        currency: of the limit, lower case.
        profile: only what this profile pays counts; empty for all.
        may_pass: the person may send a request that goes over it all the same.
    """

    id: str
    span: BudgetSpan
    limit: Decimal
    currency: str = "usd"
    profile: str = ""
    may_pass: bool = False

    def check(self) -> None:
        """Raises `INVALID_INPUT` (`budget`)."""
        if not (self.limit.is_finite() and self.limit >= 0 and is_currency(self.currency)):
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="budget"))

    def first_day(self, today: date) -> date | None:
        """Returns the first day that counts; None for all days."""
        if self.span is BudgetSpan.CHAT:
            return None
        return today if self.span is BudgetSpan.DAY else today.replace(day=1)


@dataclass(frozen=True, slots=True)
class BudgetUse:
    """How much of a budget is used up.

    Attributes:
        budget: the limit.
        spent: known charges.
        committed: expected cost of calls whose charge is not known yet.
        unknown: calls that count with nothing because nobody knows what they cost.
    """

    budget: Budget
    spent: Decimal = Decimal(0)
    committed: Decimal = Decimal(0)
    unknown: int = 0

    @property
    def left(self) -> Decimal:
        """What may still be spent; never below 0."""
        return max(self.budget.limit - self.spent - self.committed, Decimal(0))

    def allows(self, purpose: Purpose) -> bool:
        """Tells whether a call fits: one of unknown cost does while anything is left."""
        expected = purpose.predicted if purpose.currency == self.budget.currency else None
        used = self.spent + self.committed
        return used + expected <= self.budget.limit if expected is not None else used < self.budget.limit


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that was not sent because of a budget."""

    use: BudgetUse
    purpose: Purpose


class OverBudget(PandaError):
    """Nothing was sent: a budget does not allow it.

    Attributes:
        refusal: which, and how much is used.
    """

    def __init__(self, refusal: Refusal) -> None:
        """Makes it; `param` of the detail is the span."""
        super().__init__(ErrorKind.OVER_BUDGET, ErrorDetail(param=refusal.use.budget.span.value))
        self.refusal = refusal


def refused_by(uses: Iterable[BudgetUse], purpose: Purpose) -> BudgetUse | None:
    """Returns the budget that does not allow a call, one that cannot be passed first; None when all do."""
    refusing = [use for use in uses if not use.allows(purpose)]
    return min(refusing, key=lambda use: use.budget.may_pass, default=None)
