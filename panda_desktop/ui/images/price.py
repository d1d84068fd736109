"""What a request will cost, before it is sent.

Promise: a price nobody named is called unknown, never 0; too little money is said before sending, not after.
"""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from panda_desktop.domain.account import Balance
from panda_desktop.ui.wording import money


@dataclass(frozen=True, slots=True)
class PriceWords:
    """What is said.

    Attributes:
        text: price and balance.
        is_short: the balance will probably not do.
    """

    text: str
    is_short: bool


def price_words(price: Decimal | None, count: int, balance: Balance | None) -> PriceWords:
    """Returns what `count` images at `price` cost and what there is to pay with."""
    translate = QCoreApplication.translate
    amount = balance.amount if balance is not None else None
    currency = balance.currency if balance is not None else "usd"
    total = price * count if price is not None and count > 0 else None
    if total is None:
        words = translate("Price", "price unknown")
    elif count == 1:
        words = money(total, currency, exact=True)
    else:
        each, whole = money(price, currency, exact=True), money(total, currency, exact=True)
        words = translate("Price", "{count} × {each} = {total}").format(count=count, each=each, total=whole)
    if amount is None:
        return PriceWords(words, False)
    have = money(amount, currency)
    if amount <= 0 or (total is not None and total > amount):
        short = translate("Price", "{price} · you have only {balance}").format(price=words, balance=have)
        return PriceWords(short, True)
    return PriceWords(
        translate("Price", "{price} · you have {balance}").format(price=words, balance=have), False
    )
