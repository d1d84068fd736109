"""The tiles of what the library shows.

Promise: one change makes one new tile, and twenty thousand items open like a hundred: the tiles far down are
made in the next moments; a tile that was made once is used again under every filter.
"""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.media.dates import days_of
from panda_desktop.ui.media.tiles import Tile
from panda_desktop.viewmodels.library_view import LibraryView

_AT_ONCE: Final = 500
"""Tiles of the first look."""
_SLICE: Final = 2_000
"""Tiles made between two events of the window: 2 ms."""


class Shelf(QObject):
    """The tiles, in the order of the library.

    Signals:
        changed: `tiles` returns something else; told once for all that changed in one go.
    """

    changed = Signal()

    def __init__(self, view: LibraryView, parent: QObject | None = None) -> None:
        """Shows what `view` shows."""
        super().__init__(parent)
        self._view = view
        self._tiles: list[Tile] = []
        self._made: dict[str, Tile] = {}
        self._items: list[MediaItem] = []
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self.changed)
        self._making = QTimer(self)
        self._making.setInterval(0)
        self._making.timeout.connect(lambda: self._make(_SLICE))
        view.reset.connect(self._read_again)
        view.inserted.connect(self._insert)
        view.removed.connect(self._remove)
        view.changed.connect(self._change)
        self._read()

    def count(self) -> int:
        """Returns how many items there are at all."""
        return self._view.whole()

    def tiles(self) -> list[Tile]:
        """Returns the tiles of what is shown; at first the topmost ones."""
        return list(self._tiles)

    def _read(self) -> None:
        self._items = list(self._view.items())
        self._tiles = []
        self._making.stop()
        # Under another filter the tiles are there already.
        known = len(self._made) >= len(self._items)
        self._make(len(self._items) if known else _AT_ONCE)

    def _read_again(self) -> None:
        self._read()
        self._due.stop()
        self.changed.emit()

    def _make(self, count: int) -> None:
        """Makes the next tiles; tells when the last one is made."""
        start = len(self._tiles)
        self._tiles += self._tiles_of(self._items[start : start + count])
        if len(self._tiles) < len(self._items):
            self._making.start()
        elif self._making.isActive():
            self._making.stop()
            self._due.start()

    def _make_all(self) -> None:
        """Before what is there is changed: tiles and items are of the same length from then on."""
        if self._items:
            self._make(len(self._items))
            self._items = []

    def _tiles_of(self, items: list[MediaItem]) -> list[Tile]:
        made = self._made
        found = [made.get(item.id) for item in items]
        new = [item for item, tile in zip(items, found, strict=True) if tile is None or tile.item is not item]
        if new:
            made.update(
                (item.id, Tile(item.id, item, section=day))
                for item, day in zip(new, days_of(new), strict=True)
            )
        return [made[item.id] for item in items]

    def _insert(self, row: int) -> None:
        self._make_all()
        self._tiles[row:row] = self._tiles_of([self._view.item(row)])
        self._due.start()

    def _change(self, row: int) -> None:
        self._make_all()
        self._tiles[row : row + 1] = self._tiles_of([self._view.item(row)])
        self._due.start()

    def _remove(self, row: int) -> None:
        self._make_all()
        del self._tiles[row]
        self._due.start()
