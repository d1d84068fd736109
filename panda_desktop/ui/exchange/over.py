"""Opens a panel in the upper middle of a window, where no button is near.

Promise: it is as wide as is wished where there is room, and never wider or higher than the window.
"""

from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit import Popover
from panda_desktop.ui.theme import look

_MARGIN: Final = 16


def fit(panel: Popover, window: QWidget, width: int) -> None:
    """Gives a panel its width: `width` pixels at 100 % text size."""
    panel.setFixedWidth(min(look().pixels(width), max(240, window.width() - 2 * _MARGIN)))
    panel.adjustSize()


def open_over(panel: Popover, window: QWidget) -> None:
    """Shows a panel that was fitted."""
    down = min(72, max(_MARGIN, (window.height() - panel.height()) // 3))
    left = (window.width() - panel.width()) // 2
    panel.move(window.mapToGlobal(QPoint(left, down)))
    panel.show()
