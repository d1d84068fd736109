"""The tiles of the library under the filter in force.

Promise: one change makes one new tile; ten thousand items are filtered in a few milliseconds.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.library.filters import LibraryFilter, searched_text
from panda_desktop.ui.media.dates import days_of
from panda_desktop.ui.media.tiles import Tile
from panda_desktop.viewmodels.library import LibraryList


class Shelf(QObject):
    """The tiles, in the order of the library.

    Signals:
        changed: `tiles` returns something else; told once for all that changed in one go.
    """

    changed = Signal()

    def __init__(self, library: LibraryList, parent: QObject | None = None) -> None:
        """Shows everything in `library`."""
        super().__init__(parent)
        self._library = library
        self._filter = LibraryFilter()
        self._tiles: list[Tile] = []
        self._texts: dict[str, str] = {}
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self.changed)
        library.reset.connect(self._read_all)
        library.inserted.connect(self._insert)
        library.removed.connect(self._remove)
        library.changed.connect(self._change)
        self._read_all()

    @property
    def filter(self) -> LibraryFilter:
        """The filter in force."""
        return self._filter

    def set_filter(self, wanted: LibraryFilter) -> None:
        """Shows what another filter accepts."""
        if wanted != self._filter:
            self._filter = wanted
            self.changed.emit()

    def count(self) -> int:
        """Returns how many items there are at all."""
        return len(self._tiles)

    def tiles(self) -> list[Tile]:
        """Returns the tiles the filter accepts."""
        if self._filter.is_open:
            return list(self._tiles)
        accepts = self._filter.accepts
        if not self._filter.words:
            return [tile for tile in self._tiles if tile.item is not None and accepts(tile.item, "")]
        return [
            tile
            for tile in self._tiles
            if tile.item is not None and accepts(tile.item, self._text(tile.item))
        ]

    def _text(self, item: MediaItem) -> str:
        text = self._texts.get(item.id)
        if text is None:
            text = self._texts[item.id] = searched_text(item)
        return text

    def _read_all(self) -> None:
        items = [self._library.item(place) for place in range(self._library.count())]
        self._tiles = [
            Tile(item.id, item, section=day) for item, day in zip(items, days_of(items), strict=True)
        ]
        self._texts = {}
        self._due.start()

    def _insert(self, place: int) -> None:
        self._tiles.insert(place, self._made(place))
        self._due.start()

    def _change(self, place: int) -> None:
        self._tiles[place] = self._made(place)
        self._due.start()

    def _remove(self, place: int) -> None:
        self._texts.pop(self._tiles[place].key, None)
        del self._tiles[place]
        self._due.start()

    def _made(self, place: int) -> Tile:
        item = self._library.item(place)
        self._texts.pop(item.id, None)
        return Tile(item.id, item, section=days_of((item,))[0])
