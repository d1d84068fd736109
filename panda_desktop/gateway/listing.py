"""The list of models, however a gateway writes it.

Promise: whatever the list holds, what can be used is usable.
"""

import re
from decimal import Decimal
from typing import Any, Final

from panda_desktop.domain.models import ModelInfo, guess_kind
from panda_desktop.gateway.amounts import amount_in
from panda_desktop.gateway.modalities import context_of, said_kind, sees_images

_SIZE: Final = re.compile(r"^\d{2,5}x\d{2,5}$")


def models_of(value: Any) -> tuple[ModelInfo, ...]:
    """Returns every entry with a usable id, once each, in order."""
    entries = value.get("data", value.get("models")) if isinstance(value, dict) else value
    found: dict[str, ModelInfo] = {}
    for entry in entries if isinstance(entries, list) else ():
        model = model_of(entry)
        if model is not None:
            found.setdefault(model.id, model)
    return tuple(found.values())


def model_of(entry: Any) -> ModelInfo | None:
    """Returns one model, None without an id."""
    if isinstance(entry, str):
        entry = {"id": entry}
    if not isinstance(entry, dict):
        return None
    model_id = entry.get("id")
    if isinstance(model_id, int) and not isinstance(model_id, bool):
        model_id = str(model_id)
    if not isinstance(model_id, str) or not model_id.strip():
        return None
    model_id = model_id.strip()[:200].encode("utf-8", "replace").decode()
    said = said_kind(entry)
    sizes = entry.get("sizes")
    return ModelInfo(
        model_id,
        said or guess_kind(model_id),
        owned_by=_text(entry.get("owned_by")),
        name=_text(entry.get("name")) or model_id,
        sizes=tuple(size for size in sizes if isinstance(size, str) and _SIZE.match(size))
        if isinstance(sizes, list)
        else (),
        price=_price(entry.get("price")),
        sees_images=sees_images(entry),
        prompt_price=_per_million(entry.get("pricing"), "prompt"),
        answer_price=_per_million(entry.get("pricing"), "completion"),
        context=context_of(entry),
        guessed=said is None,
    )


def _text(value: Any) -> str:
    return value[:200].encode("utf-8", "replace").decode() if isinstance(value, str) else ""


def _price(value: Any) -> Decimal | None:
    price = amount_in(value)
    return price if price is not None and price >= 0 else None


def _per_million(pricing: Any, name: str) -> Decimal | None:
    """Returns a price of text for a million tokens. Without a unit an amount sent as text is one for a token
    (as OpenRouter documents `pricing`); a bare number could be anything and is not read.
    """
    if not isinstance(pricing, dict):
        return None
    value, unit = pricing.get(name), str(pricing.get("unit", "")).lower().replace(" ", "")
    price = _price(value)
    if price is None:
        return None
    if unit in ("1mtokens", "1m", "milliontokens", "1milliontokens", "1000000tokens"):
        return price
    if unit in ("1ktokens", "1k", "1000tokens"):
        return price * 1000
    return price * 1_000_000 if isinstance(value, str) and unit in ("", "token") else None
