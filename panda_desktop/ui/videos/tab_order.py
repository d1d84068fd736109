"""The order of the tab key.

Promise: it is the order in which the given areas are read, whatever order their widgets were made in.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops(area: QWidget) -> list[QWidget]:
    """Returns what can have the focus in an area, itself first."""
    inside = [area, *area.findChildren(QWidget)]
    window = area.window()
    return [
        each
        for each in inside
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.window() is window
        and each.focusProxy() is None
    ]


def join(areas: Sequence[QWidget]) -> None:
    """Lets the tab key go through the areas one after the other."""
    for one, other in pairwise([stop for area in areas for stop in stops(area)]):
        QWidget.setTabOrder(one, other)
