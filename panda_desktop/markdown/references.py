"""Finds link reference definitions at the start of a paragraph (CommonMark 0.31, 4.7).

Promise: a definition is only taken when it is whole; the first one of a label wins (the caller's rule).
"""

import re
from dataclasses import dataclass
from typing import Final

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.common.utils import normalizeReference
from markdown_it.helpers import parseLinkDestination, parseLinkTitle

MAX_DEFINITIONS: Final = 200
"""Definitions taken from one paragraph; what follows is text."""

_LABEL = re.compile(r"\[((?:[^\\\[\]]|\\.){1,999})\]:", re.DOTALL)
_GAP = re.compile(r"[ \t]*(?:\n[ \t]*)?")
_TO_LINE_END = re.compile(r"[ \t]*(?:\n|\Z)")
_ANY_LABEL = re.compile(r"\[((?:[^\\\[\]]|\\.){1,999})\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Definition:
    """A definition: `label` and `address` normalised, the latter not yet checked, `title` possibly empty."""

    label: str
    address: str
    title: str


def take_definitions(text: str) -> tuple[list[Definition], str]:
    """Splits a paragraph's text into the definitions it begins with and the rest."""
    found: list[Definition] = []
    position = 0
    while text.startswith("[", position) and len(found) < MAX_DEFINITIONS:
        step = _one(text, position)
        if step is None:
            break
        definition, position = step
        found.append(definition)
    return found, text[position:]


def _one(text: str, position: int) -> tuple[Definition, int] | None:
    label = _LABEL.match(text, position)
    if label is None or not label[1].strip():
        return None
    position = _after(_GAP, text, label.end())
    destination = parseLinkDestination(text, position, len(text))
    if not destination.ok or destination.pos == position:
        return None
    address = destination.str
    end = _after_optional_title(text, destination.pos)
    if end is None:
        return None
    title, position = end
    return Definition(normalizeReference(label[1]), normalizeLink(address), title), position


def _after_optional_title(text: str, position: int) -> tuple[str, int] | None:
    start = _after(_GAP, text, position)
    if start > position:
        title = parseLinkTitle(text, start, len(text))
        if title.ok and (line_end := _TO_LINE_END.match(text, title.pos)):
            return title.str, line_end.end()
    line_end = _TO_LINE_END.match(text, position)
    return ("", line_end.end()) if line_end else None


def _after(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position


def labels_in(text: str) -> set[str]:
    """Returns every label the text may refer to, normalised; footnote labels keep their `^`."""
    if "[" not in text:
        return set()
    return {normalizeReference(label) for label in _ANY_LABEL.findall(text)}


def footnote_label(label: str) -> str:
    """Normalises a footnote's label as `labels_in` does, without its `^`."""
    return normalizeReference(f"^{label}")[1:]
