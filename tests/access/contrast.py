"""Measures the contrast of words on the screen, on the picture of a window.

Promise: what is measured is what is painted: the ground is the colour most of the widget has, the ink the
colour in it that differs most from that.
"""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from panda_desktop.ui.theme import contrast

READABLE = 4.5
"""WCAG 2.2, 1.4.3."""
DISABLED = 3.0
"""WCAG asks for nothing; words one cannot read do not tell what is missing."""


def weak(window: QWidget) -> list[str]:
    """Returns the words of an open window that are hard to read."""
    picture = window.grab().toImage()
    found = []
    for widget, words in _worded(window):
        place = QRect(widget.mapTo(window, QPoint()), widget.size()).intersected(_shown(widget, window))
        if place.width() < 4 or place.height() < 8:
            continue
        measured = _measure(picture, place)
        least = READABLE if widget.isEnabled() else DISABLED
        if measured < least:
            found.append(f"{measured:.2f} of {least}: {type(widget).__name__} {words!r}")
    return found


def _worded(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window:
            continue
        if isinstance(widget, QLabel | QAbstractButton) and widget.text().strip():
            yield widget, widget.text()
        elif isinstance(widget, QLineEdit) and (widget.text() or widget.placeholderText()):
            yield widget, widget.text() or widget.placeholderText()


def _shown(widget: QWidget, window: QWidget) -> QRect:
    """The part of the window that the widget's ancestors leave to it."""
    visible = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, visible.topLeft()), visible.size())


def _measure(picture: QImage, place: QRect) -> float:
    ratio = picture.devicePixelRatio()
    inside = place.adjusted(2, 2, -2, -2)
    pixels = Counter(
        picture.pixel(round(x * ratio), round(y * ratio))
        for x in range(inside.left(), inside.right() + 1)
        for y in range(inside.top(), inside.bottom() + 1)
    )
    if not pixels:
        return 21.0
    ground = QColor(pixels.most_common(1)[0][0]).name()
    return max(contrast(QColor(each).name(), ground) for each in pixels)
