"""Decides whether an open block goes on with the next line (CommonMark 0.31, appendix A, phase 1).

Promise: consumes exactly the part of the line that belongs to the block's markers.
"""

import re
from enum import Enum, auto

from panda_desktop.markdown.growth import OpenTree
from panda_desktop.markdown.tables import MAX_ROW
from panda_desktop.markdown.tree import Kind, Node

_CLOSING_FENCE = re.compile(r"(?:`{3,}|~{3,})(?=[ \t]*\Z)")
FOOTNOTE_INDENT = 4
MAX_FORMULA_LINES = 200
"""Lines of a formula; one that does not close by then is text, and its lines are read again."""


class Outcome(Enum):
    """What a line is to an open block."""

    YES = auto()
    NO = auto()
    CONSUMED = auto()  # it ended the block, and nothing of it is left


def continues(tree: OpenTree, node: Node) -> Outcome:
    """Moves the cursor over the markers of `node` when the line continues it."""
    cursor = tree.cursor
    match node.kind:
        case Kind.LIST | Kind.PLAIN:
            return Outcome.YES
        case Kind.QUOTE:
            return _quote(tree, node)
        case Kind.ITEM | Kind.FOOTNOTE:
            return _indented_content(tree, node)
        case Kind.FENCE:
            return _fence(tree, node)
        case Kind.INDENTED:
            if cursor.indented:
                cursor.skip_columns(4)
            elif cursor.blank:
                cursor.skip_spaces()
            else:
                return Outcome.NO
            return Outcome.YES
        case Kind.TABLE:
            ends = cursor.blank or cursor.indented or len(cursor.text) > MAX_ROW
            return Outcome.NO if ends else Outcome.YES
        case Kind.MATH if len(node.lines) >= MAX_FORMULA_LINES:
            return Outcome.NO
        case Kind.PARAGRAPH | Kind.MATH | Kind.HTML:
            return Outcome.NO if cursor.blank else Outcome.YES
        case _:
            return Outcome.NO


def _quote(tree: OpenTree, node: Node) -> Outcome:
    cursor = tree.cursor
    if cursor.indented or cursor.char != ">":
        return Outcome.NO
    cursor.skip_spaces()
    cursor.skip_characters(1)
    cursor.skip_columns(1)
    tree.touch(node)
    return Outcome.YES


def _indented_content(tree: OpenTree, node: Node) -> Outcome:
    cursor = tree.cursor
    if cursor.blank:
        if not node.children and node.kind is Kind.ITEM:
            return Outcome.NO
        cursor.skip_spaces()
        return Outcome.YES
    if cursor.indent < node.indent:
        return Outcome.NO
    cursor.skip_columns(node.indent)
    return Outcome.YES


def _fence(tree: OpenTree, node: Node) -> Outcome:
    cursor = tree.cursor
    if not cursor.indented and cursor.char == node.fence[0]:
        closing = _CLOSING_FENCE.match(cursor.text, cursor.next)
        if closing and len(closing.group()) >= len(node.fence):
            node.closed = True
            tree.touch(node)
            return Outcome.CONSUMED
    cursor.skip_columns(min(node.indent, cursor.indent))
    return Outcome.YES
