"""The block tree while it grows.

Promise: closed nodes never change except that a later definition may clear their cached value; `fork` gives
a copy of the open path that can be changed without touching the tree it came from.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from panda_desktop.markdown.blocks import Align, Block, ListItem, TableRow


class Kind(StrEnum):
    """Kinds of nodes."""

    DOCUMENT = "document"
    QUOTE = "quote"
    LIST = "list"
    ITEM = "item"
    FOOTNOTE = "footnote"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    FENCE = "fence"
    INDENTED = "indented"
    RULE = "rule"
    TABLE = "table"
    MATH = "math"
    HTML = "html"
    PLAIN = "plain"


CONTAINERS = frozenset({Kind.DOCUMENT, Kind.QUOTE, Kind.LIST, Kind.ITEM, Kind.FOOTNOTE})
VERBATIM = frozenset({Kind.FENCE, Kind.INDENTED, Kind.MATH, Kind.HTML, Kind.PLAIN})


@dataclass(slots=True)
class Row:
    """A table row as written."""

    cells: list[str]
    start: int
    end: int
    draft: bool = False
    value: TableRow | None = None


@dataclass(slots=True)
class Node:
    """One block of the tree, open or closed.

    Attributes:
        kind: what it is.
        start: offset of its first character.
        start_line: number of its first line, from 0.
        end: offset after its last character so far.
        end_line: number of its last line with content so far.
        open: more lines may still belong to it.
        draft: it was made or copied in a fork.
        children: blocks inside a container.
        lines: lines of a leaf.
        value: the frozen value of a closed node, once asked for.
        level: of a heading.
        fence: the characters of the opening fence; what closes a formula or raw HTML.
        indent: indentation of a fence; content offset of an item or footnote.
        info: info string of a fence; label of a footnote.
        ordered: of a list or item.
        delimiter: of a list or item: `*`, `+`, `-`, `.` or `)`.
        number: of the first item.
        loose: of a list.
        closed: of a fence or formula: its end has been seen.
        aligns: of a table.
        rows: of a table, header first.
    """

    kind: Kind
    start: int
    start_line: int
    end: int
    end_line: int
    open: bool = True
    draft: bool = False
    children: "list[Node]" = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    value: Block | ListItem | None = None
    level: int = 0
    fence: str = ""
    indent: int = 0
    info: str = ""
    ordered: bool = False
    delimiter: str = ""
    number: int = 1
    loose: bool = False
    closed: bool = False
    aligns: tuple[Align, ...] = ()
    rows: list[Row] = field(default_factory=list)

    def last_line(self) -> int:
        """Returns the number of the last line with content, that of the children included."""
        if self.children:
            return max(self.end_line, self.children[-1].last_line())
        return self.end_line

    def last_offset(self) -> int:
        """Returns the offset after the last character, that of the children included."""
        if self.children:
            return max(self.end, self.children[-1].last_offset())
        return self.end

    def copy(self) -> "Node":
        """Returns a draft copy that shares the closed children."""
        return Node(
            self.kind,
            self.start,
            self.start_line,
            self.end,
            self.end_line,
            self.open,
            True,
            self.children.copy(),
            self.lines.copy(),
            None,
            self.level,
            self.fence,
            self.indent,
            self.info,
            self.ordered,
            self.delimiter,
            self.number,
            self.loose,
            self.closed,
            self.aligns,
            self.rows.copy(),
        )


def fork(path: list[Node]) -> list[Node]:
    """Copies the open path from the document to the tip, each copy holding the next."""
    copies = [node.copy() for node in path]
    for outer, inner in pairwise(copies):
        outer.children[-1] = inner
    return copies
