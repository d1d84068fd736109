"""Recognises the beginnings of blocks (CommonMark 0.31, chapters 4 and 5; GFM tables; footnotes; formulas).

Promise: a start consumes its markers only when it is taken.
"""

import re
from enum import Enum, auto
from typing import Final

from panda_desktop.markdown.continuing import FOOTNOTE_INDENT
from panda_desktop.markdown.growth import OpenTree
from panda_desktop.markdown.html_blocks import closing_of
from panda_desktop.markdown.tables import begins_table
from panda_desktop.markdown.tree import Kind, Node

START_CHARACTERS: Final = frozenset("#`~*+_=>-|:$\\[<")
MAX_DEPTH: Final = 40
"""Containers inside each other; deeper markers are text (hostile input; markdown-it stops at 20)."""

MAX_RULE: Final = 1_000
"""Characters of a line that is looked at as a rule: at every depth of a nested list it is looked at again."""

_ATX = re.compile(r"#{1,6}(?:[ \t]+|\Z)")
_FENCE = re.compile(r"`{3,}(?=[^`]*\Z)|~{3,}")
_SETEXT = re.compile(r"(?:=+|-+)[ \t]*\Z")
_BULLET = re.compile(r"[*+-]")
_ORDERED = re.compile(r"([0-9]{1,9})([.)])")
_FOOTNOTE = re.compile(r"\[\^([^\s\[\]]{1,200})\]:[ \t]*")
_LEAF_BEFORE_MATH = re.compile(r"\$\$(?!\$)|\\\[")


class Started(Enum):
    """What kind of block a line has begun."""

    NOTHING = auto()
    CONTAINER = auto()
    LEAF = auto()


def try_starts(tree: OpenTree, matched: int) -> Started:
    """Tries every start at the cursor; a start that is taken closes what the line did not continue."""
    if tree.cursor.indented:
        return _indented_code(tree, matched)
    for start in _STARTS.get(tree.cursor.char, (_item,)):
        started = start(tree, matched)
        if started is not Started.NOTHING:
            return started
    return Started.NOTHING


def _quote(tree: OpenTree, matched: int) -> Started:
    cursor = tree.cursor
    if cursor.char != ">" or matched > MAX_DEPTH:
        return Started.NOTHING
    tree.close_to(matched)
    offset = cursor.offset
    cursor.skip_spaces()
    cursor.skip_characters(1)
    cursor.skip_columns(1)
    tree.add(Kind.QUOTE, offset=offset)
    return Started.CONTAINER


def _atx_heading(tree: OpenTree, matched: int) -> Started:
    cursor = tree.cursor
    found = _ATX.match(cursor.text, cursor.next)
    if not found:
        return Started.NOTHING
    tree.close_to(matched)
    heading = tree.add(Kind.HEADING)
    heading.level = len(found.group().strip())
    text = cursor.text[found.end() :].strip(" \t")
    without = text.rstrip("#")
    heading.lines = [without.rstrip(" \t") if not without or without[-1] in " \t" else text]
    return Started.LEAF


def _math(tree: OpenTree, matched: int) -> Started:
    cursor = tree.cursor
    found = _LEAF_BEFORE_MATH.match(cursor.text, cursor.next)
    if not found:
        return Started.NOTHING
    closing = "$$" if found.group() == "$$" else "\\]"
    rest = cursor.text[found.end() :].rstrip(" \t")
    if closing in rest and not (rest.endswith(closing) and rest.index(closing) == len(rest) - 2):
        return Started.NOTHING  # a formula inside a line of text
    closes = rest.endswith(closing)
    if rest == closing or (closing in tree.no_formula and not closes):
        return Started.NOTHING  # an empty formula is text
    tree.joined = _matched_paragraph(tree, matched)
    tree.formula = [tree.line]
    tree.close_to(matched)
    node = tree.add(Kind.MATH)
    node.fence = closing
    node.lines.append(cursor.text[cursor.next :])
    if closes:
        node.closed = True
        tree.close_to(len(tree.path) - 1)
    return Started.LEAF


def _html(tree: OpenTree, matched: int) -> Started:
    cursor = tree.cursor
    closing = closing_of(cursor.text, cursor.next)
    if closing is None:
        return Started.NOTHING
    tree.close_to(matched)
    node = tree.add(Kind.HTML)
    node.fence = closing
    node.lines.append(cursor.rest())
    if closing and closing in cursor.text[cursor.next :].lower():
        tree.close_to(len(tree.path) - 1)
    return Started.LEAF


def _fence(tree: OpenTree, matched: int) -> Started:
    cursor = tree.cursor
    found = _FENCE.match(cursor.text, cursor.next)
    if not found:
        return Started.NOTHING
    tree.close_to(matched)
    node = tree.add(Kind.FENCE)
    node.fence = found.group()
    node.indent = cursor.indent
    node.info = cursor.text[found.end() :].strip(" \t")
    return Started.LEAF


