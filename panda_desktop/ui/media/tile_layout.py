"""Where each tile of a grid is: arithmetic only.

Promise: no tile is asked its size but the wide cards; ten thousand tiles are laid out in a few milliseconds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect

from panda_desktop.ui.media.tiles import Tile

PICTURE_SHAPE: Final = 0.82
"""Height of a tile's picture by its width."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths in pixels.

    Attributes:
        width: of the area.
        margin: around the tiles.
        gap: between them.
        least: the narrowest a tile gets, when there is room for one at all.
        foot: the line under a picture.
        heading: height of a heading with the room around it.
        mirrored: lines are filled from the right.
    """

    width: int
    margin: int = 20
    gap: int = 16
    least: int = 188
    foot: int = 34
    heading: int = 40
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """One line of tiles.

    Attributes:
        y: top.
        height: of the line.
        first: the first tile.
        columns: the column of each tile.
    """

    y: int
    height: int
    first: int
    columns: Sequence[int]


_NOWHERE: Final = Band(0, 0, 0, ())


class TileLayout:
    """The places of tiles in a column that scrolls.

    Attributes:
        columns: how many tiles stand side by side.
        tile_width: width of a tile.
        tile_height: height of a picture's tile.
        height: height of everything.
    """

    def __init__(
        self, measures: Measures, tiles: Sequence[Tile], card_height: Callable[[int, int], int]
    ) -> None:
        """Lays out `tiles`; `card_height` tells how high the card of a row is at a width."""
        self._measures = m = measures
        self._wide = [row for row, tile in enumerate(tiles) if tile.wide]
        self._wide_set = set(self._wide)
        room = max(1, m.width - 2 * m.margin)
        self.columns = max(1, (room + m.gap) // (m.least + m.gap))
        self.tile_width = (room - m.gap * (self.columns - 1)) // self.columns
        self.tile_height = round(self.tile_width * PICTURE_SHAPE) + m.foot
        self._bands: list[Band] = []
        self._headings: list[tuple[int, str]] = []
        self._card_height = card_height
        y = m.margin
        for section, first, past in _sections(tiles):
            if section:
                self._headings.append((y, section))
                y += m.heading
            y = self._lay_out(first, past, y) + m.gap
        self.height = y - m.gap + m.margin if tiles else 0
        self._tops = [band.y for band in self._bands]
        self._firsts = [band.first for band in self._bands]

    @property
    def wide_width(self) -> int:
        """Width of a wide card."""
        return self._width_of(self.wide_span)

    @property
    def wide_span(self) -> int:
        """Columns a wide card takes; all three, as a third of a line would stay empty beside it."""
        return 3 if self.columns == 3 else min(2, self.columns)

    @property
    def step(self) -> int:
        """From one line of pictures to the next."""
        return self.tile_height + self._measures.gap

    def rect(self, row: int) -> QRect:
        """Returns the place of a tile; empty when it was not laid out."""
        band = self._bands[self._band_of(row)] if self._bands else _NOWHERE
        if not band.first <= row < band.first + len(band.columns):
            return QRect()
        column = band.columns[row - band.first]
        m = self._measures
        wide = row in self._wide_set
        width, height = (self.wide_width, band.height) if wide else (self.tile_width, self.tile_height)
        x = m.margin + column * (self.tile_width + m.gap)
        return QRect(m.width - x - width if m.mirrored else x, band.y, width, height)

    def rows_between(self, top: int, bottom: int) -> range:
        """Returns the tiles of all lines that reach into a stretch of the column."""
        if not self._bands:
            return range(0)
        first = max(0, bisect_right(self._tops, top) - 1)
        if self._bands[first].y + self._bands[first].height < top:
            first += 1
        last = bisect_right(self._tops, bottom) - 1
        if first >= len(self._bands) or last < first:
            return range(0)
        end = self._bands[last]
        return range(self._bands[first].first, end.first + len(end.columns))

    def row_at(self, x: int, y: int) -> int:
        """Returns the tile at a point, or -1 between tiles."""
        place = bisect_right(self._tops, y) - 1
        if place < 0:
            return -1
        band = self._bands[place]
        for row in range(band.first, band.first + len(band.columns)):
            if self.rect(row).contains(x, y):
                return row
        return -1

    def headings_between(self, top: int, bottom: int) -> list[tuple[QRect, str]]:
        """Returns the headings in a stretch of the column, with their places."""
        m = self._measures
        width = max(1, m.width - 2 * m.margin)
        return [
            (QRect(m.margin, y, width, m.heading), section)
            for y, section in self._headings
            if y < bottom and y + m.heading > top
        ]

    def heading_above(self, row: int) -> int:
        """Returns the top of the heading right above a tile's line, else the top of the line."""
        band = self._bands[self._band_of(row)]
        heading = band.y - self._measures.heading
        return heading if any(y == heading for y, _ in self._headings) else band.y

    def above(self, row: int, lines: int = 1) -> int:
        """Returns the tile that stands `lines` lines above (below, when negative), nearest in column."""
        place = self._band_of(row)
        target = max(0, min(len(self._bands) - 1, place - lines))
        if target == place:
            return row
        column = self._bands[place].columns[row - self._bands[place].first]
        band = self._bands[target]
        nearest = min(range(len(band.columns)), key=lambda at: abs(band.columns[at] - column))
        return band.first + nearest

    def _width_of(self, span: int) -> int:
        return self.tile_width * span + self._measures.gap * (span - 1)

    def _band_of(self, row: int) -> int:
        return max(0, bisect_right(self._firsts, row) - 1)

    def _lay_out(self, first: int, past: int, y: int) -> int:
        """Lays out the tiles of one section; returns the bottom of the last line."""
        gap, columns = self._measures.gap, self.columns
        every = range(columns)
        row = first
        while row < past:
            place = bisect_left(self._wide, row)
            stop = min(past, self._wide[place]) if place < len(self._wide) else past
            for _ in range((stop - row) // columns):  # full lines of pictures
                self._bands.append(Band(y, self.tile_height, row, every))
                row += columns
                y += self.tile_height + gap
            if row < past:
                band = self._line(row, past, y)
                self._bands.append(band)
                row += len(band.columns)
                y += band.height + gap
        return y - gap

    def _line(self, first: int, past: int, y: int) -> Band:
        """Returns a line that begins with `first` and holds what fits, wide cards too."""
        taken: list[int] = []
        column = height = 0
        for row in range(first, past):
            wide = row in self._wide_set
            span = self.wide_span if wide else 1
            if column + span > self.columns:
                break
            needed = self._card_height(row, self._width_of(span)) if wide else self.tile_height
            height = max(height, needed)
            taken.append(column)
            column += span
        return Band(y, height, first, tuple(taken))


def _sections(tiles: Sequence[Tile]) -> list[tuple[str, int, int]]:
    """Returns (section, first, past) for each run of tiles of one section."""
    found: list[tuple[str, int, int]] = []
    start = 0
    for row in range(1, len(tiles) + 1):
        if row == len(tiles) or tiles[row].section != tiles[start].section:
            found.append((tiles[start].section, start, row))
            start = row
    return found
