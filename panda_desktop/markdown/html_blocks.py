"""Recognises lines that begin a block of raw HTML (CommonMark 0.31, 4.6), which is shown as it was written.

Promise: one match at the beginning of a line.

Two things differ from CommonMark, because an answer is read by a person and not by a browser. Such a block
ends at the first empty line at the latest, so that a comment or script that is never closed does not swallow
the rest. And a tag that HTML does not know as a block begins none: models put Markdown between tags they make
up.
"""

import re
from typing import Final

_VERBATIM = re.compile(r"<(script|pre|style|textarea)(?=[\s>]|\Z)", re.IGNORECASE)
_CLOSINGS: Final = (("<!--", "-->"), ("<?", "?>"), ("<![cdata[", "]]>"))
_DECLARATION = re.compile(r"<![A-Za-z]")
_BLOCKS: Final = (
    "address article aside base basefont blockquote body caption center col colgroup dd details"
    " dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6"
    " head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p"
    " param search section summary table tbody td tfoot th thead title tr track ul"
)
_BLOCK = re.compile(rf"</?(?:{_BLOCKS.replace(' ', '|')})(?=\s|/?>|\Z)", re.IGNORECASE)


def closing_of(line: str, start: int) -> str | None:
    """Returns what ends the block that begins at `start`, in lower case.

    Empty when only an empty line ends it, None when no block begins there.
    """
    verbatim = _VERBATIM.match(line, start)
    if verbatim:
        return f"</{verbatim[1].lower()}>"
    begin = line[start : start + 9].lower()
    for opening, closing in _CLOSINGS:
        if begin.startswith(opening):
            return closing
    if _DECLARATION.match(line, start):
        return ">"
    return "" if _BLOCK.match(line, start) else None
