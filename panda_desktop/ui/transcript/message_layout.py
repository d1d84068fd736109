"""One message as a column of pieces, of which only those asked for are laid out.

Promise: growing text keeps every piece it does not touch, and heights that are known.
"""

import re
import time
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from panda_desktop.domain.chat import Message
from panda_desktop.markdown.blocks import Block, CodeBlock, Footnote, Heading
from panda_desktop.markdown.plain import spans_plain, to_plain
from panda_desktop.markdown.references import footnote_label
from panda_desktop.markdown.stream import MarkdownStream
from panda_desktop.ui.transcript.code_pieces import CodePiece
from panda_desktop.ui.transcript.colouring import Colouring
from panda_desktop.ui.transcript.direction import reads_from_right
from panda_desktop.ui.transcript.estimate import estimated_height
from panda_desktop.ui.transcript.flatten import flatten_plain, flatten_units, shared_units
from panda_desktop.ui.transcript.formulas import Key
from panda_desktop.ui.transcript.heights import Heights
from panda_desktop.ui.transcript.illustrating import Illustrate
from panda_desktop.ui.transcript.making import make_piece
from panda_desktop.ui.transcript.piece import Piece
from panda_desktop.ui.transcript.specs import BodySpec, CodeSpec, Frame, Role, RowSpec, Spec, TextSpec
from panda_desktop.ui.transcript.surroundings import Surroundings
from panda_desktop.ui.transcript.table_pieces import Columns, RowPiece

FEED: Final = 2_000
"""Characters parsed before the clock is looked at, at first; then as many as take a few milliseconds."""
_LARGEST_FEED: Final = 16_000
_FEED_SECONDS: Final = 0.003
_FEEDS: Final = 128
"""A feed copies the open block: it is never a smaller part of what was fed, even if it takes long."""


@dataclass(slots=True)
class _Entry:
    """A top-level block, where its pieces begin in the body, and where each unit begins in them."""

    block: Block
    start: int
    units: list[int] = field(default_factory=list)


