r"""Recognises formulas inside text: `$…$`, `$$…$$`, `\(…\)` and `\[…\]`.

Promise: prices and shell variables stay text; nothing in code is a formula; each rule looks for an end once.
"""

import re
from typing import TYPE_CHECKING, Final

from panda_desktop.markdown.closings import after_closing

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

MAX_TEX: Final = 4_000
"""Characters of a formula that is typeset; a longer one stays source."""

_PRICE = re.compile(r"[0-9][^\\^_={]*\s[^\\^_={]*[A-Za-z]{2}")
_MAX_ESCAPED: Final = 8
_SPACES: Final = " \t\n"


def dollar_math(state: "StateInline", silent: bool) -> bool:
    """Takes `$…$` and `$$…$$`; a rule of markdown-it."""
    source, start = state.src, state.pos
    if source[start] != "$" or state.pending.endswith("$") or _is_word(source, start - 1):
        return False
    mark = "$$" if source.startswith("$$", start) else "$"
    first = start + len(mark)
    end = _closing(state, mark, first)
    content = source[first : end - len(mark)] if end else ""
    if not content.strip() or "`" in content:
        return False
    if mark == "$" and (
        content[0] in _SPACES or content[-1] in _SPACES or _is_word(source, end) or _PRICE.match(content)
    ):
        return False
    return _take(state, content, end, silent, display=mark == "$$")


def _closing(state: "StateInline", mark: str, start: int) -> int:
    """Returns the position after the next mark that is not escaped, 0 when there is none."""
    for _ in range(_MAX_ESCAPED):
        end = after_closing(state, mark, start)
        if not end or state.src[end - len(mark) - 1] != "\\":
            return end
        start = end
    return 0


def _is_word(text: str, position: int) -> bool:
    char = text[position : position + 1] if position >= 0 else ""
    return char.isascii() and char.isalnum()


def bracket_math(state: "StateInline", silent: bool) -> bool:
    r"""Takes `\(…\)` and `\[…\]`; a rule of markdown-it."""
    opening = state.src[state.pos : state.pos + 2]
    if opening not in ("\\(", "\\["):
        return False
    display = opening == "\\["
    end = after_closing(state, "\\]" if display else "\\)", state.pos + 2)
    content = state.src[state.pos + 2 : end - 2] if end else ""
    if not any(map(str.isalnum, content)) or (display and state.src[end : end + 1] in ("(", "[")):
        return False  # nothing to typeset, or brackets that were escaped
    return _take(state, content, end, silent, display=display)


def _take(state: "StateInline", content: str, end: int, silent: bool, *, display: bool) -> bool:
    if not silent:
        token = state.push("math_inline_double" if display else "math_inline", "math", 0)
        token.content = content
    state.pos = end
    return True
