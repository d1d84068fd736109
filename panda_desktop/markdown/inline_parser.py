"""Sets up markdown-it for inline content: what is allowed, formulas, footnote references, bare addresses.

Promise: no rule produces HTML, and no rule scans the rest of the text more than a bounded number of times.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from panda_desktop.markdown.bare_links import bare_address
from panda_desktop.markdown.raw_html import raw_html
from panda_desktop.markdown.references import footnote_label
from panda_desktop.markdown.tex import bracket_math, dollar_math

_FOOTNOTE = re.compile(r"\[\^([^\s\[\]]{1,200})\]")
_MAX_NESTING = 40


def make_parser() -> MarkdownIt:
    """Makes the parser; it holds no state between texts."""
    parser = MarkdownIt("commonmark", {"html": False, "typographer": False, "maxNesting": _MAX_NESTING})
    parser.enable("strikethrough")
    parser.disable(["html_inline", "normalize"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # `links.allowed` decides later
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]  # an address is shown as written
    ruler = parser.inline.ruler
    ruler.before("escape", "math_inline", dollar_math)
    ruler.before("escape", "math_inline_tex", bracket_math)
    ruler.before("link", "footnote_reference", _footnote_reference)
    ruler.after("autolink", "raw_html", raw_html)
    ruler.push("bare_address", bare_address)
    return parser


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
