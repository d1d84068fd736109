"""The colours of one message's code, found for what is laid out.

Promise: a line is coloured once; what is not laid out costs nothing.
"""

import time
from collections.abc import Iterable

from panda_desktop.markdown.blocks import CodeBlock
from panda_desktop.markdown.highlight import CHUNK, Highlighter
from panda_desktop.ui.transcript.code_pieces import CodePiece, RunsOf
from panda_desktop.ui.transcript.piece import Piece
from panda_desktop.ui.transcript.specs import CodeSpec


class Colouring:
    """Highlighters by code block.

    Attributes:
        codes: code blocks of the message, by offset in the source.
    """

    def __init__(self) -> None:
        """Starts without code."""
        self.codes: dict[int, CodeBlock] = {}
        self._highlighters: dict[int, Highlighter] = {}
        self._done: dict[int, tuple[object, ...]] = {}
        self._kept: dict[int, int] = {}
        self._finished: dict[int, int] = {}  # lines there were when nothing was left to colour

    def clear(self) -> None:
        """Forgets all code: the text is another."""
        self.codes.clear()
        self._highlighters.clear()
        self._done.clear()
        self._kept.clear()
        self._finished.clear()

    def runs_of(self, spec: CodeSpec) -> RunsOf:
        """Returns what gives the coloured runs of a line of the block a piece belongs to."""
        found = self._highlighters.get(spec.group)
        if found is None:
            found = self._highlighters[spec.group] = Highlighter(spec.language)
        return found.runs

    def colour(self, laid_out: Iterable[Piece], deadline: float) -> tuple[bool, bool]:
        """Colours the code among the pieces that are laid out, until `deadline` (of `time.perf_counter`).

        Returns:
            Whether anything changed, and whether there is more to do.
        """
        shown: dict[int, list[CodePiece]] = {}
        for piece in laid_out:
            if isinstance(piece, CodePiece) and not self._is_finished(piece.spec.group):
                shown.setdefault(piece.spec.group, []).append(piece)
        changed = False
        for group, pieces in shown.items():
            coloured, more = self._colour_block(group, pieces, deadline)
            changed = changed or coloured
            if more:
                return changed, True
        return changed, False

    def _is_finished(self, group: int) -> bool:
        """Whether no line is left to colour; what looked like the end of a block may become a line."""
        block = self.codes.get(group)
        return block is not None and block.closed and self._finished.get(group) == len(block.lines)

    def _colour_block(self, group: int, pieces: list[CodePiece], deadline: float) -> tuple[bool, bool]:
        highlighter, block = self._highlighters.get(group), self.codes.get(group)
        if highlighter is None or block is None:
            return False, False
        if not highlighter.active:
            self._finished[group] = len(block.lines)
            return False, False
        state = (len(block.lines), block.lines[-1:], block.closed, highlighter.coloured, len(pieces))
        if self._done.get(group) == state:
            return False, False
        # Lines of whole chunks keep their colours, and a piece takes those known when it is laid out.
        open_pieces = [piece for piece in pieces if _end(piece) > self._kept.get(group, 0)]
        complete = len(block.lines) if block.closed else len(block.lines) - 1
        upto = max(map(_end, pieces))
        while highlighter.coloured + CHUNK <= min(complete, upto + CHUNK):
            if time.perf_counter() > deadline:
                return _recolour(open_pieces), True
            if not highlighter.step(block.lines, complete):
                break
        if len(block.lines) - highlighter.coloured <= CHUNK:
            highlighter.colour_tail(block.lines, complete)
            if block.closed:
                self._finished[group] = len(block.lines)
        self._done[group] = (*state[:3], highlighter.coloured, len(pieces))
        self._kept[group] = highlighter.coloured
        return _recolour(open_pieces), False


def _end(piece: CodePiece) -> int:
    return piece.spec.first + len(piece.spec.lines)


def _recolour(pieces: list[CodePiece]) -> bool:
    return any([piece.recolour() for piece in pieces])
