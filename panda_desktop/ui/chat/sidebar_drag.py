"""Dragging in the list of chats: a chat into a folder or out of it, a folder to another place.

Promise: while something is dragged it is seen where it would fall, and only our own rows can be dropped.
"""

from typing import Final, Protocol

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QDrag, QDropEvent
from PySide6.QtWidgets import QApplication, QListView

from panda_desktop.domain.folders import Folder
from panda_desktop.ui.chat.sidebar_delegate import SidebarDelegate
from panda_desktop.ui.chat.sidebar_rows import SidebarRows
from panda_desktop.viewmodels.conversations import Section
from panda_desktop.viewmodels.shelf_rows import RowKind, ShelfRow

CHAT: Final = "application/x-panda-chat"
FOLDER: Final = "application/x-panda-folder"


class Dropped(Protocol):
    """What is done with something that was dropped."""

    def move_chat(self, conversation_id: str, folder_id: str | None) -> None:
        """A chat fell into a folder, or out of all."""

    def place_folder(self, folder_id: str, before_id: str | None) -> None:
        """A folder fell before another one, or behind all."""


class Dragging:
    """The dragging of one list."""

    def __init__(
        self, view: QListView, rows: SidebarRows, delegate: SidebarDelegate, dropped: Dropped
    ) -> None:
        """Drags the rows of `view`."""
        self._view = view
        self._rows = rows
        self._delegate = delegate
        self._dropped = dropped
        self._from = QPoint()

    def press(self, point: QPoint) -> None:
        """Takes note of where the button went down."""
        self._from = point

    def is_far(self, point: QPoint) -> bool:
        """Whether the pointer has gone so far that it is a drag."""
        return (point - self._from).manhattanLength() >= QApplication.startDragDistance()

    def begin(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Drags a row; returns when it was dropped somewhere."""
        row = self._rows.row(index)
        data = mime_of(row) if row is not None else None
        if data is None:
            return
        drag = QDrag(self._view)
        drag.setMimeData(data)
        area = self._view.visualRect(self._rows.index(index.row(), 0))
        drag.setPixmap(self._view.viewport().grab(area))
        drag.setHotSpot(self._from - area.topLeft())
        drag.exec(Qt.DropAction.MoveAction)
        self.leave()

    def move(self, event: QDropEvent) -> None:
        """Shows where it would fall; refuses what is not ours."""
        into, before = self._target(event)
        self._show(into, before)
        if into < 0 and before < 0 and not self._is_out(event):
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    def leave(self) -> None:
        """Shows nothing any more."""
        self._show(-1, -1)

    def drop(self, event: QDropEvent) -> None:
        """Does what was shown."""
        into, before = self._target(event)
        data = event.mimeData()
        self.leave()
        if data.hasFormat(CHAT):
            folder = self._folder(into) if into >= 0 else None
            if folder is not None or self._is_out(event):
                self._dropped.move_chat(_text(data, CHAT), folder.id if folder is not None else None)
                event.accept()
        elif data.hasFormat(FOLDER) and before >= 0:
            self._dropped.place_folder(_text(data, FOLDER), self._id_at_or_after(before))
            event.accept()

    # where

    def _target(self, event: QDropEvent) -> tuple[int, int]:
        """Returns the row of the folder it would fall into and the row it would come to stand before."""
        point, data = event.position().toPoint(), event.mimeData()
        index = self._view.indexAt(point)
        if data.hasFormat(CHAT) and index.isValid():
            row = self._rows.row(index)
            folder = row.folder if row is not None else None
            return (self._rows.index_of_folder(folder.id).row() if folder is not None else -1), -1
        if data.hasFormat(FOLDER):
            return -1, self._place(point, index)
        return -1, -1

    def _place(self, point: QPoint, index: QModelIndex) -> int:
        """Returns the row of the folder before which a folder would stand, or that after the last."""
        folders = [n for n in range(self._rows.rowCount()) if self._is_folder(n)]
        if not folders:
            return -1
        here = index.row() if index.isValid() else self._rows.rowCount()
        area = self._view.visualRect(index)
        if index.isValid() and self._is_folder(here) and point.y() < area.center().y():
            return here
        return next((n for n in folders if n > here), self._end_of(folders[-1]))

    def _end_of(self, last: int) -> int:
        row = last + 1
        while row < self._rows.rowCount() and self._folder(row) is not None:
            row += 1
        return row

    def _id_at_or_after(self, before: int) -> str | None:
        folder = self._folder(before) if before < self._rows.rowCount() else None
        return folder.id if folder is not None and self._is_folder(before) else None

    def _is_out(self, event: QDropEvent) -> bool:
        """Whether a chat is over the part of the list that is in no folder."""
        if not event.mimeData().hasFormat(CHAT):
            return False
        row = self._rows.row(self._view.indexAt(event.position().toPoint()))
        return row is None or (row.folder is None and row.section is not Section.PINNED)

    def _folder(self, place: int) -> Folder | None:
        row = self._rows.row(self._rows.index(place, 0))
        return row.folder if row is not None else None

    def _is_folder(self, place: int) -> bool:
        row = self._rows.row(self._rows.index(place, 0))
        return row is not None and row.kind is RowKind.FOLDER

    def _show(self, into: int, before: int) -> None:
        delegate = self._delegate
        if (into, before) != (delegate.drop_into, delegate.drop_before):
            delegate.drop_into, delegate.drop_before = into, before
            self._view.viewport().update()


def mime_of(row: ShelfRow) -> QMimeData | None:
    """Returns a row as it is dragged; None for one that cannot be."""
    data = QMimeData()
    if row.conversation is not None:
        if row.conversation.deleted_at is not None or row.conversation.archived:
            return None
        data.setData(CHAT, row.conversation.id.encode())
    elif row.kind is RowKind.FOLDER and row.folder is not None:
        data.setData(FOLDER, row.folder.id.encode())
    else:
        return None
    return data


def _text(data: QMimeData, kind: str) -> str:
    return bytes(data.data(kind).data()).decode()
