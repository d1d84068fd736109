"""Paints as little as possible: what has only moved is moved on the screen, what is new is painted.

Promise: what is on the screen afterwards equals a full repaint.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.transcript.piece import Piece


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece on the screen: where it is in the conversation, which it is, in which state, and its place."""

    row: int
    index: int
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

    def forget(self) -> None:
        """Has everything painted the next time."""
        self._known = False

    def show(self, now: list[Shown], *, whole: bool) -> None:
        """Moves and paints what differs from before; everything when `whole`."""
        before = {id(shown.piece): shown for shown in self.shown}
        self.shown = now
        matching = [(new, before.get(id(new.piece))) for new in now]
        shift = next((new.y - old.y for new, old in matching if old is not None), None)
        height = self._viewport.height()
        known, self._known = self._known, True
        if whole or not known or shift is None or abs(shift) >= height:
            self._viewport.update()
            return
        if shift:
            self._viewport.scroll(0, shift, self._viewport.rect())
        for new, old in matching:
            bottom = new.y + int(new.piece.height)
            if old is None or new.y - old.y != shift:
                self._paint(new.y, bottom)
            elif old.revision != new.revision:
                self._paint(new.y + max(0, min(int(new.piece.take_changed()) - 2, bottom - new.y)), bottom)
        if now[0].y > 0:
            self._paint(0, now[0].y)
        end = now[-1].y + int(now[-1].piece.height)
        if end < height:
            self._paint(end, height)

    def _paint(self, top: int, bottom: int) -> None:
        self._viewport.update(QRect(0, top, self._viewport.width(), bottom - top))
