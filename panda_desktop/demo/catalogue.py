"""The models the demo gateway offers.

Promise: three kinds, the four smart routes; models that fail, or answer in other forms, only on request.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from panda_desktop.demo.faults import model_not_found


class Kind(StrEnum):
    """What a model makes."""

    CHAT = "chat"
    IMAGE = "image"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class Model:
    """One model.

    Attributes:
        id: as requests name it.
        kind: what it makes.
        owner: who trained it, as the list shows it.
        about: one line for the list.
        tokens_per_s: pace of its writing.
        prompt_price: USD for a million prompt tokens.
        answer_price: USD for a million written tokens.
        price: USD for one image or one video.
        sizes: image sizes `WxH`; the first is the default.
        reasons: thinks aloud before it answers.
        writes_long: its answers are long unless limited.
        as_base64: images come in the answer, not as addresses.
        shape: how a video is answered, one of `HELD` or `POLLED`.
    """

    id: str
    kind: Kind
    owner: str
    about: str
    tokens_per_s: float = 60.0
    prompt_price: Decimal = Decimal("0.14")
    answer_price: Decimal = Decimal("0.28")
    price: Decimal | None = None
    sizes: tuple[str, ...] = ()
    reasons: bool = False
    writes_long: bool = False
    as_base64: bool = False
    shape: str = "fenced"

    def as_json(self) -> dict[str, Any]:
        """Returns the model as `GET /models` shows it: OpenAI's fields, then what the gateway adds."""
        shown: dict[str, Any] = {
            "id": self.id,
            "object": "model",
            "created": 1750000000,
            "owned_by": self.owner,
            "kind": self.kind.value,
            "description": self.about,
            "endpoint": "/v1/images/generations" if self.kind is Kind.IMAGE else "/v1/chat/completions",
        }
        if self.kind is Kind.CHAT:
            shown["context_length"] = 131072
            shown["supports_streaming"] = True
            shown["supports_reasoning"] = self.reasons
            shown["pricing"] = {
                "prompt": self.prompt_price,
                "completion": self.answer_price,
                "unit": "1M tokens",
            }
        else:
            shown["price"] = self.price
            shown["pricing"] = {self.kind.value: self.price, "currency": "usd"}
        if self.sizes:
            shown["sizes"] = list(self.sizes)
        return shown


_WAN_SIZES: Final = ("1024x1024", "1280x720", "720x1280", "1024x768", "768x1024")
_KOLORS_SIZES: Final = ("1024x1024", "960x1280", "768x1024", "720x1440", "720x1280")
_LITE_SIZES: Final = ("512x512", "768x512", "512x768")

MODELS: Final = (
    Model("deepseek-v4-flash", Kind.CHAT, "deepseek", "Quick and capable: the everyday choice."),
    Model(
        "deepseek-v4-reasoner",
        Kind.CHAT,
        "deepseek",
        "Thinks step by step before it answers.",
        prompt_price=Decimal("0.55"),
        answer_price=Decimal("2.19"),
        reasons=True,
    ),
    Model(
        "kimi-k3-longform",
        Kind.CHAT,
        "moonshot",
        "Writes long, well-structured texts.",
        tokens_per_s=120.0,
        prompt_price=Decimal("0.60"),
        answer_price=Decimal("2.50"),
        writes_long=True,
    ),
    Model(
        "glm-5-air",
        Kind.CHAT,
        "zhipu",
        "Small and very fast.",
        tokens_per_s=180.0,
        prompt_price=Decimal("0.02"),
        answer_price=Decimal("0.04"),
    ),
    Model(
        "qwen-3.7-vl",
        Kind.CHAT,
        "alibaba",
        "Reads text and pictures.",
        tokens_per_s=75.0,
        prompt_price=Decimal("0.30"),
        answer_price=Decimal("0.90"),
    ),
    Model(
        "wan-2.7-image",
        Kind.IMAGE,
        "alibaba",
        "Detailed pictures in five sizes.",
        price=Decimal("0.04"),
        sizes=_WAN_SIZES,
    ),
    Model(
        "kolors",
        Kind.IMAGE,
        "kuaishou",
        "Painterly pictures with strong colours.",
        price=Decimal("0.03"),
        sizes=_KOLORS_SIZES,
        as_base64=True,
    ),
    Model(
        "seedream-5-lite",
        Kind.IMAGE,
        "bytedance",
        "Small pictures, quickly.",
        price=Decimal("0.01"),
        sizes=_LITE_SIZES,
    ),
    Model(
        "wan-2.7-video",
        Kind.VIDEO,
        "alibaba",
        "Short clips from words or from a first frame.",
        price=Decimal("0.45"),
    ),
    Model(
        "hailuo-3-video",
        Kind.VIDEO,
        "minimax",
        "Short clips with a calm camera.",
        price=Decimal("0.30"),
        shape="parts",
    ),
    Model(
        "seedance-2-lite",
        Kind.VIDEO,
        "bytedance",
        "Short clips at a lower price.",
        price=Decimal("0.20"),
        shape="id",
    ),
)
ROUTES: Final = ("auto", "auto:cost", "auto:quality", "auto:speed")
# the forms in which gateways of this family have been seen to answer a video
HELD: Final = (
    *("fenced", "tag", "bare", "markdown", "log", "json", "parts", "message-videos", "blank-lines"),
    *("video-url", "url", "output", "output-url", "result-url", "metadata", "urls", "data", "base64"),
)
POLLED: Final = ("id", "task", "link")
FORCED: Final = (
    *("400", "401", "402", "403", "404", "429", "quota", "500", "502", "503", "524"),
    *("html", "cut", "stall", "stream", "empty", "failed"),
)


