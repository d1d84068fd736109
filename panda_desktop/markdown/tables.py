"""Recognises table rows (GFM 0.29, 4.10).

Promise: linear in the length of the line.
"""

import re
from typing import Final

from panda_desktop.markdown.blocks import Align

MAX_COLUMNS: Final = 100
"""Columns of a table; with more it is text (a short line can ask for thousands)."""
MAX_ROW: Final = 8_192
"""Characters of a row; a longer line is no row (a cell is laid out at once)."""

_DELIMITER_LINE = re.compile(r"[|:-][|:\- \t]*\Z")
_DELIMITER_CELL = re.compile(r":?-+:?\Z")
_ESCAPED_OR_BAR = re.compile(r"\\.|\|", re.DOTALL)


def split_cells(line: str) -> list[str]:
    r"""Cuts a row at its bars; `\|` stays inside its cell as `|`."""
    line = line.strip()
    cells: list[str] = []
    current: list[str] = []
    position = 0
    for found in _ESCAPED_OR_BAR.finditer(line):
        current.append(line[position : found.start()])
        if found.group() == "|":
            cells.append("".join(current).strip())
            current = []
        else:
            current.append("|" if found.group() == "\\|" else found.group())
        position = found.end()
    current.append(line[position:])
    cells.append("".join(current).strip())
    if line.startswith("|"):
        cells = cells[1:]
    if cells and not cells[-1]:
        cells.pop()
    return cells


def delimiter_row(line: str) -> tuple[Align, ...] | None:
    """Returns the alignments when the line is a delimiter row, else None."""
    line = line.strip()
    if len(line) < 2 or not _DELIMITER_LINE.match(line) or (line[0] == "-" and line[1] in " \t"):
        return None
    aligns: list[Align] = []
    cells = line.split("|")
    for index, cell in enumerate(cells):
        cell = cell.strip()
        if not cell:
            if index not in (0, len(cells) - 1):
                return None
            continue
        if not _DELIMITER_CELL.match(cell):
            return None
        aligns.append(_align(cell))
    return tuple(aligns) if aligns else None


def _align(cell: str) -> Align:
    if cell[-1] == ":":
        return "center" if cell[0] == ":" else "right"
    return "left" if cell[0] == ":" else ""


def begins_table(header: str, delimiter: str) -> tuple[tuple[Align, ...], list[str]] | None:
    """Returns alignments and header cells when the two lines begin a table, else None."""
    if "|" not in header or max(len(header), len(delimiter)) > MAX_ROW:
        return None
    aligns = delimiter_row(delimiter)
    if aligns is None:
        return None
    cells = split_cells(header)
    return (aligns, cells) if 0 < len(cells) == len(aligns) <= MAX_COLUMNS else None
