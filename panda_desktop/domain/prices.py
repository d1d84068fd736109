"""Prices of models, and what a request is expected to cost.

Promise: a price is the person's own or the gateway's, never a guess; where one is missing there is no
expectation.
"""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final
from unicodedata import normalize

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.models import ModelInfo, ModelKind

MILLION: Final = Decimal(1_000_000)
_MOST: Final = Decimal(1_000_000)
PRICE_FIELDS: Final = ("prompt", "completion", "image", "video", "second")


@dataclass(frozen=True, slots=True)
class ModelPrice:
    """What a model costs.

    Attributes:
        model: model id.
        currency: lower-case ISO 4217 code.
        prompt: money for a million tokens sent.
        completion: money for a million tokens written.
        image: money for one image.
        video: money for one video.
        second: money for one second of video.
        is_own: the person has entered it; else the gateway names it.
    """

    model: str
    currency: str = "usd"
    prompt: Decimal | None = None
    completion: Decimal | None = None
    image: Decimal | None = None
    video: Decimal | None = None
    second: Decimal | None = None
    is_own: bool = False

    @property
    def is_empty(self) -> bool:
        """It names no amount."""
        return all(getattr(self, name) is None for name in PRICE_FIELDS)

    def check(self) -> None:
        """Raises `INVALID_INPUT` whose `param` is `price_model`, `price_currency` or `price`."""
        if not self.model.strip():
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="price_model"))
        if not is_currency(self.currency):
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="price_currency"))
        amounts = [getattr(self, name) for name in PRICE_FIELDS]
        if any(each is not None and not (each.is_finite() and 0 <= each <= _MOST) for each in amounts):
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="price"))


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a request is expected to cost.

    Attributes:
        amount: money; for text only what is sent, when `is_least`.
        currency: of the amount.
        is_least: how much is written is not known, so it costs at least this.
        is_own: by a price of the person.
    """

    amount: Decimal
    currency: str
    is_least: bool = False
    is_own: bool = False


def price_of_gateway(model: ModelInfo, currency: str) -> ModelPrice:
    """Returns what the gateway names, in the currency of the account."""
    whole = model.price
    return ModelPrice(
        model.id,
        currency,
        prompt=model.prompt_price,
        completion=model.answer_price,
        image=whole if model.kind is ModelKind.IMAGE else None,
        video=whole if model.kind is ModelKind.VIDEO else None,
    )


def media_estimate(price: ModelPrice, *, images: int = 0, videos: int = 0) -> Estimate | None:
    """Returns what images or videos cost; None when nobody named the price. A price by the second tells
    nothing before the length is known.
    """
    amount = Decimal(0)
    for each, count in ((price.image, images), (price.video, videos)):
        if count and each is None:
            return None
        amount += (each or Decimal(0)) * count
    return Estimate(amount, price.currency, is_own=price.is_own) if images or videos else None


def text_estimate(price: ModelPrice, prompt_tokens: int, most_written: int | None) -> Estimate | None:
    """Returns what a text costs: what is sent, and `most_written` tokens when they are limited."""
    if price.prompt is None and price.completion is None:
        return None
    amount = (price.prompt or Decimal(0)) * prompt_tokens / MILLION
    limited = most_written is not None and price.completion is not None
    if limited and price.completion is not None and most_written is not None:
        amount += price.completion * most_written / MILLION
    return Estimate(amount, price.currency, is_least=not limited, is_own=price.is_own)


def amount_of(text: str) -> Decimal | None:
    """Returns an amount a person typed, with a comma or a point; None for nothing.

    Raises:
        PandaError: `INVALID_INPUT` (`price`): it is no amount, or negative.
    """
    # Chinese keyboards type digits and signs of the width of their characters.
    cleaned = normalize("NFKC", text).strip().lstrip("$¥€£").strip()
    if not cleaned:
        return None
    if "." not in cleaned and cleaned.count(",") == 1:
        cleaned = cleaned.replace(",", ".")
    wrong = PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="price"))
    if not cleaned.isascii() or not cleaned.replace(".", "", 1).isdigit():
        raise wrong
    try:
        amount = Decimal(cleaned)
    except InvalidOperation:
        raise wrong from None
    if amount > _MOST:
        raise wrong
    return amount


def is_currency(text: str) -> bool:
    """Tells whether a text looks like a currency code as gateways send it."""
    return 1 <= len(text) <= 10 and text.isascii() and text.isalpha()
