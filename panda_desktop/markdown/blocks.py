"""The values a Markdown text becomes.

Promise: every value is frozen, compares by content, and knows which characters of the source it came from.

`at` is always the half-open range of character offsets in the cleaned source (see `source.clean`), from the
start of the block (its indentation included at top level) to the end of its last line, without line ending.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Range = tuple[int, int]
Align = Literal["", "left", "center", "right"]


class SpanKind(StrEnum):
    """What one run of inline content is."""

    TEXT = "text"
    CODE = "code"
    MATH = "math"  # `text` is the TeX source without its delimiters
    IMAGE = "image"  # never loaded: `text` is the alternative text, `target` the address
    FOOTNOTE = "footnote"  # a reference; `text` is the label
    SOFT_BREAK = "soft_break"  # a line ending in the source; shown as a space
    HARD_BREAK = "hard_break"


@dataclass(frozen=True, slots=True)
class Span:
    """One run of inline content with one style.

    Attributes:
        text: what is shown, unescaped, control characters included (see `visible`).
        kind: what it is.
        bold: strong emphasis.
        italic: emphasis.
        strike: struck through (GFM).
        target: address of the link the run belongs to, already allow-listed (`links.allowed`) or `#anchor`;
            for an image its raw address, for the person to see.
        display: a formula meant to stand on its own line.
    """

    text: str
    kind: SpanKind = SpanKind.TEXT
    bold: bool = False
    italic: bool = False
    strike: bool = False
    target: str = ""
    display: bool = False


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    spans: Spans
    at: Range


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    spans: Spans
    at: Range


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Code, fenced or indented.

    Attributes:
        language: first word of the info string; empty when there is none.
        lines: the code's lines without line endings, exactly as written.
        closed: the closing fence has been seen; always true for indented code.
        at: see the module.
        fenced: it was written between fences.
    """

    language: str
    lines: tuple[str, ...]
    closed: bool
    at: Range
    fenced: bool = True

    @property
    def code(self) -> str:
        """The code as it is copied: no line ending is added after the last line."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class MathBlock:
    """A formula on its own lines; `tex` is without delimiters, `closed` when the end has been seen."""

    tex: str
    closed: bool
    at: Range


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: at most as many cells as the table has columns; a missing cell is empty."""

    cells: tuple[Spans, ...]
    at: Range


@dataclass(frozen=True, slots=True)
class Table:
    """A table (GFM); `aligns` has one entry for each column."""

    aligns: tuple[Align, ...]
    header: TableRow
    rows: tuple[TableRow, ...]
    at: Range


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; `checked` is None when it is not a task."""

    blocks: "tuple[Block, ...]"
    checked: bool | None
    at: Range


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list.

    Attributes:
        ordered: numbered.
        first: number of the first item; 0 or more, 1 for bullets.
        tight: no blank lines between items (CommonMark 0.31, 5.3): no gaps when shown.
        items: at least one.
        at: see the module.
    """

    ordered: bool
    first: int
    tight: bool
    items: tuple[ListItem, ...]
    at: Range


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quote."""

    blocks: "tuple[Block, ...]"
    at: Range


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""

    at: Range


@dataclass(frozen=True, slots=True)
class Footnote:
    """The text of a footnote, where it stands in the source."""

    label: str
    blocks: "tuple[Block, ...]"
    at: Range


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text shown as it is: raw HTML, and what lies beyond the size limit."""

    text: str
    at: Range


Block = Paragraph | Heading | CodeBlock | MathBlock | Table | ListBlock | Quote | Rule | Footnote | PlainText
