"""Parses a text that arrives in pieces.

Promise: after any pieces and `finish`, the blocks are those of `parse` on the whole text; feeding costs no
more for a long text than for a short one, also when it is a single list, table or code block.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from panda_desktop.markdown.blocks import Block
from panda_desktop.markdown.growth import OpenTree
from panda_desktop.markdown.source import LineSplitter
from panda_desktop.markdown.structure import finish, take_line
from panda_desktop.markdown.tree import Kind, Node
from panda_desktop.markdown.values import ValueMaker


@dataclass(frozen=True, slots=True)
class Update:
    """What a piece of text changed.

    Attributes:
        first_changed: first block that may differ from before; all before it are the same objects.
        count: blocks there are now.
    """

    first_changed: int
    count: int


class MarkdownStream:
    """Blocks of a growing text.

    Whole lines are parsed once and for all. The last, incomplete line is tried on a copy of the open path,
    which is thrown away when more text comes.
    """

    def __init__(self) -> None:
        """Starts with no text."""
        self._splitter = LineSplitter()
        self._tree = OpenTree()
        self._root = self._tree.root
        self._source: list[str] = []
        self._blocks: list[Block] = []
        self._settled = 0
        self._finished = False

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks so far. Do not keep the sequence: it changes with the next piece."""
        return self._blocks

    @property
    def source(self) -> str:
        """The cleaned text so far; `at` of every block counts its characters."""
        if len(self._source) > 1:
            self._source = ["".join(self._source)]
        return self._source[0] if self._source else ""

    def feed(self, text: str) -> Update:
        """Takes more text.

        Raises:
            ValueError: after `finish`.
        """
        if self._finished:
            raise ValueError("the text has ended")
        added, lines = self._splitter.feed(text)
        self._take(added, lines)
        draft = self._tree.fork()
        rest, offset = self._splitter.rest
        if rest:
            take_line(draft, rest, offset)
        root = draft.end()
        return self._publish(root.children, ValueMaker(self._tree.definitions, draft.definitions))

    def finish(self) -> Update:
        """Ends the text: its last line counts as complete."""
        if not self._finished:
            self._finished = True
            added, lines = self._splitter.finish()
            self._take(added, lines)
            finish(self._tree)
        definitions = self._tree.definitions
        return self._publish(self._root.children, ValueMaker(definitions, definitions))

    def _take(self, added: str, lines: list[tuple[str, int]]) -> None:
        if added:
            self._source.append(added)
        for line, offset in lines:
            take_line(self._tree, line, offset)

    def _publish(self, nodes: list[Node], maker: ValueMaker) -> Update:
        cleared = self._tree.definitions.forget_cleared()
        first = self._settled if cleared is None else min(cleared, self._settled)
        del self._blocks[first:]
        self._blocks.extend(maker.block(node) for node in nodes[first:])
        self._settled = self._count_settled()
        return Update(first, len(self._blocks))

    def _count_settled(self) -> int:
        """Returns how many leading blocks no further line can change."""
        children = self._root.children
        if not children or not children[-1].open:
            return len(children)
        if children[-1].kind is Kind.MATH and len(children) > 1 and children[-2] is self._tree.joined:
            return len(children) - 2
        return len(children) - 1


def parse(text: str) -> Sequence[Block]:
    """Parses a whole text."""
    stream = MarkdownStream()
    stream._take(*stream._splitter.feed(text))
    stream.finish()
    return stream.blocks
