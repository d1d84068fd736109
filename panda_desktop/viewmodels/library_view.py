"""The library under a filter: which items are shown, by which days, and what there is to filter by.

Promise: another filter over 20,000 items takes less than a frame, because texts are folded once, in small
slices while nothing else is to be done; a change of one item changes one row.
"""

import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from panda_desktop.domain.days import DayGroup, groups_of
from panda_desktop.domain.library_filter import LibraryFilter, apply, searched_text
from panda_desktop.domain.media import MediaItem
from panda_desktop.viewmodels.frames import NextFrame
from panda_desktop.viewmodels.library import LibraryList

_SLICE_S: Final = 0.004
_AT_ONCE: Final = 64


class LibraryView(QObject):
    """The items a filter accepts, newest first.

    Signals:
        reset: everything may be different.
        inserted(int): an item is new here, at this row.
        removed(int): the item at this row is not shown any more.
        changed(int): the item at this row differs.
        choices_changed: `models` or `count_by` differ; told once a frame however much changes.
        searching_changed(bool): a search waits for texts to be folded; ends in `reset`.
    """

    reset = Signal()
    inserted = Signal(int)
    removed = Signal(int)
    changed = Signal(int)
    choices_changed = Signal()
    searching_changed = Signal(bool)

    def __init__(self, library: LibraryList, parent: QObject | None = None) -> None:
        """Shows everything in `library`, and follows it."""
        super().__init__(parent)
        self._library = library
        self._filter = LibraryFilter()
        self._all: list[MediaItem] = []
        self._shown: list[MediaItem] = []
        self._texts: dict[str, str] = {}
        self._groups: tuple[DayGroup, ...] | None = None
        self._models: Counter[str] | None = None
        self._waiting = False
        self._read_count = 0
        self._is_read = False
        self._choices = NextFrame(self, lambda _key: self.choices_changed.emit())
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read_some)
        library.reset.connect(self._read)
        library.inserted.connect(self._insert)
        library.removed.connect(self._remove)
        library.changed.connect(self._change)
        self._read()

    # what is shown

    def count(self) -> int:
        """Returns the number of items that are shown."""
        return len(self._shown)

    def whole(self) -> int:
        """Returns the number of items there are at all."""
        return len(self._all)

    def item(self, row: int) -> MediaItem:
        """Returns an item that is shown."""
        return self._shown[row]

    def items(self) -> Sequence[MediaItem]:
        """Returns the items that are shown; not to be changed."""
        return self._shown

    def row_of(self, item: MediaItem) -> int:
        """Returns the row of an item, or -1."""
        row = _first_from(self._shown, item.seq)
        while row < len(self._shown) and self._shown[row].seq == item.seq:
            if self._shown[row].id == item.id:
                return row
            row += 1
        return -1

    def groups(self) -> tuple[DayGroup, ...]:
        """Returns the days of the rows, in order."""
        if self._groups is None:
            self._groups = groups_of(item.created_at for item in self._shown)
        return self._groups

    # the filter

    @property
    def filter(self) -> LibraryFilter:
        """The filter in force."""
        return self._filter

    @property
    def is_searching(self) -> bool:
        """What is shown belongs to the filter before: texts are still being read."""
        return self._waiting

    def set_filter(self, wanted: LibraryFilter) -> None:
        """Shows what another filter accepts; ends in `reset`, at once but for a search right after start."""
        if wanted == self._filter:
            return
        self._filter = wanted
        self._filter_when_read()

    def models(self) -> tuple[tuple[str, int], ...]:
        """Returns the models things were made with, each with how many, most used first."""
        if self._models is None:
            self._models = Counter(item.model for item in self._all if item.model)
        return tuple(sorted(self._models.items(), key=lambda each: (-each[1], each[0].casefold())))

    def count_by(self, wanted: LibraryFilter) -> int:
        """Returns how many items another filter would show: for numbers beside choices. Its text is not
        looked at.
        """
        return len(apply(replace(wanted, text=""), self._all, self._texts))

    # how it is done

    def _read(self) -> None:
        self._all = list(self._library.items())
        self._texts = {}
        self._read_count, self._is_read = 0, False
        self._reading.start()
        self._filter_when_read()
        self._tell_choices()

    def _read_some(self) -> None:
        """Folds texts for a moment, the newest items first."""
        until = time.perf_counter() + _SLICE_S
        while self._read_count < len(self._all) and time.perf_counter() < until:
            for item in self._all[self._read_count : self._read_count + _AT_ONCE]:
                if item.id not in self._texts:
                    self._texts[item.id] = searched_text(item)
            self._read_count += _AT_ONCE
        if self._read_count >= len(self._all):
            self._is_read = True
            self._reading.stop()
            if self._waiting:
                self._set_waiting(False)
                self._filter_all()

    def _filter_when_read(self) -> None:
        self._set_waiting(bool(self._filter.terms) and not self._is_read)
        if not self._waiting:
            self._filter_all()

    def _filter_all(self) -> None:
        self._shown = list(apply(self._filter, self._all, self._texts))
        self._groups = None
        self.reset.emit()

    def _accepts(self, item: MediaItem) -> bool:
        return bool(apply(self._filter, (item,), self._texts))

    def _set_waiting(self, waiting: bool) -> None:
        if waiting is not self._waiting:
            self._waiting = waiting
            self.searching_changed.emit(waiting)

    def _insert(self, place: int) -> None:
        item = self._library.item(place)
        self._all.insert(place, item)
        self._texts[item.id] = searched_text(item)
        if self._accepts(item):
            self._show(item)
        self._tell_choices()

    def _change(self, place: int) -> None:
        old, item = self._all[place], self._library.item(place)
        self._all[place] = item
        self._texts[item.id] = searched_text(item)
        row = self.row_of(old)
        if not self._accepts(item):
            self._hide(row)
        elif row < 0:
            self._show(item)
        else:
            self._shown[row] = item
            self.changed.emit(row)
        if old.model != item.model:
            self._tell_choices()

    def _remove(self, place: int) -> None:
        item = self._all.pop(place)
        self._texts.pop(item.id, None)
        if place < self._read_count:
            self._read_count -= 1  # what comes next has moved up
        self._hide(self.row_of(item))
        self._tell_choices()

    def _show(self, item: MediaItem) -> None:
        row = _first_from(self._shown, item.seq)
        self._shown.insert(row, item)
        self._groups = None
        self.inserted.emit(row)

    def _hide(self, row: int) -> None:
        if row >= 0:
            del self._shown[row]
            self._groups = None
            self.removed.emit(row)

    def _tell_choices(self) -> None:
        self._models = None
        self._choices.due("")


def _first_from(items: Sequence[MediaItem], seq: int) -> int:
    return bisect_left(items, -seq, key=lambda item: -item.seq)
