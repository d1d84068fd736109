"""Images that stand in the text itself are taken out of it while it is parsed: they are long, and no markup.

Promise: what was taken out comes back exactly where it was, also where it turns out to be no image.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from panda_desktop.markdown.blocks import Span, SpanKind

_LEAST: Final = 200
_IMAGE = re.compile(
    rf"(?<=\]\()data:image/[a-z0-9+.-]{{1,20}};base64,[a-z0-9+/=]{{{_LEAST},}}+(?=[)\s])", re.IGNORECASE
)
_MARK: Final = "data:image/x-kept;base64,"
_MARKED = re.compile(re.escape(_MARK) + r"(\d{1,6})(?!\d)")


class KeptImages:
    """The images of one leaf."""

    def __init__(self) -> None:
        """Holds none."""
        self._addresses: list[str] = []

    def take_out(self, text: str) -> str:
        """Returns the text with a short mark in place of each long image address."""
        if "](data:image/" not in text.lower():
            return text
        return _IMAGE.sub(self._keep, text)

    def put_back(self, spans: list[Span]) -> Iterator[Span]:
        """Yields the spans as they would be had nothing been taken out."""
        for span in spans:
            if not self._addresses:
                yield span
            elif span.kind is SpanKind.IMAGE:
                yield replace(span, text=self._back(span.text), target=self._back(span.target))
            elif _MARK in span.text:
                yield replace(span, text=self._back(span.text))
            else:
                yield span

    def _keep(self, found: re.Match[str]) -> str:
        self._addresses.append(found[0])
        return f"{_MARK}{len(self._addresses) - 1}"

    def _back(self, text: str) -> str:
        if _MARK not in text:
            return text
        return _MARKED.sub(self._address, text)

    def _address(self, found: re.Match[str]) -> str:
        number = int(found[1])
        return self._addresses[number] if number < len(self._addresses) else found[0]
