"""The same blocks made by markdown-it's own block parser from the whole text."""

from dataclasses import replace
from typing import Any

from markdown_it.token import Token

from panda_desktop.markdown.blocks import (
    Block,
    CodeBlock,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Table,
    TableRow,
)
from panda_desktop.markdown.inline import _spans
from panda_desktop.markdown.inline_parser import make_parser
from panda_desktop.markdown.values import _language, _task

NOWHERE = (0, 0)


def reference_blocks(text: str) -> list[Any]:
    """Parses with markdown-it."""
    parser = make_parser()
    parser.enable("table")
    parser.disable(["html_block", "math_inline", "math_inline_tex", "footnote_reference"])
    parser.options["maxNesting"] = 200
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    blocks, rest = _blocks(parser.parse(text if text.endswith("\n") else text + "\n"))
    assert not rest
    return blocks


def _blocks(tokens: list[Token]) -> tuple[list[Any], list[Token]]:
    found: list[Any] = []
    while tokens and tokens[0].nesting != -1:
        token = tokens[0]
        match token.type:
            case "paragraph_open":
                found.append(Paragraph(tuple(_spans(tokens[1].children or [])), NOWHERE))
                tokens = tokens[3:]
            case "heading_open":
                spans = tuple(_spans(tokens[1].children or []))
                found.append(Heading(int(token.tag[1]), spans, NOWHERE))
                tokens = tokens[3:]
            case "hr":
                found.append(Rule(NOWHERE))
                tokens = tokens[1:]
            case "fence" | "code_block":
                lines = tuple(token.content.split("\n")[:-1]) if token.content else ()
                found.append(
                    CodeBlock(_language(token.info.strip()), lines, True, NOWHERE, token.type == "fence")
                )
                tokens = tokens[1:]
            case "blockquote_open":
                inner, tokens = _blocks(tokens[1:])
                tokens = tokens[1:]
                found.append(Quote(tuple(inner), NOWHERE))
            case "bullet_list_open" | "ordered_list_open":
                made, tokens = _list(tokens)
                found.append(made)
            case "table_open":
                made_table, tokens = _table(tokens)
                found.append(made_table)
            case _:
                raise AssertionError(token.type)
    return found, tokens


def _list(tokens: list[Token]) -> tuple[ListBlock, list[Token]]:
    opening = tokens[0]
    tokens = tokens[1:]
    items = []
    tight = True
    while tokens[0].type == "list_item_open":
        tokens = tokens[1:]
        if any(t.type == "paragraph_open" and not t.hidden for t in _own_paragraphs(tokens)):
            tight = False
        inner, tokens = _blocks(tokens)
        tokens = tokens[1:]
        checked = None
        if inner and isinstance(inner[0], Paragraph):
            checked, spans = _task(inner[0].spans)
            inner[0] = replace(inner[0], spans=spans)
        items.append(ListItem(tuple(inner), checked, NOWHERE))
    ordered = opening.type == "ordered_list_open"
    first = int(opening.attrs.get("start", 1))
    return ListBlock(ordered, first, tight, tuple(items), NOWHERE), tokens[1:]


def _own_paragraphs(tokens: list[Token]) -> list[Token]:
    depth = 0
    found = []
    for token in tokens:
        if depth == 0 and token.nesting == -1:
            break
        if depth == 0:
            found.append(token)
        depth += token.nesting
    return found


def _table(tokens: list[Token]) -> tuple[Table, list[Token]]:
    rows: list[TableRow] = []
    cells: list[Any] = []
    aligns: list[Any] = []
    while tokens[0].type != "table_close":
        token = tokens[0]
        if token.type == "th_open":
            aligns.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
        elif token.type == "inline":
            cells.append(tuple(_spans(token.children or [])))
        elif token.type == "tr_close":
            rows.append(TableRow(tuple(cells), NOWHERE))
            cells = []
        tokens = tokens[1:]
    return Table(tuple(aligns), rows[0], tuple(rows[1:]), NOWHERE), tokens[1:]


def placeless(block: Any) -> Any:
    """Returns the block without source ranges and without what markdown-it does not tell."""
    match block:
        case Quote():
            return replace(block, at=NOWHERE, blocks=tuple(placeless(b) for b in block.blocks))
        case ListBlock():
            has_paragraph = any(isinstance(b, Paragraph) for i in block.items for b in i.blocks)
            return replace(
                block,
                at=NOWHERE,
                tight=block.tight or not has_paragraph,
                items=tuple(placeless(i) for i in block.items),
            )
        case ListItem():
            return replace(block, at=NOWHERE, blocks=tuple(placeless(b) for b in block.blocks))
        case CodeBlock():
            return replace(block, at=NOWHERE, closed=True)
        case Table():
            return replace(
                block,
                at=NOWHERE,
                header=_full(block.header, block),
                rows=tuple(_full(row, block) for row in block.rows),
            )
        case _:
            return replace(block, at=NOWHERE)


def _full(row: TableRow, table: Table) -> TableRow:
    missing = len(table.aligns) - len(row.cells)
    return TableRow((*row.cells, *[()] * missing), NOWHERE)


def same(ours: "list[Block]", theirs: list[Any]) -> bool:
    """True when both say the same."""
    return [placeless(b) for b in ours] == theirs
