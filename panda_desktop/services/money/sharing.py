"""Which paid call a fall of the balance belongs to.

Promise: pure; every fall between two readings is given away once, so that the charges of all calls add up to
what left the account; what was divided between calls that overlapped is marked as shared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import Final

from panda_desktop.domain.account import Balance, spent_between

_FINEST: Final = Decimal("0.000001")


@dataclass(slots=True)
class _Part:
    """A call between its opening and the reading that settles it."""

    weight: Decimal | None
    is_clear: bool
    charged: Decimal = Decimal(0)
    is_shared: bool = False
    has_ended: bool = False


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a call was charged: None when the readings do not tell."""

    call_id: str
    charged: Decimal | None
    is_shared: bool


class Sharing:
    """The calls of the account in use, and its last balance."""

    def __init__(self) -> None:
        """No balance is known."""
        self._last: Balance | None = None
        self._parts: dict[str, _Part] = {}

    def open(self, call_id: str, weight: Decimal | None, *, is_ours: bool = True) -> None:
        """A call begins; `weight` is its expected cost. One that another account pays (`is_ours` is False)
        is never charged here.
        """
        self._parts[call_id] = _Part(weight, is_ours and self._last is not None)

    def end(self, call_id: str) -> None:
        """A call is over: the next reading that begins after this settles it."""
        if (part := self._parts.get(call_id)) is not None:
            part.has_ended = True

    def drop(self, call_id: str) -> None:
        """A call was never made."""
        self._parts.pop(call_id, None)

    def begin_reading(self) -> frozenset[str]:
        """Returns the calls that the reading which begins now will settle."""
        return frozenset(call_id for call_id, part in self._parts.items() if part.has_ended)

    def end_reading(self, settling: frozenset[str], balance: Balance) -> tuple[Settlement, ...]:
        """Gives away what the balance has fallen by; returns what is settled by it."""
        if self._last is not None:
            fall = spent_between(self._last, balance)
            if fall is None:
                for part in self._parts.values():
                    part.is_clear = False
            elif fall:
                self._give(fall)
        self._last = balance
        found = []
        for call_id in settling & self._parts.keys():
            part = self._parts.pop(call_id)
            found.append(Settlement(call_id, part.charged if part.is_clear else None, part.is_shared))
        return tuple(found)

    def change_account(self) -> tuple[str, ...]:
        """Another account is used: returns the calls that are over and will never be settled."""
        self._last = None
        lost = tuple(call_id for call_id, part in self._parts.items() if part.has_ended)
        for call_id in lost:
            del self._parts[call_id]
        for part in self._parts.values():
            part.is_clear = False
        return lost

    def _give(self, fall: Decimal) -> None:
        touched = [part for part in self._parts.values() if part.is_clear]
        # Most is charged at the end: those that are still open come second.
        ended = [part for part in touched if part.has_ended]
        for part in touched:
            part.is_shared |= len(touched) > 1
        pool = ended or touched
        for part, share in zip(pool, divided(fall, [part.weight for part in pool]), strict=True):
            part.charged += share


def divided(amount: Decimal, weights: Sequence[Decimal | None]) -> tuple[Decimal, ...]:
    """Divides an amount by what was expected, or evenly when that is not known of all; the parts add up to
    it, the last one takes the rest.
    """
    if not weights:
        return ()
    known = [weight for weight in weights if weight is not None and weight > 0]
    scale = known if len(known) == len(weights) else [Decimal(1)] * len(weights)
    exponent = amount.as_tuple().exponent
    finest = min(_FINEST, Decimal(1).scaleb(exponent)) if isinstance(exponent, int) else _FINEST
    whole = sum(scale, Decimal(0))
    parts = [(amount * weight / whole).quantize(finest, ROUND_DOWN) for weight in scale[:-1]]
    return (*parts, amount - sum(parts, Decimal(0)))
