"""What is marked in a piece: what was searched for, and what is selected.

Promise: the selection lies over the finds, so that one sees what would be copied.
"""

from panda_desktop.ui.transcript.finder import Finder
from panda_desktop.ui.transcript.piece import Mark
from panda_desktop.ui.transcript.repaint import Shown
from panda_desktop.ui.transcript.selection import Selection
from panda_desktop.ui.transcript.style import Style


def marks_of(shown: Shown, finder: Finder, selection: Selection, style: Style) -> list[Mark]:
    """Returns the marks of a piece in the order of painting; none of one without text."""
    marks: list[Mark] = []
    if not shown.piece.length:
        return marks
    if finder.query:
        current = finder.current
        for start, end in finder.hits_in(shown.piece):
            place = (shown.row, shown.number, start)
            here = current is not None and (current.row, current.piece, current.start) == place
            marks.append(Mark(start, end, style.found_here if here else style.found))
    selected = selection.within(shown.row, shown.number, shown.piece.length)
    if selected is not None:
        marks.append(Mark(*selected, style.selected))
    return marks
