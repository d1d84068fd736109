"""The rows of the model as message layouts, of which a bounded number is kept.

Promise: a row nobody looks at costs one number.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, date
from typing import TYPE_CHECKING, Final

from panda_desktop.domain.chat import Message, Role
from panda_desktop.ui.transcript import describe, file_words
from panda_desktop.ui.transcript.contract import Row, RowModel
from panda_desktop.ui.transcript.heights import Heights
from panda_desktop.ui.transcript.piece import Piece
from panda_desktop.ui.transcript.specs import Frame, GapSpec, Spec
from panda_desktop.ui.transcript.specs import Role as TextRole
from panda_desktop.ui.transcript.surroundings import Surroundings

if TYPE_CHECKING:  # imported with the first message: a start without one does without
    from panda_desktop.ui.transcript.message_layout import MessageLayout

KEPT: Final = 64
"""Messages whose parsed text and descriptions are kept."""
_UNKNOWN_HEIGHT: Final = 180.0
_NEAR_ROWS: Final = 8
_NEAR_PIECES: Final = 60
_MANY_PIECES: Final = 200
_FIRST_BUDGET: Final = 0.012
"""Seconds a message may take when it is first shown; the rest is parsed in slices."""


class Column:
    """All messages of the conversation, top to bottom.

    Attributes:
        heights: of all rows, guessed for those never shown.
        laid_out: number of pieces laid out since the start (for tests and benchmarks).
        disturbances: number of times pieces above the one being laid out lost their layout.
        bare: only the text of messages and how they ended: no day, model, actions and receipt.
    """

    def __init__(self, around: Surroundings, sentence: describe.ErrorSentence) -> None:
        """Starts without a model."""
        self.around = around
        self.sentence = sentence
        self.heights = Heights()
        self.laid_out = 0
        self.disturbances = 0
        self.bare = False
        self._model: RowModel | None = None
        self._layouts: OrderedDict[str, MessageLayout] = OrderedDict()
        self._by_row: dict[int, MessageLayout] = {}
        self._said: dict[str, tuple[object, ...]] = {}
        self._unfinished: set[str] = set()
        self._opened: set[str] = set()
        self._wrapped: dict[str, frozenset[int]] = {}
        self._waiting_since: dict[str, float] = {}
        self._clock: Callable[[], float] = time.monotonic

    # -- rows --------------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """Number of rows."""
        return len(self.heights)

    def row(self, index: int) -> Row:
        """Returns a row of the model."""
        assert self._model is not None
        return self._model.row(index)

    def message(self, index: int) -> Message:
        """Returns the message of a row."""
        return self.row(index).message

    def set_model(self, model: RowModel | None) -> None:
        """Takes another model; nothing of the old one is kept."""
        self._model = model
        self._drop_all()
        self._waiting_since.clear()
        self.heights = Heights.alike(model.count() if model is not None else 0, _UNKNOWN_HEIGHT)

    def insert(self, first: int, count: int) -> None:
        """Takes note of new rows."""
        self._by_row.clear()
        self.heights.splice(first, first, [_UNKNOWN_HEIGHT] * count)
        self._touch_around(first, first + count)
        if self._layouts:
            for row in range(first, first + count):
                self.refresh(row)  # one that was shown before may have other siblings now

    def remove(self, first: int, count: int) -> None:
        """Takes note of rows that are gone."""
        self._by_row.clear()
        self.heights.splice(first, first + count, [])
        self._touch_around(first, first)

    def _touch_around(self, first: int, stop: int) -> None:
        """Describes the rows next to a change anew: day lines and the last footer depend on neighbours."""
        for row in (first - 1, stop):
            if 0 <= row < self.count:
                self.refresh(row)

    def refresh(self, row: int) -> None:
        """Takes over what changed in a row, when it is laid out at all."""
        self._by_row.pop(row, None)
        message = self.message(row)
        layout = self._layouts.get(message.id)
        if layout is not None:
            self._said.pop(message.id, None)
            self._fill(layout, row, message, _FIRST_BUDGET)

    def grow(self, row: int) -> None:
        """Takes over text that came at the end of a row."""
        message = self.message(row)
        layout = self._layouts.get(message.id)
        if layout is not None:
            self._fill(layout, row, message, _FIRST_BUDGET)

    def layout(self, row: int) -> "MessageLayout":
        """Returns a row's layout, made when needed."""
        known = self._by_row.get(row)
        if known is not None:
            return known
        message = self.message(row)
        found = self._layouts.get(message.id)
        if found is not None:
            self._layouts.move_to_end(message.id)
            self._by_row[row] = found
            return found
        made = self._made(message)
        self._said.pop(message.id, None)
        made.set_wrapped(self._wrapped.get(message.id, frozenset()))
        self._layouts[message.id] = made
        while len(self._layouts) > KEPT:
            dropped, _ = self._layouts.popitem(last=False)
            self._unfinished.discard(dropped)
            self._by_row.clear()
        self._by_row[row] = made
        self._fill(made, row, message, _FIRST_BUDGET)
        return made

    def _made(self, message: Message) -> "MessageLayout":
        from panda_desktop.ui.transcript.illustrating import illustrating
        from panda_desktop.ui.transcript.message_layout import MessageLayout

        mine = message.role is not Role.ASSISTANT
        illustrate = None if mine else illustrating(self.around.images, message.id)
        return MessageLayout(self.around, mine=mine, illustrate=illustrate)

    def known_layout(self, row: int) -> "MessageLayout | None":
        """Returns a row's layout if there is one."""
        return self._layouts.get(self.message(row).id)

    def piece(self, row: int, index: int) -> Piece:
        """Returns a piece, laid out, and keeps the row's height true."""
        layout = self.layout(row)
        known = layout.known_piece(index)
        if known is not None:
            return known
        self.laid_out += 1
        made = layout.piece(index)
        self.disturbances += layout.disturbed
        layout.disturbed = False
        self.heights.set(row, layout.height)
        return made

    def illustrate_again(self, message_id: str) -> tuple[int, list[Spec], list[Spec]] | None:
        """Takes over what has become of a message's images, when it is laid out at all.

        Returns:
            Its row, and its pieces before and now.
        """
        layout = self._layouts.get(message_id)
        if layout is None:
            return None
        row = next((each for each, known in self._by_row.items() if known is layout), None)
        if row is None:  # it was shown before rows came or went
            row = next((each for each in range(self.count) if self.message(each).id == message_id), None)
        if row is None:
            return None
        before = list(layout.specs)
        layout.illustrate_again()
        self.heights.set(row, layout.height)
        return row, before, layout.specs

    def _fill(self, layout: "MessageLayout", row: int, message: Message, budget: float) -> None:
        if layout.set_text(message, budget):
            self._unfinished.discard(message.id)
        else:
            self._unfinished.add(message.id)
        said = (message.state, bool(message.text), message.reasoning)
        if self._said.get(message.id) != said or not layout.specs:
            self._said[message.id] = said
            self._surround(layout, row, message)
        self.heights.set(row, layout.height)

    # -- what stands around the text ---------------------------------------------------------------

    def _surround(self, layout: "MessageLayout", row: int, message: Message) -> None:
        above: list[Spec] = []
        if not self.bare and (day := self._new_day(row, message)) is not None:
            above.append(describe.day(day))
        if self.bare and row > 0:
            above.append(GapSpec())
        if not self.bare and (header := describe.header(message)) is not None:
            above.append(header)
        if (files := file_words.files(message)) is not None:
            above.append(files)
        opened = message.id in self._opened
        thinking = describe.reasoning(message, opened=opened, elapsed=self._elapsed(message))
        if thinking is not None:
            above.append(thinking)
            if opened:
                from panda_desktop.ui.transcript.flatten import flatten_plain

                frame = Frame(left=18, bars=(0,), from_right=self.around.style.mirrored)
                above.extend(flatten_plain(message.reasoning.strip("\n"), TextRole.REASONING, frame))
        below: list[Spec] = []
        elapsed = self._elapsed(message)
        waiting = describe.waiting(message, elapsed=elapsed, phase=int(elapsed * 2))
        if waiting is not None:
            below.append(waiting)
        below.extend(describe.notes(message, self.sentence))
        if not self.bare:
            below.append(describe.footer(self.row(row), last=row == self.count - 1))
        layout.set_surrounding(above, below)

    def _new_day(self, row: int, message: Message) -> date | None:
        day = message.created_at.astimezone().date()
        if row == 0:
            return day if day != date.today() else None
        before = self.message(row - 1).created_at.astimezone(UTC).astimezone().date()
        return day if day != before else None

    def _elapsed(self, message: Message) -> float:
        """Seconds since the message was first seen waiting."""
        if message.state.is_final:
            self._waiting_since.pop(message.id, None)
            return 0.0
        return self._clock() - self._waiting_since.setdefault(message.id, self._clock())

    def tick(self) -> list[int]:
        """Moves the clocks of messages that wait or think; returns their rows."""
        rows = []
        for row in range(max(0, self.count - 4), self.count):
            message = self.message(row)
            if not message.state.is_final and not message.text and message.id in self._layouts:
                self._surround(self._layouts[message.id], row, message)
                self.heights.set(row, self._layouts[message.id].height)
                rows.append(row)
        return rows

    def toggle_reasoning(self, row: int) -> None:
        """Opens or closes the thinking of a message."""
        message = self.message(row)
        self._opened ^= {message.id}
        self.refresh(row)

    def toggle_wrap(self, row: int, group: int) -> None:
        """Breaks the long lines of a code block, or stops breaking them."""
        message = self.message(row)
        wrapped = self._wrapped.get(message.id, frozenset()) ^ {group}
        self._wrapped[message.id] = wrapped
        self.layout(row).set_wrapped(wrapped)
        self.heights.set(row, self.layout(row).height)

    # -- upkeep ------------------------------------------------------------------------------------

    def restyle(self, around: Surroundings) -> None:
        """Starts anew with another width, theme or zoom; heights of rows stay as guesses."""
        self.around = around
        self._drop_all()

    def _drop_all(self) -> None:
        self._layouts.clear()
        self._by_row.clear()
        self._said.clear()
        self._unfinished.clear()

    def forget_far(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Drops what is laid out far from the view.

        Args:
            first: row and piece of the first visible piece.
            last: row and piece of the last one.
        """
        near = {
            self.message(row).id: row
            for row in range(max(0, first[0] - _NEAR_ROWS), min(self.count, last[0] + _NEAR_ROWS + 1))
        }
        for message_id, layout in list(self._layouts.items()):
            row = near.get(message_id)
            if row is None:
                layout.forget_pieces(0, 0)
                continue
            self._layouts.move_to_end(message_id)
            if layout.laid_out > _MANY_PIECES:
                start = first[1] - _NEAR_PIECES if row == first[0] else 0 if row > first[0] else 1 << 30
                stop = last[1] + _NEAR_PIECES if row == last[0] else 0 if row > last[0] else 1 << 30
                layout.forget_pieces(start, stop)

    def has_work(self, rows: range) -> bool:
        """Says whether `work` has something to do in the given rows."""
        for row in rows:
            message_id = self.message(row).id
            layout = self._layouts.get(message_id)
            if layout is not None and (layout.uncoloured or message_id in self._unfinished):
                return True
        return False

    def work(self, rows: range, deadline: float) -> tuple[bool, bool]:
        """Goes on parsing and colouring in the given rows until `deadline` (of `time.perf_counter`).

        Returns:
            Whether something that is shown changed, and whether there is more to do.
        """
        changed = False
        for row in rows:
            message = self.message(row)
            layout = self._layouts.get(message.id)
            if layout is None:
                continue
            if message.id in self._unfinished:
                self._fill(layout, row, message, max(0.001, deadline - time.perf_counter()))
                return True, True
            coloured, more = layout.colour(deadline)
            changed = changed or coloured
            if more or time.perf_counter() > deadline:
                return changed, True
        return changed, False

    def formula_ready(self, key: tuple[str, bool]) -> bool:
        """Drops pieces that show the source of a formula that is typeset now."""
        return any([layout.forget_waiting_for(key) for layout in self._layouts.values()])
