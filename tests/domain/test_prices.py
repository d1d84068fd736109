"""Amounts as people type them."""

from decimal import Decimal

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.prices import amount_of


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("", None),
        (" $ ", None),
        ("0.02", "0.02"),
        ("1,5", "1.5"),
        ("¥5", "5"),
        ("￥５．２５", "5.25"),  # as Chinese keyboards type it
        ("1，5", "1.5"),
        ("1000000", "1000000"),
    ],
)
def test_u14_an_amount_in_every_form(typed: str, amount: str | None) -> None:
    assert amount_of(typed) == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize("typed", ["-1", "1e3", "1000001", "NaN", "1,234.50", "1.2.3", ".", "٣", "five"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(PandaError) as caught:
        amount_of(typed)
    assert (caught.value.kind, caught.value.detail.param) == (ErrorKind.INVALID_INPUT, "price")
