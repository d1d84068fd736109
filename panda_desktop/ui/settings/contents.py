"""The list of sections at the left of the settings.

Promise: arrows show the section they come to at once, and a section without a hit of the search cannot be
chosen.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from panda_desktop.ui.icons import icon
from panda_desktop.ui.settings.section import Section
from panda_desktop.ui.theme import look

_KEY: Final = int(Qt.ItemDataRole.UserRole)


class SectionList(QListWidget):
    """The list.

    Signals:
        chosen(str): the person went to the section with this key.
    """

    chosen = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes an empty list."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Sections"))
        self.setAccessibleDescription(self.tr("Up and Down show the settings of a section."))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setSpacing(1)
        self._telling = True
        self.currentItemChanged.connect(lambda item, _old: self._tell(item))
        self.itemClicked.connect(self._tell)
        self._fit()
        look().changed.connect(self._fit)

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Lists these sections."""
        self._telling = False
        self.clear()
        for section in sections:
            item = QListWidgetItem(icon(section.icon, "muted", checked_role="accent"), section.title)
            item.setData(_KEY, section.key)
            self.addItem(item)
        self._telling = True

    def set_found(self, found: Sequence[str], current: str) -> None:
        """Says which sections can be chosen, and which one is shown; empty for several."""
        self._telling = False
        for row in range(self.count()):
            item = self.item(row)
            key = str(item.data(_KEY))
            usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(usable if key in found else Qt.ItemFlag.NoItemFlags)
            if key == current:
                self.setCurrentItem(item)
        if not current:
            self.setCurrentRow(-1)
        self._telling = True

    def keys(self, *, found: bool = False) -> list[str]:
        """Returns the keys in order, or only those that can be chosen."""
        items = [self.item(row) for row in range(self.count())]
        return [
            str(item.data(_KEY)) for item in items if not found or item.flags() & Qt.ItemFlag.ItemIsEnabled
        ]

    def _tell(self, item: QListWidgetItem | None) -> None:
        if self._telling and item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.chosen.emit(str(item.data(_KEY)))

    def _fit(self) -> None:
        side = look().pixels(18)
        self.setIconSize(QSize(side, side))
