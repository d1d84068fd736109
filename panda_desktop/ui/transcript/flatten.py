"""Cuts blocks into the pieces of the column.

Promise: no piece is larger than a screen or so, however large the block; what has not changed stays equal.
"""

from collections.abc import Iterator
from dataclasses import replace
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
)
from panda_desktop.markdown.highlight import CHUNK
from panda_desktop.markdown.tex import MAX_TEX
from panda_desktop.ui.transcript.direction import block_reads_from_right
from panda_desktop.ui.transcript.specs import (
    BodySpec,
    CodeHeadSpec,
    CodeSpec,
    FormulaSpec,
    Frame,
    Role,
    RowSpec,
    RuleSpec,
    TextSpec,
)

MAX_TEXT: Final = 3_000
"""Characters in one text piece; longer text goes on in the next (Qt lays out one piece at once)."""
MAX_CODE_LINE: Final = 3_000
"""Characters of one displayed line of code; the rest is shown below it."""
MAX_CODE_PIECE: Final = 12_000
_MOST_LINES: Final = 60
"""Lines of text shown as it was written in one piece."""

_GAP: Final = 12
_INDENT: Final = 26
_QUOTE_INDENT: Final = 16
_HEADING_GAPS: Final = (22, 20, 18, 16, 14, 14)
_BULLETS: Final = ("\u2022", "\u25e6", "\u25aa")


