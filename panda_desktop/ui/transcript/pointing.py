"""What is under a point of the view.

Promise: answers from what is laid out and visible; nothing is laid out to answer.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from panda_desktop.ui.transcript.column import Column
from panda_desktop.ui.transcript.piece import Target
from panda_desktop.ui.transcript.place import Place
from panda_desktop.ui.transcript.selection import Position


@dataclass(frozen=True, slots=True)
class Spot:
    """A target in a piece: what the pointer or the keyboard is on. `target` is empty for the message."""

    row: int
    piece: int
    target: str


class Pointing:
    """Translates points of the view into rows, pieces, targets and text positions."""

    def __init__(self, column: Column, place: Place) -> None:
        """Takes the column and where the view stands in it."""
        self._column = column
        self._place = place
        self.left = 0.0

    def left_of(self, row: int) -> float:
        """Returns the x of a row's pieces in the view."""
        return self.left + self._column.layout(row).left

    def row_at(self, point: QPointF) -> int:
        """Returns the row at a point, or -1."""
        for seen in reversed(self._place.visible):
            if seen.y <= point.y():
                bottom = seen.y + self._column.piece(seen.row, seen.piece).height
                return seen.row if point.y() < bottom else -1
        return -1

    def target_at(self, point: QPointF) -> tuple[Spot, Target] | None:
        """Returns the target at a point."""
        for seen in self._place.visible:
            piece = self._column.piece(seen.row, seen.piece)
            if seen.y <= point.y() < seen.y + piece.height:
                inside = QPointF(point.x() - self.left_of(seen.row), point.y() - seen.y)
                for target in piece.targets():
                    if target.rect.adjusted(-3, 0, 3, 0).contains(inside):
                        return Spot(seen.row, seen.piece, target.id), target
        return None

    def over_text(self, point: QPointF) -> bool:
        """Whether there is selectable text at a point."""
        for seen in self._place.visible:
            piece = self._column.piece(seen.row, seen.piece)
            if seen.y <= point.y() < seen.y + piece.height:
                x = point.x() - self.left_of(seen.row)
                return piece.length > 0 and 0 <= x <= self._column.layout(seen.row).width
        return False

    def position_at(self, point: QPointF) -> Position | None:
        """Returns the text position nearest to a point, in the nearest piece that has text."""
        nearest: tuple[float, Position] | None = None
        for seen in self._place.visible:
            piece = self._column.piece(seen.row, seen.piece)
            if not piece.length:
                continue
            if point.y() < seen.y:
                distance = seen.y - point.y()
                found = Position(seen.row, seen.piece, 0)
            elif point.y() >= seen.y + piece.height:
                distance = point.y() - seen.y - piece.height + 0.01
                found = Position(seen.row, seen.piece, piece.length)
            else:
                x, y = point.x() - self.left_of(seen.row), point.y() - seen.y
                return Position(seen.row, seen.piece, piece.position(x, y))
            if nearest is None or distance < nearest[0]:
                nearest = distance, found
        return nearest[1] if nearest else None

    def rect_of(self, spot: Spot) -> QRectF:
        """Returns where a spot is in the view: its target, or all of its visible message."""
        if spot.target:
            for target in self._column.piece(spot.row, spot.piece).targets():
                if target.id == spot.target:
                    y = self._place.y_of(spot.row, spot.piece)
                    return target.rect.translated(self.left_of(spot.row), y)
        layout = self._column.layout(spot.row)
        return QRectF(self.left_of(spot.row), self._place.y_of(spot.row, 0), layout.width, layout.height)

    def name_of(self, spot: Spot) -> str:
        """Returns what a target says."""
        targets = self._column.piece(spot.row, spot.piece).targets()
        return next((target.text for target in targets if target.id == spot.target), "")

    def spots_of(self, row: int) -> list[Spot]:
        """Returns what the Tab key stops at in a row, the message itself first."""
        spots = [Spot(row, 0, "")]
        layout = self._column.layout(row)
        for index in range(len(layout.specs)):
            if layout.known_piece(index) is None and index < layout.body_range[1]:
                continue  # not shown: links and code far above or below are reached by scrolling there
            for target in self._column.piece(row, index).targets():
                if target.keyboard:
                    spots.append(Spot(row, index, target.id))
        return spots
