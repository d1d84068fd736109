"""A long column of cards of which only those near the view exist.

Promise: a thousand cards cost what ten do; what is in view does not jump when a card above it turns out
higher than was thought; the tab order is the order on the screen.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from panda_desktop.ui.kit import give_role
from panda_desktop.ui.theme import look
from panda_desktop.ui.videos.job_card import JobCard
from panda_desktop.ui.videos.tab_order import join

GAP: Final = 14
_GUESS: Final = 110
_AHEAD: Final = 500
"""Pixels above and below the view in which cards are made beforehand, one at a time."""
_SPARE: Final = 8
_TABS_MS: Final = 80


class CardColumn(QWidget):
    """Cards by key, from top to bottom.

    Signals:
        filled(object, str): this `JobCard` shall show what belongs to this key.
    """

    filled = Signal(object, str)

    def __init__(
        self,
        make: Callable[[], JobCard],
        area: QScrollArea,
        before: Callable[[], QWidget | None],
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Makes an empty column.

        Args:
            make: makes a card that shows nothing yet; `filled` asks to fill it.
            area: what the column scrolls in, at whatever depth.
            before: what the tab key comes from.
            parent: the owner.
        """
        super().__init__(parent)
        self.setAccessibleName(self.tr("Videos"))
        give_role(self, QAccessible.Role.List)
        self._make = make
        self._area = area
        self._before = before
        self._keys: list[str] = []
        self._cards: dict[str, JobCard] = {}
        self._spare: list[JobCard] = []
        self._heights: dict[str, int] = {}
        self._tops: list[int] = []
        self._placing = False
        self._due = self._timer(0, self.place)
        self._more = self._timer(1, self._look_ahead)
        self._tabs = self._timer(_TABS_MS, self._order_tabs)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        area.verticalScrollBar().valueChanged.connect(lambda _: self.place())
        look().changed.connect(self._look_changed)

    def keys(self) -> tuple[str, ...]:
        """Returns the keys in order."""
        return tuple(self._keys)

    def cards(self) -> tuple[JobCard, ...]:
        """Returns the cards that exist, from top to bottom."""
        return tuple(self._cards[key] for key in self._keys if key in self._cards)

    def card(self, key: str) -> JobCard | None:
        """Returns a card if it exists."""
        return self._cards.get(key)

    def set_keys(self, keys: Sequence[str]) -> None:
        """Shows these cards in this order."""
        if list(keys) == self._keys:
            return
        focused = next((key for key, card in self._cards.items() if _has_focus(card)), None)
        old, self._keys = self._keys, list(keys)
        there = set(self._keys)
        for key in [key for key in self._cards if key not in there]:
            self._drop(key)
        self._heights = {key: height for key, height in self._heights.items() if key in there}
        self.place()
        self._tabs.start()
        if focused is not None and focused not in there:
            self._focus_instead(old, focused)

    def bring(self, key: str, *, focus: bool = False) -> JobCard | None:
        """Scrolls a card into view and returns it; None when there is none of that key."""
        if key not in self._keys:
            return None
        for _ in range(3):  # heights on the way are guesses until the cards exist
            self.place(also=key)
            self._area.ensureWidgetVisible(self._cards[key], 0, GAP)
        card = self._cards[key]
        if focus:
            card.setFocus(Qt.FocusReason.TabFocusReason)
        return card

    def neighbour(self, key: str, step: int) -> str | None:
        """Returns the key after (1) or before (-1) another one."""
        place = self._keys.index(key) + step if key in self._keys else -1
        return self._keys[place] if 0 <= place < len(self._keys) else None

    def sizeHint(self) -> QSize:
        """As high as all cards together."""
        return QSize(320, self._total())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measures what is in view again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.place()

    def showEvent(self, event: QShowEvent) -> None:
        """Fills the view."""
        super().showEvent(event)
        self._due.start()

    def place(self, *, also: str = "") -> None:
        """Makes, measures and places the cards in view; those near it follow one by one."""
        if self._placing:
            return
        self._placing = True
        try:
            for _ in range(5):
                top, bottom = self._view()
                self._count()
                wanted = [key for key in self._between(top, bottom) if key not in self._cards]
                if also and also not in self._cards:
                    wanted.append(also)
                for key in wanted:
                    self._add(key)
                if not self._measure(top) and not wanted:
                    break
            self._settle(also)
        finally:
            self._placing = False
        self._more.start()

    def _look_ahead(self) -> None:
        """Makes one card that is not yet in view, and asks for the next."""
        top, bottom = self._view()
        below = self._between(top, bottom + _AHEAD)
        above = self._between(top - _AHEAD, top)
        key = next((key for key in (*below, *reversed(above)) if key not in self._cards), None)
        if key is None:
            return
        self._placing = True
        try:
            self._add(key)
            self._measure(top)
            self._settle()
        finally:
            self._placing = False
        self._more.start()

    def _settle(self, also: str = "") -> None:
        self._count()
        top, bottom = self._view()
        for place, key in enumerate(self._keys):
            card = self._cards.get(key)
            if card is None:
                continue
            far = self._tops[place] + self._heights[key] < top - 2 * _AHEAD
            far = far or self._tops[place] > bottom + 2 * _AHEAD
            if far and key != also and not card.is_open and not _has_focus(card):
                self._drop(key)
            else:
                card.setGeometry(0, self._tops[place], self.width(), self._heights[key])

    def _view(self) -> tuple[int, int]:
        viewport = self._area.viewport()
        if not self._area.isAncestorOf(self):
            return 0, viewport.height()
        top = -self.mapTo(viewport, QPoint(0, 0)).y()
        return top, top + viewport.height()

    def _between(self, top: int, bottom: int) -> list[str]:
        if not self.isVisible():
            return []
        first = max(0, bisect_right(self._tops, top) - 1)
        return self._keys[first : bisect_right(self._tops, bottom)]

    def _count(self) -> None:
        guess = self._guess()
        self._tops = [0, *accumulate(self._heights.get(key, guess) + GAP for key in self._keys)]
        total = max(0, self._tops.pop() - GAP)
        if total != self.minimumHeight():
            self.setFixedHeight(total)

    def _total(self) -> int:
        guess = self._guess()
        return max(0, sum(self._heights.get(key, guess) + GAP for key in self._keys) - GAP)

    def _guess(self) -> int:
        known = self._heights.values()
        return round(sum(known) / len(known)) if known else look().pixels(_GUESS)

    def _measure(self, top: int) -> bool:
        """Takes the real heights of the cards that exist; keeps what is in view where it is."""
        changed = False
        for key, card in self._cards.items():
            card.arrange(self.width())
            height = max(card.heightForWidth(self.width()), 1)
            changed = changed or self._heights.get(key) != height
            self._heights[key] = height
        if changed and top > 0 and self._tops:
            # With them the guess of all the others has moved: what is above the view counts as a whole.
            first = max(0, bisect_right(self._tops, top) - 1)
            old = self._tops[first]
            self._count()
            shift = self._tops[first] - old
            bar = self._area.verticalScrollBar()
            bar.setMaximum(max(bar.maximum(), bar.value() + shift))
            bar.setValue(bar.value() + shift)
        return changed

    def _add(self, key: str) -> None:
        if self._spare:
            card = self._spare.pop()
        else:
            card = self._make()
            card.setParent(self)
            card.grown.connect(self._due.start)
        card.begin(key)
        self._cards[key] = card
        self.filled.emit(card, key)
        card.show()
        self._tabs.start()

    def _drop(self, key: str) -> None:
        card = self._cards.pop(key)
        card.hide()
        if len(self._spare) < _SPARE:
            self._spare.append(card)
        else:
            card.deleteLater()

    def _focus_instead(self, old: list[str], gone: str) -> None:
        there = set(self._keys)
        place = old.index(gone)
        for key in (*old[place + 1 :], *reversed(old[:place])):
            if key in there:
                self.bring(key, focus=True)
                return

    def _order_tabs(self) -> None:
        first = self._before()
        join([*([] if first is None else [first]), *self.cards()])

    def _look_changed(self) -> None:
        self._heights.clear()
        self._due.start()

    def _timer(self, milliseconds: int, run: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(run)
        return timer


def _has_focus(card: QWidget) -> bool:
    focused = card.window().focusWidget() if card.isVisible() else None
    return focused is not None and (focused is card or card.isAncestorOf(focused))
