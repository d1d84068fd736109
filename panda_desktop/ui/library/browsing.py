"""Joins what narrows the library: the bar, the list of places, and the view under the filter.

Promise: bar and places always show the filter in force, and a board or tag that is gone narrows nothing.
"""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from panda_desktop.domain.library_filter import LibraryFilter
from panda_desktop.ui.library.bar import LibraryBar
from panda_desktop.ui.library.counts import counted
from panda_desktop.ui.library.places import ALL, PlacesPanel
from panda_desktop.viewmodels.library_parts import LibraryParts

_COUNT_MS: Final = 60
_BOARD: Final = "board"


class Browsing(QObject):
    """The filter of the page.

    Signals:
        wanted: items under the filter shall be shown, whatever is shown now.
    """

    wanted = Signal()

    def __init__(self, parts: LibraryParts, bar: LibraryBar, places: PlacesPanel, parent: QObject) -> None:
        """Shows everything."""
        super().__init__(parent)
        self._parts = parts
        self._bar = bar
        self._places = places
        self._place = ALL
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_MS)
        self._counting.timeout.connect(self._count)
        self._connect()
        self._show_marks()
        self._counting.start()

    @property
    def filter(self) -> LibraryFilter:
        """The filter in force."""
        return self._parts.view.filter

    def set_place(self, place: str) -> None:
        """Says what is shown: `ALL` for items under the filter, `TRASH` or `DISK`."""
        self._place = place
        self._places.show_place(place, self.filter)

    def set_filter(self, wanted: LibraryFilter) -> None:
        """Shows items under another filter."""
        self._parts.view.set_filter(wanted)
        self._show_filter()
        self.wanted.emit()

    def show_all(self) -> None:
        """Takes every filter away."""
        self.set_filter(LibraryFilter())

    def board(self) -> tuple[str, str] | None:
        """Returns id and name of the board that is shown; None while it is none."""
        identity = self.filter.board_id
        board = self._parts.boards.board(identity) if identity is not None else None
        return None if board is None else (board.id, board.name)

    def _connect(self) -> None:
        parts, places = self._parts, self._places
        self._bar.filter_wanted.connect(self.set_filter)
        self._bar.mark_dropped.connect(self._drop)
        places.all_wanted.connect(self.show_all)
        places.board_wanted.connect(lambda identity: self._narrow(board_id=identity))
        places.tag_toggled.connect(self._toggle_tag)
        parts.boards.changed.connect(self._marks_changed)
        parts.trash.changed.connect(self._count_later)
        library = parts.library
        for signal in (library.inserted, library.removed, library.changed, library.reset):
            signal.connect(lambda *_: self._count_later())

    def _narrow(self, **values: object) -> None:
        self.set_filter(replace(self.filter, **values))  # type: ignore[arg-type]

    def _toggle_tag(self, identity: str, carried: bool) -> None:
        others = self.filter.tag_ids - {identity}
        self._narrow(tag_ids=others | {identity} if carried else others)

    def _drop(self, key: str) -> None:
        if key == _BOARD:
            self._narrow(board_id=None)
        else:
            self._toggle_tag(key, False)

    def _marks_changed(self) -> None:
        """Boards or tags differ: one that narrows may be gone."""
        boards, wanted = self._parts.boards, self.filter
        tags = frozenset(tag.id for tag in boards.tags)
        board_id = wanted.board_id if self.board() is not None else None
        kept = replace(wanted, board_id=board_id, tag_ids=wanted.tag_ids & tags)
        if kept != wanted:
            self._parts.view.set_filter(kept)
        self._show_marks()

    def _show_marks(self) -> None:
        self._places.set_marks(self._parts.boards.boards, self._parts.boards.tags)
        self._show_filter()

    def _show_filter(self) -> None:
        wanted = self.filter
        self._bar.show_filter(wanted)
        board = self.board()
        marks = [(_BOARD, board[1])] if board is not None else []
        marks += [(tag.id, tag.name) for tag in self._parts.boards.tags if tag.id in wanted.tag_ids]
        self._bar.set_marks(marks)
        self._places.show_place(self._place, wanted)

    def _count_later(self) -> None:
        if not self._counting.isActive():
            self._counting.start()

    def _count(self) -> None:
        self._places.set_counts(counted(self._parts.library.items()))
        self._places.trash.set_count(len(self._parts.trash.items()))
        self._bar.set_models(self._parts.view.models())
