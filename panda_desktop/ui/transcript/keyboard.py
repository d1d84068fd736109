"""The keyboard in the transcript: scrolling, moving between messages and their actions, copying.

Promise: everything the mouse can reach is reached with Tab and Enter.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from panda_desktop.ui.transcript.attention import Attention
from panda_desktop.ui.transcript.column import Column
from panda_desktop.ui.transcript.place import Place
from panda_desktop.ui.transcript.pointing import Pointing, Spot
from panda_desktop.ui.transcript.selection import Selection


@dataclass(frozen=True, slots=True)
class Deeds:
    """What keys can do beyond moving.

    Attributes:
        activate: does what a spot stands for.
        copy: copies what is selected.
        read: shows a row as text with a cursor.
    """

    activate: Callable[[Spot], None]
    copy: Callable[[], None]
    read: Callable[[int], None]


class Keyboard:
    """Turns keys into movement and actions."""

    def __init__(
        self,
        column: Column,
        place: Place,
        pointing: Pointing,
        selection: Selection,
        attention: Attention,
        deeds: Deeds,
    ) -> None:
        """Takes what it works on."""
        self._column = column
        self._place = place
        self._pointing = pointing
        self._selection = selection
        self._attention = attention
        self._deeds = deeds

    def press(self, event: QKeyEvent, page: float) -> bool:
        """Handles a key; `page` is the height of the view. Returns whether it was one of ours."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._deeds.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._selection.select_all()
        elif event.key() == Qt.Key.Key_Escape and not self._selection.empty:
            self._selection.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._attention.focused:
            self._enter_spot(self._attention.focused)
        elif event.key() == Qt.Key.Key_Space and self._attention.focused and self._attention.focused.target:
            self._deeds.activate(self._attention.focused)
        else:
            return self._scroll(event, page)
        return True

    def _enter_spot(self, spot: Spot) -> None:
        """Does what a target stands for; opens the text of a message."""
        if spot.target:
            self._deeds.activate(spot)
        else:
            self._deeds.read(spot.row)

    def _scroll(self, event: QKeyEvent, page: float) -> bool:
        step = 0.85 * page
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_PageDown:
                self._go_down(step, page)
            case Qt.Key.Key_Space if not shift:
                self._go_down(step, page)
            case Qt.Key.Key_Space:
                self._place.scroll_by(-step)
            case Qt.Key.Key_PageUp:
                self._place.scroll_by(-step)
            case Qt.Key.Key_Down:
                self._go_down(40, page)
            case Qt.Key.Key_Up:
                self._place.scroll_by(-40)
            case Qt.Key.Key_Home:
                self._place.scroll_to(0)
            case Qt.Key.Key_End:
                self._place.pinned = True
            case _:
                return False
        return True

    def _go_down(self, dy: float, page: float) -> None:
        """Scrolls; who comes to the end follows it, as with the wheel."""
        self._place.scroll_by(dy)
        self._place.settle(page)
        if self._place.at_end:
            self._place.pinned = True

    def tab(self, step: int) -> bool:
        """Moves the focus to the next (1) or previous (-1) spot; returns False at the end of the view."""
        if not self._column.count:
            return False
        focused = self._attention.focused
        if focused is None:
            return self._enter(step)
        spots = self._pointing.spots_of(focused.row)
        at = spots.index(focused) if focused in spots else 0
        if 0 <= at + step < len(spots):
            self._focus(spots[at + step])
            return True
        row = focused.row + step
        if not 0 <= row < self._column.count:
            self._attention.focused = None
            return False
        spots = self._pointing.spots_of(row)
        self._focus(spots[0] if step > 0 else spots[-1])
        return True

    def _enter(self, step: int) -> bool:
        """Begins at the first message in view, or at the last one going backwards."""
        visible = self._place.visible
        if not visible:
            return False
        row = visible[0].row if step > 0 else visible[-1].row
        if step > 0 and visible[0].piece > 0 and row < visible[-1].row:
            row += 1
        self._focus(Spot(row, 0, "") if step > 0 else self._pointing.spots_of(row)[-1])
        return True

    def _focus(self, spot: Spot) -> None:
        self._attention.focused = spot

    def reveal(self, height: float) -> None:
        """Scrolls so that what has the focus is in view."""
        spot = self._attention.focused
        if spot is None:
            return
        rect = self._pointing.rect_of(spot)
        if rect.top() < 0:
            self._place.scroll_by(rect.top() - 24)
        elif rect.bottom() > height and (spot.target or rect.height() < height):
            self._place.scroll_by(rect.bottom() - height + 24)
        elif rect.top() > height - 60:
            self._place.scroll_by(rect.top() - 24)
