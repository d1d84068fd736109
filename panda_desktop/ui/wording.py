"""Numbers in words: money, time passed, sizes; and sentences one after the other.

Promise: an unknown amount is shown as “—”, never as 0, and money is never rounded up in the person's favour.
"""

from collections.abc import Iterable
from decimal import ROUND_FLOOR, Decimal
from typing import Final
from unicodedata import east_asian_width

from PySide6.QtCore import QCoreApplication

from panda_desktop.ui.numerals import clock, counted, decimal, with_currency

UNKNOWN: Final = "—"
_CLOSING: Final = "”’»"
_FULL: Final = Decimal("999.5")
"""A unit is called the next one from here on: it would be written as a thousand."""
_CENT: Final = Decimal("0.01")
_SYMBOLS: Final = {"usd": "$", "cny": "¥", "eur": "€", "gbp": "£", "jpy": "¥"}


def money(amount: Decimal | None, currency: str = "usd", *, exact: bool = False) -> str:
    """Returns an amount for people.

    Args:
        amount: None for an unknown one.
        currency: ISO 4217 code in any letter case.
        exact: all digits that matter, for receipts of less than a cent; else two decimals, rounded down,
            or all there are of less than a cent: some credit is never called none.
    """
    if amount is None:
        return UNKNOWN
    if not exact and 0 < amount < _CENT:  # two decimals would call it nothing
        return _priced(amount, _places(amount), currency)
    if exact and amount != 0 and abs(amount) < Decimal("0.1"):
        short = amount.quantize(Decimal("0.000001"))
        return _priced(short, _places(short), currency)
    return _priced(amount.quantize(_CENT, rounding=ROUND_FLOOR), 2, currency)


def exact_money(amount: Decimal | None, currency: str = "usd") -> str:
    """Returns an amount with every digit it has, two decimals at least: for ledgers, whose sums add up."""
    return UNKNOWN if amount is None else _priced(amount, _places(amount), currency)


def _places(amount: Decimal) -> int:
    exponent = amount.normalize().as_tuple().exponent
    return max(2, -exponent) if isinstance(exponent, int) else 2


def _priced(amount: Decimal, places: int, currency: str) -> str:
    return with_currency(amount, places, _SYMBOLS.get(currency.lower(), ""), currency.upper())


def duration(seconds: float) -> str:
    """Returns a time span: “14 s”, “1:12”, “1:02:03”."""
    whole = max(0, int(seconds))
    if whole < 60:
        return QCoreApplication.translate("Wording", "{seconds} s").format(seconds=counted(whole))
    return clock(whole)


def ago(seconds: float) -> str:
    """Returns how long ago something was: “just now”, “12 s ago”, “5 min ago”, “3 h ago”, “2 days ago”."""
    whole = max(0, int(seconds))
    if whole < 3:
        return QCoreApplication.translate("Wording", "just now")
    if whole < 60:
        return QCoreApplication.translate("Wording", "{count} s ago").format(count=counted(whole))
    if whole < 3600:
        return QCoreApplication.translate("Wording", "{count} min ago").format(count=counted(whole // 60))
    if whole < 2 * 86400:
        return QCoreApplication.translate("Wording", "{count} h ago").format(count=counted(whole // 3600))
    return QCoreApplication.translate("Wording", "{count} days ago").format(count=counted(whole // 86400))


def file_size(count: int) -> str:
    """Returns a number of bytes as people say it: “812 B”, “3.4 MB” (powers of 1,000)."""
    translate = QCoreApplication.translate
    if count < 1000:
        return translate("Wording", "{size} B").format(size=counted(count))
    size = Decimal(count) / 1000
    if size < _FULL:
        words = translate("Wording", "{size} KB")
    elif (size := size / 1000) < _FULL:
        words = translate("Wording", "{size} MB")
    else:
        size, words = size / 1000, translate("Wording", "{size} GB")
    return words.format(size=decimal(size, 0 if size >= 10 else 1))


def percent(count: int) -> str:
    """Returns a share or a size in hundredths: “80 %”."""
    return QCoreApplication.translate("Wording", "{count} %").format(count=counted(count))


def listed(names: Iterable[str]) -> str:
    """Returns names one after the other: “a, b, c”."""
    return QCoreApplication.translate("Wording", ", ", "between names").join(names)


def spoken(*facts: str) -> str:
    """Returns what is to be said of one thing, for a screen reader to pause between; empty facts left out."""
    return QCoreApplication.translate("Wording", ", ", "between facts").join(filter(None, facts))


def labelled(name: str, value: str) -> str:
    """Returns what something is, after its name: “Size: 3.4 MB”."""
    return QCoreApplication.translate("Wording", "{name}: {value}").format(name=name, value=value)


def joined(*sentences: str) -> str:
    """Returns sentences one after the other, empty ones left out: with a space between them, but for those
    that end as Chinese and Japanese ones do, whose signs are as wide as a sign and its space.
    """
    text = ""
    for sentence in sentences:
        if text and sentence and east_asian_width(text.rstrip(_CLOSING)[-1:] or " ") not in ("W", "F"):
            text += " "
        text += sentence
    return text
