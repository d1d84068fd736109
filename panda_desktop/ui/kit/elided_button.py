"""A button with words that are cut with “…” where the room is narrower than they are.

Promise: the tooltip and the accessible name keep all the words.
"""

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from panda_desktop.ui.kit.buttons import Button
from panda_desktop.ui.kit.focus import paint_focus_ring


class ElidedButton(Button):
    """A bordered or quiet button for rows that must fit into any width; made as a `Button` is."""

    def __init__(self, *words: str, **options: Any) -> None:
        """See `Button`."""
        super().__init__(*words, **options)
        # A push button's own policy has layouts take the hint for the least.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """May shrink to a few letters; short words need less."""
        own = super().minimumSizeHint()
        return QSize(min(72, max(56, own.width())), own.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the button, its words cut to the width."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        metrics = self.fontMetrics()
        frame = self.sizeHint().width() - metrics.horizontalAdvance(option.text)
        option.text = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, self.width() - frame + 1)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
        paint_focus_ring(self)
