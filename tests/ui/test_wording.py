"""Numbers in words."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from panda_desktop.ui.numerals import clock
from panda_desktop.ui.translation import Language, Translation
from panda_desktop.ui.wording import (
    ago,
    duration,
    file_size,
    joined,
    labelled,
    listed,
    money,
    percent,
    spoken,
)


@pytest.mark.parametrize(
    ("amount", "currency", "exact", "shown"),
    [
        (Decimal("42.5"), "usd", False, "$42.50"),
        (Decimal("42.509"), "USD", False, "$42.50"),
        (Decimal("1234567.899"), "usd", False, "$1,234,567.89"),
        (Decimal("-0.5"), "usd", False, "-$0.50"),
        (Decimal("-0.001"), "usd", False, "-$0.01"),
        (Decimal("0.0021"), "usd", True, "$0.0021"),
        (Decimal("0.0021"), "usd", False, "$0.0021"),
        (Decimal("1e-9"), "usd", False, "$0.000000001"),
        (Decimal("-1e-9"), "usd", False, "-$0.01"),
        (Decimal(0), "usd", False, "$0.00"),
        (Decimal("1e12"), "usd", False, "$1,000,000,000,000.00"),
        (Decimal("0.0000004"), "usd", True, "$0.00"),
        (Decimal(0), "usd", True, "$0.00"),
        (Decimal("3.1"), "xof", False, "3.10 XOF"),
        (Decimal("3.1"), "", False, "3.10"),
        (None, "usd", False, "—"),
    ],
)
def test_money(amount: Decimal | None, currency: str, exact: bool, shown: str) -> None:
    assert money(amount, currency, exact=exact) == shown


def test_durations() -> None:
    assert [duration(seconds) for seconds in (-3, 0, 14.9, 72, 3723)] == [
        "0 s",
        "0 s",
        "14 s",
        "1:12",
        "1:02:03",
    ]


def test_a_clock_has_the_digits_of_the_locale() -> None:
    assert [clock(seconds) for seconds in (-3, 0.9, 72, 3723)] == ["0:00", "0:00", "1:12", "1:02:03"]
    QLocale.setDefault(QLocale("fa_IR"))  # ends with the test
    assert duration(3723) == "۱:۰۲:۰۳"
    assert file_size(3_400_000) == "۳٫۴ MB"


def test_names_and_facts_are_separated_as_the_language_does(qapp: QApplication) -> None:
    assert listed(iter(("a", "b", "c"))) == spoken("a", "", "b", "c") == "a, b, c"
    Translation(qapp).use(Language.CHINESE)
    assert listed(["甲", "乙", "丙"]) == "甲、乙、丙"
    assert spoken("甲", "", "乙") == "甲，乙"


def test_a_value_after_its_name_and_a_share_are_written_as_the_language_does(qapp: QApplication) -> None:
    assert (labelled("Size", "{name}"), percent(80)) == ("Size: {name}", "80 %")
    Translation(qapp).use(Language.CHINESE)
    assert (labelled("尺寸", "其他…"), percent(80)) == ("尺寸：其他…", "80%")


def test_ago() -> None:
    spans = (0, 12, 300, 7200, 3 * 86400)
    assert [ago(seconds) for seconds in spans] == [
        "just now",
        "12 s ago",
        "5 min ago",
        "2 h ago",
        "3 days ago",
    ]


def test_file_sizes() -> None:
    assert [file_size(count) for count in (0, 999, 1000, 3_400_000, 45_000_000, 2_500_000_000_000)] == [
        "0 B",
        "999 B",
        "1.0 KB",
        "3.4 MB",
        "45 MB",
        "2,500 GB",
    ]
    assert [file_size(999_499), file_size(999_500)] == ["999 KB", "1.0 MB"]


@pytest.mark.parametrize(
    ("sentences", "text"),
    [
        (("One.", "Two."), "One. Two."),
        (("已中断。", "余额不足。"), "已中断。余额不足。"),
        (("他说“好。”", "再试一次。"), "他说“好。”再试一次。"),
        (("He said “yes.”", "Try again."), "He said “yes.” Try again."),
        (("", "Two.", ""), "Two."),
        ((), ""),
    ],
)
def test_sentences_are_joined_as_their_language_does(sentences: tuple[str, ...], text: str) -> None:
    assert joined(*sentences) == text
