"""Parses inline content into styled spans with markdown-it.

Promise: raw HTML stays text, an address that is not allow-listed never becomes a target, and text over the
size limit costs nothing: it is returned unparsed.
"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from panda_desktop.markdown.blocks import Span, SpanKind, Spans
from panda_desktop.markdown.links import allowed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_INLINE: Final = 8_192
"""Characters of one paragraph, heading or cell that are parsed; a longer one is shown as plain text."""

_MAX_BRACKET_WORK: Final = 4_000_000
"""Opening brackets times length that are still parsed: markdown-it looks for the end of each."""

_SIMPLE: Final = frozenset("\\`*_~[]<>!&$:@\n")
"""Without one of these characters (and with no `www`) text has no inline structure."""


def parse_inline(text: str, links: Mapping[str, Mapping[str, Any]], footnotes: Mapping[str, bool]) -> Spans:
    """Parses the text of one leaf.

    Args:
        text: lines joined by line feeds, leading spaces of each removed.
        links: link definitions, as `Definitions.links`.
        footnotes: labels of defined footnotes, normalised.
    """
    text = text.rstrip(" \t")
    if not text:
        return ()
    if len(text) > MAX_INLINE or _SIMPLE.isdisjoint(text) or text.count("[") * len(text) > _MAX_BRACKET_WORK:
        return _unparsed(text)
    tokens = _parser().parseInline(text, {"references": links, "footnote_labels": footnotes})
    return tuple(_spans(tokens[0].children or []))


def _unparsed(text: str) -> Spans:
    """Returns text with its line endings as breaks."""
    if "\n" not in text:
        return (Span(text),)
    spans: list[Span] = []
    for line in text.split("\n"):
        if spans:
            spans.append(Span("\n", SpanKind.SOFT_BREAK))
        if line:
            spans.append(Span(line))
    return tuple(spans)


@cache
def _parser() -> "MarkdownIt":
    from panda_desktop.markdown.inline_parser import make_parser

    return make_parser()


class _Style:
    """The styles open at one point of the token walk."""

    def __init__(self) -> None:
        self.bold = 0
        self.italic = 0
        self.strike = 0
        self.links: list[tuple[str, str]] = []

    def span(self, text: str, kind: SpanKind = SpanKind.TEXT, *, display: bool = False) -> Span:
        target = self.links[-1][0] if self.links else ""
        return Span(text, kind, self.bold > 0, self.italic > 0, self.strike > 0, target, display)


def _spans(tokens: "list[Token]") -> list[Span]:
    style = _Style()
    spans: list[Span] = []
    for token in tokens:
        made = _leaf(token, style)
        if made is None:
            made = _change(token, style)
        if made is None:
            continue
        before = spans[-1] if spans else None
        if before and made.kind is SpanKind.TEXT and _same_style(before, made):
            spans[-1] = style.span(before.text + made.text)
        elif made.text or made.kind is not SpanKind.TEXT:
            spans.append(made)
    return spans


def _same_style(one: Span, other: Span) -> bool:
    return (one.kind, one.bold, one.italic, one.strike, one.target) == (
        other.kind,
        other.bold,
        other.italic,
        other.strike,
        other.target,
    )


def _leaf(token: "Token", style: _Style) -> Span | None:
    match token.type:
        case "text" | "text_special" | "html_inline":
            return style.span(token.content)
        case "code_inline":
            return style.span(token.content, SpanKind.CODE)
        case "softbreak":
            return style.span("\n", SpanKind.SOFT_BREAK)
        case "hardbreak":
            return style.span("\n", SpanKind.HARD_BREAK)
        case "math_inline":
            return style.span(token.content.strip(), SpanKind.MATH)
        case "math_inline_double":
            return style.span(token.content.strip(), SpanKind.MATH, display=True)
        case "footnote_reference":
            return Span(token.content, SpanKind.FOOTNOTE, target=f"#fn:{token.meta['label']}")
        case "image":
            address = str(token.attrs.get("src", ""))
            return Span(_alternative(token), SpanKind.IMAGE, target=address)
    return None


def _change(token: "Token", style: _Style) -> Span | None:
    """Opens or closes a style; a link that is not allowed leaves its address in the text."""
    match token.type:
        case "strong_open" | "strong_close":
            style.bold += token.nesting
        case "em_open" | "em_close":
            style.italic += token.nesting
        case "s_open" | "s_close":
            style.strike += token.nesting
        case "link_open":
            address = str(token.attrs.get("href", ""))
            style.links.append((allowed(address), address))
        case "link_close" if style.links:
            target, address = style.links.pop()
            if not target and address and token.info != "auto":
                return style.span(f" ({address})")
    return None


def _alternative(token: "Token") -> str:
    return "".join(
        child.content if child.type in ("text", "code_inline", "image") else " "
        for child in token.children or []
        if child.nesting == 0
    )
