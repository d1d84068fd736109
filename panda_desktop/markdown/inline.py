"""Parses inline content into styled spans with markdown-it.

Promise: raw HTML stays text, an address that is not allow-listed never becomes a target, and text over the
size limit costs nothing: it is returned unparsed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from markdown_it.common.normalize_url import normalizeLink

from panda_desktop.markdown.bare_links import split_at_addresses
from panda_desktop.markdown.blocks import Span, SpanKind, Spans
from panda_desktop.markdown.kept_images import KeptImages
from panda_desktop.markdown.links import allowed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_INLINE: Final = 8_192
"""Characters of one paragraph, heading or cell that are parsed; a longer one is shown as plain text."""

MAX_MARKS: Final = 1_000
"""Characters with a meaning in Markdown of one leaf that are still parsed; prose has fewer in the longest
paragraph. Each costs, and an open paragraph is parsed again whenever more of it comes.
"""

MAX_BRACKET_WORK: Final = 150_000
"""Characters from each opening bracket to its end that are still parsed: markdown-it looks for it."""

_MAX_TARGETS: Final = 65_536
"""Characters of all addresses in one leaf: many references to one long definition must not add up."""

_MAX_SHOWN: Final = 200
"""Characters shown of an address that is not a link."""

MARKS: Final = "\\`*_~[]<>!&$:@"
"""Characters with a meaning in Markdown."""
_BRACKET: Final = re.compile(r"[\[\]]")

_SIMPLE: Final = frozenset(MARKS + "\n")
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
    simple = _SIMPLE.isdisjoint(text) and not has_address(text)
    images = KeptImages()
    short = text if simple else images.take_out(text)
    if simple or _is_too_much(short):
        return _unparsed(text)
    tokens = _parser().parseInline(short, {"references": links, "footnote_labels": footnotes})
    return tuple(images.put_back(_spans(tokens[0].children or [])))


def _is_too_much(text: str) -> bool:
    """Says whether parsing would hold up the window: cheap to tell, and known before anything is parsed."""
    if len(text) > MAX_INLINE or sum(map(text.count, MARKS)) > MAX_MARKS:
        return True
    opening = text.count("[")
    return opening * len(text) > MAX_BRACKET_WORK and _bracket_work(text) > MAX_BRACKET_WORK


def _bracket_work(text: str) -> int:
    """Adds up how far each opening bracket is from its closing one, or from the end when there is none."""
    opened: list[int] = []
    work = 0
    for found in _BRACKET.finditer(text):
        if found[0] == "[":
            opened.append(found.start())
        elif opened:
            work += found.start() - opened.pop()
    return work + sum(len(text) - at for at in opened)


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
        self.targets = 0

    def span(self, text: str, kind: SpanKind = SpanKind.TEXT, *, display: bool = False) -> Span:
        target = self.links[-1][0] if self.links else ""
        return Span(text, kind, self.bold > 0, self.italic > 0, self.strike > 0, target, display)


def _spans(tokens: "list[Token]") -> list[Span]:
    style = _Style()
    spans: list[Span] = []
    texts: list[str] = []  # of the last span, joined when it is complete: adding to a string copies it
    for token in tokens:
        for made in _made(token, style, spans):
            if not made.text and made.kind is SpanKind.TEXT:
                continue
            if made.kind is SpanKind.TEXT and spans and _same_style(spans[-1], made):
                texts.append(made.text)
                continue
            _complete(spans, texts)
            spans.append(made)
            texts = [made.text]
    _complete(spans, texts)
    return spans


def _complete(spans: list[Span], texts: list[str]) -> None:
    if len(texts) > 1:
        spans[-1] = replace(spans[-1], text="".join(texts))


def _same_style(one: Span, other: Span) -> bool:
    return (one.kind, one.bold, one.italic, one.strike, one.target) == (
        other.kind,
        other.bold,
        other.italic,
        other.strike,
        other.target,
    )


def _made(token: "Token", style: _Style, before: list[Span]) -> Iterator[Span]:
    """Yields what a token adds; one that opens or closes a style mostly adds nothing."""
    match token.type:
        case "text" | "text_special" if has_address(token.content) and not style.links:
            for text, target in split_at_addresses(token.content, before[-1].text[-1:] if before else ""):
                yield replace(style.span(text), target=allowed(normalizeLink(target)) if target else "")
        case "text" | "text_special":
            yield style.span(token.content)
        case "html_inline":
            yield from _lines(token.content, style)
        case "code_inline":
            yield style.span(token.content, SpanKind.CODE)
        case "softbreak":
            yield style.span("\n", SpanKind.SOFT_BREAK)
        case "hardbreak":
            yield style.span("\n", SpanKind.HARD_BREAK)
        case "math_inline":
            yield style.span(token.content.strip(), SpanKind.MATH)
        case "math_inline_double":
            yield style.span(token.content.strip(), SpanKind.MATH, display=True)
        case "footnote_reference":
            yield Span(token.content, SpanKind.FOOTNOTE, target=f"#fn:{token.meta['label']}")
        case "image":
            address = str(token.attrs.get("src", ""))
            style.targets += len(address)
            target = address if style.targets <= _MAX_TARGETS else address[:_MAX_SHOWN]
            yield Span(_alternative(token), SpanKind.IMAGE, target=target)
        case _:
            yield from _changed(token, style, before)


def has_address(text: str) -> bool:
    """Says whether a bare address may be in a text without `MARKS`."""
    return "@" in text or "www." in text.lower()


def _lines(text: str, style: _Style) -> Iterator[Span]:
    for index, line in enumerate(text.split("\n")):
        if index:
            yield style.span("\n", SpanKind.SOFT_BREAK)
        yield style.span(line)


def _changed(token: "Token", style: _Style, before: list[Span]) -> Iterator[Span]:
    """Opens or closes a style. A link that is not allowed leaves its address in the text, one around nothing
    but an image its address as a link of its own.
    """
    match token.type:
        case "strong_open" | "strong_close":
            style.bold += token.nesting
        case "em_open" | "em_close":
            style.italic += token.nesting
        case "s_open" | "s_close":
            style.strike += token.nesting
        case "link_open":
            address = str(token.attrs.get("href", ""))
            style.targets += len(address)
            style.links.append((allowed(address), address) if style.targets <= _MAX_TARGETS else ("", ""))
        case "link_close" if style.links:
            closed = style.span("")
            target, address = style.links.pop()
            if not target and address and token.info != "auto":
                yield style.span(
                    f" ({address if len(address) <= _MAX_SHOWN else address[:_MAX_SHOWN] + '…'})"
                )
            elif target and before and before[-1].kind is SpanKind.IMAGE:
                yield style.span(" ")
                yield replace(closed, text=target)


def _alternative(token: "Token") -> str:
    return "".join(
        child.content if child.type in ("text", "code_inline", "image") else " "
        for child in token.children or []
        if child.nesting == 0
    )
