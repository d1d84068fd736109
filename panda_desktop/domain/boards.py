"""Boards: collections of pictures and videos that the person puts together.

Promise: an item can lie on many boards; no two boards have the same name, whatever the letter case.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Board:
    """One board.

    Attributes:
        id: ours.
        name: 1 to 60 characters.
        place: 0 for the first.
    """

    id: str
    name: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class RemovedBoard:
    """A board that was deleted and what lay on it: enough to bring it back."""

    board: Board
    item_ids: tuple[str, ...]
