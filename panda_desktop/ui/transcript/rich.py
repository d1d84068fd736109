"""The selection as rich text.

Promise: what is bold, a link or code on the screen is so where it is pasted, and nothing else is; only the
tags of `markdown.html`, no image, no script.
"""

from collections.abc import Iterable
from html import escape
from itertools import groupby
from typing import Final

from panda_desktop.domain.chat import Role
from panda_desktop.markdown.html import block_html, to_html
from panda_desktop.markdown.stream import parse
from panda_desktop.markdown.visible import in_prose
from panda_desktop.ui.transcript.column import Column
from panda_desktop.ui.transcript.selection import Part, Selection, Stretch, WholeBlock, WholeMessage

MAX_RICH: Final = 400_000
"""Characters up to which rich text is put on the clipboard beside the Markdown."""


def rich_text(selection: Selection, column: Column) -> str:
    """Returns the selection as safe HTML; empty when it is too long to be worth it."""
    parts = list(selection.parts())
    if sum(len(part.text) for part in parts) > MAX_RICH:
        return ""
    return "".join(
        _together(tags, same) for tags, same in groupby(_html(parts, column), key=lambda made: made[0])
    )


def _html(parts: Iterable[Part], column: Column) -> Iterable[tuple[str, str]]:
    """Yields HTML with the tag that neighbours share."""
    for part in parts:
        match part:
            case WholeMessage(row, text) if column.message(row).role is not Role.ASSISTANT:
                yield "", _as_typed(text)
            case WholeMessage(_, text):
                yield "", to_html(parse(text))
            case WholeBlock(_, _, layout, piece):
                block = layout.block_value(piece)
                yield "", block_html(block) if block is not None else ""
            case Stretch(_, _, piece, start, end):
                yield piece.rich(start, end)


def _together(tag: str, made: Iterable[tuple[str, str]]) -> str:
    """Puts neighbours into the element they share: rows of a table, lines of code."""
    inner = [html for _, html in made]
    match tag:
        case "table":
            return f"<table>\n{''.join(inner)}</table>\n"
        case "pre":
            lines = "\n".join(inner)
            return f"<pre><code>{lines}\n</code></pre>\n"
        case _:
            return "".join(inner)


def _as_typed(text: str) -> str:
    lines = "<br />\n".join(escape(in_prose(line), quote=False) for line in text.split("\n"))
    return f"<p>{lines}</p>\n"
