"""Compares HTML by what it says, and writes down what is meant to differ from the specification.

Promise: two texts are the same here exactly when they have the same blocks, in the same order and nesting,
with the same words in the same styles and links.

What `as_we_show_it` changes in the expected HTML, and nothing else:

- `link`: an address that is not https, http or mailto stands behind the words, in brackets; a link's title
  and a link inside the document (`#…`) are left out;
- `image`: an image is its alternative text and where it points to, in square brackets;
- `raw`: a tag, comment or instruction that was written by hand is text;
- `box`: the box of a task is a character.
"""

import re
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any
from urllib.parse import urlsplit

_TOKEN = re.compile(
    r"""<!--?-?>|<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![A-Za-z][^>]*>"""
    r"""|</?[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*/?>""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([A-Za-z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_STYLES = {"em": "em", "strong": "strong", "del": "strike", "s": "strike", "code": "code"}
_VOID = {"br", "hr", "img", "input"}


@dataclass(slots=True)
class _Reader:
    """Reads tokens into blocks and runs of words."""

    out: list[Any] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    verbatim: int = 0

    def words(self, text: str) -> None:
        text = unescape(text)
        if not self.verbatim:
            text = re.sub(r"\s+", " ", text)
        style = ("text", frozenset(self.styles))
        if self.out and self.out[-1][:2] == style:
            text = self.out.pop()[2] + text
            if not self.verbatim:
                text = text.replace("  ", " ")
        self.out.append((*style, text))

    def tag(self, token: str) -> None:
        name, attributes = _parts(token)
        style = f"a {attributes.get('href', '')}" if name == "a" else _STYLES.get(name)
        if style is not None and not (name == "code" and self.verbatim):
            if token.startswith("</"):
                opened = [at for at, other in enumerate(self.styles) if other.split()[0] == style.split()[0]]
                if opened:
                    del self.styles[opened[-1]]
                else:
                    self.out.append(("raw", token))
            else:
                self.styles.append(style)
            return
        self.verbatim += (name == "pre") * (-1 if token.startswith("</") else 1)
        if name in _VOID or not token.startswith("</"):
            self.out.append(("open", name, tuple(sorted(attributes.items()))))
        else:
            self.out.append(("close", name))


def _parts(token: str) -> tuple[str, dict[str, str]]:
    """Returns the name of a tag and its attributes."""
    name = token.strip("</>").split(maxsplit=1)[0].rstrip("/") if token[1:2] not in "!?" else ""
    given = _ATTRIBUTE.findall(token.removeprefix(f"<{name}").rstrip("/>"))
    return name.lower(), {a: unescape(b or c or d) for a, b, c, d in given}


def meaning(html: str) -> list[Any]:
    """Returns blocks and runs of words; equal lists say the same.

    We put a block of raw HTML between `<pre>` tags: that is text outside of any block here.
    """
    reader = _Reader()
    html = re.sub(r"<pre>(?!<code)(.*?)</pre>", r"\1", html, flags=re.DOTALL)
    done = 0
    for found in _TOKEN.finditer(html):
        if found.start() > done:
            reader.words(html[done : found.start()])
        if found.group().startswith(("<!", "<?")):
            reader.out.append(("raw", found.group()))
        else:
            reader.tag(found.group())
        done = found.end()
    if done < len(html):
        reader.words(html[done:])
    return _trimmed(reader.out)


def _trimmed(out: list[Any]) -> list[Any]:
    """Drops the spaces at the sides of blocks, and runs that are then empty."""
    kept: list[Any] = []
    verbatim = False
    for index, item in enumerate(out):
        if item[1] == "pre":
            verbatim = item[0] == "open"
        if item[0] == "text" and not verbatim:
            text = item[2]
            if index == 0 or out[index - 1][0] != "text":
                text = text.lstrip(" ")
            if index == len(out) - 1 or out[index + 1][0] != "text":
                text = text.rstrip(" ")
            if not text:
                continue
            item = (*item[:2], text)
        kept.append(item)
    return kept


def as_we_show_it(html: str, markdown: str) -> tuple[str, set[str]]:
    """Rewrites the expected HTML by the rules of this module; returns the rules that changed anything too."""
    used: set[str] = set()
    links: list[str] = []
    parts: list[str] = []
    done = 0
    for found in _TOKEN.finditer(html):
        parts.append(html[done : found.start()])
        done = found.end()
        token = found.group()
        rule, text = _shown(token, markdown, links, html[: found.start()])
        if rule:
            used.add(rule)
        parts.append(text)
    parts.append(html[done:])
    return "".join(parts), used


def _shown(token: str, markdown: str, links: list[str], before: str) -> tuple[str, str]:
    if token in markdown and not token.startswith("<input"):
        return "raw", escape(token, quote=False)
    _, attributes = _parts(token)
    if token.startswith("<a "):
        address = attributes.get("href", "")
        if _may_be_opened(address):
            links.append("")
            rule = "link" if "title" in attributes else ""
            return rule, f'<a href="{escape(address)}">'
        links.append(address or "#")
        return "link", ""
    if token == "</a>" and links:
        address = links.pop()
        if not address:
            return "", token
        written = unescape(before).endswith(address.removeprefix("mailto:"))  # an autolink shows its address
        return "link", "" if address.startswith("#") or written else f" ({escape(address, quote=False)})"
    if token.startswith("<img "):
        return "image", escape(f"[{_chip(attributes)}]", quote=False)
    if token.startswith("<input "):
        return "box", "\u2611" if "checked" in attributes else "\u2610"
    return "", token


def _may_be_opened(address: str) -> bool:
    if address.lower().startswith("mailto:"):
        return "@" in address
    return bool(re.match(r"https?://[^/?#\\\s]+[^\\\s]*\Z", address, re.IGNORECASE))


def _chip(attributes: dict[str, str]) -> str:
    alternative = attributes.get("alt", "").replace("\n", " ").strip()
    place = urlsplit(attributes.get("src", "")).hostname or attributes.get("src", "")
    return f"{alternative} ({place})" if alternative and place else alternative or place
