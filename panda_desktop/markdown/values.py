"""Turns nodes of the tree into frozen values.

Promise: the value of a closed node is made once and shared by every later snapshot.
"""

import re
from typing import cast

from markdown_it.common.utils import unescapeAll

from panda_desktop.markdown.blocks import (
    Block,
    CodeBlock,
    Footnote,
    Heading,
    ListBlock,
    ListItem,
    MathBlock,
    Paragraph,
    PlainText,
    Quote,
    Rule,
    Span,
    SpanKind,
    Spans,
    Table,
    TableRow,
)
from panda_desktop.markdown.definitions import Definitions
from panda_desktop.markdown.growing_inline import GrowingInline
from panda_desktop.markdown.tree import Kind, Node, Row

_MAX_LANGUAGE = 100
_TASK = re.compile(r"\[([ xX])\](?:[ \t]+|\Z)")


class ValueMaker:
    """Makes values.

    Drafts (nodes of a fork) see the fork's definitions; everything else sees only the permanent ones, so that
    a cached value never depends on a line that was not complete.
    """

    def __init__(self, permanent: Definitions, draft: Definitions) -> None:
        """Takes both sets of definitions."""
        self._permanent = permanent
        self._draft = draft
        self._growing = GrowingInline()

    def block(self, node: Node) -> Block:
        """Returns the value of a block."""
        if node.value is not None and not isinstance(node.value, ListItem):
            return node.value
        value = self._make(node)
        if not node.draft and not node.open:
            node.value = value
        return value

    def blocks(self, nodes: list[Node]) -> tuple[Block, ...]:
        """Returns the values of several blocks."""
        return tuple(self.block(node) for node in nodes)

    def _make(self, node: Node) -> Block:
        at = (node.start, node.last_offset())
        match node.kind:
            case Kind.PARAGRAPH:
                return Paragraph(self._inline("\n".join(node.lines), draft=node.draft), at)
            case Kind.HEADING:
                return Heading(node.level, self._inline("\n".join(node.lines), draft=node.draft), at)
            case Kind.FENCE | Kind.INDENTED:
                fenced = node.kind is Kind.FENCE
                return CodeBlock(
                    _language(node.info), tuple(node.lines), node.closed or not fenced, at, fenced
                )
            case Kind.MATH:
                return MathBlock(_tex(node), node.closed, at)
            case Kind.RULE:
                return Rule(at)
            case Kind.TABLE:
                columns = len(node.aligns)  # a row that has its value must cost next to nothing
                header, *rows = [row.value or self._row(row, columns) for row in node.rows]
                return Table(node.aligns, header, tuple(rows), at)
            case Kind.LIST:
                values = [item.value or self._item(item) for item in node.children]
                items = tuple(cast("list[ListItem]", values))
                return ListBlock(node.ordered, node.number, not node.loose, items, at)
            case Kind.QUOTE:
                return Quote(self.blocks(node.children), at)
            case Kind.FOOTNOTE:
                return Footnote(node.info, self.blocks(node.children), at)
            case Kind.PLAIN | Kind.HTML:
                return PlainText("\n".join(node.lines), at)
            case Kind.DOCUMENT | Kind.ITEM:
                raise AssertionError(f"{node.kind} is no block of its own")

    def _inline(self, text: str, *, draft: bool) -> Spans:
        definitions = self._draft if draft else self._permanent
        return self._growing.parse(text, definitions.links, definitions.footnotes)

    def _row(self, row: Row, columns: int) -> TableRow:
        if row.value is not None:
            return row.value
        cells = tuple(self._inline(text, draft=row.draft) for text in row.cells[:columns])
        value = TableRow(cells, (row.start, row.end))
        if not row.draft:
            row.value = value
        return value

    def _item(self, node: Node) -> ListItem:
        if isinstance(node.value, ListItem):
            return node.value
        blocks = self.blocks(node.children)
        checked = None
        if blocks and isinstance(blocks[0], Paragraph) and node.children[0].lines[0].startswith("["):
            checked, spans = _task(blocks[0].spans)
            if checked is not None:
                blocks = (Paragraph(spans, blocks[0].at), *blocks[1:])
        value = ListItem(blocks, checked, (node.start, node.last_offset()))
        if not node.draft and not node.open:
            node.value = value
        return value


def _task(spans: Spans) -> tuple[bool | None, Spans]:
    """Splits the box off a task's text (GFM 0.29, 5.3)."""
    if not spans or spans[0].kind is not SpanKind.TEXT or spans[0].target:
        return None, spans
    found = _TASK.match(spans[0].text)
    if found is None or (found.end() == len(spans[0].text) and len(spans) == 1 and not found.group()[3:]):
        return None, spans
    rest = spans[0].text[found.end() :]
    return found[1] != " ", ((Span(rest),) if rest else ()) + spans[1:]


def _language(info: str) -> str:
    words = info[:_MAX_LANGUAGE].split(maxsplit=1)  # of nothing but separators there are no words
    return unescapeAll(words[0]) if words else ""


def _tex(node: Node) -> str:
    text = "\n".join(node.lines).strip()[len(node.fence) :]
    if node.closed:
        text = text[: -len(node.fence)]
    return text.strip()
