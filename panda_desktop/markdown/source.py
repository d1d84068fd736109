"""Makes received text fit to be parsed and stored.

Promise: the result encodes to UTF-8, and cutting the input anywhere gives the same result.
"""

import re
from typing import Final

_SURROGATES = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n|\n|\r")
_HIGH_FIRST: Final = "\ud800"
_HIGH_LAST: Final = "\udbff"


def clean(text: str) -> str:
    """Joins surrogate pairs into the character they stand for and replaces lone ones by U+FFFD.

    A pair cut between two JSON strings arrives as two lone surrogates; Python's `json` keeps them apart.
    """
    if _SURROGATES.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class LineSplitter:
    """Cuts pieces of text into whole lines with their offsets in the cleaned source."""

    def __init__(self) -> None:
        """Starts at offset 0."""
        self._rest = ""
        self._held = ""
        self._offset = 0

    def feed(self, text: str) -> tuple[str, list[tuple[str, int]]]:
        """Takes more text.

        Returns:
            The cleaned text that was added to the source, and the lines completed by it as
            `(line without ending, offset)`. A high surrogate at the end is held back:
            its other half may follow.
        """
        text = self._held + text
        self._held = ""
        if text and _HIGH_FIRST <= text[-1] <= _HIGH_LAST:
            self._held = text[-1]
            text = text[:-1]
        added = clean(text)
        return added, self._cut(added, at_end=False)

    def finish(self) -> tuple[str, list[tuple[str, int]]]:
        """Ends the text; returns as `feed` does, the last line included when it has any character."""
        added = clean(self._held)
        self._held = ""
        lines = self._cut(added, at_end=True)
        if self._rest:
            lines.append((self._rest, self._offset))
            self._offset += len(self._rest)
            self._rest = ""
        return added, lines

    @property
    def rest(self) -> tuple[str, int]:
        """The line that is not complete yet, and its offset."""
        rest = self._rest
        return (rest[:-1] if rest.endswith("\r") else rest), self._offset

    def _cut(self, added: str, *, at_end: bool) -> list[tuple[str, int]]:
        if "\n" not in added and "\r" not in added and not self._rest.endswith("\r") and not at_end:
            self._rest += added
            return []
        text = self._rest + added
        lines: list[tuple[str, int]] = []
        position = 0
        for found in _LINE_END.finditer(text):
            if found.group() == "\r" and found.end() == len(text) and not at_end:
                break  # it may be the first half of CRLF
            lines.append((text[position : found.start()], self._offset + position))
            position = found.end()
        self._rest = text[position:]
        self._offset += position
        return lines
