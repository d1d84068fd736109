"""The cards among the tiles: real widgets, for what has words and buttons.

Promise: only cards in view exist, a few are made at a time, and one that holds the keyboard focus stays.
"""

from typing import Final, Protocol

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.ui.media.tile_view import TileView
from panda_desktop.ui.media.tiles import Tile

_AT_ONCE: Final = 4
_AROUND: Final = 240
_TAB: Final = Qt.FocusPolicy.TabFocus


class CardMaker(Protocol):
    """What the owner of a grid does for its cards."""

    def make(self, tile: Tile) -> QWidget:
        """Returns a new card."""
        ...

    def show(self, card: QWidget, tile: Tile) -> None:
        """Shows the tile, changed, in a card that was made for it."""
        ...

    def height(self, tile: Tile, width: int) -> int:
        """Returns how high a wide card needs to be."""
        ...


class TileCards(QObject):
    """The cards of one grid."""

    def __init__(self, grid: TileView) -> None:
        """Makes none yet; see `set_maker`."""
        super().__init__(grid)
        self._grid = grid
        self._maker: CardMaker | None = None
        self._cards: dict[str, QWidget] = {}
        self._shown: dict[str, Tile] = {}
        self._heights: dict[tuple[str, int], tuple[Tile, int]] = {}
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.timeout.connect(self.place)
        grid.placed.connect(self.place)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def set_maker(self, maker: CardMaker) -> None:
        """Sets who makes the cards."""
        self._maker = maker

    def card(self, key: str) -> QWidget | None:
        """Returns the card of a tile, when it is in view."""
        return self._cards.get(key)

    def height(self, tile: Tile, width: int) -> int:
        """Returns how high a wide card is at a width."""
        known = self._heights.get((tile.key, width))
        if known is not None and known[0] is tile:
            return known[1]
        height = self._maker.height(tile, width) if self._maker is not None else 0
        self._heights[(tile.key, width)] = (tile, height)
        return height

    def forget_heights(self) -> None:
        """Measures anew: the text size has changed."""
        self._heights.clear()

    def place(self) -> None:
        """Makes, moves and drops cards for what is in view now."""
        if self._maker is None:
            return
        grid, wanted = self._grid, self._in_view()
        changed = self._drop_all_but(wanted)
        made = 0
        for row, tile in wanted.values():
            card = self._cards.get(tile.key)
            if card is None:
                if made == _AT_ONCE:
                    self._more.start(0)
                    break
                made += 1
                card = self._make(tile)
            elif self._shown[tile.key] is not tile:
                self._maker.show(card, tile)
                self._shown[tile.key] = tile
            area = grid.places().rect(row).translated(0, -grid.verticalOffset())
            if card.geometry() != area:
                card.setGeometry(area)
            if card.isHidden():
                card.show()
        if made or changed:
            self._order_tabs(list(wanted))

    def _in_view(self) -> dict[str, tuple[int, Tile]]:
        grid = self._grid
        top = grid.verticalOffset()
        rows = grid.places().rows_between(top - _AROUND, top + grid.viewport().height() + _AROUND)
        found = {}
        for row in rows:
            if row < grid.tiles.count() and (tile := grid.tiles.tile(row)).item is None:
                found[tile.key] = (row, tile)
        return found

    def _make(self, tile: Tile) -> QWidget:
        assert self._maker is not None
        card = self._maker.make(tile)
        card.setParent(self._grid.viewport())
        self._cards[tile.key] = card
        self._shown[tile.key] = tile
        return card

    def _drop_all_but(self, wanted: dict[str, tuple[int, Tile]]) -> bool:
        gone = [key for key in self._cards if key not in wanted and not self._must_stay(key)]
        for key in gone:
            card = self._cards.pop(key)
            del self._shown[key]
            if _holds_focus(card):
                self._grid.setFocus()
            card.hide()
            card.deleteLater()
        return bool(gone)

    def _must_stay(self, key: str) -> bool:
        """A card scrolled away keeps existing while a button in it has the focus."""
        row = self._grid.tiles.row_of(key)
        if row < 0 or not _holds_focus(self._cards[key]):
            return False
        area = self._grid.places().rect(row).translated(0, -self._grid.verticalOffset())
        self._cards[key].setGeometry(area)
        return True

    def _order_tabs(self, keys: list[str]) -> None:
        before: QWidget = self._grid
        for key in keys:
            card = self._cards.get(key)
            for child in card.findChildren(QWidget) if card is not None else ():
                if child.focusPolicy() & _TAB:
                    QWidget.setTabOrder(before, child)
                    before = child

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not shiboken6.isValid(self._grid) or not self._grid.viewport().isAncestorOf(now):
            return
        for key, card in self._cards.items():
            if card.isAncestorOf(now):
                self._grid.go_to(key)
                return


def _holds_focus(card: QWidget) -> bool:
    now = QApplication.focusWidget()
    return now is not None and card.isAncestorOf(now)
