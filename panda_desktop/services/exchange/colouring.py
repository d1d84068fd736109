"""Colours the code blocks in HTML that the safe renderer has made.

Promise: only wraps characters in `span`s with a class of `highlight.CLASSES`; what is read stays the same.

Nothing in a text can look like the tags that are looked for: the renderer escapes every `<` of it.
"""

import re
from html import escape, unescape

from panda_desktop.markdown.highlight import Highlighter, Run

_CODE = re.compile(r'(<pre><code class="language-([^"]*)">)([^<]*)(</code></pre>)')


def coloured(html: str) -> str:
    """Returns the HTML with its code coloured."""
    return _CODE.sub(_block, html)


def _block(found: re.Match[str]) -> str:
    begin, language, inside, end = found.groups()
    lines = tuple(unescape(inside).removesuffix("\n").split("\n"))
    highlighter = Highlighter(unescape(language))
    while highlighter.step(lines, len(lines)):
        pass
    highlighter.colour_tail(lines, len(lines))
    shown = "".join(f"{_line(line, highlighter.runs(at))}\n" for at, line in enumerate(lines))
    return f"{begin}{shown}{end}"


def _line(line: str, runs: tuple[Run, ...]) -> str:
    parts: list[str] = []
    position = 0
    for start, length, name in runs:
        parts.append(escape(line[position:start], quote=False))
        position = start + length
        parts.append(f'<span class="{name}">{escape(line[start:position], quote=False)}</span>')
    parts.append(escape(line[position:], quote=False))
    return "".join(parts)
