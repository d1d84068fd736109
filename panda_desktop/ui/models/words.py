"""Models in words: what they make, what they cost, how old a list is.

Promise: what nobody said is left out; foreign text is cut into pieces that fit, never changed.
"""

import re
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QCoreApplication

from panda_desktop.domain.models import ModelInfo, ModelKind
from panda_desktop.ui.wording import ago, money

ICONS: Final = {ModelKind.CHAT: "chat", ModelKind.IMAGE: "image", ModelKind.VIDEO: "video"}
_LONG: Final = re.compile(r"\S{10}(?=\S)")


def kind_word(kind: ModelKind) -> str:
    """Says what a model makes."""
    return {
        ModelKind.CHAT: QCoreApplication.translate("ModelWords", "Chat"),
        ModelKind.IMAGE: QCoreApplication.translate("ModelWords", "Images"),
        ModelKind.VIDEO: QCoreApplication.translate("ModelWords", "Videos"),
    }[kind]


def age_words(age_s: float | None) -> str:
    """Says how old a list is."""
    if age_s is None:
        return QCoreApplication.translate("ModelWords", "Not read yet: these are the documented ones")
    return QCoreApplication.translate("ModelWords", "As of {age}").format(age=ago(age_s))


def price_words(model: ModelInfo, currency: str) -> list[tuple[str, str]]:
    """Returns the prices the gateway names, each with what it is for."""
    named: list[tuple[str, Decimal | None]] = [
        (QCoreApplication.translate("ModelWords", "A million tokens sent"), model.prompt_price),
        (QCoreApplication.translate("ModelWords", "A million tokens written"), model.answer_price),
        (
            QCoreApplication.translate("ModelWords", "One image")
            if model.kind is ModelKind.IMAGE
            else QCoreApplication.translate("ModelWords", "One video"),
            model.price if model.kind is not ModelKind.CHAT else None,
        ),
    ]
    return [(words, money(price, currency, exact=True)) for words, price in named if price is not None]


def breakable(text: str) -> str:
    """Returns the text with places where a line may be broken in words that are longer than a line."""
    return _LONG.sub(lambda found: f"{found.group()}\u200b", text)
