"""U14: numbers that are typed or shown mean the same wherever the computer was set up."""

import unicodedata
from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.folding import folded
from panda_desktop.ui.chat.parameters_words import read_float, shown_number
from panda_desktop.ui.numerals import counted, decimal, read_amount, typed
from panda_desktop.ui.wording import exact_money, file_size, money


@pytest.fixture(params=["tr_TR", "ar", "C", "de_DE", "zh_CN"])
def locale(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QLocale]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield QLocale()
    QLocale.setDefault(before)


@pytest.mark.parametrize("typed", ["0.7", "0,7", " 0.7 "])
def test_u14_a_number_may_have_a_point_or_a_comma(locale: QLocale, typed: str) -> None:
    number = read_float(typed)
    assert number == 0.7
    assert read_float(shown_number(number)) == 0.7


@pytest.mark.parametrize(
    ("name", "amount", "debt", "size"),
    [
        ("C", "$1,234,567.000017", "-$0.50", "3.4 MB"),
        ("en_US", "$1,234,567.000017", "-$0.50", "3.4 MB"),
        ("zh_CN", "$1,234,567.000017", "-$0.50", "3.4 MB"),
        ("de_DE", "1.234.567,000017\u00a0$", "-0,50\u00a0$", "3,4 MB"),
        ("de_CH", "$\u00a01\u2019234\u2019567.000017", "-$\u00a00.50", "3.4 MB"),
        ("fr_FR", "1\u202f234\u202f567,000017\u00a0$", "-0,50\u00a0$", "3,4 MB"),
        ("tr_TR", "$1.234.567,000017", "-$0,50", "3,4 MB"),
        ("hi_IN", "$12,34,567.000017", "-$0.50", "3.4 MB"),
        ("ar_EG", "\u200f١٬٢٣٤٬٥٦٧٫٠٠٠٠١٧\u00a0$", "\u061c-\u200f٠٫٥٠\u00a0$", "٣٫٤ MB"),
    ],
)
def test_u14_money_and_sizes_are_exact(
    qapp: QApplication, name: str, amount: str, debt: str, size: str
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        shown = exact_money(Decimal("1234567.000017")), money(Decimal("-0.5")), file_size(3_400_000)
    finally:
        QLocale.setDefault(before)
    assert (shown[0].replace("'", "\u2019"), *shown[1:]) == (amount, debt, size)


def test_u14_no_digit_of_an_amount_is_lost(locale: QLocale) -> None:
    assert counted(10**21 + 1) == decimal(Decimal(10**21 + 1), 0)
    assert read(decimal(Decimal("123456789012345678901234567890.123456789"), 9)) == (
        "123456789012345678901234567890" + "123456789"
    )


def read(shown: str) -> str:
    """The digits alone, as ASCII."""
    return "".join(str(unicodedata.digit(each)) for each in shown if each.isdigit())


def test_u14_search_knows_no_turkish_i(locale: QLocale) -> None:
    assert folded("TITLE") == folded("title")


@pytest.mark.parametrize(
    ("name", "text", "amount"),
    [
        ("en_US", "1,5", "1.5"),
        ("en_US", "$1,234.50", "1234.50"),
        ("en_US", "123,456.5", "123456.5"),
        ("en_US", "1.125", "1.125"),
        ("en_US", "0,125", "0.125"),
        ("de_DE", "1,5", "1.5"),
        ("de_DE", "1.5", "1.5"),
        ("de_DE", "1.234,50", "1234.50"),
        ("de_DE", "1,125", "1.125"),
        ("de_DE", "0.125", "0.125"),
        ("fr_FR", "1\u202f234,5", "1234.5"),
        ("hi_IN", "1,23,456", "123456"),
        ("ar_EG", "١٬٢٣٤٫٥", "1234.5"),
        ("C", "0.25", "0.25"),
    ],
)
def test_u14_an_amount_is_read_as_it_was_meant(qapp: QApplication, name: str, text: str, amount: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        found = read_amount(text)
        assert found == Decimal(amount)
        assert read_amount(typed(found)) == found
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("name", "text"),
    [("en_US", "1,234"), ("de_DE", "1.234"), ("de_DE", "1,234.50"), ("en_US", "1.234,50"), ("en_US", "-1")],
)
def test_u14_an_amount_that_may_be_two_is_none(qapp: QApplication, name: str, text: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        with pytest.raises(PandaError):
            read_amount(text)
    finally:
        QLocale.setDefault(before)
