"""The pointer over a grid of tiles: parts that can be pressed, clicks, files dragged out.

Promise: a click opens, a drag carries a copy of the real file, and each part says what it does.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QUrl,
)
from PySide6.QtGui import QCursor, QDrag, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from panda_desktop.ui.kit import plain_tip
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.media.tile_painter import mark_rect, more_rect, star_rect
from panda_desktop.ui.media.tile_view import TileView

STAR, MORE, MARK = "star", "more", "mark"
_ITEMS = "application/x-panda-desktop-items"


class Pointing:
    """The pointer over one grid.

    Attributes:
        hovered: key of the tile under the pointer, or empty.
    """

    def __init__(self, grid: TileView) -> None:
        """Speaks for `grid`."""
        self._grid = grid
        self._pressed: tuple[str, QPoint] | None = None
        self.hovered = ""

    def press(self, event: QMouseEvent) -> bool:
        """Does what the part under the pointer does; False where there is none."""
        self._pressed = None
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        point = event.position().toPoint()
        index, part = self._part(point)
        if part:
            self._press(index, part)
            return True
        if index.isValid() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._pressed = (self._grid.tiles.tile(index.row()).key, point)
        return False

    def release(self, event: QMouseEvent) -> None:
        """Opens the tile that was clicked."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        key, start = pressed
        point = event.position().toPoint()
        far = (point - start).manhattanLength() >= QApplication.startDragDistance()
        index = self._grid.indexAt(point)
        if far or not index.isValid():
            return
        tile = self._grid.tiles.tile(index.row())
        if tile.key == key and tile.item is not None:
            self._grid.opened.emit(tile)

    def move(self, point: QPoint) -> None:
        """Follows the pointer."""
        index = self._grid.indexAt(point)
        self._hover(self._grid.tiles.tile(index.row()).key if index.isValid() else "")

    def refresh(self) -> None:
        """The tiles have moved under the pointer."""
        if self.hovered:
            self.move(self._grid.viewport().mapFromGlobal(QCursor.pos()))

    def viewport_event(self, event: Any) -> bool:
        """Shows what a part does; notices when the pointer has left."""
        if event.type() == QEvent.Type.Leave:
            self._hover("")
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index, part = self._part(event.pos())
            if part:
                QToolTip.showText(event.globalPos(), plain_tip(self._words(index, part)), self._grid)
                return True
        return False

    def _hover(self, key: str) -> None:
        if key == self.hovered:
            return
        for each in (self.hovered, key):
            row = self._grid.tiles.row_of(each)
            if row >= 0:
                self._grid.viewport().update(self._grid.visualRect(self._grid.tiles.index(row)))
        self.hovered = key

    def _part(self, point: QPoint) -> tuple[QModelIndex, str]:
        index = self._grid.indexAt(point)
        if not index.isValid() or self._grid.tiles.tile(index.row()).item is None:
            return index, ""
        area = self._grid.visualRect(index)
        point = mirrored(self._grid, area, QRect(point, QSize(1, 1))).topLeft()
        if star_rect(area).contains(point):
            return index, STAR
        if more_rect(area).contains(point):
            return index, MORE
        if self._grid.marks and mark_rect(area).contains(point):
            return index, MARK
        return index, ""

    def _press(self, index: QModelIndex, part: str) -> None:
        grid = self._grid
        item = grid.tiles.tile(index.row()).item
        flags = QItemSelectionModel.SelectionFlag
        if part == STAR:
            grid.star_wanted.emit(item)
        elif part == MORE:
            area = grid.visualRect(index)
            below = mirrored(grid, area, more_rect(area)).bottomLeft()
            grid.ask_menu(index, grid.viewport().mapToGlobal(below))
        else:
            grid.setFocus(Qt.FocusReason.MouseFocusReason)
            grid.selectionModel().setCurrentIndex(index, flags.Toggle)

    def _words(self, index: QModelIndex, part: str) -> str:
        item = self._grid.tiles.tile(index.row()).item
        translate = QCoreApplication.translate
        if part == STAR:
            starred = item is not None and item.starred
            return (
                translate("TileGrid", "Remove the star (S)") if starred else translate("TileGrid", "Star (S)")
            )
        if part == MORE:
            return translate("TileGrid", "What can be done with it")
        return translate("TileGrid", "Choose (Ctrl+Space)")


def files_to_drop(paths: Sequence[Path], item_ids: Sequence[str] = ()) -> QMimeData:
    """Returns files as other programs take them, and as items of the library for places of this window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if item_ids:
        data.setData(_ITEMS, "\n".join(item_ids).encode())
    return data


def dragged_items(data: QMimeData) -> tuple[str, ...]:
    """Returns the ids of the items of the library that are dragged; empty for anything else."""
    if not data.hasFormat(_ITEMS):
        return ()
    return tuple(bytes(data.data(_ITEMS).data()).decode(errors="replace").split("\n"))


def drag_out(source: QWidget, paths: Sequence[Path], item_ids: Sequence[str] = ()) -> None:
    """Begins to drag files to another program; they can only be copied, never moved away."""
    if not paths:
        return
    drag = QDrag(source)
    drag.setMimeData(files_to_drop(paths, item_ids))
    drag.exec(Qt.DropAction.CopyAction)
