"""Where in the column the view stands.

Promise: what is at the top of the view stays there while heights above or below become known or change; when
pinned, the end of the conversation stays at the bottom.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from panda_desktop.ui.transcript.column import Column
from panda_desktop.ui.transcript.piece import Piece

TOP: Final = 16
BOTTOM: Final = 20


class Visible(NamedTuple):
    """A piece in view: its row, its number in the row, the y of its top in the view, and itself."""

    row: int
    piece: int
    y: float
    laid_out: Piece


@dataclass(frozen=True, slots=True)
class _Mark:
    """What stands at the top of the view, in words: a text position of a piece, and pixels of its line above.

    `position` is None for a piece without text; `hidden` is then the part of it that is above, 0 to 1.
    """

    row: int
    piece: int
    position: int | None
    hidden: float


class Place:
    """The anchor (a piece at the top of the view and how much of it is hidden) and what is seen from there.

    Attributes:
        pinned: follow the end of the conversation.
        visible: pieces in view, top to bottom, after `settle`.
    """

    def __init__(self, column: Column) -> None:
        """Starts pinned to the end."""
        self._column = column
        self.pinned = True
        self.visible: list[Visible] = []
        self._row = 0
        self._piece = 0
        self._hidden = 0.0
        self._height = 0.0
        self._head = (-1, 0)  # the anchor's row, and how many pieces stood above its text
        self._mark: _Mark | None = None

    @property
    def anchor(self) -> tuple[int, int, float]:
        """Row, piece, and pixels of it above the view."""
        return self._row, self._piece, self._hidden

    def reset(self) -> None:
        """Goes to the end and pins there."""
        self.pinned = True
        self._row = self._piece = 0
        self._hidden = 0.0
        self._head = (-1, 0)
        self._mark = None
        self.visible = []

    # -- another width or size of text -------------------------------------------------------------

    def remember(self) -> None:
        """Remembers the words at the top of the view, before everything gets another height.

        They are remembered until the view is moved, so that many steps of resizing do not add up to a move.
        """
        if self.pinned or not self._column.count or self._mark is not None:
            return
        self._clamp()
        piece = self._column.piece(self._row, self._piece)
        if piece.length and self._hidden > 0:
            position = min(piece.position(0, self._hidden + 1), piece.length - 1)
            above = self._hidden - piece.area(position, position + 1).y()
            self._mark = _Mark(self._row, self._piece, position, above)
        else:
            self._mark = _Mark(self._row, self._piece, None, self._hidden / max(1.0, piece.height))

    def recall(self) -> None:
        """Brings the words that were remembered to the top again."""
        mark = self._mark
        if mark is None or self.pinned or not self._column.count:
            return
        self._row, self._piece = mark.row, mark.piece
        self._clamp()
        piece = self._column.piece(self._row, self._piece)
        if mark.position is None:
            self._hidden = float(round(mark.hidden * piece.height))
        else:
            line = piece.area(mark.position, mark.position + 1)
            self._hidden = float(round(line.y() + min(mark.hidden, line.height())))
        self._normalise()

    # -- moving ------------------------------------------------------------------------------------

    def scroll_by(self, dy: float) -> None:
        """Moves the view down (up when negative) by real pixels."""
        if not self._column.count:
            return
        if dy < 0:
            self.pinned = False
        self._mark = None
        self._clamp()
        self._hidden += round(dy)
        self._normalise()

    def scroll_to(self, y: float) -> None:
        """Moves to a position of the scroll bar, by known and guessed heights."""
        if not self._column.count:
            return
        self.pinned = False
        self._mark = None
        self._row, rest = self._column.heights.at(y - TOP)
        self._head = (-1, 0)
        self._piece, self._hidden = self._column.layout(self._row).heights.at(rest)
        self._hidden = float(round(self._hidden))
        if y < TOP:
            self._hidden = float(round(y - TOP))

    def show(self, row: int, piece: int, above: float) -> None:
        """Puts a piece `above` pixels below the top of the view."""
        self.pinned = False
        self._mark = None
        self._row, self._piece, self._hidden, self._head = row, piece, -round(above), (-1, 0)
        self._normalise()

    def rows_moved(self, first: int, removed: int, inserted: int) -> None:
        """Follows the anchor when rows before it come or go."""
        self._mark = None
        if self._row >= first + removed:
            self._row += inserted - removed
            self._head = self._head[0] + inserted - removed, self._head[1]
        elif self._row >= first:
            self._row, self._piece, self._hidden = max(0, min(first, self._column.count - 1)), 0, 0.0
            self._head = (-1, 0)

    def pieces_moved(self, row: int, now: Callable[[int], int]) -> None:
        """Follows the anchor when pieces of a row come or go; `now` returns where a piece is now."""
        if row == self._row:
            self._piece = now(self._piece)
        mark = self._mark
        if mark is not None and mark.row == row:
            self._mark = replace(mark, piece=now(mark.piece))

    # -- what is seen ------------------------------------------------------------------------------

    def settle(self, height: float) -> None:
        """Lays out what is in a view of `height` pixels and finds where everything is."""
        self._height = height
        if not self._column.count:
            self.visible = []
            return
        for _ in range(4):  # a table may change the heights of its rows while they are laid out
            before = self._column.disturbances
            if self.pinned:
                self._from_below()
            else:
                self._clamp()
                self._normalise()
            end = self._collect()
            if not self.pinned and end < height - BOTTOM:
                self._from_below()
                self._collect()
            if self._column.disturbances == before:
                break
        self._head = self._row, self._column.layout(self._row).body_range[0]

    @property
    def at_end(self) -> bool:
        """The end of the conversation is in view."""
        if not self.visible:
            return True
        last = self.visible[-1]
        if last.row < self._column.count - 1:
            return False
        layout = self._column.layout(last.row)
        if last.piece < len(layout.specs) - 1:
            return False
        return last.y + layout.heights[last.piece] <= self._height + 2

    @property
    def top(self) -> float:
        """Position of the view's top in the column, by known and guessed heights."""
        if not self._column.count:
            return 0.0
        self._clamp()
        inside = self._column.layout(self._row).heights.top(self._piece)
        return TOP + self._column.heights.top(self._row) + inside + self._hidden

    @property
    def total(self) -> float:
        """Height of the column, by known and guessed heights."""
        return TOP + self._column.heights.total + BOTTOM if self._column.count else 0.0

    def y_of(self, row: int, piece: int) -> float:
        """Returns the y of a piece's top in the view."""
        inside = self._column.layout(row).heights.top(piece)
        return TOP + self._column.heights.top(row) + inside - self.top

    def _collect(self) -> float:
        """Walks down from the anchor until the view is full; returns the y after the last piece."""
        column = self._column
        row, piece, y = self._row, self._piece, -self._hidden
        self.visible = []
        while row < column.count:
            layout = column.layout(row)
            while piece < len(layout.specs):
                if y >= self._height:
                    return y
                made = layout.known_piece(piece) or column.piece(row, piece)
                self.visible.append(Visible(row, piece, y, made))
                y += made.height
                piece += 1
            row, piece = row + 1, 0
        return y

    def _from_below(self) -> None:
        """Sets the anchor so that the end of the column is at the bottom of the view."""
        column = self._column
        room = self._height - BOTTOM
        row = column.count - 1
        layout = column.layout(row)
        piece = len(layout.specs) - 1
        while True:
            room -= (layout.known_piece(piece) or column.piece(row, piece)).height
            if room <= 0:
                self._row, self._piece, self._hidden = row, piece, -room
                return
            if piece > 0:
                piece -= 1
            elif row > 0:
                row -= 1
                layout = column.layout(row)
                piece = len(layout.specs) - 1
            else:
                self._row, self._piece, self._hidden = 0, 0, -min(room, TOP)
                return

    def _normalise(self) -> None:
        """Brings the hidden part inside the anchor's piece by moving the anchor."""
        column = self._column
        while self._hidden < 0:
            if self._piece > 0:
                self._piece -= 1
            elif self._row > 0:
                self._row -= 1
                self._piece = len(column.layout(self._row).specs) - 1
            else:
                self._hidden = max(self._hidden, -TOP)
                return
            self._hidden += column.piece(self._row, self._piece).height
        while self._hidden >= (height := column.piece(self._row, self._piece).height):
            if self._piece < len(column.layout(self._row).specs) - 1:
                self._piece += 1
            elif self._row < column.count - 1:
                self._row += 1
                self._piece = 0
            else:
                self._hidden = min(self._hidden, height)
                return
            self._hidden -= height

    def _clamp(self) -> None:
        """Keeps the anchor on its piece when pieces above the text come or go, and on one that exists."""
        self._row = max(0, min(self._row, self._column.count - 1))
        layout = self._column.layout(self._row)
        row, above = self._head
        if row == self._row and self._piece >= above:
            self._piece += layout.body_range[0] - above
        self._head = self._row, layout.body_range[0]
        last = len(layout.specs) - 1
        if self._piece > last:
            self._piece, self._hidden = max(0, last), 0.0
