"""What left the account between two readings."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from panda_desktop.domain.account import Balance, spent_between

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def balance(amount: str | None, spent: str | None = None, currency: str = "usd") -> Balance:
    return Balance(Decimal(amount) if amount else None, currency, Decimal(spent) if spent else None, NOW)


@pytest.mark.parametrize(
    ("before", "after", "spent"),
    [
        (balance("10"), balance("9.75"), "0.25"),
        (balance("10"), balance("10"), "0"),
        (balance("10", "5"), balance("29", "6"), "1"),  # a payment came in between
        (balance("10", "5"), balance("9", "7"), "2"),  # also one that was less than what was spent
        (balance("10", "5"), balance("9", "5"), "1"),  # a total that comes late
        (balance("10"), balance("29"), None),
        (balance(None, "5"), balance(None, "5.5"), "0.5"),
        (balance(None), balance("9"), None),
        (balance("10"), balance(None), None),
        (balance("10", "5"), balance("12", "1"), None),
        (balance("10"), balance("9", currency="cny"), None),
        (None, balance("9"), None),
    ],
)
def test_unknown_is_none_and_never_zero(before: Balance | None, after: Balance, spent: str | None) -> None:
    assert spent_between(before, after) == (Decimal(spent) if spent is not None else None)
