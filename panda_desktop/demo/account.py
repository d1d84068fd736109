"""The money of the demo account.

Promise: amounts are exact decimals; nothing is charged that the balance does not cover at the time of asking.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from panda_desktop.demo.faults import no_credit

MICRO: Final = Decimal("0.000001")
SPENT_AT_START: Final = Decimal("157.30")


@dataclass(slots=True)
class Account:
    """Balance and what was spent so far, in USD."""

    balance: Decimal
    total_spent: Decimal = SPENT_AT_START

    def require(self, estimate: Decimal) -> None:
        """Raises 402 unless the balance covers `estimate`."""
        if self.balance <= 0 or self.balance < estimate:
            raise no_credit(self.balance, estimate)

    def charge(self, cost: Decimal) -> Decimal:
        """Takes `cost`, rounded to a millionth; returns what was taken."""
        taken = (
            cost.quantize(MICRO) if cost != cost.quantize(Decimal("0.01")) else cost.quantize(Decimal("0.01"))
        )
        self.balance -= taken
        self.total_spent += taken
        return taken

    def refund(self, cost: Decimal) -> None:
        """Gives `cost` back: the job it paid for could not be done."""
        self.balance += cost
        self.total_spent -= cost
