"""The trash and the room on the disk: parts of the library page that are seldom visited.

Promise: each is made when it is first visited, and what it has done is said.
"""

from functools import cached_property
from typing import Any

from PySide6.QtCore import QObject, Signal

from panda_desktop.ui.kit import Notice
from panda_desktop.ui.library.disk_pane import DiskPane
from panda_desktop.ui.library.frame import LibraryFrame, Pane
from panda_desktop.ui.library.trash_pane import TrashPane
from panda_desktop.ui.wording import file_size
from panda_desktop.viewmodels.library_parts import LibraryParts


class Rooms(QObject):
    """Both parts.

    Signals:
        notice_wanted(object): a `Notice` shall be shown.
        left: the library shall be shown.
    """

    notice_wanted = Signal(object)
    left = Signal()

    def __init__(
        self, parts: LibraryParts, frame: LibraryFrame, pictures: tuple[Any, Any], parent: QObject
    ) -> None:
        """Puts them into `frame`; `pictures` are the small pictures of images and of videos."""
        super().__init__(parent)
        self._parts = parts
        self._frame = frame
        self._pictures = pictures
        self._made: set[Pane] = set()
        parts.trash.restored.connect(self._say_restored)
        parts.trash.emptied.connect(self._say_emptied)

    @cached_property
    def trash(self) -> TrashPane:
        """What was deleted."""
        pane = TrashPane(self._parts.trash, self._parts.library, *self._pictures)
        pane.left.connect(self.left)
        return pane

    @cached_property
    def disk(self) -> DiskPane:
        """What takes room."""
        pane = DiskPane(self._parts.disk)
        pane.said.connect(self._say)
        return pane

    def prepare(self, pane: Pane) -> None:
        """Makes a part unless it is there."""
        if pane not in self._made:
            self._made.add(pane)
            if pane is Pane.TRASH:
                self._frame.add(pane, self.trash)
            elif pane is Pane.DISK:
                self._frame.add(pane, self.disk)

    def title(self, pane: Pane) -> str:
        """Returns the name of a part; empty for the grid."""
        return {Pane.TRASH: self.tr("Trash"), Pane.DISK: self.tr("Room on the disk")}.get(pane, "")

    def _say_restored(self, ids: tuple[str, ...]) -> None:
        self._say(self.tr("%n are back in the library.", "", len(ids)))

    def _say_emptied(self, size: int) -> None:
        self._say(self.tr("Deleted for good: {size} are free again.").format(size=file_size(size)))

    def _say(self, words: str) -> None:
        self.notice_wanted.emit(Notice(words, key="library-rooms"))
