"""Checks the fields of a request.

Promise: a wrong value is refused with 400 and a sentence that names field, value and rule.
"""

from typing import Any

from panda_desktop.demo.faults import malformed


def required_text(body: dict[str, Any], name: str) -> str:
    """Returns a string that is there and not blank. Raises a 400."""
    value = body.get(name)
    if value is None:
        raise malformed(f"You must provide the parameter '{name}'.", name)
    if not isinstance(value, str):
        raise malformed(f"Invalid type for '{name}': expected a string.", name)
    if not value.strip():
        raise malformed(f"'{name}' must not be empty.", name)
    return value


def number(body: dict[str, Any], name: str, low: float, high: float) -> float | None:
    """Returns a number from `low` to `high`, or None when it is not given. Raises a 400."""
    value = body.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise malformed(f"Invalid type for '{name}': expected a number.", name)
    if not low <= value <= high:
        raise malformed(f"Invalid '{name}': {value:g} is not between {low:g} and {high:g}.", name)
    return float(value)


def whole(body: dict[str, Any], name: str, low: int, high: int) -> int | None:
    """Returns a whole number from `low` to `high`, or None when it is not given. Raises a 400."""
    value = number(body, name, low, high)
    if value is None:
        return None
    if value != int(value):
        raise malformed(f"Invalid '{name}': expected a whole number.", name)
    return int(value)


def flag(body: dict[str, Any], name: str) -> bool:
    """Returns a boolean; False when it is not given. Raises a 400."""
    value = body.get(name)
    if value is None:
        return False
    if not isinstance(value, bool):
        raise malformed(f"Invalid type for '{name}': expected a boolean.", name)
    return value


def stop_words(body: dict[str, Any]) -> tuple[str, ...]:
    """Returns the sequences an answer ends before. Raises a 400."""
    value = body.get("stop")
    words = [value] if isinstance(value, str) else value or []
    if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
        raise malformed("Invalid 'stop': expected a string or a list of strings.", "stop")
    return tuple(words)
