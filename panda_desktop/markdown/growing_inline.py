"""Inline content of text that grows at its end, as the open paragraph of an answer does.

Promise: what is returned is what `parse_inline` returns for the same text. Plain words after a space, behind
everything that has a meaning, change nothing before them: they are added to the last span.
"""

from collections.abc import Mapping
from typing import Any, Final

from panda_desktop.markdown.blocks import Span, Spans
from panda_desktop.markdown.inline import MARKS, MAX_BRACKET_WORK, MAX_INLINE, has_address, parse_inline

_CLOSING: Final = frozenset(MARKS + "\n()\"';")
"""What may have a meaning together with something before it."""


class GrowingInline:
    """Parses one text after the other."""

    def __init__(self) -> None:
        """Has parsed nothing yet."""
        self._text = ""
        self._spans: Spans = ()
        self._known = (0, 0)

    def parse(
        self, text: str, links: Mapping[str, Mapping[str, Any]], footnotes: Mapping[str, bool]
    ) -> Spans:
        """Returns the spans of a text; arguments as for `parse_inline`."""
        text = text.rstrip(" \t")
        known = len(links), len(footnotes)
        more = text[len(self._text) :] if text.startswith(self._text) else ""
        if more and known == self._known and self._goes_on(text, more):
            spans: Spans = (*self._spans[:-1], Span(self._spans[-1].text + more))
        else:
            spans = parse_inline(text, links, footnotes)
        self._text, self._spans, self._known = text, spans, known
        return spans

    def _goes_on(self, text: str, more: str) -> bool:
        """Says whether the last span is plain text after a space that `more` only makes longer."""
        if not self._spans or not more.isprintable() or not _CLOSING.isdisjoint(more):
            return False
        last = self._spans[-1]
        if len(last.text) == len(self._text) or last != Span(last.text) or not last.text.startswith(" "):
            return False
        if not self._text.endswith(last.text) or not _CLOSING.isdisjoint(last.text):
            return False
        if len(text) > MAX_INLINE or text.count("[") * len(text) > MAX_BRACKET_WORK:
            return False
        return not has_address(last.text + more)
