"""The head of the archive and of the trash, the way to both, and what they say while they are empty.

Promise: from both one gets back by one press, and the trash says how long it keeps what is in it.
"""

from typing import Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.folders import TRASH_DAYS, Shelf
from panda_desktop.ui.chat.sidebar_paint import INSET
from panda_desktop.ui.kit import Button, FlowLayout, IconButton, Label, Surface

_QUIET: Final = "quiet"


class ShelfHead(QWidget):
    """Stands above the list where that is the archive or the trash.

    Attributes:
        back: leads back to the chats.
        empty: empties the trash.

    Signals:
        back_wanted: back to the chats.
        empty_wanted: the trash shall be emptied.
    """

    back_wanted = Signal()
    empty_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Hidden: the list is the list."""
        super().__init__(parent)
        self.back = IconButton("chevron-left", self.tr("Back to the chats"))
        self._title = Label("", "strong")
        self.empty = Button(self.tr("Empty"), "danger", small=True, tip=self.tr("Empty the trash"))
        self._hint = Label("", "small", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.back)
        row.addWidget(self._title, 1)
        row.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 0, INSET, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._hint)
        self.back.clicked.connect(lambda _checked=False: self.back_wanted.emit())
        self.empty.clicked.connect(lambda _checked=False: self.empty_wanted.emit())
        self.hide()

    def show_shelf(self, shelf: Shelf, count: int) -> None:
        """Says what is shown and how much is in it."""
        trash = shelf is Shelf.TRASH
        self._title.setText(self.tr("Trash") if trash else self.tr("Archive"))
        self._hint.setText(self._words(shelf, count))
        self.empty.setVisible(trash and count > 0)
        self.setVisible(shelf is not Shelf.LIST)

    def _words(self, shelf: Shelf, count: int) -> str:
        days = QLocale().toString(TRASH_DAYS)
        if shelf is Shelf.TRASH:
            if count == 0:
                words = self.tr("The trash is empty. Chats you delete stay here for {days} days.")
            else:
                words = self.tr("Chats stay here for {days} days, then they are deleted for good.")
            return words.format(days=days)
        if count == 0:
            return self.tr("Nothing is in the archive. It keeps chats you want out of the way, for ever.")
        return self.tr("Out of the way, still found by the search.")


class ShelfFoot(Surface):
    """Stands under the list: the ways to archive and trash, and a new folder.

    Attributes:
        archive, trash, folder: the buttons.

    Signals:
        shelf_wanted(object): this `Shelf` shall be shown.
        folder_wanted: a new folder shall be made.
    """

    shelf_wanted = Signal(object)
    folder_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Shows the three buttons; they break into lines where it is narrow."""
        super().__init__("side", edge="top", parent=parent)
        self.archive = Button(
            self.tr("Archive"), _QUIET, icon_name="archive", small=True, tip=self.tr("Show the archive")
        )
        self.trash = Button(
            self.tr("Trash"), _QUIET, icon_name="trash", small=True, tip=self.tr("Show the trash")
        )
        self.folder = IconButton("folder-plus", self.tr("New folder"))
        row = FlowLayout(self, gap=2)
        row.setContentsMargins(INSET - 6, 6, INSET - 6, 6)
        for button in (self.archive, self.trash, self.folder):
            row.addWidget(button)
        self.archive.clicked.connect(lambda _checked=False: self.shelf_wanted.emit(Shelf.ARCHIVE))
        self.trash.clicked.connect(lambda _checked=False: self.shelf_wanted.emit(Shelf.TRASH))
        self.folder.clicked.connect(lambda _checked=False: self.folder_wanted.emit())
