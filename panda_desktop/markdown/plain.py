"""Renders blocks as plain text: for a screen reader, for search results and titles.

Promise: what is read is what is shown; formulas are their TeX, images their alternative text and host.
"""

from collections.abc import Iterable

from panda_desktop.markdown.blocks import (
    Block,
    CodeBlock,
    Footnote,
    Heading,
    ListBlock,
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
from panda_desktop.markdown.html import image_label
from panda_desktop.markdown.visible import in_code, in_prose


def to_plain(blocks: Iterable[Block]) -> str:
    """Renders blocks, one empty line between them."""
    return "\n\n".join(block_plain(block) for block in blocks)


def block_plain(block: Block) -> str:
    """Renders one block."""
    match block:
        case Paragraph(spans) | Heading(_, spans):
            return spans_plain(spans)
        case CodeBlock():
            return "\n".join(in_code(line) for line in block.lines)
        case MathBlock(tex):
            return f"$${in_code(tex)}$$"
        case Table(header=header, rows=rows):
            return "\n".join(_row(row) for row in (header, *rows))
        case ListBlock():
            return "\n".join(_item(block, index) for index in range(len(block.items)))
        case Quote(blocks):
            return to_plain(blocks)
        case Rule():
            return "\u2014" * 3
        case Footnote(label, blocks):
            return f"{in_code(label)}: {to_plain(blocks)}"
        case PlainText(text):
            return in_prose(text)


def spans_plain(spans: Spans) -> str:
    """Renders inline content; a line ending in the source becomes a space."""
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    match span.kind:
        case SpanKind.TEXT:
            return in_prose(span.text)
        case SpanKind.CODE:
            return in_code(span.text)
        case SpanKind.MATH:
            return f"$${in_code(span.text)}$$" if span.display else f"${in_code(span.text)}$"
        case SpanKind.IMAGE:
            return f"[{image_label(span)}]"
        case SpanKind.FOOTNOTE:
            return f"[{in_code(span.text)}]"
        case SpanKind.SOFT_BREAK:
            return " "
        case SpanKind.HARD_BREAK:
            return "\n"


def _row(row: TableRow) -> str:
    return "\t".join(spans_plain(cell) for cell in row.cells)


def _item(block: ListBlock, index: int) -> str:
    item = block.items[index]
    marker = f"{block.first + index}." if block.ordered else "\u2022"
    box = "" if item.checked is None else "\u2611 " if item.checked else "\u2610 "
    inner = ("\n" if block.tight else "\n\n").join(block_plain(inner) for inner in item.blocks)
    lines = f"{box}{inner}".split("\n")
    pad = " " * (len(marker) + 1)
    return "\n".join([f"{marker} {lines[0]}", *(f"{pad}{line}" if line else "" for line in lines[1:])])
