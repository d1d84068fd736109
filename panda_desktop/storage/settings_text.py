"""The settings as the text that is stored.

Promise: whatever the text is, reading it gives usable settings. It is read before the first paint, so this
imports nothing that is slow.
"""

import json
from typing import Any, get_type_hints

from panda_desktop.domain.settings import Settings


def settings_of(text: str) -> Settings:
    """Reads settings of JSON text, value by value; what cannot be understood has its default."""
    try:
        stored = json.loads(text)
    except (ValueError, RecursionError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    values = {
        name: fitting(stored[name], hint) for name, hint in get_type_hints(Settings).items() if name in stored
    }
    return Settings(**{name: value for name, value in values.items() if value is not None}).sane()


def fitting(value: Any, hint: Any) -> Any:
    """Returns the value if it is of the type, a list of words as a tuple; else None."""
    if hint == tuple[str, ...]:
        words = isinstance(value, list) and all(isinstance(each, str) for each in value)
        return tuple(value) if words else None
    return value if type(value) is hint else None