def flatten_units(
    block: Block, start: int, *, first: bool, wrapped: frozenset[int], codes: dict[int, CodeBlock]
) -> list[list[BodySpec]]:
    """Cuts the items, rows or line chunks of a top-level block from number `start` on, each into a list.

    A list is made of items, a table of rows (the header is number 0), a code block of its bar (number 0) and
    chunks of lines; everything else is one unit.

    Args:
        block: the block.
        start: the first unit wanted.
        first: nothing stands above the block in the message.
        wrapped: code blocks (by offset) whose long lines are broken.
        codes: gets every code block met, by offset.
    """
    flattener = _Flattener(wrapped, codes)
    frame = Frame(gap=0 if first else _GAP, from_right=block_reads_from_right(block))
    match block:
        case ListBlock():
            return [
                list(flattener.item(block, index, frame if index == 0 else None, frame, 0))
                for index in range(start, len(block.items))
            ]
        case Table():
            return [[flattener.row(block, index, frame)] for index in range(start, len(block.rows) + 1)]
        case CodeBlock():
            codes[block.at[0]] = block
            head: list[list[BodySpec]] = [[flattener.code_head(block, frame)]] if start == 0 else []
            chunks = range(max(start - 1, 0), max(1, -(-len(block.lines) // CHUNK)))
            return head + [flattener.code_chunk(block, chunk, frame) for chunk in chunks]
        case _:
            return [list(flattener.block(block, frame, 0, Role.BODY))] if start == 0 else []


def shared_units(old: Block, new: Block) -> int:
    """Returns how many leading units of `new` equal those of `old`."""
    if block_reads_from_right(old) is not block_reads_from_right(new):
        return 0  # the first letter has come, and with it the direction
    match old, new:
        case ListBlock(), ListBlock() if (old.tight, old.ordered, old.first) == (
            new.tight,
            new.ordered,
            new.first,
        ):
            return _shared(old.items, new.items)
        case Table(), Table() if old.aligns == new.aligns and old.header == new.header:
            return 1 + _shared(old.rows, new.rows)
        case CodeBlock(), CodeBlock() if (old.language, old.at[0]) == (new.language, new.at[0]):
            # Lines of code are only ever added; the last one may have been incomplete.
            whole = min(len(old.lines), len(new.lines)) - 1
            if whole < 0 or old.lines[max(0, whole - 1) : whole] != new.lines[max(0, whole - 1) : whole]:
                return 0
            return 1 + whole // CHUNK
        case _:
            return 1 if old == new else 0


def _shared(old: tuple[object, ...], new: tuple[object, ...]) -> int:
    count = min(len(old), len(new))
    for length in (count, count - 1):
        if length >= 0 and old[:length] == new[:length]:
            return length
    for index in range(count):
        if old[index] != new[index]:
            return index
    return count


class _Flattener:
    """Walks into containers, keeping indentation and quote bars."""

    def __init__(self, wrapped: frozenset[int], codes: dict[int, CodeBlock]) -> None:
        self._wrapped = wrapped
        self._codes = codes

    def block(
        self, block: Block, frame: Frame, depth: int, role: Role, marker: str = ""
    ) -> Iterator[BodySpec]:
        """Cuts a block; `marker` hangs before its first line."""
        match block:
            case Paragraph(spans):
                yield from _text(spans, role, frame, marker)
            case Heading(level, spans):
                gap = _HEADING_GAPS[level - 1] if frame.gap else 0
                heading = Role(level << 8)
                yield from _text(spans, heading, replace(frame, gap=gap), marker)
            case PlainText(text):
                yield from flatten_plain(text, role, frame, marker)
            case MathBlock(tex, closed):
                if marker:
                    yield TextSpec((), role, frame, marker)
                if len(tex) <= MAX_TEX:
                    yield FormulaSpec(tex, closed, frame)
                else:
                    yield from flatten_plain(f"$$\n{tex}\n$$", role, frame)
            case Rule():
                yield RuleSpec(frame)
            case CodeBlock():
                if marker:
                    yield TextSpec((), role, frame, marker)
                self._codes[block.at[0]] = block
                yield self.code_head(block, frame)
                for chunk in range(max(1, -(-len(block.lines) // CHUNK))):
                    yield from self.code_chunk(block, chunk, frame)
            case Table():
                if marker:
                    yield TextSpec((), role, frame, marker)
                for index in range(len(block.rows) + 1):
                    yield self.row(block, index, frame)
            case ListBlock():
                for index in range(len(block.items)):
                    yield from self.item(block, index, frame if index == 0 else None, frame, depth)
            case Quote(blocks):
                inner = replace(frame, left=frame.left + _QUOTE_INDENT, bars=(*frame.bars, frame.left))
                yield from self._blocks(blocks, inner, depth, role, marker)
            case Footnote(label, blocks):
                inner = replace(frame, left=frame.left + _INDENT)
                yield from self._blocks(blocks, inner, depth, Role.REASONING, marker or f"{label}.")

    def item(
        self, block: ListBlock, index: int, first: Frame | None, frame: Frame, depth: int
    ) -> Iterator[BodySpec]:
        """Cuts one item of a list; `first` is the frame of the list's first line."""
        item = block.items[index]
        gap = first.gap if first else 4 if block.tight else 9
        inner = replace(frame, left=frame.left + _INDENT, gap=gap)
        yield from self._blocks(
            item.blocks, inner, depth + 1, Role.BODY, _marker(block, item, index, depth), block.tight
        )

    def _blocks(
        self,
        blocks: tuple[Block, ...],
        frame: Frame,
        depth: int,
        role: Role,
        marker: str = "",
        tight: bool = False,
    ) -> Iterator[BodySpec]:
        if not blocks:
            yield TextSpec((), role, frame, marker)
        for index, block in enumerate(blocks):
            if index:
                frame = replace(frame, gap=6 if tight or isinstance(block, ListBlock) else 9)
                marker = ""
            yield from self.block(block, frame, depth, role, marker)

    def code_head(self, block: CodeBlock, frame: Frame) -> CodeHeadSpec:
        """Describes the bar above a code block."""
        return CodeHeadSpec(block.language, block.at[0], block.at[0] in self._wrapped, frame)

    def code_chunk(self, block: CodeBlock, chunk: int, frame: Frame) -> list[BodySpec]:
        """Cuts one chunk of lines into pieces of bounded size."""
        lines = block.lines[chunk * CHUNK : (chunk + 1) * CHUNK]
        ends = (chunk + 1) * CHUNK >= len(block.lines)
        group, wrapped = block.at[0], block.at[0] in self._wrapped
        frame = replace(frame, gap=0)
        language = block.language
        if sum(map(len, lines)) <= MAX_CODE_PIECE and all(len(line) <= MAX_CODE_LINE for line in lines):
            return [CodeSpec(lines, chunk * CHUNK, group, language, wrapped, ends, False, frame)]
        pieces: list[BodySpec] = []
        for offset, line in enumerate(lines):
            for start in range(0, max(1, len(line)), MAX_CODE_LINE):
                part = (line[start : start + MAX_CODE_LINE],)
                last = ends and offset == len(lines) - 1 and start + MAX_CODE_LINE >= len(line)
                pieces.append(
                    CodeSpec(part, chunk * CHUNK + offset, group, language, wrapped, last, start > 0, frame)
                )
        return pieces

    def row(self, block: Table, index: int, frame: Frame) -> RowSpec:
        """Describes row `index` of a table, the header being 0."""
        if index == 0:
            return RowSpec(block.header, block.aligns, block.at[0], True, frame)
        return RowSpec(block.rows[index - 1], block.aligns, block.at[0], False, replace(frame, gap=0))


def _marker(block: ListBlock, item: ListItem, index: int, depth: int) -> str:
    if item.checked is not None:
        return "\u2611" if item.checked else "\u2610"
    if block.ordered:
        return f"{block.first + index}."
    return _BULLETS[min(depth, len(_BULLETS) - 1)]


def _text(
    spans: Spans, role: Role, frame: Frame, marker: str, *, keep_breaks: bool = False
) -> Iterator[TextSpec]:
    """Cuts long text into pieces at spaces where there are any."""
    if sum(len(span.text) for span in spans) <= MAX_TEXT:
        yield TextSpec(spans, role, frame, marker, keep_breaks)
        return
    part: list[Span] = []
    room = MAX_TEXT
    for span in spans:
        text = span.text
        while len(text) > room and span.kind in (SpanKind.TEXT, SpanKind.CODE):
            cut = max(text.rfind("\n", 0, room), text.rfind(" ", room // 2, room)) + 1 or room
            part.append(replace(span, text=text[:cut]))
            yield TextSpec(tuple(part), role, frame, marker, keep_breaks)
            frame, marker, part, room, text = replace(frame, gap=0), "", [], MAX_TEXT, text[cut:]
        part.append(replace(span, text=text) if text is not span.text else span)
        room = max(1, room - len(text))
    if part:
        yield TextSpec(tuple(part), role, frame, marker, keep_breaks)


def flatten_plain(text: str, role: Role, frame: Frame, marker: str = "") -> list[TextSpec]:
    """Cuts text that is shown as it was written; a bubble gets its first and last piece."""
    pieces: list[TextSpec] = []
    lines = text.split("\n")
    start = size = 0
    for index, line in enumerate(lines):
        size += len(line) + 1
        many = size > MAX_TEXT // 2 or index - start >= _MOST_LINES
        if many or index == len(lines) - 1:
            part = "\n".join(lines[start : index + 1])
            pieces.extend(_text((Span(part),), role, frame, marker, keep_breaks=True))
            start, size, marker = index + 1, 0, ""
            frame = replace(frame, gap=0)
    if frame.bubble and pieces:
        pieces[0] = replace(pieces[0], frame=replace(pieces[0].frame, first=True))
        pieces[-1] = replace(pieces[-1], frame=replace(pieces[-1].frame, last=True))
    return pieces
