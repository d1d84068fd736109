"""Everything a gateway says of one model, as names and values.

Promise: whatever it says becomes a short list of plain text; nothing of it is believed.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.domain.model_listing import ModelDetails

_MOST: Final = 200
_LONGEST: Final = 2000
_DEEPEST: Final = 6


def details_of(model_id: str, value: Any) -> ModelDetails:
    """Returns what is said, in order. Raises `BAD_ANSWER` when it is no object."""
    if isinstance(value, dict) and isinstance(value.get("data"), dict):
        value = value["data"]
    if not isinstance(value, dict):
        raise PandaError(ErrorKind.BAD_ANSWER, reached=Reached.ANSWERED)
    facts: list[tuple[str, str]] = []
    for fact in _facts("", value, 0):
        facts.append(fact)
        if len(facts) == _MOST:
            break
    return ModelDetails(model_id, tuple(facts))


def _facts(name: str, value: Any, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict) and value and depth < _DEEPEST:
        for key, inner in value.items():
            yield from _facts(f"{name}.{key}" if name else str(key), inner, depth + 1)
    elif isinstance(value, list) and any(isinstance(each, dict) for each in value) and depth < _DEEPEST:
        for place, inner in enumerate(value, 1):
            yield from _facts(f"{name}.{place}", inner, depth + 1)
    elif value not in (None, "", [], {}):
        yield _plain(name[:_LONGEST]), _plain(_words(value))


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}" if value.is_finite() and abs(value.adjusted()) < 30 else str(value)
    if isinstance(value, list):
        return ", ".join(_words(each) for each in value[:_MOST])
    return str(value)


def _plain(text: str) -> str:
    return text[:_LONGEST].encode("utf-8", "replace").decode()
