"""Areas the window is made of: toned surfaces, cards, and the 1-px lines between them.

Promise: they carry colour and edge only; layout and behaviour belong to whoever uses them.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from panda_desktop.ui.kit.style import set_variant


class Surface(QFrame):
    """A plain area in the tone `background`, `side`, `rail` or `card`, with a line on at most one edge."""

    def __init__(self, tone: str = "background", *, edge: str = "", parent: QWidget | None = None) -> None:
        """Makes the area; `edge` is `left`, `right`, `top`, `bottom` or empty."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_variant(self, "tone", tone)
        if edge:
            set_variant(self, "edge", edge)


class Card(QFrame):
    """A bordered, rounded area: job cards, tiles, groups of settings."""

    def __init__(self, tone: str = "card", *, parent: QWidget | None = None) -> None:
        """Makes a card in the tone `card` or `side`."""
        super().__init__(parent)
        set_variant(self, "tone", tone)

    def set_selected(self, selected: bool) -> None:
        """Draws the border in the accent colour."""
        set_variant(self, "selected", selected)


class Separator(QFrame):
    """A 1-px line."""

    def __init__(
        self, orientation: Qt.Orientation = Qt.Orientation.Horizontal, *, parent: QWidget | None = None
    ) -> None:
        """Makes a horizontal or vertical line."""
        super().__init__(parent)
        policy = QSizePolicy.Policy
        if orientation == Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
            self.setSizePolicy(policy.Expanding, policy.Fixed)
        else:
            self.setFixedWidth(1)
            self.setSizePolicy(policy.Fixed, policy.Expanding)
