"""Walks along one line, counting columns with tab stops of four (CommonMark 0.31, 2.2).

Promise: moving costs no more than the characters moved over.
"""

import re

_NON_SPACE = re.compile(r"[^ \t]")
_TAB_STOP = 4


class Cursor:
    """A position in a line and what comes next.

    Attributes:
        text: the line without its ending.
        offset: characters consumed.
        column: columns consumed.
        next: offset of the next character that is not a space or tab.
        indent: columns from here to `next`.
        blank: nothing but spaces and tabs is left.
    """

    __slots__ = ("_partial_tab", "blank", "column", "indent", "next", "next_column", "offset", "text")

    def __init__(self, text: str) -> None:
        """Starts at the beginning of the line."""
        self.text = text
        self.offset = 0
        self.column = 0
        self._partial_tab = False
        self.look()

    @property
    def indented(self) -> bool:
        """True when what comes next is indented as code is."""
        return self.indent >= _TAB_STOP

    @property
    def char(self) -> str:
        """The next character that is not a space or tab; empty at the end."""
        return self.text[self.next : self.next + 1]

    def look(self) -> None:
        """Finds what comes next."""
        found = _NON_SPACE.search(self.text, self.offset)
        end = found.start() if found else len(self.text)
        column = self.column
        if "\t" in self.text[self.offset : end]:
            for char in self.text[self.offset : end]:
                column += _TAB_STOP - column % _TAB_STOP if char == "\t" else 1
        else:
            column += end - self.offset
        self.next = end
        self.next_column = column
        self.indent = column - self.column
        self.blank = found is None

    def skip_spaces(self) -> None:
        """Moves to what comes next."""
        self.offset = self.next
        self.column = self.next_column
        self._partial_tab = False
        self.indent = 0

    def skip_characters(self, count: int) -> None:
        """Moves over `count` characters that are not tabs."""
        self.offset += count
        self.column += count
        self._partial_tab = False
        self.look()

    def skip_columns(self, count: int) -> None:
        """Moves over up to `count` columns of spaces and tabs, into the middle of a tab if need be."""
        while count > 0 and self.offset < len(self.text) and self.text[self.offset] in " \t":
            if self.text[self.offset] == "\t":
                to_stop = _TAB_STOP - self.column % _TAB_STOP
                self._partial_tab = to_stop > count
                moved = min(count, to_stop)
                self.column += moved
                self.offset += 0 if self._partial_tab else 1
                count -= moved
            else:
                self._partial_tab = False
                self.offset += 1
                self.column += 1
                count -= 1
        self.look()

    def back_to(self, offset: int, column: int) -> None:
        """Returns to a position seen before that was not inside a tab."""
        self.offset = offset
        self.column = column
        self._partial_tab = False
        self.look()

    def rest(self) -> str:
        """Returns the rest of the line; a tab entered halfway becomes the spaces that are left of it."""
        if self._partial_tab:
            return " " * (_TAB_STOP - self.column % _TAB_STOP) + self.text[self.offset + 1 :]
        return self.text[self.offset :]
