"""Prompts that are kept, with places to fill in: `Translate into {{language}}: {{text}}`.

Promise: pure; text without a value stays as it stands, and a value is never read for places again.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

# A name has 1 to 60 characters, no braces and no line break; spaces around it do not count.
_VARIABLE: Final = re.compile(r"\{\{[ \t]*([^{}\s](?:[^{}\n]{0,58}[^{}\s])?)[ \t]*\}\}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt of the library.

    Attributes:
        id: ours.
        name: 1 to 60 characters on one line; two prompts may have the same.
        text: with `{{name}}` where something is to be filled in.
        place: 0 for the first.
    """

    id: str
    name: str
    text: str
    place: int = 0

    @property
    def variables(self) -> tuple[str, ...]:
        """See `variables_of`."""
        return variables_of(self.text)


def variables_of(text: str) -> tuple[str, ...]:
    """Returns the names of the places, each once, in order of their first appearance."""
    return tuple(dict.fromkeys(match[1] for match in _VARIABLE.finditer(text)))


def missing(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Returns the names of the places without a value; a blank value is none."""
    return tuple(name for name in variables_of(text) if not values.get(name, "").strip())


def fill(text: str, values: Mapping[str, str]) -> str:
    """Returns the text with the values in their places; a place without a value stays."""
    return _VARIABLE.sub(lambda match: values.get(match[1], match[0]), text)


def places_of(text: str) -> tuple[tuple[int, int], ...]:
    """Returns where the places stand: begin and end of each in characters, in order."""
    return tuple(match.span() for match in _VARIABLE.finditer(text))


def first_words(text: str) -> str:
    """Returns the beginning of a text as one line of at most 120 characters."""
    return " ".join(text[:400].split())[:120]
