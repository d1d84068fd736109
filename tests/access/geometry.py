"""Measures what is visible of a window and tells what lies where it should not.

Promise: what may scroll is judged inside what scrolls it, never against the edge of the window.
"""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from panda_desktop.ui.kit import ElidedLabel, PageScroll
from panda_desktop.ui.kit.elided_button import ElidedButton

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSlider, QAbstractScrollArea)
# What lies over its neighbours on purpose.
FLOATING = frozenset({"JumpButton"})
# Pixels by which rounding may miss.
_SLACK = 1


def misplaced(root: QWidget) -> list[str]:
    """Returns what is wrong with the places and sizes of all that is visible in `root`."""
    found: list[str] = []
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisible() and widget.window() is root.window():
            found += [f"{fault}: {_path(widget, root)}" for fault in _of(widget)]
    return found


def _of(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractItemView):
        return  # Qt's own parts of a list and a table
    if widget.width() <= 0 or widget.height() <= 0:
        if not isinstance(widget, ElidedLabel):  # gives way to the last letter, its tooltip keeps the words
            yield "no size"
    elif parent is not None and not widget.isWindow() and not _scrolls(parent):
        room = parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        if not room.contains(widget.geometry()):
            yield f"{_words(widget.geometry())} sticks out of {parent.width()}×{parent.height()}"
    if isinstance(widget, QPushButton) and widget.text() and not isinstance(widget, ElidedButton):
        wanted = widget.fontMetrics().horizontalAdvance(widget.text().replace("&", ""))
        if wanted > widget.width() + _SLACK:
            yield f"{widget.text()!r} needs {wanted}, has {widget.width()}"
    if isinstance(widget, QScrollArea) and widget.horizontalScrollBar().isVisible():
        yield "scrolls sideways"
    if isinstance(widget, PageScroll) and _content(widget).width() > widget.viewport().width() + _SLACK:
        yield f"{_content(widget).width()} wide, {widget.viewport().width()} of it seen"
    controls = [
        child
        for child in widget.children()
        if isinstance(child, CONTROLS) and child.isVisible() and type(child).__name__ not in FLOATING
    ]
    if isinstance(widget, QAbstractItemView) or _scrolls(widget):
        return
    for one, other in combinations(controls, 2):
        common = one.geometry().intersected(other.geometry())
        if min(common.width(), common.height()) > _SLACK:
            yield f"{_name(one)} overlaps {_name(other)}"


def _scrolls(parent: QWidget) -> bool:
    """Whether a widget is the hole through which something longer is seen."""
    above = parent.parentWidget()
    return isinstance(above, QAbstractScrollArea) and above.viewport() is parent


def _path(widget: QWidget, root: QWidget) -> str:
    names = []
    each: QWidget | None = widget
    while each is not None and each is not root:
        names.append(_name(each))
        each = each.parentWidget()
    return "/".join(reversed(names[:4]))


def _name(widget: QWidget) -> str:
    return type(widget).__name__ + (f" {widget.accessibleName()!r}" if widget.accessibleName() else "")


def _words(area: QRect) -> str:
    return f"{area.width()}×{area.height()} at {area.x()},{area.y()}"


def _content(scroll: PageScroll) -> QWidget:
    found = scroll.widget()
    assert found is not None
    return found
