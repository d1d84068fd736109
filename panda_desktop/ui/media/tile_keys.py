"""What keys mean in a grid of tiles.

Promise: everything the pointer can do in the grid, a key can do too.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.media.tile_cards import TileCards
from panda_desktop.ui.media.tile_view import TileView

_Move = QAbstractItemView.CursorAction
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ARROWS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class KeyWishes:
    """The keys of one grid."""

    def __init__(self, grid: TileView, cards: TileCards) -> None:
        """Speaks for `grid`, which has `cards` in it."""
        self._grid = grid
        self._cards = cards

    def take(self, event: QKeyEvent) -> bool:
        """Does what a key means; False when it only moves or means nothing here."""
        grid = self._grid
        if not grid.hasFocus():
            return self._in_card(event)
        if event.matches(QKeySequence.StandardKey.Copy):
            return self._with_current(grid.copy_wanted.emit)
        if event.matches(QKeySequence.StandardKey.Save):
            return self._with_current(grid.save_wanted.emit)
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if not plain:
            return self._typed(event)
        key = event.key()
        if key in _ENTER or key == Qt.Key.Key_Space:
            return self._open()
        if key in _DELETE:
            if not event.isAutoRepeat():
                self._trash()
            return True
        if key in (Qt.Key.Key_S, Qt.Key.Key_F):
            return self._with_current(grid.star_wanted.emit)
        if (wish := grid.more_keys.get(key)) is not None:
            if not event.isAutoRepeat():
                wish()
            return True
        if key == Qt.Key.Key_Escape and len(grid.selected_items()) > 1:
            grid.clearSelection()
            return True
        return self._typed(event)

    def target(self, action: QAbstractItemView.CursorAction) -> int:
        """Returns the tile a move leads to, or -1."""
        grid = self._grid
        count, index = grid.tiles.count(), grid.currentIndex()
        if count == 0:
            return -1
        if not index.isValid():
            return 0
        row, places = index.row(), grid.places()
        page = max(1, grid.viewport().height() // max(1, places.step))
        forward = -1 if grid.is_mirrored() else 1
        targets: dict[QAbstractItemView.CursorAction, Callable[[], int]] = {
            _Move.MoveLeft: lambda: row - forward,
            _Move.MovePrevious: lambda: row - 1,
            _Move.MoveRight: lambda: row + forward,
            _Move.MoveNext: lambda: row + 1,
            _Move.MoveUp: lambda: places.above(row),
            _Move.MoveDown: lambda: places.above(row, -1),
            _Move.MovePageUp: lambda: places.above(row, page),
            _Move.MovePageDown: lambda: places.above(row, -page),
            _Move.MoveHome: lambda: 0,
            _Move.MoveEnd: lambda: count - 1,
        }
        return max(0, min(count - 1, targets[action]()))

    def _in_card(self, event: QKeyEvent) -> bool:
        """A key that a button inside a card has left over."""
        if event.key() == Qt.Key.Key_Escape:
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.key() in _ARROWS:
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        event.ignore()
        return True

    def _typed(self, event: QKeyEvent) -> bool:
        """A letter that means nothing here begins a search, where there is one."""
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        text = event.text()
        if not text.strip() or not text.isprintable() or event.modifiers() & held:
            return False
        self._grid.typed.emit(text)
        return True

    def _trash(self) -> None:
        items = self._grid.selected_items()
        tile = self._grid.current()
        if not items and tile is not None and tile.item is not None:
            items = (tile.item,)
        if items:
            self._grid.trash_wanted.emit(items)

    def _open(self) -> bool:
        tile = self._grid.current()
        if tile is None:
            return False
        if tile.item is not None:
            self._grid.opened.emit(tile)
            return True
        card = self._cards.card(tile.key)
        for child in card.findChildren(QWidget) if card is not None else ():
            if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                child.setFocus(Qt.FocusReason.TabFocusReason)
                break
        return True

    def _with_current(self, emit: Callable[[MediaItem], object]) -> bool:
        tile = self._grid.current()
        if tile is not None and tile.item is not None:
            emit(tile.item)
        return True
