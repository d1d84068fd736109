"""A grid of pictures, videos and cards.

Promise: it lays out and paints what is in view, so thousands of tiles open like ten; everything in it can be
done by keyboard; a screen reader hears each tile by its prompt and state.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.kit import keyboard_focused
from panda_desktop.ui.media.tile_cache import ShapeCache
from panda_desktop.ui.media.tile_cards import TileCards
from panda_desktop.ui.media.tile_keys import KeyWishes
from panda_desktop.ui.media.tile_painter import TilePainter, TileState
from panda_desktop.ui.media.tile_pictures import PictureSource, TilePictures
from panda_desktop.ui.media.tile_pointing import Pointing, drag_out
from panda_desktop.ui.media.tile_view import TileView
from panda_desktop.ui.media.tiles import Tile
from panda_desktop.ui.theme import look


class TileGrid(TileView):
    """The grid. Give it tiles by `tiles.set_tiles`.

    Attributes:
        cards: the cards in view, made by its owner.
        pictures: the pictures on the tiles, and where their files are.
    """

    def __init__(
        self,
        name: str,
        path_of: Callable[[MediaItem], Path],
        thumbnails: PictureSource,
        posters: PictureSource | None = None,
        *,
        heading: Callable[[str], str] = str,
        marks: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Makes an empty grid.

        Args:
            name: heard by screen readers.
            path_of: where the file of an item is.
            thumbnails: pictures of images.
            posters: pictures of videos.
            heading: the words for a section.
            marks: marks for choosing several are shown on the tiles.
            parent: the owner.
        """
        super().__init__(name, marks=marks, parent=parent)
        self._pointing = Pointing(self)
        self.heading = heading
        self.pictures = TilePictures(path_of, thumbnails, posters, self)
        self.cards = TileCards(self)
        self._wishes = KeyWishes(self, self.cards)
        self._shapes = ShapeCache()
        self._finish = QTimer(self)
        self._finish.setSingleShot(True)
        self._finish.timeout.connect(self.viewport().update)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # scrolling copies what is there
        self.placed.connect(self._pointing.refresh)
        self.pictures.ready.connect(self._repaint_tile)
        self.selectionModel().currentChanged.connect(self._repaint_two)
        look().changed.connect(self._look_changed)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the tiles in view."""
        self.executeDelayedItemsLayout()
        painter = QPainter(self.viewport())
        painter.setLayoutDirection(self.layoutDirection())  # of itself it has that of the program
        painter.fillRect(event.rect(), QColor(look().theme.background))
        drawn = TilePainter(painter, self._shapes)
        offset = self.verticalOffset()
        dirty = event.rect().adjusted(-4, -4, 4, 4)
        top, bottom = dirty.top() + offset, dirty.bottom() + offset
        for area, section in self._layout.headings_between(top, bottom):
            drawn.heading(area.translated(0, -offset), self.heading(section))
        chosen = self.selectionModel()
        for row in self._layout.rows_between(top, bottom):
            if row >= self.tiles.count():
                break
            area = self._layout.rect(row).translated(0, -offset)
            if not area.intersects(dirty):
                continue
            index, tile = self.tiles.index(row), self.tiles.tile(row)
            focused = index == self.currentIndex() and keyboard_focused(self)
            selected = chosen.isSelected(index)
            if tile.item is not None:
                self._paint_item(drawn, area, tile, focused=focused, selected=selected)
            elif focused:
                drawn.ring(area, inside=False)
        painter.end()
        if self._shapes.unfinished:
            self._finish.start()

    def _paint_item(
        self, drawn: TilePainter, area: QRect, tile: Tile, *, focused: bool, selected: bool
    ) -> None:
        item = tile.item
        assert item is not None
        picture, problem = self.pictures.picture(tile.key, item, area.width())
        hovered = tile.key == self._pointing.hovered
        marks = self.marks
        drawn.tile(area, item, picture, TileState(hovered, selected, focused, marks, problem))

    def _repaint_tile(self, key: str) -> None:
        row = self.tiles.row_of(key)
        if row >= 0:
            self.viewport().update(self.visualRect(self.tiles.index(row)))

    # pointer and keys

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Returns where a key leads."""
        return self.tiles.index(self._wishes.target(action))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Does what a key means here, else moves."""
        if not self._wishes.take(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are wishes here, not a search."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Presses a part of a tile, or begins a click or drag."""
        if not self._pointing.press(event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens a tile that was clicked."""
        super().mouseReleaseEvent(event)
        self._pointing.release(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follows the pointer."""
        super().mouseMoveEvent(event)
        self._pointing.move(event.position().toPoint())

    def viewportEvent(self, event: Any) -> bool:
        """Says what the part under the pointer does, and notices when the pointer has left."""
        pointing = getattr(self, "_pointing", None)  # Qt sends events while the view is being made
        return bool((pointing and pointing.viewport_event(event)) or super().viewportEvent(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of a tile, by mouse or by key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            point = self.visualRect(index).center() if by_key else event.pos()
            self.ask_menu(index, self.viewport().mapToGlobal(point))

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Lets the chosen files be dropped elsewhere, as copies."""
        items = self.selected_items()
        if self.drag is not None and self.drag(items):
            return
        paths = (self.pictures.path(item) for item in items)
        drag_out(self, [path for path in paths if path is not None], [item.id for item in items])

    def _repaint_two(self, current: QModelIndex, previous: QModelIndex) -> None:
        for index in (current, previous):
            if index.isValid():
                self.viewport().update(self.visualRect(index).adjusted(-4, -4, 4, 4))

    def card_height(self, tile: Tile, width: int) -> int:
        """Returns how high a wide card needs to be."""
        return self.cards.height(tile, width)

    def _look_changed(self) -> None:
        self.cards.forget_heights()
        self.doItemsLayout()
