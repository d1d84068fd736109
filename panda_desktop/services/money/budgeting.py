"""The person's budgets, and leave to go over one once.

Promise: a budget without `may_pass` is never gone over; leave holds for one request like the one refused, for
a short time.
"""

import time
from dataclasses import replace
from typing import Final

from panda_desktop.domain.budgets import Budget, Refusal
from panda_desktop.domain.changes import BudgetsChanged
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.money import Purpose, SpendKind
from panda_desktop.services.bus import Bus
from panda_desktop.storage.prices import PriceStore

LEAVE_S: Final = 30.0
"""How long leave holds."""


class BudgetList:
    """Holds the budgets.

    Attributes:
        current: in the order they were made.
    """

    def __init__(self, bus: Bus, store: PriceStore) -> None:
        """`start` reads."""
        self._bus = bus
        self._store = store
        self._passes: dict[tuple[SpendKind, str, str | None], float] = {}
        self.current: tuple[Budget, ...] = ()

    async def start(self) -> None:
        """Reads the budgets."""
        self.current = await self._store.budgets()
        self._bus.publish(BudgetsChanged(self.current))

    async def set_budget(self, budget: Budget) -> Budget:
        """Keeps a budget; one without an id is new. Raises `INVALID_INPUT` (`budget`)."""
        budget = replace(budget, id=budget.id or new_id(), currency=budget.currency.strip().lower())
        budget.check()
        await self._store.save_budget(budget)
        if any(each.id == budget.id for each in self.current):
            self._take(tuple(budget if each.id == budget.id else each for each in self.current))
        else:
            self._take((*self.current, budget))
        return budget

    async def remove_budget(self, budget_id: str) -> None:
        """Removes a budget."""
        await self._store.remove_budget(budget_id)
        self._take(tuple(each for each in self.current if each.id != budget_id))

    def allow(self, refusal: Refusal) -> bool:
        """Lets the refused request pass when it is asked for again; returns whether its budget permits it."""
        if not refusal.use.budget.may_pass:
            return False
        self._passes[_key(refusal.purpose)] = time.monotonic() + LEAVE_S
        return True

    def take_leave(self, purpose: Purpose) -> float:
        """Uses up the leave of a request; returns until when it holds, 0 when there is none."""
        until = self._passes.pop(_key(purpose), 0.0)
        return until if until >= time.monotonic() else 0.0

    def give_back(self, purpose: Purpose, until: float) -> None:
        """Gives leave back that was used up for nothing: another request of the same send was refused."""
        self._passes[_key(purpose)] = until

    def holding(self, *, with_leave: bool) -> tuple[Budget, ...]:
        """Returns the budgets that a request is held to: with leave only those that nobody may go over."""
        if not with_leave:
            return self.current
        return tuple(each for each in self.current if not each.may_pass)

    def _take(self, budgets: tuple[Budget, ...]) -> None:
        self.current = budgets
        self._passes.clear()
        self._bus.publish(BudgetsChanged(budgets))


def _key(purpose: Purpose) -> tuple[SpendKind, str, str | None]:
    return purpose.kind, purpose.model, purpose.conversation_id
