"""Where a part that is painted by hand lies when the layout runs from right to left.

Promise: places are reckoned from left to right everywhere; only here they are turned.
"""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QWidget


def mirrored(where: QPainter | QWidget, whole: QRect, part: QRect) -> QRect:
    """Returns the place of `part` of `whole` in the direction of a widget, or of what a painter paints on.

    Words need no more: `drawText` turns its alignment by itself.
    """
    return QStyle.visualRect(where.layoutDirection(), whole, part)
