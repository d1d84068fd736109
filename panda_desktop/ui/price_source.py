"""Where a price comes from, in words.

Promise: a price of the person is never said to be one of the gateway.
"""

from PySide6.QtCore import QCoreApplication


def price_source(model: str, *, is_own: bool) -> str:
    """Returns whose price of a model it is."""
    translate = QCoreApplication.translate
    if is_own:
        words = translate("PriceSource", "By the price you have entered for {model}.")
    else:
        words = translate("PriceSource", "By the price the gateway names for {model}.")
    return words.format(model=model)
