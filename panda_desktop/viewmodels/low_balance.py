"""Whether the balance is low, told once for each time it becomes so.

Promise: an unknown balance is neither low nor high.
"""

from collections.abc import Callable
from decimal import Decimal

from panda_desktop.domain.account import Balance


class LowBalance:
    """Watches one account.

    Attributes:
        is_low: the last known balance was below the limit.
    """

    def __init__(self, limit: Callable[[], Decimal]) -> None:
        """`limit` is the amount below which a balance is low."""
        self._limit = limit
        self.is_low = False

    def crosses(self, balance: Balance | None) -> bool:
        """Takes a balance; returns whether it has become low just now."""
        if balance is None or balance.amount is None:
            return False
        was_low, self.is_low = self.is_low, balance.amount < self._limit()
        return self.is_low and not was_low

    def forget(self) -> None:
        """Another account is in use."""
        self.is_low = False
