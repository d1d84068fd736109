"""What a paid call has cost: the fall of the balance over it, and whether other calls share in it.

Promise: the one place that counts open paid calls. A cost comes of two readings of the same account, one
before and one after the call; without both it is unknown, never 0. Everything that may have cost something
between the two readings makes it a shared one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from panda_desktop.domain.account import Balance, spent_between
from panda_desktop.services.money.contract import NoTill, Till

Settled = Callable[[Decimal | None, bool], None]
"""Hears the cost (None: unknown) and whether it is shared."""


class PaidCall:
    """A call that may cost money, from before its first byte to its end."""

    def __init__(self, before: Balance | None, shared: bool, entry_id: str = "") -> None:
        """Made by `Spending.open`."""
        self._before = before
        self.is_shared = shared
        self.entry_id = entry_id

    def cost(self, after: Balance) -> Decimal | None:
        """Returns how much the balance has fallen since before the call."""
        return spent_between(self._before, after)

    def forget_before(self) -> None:
        """The balance before it belongs to another account."""
        self._before = None


@dataclass(frozen=True, slots=True)
class _Known:
    """A balance and what was going on when the gateway was asked for it."""

    balance: Balance
    opened: int
    busy: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading of the balance that has begun."""

    account: int
    opened: int
    busy: bool
    ended: tuple[PaidCall, ...]
    settling: frozenset[str] = frozenset()


class Spending:
    """Watches paid calls and readings of the balance.

    Attributes:
        till: admits paid calls, and keeps their entries.
    """

    def __init__(self, till: Till | None = None) -> None:
        """Nothing is open and no balance is known."""
        self.till: Till = till or NoTill()
        self._account = 0
        self._opened = 0
        self._open: set[PaidCall] = set()
        self._ended: dict[PaidCall, Settled] = {}
        self._known: _Known | None = None

    @property
    def is_busy(self) -> bool:
        """A paid call is open."""
        return bool(self._open)

    def open(self, entry_id: str = "") -> PaidCall:
        """Takes note of a paid call that begins now, and was admitted as `entry_id`. It must come to
        `close`.
        """
        known = self._known
        unclear = known is not None and (known.busy or known.opened != self._opened)
        before = known.balance if known is not None else None
        call = PaidCall(before, bool(self._open) or unclear, entry_id)
        self.till.opened(entry_id)
        for other in (*self._open, *self._ended):
            other.is_shared = True
        self._opened += 1
        self._open.add(call)
        return call

    def close(self, call: PaidCall, settled: Settled | None = None) -> None:
        """The call has ended; `settled` hears its cost with the first good reading that begins after this."""
        self._open.discard(call)
        self.till.closed(call.entry_id)
        if settled is not None:
            self._ended[call] = settled

    def drop(self, call: PaidCall) -> None:
        """Nobody wants the cost of a call that has ended any more."""
        self._ended.pop(call, None)

    def begin_reading(self) -> Reading:
        """The gateway is about to be asked for the balance."""
        settling = self.till.begin_reading()
        return Reading(self._account, self._opened, bool(self._open), tuple(self._ended), settling)

    def end_reading(self, reading: Reading, balance: Balance) -> bool:
        """The balance was read: calls that had ended before are settled. Returns False, and does nothing,
        when the account has changed meanwhile.
        """
        if reading.account != self._account:
            return False
        self._known = _Known(balance, reading.opened, reading.busy)
        self.till.end_reading(reading.settling, balance)
        for call in reading.ended:
            if (settled := self._ended.pop(call, None)) is not None:
                settled(call.cost(balance), call.is_shared)
        return True

    def change_account(self) -> None:
        """Another key or endpoint is used: no balance is known, and what has ended is never settled."""
        self._account += 1
        self.till.change_account()
        self._known = None
        self._ended.clear()
        for call in self._open:
            call.forget_before()
