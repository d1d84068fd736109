"""Numbers as the locale writes them: digits, groups, decimal sign, and where a currency stands.

Promise: every digit is that of the exact number, for nothing goes through binary fractions; a computer
without a locale ("C") gets the English way. What programs read again (CSV, exports, ids) is not written here.

The rules of each locale are those of Unicode's CLDR, as Qt has them; Qt writes money only from `float`.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QLocale

_LARGEST: Final = 2**63 - 1
"""The largest number Qt groups."""


def locale() -> QLocale:
    """Returns the locale in force: that of the chosen language, or of the system."""
    default = QLocale()
    return QLocale("en_US") if default.language() == QLocale.Language.C else default


def counted(number: int) -> str:
    """Returns a whole number, in groups."""
    here = locale()
    if abs(number) <= _LARGEST:
        return here.toString(number)
    return _with_sign(here, number < 0, _in_digits_of(here, f"{abs(number):,}"))


def decimal(number: Decimal, places: int) -> str:
    """Returns a number with so many decimals, in groups; rounded half to even where it has more."""
    here = locale()
    written = f"{number.copy_abs():.{places}f}"  # abs() would round to 28 digits
    whole, _, rest = written.partition(".")
    digits = here.toString(int(whole)) if int(whole) <= _LARGEST else _in_digits_of(here, f"{int(whole):,}")
    if rest:
        digits += here.decimalPoint() + _in_digits_of(here, rest)
    return _with_sign(here, number < 0, digits)


def briefly(number: float) -> str:
    """Returns a number as briefly as it can be, for people to read and write again: "0.7"."""
    here = locale()
    return _with_sign(here, number < 0, _in_digits_of(here, f"{abs(number):g}"))


def clock(seconds: float) -> str:
    """Returns a time span as a clock shows it, of one width below an hour: "0:02", "1:02:03"."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    shown = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
    return _in_digits_of(locale(), shown)


def typed(amount: Decimal) -> str:
    """Returns an amount as a person would type it: all its digits, without groups."""
    return _in_digits_of(locale(), f"{amount:f}")


def read_amount(text: str) -> Decimal | None:
    """Returns the amount a person typed, in the way of the locale or with a point; None for nothing.

    Raises:
        PandaError: `INVALID_INPUT` (`price`): it is no amount, or negative, or can be read in two ways:
            "1,234" is a thousand to some and about one to others, and a budget is neither by chance.
    """
    from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError  # not before the first paint
    from panda_desktop.domain.prices import amount_of

    here = locale()
    point, group = here.decimalPoint(), here.groupSeparator()
    digits = {ord(shown): str(digit) for digit, shown in enumerate(_digits(here))}
    plain = "".join(text.split()).translate(digits)
    between, end = re.escape(group.strip() or "'"), re.escape(point)  # spaces are gone
    groups = re.fullmatch(rf"(\D?)([1-9]\d{{0,2}}(?:{between}\d{{2,3}})+)({end}\d*)?", plain)
    if groups is not None:
        once = groups[2].count(group) == 1 and not groups[3]
        if once and group in ",.":
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="price"))
        plain = groups[1] + groups[2].replace(group, "") + (groups[3] or "")
    return amount_of(plain.replace(point, "."))


def with_currency(number: Decimal, places: int, symbol: str, code: str) -> str:
    """Returns an amount with its currency.

    Args:
        number: the amount.
        places: its decimals.
        symbol: stands where the locale has the sign of a currency; empty when there is none for it.
        code: stands behind the amount instead; may be empty.
    """
    here = locale()
    digits = decimal(number.copy_abs(), places)
    if symbol:
        before, after = _around(here.name(), symbol)
        text = f"{before}{digits}{after}"
    else:
        text = f"{digits} {code}".strip()
    return _with_sign(here, number < 0, text)


@lru_cache(maxsize=64)
def _around(name: str, symbol: str) -> tuple[str, str]:
    """What stands before and behind an amount in a locale."""
    here = QLocale(name)
    before, found, after = here.toCurrencyString(1.0, symbol, 2).partition(here.toString(1.0, "f", 2))
    return (before, after) if found else (symbol, "")


def _with_sign(here: QLocale, negative: bool, digits: str) -> str:
    # The bookkeepers' brackets of some locales are left to bookkeepers.
    return f"{here.negativeSign()}{digits}" if negative else digits


def _in_digits_of(here: QLocale, written: str) -> str:
    signs = {ord("."): here.decimalPoint(), ord(","): here.groupSeparator()}
    return written.translate(signs | {ord("0") + digit: shown for digit, shown in enumerate(_digits(here))})


def _digits(here: QLocale) -> list[str]:
    zero = here.zeroDigit()
    # Those of some scripts are not one unit of UTF-16; none of them is a language of Qt's widgets.
    return [chr(ord(zero) + digit) for digit in range(10)] if len(zero) == 1 else list("0123456789")
