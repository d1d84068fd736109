"""Brings the person's own pictures and videos into the library.

Promise: files are taken one after another in the order they were dropped; one that is refused keeps no other
from coming in.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.media import MediaItem, Origin
from panda_desktop.services.media.contract import BringingCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


class BringingModel(Commanding):
    """Takes files in.

    Signals:
        added(object): a file is in the library as this `MediaItem` (also when it was there before).
        refused(object, object): this `Path` was not taken, for this `PandaError`.
        finished(int, int): all files of one call are through: so many added, so many refused.
    """

    added = Signal(object)
    refused = Signal(object, object)
    finished = Signal(int, int)

    def __init__(self, tasks: TaskSet, bringing: BringingCommands) -> None:
        """Takes nothing yet."""
        super().__init__(tasks)
        self._bringing = bringing

    def add(self, paths: Sequence[Path]) -> None:
        """Takes copies of files; ends in `finished`."""
        self._do(self._add(tuple(paths)), "bring files in")

    def add_picture(
        self, data: bytes, name: str, origin: Origin | None, then: Callable[[MediaItem], object]
    ) -> None:
        """Takes a picture of a chat; `then` hears of its item, `failed` of why it was not taken."""

        async def add() -> None:
            then(await self._bringing.add_picture(data, name, origin))

        self._do(add(), "bring a picture in")

    async def _add(self, paths: tuple[Path, ...]) -> None:
        refused = 0
        for path in paths:
            try:
                item = await self._bringing.add_file(path)
            except PandaError as error:
                refused += 1
                self.refused.emit(path, error)
            else:
                self.added.emit(item)
        self.finished.emit(len(paths) - refused, refused)
