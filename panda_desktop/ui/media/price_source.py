"""Where the price of an image or a video comes from, in words.

Promise: a price of the person is never said to be one of the gateway; where nobody named one, nothing is
said.
"""

from PySide6.QtCore import QCoreApplication

from panda_desktop.viewmodels.account import AccountModel


def price_source(account: AccountModel, model: str) -> str:
    """Returns whose price of `model` is in force; empty when nobody named one."""
    if account.price_of(model) is None:
        return ""
    translate = QCoreApplication.translate
    if account.is_own_price(model):
        words = translate("PriceSource", "By the price you have entered for {model}.")
    else:
        words = translate("PriceSource", "By the price the gateway names for {model}.")
    return words.format(model=model)
