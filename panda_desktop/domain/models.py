"""Models of the gateway and the four smart routes.

Promise: a model of unknown kind is usable everywhere; guessing only orders the lists.
"""

import re
from dataclasses import dataclass
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
        prompt_price: money for a million tokens sent, when the gateway gives it.
        answer_price: money for a million tokens written, when the gateway gives it.
        context: the most tokens of a question and its answer together, when the gateway says so.
        guessed: nobody said the kind: it was guessed from the id.
        favourite: the person wants it first.
        hidden: the person wants it in no list.
        recent: 1 for the one used last, 2 for the one before, and so on; 0 for none of these.
        added: the person named it; the gateway does not list it.
    """

    id: str
    kind: ModelKind
    owned_by: str = ""
    name: str = ""
    sizes: tuple[str, ...] = ()
    price: Decimal | None = None
    sees_images: bool | None = None
    prompt_price: Decimal | None = None
    answer_price: Decimal | None = None
    context: int | None = None
    guessed: bool = False
    favourite: bool = False
    hidden: bool = False
    recent: int = 0
    added: bool = False


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
    """Returns the models of one kind that are not hidden: the favourites, those used last, then all others in
    the gateway's order; chat with the smart routes first.
    """
    shown = (each for each in models if each.kind is kind and not each.hidden)
    found = tuple(sorted((each for each in shown if each.id not in SMART_ROUTES), key=_place))
    if kind is not ModelKind.CHAT:
        return found
    return tuple(ModelInfo(route, ModelKind.CHAT) for route in SMART_ROUTES) + found


def _place(model: ModelInfo) -> tuple[int, int]:
    if model.favourite:
        return 0, 0
    return (1, model.recent) if model.recent else (2, 0)


# The ids the API reference names: what the lists hold before the gateway has been asked.
DOCUMENTED_MODELS: Final = (
    ModelInfo("deepseek-v4-flash", ModelKind.CHAT),
    ModelInfo("wan-2.7-image", ModelKind.IMAGE),
    ModelInfo("kolors", ModelKind.IMAGE),
    ModelInfo("wan-2.7-video", ModelKind.VIDEO),
)
