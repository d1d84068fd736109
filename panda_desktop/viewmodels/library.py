"""Every image and video on this computer, newest first.

Promise: what is deleted can be taken back, and a copy that was saved is told with its place.
"""

from pathlib import Path

from PySide6.QtCore import Signal

from panda_desktop.domain.changes import MediaChanged
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
        frame_added(object): a grabbed frame is in the library as this `MediaItem`.
        trashed(object): ids, a tuple of str, that were moved to the trash: offer to take them back.
    """

    reset = Signal()
    inserted = Signal(int)
    removed = Signal(int)
    changed = Signal(int)
    saved = Signal(object, object)
    frame_added = Signal(object)
    trashed = Signal(object)

    def __init__(self, bus: Bus, tasks: TaskSet, library: LibraryCommands) -> None:
        """Listens from now on; `load` reads what is there."""
        super().__init__(tasks)
        self._library = library
        self._items: list[MediaItem] = []
        bus.subscribe(MediaChanged, self._heard)

    def load(self) -> None:
        """Reads the items that are known after start."""
        self._items = list(self._library.items())
        self.reset.emit()

    def count(self) -> int:
        """Returns the number of items."""
        return len(self._items)

    def item(self, index: int) -> MediaItem:
        """Returns an item, 0 to `count() - 1`, newest first."""
        return self._items[index]

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

    def add_frame(self, png: bytes, parent: MediaItem) -> None:
        """Puts a grabbed frame into the library; ends in `frame_added` or `failed`."""
        self._do(self._add_frame(png, parent), "grab a frame")

    async def _trash(self, item_ids: tuple[str, ...]) -> None:
        await self._library.trash(item_ids)
        self.trashed.emit(item_ids)

    async def _save(self, item: MediaItem, target: Path) -> None:
        await self._library.save_copy(item, target)
        self.saved.emit(item, target)

    async def _add_frame(self, png: bytes, parent: MediaItem) -> None:
        self.frame_added.emit(await self._library.add_frame(png, parent))

    def _place(self, item_id: str) -> int | None:
        return next((place for place, item in enumerate(self._items) if item.id == item_id), None)

    def _heard(self, change: MediaChanged) -> None:
        item = change.item
        place = self._place(item.id)
        if item.deleted_at is not None:
            if place is not None:
                del self._items[place]
                self.removed.emit(place)
        elif place is not None:
            self._items[place] = item
            self.changed.emit(place)
        else:
            place = sum(each.seq > item.seq for each in self._items)
            self._items.insert(place, item)
            self.inserted.emit(place)
