"""Finds a part of the window by what it is.

Promise: a part that is not there ends its step.
"""

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.ui.tour.stage import Missing

_Widget = TypeVar("_Widget", bound=QWidget)


def found(parent: QWidget, kind: type[_Widget]) -> _Widget:
    """Returns the part of a kind. Raises `Missing`."""
    part = parent.findChild(kind)
    if part is None:
        raise Missing(kind.__name__)
    return part


def found_window(kind: type[_Widget]) -> _Widget:
    """Returns the visible window of a kind. Raises `Missing`."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, kind) and window.isVisible():
            return window
    raise Missing(kind.__name__)
