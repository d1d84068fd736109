"""What a model takes and makes, as the lists of different gateways say it.

Promise: only what is said is read; what nobody said is None.
"""

import re
from typing import Any, Final

from panda_desktop.domain.models import ModelKind

_KINDS: Final = {
    "chat": ModelKind.CHAT,
    "text": ModelKind.CHAT,
    "llm": ModelKind.CHAT,
    "language": ModelKind.CHAT,
    "image": ModelKind.IMAGE,
    "video": ModelKind.VIDEO,
}
_PARTS: Final = re.compile(r"[^a-z]+")
_MOST_CONTEXT: Final = 10**12


def said_kind(entry: dict[str, Any]) -> ModelKind | None:
    """Returns what is said to be made: a word (`video`, `text-to-image`, `text+image->text`), a list of what
    comes out, or the endpoint it is asked at.
    """
    for name in ("kind", "type", "modality"):
        if (kind := _kind_of(entry.get(name))) is not None:
            return kind
    outputs = {word for word in _listed(entry, "output") if word in ("text", "image", "video")}
    for word in ("video", "image", "text"):
        # A model that writes too is one to chat with, whatever else it makes.
        if word in outputs and not (word == "image" and "text" in outputs):
            return _KINDS[word]
    endpoint = entry.get("endpoint")
    if isinstance(endpoint, str) and "/images/" in endpoint:
        return ModelKind.IMAGE
    return None


def sees_images(entry: dict[str, Any]) -> bool | None:
    """Returns whether images may be sent to it."""
    said = entry.get("sees_images", entry.get("vision", entry.get("supports_vision")))
    if isinstance(said, bool):
        return said
    inputs = _listed(entry, "input")
    return "image" in inputs if inputs else None


def context_of(entry: dict[str, Any]) -> int | None:
    """Returns how many tokens a question and its answer may have together."""
    for name in ("context_length", "context_window", "max_context_length", "max_model_len"):
        value = entry.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and 0 < value < _MOST_CONTEXT:
            return value
    return None


def _kind_of(said: Any) -> ModelKind | None:
    if not isinstance(said, str):
        return None
    word = said.lower().strip()
    if word in _KINDS:
        return _KINDS[word]
    made = re.split(r"->|-to-|_to_|2", word)[-1] if re.search(r"->|-to-|_to_|2", word) else word
    found = [_KINDS[part] for part in _PARTS.split(made) if part in _KINDS]
    return found[0] if found else None


def _listed(entry: dict[str, Any], side: str) -> set[str]:
    """Returns the modalities of one side, `input` or `output`."""
    architecture = entry.get("architecture")
    places = [entry, architecture if isinstance(architecture, dict) else {}]
    modalities = entry.get("modalities")
    if isinstance(modalities, dict):
        places.append({f"{side}_modalities": modalities.get(side)})
    for place in places:
        value = place.get(f"{side}_modalities")
        if isinstance(value, list):
            return {word.lower() for word in value if isinstance(word, str)}
    return set()
