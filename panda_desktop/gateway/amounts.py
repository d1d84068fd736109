"""Amounts of money as gateways write them: numbers, or numbers in text.

Promise: exact; what no account holds is no amount, for arithmetic and display would have to hold its digits.
"""

from decimal import Decimal, InvalidOperation
from typing import Any, Final

_MOST_DIGITS: Final = 18
_MOST_DECIMALS: Final = 36


def amount_in(value: Any) -> Decimal | None:
    """Returns the amount, which may be negative; None for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return None
    if not amount.is_finite():
        return None
    exponent = amount.as_tuple().exponent
    is_sane = isinstance(exponent, int) and exponent >= -_MOST_DECIMALS and amount.adjusted() < _MOST_DIGITS
    return amount if is_sane else None
