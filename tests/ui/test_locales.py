"""U14: numbers that are typed or shown mean the same wherever the computer was set up."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.folding import folded
from panda_desktop.ui.chat.parameters_words import read_float, shown_number
from panda_desktop.ui.wording import exact_money, file_size


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


def test_u14_money_and_sizes_are_exact(locale: QLocale) -> None:
    assert exact_money(Decimal("1234.000017")) == "$1,234.000017"
    assert file_size(3_400_000) == "3.4 MB"


def test_u14_search_knows_no_turkish_i(locale: QLocale) -> None:
    assert folded("TITLE") == folded("title")
