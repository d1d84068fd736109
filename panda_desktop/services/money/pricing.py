"""The prices that hold: the person's own, else the gateway's.

Promise: a price nobody named is None, and what is expected is never made up.
"""

from dataclasses import replace
from decimal import Decimal

from panda_desktop.domain.changes import BalanceChanged, ModelsChanged, PricesChanged
from panda_desktop.domain.models import ModelInfo
from panda_desktop.domain.money import LedgerEntry, Purpose, SpendKind
from panda_desktop.domain.prices import (
    MILLION,
    PRICE_FIELDS,
    Estimate,
    ModelPrice,
    media_estimate,
    price_of_gateway,
    text_estimate,
)
from panda_desktop.services.bus import Bus
from panda_desktop.storage.prices import PriceStore


class PriceList:
    """Knows what models cost.

    Attributes:
        currency: of the account, as the balance named it last.
    """

    def __init__(self, bus: Bus, store: PriceStore) -> None:
        """Listens from now on; `start` reads."""
        self._bus = bus
        self._store = store
        self._own: dict[str, ModelPrice] = {}
        self._models: tuple[ModelInfo, ...] = ()
        self.currency = "usd"
        bus.subscribe(ModelsChanged, self._heard_models)
        bus.subscribe(BalanceChanged, self._heard_balance)

    async def start(self) -> None:
        """Reads the person's prices."""
        self._own = {price.model: price for price in await self._store.prices()}
        self._tell()

    def all(self) -> tuple[ModelPrice, ...]:
        """Returns the prices that hold: the person's own in order, then the gateway's."""
        named = (price_of_gateway(model, self.currency) for model in self._models)
        theirs = tuple(price for price in named if not price.is_empty and price.model not in self._own)
        return (*sorted(self._own.values(), key=lambda price: price.model.lower()), *theirs)

    def price_of(self, model: str) -> ModelPrice | None:
        """Returns what a model costs; a field the person left empty is the gateway's, in one currency."""
        theirs = next(
            (price_of_gateway(each, self.currency) for each in self._models if each.id == model), None
        )
        own = self._own.get(model)
        if own is None or theirs is None or own.currency != theirs.currency:
            return own or theirs
        empty = {name: getattr(theirs, name) for name in PRICE_FIELDS if getattr(own, name) is None}
        return replace(own, **empty)

    async def set_price(self, price: ModelPrice) -> None:
        """Keeps a price of the person; one without amounts is removed. Raises what `check` raises."""
        price = replace(
            price, model=price.model.strip(), currency=price.currency.strip().lower(), is_own=True
        )
        price.check()
        if price.is_empty:
            await self.remove_price(price.model)
            return
        await self._store.save_price(price)
        self._own[price.model] = price
        self._tell()

    async def remove_price(self, model: str) -> None:
        """Goes back to the gateway's price."""
        await self._store.remove_price(model)
        self._own.pop(model, None)
        self._tell()

    def estimate(self, purpose: Purpose) -> Estimate | None:
        """Returns what a call is expected to cost; None when nobody named its price."""
        price = self.price_of(purpose.model)
        if price is None:
            return None
        if purpose.kind is SpendKind.IMAGE:
            return media_estimate(price, images=purpose.count)
        if purpose.kind is SpendKind.VIDEO:
            return media_estimate(price, videos=purpose.count)
        if purpose.prompt_tokens is None:
            return None
        return text_estimate(price, purpose.prompt_tokens, purpose.most_written)

    def by_tokens(self, entry: LedgerEntry) -> Decimal | None:
        """Returns what a text costs by the tokens that were counted; None when a price or count is missing
        or is of another currency.
        """
        price = self.price_of(entry.served_model or entry.model) or self.price_of(entry.model)
        if price is None or price.prompt is None or price.completion is None:
            return None
        if entry.prompt_tokens is None or entry.completion_tokens is None:
            return None
        if entry.currency not in ("", price.currency):
            return None
        return (price.prompt * entry.prompt_tokens + price.completion * entry.completion_tokens) / MILLION

    def _heard_models(self, change: ModelsChanged) -> None:
        self._models = change.models
        self._tell()

    def _heard_balance(self, change: BalanceChanged) -> None:
        if change.balance is not None and change.balance.currency != self.currency:
            self.currency = change.balance.currency
            self._tell()

    def _tell(self) -> None:
        self._bus.publish(PricesChanged(self.all()))
