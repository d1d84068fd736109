"""Models of the gateway and the four smart routes.

Promise: a model of unknown kind is usable everywhere; guessing only orders the lists.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

SMART_ROUTES: Final = ("auto", "auto:cost", "auto:quality", "auto:speed")
"""Model ids by which the gateway itself chooses the model (API reference, "Chat Completions")."""


class ModelKind(StrEnum):
    """What a model makes."""

    CHAT = "chat"
    IMAGE = "image"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """One model as the gateway lists it.

    Attributes:
        id: as sent in requests; foreign text.
        kind: said by the gateway, else guessed from the id.
        owned_by: who provides it, when the gateway says so.
        name: a name for people; the id when there is none.
        sizes: image sizes `WxH` it takes; empty when nobody said.
        price: money for one image or one video, when the gateway gives it; currency of the account.
        sees_images: it takes image parts in messages; None when nobody said.
    """

    id: str
    kind: ModelKind
    owned_by: str = ""
    name: str = ""
    sizes: tuple[str, ...] = ()
    price: Decimal | None = None
    sees_images: bool | None = None


_VIDEO = re.compile(
    r"video|(^|[-/_.])(t2v|i2v|r2v|veo|sora|kling|hailuo|seedance|runway|pika|vidu|ltx)([-/_.\d]|$)",
    re.IGNORECASE,
)
_IMAGE = re.compile(
    r"image|(^|[-/_.])(kolors|dall-?e|flux|sdxl|stable-diffusion|sd3|midjourney|imagen|seedream|ideogram|"
    r"recraft|cogview|hidream|t2i)([-/_.\d]|$)",
    re.IGNORECASE,
)


def guess_kind(model_id: str) -> ModelKind:
    """Guesses from the id what a model makes: names the market uses, else chat."""
    if _VIDEO.search(model_id):
        return ModelKind.VIDEO
    if _IMAGE.search(model_id):
        return ModelKind.IMAGE
    return ModelKind.CHAT


def of_kind(models: tuple[ModelInfo, ...], kind: ModelKind) -> tuple[ModelInfo, ...]:
    """Returns the models of one kind in the gateway's order, chat with the smart routes first."""
    found = tuple(model for model in models if model.kind is kind and model.id not in SMART_ROUTES)
    if kind is not ModelKind.CHAT:
        return found
    return tuple(ModelInfo(route, ModelKind.CHAT) for route in SMART_ROUTES) + found


# The ids the API reference names: what the lists hold before the gateway has been asked.
DOCUMENTED_MODELS: Final = (
    ModelInfo("deepseek-v4-flash", ModelKind.CHAT),
    ModelInfo("wan-2.7-image", ModelKind.IMAGE),
    ModelInfo("kolors", ModelKind.IMAGE),
    ModelInfo("wan-2.7-video", ModelKind.VIDEO),
)


def with_kind(model: ModelInfo, kind: ModelKind) -> ModelInfo:
    """Returns the model with its kind corrected by the person."""
    return replace(model, kind=kind)
