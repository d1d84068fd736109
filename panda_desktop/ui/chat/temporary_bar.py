"""The line that says that the open chat is a temporary one.

Promise: while it is open nobody can take it for one that is kept.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit import Label, Surface
from panda_desktop.ui.theme import look


class TemporaryBar(Surface):
    """The line; hidden for any other chat."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Hidden."""
        super().__init__("side", edge="bottom", parent=parent)
        self._icon = QLabel()
        words = self.tr(
            "Temporary chat: it is kept in memory only, and gone when you delete it or close the program."
        )
        self._words = Label(words, "small", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 7, 16, 7)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self.setAccessibleName(words)
        look().changed.connect(self._draw)
        self._draw()
        self.hide()

    def _draw(self) -> None:
        side = look().pixels(16)
        self._icon.setFixedSize(QSize(side, side))
        self._icon.setPixmap(icon_pixmap("eye-off", look().theme.accent, side, self.devicePixelRatioF()))
