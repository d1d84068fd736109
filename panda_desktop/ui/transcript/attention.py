"""Where the pointer and the keyboard are.

Promise: holds spots only; what they mean is decided elsewhere.
"""

from dataclasses import dataclass

from panda_desktop.ui.transcript.pointing import Spot


@dataclass(slots=True)
class Attention:
    """The spot under the pointer, and the one with the keyboard focus."""

    hovered: Spot | None = None
    focused: Spot | None = None

    def clear(self) -> None:
        """Forgets both: the rows have changed."""
        self.hovered = self.focused = None

    def lively(self, *, with_focus: bool) -> set[int]:
        """Returns the rows that show their actions."""
        spots = (self.hovered, self.focused if with_focus else None)
        return {spot.row for spot in spots if spot is not None}

    def target(self, spot: Spot | None, row: int, piece: int) -> str:
        """Returns the target of `spot` when it lies in a piece."""
        return spot.target if spot is not None and (spot.row, spot.piece) == (row, piece) else ""
