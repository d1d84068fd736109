"""What is shown instead of the program's own keys, where the person gave a command others.

Promise: a menu or a tooltip that names the program's own keys of a command shows the keys it has.

Like the look, this is ambient: whoever binds keys sets it, and menus and tooltips read it.
"""

import html
import re
from collections.abc import Mapping
from functools import partial

from PySide6.QtGui import QKeySequence

_bound: dict[str, str] = {}


def set_bound_keys(bound: Mapping[str, str]) -> None:
    """Sets the keys shown instead of the program's own, both portable; empty ones for none."""
    _bound.clear()
    _bound.update(bound)


def bound_keys(own: str) -> str:
    """Returns the keys that stand for the program's own, such as `Ctrl+N`; those when nothing was changed."""
    return _bound.get(own, own)


def with_bound_keys(words: str) -> str:
    """Returns a tooltip in which the program's own keys in brackets are those the commands have."""
    for own, keys in _bound.items():
        for shown in {own, _native(own)}:
            place = rf"\(([^()]*?)(?<![\w+]){re.escape(html.escape(shown))}(?![\w+])([^()]*)\)"
            if keys:
                words = re.sub(place, partial(_put, _native(keys)), words)
            else:
                words = re.sub(rf"\s*{place}", _without, words)
    return words


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _put(keys: str, found: re.Match[str]) -> str:
    return f"({found[1]}{html.escape(keys)}{found[2]})"


def _without(found: re.Match[str]) -> str:
    """Takes the keys away; words beside them in the brackets stay as they are."""
    return "" if not (found[1] + found[2]).strip() else found[0]
