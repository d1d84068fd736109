"""Sets up markdown-it for inline content: what is allowed, formulas, footnote references.

Promise: no rule produces HTML, and no rule scans the rest of the text more than a bounded number of times.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.dollarmath.index import math_inline_dollar

from panda_desktop.markdown.references import footnote_label

_FOOTNOTE = re.compile(r"\[\^([^\s\[\]]{1,200})\]")
_MAX_NESTING = 40


def make_parser() -> MarkdownIt:
    """Makes the parser; it holds no state between texts."""
    parser = MarkdownIt(
        "commonmark", {"html": False, "linkify": True, "typographer": False, "maxNesting": _MAX_NESTING}
    )
    parser.enable(["strikethrough", "linkify"])
    parser.disable(["html_inline", "normalize"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # `links.allowed` decides later
    if parser.linkify is not None:
        parser.linkify.set({"fuzzy_link": False, "fuzzy_email": True, "fuzzy_ip": False})
        for scheme in ("ftp:", "//"):
            parser.linkify.add(scheme, None)
    ruler = parser.inline.ruler
    ruler.before("escape", "math_inline", math_inline_dollar(False, False, True))
    ruler.before("escape", "math_inline_tex", _tex_math)
    ruler.before("link", "footnote_reference", _footnote_reference)
    return parser


def _tex_math(state: StateInline, silent: bool) -> bool:
    r"""Takes `\(…\)` and `\[…\]`."""
    opening = state.src[state.pos : state.pos + 2]
    if opening not in ("\\(", "\\["):
        return False
    closing = "\\)" if opening == "\\(" else "\\]"
    missing = state.env.setdefault("unclosed_tex", {})
    if missing.get(closing, len(state.src)) <= state.pos:
        return False
    end = state.src.find(closing, state.pos + 2, state.posMax)
    if end < 0:
        missing[closing] = state.pos
        return False
    content = state.src[state.pos + 2 : end]
    if not content.strip():
        return False
    if not silent:
        token = state.push("math_inline" if closing == "\\)" else "math_inline_double", "math", 0)
        token.content = content
        token.markup = opening
    state.pos = end + 2
    return True


def _footnote_reference(state: StateInline, silent: bool) -> bool:
    """Takes `[^label]` when the label has a definition."""
    found = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    label = footnote_label(found[1])
    if label not in state.env.get("footnote_labels", ()):
        return False
    if not silent:
        token = state.push("footnote_reference", "sup", 0)
        token.content = found[1]
        token.meta = {"label": label}
    state.pos = found.end()
    return True
