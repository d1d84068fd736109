"""Whether a call fits into a budget, at its very edge."""

from decimal import Decimal

import pytest

from panda_desktop.domain.budgets import Budget, BudgetSpan, BudgetUse
from panda_desktop.domain.money import Purpose, SpendKind


@pytest.mark.parametrize(
    ("limit", "spent", "predicted", "currency", "fits"),
    [
        ("1", "0.9", "0.1", "usd", True),
        ("1", "0.9", "0.1000001", "usd", False),
        ("1", "1", "0", "usd", True),  # what is free fits always
        ("0", "0", "0", "usd", True),
        ("0", "0", None, "", False),
        ("1", "0.999", None, "", True),
        ("1", "1", None, "", False),
        ("1", "0.5", "5", "cny", True),  # of unknown cost in this currency
        ("1", "2", "0", "usd", False),
    ],
)
def test_a_call_at_the_edge_of_a_budget(
    limit: str, spent: str, predicted: str | None, currency: str, fits: bool
) -> None:
    use = BudgetUse(Budget("b", BudgetSpan.DAY, Decimal(limit)), Decimal(spent))
    expected = None if predicted is None else Decimal(predicted)
    purpose = Purpose(SpendKind.IMAGE, "m", predicted=expected, currency=currency)
    assert use.allows(purpose) is fits
