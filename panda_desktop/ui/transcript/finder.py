"""Finds text in the conversation.

Promise: typing in the find field costs a scan of the text, never a layout of what is not shown.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from panda_desktop.markdown.plain import spans_plain
from panda_desktop.ui.transcript.column import Column
from panda_desktop.ui.transcript.offsets import to_utf16
from panda_desktop.ui.transcript.piece import Piece
from panda_desktop.ui.transcript.specs import CodeSpec, FormulaSpec, RowSpec, Spec, TextSpec


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the text was found (UTF-16 positions)."""

    row: int
    piece: int
    start: int
    end: int


class Finder:
    """Walks from hit to hit."""

    def __init__(self, column: Column) -> None:
        """Starts without a query."""
        self._column = column
        self._pattern: re.Pattern[str] | None = None
        self.query = ""
        self.current: Hit | None = None

    def clear(self) -> None:
        """Forgets the query."""
        self.query = ""
        self._pattern = None
        self.current = None

    def set_query(self, text: str) -> None:
        """Looks for another text; letter case does not matter, any run of spaces equals another."""
        if text.casefold() == self.query.casefold():
            return
        self.query = text
        words = [re.escape(word) for word in text.split()]
        self._pattern = re.compile(r"\s+".join(words), re.IGNORECASE) if words else None
        self.current = None

    def set_words(self, words: Sequence[str]) -> None:
        """Looks for each of several words, wherever it stands."""
        self.query = " ".join(words)
        pieces = [r"\s+".join(map(re.escape, word.split())) for word in words if word.strip()]
        self._pattern = re.compile("|".join(pieces), re.IGNORECASE) if pieces else None
        self.current = None

    def hits_in(self, piece: Piece) -> list[tuple[int, int]]:
        """Returns the hits in a laid-out piece."""
        if self._pattern is None or not piece.length:
            return []
        text = piece.text
        return [
            (to_utf16(text, found.start()), to_utf16(text, found.end()))
            for found in self._pattern.finditer(text)
            if found.end() > found.start()
        ]

    def move(self, step: int, row: int, piece: int) -> Hit | None:
        """Goes to the next (`step` 1) or the previous (-1) hit, around the end if need be.

        Args:
            step: 1 or -1.
            row: where to begin when there is no current hit.
            piece: as `row`.
        """
        if self._pattern is None or not self._column.count:
            return None
        if self.current is not None:
            row = self.current.row
            here = [hit for hit in self._in_row(row) if self._beyond(hit, step)]
        else:
            here = [hit for hit in self._in_row(row) if (hit.piece >= piece) == (step > 0)]
        if here:
            self.current = here[0] if step > 0 else here[-1]
            return self.current
        for distance in range(1, self._column.count + 1):
            hits = self._in_row((row + step * distance) % self._column.count)
            if hits:
                self.current = hits[0] if step > 0 else hits[-1]
                return self.current
        return None

    def count(self) -> int:
        """Returns the number of messages that contain the text."""
        return sum(self._may_contain(row) for row in range(self._column.count))

    def _beyond(self, hit: Hit, step: int) -> bool:
        assert self.current is not None
        mine, other = (self.current.piece, self.current.start), (hit.piece, hit.start)
        return other > mine if step > 0 else other < mine

    def _may_contain(self, row: int) -> bool:
        """Whether the source of a message contains the words; markup may part what is seen as one."""
        assert self._pattern is not None
        return self._pattern.search(self._column.message(row).text) is not None

    def _in_row(self, row: int) -> list[Hit]:
        folded = self._column.message(row).text.casefold()
        if not all(word in folded for word in self.query.casefold().split()):
            return []
        layout = self._column.layout(row)
        hits = []
        for index in range(*layout.body_range):
            if self._pattern is not None and self._pattern.search(_text_of(layout.specs[index])):
                for start, end in self.hits_in(self._column.piece(row, index)):
                    hits.append(Hit(row, index, start, end))
        return hits


def _text_of(spec: Spec) -> str:
    """Returns about the text a piece will show, without laying it out."""
    match spec:
        case TextSpec(spans):
            return spans_plain(spans)
        case CodeSpec(lines):
            return "\n".join(lines)
        case RowSpec(row):
            return "\t".join(spans_plain(cell) for cell in row.cells)
        case FormulaSpec(tex):
            return tex
        case _:
            return ""
