"""The open path of the block tree and how it grows and closes.

Promise: closing a block settles what it is; after that only the values derived from it can change.
"""

from typing import Final

from panda_desktop.markdown.cursor import Cursor
from panda_desktop.markdown.definitions import Definitions
from panda_desktop.markdown.references import take_definitions
from panda_desktop.markdown.tree import CONTAINERS, Kind, Node, Row, fork

Line = tuple[str, int, int]
"""A line without its ending, its offset in the source, and its number."""

MAX_PLAIN_LINES: Final = 500
"""Lines of one block of plain text at the end; more go on in the next, so that growing costs the same."""


class OpenTree:
    """The open path, the current line, and the operations block rules are written in.

    Attributes:
        path: open nodes from the document to the tip.
        definitions: link and footnote definitions so far.
        line_number: number of the current line, from 0.
        line_start: its offset in the source.
        cursor: the place in it.
        is_draft: this is a fork.
        after_blank: the line before was empty.
        lines_read: lines outside code that were taken, those taken again counted again.
        formula: the lines of the open formula as they came, in case it turns out to be none.
        joined: the paragraph the open formula follows directly, and would be part of.
        no_formula: closings that are known not to come: what opens them is text.
    """

    def __init__(self) -> None:
        """Starts with an empty document."""
        self.path = [Node(Kind.DOCUMENT, 0, 0, 0, 0)]
        self.definitions = Definitions()
        self.line_number = -1
        self.line_start = 0
        self.cursor = Cursor("")
        self.is_draft = False
        self.after_blank = False
        self.lines_read = 0
        self.formula: list[Line] = []
        self.joined: Node | None = None
        self.no_formula: frozenset[str] = frozenset()
        self._ending = False

    def fork(self) -> "OpenTree":
        """Returns a copy to try a line on; this one is not touched by it."""
        copy = OpenTree.__new__(OpenTree)
        copy.path = fork(self.path)
        copy.definitions = self.definitions.fork()
        copy.line_number = self.line_number
        copy.line_start = self.line_start
        copy.cursor = self.cursor
        copy.is_draft = True
        copy.after_blank = self.after_blank
        copy.lines_read = self.lines_read
        copy.formula = self.formula.copy()
        copy.joined = self.joined
        copy.no_formula = self.no_formula
        copy._ending = False
        return copy

    @property
    def root(self) -> Node:
        """The document."""
        return self.path[0]

    @property
    def tip(self) -> Node:
        """The innermost open node."""
        return self.path[-1]

    def next_line(self, text: str, start: int) -> None:
        """Moves to a line."""
        self.line_number += 1
        self.line_start = start
        self.cursor = Cursor(text)

    def end(self) -> Node:
        """Closes everything at the end of the text; returns the document."""
        root = self.root
        self._ending = True
        self.close_to(0)
        return root

    def add(self, kind: Kind, *, offset: int | None = None, line: int | None = None) -> Node:
        """Adds a block at the tip, closing what cannot contain it.

        Args:
            kind: what to add.
            offset: where on the current line it starts; the cursor by default.
            line: number of its first line; the current one by default.
        """
        while self.tip.kind not in CONTAINERS or (self.tip.kind is Kind.LIST) is not (kind is Kind.ITEM):
            self.close_to(len(self.path) - 1)
        at = self.line_start + (self.cursor.offset if offset is None else offset)
        line = self.line_number if line is None else line
        node = Node(kind, at, line, at, line, draft=self.is_draft)
        self._note_gap(self.tip, line)
        self.tip.children.append(node)
        self.path.append(node)
        self.touch(node)
        return node

    def touch(self, node: Node) -> None:
        """Notes that the current line belongs to the node."""
        node.end_line = self.line_number
        node.end = self.line_start + len(self.cursor.text)

    @property
    def line(self) -> Line:
        """The current line."""
        return self.cursor.text, self.line_start, self.line_number

    def back_to_text(self) -> None:
        """Makes the first line of the open formula text again, of the paragraph before it if there is one."""
        formula = self.path.pop()
        self.tip.children.pop()
        text, start, number = self.formula[0]
        self.line_number = number - 1
        self.next_line(text, start)
        children = self.tip.children
        if children and children[-1] is self.joined:
            paragraph = children[-1]
            if self.is_draft:
                paragraph = children[-1] = paragraph.copy()
            paragraph.open, paragraph.value = True, None
            self.path.append(paragraph)
        else:
            paragraph = self.add(Kind.PARAGRAPH)
            paragraph.start = formula.start
        self.append(paragraph, formula.lines[0])

    def append(self, node: Node, text: str) -> None:
        """Adds a line of content to a leaf."""
        node.lines.append(text)
        self.touch(node)

    def append_plain(self, text: str, start: int) -> None:
        """Adds a line to the tip as it is; cheaper than looking at it."""
        tip = self.tip
        self.line_number += 1
        if tip.kind is Kind.PLAIN and len(tip.lines) >= MAX_PLAIN_LINES:
            self.line_start, self.cursor = start, Cursor("")
            self.close_to(1)
            tip = self.add(Kind.PLAIN)
        tip.lines.append(text)
        tip.end, tip.end_line = start + len(text), self.line_number

    def close_to(self, depth: int) -> None:
        """Closes open nodes from the tip until `depth` are left open."""
        while len(self.path) > depth:
            self._close(self.path.pop())

    def turn_to_table(self, header: str, cells: list[str]) -> Node:
        """Ends the open paragraph before its last line, which becomes the header; returns the table."""
        paragraph = self.tip
        end = paragraph.end
        start = end - len(header)
        paragraph.lines.pop()
        if paragraph.lines:
            paragraph.end_line -= 1
            paragraph.end = start
        else:
            start = paragraph.start
            self.path.pop()
            self.tip.children.pop()
        table = self.add(Kind.TABLE, line=self.line_number - 1)
        table.start = start
        table.rows.append(Row(cells, start, end, self.is_draft))
        return table

    def take_definitions(self, node: Node) -> bool:
        """Takes the definitions a paragraph begins with; returns whether any text is left."""
        if not node.lines or not node.lines[0].startswith("["):
            return bool(node.lines)
        found, rest = take_definitions("\n".join(node.lines))
        for definition in found:
            self.definitions.define_link(definition)
        if found:
            node.lines = rest.split("\n") if rest else []
        return bool(node.lines)

    def _note_gap(self, parent: Node, line: int) -> None:
        """Marks the list loose when a blank line parts the new child of `parent` from the one before."""
        if not parent.children or parent.kind not in (Kind.ITEM, Kind.LIST):
            return
        if line - parent.children[-1].last_line() > 1:
            (self.path[-2] if parent.kind is Kind.ITEM else parent).loose = True

    def _close(self, node: Node) -> None:
        node.open = False
        match node.kind:
            case Kind.PARAGRAPH:
                if not self.take_definitions(node):
                    self.tip.children.pop()
            case Kind.INDENTED:
                while node.lines and not node.lines[-1].strip(" \t"):
                    node.lines.pop()
            case Kind.MATH if not node.closed and not (self._ending and self.is_draft):
                node.kind = Kind.PARAGRAPH
                node.lines = [line.lstrip(" \t") for line in node.lines]
        self.definitions.watch(node, self.path)