def _table(tree: OpenTree, matched: int) -> Started:
    cursor = tree.cursor
    paragraph = _matched_paragraph(tree, matched)
    if paragraph is None or cursor.char not in "|-:":
        return Started.NOTHING
    header = paragraph.lines[-1]
    begun = begins_table(header, cursor.text[cursor.next :])
    if begun is None:
        return Started.NOTHING
    table = tree.turn_to_table(header, begun[1])
    table.aligns = begun[0]
    return Started.LEAF


def _setext_heading(tree: OpenTree, matched: int) -> Started:
    cursor = tree.cursor
    paragraph = _matched_paragraph(tree, matched)
    if paragraph is None or not _SETEXT.match(cursor.text, cursor.next):
        return Started.NOTHING
    if not tree.take_definitions(paragraph):
        return Started.NOTHING
    paragraph.kind = Kind.HEADING
    paragraph.level = 1 if cursor.char == "=" else 2
    tree.touch(paragraph)
    return Started.LEAF


def _rule(tree: OpenTree, matched: int) -> Started:
    cursor = tree.cursor
    if cursor.char not in "*-_" or len(cursor.text) > MAX_RULE:
        return Started.NOTHING
    marks = cursor.text[cursor.next :].replace(" ", "").replace("\t", "")
    if len(marks) < 3 or marks.strip(marks[0]):
        return Started.NOTHING
    tree.close_to(matched)
    tree.add(Kind.RULE)
    return Started.LEAF


def _footnote(tree: OpenTree, matched: int) -> Started:
    cursor = tree.cursor
    outermost = matched == 1 or (matched == 2 and tree.path[1].kind in (Kind.PARAGRAPH, Kind.LIST))
    if cursor.char != "[" or not outermost:
        return Started.NOTHING
    found = _FOOTNOTE.match(cursor.text, cursor.next)
    if not found:
        return Started.NOTHING
    tree.close_to(matched)
    node = tree.add(Kind.FOOTNOTE)
    node.info = found[1]
    node.indent = FOOTNOTE_INDENT
    tree.definitions.define_footnote(found[1])
    cursor.skip_spaces()
    cursor.skip_characters(len(found.group().rstrip(" \t")))
    cursor.skip_spaces()
    return Started.CONTAINER


def _item(tree: OpenTree, matched: int) -> Started:
    cursor = tree.cursor
    if matched > MAX_DEPTH:
        return Started.NOTHING
    container = tree.path[matched - 1]
    in_paragraph = container.kind is Kind.PARAGRAPH
    found = _BULLET.match(cursor.text, cursor.next)
    ordered = None
    if not found:
        found = ordered = _ORDERED.match(cursor.text, cursor.next)
        if not ordered or (in_paragraph and int(ordered[1]) != 1):
            return Started.NOTHING
    if found is None or cursor.text[found.end() : found.end() + 1] not in ("", " ", "\t"):
        return Started.NOTHING
    if in_paragraph and not cursor.text[found.end() :].strip(" \t"):
        return Started.NOTHING
    delimiter = ordered[2] if ordered else found.group()
    tree.close_to(matched)
    start = cursor.offset
    marker_indent = cursor.indent
    padding = _after_marker(tree, len(found.group()))
    tip = tree.tip
    if tip.kind is not Kind.LIST or (tip.ordered, tip.delimiter) != (ordered is not None, delimiter):
        new = tree.add(Kind.LIST, offset=start)
        new.ordered = ordered is not None
        new.delimiter = delimiter
        new.number = int(ordered[1]) if ordered else 1
    item = tree.add(Kind.ITEM, offset=start)
    item.indent = marker_indent + padding
    return Started.CONTAINER


def _after_marker(tree: OpenTree, width: int) -> int:
    """Moves over a list marker and the spaces after it; returns the columns taken."""
    cursor = tree.cursor
    cursor.skip_spaces()
    cursor.skip_characters(width)
    offset, column = cursor.offset, cursor.column
    spaces, blank = cursor.indent, cursor.blank
    if 1 <= spaces <= 4 and not blank:
        cursor.skip_columns(spaces)
        return width + spaces
    cursor.back_to(offset, column)
    cursor.skip_columns(1)
    return width + 1


def _indented_code(tree: OpenTree, matched: int) -> Started:
    cursor = tree.cursor
    if tree.tip.kind is Kind.PARAGRAPH or cursor.blank:
        return Started.NOTHING
    tree.close_to(matched)
    cursor.skip_columns(4)
    tree.add(Kind.INDENTED).closed = True
    return Started.LEAF


def _matched_paragraph(tree: OpenTree, matched: int) -> Node | None:
    node = tree.path[-1]
    return node if matched == len(tree.path) and node.kind is Kind.PARAGRAPH else None


_STARTS: Final = {
    ">": (_quote,),
    "#": (_atx_heading,),
    "$": (_math,),
    "\\": (_math,),
    "`": (_fence,),
    "~": (_fence,),
    "|": (_table,),
    ":": (_table,),
    "=": (_setext_heading,),
    "-": (_table, _setext_heading, _rule, _item),
    "_": (_rule,),
    "*": (_rule, _item),
    "+": (_item,),
    "[": (_footnote,),
    "<": (_html,),
}
"""Starts by the first character, in the order they are tried; a digit may begin an item."""
