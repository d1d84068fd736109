"""Builds the block tree line by line (the strategy of CommonMark 0.31, appendix A).

Promise: a line costs no more than its own length and the depth it is at, whatever came before it.
"""

from typing import Final

from panda_desktop.markdown.continuing import Outcome, continues
from panda_desktop.markdown.growth import OpenTree
from panda_desktop.markdown.starts import START_CHARACTERS, Started, try_starts
from panda_desktop.markdown.tables import split_cells
from panda_desktop.markdown.tree import VERBATIM, Kind, Row

MAX_SOURCE: Final = 1_000_000
"""Characters of one text that are parsed; the rest is shown as plain text."""


def take_line(tree: OpenTree, text: str, start: int) -> None:
    """Grows the tree by the next line, without its ending; `start` is its offset in the source."""
    tree.next_line(text, start)
    if start >= MAX_SOURCE and tree.tip.kind not in (Kind.FENCE, Kind.PLAIN):
        tree.close_to(1)
        tree.add(Kind.PLAIN)
    matched, outcome = _match(tree)
    if outcome is Outcome.CONSUMED:
        tree.close_to(matched - 1)
        return
    if tree.path[matched - 1].kind not in VERBATIM:
        started, matched = _start_blocks(tree, matched)
        if started is Started.LEAF and tree.tip.kind is not Kind.INDENTED:
            return
    _take_rest(tree, matched)


def _match(tree: OpenTree) -> tuple[int, Outcome]:
    """Returns how many open nodes the line continues."""
    matched = 1
    while matched < len(tree.path):
        outcome = continues(tree, tree.path[matched])
        if outcome is Outcome.NO:
            break
        matched += 1
        if outcome is Outcome.CONSUMED:
            return matched, outcome
    return matched, Outcome.YES


def _start_blocks(tree: OpenTree, matched: int) -> tuple[Started, int]:
    """Starts blocks until the line begins no further one; returns the last, and how deep the line reaches."""
    while True:
        cursor = tree.cursor
        if not cursor.indented and cursor.char not in START_CHARACTERS and not cursor.char.isdigit():
            return Started.NOTHING, matched
        started = try_starts(tree, matched)
        if started is Started.NOTHING:
            return started, matched
        matched = len(tree.path)
        if started is Started.LEAF:
            return started, matched


def _take_rest(tree: OpenTree, matched: int) -> None:
    """Gives what the line holds after its markers to the tip, or to a new paragraph."""
    cursor = tree.cursor
    lazy = matched < len(tree.path) and not cursor.blank and tree.tip.kind is Kind.PARAGRAPH
    if not lazy:
        tree.close_to(matched)
    tip = tree.tip
    match tip.kind:
        case Kind.PARAGRAPH:
            tree.append(tip, cursor.text[cursor.next :])
        case Kind.FENCE | Kind.PLAIN:
            tree.append(tip, cursor.rest())
        case Kind.INDENTED if cursor.blank:
            tip.lines.append(cursor.rest())
        case Kind.INDENTED:
            tree.append(tip, cursor.rest())
        case Kind.MATH:
            tree.append(tip, cursor.rest())
            if cursor.text.rstrip(" \t").endswith(tip.fence):
                tip.closed = True
                tree.close_to(len(tree.path) - 1)
        case Kind.TABLE:
            start, end = tree.line_start + cursor.next, tree.line_start + len(cursor.text)
            tip.rows.append(Row(split_cells(cursor.text[cursor.next :]), start, end, tree.is_draft))
            tree.touch(tip)
        case _ if not cursor.blank:
            tree.append(tree.add(Kind.PARAGRAPH), cursor.text[cursor.next :])
