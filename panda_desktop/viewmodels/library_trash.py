"""The trash of the library, observable.

Promise: it is read when somebody looks at it, follows every change from then on, and says until when each
item is kept.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import Signal

from panda_desktop.domain.changes import MediaChanged, MediaRemoved
from panda_desktop.domain.folders import TRASH_DAYS
from panda_desktop.domain.media import MediaItem
from panda_desktop.services.bus import Bus
from panda_desktop.services.contract import LibraryCommands
from panda_desktop.services.media.contract import TrashCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding
from panda_desktop.viewmodels.frames import NextFrame

_ALL = ""


class LibraryTrash(Commanding):
    """What is in the trash, what came last first.

    Signals:
        changed: `items` differ; told once a frame however much changes.
        restored(object): ids, a tuple of str, that are back in the library.
        emptied(object): bytes, an int, that are free now.
    """

    changed = Signal()
    restored = Signal(object)
    emptied = Signal(object)

    def __init__(self, bus: Bus, tasks: TaskSet, library: LibraryCommands, trash: TrashCommands) -> None:
        """Listens from now on."""
        super().__init__(tasks)
        self._library = library
        self._trash = trash
        self._items: tuple[MediaItem, ...] | None = None
        self._frame = NextFrame(self, lambda _key: self.changed.emit())
        bus.subscribe(MediaChanged, self._heard)
        bus.subscribe(MediaRemoved, lambda _change: self._forget())

    def items(self) -> tuple[MediaItem, ...]:
        """Returns what is in the trash."""
        if self._items is None:
            self._items = self._trash.items()
        return self._items

    def size(self) -> int:
        """Returns the bytes of what is in the trash."""
        return sum(item.size for item in self.items())

    def kept_until(self, item: MediaItem) -> datetime | None:
        """Returns when an item goes for good, aware UTC; None when it is not in the trash."""
        return None if item.deleted_at is None else item.deleted_at + timedelta(days=TRASH_DAYS)

    def restore(self, item_ids: tuple[str, ...]) -> None:
        """Takes items out of the trash; ends in `restored` or `failed`."""
        self._do(self._restore(item_ids), "restore")

    def delete(self, item_ids: tuple[str, ...]) -> None:
        """Removes items and their files for good: ask before. Ends in `emptied` or `failed`."""
        self._do(self._delete(item_ids), "delete for good")

    def empty(self) -> None:
        """Removes everything in the trash for good: ask before. Ends in `emptied` or `failed`."""
        self._do(self._empty(), "empty the trash")

    async def _restore(self, item_ids: tuple[str, ...]) -> None:
        await self._library.restore(item_ids)
        self.restored.emit(item_ids)

    async def _delete(self, item_ids: tuple[str, ...]) -> None:
        self.emptied.emit(await self._trash.delete(item_ids))

    async def _empty(self) -> None:
        self.emptied.emit(await self._trash.empty())

    def _heard(self, change: MediaChanged) -> None:
        known = self._items is not None and any(item.id == change.item.id for item in self._items)
        if known or change.item.deleted_at is not None:
            self._forget()

    def _forget(self) -> None:
        self._items = None
        self._frame.due(_ALL)
