"""Finds where something that was opened in a text closes.

Promise: what does not close is looked for once, however often it is opened.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline


def after_closing(state: "StateInline", closing: str, start: int) -> int:
    """Returns the position after the next `closing` from `start` on; 0 when there is none."""
    missing = state.env.setdefault("missing_closings", {})
    key = (closing, state.posMax, state.src)  # a rule also sees parts of the text: labels, alternatives
    if missing.get(key, state.posMax) <= start:
        return 0
    end = state.src.find(closing, start, state.posMax)
    if end < 0:
        missing[key] = start
        return 0
    return end + len(closing)