def forced_word(model: str) -> str | None:
    """Returns `429` for `error-429`, `error-429-image` or `error-429-video`; None for an honest model."""
    word = model.removeprefix("error-").removesuffix("-image").removesuffix("-video")
    return word if model.startswith("error-") and word in FORCED else None


def _failing(word: str, kind: Kind) -> Model:
    suffix = "" if kind is Kind.CHAT else f"-{kind.value}"
    price = {Kind.CHAT: None, Kind.IMAGE: Decimal("0.04"), Kind.VIDEO: Decimal("0.45")}[kind]
    sizes = _WAN_SIZES if kind is Kind.IMAGE else ()
    about, shape = "Fails on purpose.", "id" if word == "failed" else "fenced"
    return Model(f"error-{word}{suffix}", kind, "demo", about, price=price, sizes=sizes, shape=shape)


def _shaped(shape: str) -> Model:
    about = f"Answers a video in the form '{shape}'."
    return Model(f"video-as-{shape}", Kind.VIDEO, "demo", about, price=Decimal("0.20"), shape=shape)


def _route(route: str) -> Model:
    about = {
        "auto": "Chooses a model for each request.",
        "auto:cost": "Chooses the cheapest model that will do.",
        "auto:quality": "Chooses the best model.",
        "auto:speed": "Chooses the fastest model.",
    }
    return Model(route, Kind.CHAT, "panda", about[route])


def listed(*, all_models: bool) -> list[Model]:
    """Returns what `GET /models` lists; with `all_models` those that fail on purpose too."""
    models = [*map(_route, ROUTES), *MODELS]
    if all_models:
        models += [_failing(word, kind) for word in FORCED for kind in Kind]
        models += [_shaped(shape) for shape in (*HELD, *POLLED)]
    return models


def find(model_id: str) -> Model:
    """Returns a model by its id. Raises a 404."""
    for model in listed(all_models=True):
        if model.id == model_id:
            return model
    raise model_not_found(model_id)


def served_by(model: Model, prompt: str) -> Model:
    """Returns the model that really answers: for a smart route the one it chooses for this prompt."""
    if model.id not in ROUTES:
        return model
    by_id = {known.id: known for known in MODELS}
    if model.id in ("auto:cost", "auto:speed"):
        return by_id["glm-5-air"]
    if model.id == "auto:quality":
        return by_id["deepseek-v4-reasoner"]
    words = prompt.lower()
    if any(hint in words for hint in ("words", "essay", "story", "作文", "字")):
        return by_id["kimi-k3-longform"]
    if any(hint in words for hint in ("prove", "why", "step by step", "proof", "为什么", "证明")):
        return by_id["deepseek-v4-reasoner"]
    return by_id["deepseek-v4-flash"] if len(prompt) > 40 else by_id["glm-5-air"]
