"""Says that the next picture is a variation of one that is there.

Promise: it can be taken away by one press, and what is sent is then no variation.
"""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit import Card, ElidedLabel, IconButton, Label
from panda_desktop.ui.theme import look


class VariationChip(Card):
    """The picture that is varied, or nothing."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Shows nothing."""
        super().__init__("side", parent=parent)
        self._parent: MediaItem | None = None
        self._icon = Label()
        self._words = ElidedLabel("", "small")
        self.remove = IconButton("close", self.tr("No variation"), size=14)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 2, 2)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self.remove)
        self.remove.clicked.connect(lambda _checked=False: self.set_parent(None))
        look().changed.connect(self._draw_icon)
        self._draw_icon()
        self.hide()

    @property
    def parent_id(self) -> str | None:
        """The id of the picture that is varied."""
        return self._parent.id if self._parent is not None else None

    def set_parent(self, item: MediaItem | None) -> None:
        """Varies a picture, or none."""
        self._parent = item
        if item is not None:
            prompt = " ".join(item.prompt[:200].split())
            self._words.setText(self.tr("Variation of “{prompt}”").format(prompt=prompt))
        self.setVisible(item is not None)

    def _draw_icon(self) -> None:
        side = look().pixels(16)
        self._icon.setPixmap(icon_pixmap("wand", look().theme.accent, side, self.devicePixelRatioF()))
        self._icon.setFixedSize(QSize(side, side))
