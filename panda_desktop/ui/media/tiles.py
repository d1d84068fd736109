"""The tiles of a grid as a list model.

Promise: a change touches only the tiles that differ, so selection, focus and scroll position stay.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.ui.kit import plain_tip
from panda_desktop.ui.media.dates import date_and_time
from panda_desktop.ui.wording import spoken

_TIP_LETTERS: Final = 400
_SPOKEN_LETTERS: Final = 300
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Tile:
    """One place of the grid: a picture or video, or a card that the grid's owner makes.

    Attributes:
        key: identity; stays while the tile changes.
        item: what is shown; None for a card.
        content: what the owner's card shows; compared by identity.
        words: what a screen reader says of a card.
        section: tiles of one section stand under one heading; empty for no heading.
        wide: a card that takes two columns or three, and the height it needs.
    """

    key: str
    item: MediaItem | None = None
    content: object = None
    words: str = ""
    section: str = ""
    wide: bool = False


class TileModel(QAbstractListModel):
    """The tiles in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Makes an empty model."""
        super().__init__(parent)
        self._tiles: list[Tile] = []
        self._rows: dict[str, int] | None = None

    def count(self) -> int:
        """Returns the number of tiles."""
        return len(self._tiles)

    def tile(self, row: int) -> Tile:
        """Returns a tile."""
        return self._tiles[row]

    def tiles(self) -> Sequence[Tile]:
        """Returns all tiles; not to be changed."""
        return self._tiles

    def row_of(self, key: str) -> int:
        """Returns where a tile is, or -1."""
        if self._rows is None:
            self._rows = {tile.key: row for row, tile in enumerate(self._tiles)}
        return self._rows.get(key, -1)

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Shows other tiles. Those that are the same objects are left alone."""
        old, new = self._tiles, list(tiles)
        start, least = 0, min(len(old), len(new))
        while start < least and old[start].key == new[start].key:
            start += 1
        end = 0
        while end < least - start and old[-1 - end].key == new[-1 - end].key:
            end += 1
        differing = [row for row in range(start) if old[row] is not new[row]]
        after = len(new) - len(old)
        differing += [row for row in range(len(new) - end, len(new)) if new[row] is not old[row - after]]
        self._exchange(start, len(old) - end, new[start : len(new) - end])
        self._tiles, self._rows = new, None
        for row in differing:
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def _exchange(self, first: int, past: int, tiles: list[Tile]) -> None:
        """Puts `tiles` in the place of the rows `first` to `past - 1`."""
        nothing = QModelIndex()
        if past > first:
            self.beginRemoveRows(nothing, first, past - 1)
            self._tiles = self._tiles[:first] + self._tiles[past:]
            self._rows = None
            self.endRemoveRows()
        if tiles:
            self.beginInsertRows(nothing, first, first + len(tiles) - 1)
            self._tiles = self._tiles[:first] + tiles + self._tiles[first:]
            self._rows = None
            self.endInsertRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Number of tiles, as Qt asks."""
        return 0 if parent.isValid() else len(self._tiles)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Words of a tile; it is painted by the view."""
        if not index.isValid() or not 0 <= index.row() < len(self._tiles):
            return None
        tile = self._tiles[index.row()]
        roles = Qt.ItemDataRole
        if role == int(roles.DisplayRole):
            return (
                (tile.item.prompt or tile.item.name)[:_SPOKEN_LETTERS]
                if tile.item is not None
                else tile.words
            )
        if role == int(roles.AccessibleTextRole):
            return self._spoken(tile.item) if tile.item is not None else tile.words
        if role == int(roles.ToolTipRole) and tile.item is not None:
            prompt = tile.item.prompt or tile.item.name
            return plain_tip(prompt if len(prompt) <= _TIP_LETTERS else prompt[:_TIP_LETTERS] + "…")
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Tiles can be focused and selected; files can be dragged out."""
        flags = Qt.ItemFlag
        if not index.isValid():
            return flags.NoItemFlags
        usual = flags.ItemIsEnabled | flags.ItemIsSelectable
        has_file = self._tiles[index.row()].item is not None
        return usual | flags.ItemIsDragEnabled if has_file else usual

    def _spoken(self, item: MediaItem) -> str:
        kind = self.tr("video") if item.kind is MediaKind.VIDEO else self.tr("image")
        facts = [
            (item.prompt or item.name)[:_SPOKEN_LETTERS] or self.tr("without a prompt"),
            kind,
            item.model,
        ]
        facts.append(date_and_time(item.created_at))
        if item.starred:
            facts.append(self.tr("starred"))
        return spoken(*facts)
