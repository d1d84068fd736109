"""Renders blocks as HTML for the clipboard and for export.

Promise: a small subset of tags without style or script, everything from the text escaped, no address that was
not allow-listed, and never an `img`: an image becomes its alternative text and the host it points to.
"""

from collections.abc import Iterable
from html import escape
from typing import Final

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
from panda_desktop.markdown.links import host_of
from panda_desktop.markdown.visible import in_code, in_prose

_LOOK_AHEAD: Final = 64


def to_html(blocks: Iterable[Block]) -> str:
    """Renders blocks one after the other, each ending with a line ending."""
    return "".join(block_html(block) for block in blocks)


def block_html(block: Block, *, tight: bool = False) -> str:
    """Renders one block; `tight` leaves out the `<p>` of a paragraph in a tight list."""
    match block:
        case Paragraph(spans):
            return f"{spans_html(spans)}\n" if tight else f"<p>{spans_html(spans)}</p>\n"
        case Heading(level, spans):
            return f"<h{level}>{spans_html(spans)}</h{level}>\n"
        case CodeBlock(language, lines):
            name = f' class="language-{escape(in_code(language))}"' if language else ""
            code = "".join(f"{escape(in_code(line), quote=False)}\n" for line in lines)
            return f"<pre><code{name}>{code}</code></pre>\n"
        case MathBlock(tex):
            return f"<pre>$$\n{escape(in_code(tex), quote=False)}\n$$</pre>\n"
        case Table():
            return _table(block)
        case ListBlock():
            return _list(block)
        case Quote(blocks):
            return f"<blockquote>\n{to_html(blocks)}</blockquote>\n"
        case Rule():
            return "<hr />\n"
        case Footnote(label, blocks):
            return f"<div>\n<sup>{escape(in_code(label))}</sup> {to_html(blocks)}</div>\n"
        case PlainText(text):
            return f"<pre>{escape(in_prose(text), quote=False)}</pre>\n"


def spans_html(spans: Spans) -> str:
    """Renders inline content; a tag goes on over all the spans it applies to."""
    parts: list[str] = []
    opened: list[str] = []
    wraps = [_wrapping(span) for span in spans]
    for index, span in enumerate(spans):
        wanted = wraps[index]
        keep = next((at for at, tag in enumerate(opened) if tag not in wanted), len(opened))
        parts.extend(_closing(tag) for tag in reversed(opened[keep:]))
        del opened[keep:]
        new = [tag for tag in wanted if tag not in opened]
        if len(new) > 1:  # what lasts longer goes outside
            new.sort(key=lambda tag: -_lasting(wraps, index, tag))
        parts.extend(new)
        opened.extend(new)
        parts.append(_span(span))
    parts.extend(_closing(tag) for tag in reversed(opened))
    return "".join(parts)


def _wrapping(span: Span) -> list[str]:
    """Returns the opening tags around a span."""
    tags = []
    if span.kind not in (SpanKind.IMAGE, SpanKind.FOOTNOTE) and span.target and span.target[0] != "#":
        tags.append(f'<a href="{escape(span.target)}">')
    for wanted, tag in ((span.italic, "<em>"), (span.bold, "<strong>"), (span.strike, "<del>")):
        if wanted:
            tags.append(tag)
    return tags


def _closing(tag: str) -> str:
    return "</a>" if tag.startswith("<a ") else f"</{tag[1:]}"


def _lasting(wraps: list[list[str]], start: int, tag: str) -> int:
    """Returns for how many spans a tag goes on; after some it does not matter any more."""
    stop = min(len(wraps), start + _LOOK_AHEAD)
    return next((at for at in range(start, stop) if tag not in wraps[at]), stop) - start


def _span(span: Span) -> str:
    match span.kind:
        case SpanKind.TEXT:
            return escape(in_code(span.text) if span.target else in_prose(span.text), quote=False)
        case SpanKind.CODE:
            return f"<code>{escape(in_code(span.text), quote=False)}</code>"
        case SpanKind.MATH:
            mark = "$$" if span.display else "$"
            return f"<code>{mark}{escape(in_code(span.text), quote=False)}{mark}</code>"
        case SpanKind.IMAGE:
            return f"[{escape(image_label(span), quote=False)}]"
        case SpanKind.FOOTNOTE:
            return f"<sup>{escape(in_code(span.text), quote=False)}</sup>"
        case SpanKind.SOFT_BREAK:
            return "\n"
        case SpanKind.HARD_BREAK:
            return "<br />\n"


def image_label(span: Span) -> str:
    """Names an image that is not loaded: its alternative text and where it points to."""
    host = in_code(host_of(span.target) or span.target[:80])
    text = in_prose(span.text.replace("\n", " ").strip())
    return f"{text} ({host})" if text and host else text or host


def _table(table: Table) -> str:
    body = "".join(_row(row, table, "td") for row in table.rows)
    head = f"<thead>\n{_row(table.header, table, 'th')}</thead>\n"
    return f"<table>\n{head}{f'<tbody>{chr(10)}{body}</tbody>{chr(10)}' if body else ''}</table>\n"


def _row(row: TableRow, table: Table, tag: str) -> str:
    cells = []
    for index, align in enumerate(table.aligns):
        spans = row.cells[index] if index < len(row.cells) else ()
        cells.append(
            f"<{tag}{f' align={chr(34)}{align}{chr(34)}' if align else ''}>{spans_html(spans)}</{tag}>\n"
        )
    return f"<tr>\n{''.join(cells)}</tr>\n"


def _list(block: ListBlock) -> str:
    tag = "ol" if block.ordered else "ul"
    start = f' start="{block.first}"' if block.ordered and block.first != 1 else ""
    items = "".join(_item(item, tight=block.tight) for item in block.items)
    return f"<{tag}{start}>\n{items}</{tag}>\n"


def _item(item: ListItem, *, tight: bool) -> str:
    box = "" if item.checked is None else "\u2611 " if item.checked else "\u2610 "
    inner = "".join(block_html(block, tight=tight) for block in item.blocks)
    return f"<li>{box}{inner.rstrip()}</li>\n"
