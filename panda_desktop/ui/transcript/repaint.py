"""Paints as little as possible: what has only moved is moved on the screen, what is new is painted.

Promise: what is on the screen afterwards equals a full repaint.
"""

from typing import Final, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.transcript.piece import Piece

_SPILL: Final = 1


class Shown(NamedTuple):
    """A piece on the screen: where it is in the conversation, which it is, in which state, and its place.

    A tuple, because one is made for each piece in view with each frame.
    """

    row: int
    number: int
    piece: Piece
    revision: int
    x: float
    y: int


class Repainter:
    """Remembers what the viewport shows.

    Attributes:
        shown: the pieces, top to bottom: what a paint event paints.
    """

    def __init__(self, viewport: QWidget) -> None:
        """Knows nothing: the first time everything is painted."""
        self._viewport = viewport
        self.shown: list[Shown] = []
        self._known = False
        self._end = 0

    def forget(self) -> None:
        """Has everything painted the next time."""
        self._known = False

    def show(self, now: list[Shown], *, whole: bool) -> None:
        """Moves and paints what differs from before; everything when `whole`."""
        last, self.shown = self.shown, now
        before = {id(shown.piece): shown for shown in last}
        matching = [(new, before.get(id(new.piece))) for new in now]
        shift = next((new.y - old.y for new, old in matching if old is not None), None)
        height = self._viewport.height()
        known, self._known = self._known, True
        last_end, self._end = self._end, now[-1].y + int(now[-1].piece.height) if now else 0
        if whole or not known or shift is None or abs(shift) >= height:
            self._viewport.update()
            return
        stays = min(height, _stays_from(matching)) if shift else height
        if shift:
            self._viewport.scroll(0, shift, QRect(0, 0, self._viewport.width(), stays))
            if stays < height:
                self._paint(stays, stays)
        for new, old in matching:
            bottom = new.y + int(new.piece.height)
            if old is None or new.y - old.y != (shift if new.y < stays else 0):
                self._paint(new.y, bottom)
            elif old.revision != new.revision:
                self._paint(new.y + max(0, min(int(new.piece.take_changed()) - 2, bottom - new.y)), bottom)
        if now[0].y > 0 and (shift or now[0].y != last[0].y):
            self._paint(0, now[0].y)
        if self._end < height and (self._end != last_end or (shift and stays == height)):
            self._paint(self._end, height)

    def _paint(self, top: int, bottom: int) -> None:
        # Edges of boxes and tall letters reach a pixel into the piece beside, which may stay as it is.
        self._viewport.update(QRect(0, top - _SPILL, self._viewport.width(), bottom - top + 2 * _SPILL))


def _stays_from(matching: list[tuple[Shown, Shown | None]]) -> int:
    """Returns the y from which on nothing has moved, below what has; a large number when all has."""
    stays = 1 << 30
    for new, old in reversed(matching):
        if old is None or new.y != old.y:
            return stays
        stays = new.y
    return stays
