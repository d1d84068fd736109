"""Builds the block tree line by line (the strategy of CommonMark 0.31, appendix A).

Promise: a line costs no more than its own length and the depth it is at, whatever came before it.
"""

from typing import Final

from panda_desktop.markdown.continuing import Outcome, continues
from panda_desktop.markdown.growth import OpenTree
from panda_desktop.markdown.inline import MAX_INLINE
from panda_desktop.markdown.starts import START_CHARACTERS, Started, try_starts
from panda_desktop.markdown.tables import split_cells
from panda_desktop.markdown.tree import CONTAINERS, VERBATIM, Kind, Row

MAX_SOURCE: Final = 1_000_000
"""Characters of one text that are parsed; the rest is shown as plain text."""
MAX_LINES: Final = 25_000
"""Lines outside code that are parsed, those read twice counted twice; short ones cost as much."""
MAX_PARAGRAPH_LINES: Final = 500
"""Lines of a paragraph, which is parsed again with each line; more go on in the next."""


def take_line(tree: OpenTree, text: str, start: int) -> None:
    """Grows the tree by the next line, without its ending; `start` is its offset in the source."""
    if _is_only_content(tree, text):
        tree.append_plain(text, start)
        return
    tree.next_line(text, start)
    if tree.after_blank and tree.cursor.blank and tree.tip.kind in CONTAINERS:
        return  # the first empty line has done all that one can do
    tree.after_blank = tree.cursor.blank
    if tree.tip.kind is not Kind.FENCE:
        tree.lines_read += 1
        if start >= MAX_SOURCE or tree.lines_read > MAX_LINES:
            tree.close_to(1)
            tree.add(Kind.PLAIN)
    matched, outcome = _match(tree)
    if tree.tip.kind is Kind.MATH and matched < len(tree.path):
        _take_back_formula(tree)
        tree.line_number -= 1
        tree.next_line(text, start)
        matched, outcome = _match(tree)
    if outcome is Outcome.CONSUMED:
        tree.close_to(matched - 1)
        return
    if tree.path[matched - 1].kind not in VERBATIM:
        started, matched = _start_blocks(tree, matched)
        if started is Started.LEAF and tree.tip.kind is not Kind.INDENTED:
            return
    _take_rest(tree, matched)


def _is_only_content(tree: OpenTree, text: str) -> bool:
    """Whether the line needs no look: it is plain text at the end, or plainly a line of code."""
    tip = tree.path[-1]
    if tip.kind is Kind.FENCE:
        return len(tree.path) == 2 and not tip.indent and text.lstrip()[:1] != tip.fence[0]
    return tip.kind is Kind.PLAIN


def _take_back_formula(tree: OpenTree) -> None:
    """Reads the lines of a formula that does not close again, as what they are without it."""
    number, before = tree.line_number, tree.no_formula
    while tree.tip.kind is Kind.MATH:  # among its lines another kind of formula may begin
        _first, *lines = tree.formula
        tree.no_formula |= {tree.tip.fence}
        tree.back_to_text()
        for text, start, _number in lines:
            take_line(tree, text, start)
    tree.line_number, tree.no_formula = number, before


def finish(tree: OpenTree) -> None:
    """Ends the text."""
    _take_back_formula(tree)
    tree.end()


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
            size = tree.line_start + len(cursor.text) - tip.start
            if size > MAX_INLINE or len(tip.lines) >= MAX_PARAGRAPH_LINES:
                tree.close_to(len(tree.path) - 1)
                tip = tree.add(Kind.PARAGRAPH)
            tree.append(tip, cursor.text[cursor.next :])
        case Kind.FENCE | Kind.PLAIN:
            tree.append(tip, cursor.rest())
        case Kind.INDENTED if cursor.blank:
            tip.lines.append(cursor.rest())
        case Kind.INDENTED:
            tree.append(tip, cursor.rest())
        case Kind.HTML:
            tree.append(tip, cursor.rest())
            if tip.fence and tip.fence in cursor.text.lower():
                tree.close_to(len(tree.path) - 1)
        case Kind.MATH:
            tree.append(tip, cursor.rest())
            tree.formula.append(tree.line)
            if cursor.text.rstrip(" \t").endswith(tip.fence):
                tip.closed = True
                tree.close_to(len(tree.path) - 1)
        case Kind.TABLE:
            start, end = tree.line_start + cursor.next, tree.line_start + len(cursor.text)
            tip.rows.append(Row(split_cells(cursor.text[cursor.next :]), start, end, tree.is_draft))
            tree.touch(tip)
        case _ if not cursor.blank:
            tree.append(tree.add(Kind.PARAGRAPH), cursor.text[cursor.next :])
