"""The strip above the composer that says what waits and why.

Promise: it is as quiet as a line of text for each message, at most three of them until more are wanted, and
gone when nothing waits.
"""

import itertools
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from panda_desktop.domain.budgets import Refusal
from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.queue import Hold, QueuedMessage
from panda_desktop.ui.kit import Button, Card, announce
from panda_desktop.ui.queue.hold import HoldLine
from panda_desktop.ui.queue.row import QueueRow
from panda_desktop.ui.theme import look

WIDEST: Final = 760
FEW: Final = 3
"""Messages that are shown before more are wanted."""
_MOST_HEIGHT: Final = 250
"""Pixels of rows at 100 % text size before they scroll."""


class QueueStrip(QWidget):
    """The strip.

    Attributes:
        hold: why nothing is sent by itself, with the button that lets it go on.
        more: shows all messages, or the first ones again.
        follows: what Tab reaches before the strip; set it once it stands in its place.

    Signals:
        edited(str, str): what a message, named by its id, shall say.
        remove_wanted(str): a message shall be taken out.
        move_wanted(str, int): a message shall stand at this place, 0 for the first.
        send_wanted(str): a message shall be sent now.
        go_on_wanted: the queue shall go on.
        leave_wanted(object): the next one shall be sent in spite of this `Refusal`.
        step_wanted(object): the `NextStep` that mends a refusal.
        left_over(str): what was being written into a message when it was sent as it was before.
        left: the keyboard leaves the strip.
    """

    edited = Signal(str, str)
    remove_wanted = Signal(str)
    move_wanted = Signal(str, int)
    send_wanted = Signal(str)
    go_on_wanted = Signal()
    leave_wanted = Signal(object)
    step_wanted = Signal(object)
    left_over = Signal(str)
    left = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Shows nothing yet."""
        super().__init__(parent)
        self._items: tuple[QueuedMessage, ...] = ()
        self._rows: list[QueueRow] = []
        self._answering = False
        self._all = False
        self._by_enter = True
        self.setAccessibleName(self.tr("Waiting messages"))
        self.hold = HoldLine()
        self.follows: QWidget | None = None
        self.more = Button("", "quiet", small=True)
        self._card = Card("side")
        self._area = QScrollArea()
        self._inner = QWidget()
        self._build()
        self.hold.go_on_wanted.connect(self.go_on_wanted)
        self.hold.leave_wanted.connect(self.leave_wanted)
        self.hold.step_wanted.connect(self.step_wanted)
        self.more.clicked.connect(lambda _checked=False: self._toggle())
        look().changed.connect(self._fit)
        self.hide()

    @property
    def rows(self) -> tuple[QueueRow, ...]:
        """The rows that are shown, from top to bottom."""
        return tuple(self._rows)

    def show_queue(self, items: Sequence[QueuedMessage], *, answering: bool) -> None:
        """Shows what waits, in the order of sending; `answering`: an answer is coming."""
        differs = tuple(items) != self._items
        self._items, self._answering = tuple(items), answering
        for row in self._rows:
            row.end_dragging(kept=False)
        if not differs:
            self._name_rows()
            return
        self._all = self._all and len(items) > FEW
        self._arrange()
        self.setVisible(bool(items))

    def show_hold(
        self, hold: Hold | None, error: ErrorKind | None, refusal: Refusal | None = None, place: int = 0
    ) -> None:
        """Says why nothing is sent by itself; None when it is. `place` is that of a refused item."""
        self.hold.show_hold(hold, error, refusal, place)

    def set_send_key(self, *, by_enter: bool) -> None:
        """Lets Enter end the editing of a message, or Ctrl+Enter only."""
        self._by_enter = by_enter
        for row in self._rows:
            row.field.set_submit_on_enter(by_enter)

    def finish_editing(self) -> None:
        """Keeps what is being edited: another chat will be shown."""
        for row in self._rows:
            if (text := row.end_editing()) is not None:
                self.edited.emit(row.item.id, text)

    # rows

    def _arrange(self) -> None:
        shown = self._items if self._all else self._items[:FEW]
        had_focus = next((place for place, row in enumerate(self._rows) if self._is_in(row)), None)
        kept = {row.item.id: row for row in self._rows}
        wanted = {item.id for item in shown}
        # A row that is being edited stays, wherever it has moved to.
        shown += tuple(
            item
            for item in self._items[len(shown) :]
            if item.id in kept and kept[item.id].is_editing and item.id not in wanted
        )
        rows = [kept.pop(item.id) if item.id in kept else self._made(item) for item in shown]
        for row in kept.values():
            self._drop(row)
        for place, row in enumerate(rows):
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
            row.show()
        self._rows = rows
        for row, item in zip(rows, shown, strict=True):
            row.item = item
        self._name_rows()
        self._chain()
        self._fit()
        if had_focus is not None and not any(self._is_in(row) for row in rows):
            self._focus(min(had_focus, len(rows) - 1))

    def _name_rows(self) -> None:
        places = {item.id: place for place, item in enumerate(self._items)}
        for row in self._rows:
            place = places[row.item.id]
            row.show_item(row.item, place, len(self._items), answering=self._answering)
        hidden = len(self._items) - len(self._rows)
        self.more.setVisible(len(self._items) > FEW)
        if self._all:
            words = self.tr("Show fewer")
        else:
            words = self.tr("1 more") if hidden == 1 else self.tr("{count} more").format(count=hidden)
        self.more.set_text(words)
        self.more.set_icon("chevron-up" if self._all else "chevron-down")
        self.more.set_tip(self.tr("Show the first ones only") if self._all else self.tr("Show all that wait"))

    def _made(self, item: QueuedMessage) -> QueueRow:
        row = QueueRow(item)
        row.field.set_submit_on_enter(self._by_enter)
        row.edit_wanted.connect(lambda: self._edit(row))
        row.edited.connect(lambda text: self.edited.emit(row.item.id, text))
        row.remove_wanted.connect(lambda: self.remove_wanted.emit(row.item.id))
        row.send_wanted.connect(lambda: self.send_wanted.emit(row.item.id))
        row.moved.connect(lambda step: self._move(row, step))
        row.stepped.connect(lambda step: self._step(row, step))
        row.dragged.connect(lambda at: self._drag(row, at))
        row.dropped.connect(lambda kept: self._drop_at(row, kept))
        row.left.connect(self.left)
        return row

    def _drop(self, row: QueueRow) -> None:
        """Takes a row away whose message was sent or removed."""
        text = row.end_editing()
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        if text is not None:
            self.left_over.emit(text)

    def _edit(self, row: QueueRow) -> None:
        for other in self._rows:
            if other is not row and (text := other.end_editing()) is not None:
                self.edited.emit(other.item.id, text)
        row.begin_editing()
        self._fit()
        self._area.ensureWidgetVisible(row)

    def _toggle(self) -> None:
        self._all = not self._all
        self._arrange()

    # moving

    def _move(self, row: QueueRow, step: int) -> None:
        ids = [item.id for item in self._items]
        place = ids.index(row.item.id) + step
        if 0 <= place < len(ids):
            if place >= FEW:
                self._all = True
            self.move_wanted.emit(row.item.id, place)
            announce(row, row.accessibleName())

    def _step(self, row: QueueRow, step: int) -> None:
        place = self._rows.index(row) + step
        if place >= len(self._rows):
            self.left.emit()
        elif place >= 0:
            self._focus(place)

    def _drag(self, row: QueueRow, at: QPoint) -> None:
        """Lets the dragged row change places with those the pointer has passed."""
        y = self._inner.mapFromGlobal(at).y()
        place = sum(other.geometry().center().y() < y for other in self._rows if other is not row)
        if self._rows.index(row) != place:
            self._rows.remove(row)
            self._rows.insert(place, row)
            self._column.removeWidget(row)
            self._column.insertWidget(place, row)

    def _drop_at(self, row: QueueRow, kept: bool) -> None:
        place = self._rows.index(row)
        moved = place < len(self._items) and self._items[place].id != row.item.id
        if kept and moved:
            self.move_wanted.emit(row.item.id, place)
        elif moved:
            self._arrange()

    # focus and size

    def _is_in(self, row: QueueRow) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and (focused is row or row.isAncestorOf(focused))

    def _focus(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self._rows[place])
        else:
            self.left.emit()

    def _chain(self) -> None:
        """Puts what Tab reaches in the order that is seen: what is made late comes last otherwise."""
        rows = [each for row in self._rows for each in row.focusable()]
        stops: list[QWidget] = [*self.hold.focusable(), *rows, self.more]
        for before, widget in itertools.pairwise([self.follows, *stops] if self.follows else stops):
            QWidget.setTabOrder(before, widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the height of the rows whenever one of them has another."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self._card.setMaximumWidth(look().pixels(WIDEST))
        wanted = self._column.sizeHint().height()
        self._area.setFixedHeight(min(wanted, look().pixels(_MOST_HEIGHT)))

    def _build(self) -> None:
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._inner.installEventFilter(self)
        self._area.setWidget(self._inner)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(6, 4, 6, 4)
        inside.setSpacing(0)
        inside.addWidget(self.hold)
        inside.addWidget(self._area)
        inside.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self._card, 100_000)
        row.addStretch(1)
        # Not `Fixed`, which would cut sentences that take more lines in a narrow window.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
