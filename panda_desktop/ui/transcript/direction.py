"""Which way text runs: by the first letter that has a direction, whatever the interface does.

Promise: at most the beginning of a text is looked at, however long it is.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Final

from panda_desktop.markdown.blocks import (
    Block,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    PlainText,
    Quote,
    SpanKind,
    Spans,
    Table,
)

_LOOKED_AT: Final = 500
_SPANS_LOOKED_AT: Final = 100
_FROM_RIGHT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def has_right_to_left(text: str) -> bool:
    """Whether any letter of a text belongs to a script written from right to left."""
    return not text.isascii() and _FROM_RIGHT.search(text) is not None


def reads_from_right(text: str) -> bool:
    """Whether a text is one that is read from right to left; text without letters is not."""
    return _first_strong(text[:_LOOKED_AT]) is True


def block_reads_from_right(block: Block) -> bool:
    """Whether a block with all in it is laid out from right to left; code and formulas never are."""
    for text in islice(_texts(block), _SPANS_LOOKED_AT):
        found = _first_strong(text[:_LOOKED_AT])
        if found is not None:
            return found
    return False


def _first_strong(text: str) -> bool | None:
    for letter in text:
        match unicodedata.bidirectional(letter):
            case "L":
                return False
            case "R" | "AL":
                return True
    return None


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(spans) | Heading(_, spans):
            yield from _said(spans)
        case PlainText(text):
            yield text
        case ListBlock():
            for item in block.items:
                for inner in item.blocks:
                    yield from _texts(inner)
        case Quote(blocks) | Footnote(_, blocks):
            for inner in blocks:
                yield from _texts(inner)
        case Table():
            for row in (block.header, *block.rows):
                for cell in row.cells:
                    yield from _said(cell)
        case _:
            return


def _said(spans: Spans) -> Iterator[str]:
    return (span.text for span in spans if span.kind is SpanKind.TEXT)
