"""Visible Markdown for what has no place of its own in a message.

Promise: nothing is left out, a note cannot be taken apart by what stands in it, and no note is a sentence:
notes become part of the chat, whatever language the program speaks.
"""

import json
import re
from typing import Any, Final

_TICKS = re.compile(r"`+")
_LABEL_LENGTH: Final = 500


def label(*names: str) -> str:
    """Returns a line that names something: a kind of content, a tool, a file."""
    return "> " + " ".join(f"`{_one_line(name)}`" for name in names if name.strip())


def fenced(text: str, language: str = "") -> str:
    """Returns text as a code block that ends where the text ends."""
    longest = max((len(run) for run in _TICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    word = language if language.replace("+", "").replace("#", "").isalnum() and len(language) < 40 else ""
    return f"{fence}{word}\n{text}\n{fence}"


def quoted(text: str) -> str:
    """Returns text as a quotation; nothing for nothing."""
    return "" if not text.strip() else "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def unknown(kind: str, value: Any) -> str:
    """Returns content nobody understands: what it calls itself, and all of it."""
    return f"{label(kind)}\n\n{fenced(json.dumps(value, ensure_ascii=False, indent=1, default=str), 'json')}"


def _one_line(text: str) -> str:
    return " ".join(text.replace("`", "'").split())[:_LABEL_LENGTH]
