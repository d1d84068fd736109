"""What is selected, and what copying it gives.

Promise: a whole message is copied as the Markdown it was received as; a part of it as the text that is seen,
whole blocks as their Markdown.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QTextBoundaryFinder

from panda_desktop.ui.transcript.column import Column
from panda_desktop.ui.transcript.piece import Piece

if TYPE_CHECKING:
    from panda_desktop.ui.transcript.message_layout import MessageLayout


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in the conversation: row, piece of the row, UTF-16 position in the piece."""

    row: int
    piece: int
    offset: int


class Selection:
    """A stretch between two positions; the second moves."""

    def __init__(self, column: Column) -> None:
        """Starts with nothing selected."""
        self._column = column
        self._fixed: Position | None = None
        self._moving: Position | None = None
        self._everything = False

    @property
    def empty(self) -> bool:
        """Nothing is selected."""
        return not self._everything and (self._fixed is None or self._fixed == self._moving)

    def clear(self) -> None:
        """Selects nothing."""
        self._fixed = self._moving = None
        self._everything = False

    def start(self, position: Position) -> None:
        """Begins at a position."""
        self._fixed = self._moving = position
        self._everything = False

    def move(self, position: Position) -> None:
        """Moves the end."""
        if self._fixed is not None:
            self._moving = position

    def select(self, start: Position, end: Position) -> None:
        """Selects from `start` to `end`."""
        self._fixed, self._moving, self._everything = start, end, False

    def select_all(self) -> None:
        """Selects the whole conversation."""
        self.clear()
        self._everything = self._column.count > 0

    def select_word(self, position: Position) -> None:
        """Selects the word at a position (Unicode word boundaries)."""
        piece = self._column.piece(position.row, position.piece)
        if not piece.length:
            return
        text = piece.text
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, text)
        finder.setPosition(position.offset)
        start = position.offset if finder.isAtBoundary() else finder.toPreviousBoundary()
        finder.setPosition(start)
        end = finder.toNextBoundary()
        if end > start >= 0:
            self.select(
                Position(position.row, position.piece, start), Position(position.row, position.piece, end)
            )

    def select_piece(self, position: Position) -> None:
        """Selects the whole paragraph, row or chunk at a position."""
        length = self._column.piece(position.row, position.piece).length
        self.select(Position(position.row, position.piece, 0), Position(position.row, position.piece, length))

    def rows_moved(self, first: int, removed: int, inserted: int) -> None:
        """Follows rows that come or go before the selection; one that touches it clears it."""
        if self._fixed is None or self._moving is None:
            return
        low, high = self._bounds()
        if high.row < first:
            return
        if low.row >= first + removed:
            shift = inserted - removed
            self._fixed = Position(self._fixed.row + shift, self._fixed.piece, self._fixed.offset)
            self._moving = Position(self._moving.row + shift, self._moving.piece, self._moving.offset)
        else:
            self.clear()

    def within(self, row: int, piece: int, length: int) -> tuple[int, int] | None:
        """Returns the stretch of a piece that is selected, in UTF-16 positions."""
        if self._everything:
            return (0, length) if length else None
        if self.empty:
            return None
        low, high = self._bounds()
        if not (low.row, low.piece) <= (row, piece) <= (high.row, high.piece):
            return None
        start = low.offset if (low.row, low.piece) == (row, piece) else 0
        end = high.offset if (high.row, high.piece) == (row, piece) else length
        return (start, end) if start < end else None

    def _bounds(self) -> tuple[Position, Position]:
        assert self._fixed is not None and self._moving is not None
        return min(self._fixed, self._moving), max(self._fixed, self._moving)

    # -- copying -----------------------------------------------------------------------------------

    def markdown(self) -> str:
        """Returns the selection as text: Markdown for whole messages and blocks."""
        rows = (_joined(list(parts)) for _, parts in groupby(self.parts(), key=lambda part: part.row))
        return "\n\n".join(text for text in rows if text)

    def parts(self) -> Iterator["Part"]:
        """Yields what is selected, in order: whole messages, whole blocks, stretches of pieces."""
        if self.empty:
            return
        low, high = self._range()
        for row in range(low.row, high.row + 1):
            whole_start = row > low.row or (low.piece == 0 and low.offset == 0)
            if whole_start and (row < high.row or self._everything):
                yield WholeMessage(row, self._column.message(row).text)
            else:
                yield from self._of_row(row, low, high)

    def _range(self) -> tuple[Position, Position]:
        if self._everything:
            last = self._column.count - 1
            return Position(0, 0, 0), Position(last, 1 << 30, 0)
        return self._bounds()

    def _of_row(self, row: int, low: Position, high: Position) -> Iterator["Part"]:
        layout = self._column.layout(row)
        index = low.piece if row == low.row else 0
        last = min(high.piece if row == high.row else 1 << 30, len(layout.specs) - 1)
        while index <= last:
            block = self._whole_block(layout, row, index, last, low, high)
            if block is not None:
                source, stop = block
                yield WholeBlock(row, source, layout, index)
                index = stop
                continue
            piece = self._column.piece(row, index)
            start = low.offset if (row, index) == (low.row, low.piece) else 0
            end = high.offset if (row, index) == (high.row, high.piece) else piece.length
            if start < end:
                yield Stretch(row, piece.copy(start, end), piece, start, end)
            index += 1

    def _whole_block(
        self, layout: "MessageLayout", row: int, index: int, last: int, low: Position, high: Position
    ) -> tuple[str, int] | None:
        """Returns the source of the block that begins at a piece, if selected whole, and what follows."""
        found = layout.block_at(index)
        if found is None:
            return None
        source, stop = found
        if stop - 1 > last:
            return None
        if (row, index) == (low.row, low.piece) and low.offset > 0:
            return None
        if stop - 1 == high.piece and row == high.row:
            if high.offset < self._column.piece(row, stop - 1).length:
                return None
            if stop - index == 1:
                return None  # one paragraph or heading: what is seen is what is wanted
        return source, stop


@dataclass(frozen=True, slots=True)
class WholeMessage:
    """All of a message; `text` as it was written or received."""

    row: int
    text: str


@dataclass(frozen=True, slots=True)
class WholeBlock:
    """A top-level block that begins at a piece of a message; `text` is its Markdown."""

    row: int
    text: str
    layout: "MessageLayout"
    piece: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a piece, in UTF-16 positions; `text` as it was written."""

    row: int
    text: str
    piece: Piece
    start: int
    end: int


Part = WholeMessage | WholeBlock | Stretch


def _joined(parts: list[Part]) -> str:
    """Joins what is selected of one message: blocks by an empty line, lines of one block by a line ending."""
    text = ""
    for index, part in enumerate(parts):
        if index:
            apart = isinstance(part, WholeBlock) or isinstance(parts[index - 1], WholeBlock)
            text += "\n\n" if apart else "\n"
        text += part.text
    return text
