"""Recognises raw HTML inside text (CommonMark 0.31, 6.6), so that it is shown exactly as it was written.

Promise: what is recognised becomes text; the end of a construct is looked for at most once from each side.
"""

import re
from typing import TYPE_CHECKING, Final

from panda_desktop.markdown.closings import after_closing

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_NAME: Final = r"[A-Za-z][A-Za-z0-9-]*"
_VALUE: Final = r"""(?:[^\s"'=<>`]+|'[^']*'|"[^"]*")"""
_ATTRIBUTE: Final = rf"\s+[A-Za-z_:][A-Za-z0-9_.:-]*(?:\s*=\s*{_VALUE})?"
_TAG = re.compile(rf"<(?:{_NAME}(?:{_ATTRIBUTE})*\s*/?|/{_NAME}\s*)>")
_SHORT_COMMENT = re.compile(r"<!--?-?>")
_BRACKETED: Final = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"))
_DECLARATION = re.compile(r"<![A-Za-z]")


def raw_html(state: "StateInline", silent: bool) -> bool:
    """Takes a tag, a comment, an instruction, a declaration or a CDATA section; a rule of markdown-it."""
    if state.src[state.pos] != "<":
        return False
    end = _end(state)
    if not end:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = state.src[state.pos : end]
    state.pos = end
    return True


def _end(state: "StateInline") -> int:
    source, start, stop = state.src, state.pos, state.posMax
    found = _TAG.match(source, start, stop)
    if found is None and source.startswith("<!--", start):
        found = _SHORT_COMMENT.match(source, start, stop)
    if found is not None:
        return found.end()
    for opening, closing in _BRACKETED:
        if source.startswith(opening, start):
            return after_closing(state, closing, start + len(opening))
    return after_closing(state, ">", start + 3) if _DECLARATION.match(source, start, stop) else 0