class MessageLayout:
    """The pieces of one message.

    Attributes:
        specs: descriptions of all pieces, top to bottom.
        heights: their heights, measured or guessed.
        disturbed: laying out a piece dropped others (a table's columns became wider).
        inset: pixels by which the message is narrower than the column.
        uncoloured: code was laid out or has changed since all of it was coloured.
    """

    def __init__(self, around: Surroundings, *, mine: bool, illustrate: Illustrate | None = None) -> None:
        """Starts empty; `mine` for a message of the person, shown in a bubble as it was typed. `illustrate`
        adds what is shown of the images in the text.
        """
        self._around = around
        self._mine = mine
        self._illustrate = illustrate
        self._stream = MarkdownStream()
        self._fed = 0
        self._feed = FEED
        self._text = ""
        self._entries: list[_Entry] = []
        self._head = 0
        self._body = 0
        self._colouring = Colouring()
        self._columns: dict[int, Columns] = {}
        self._pieces: dict[int, Piece] = {}
        self._wrapped: frozenset[int] = frozenset()
        self._finished = False
        self.specs: list[Spec] = []
        self.heights = Heights()
        self.disturbed = False
        self.uncoloured = False
        self.inset = min(around.style.px(120), around.column * 0.25) if mine else 0.0

    @property
    def width(self) -> float:
        """Width of the pieces."""
        return self._around.column - self.inset

    @property
    def left(self) -> float:
        """Distance from the column's left side: the person's messages stand at the far side."""
        return 0.0 if self._around.style.mirrored else self.inset

    @property
    def height(self) -> float:
        """Height of the message as known so far."""
        return self.heights.total

    @property
    def body_range(self) -> tuple[int, int]:
        """First piece of the answer's own text, and the one after its last."""
        return self._head, self._head + self._body

    @property
    def source(self) -> str:
        """The text that was parsed, cleaned: block ranges count its characters."""
        return self._text if self._mine else self._stream.source

    def plain_text(self) -> str:
        """Returns the text as it is read out; empty for a message of the person."""
        return to_plain(self._stream.blocks)

    def code(self, group: int) -> CodeBlock | None:
        """Returns a code block by its offset."""
        return self._colouring.codes.get(group)

    def anchor(self, name: str) -> int | None:
        """Returns the piece a link inside the message leads to: a footnote (`fn:label`) or a heading."""
        for entry in self._entries:
            if isinstance(entry.block, Footnote) and name == f"fn:{footnote_label(entry.block.label)}":
                return self._head + entry.start
            if isinstance(entry.block, Heading) and _slug(spans_plain(entry.block.spans)) == name.lower():
                return self._head + entry.start
        return None

    def block_value(self, index: int) -> Block | None:
        """Returns the top-level block that begins at a piece."""
        at = self._entry_at(index)
        return self._entries[at].block if at is not None else None

    def _entry_at(self, index: int) -> int | None:
        inside = index - self._head
        at = bisect_left(self._entries, inside, key=lambda entry: entry.start)
        return at if at < len(self._entries) and self._entries[at].start == inside else None

    def block_at(self, index: int) -> tuple[str, int] | None:
        """Returns the Markdown of the top-level block that begins at a piece, and the piece after it."""
        at = self._entry_at(index)
        if at is None:
            return None
        entry = self._entries[at]
        stop = self._entries[at + 1].start if at + 1 < len(self._entries) else self._body
        return self.source[entry.block.at[0] : entry.block.at[1]], self._head + stop

    # -- content -----------------------------------------------------------------------------------

    def set_text(self, message: Message, budget: float) -> bool:
        """Takes the message's text as far as `budget` seconds allow.

        Returns:
            True when all of it is in the pieces; else call again.
        """
        text = message.text
        if self._mine:
            if text != self._text:
                self._text = text
                self._replace_body(0, list(_bubble(text)) if text else [])
            return True
        if not text.startswith(self._text) or (self._finished and text != self._text):
            self._start_again()
        self._text = text
        now = time.perf_counter()
        deadline = now + budget
        while self._fed < len(text):
            piece = text[self._fed : self._fed + self._feed]
            self._fed += len(piece)
            self._publish(self._stream.feed(piece).first_changed)
            before, now = now, time.perf_counter()
            if len(piece) == self._feed:
                size = 2 * self._feed if now - before < _FEED_SECONDS else self._feed // 2
                self._feed = max(FEED, min(size, _LARGEST_FEED), self._fed // _FEEDS)
            if self._fed < len(text) and now > deadline:
                return False
        if message.state.is_final and not self._finished:
            if now > deadline:
                return False  # the end may cost as much as the last piece did
            self._finished = True
            self._publish(self._stream.finish().first_changed)
        return True

    def set_surrounding(self, above: Sequence[Spec], below: Sequence[Spec]) -> None:
        """Sets what stands above and below the text."""
        self._replace(0, self._head, above)
        self._head = len(above)
        self._replace(self._head + self._body, len(self.specs), below)

    def set_wrapped(self, wrapped: frozenset[int]) -> None:
        """Sets the code blocks whose long lines are broken."""
        if wrapped != self._wrapped:
            self._wrapped = wrapped
            self._entries = []
            self._publish(0)

    def illustrate_again(self) -> None:
        """Takes over what has become of the images in the text; pieces above them are kept."""
        self._entries = []
        self._publish(0)

    def _start_again(self) -> None:
        self._stream = MarkdownStream()
        self._fed = 0
        self._entries = []
        self._finished = False
        self._colouring.clear()
        self._columns.clear()
        self._replace_body(0, [])

    def _publish(self, first: int) -> None:
        """Cuts the blocks from number `first` on into pieces."""
        blocks = self._stream.blocks
        first = min(first, len(self._entries))
        start = self._entries[first].start if first < len(self._entries) else self._body if first else 0
        specs: list[BodySpec] = []
        old = self._entries[first] if first < len(self._entries) else None
        old_end = self._entries[first + 1].start if first + 1 < len(self._entries) else self._body
        del self._entries[first:]
        for index in range(first, len(blocks)):
            block = blocks[index]
            shared = shared_units(old.block, block) if old and index == first else 0
            entry = _Entry(block, start + len(specs))
            if old and shared:
                entry.units = old.units[:shared]
                start = old.start + (old.units[shared] if shared < len(old.units) else old_end - old.start)
            units = flatten_units(
                block, shared, first=index == 0, wrapped=self._wrapped, codes=self._colouring.codes
            )
            for unit in units:
                entry.units.append(start + len(specs) - entry.start)
                specs.extend(unit if self._illustrate is None else self._illustrate(unit))
            self._entries.append(entry)
        self._replace_body(start, specs)

    def _replace_body(self, start: int, specs: Sequence[BodySpec]) -> None:
        self._replace(self._head + start, self._head + self._body, specs)
        self._body = start + len(specs)

    def _replace(self, start: int, stop: int, specs: Sequence[Spec]) -> None:
        """Replaces pieces, keeping those whose description stays equal."""
        old = self.specs[start:stop]
        same = 0
        while same < min(len(old), len(specs)) and old[same] == specs[same]:
            same += 1
        if same == len(old) == len(specs):
            return
        grown = self._pieces.get(start + same)
        self._move_pieces(start + same, stop, len(specs) - len(old))
        self.uncoloured = self.uncoloured or any(isinstance(spec, CodeSpec) for spec in specs[same:])
        style, width = self._around.style, self.width
        heights = [estimated_height(spec, style, width) for spec in specs[same:]]
        self.specs[start + same : stop] = specs[same:]
        self.heights.splice(start + same, stop, heights)
        if same < len(specs) and isinstance(grown, CodePiece) and _same_chunk(grown.spec, specs[same]):
            spec = specs[same]
            assert isinstance(spec, CodeSpec)
            grown.grow(spec)
            self._pieces[start + same] = grown
            self.heights.set(start + same, grown.height)

    def _move_pieces(self, start: int, stop: int, shift: int) -> None:
        """Drops pieces from `start` to `stop` and moves those below: text grows at the end, these are few."""
        for index in range(start, stop):
            self._pieces.pop(index, None)
        if shift:
            below = [(index, self._pieces.pop(index, None)) for index in range(stop, len(self.specs))]
            self._pieces.update((index + shift, piece) for index, piece in below if piece is not None)

    # -- pieces ------------------------------------------------------------------------------------

    def piece(self, index: int) -> Piece:
        """Returns a piece, laid out; its height in `heights` is then the real one."""
        found = self._pieces.get(index)
        if found is None:
            found = self._make(self.specs[index])
            self._pieces[index] = found
            self.heights.set(index, found.height)
        return found

    def known_piece(self, index: int) -> Piece | None:
        """Returns a piece if it is laid out."""
        return self._pieces.get(index)

    @property
    def laid_out(self) -> int:
        """Number of pieces that are laid out."""
        return len(self._pieces)

    def forget_pieces(self, start: int, stop: int) -> None:
        """Drops laid-out pieces outside `start` to `stop`; their heights stay."""
        if self._pieces:
            self._pieces = {index: piece for index, piece in self._pieces.items() if start <= index < stop}

    def forget_waiting_for(self, key: Key) -> bool:
        """Drops pieces that show the source of a formula that is typeset now."""
        waiting = [index for index, piece in self._pieces.items() if key in _pending(piece)]
        for index in waiting:
            del self._pieces[index]
        return bool(waiting)

    def _make(self, spec: Spec) -> Piece:
        match spec:
            case CodeSpec():
                self.uncoloured = True
                return CodePiece(spec, self._around.style, self.width, self._colouring.runs_of(spec))
            case RowSpec():
                return self._row(spec)
            case _:
                return make_piece(spec, self._around, self.width)

    def _row(self, spec: RowSpec) -> RowPiece:
        style = self._around.style
        columns = self._columns.get(spec.group)
        if columns is None:
            room = self.width - style.px(spec.frame.left)
            columns = Columns(len(spec.aligns), room, style)
            self._columns[spec.group] = columns
        if columns.consider(spec.row.cells, header=spec.header):
            for index, piece in list(self._pieces.items()):
                other = self.specs[index]
                if isinstance(piece, RowPiece) and isinstance(other, RowSpec) and other.group == spec.group:
                    del self._pieces[index]
                    self.disturbed = True
        return RowPiece(spec, style, columns, self._around.formulas)

    def colour(self, deadline: float) -> tuple[bool, bool]:
        """Colours code that is laid out, until `deadline`; see `Colouring.colour`."""
        if not self.uncoloured:
            return False, False
        changed, self.uncoloured = self._colouring.colour(self._pieces.values(), deadline)
        return changed, self.uncoloured


def _slug(text: str) -> str:
    """Returns the anchor of a heading as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")


def _pending(piece: Piece) -> set[Key]:
    if isinstance(piece, RowPiece):
        return piece.pending
    layout = getattr(piece, "layout", None)
    return layout.pending if layout is not None else set()


def _same_chunk(old: CodeSpec, new: Spec) -> bool:
    return isinstance(new, CodeSpec) and (
        old.group,
        old.first,
        old.language,
        old.wrapped,
        old.joined,
        old.frame,
    ) == (
        new.group,
        new.first,
        new.language,
        new.wrapped,
        new.joined,
        new.frame,
    )


def _bubble(text: str) -> list[TextSpec]:
    return flatten_plain(text, Role.USER, Frame(bubble=True, from_right=reads_from_right(text)))
