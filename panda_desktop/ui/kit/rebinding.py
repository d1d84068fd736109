"""What is shown instead of the program's own keys, where the person gave a command others.

Promise: a menu, a tooltip or a name that names the program's own keys of a command shows the keys it has.

Like the look, this is ambient: whoever binds keys sets it, and menus and tooltips read it.
"""

import html
import re
from collections.abc import Mapping

from PySide6.QtGui import QKeySequence

_bound: dict[str, str] = {}


def set_bound_keys(bound: Mapping[str, str]) -> None:
    """Sets the keys shown instead of the program's own, both portable; empty ones for none."""
    _bound.clear()
    _bound.update(bound)


def bound_keys(own: str) -> str:
    """Returns the keys that stand for the program's own, such as `Ctrl+N`; those when nothing was changed."""
    return _bound.get(own, own)


def with_bound_keys(words: str, *, rich: bool = True) -> str:
    """Returns words in which the program's own keys in brackets are those the commands have.

    Keys that a command no longer has go with their brackets, or stay where those say more.

    Args:
        words: a tooltip, or a name or description.
        rich: they are rich text, as a tooltip is.
    """
    written = html.escape if rich else str
    keys = {written(shown): keys for own, keys in _bound.items() for shown in (own, _native(own))}
    if not keys:
        return words
    longest_first = "|".join(re.escape(each) for each in sorted(keys, key=len, reverse=True))
    named = re.compile(rf"(?<![\w+])(?:{longest_first})(?![\w+])")

    def put(found: re.Match[str]) -> str:
        # All at once: where two commands have changed their keys, one after the other would change them back.
        inside = named.sub(lambda own: written(_native(keys[own[0]])) or own[0], found[1])
        left = named.sub(lambda own: own[0] if keys[own[0]] else "", found[1])
        return found[0].replace(found[1], inside) if left.strip() else ""

    return re.sub(r"\s*\(([^()]+)\)", put, words)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
