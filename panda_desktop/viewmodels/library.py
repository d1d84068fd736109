"""Every image and video on this computer, newest first.

Promise: what is deleted can be taken back, and a copy that was saved is told with its place; one change among
20,000 items costs as much as among ten.
"""

from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from panda_desktop.domain.changes import MediaChanged, MediaRemoved
from panda_desktop.domain.media import MediaItem
from panda_desktop.services.bus import Bus
from panda_desktop.services.contract import LibraryCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


class LibraryList(Commanding):
    """The items of the library that are not in the trash.

    Signals:
        reset: everything is different.
        inserted(int): an item is new (or restored), at this place.
        removed(int): the item at this place is gone.
        changed(int): an item may differ in anything.
        saved(object, object): a copy of this `MediaItem` is at this `Path`.
        copies_made(object, object): copies of these `MediaItem`s, a tuple, are at these `Path`s, a tuple.
        frame_added(object): a grabbed frame is in the library as this `MediaItem`.
        trashed(object): ids, a tuple of str, that were moved to the trash: offer to take them back.
    """

    reset = Signal()
    inserted = Signal(int)
    removed = Signal(int)
    changed = Signal(int)
    saved = Signal(object, object)
    copies_made = Signal(object, object)
    frame_added = Signal(object)
    trashed = Signal(object)

    def __init__(self, bus: Bus, tasks: TaskSet, library: LibraryCommands) -> None:
        """Listens from now on; `load` reads what is there."""
        super().__init__(tasks)
        self._library = library
        self._items: list[MediaItem] = []
        self._seqs: dict[str, int] = {}
        bus.subscribe(MediaChanged, self._heard)
        bus.subscribe(MediaRemoved, lambda change: self._leave(change.item_id))

    def load(self) -> None:
        """Reads the items that are known after start."""
        self._items = list(self._library.items())
        self._seqs = {item.id: item.seq for item in self._items}
        self.reset.emit()

    def count(self) -> int:
        """Returns the number of items."""
        return len(self._items)

    def item(self, index: int) -> MediaItem:
        """Returns an item, 0 to `count() - 1`, newest first."""
        return self._items[index]

    def items(self) -> Sequence[MediaItem]:
        """Returns all items, newest first; not to be changed."""
        return self._items

    def find(self, item_id: str) -> MediaItem | None:
        """Returns an item by its id."""
        place = self._place(item_id)
        return None if place is None else self._items[place]

    def path_of(self, item: MediaItem) -> Path:
        """Returns where the file is."""
        return self._library.path_of(item)

    def star(self, item_id: str, starred: bool) -> None:
        """Marks or unmarks an item."""
        self._do(self._library.star(item_id, starred), "star")

    def trash(self, item_ids: tuple[str, ...]) -> None:
        """Moves items to the trash; ends in `trashed`."""
        self._do(self._trash(item_ids), "trash")

    def restore(self, item_ids: tuple[str, ...]) -> None:
        """Takes items out of the trash."""
        self._do(self._library.restore(item_ids), "restore")

    def save_copy(self, item: MediaItem, target: Path) -> None:
        """Writes a copy to `target`, replacing it; ends in `saved` or `failed`."""
        self._do(self._save(item, target), "save a copy")

    def make_copies(self, items: tuple[MediaItem, ...]) -> None:
        """Makes copies to be dragged to another program, PNGs with what made them inside; ends in
        `copies_made` or `failed`.
        """
        self._do(self._copy_out(items), "make copies")

    def add_frame(self, png: bytes, parent: MediaItem) -> None:
        """Puts a grabbed frame into the library; ends in `frame_added` or `failed`."""
        self._do(self._add_frame(png, parent), "grab a frame")

    async def _trash(self, item_ids: tuple[str, ...]) -> None:
        await self._library.trash(item_ids)
        self.trashed.emit(item_ids)

    async def _save(self, item: MediaItem, target: Path) -> None:
        await self._library.save_copy(item, target)
        self.saved.emit(item, target)

    async def _copy_out(self, items: tuple[MediaItem, ...]) -> None:
        self.copies_made.emit(items, await self._library.copies_out(items))

    async def _add_frame(self, png: bytes, parent: MediaItem) -> None:
        self.frame_added.emit(await self._library.add_frame(png, parent))

    def _place(self, item_id: str) -> int | None:
        seq = self._seqs.get(item_id)
        if seq is None:
            return None
        place = self._first_from(seq)
        while self._items[place].id != item_id:
            place += 1
        return place

    def _first_from(self, seq: int) -> int:
        """Returns where items of this `seq` begin."""
        return bisect_left(self._items, -seq, key=lambda item: -item.seq)

    def _heard(self, change: MediaChanged) -> None:
        item = change.item
        if item.deleted_at is not None:
            self._leave(item.id)
            return
        place = self._place(item.id)
        if place is not None:
            self._items[place] = item
            self.changed.emit(place)
        else:
            place = self._first_from(item.seq)
            self._items.insert(place, item)
            self._seqs[item.id] = item.seq
            self.inserted.emit(place)

    def _leave(self, item_id: str) -> None:
        place = self._place(item_id)
        if place is not None:
            del self._items[place]
            del self._seqs[item_id]
            self.removed.emit(place)
