"""Images in answers that are loaded when the person asks for one.

Promise: nothing is asked for without `load`, nor while that is not allowed; whatever becomes of it is told
once.
"""

from PySide6.QtCore import QObject, Signal

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.services.contract import RemoteImageCommands
from panda_desktop.services.tasks import TaskSet


class RemoteImagesModel(QObject):
    """Loads one image at a wish.

    Attributes:
        is_allowed: images may be asked for.

    Signals:
        loaded(str, object): an address and the bytes it holds: a raster image, not decoded yet.
        refused(str, object): an address and the `PandaError` that says why it could not be loaded.
        allowed_changed: `is_allowed` is another.
    """

    loaded = Signal(str, object)
    refused = Signal(str, object)
    allowed_changed = Signal()

    def __init__(self, tasks: TaskSet, images: RemoteImageCommands) -> None:
        """`tasks` owns the work."""
        super().__init__()
        self._tasks = tasks
        self._images = images
        self._under_way: set[str] = set()
        self.is_allowed = True

    def set_allowed(self, allowed: bool) -> None:
        """Lets images be asked for, or no longer."""
        if allowed != self.is_allowed:
            self.is_allowed = allowed
            self.allowed_changed.emit()

    def load(self, address: str) -> None:
        """Asks for an image; ends in `loaded` or `refused`. Does nothing more while it is on its way."""
        if address in self._under_way:
            return
        if not self.is_allowed:
            self.refused.emit(address, PandaError(ErrorKind.BLOCKED_ADDRESS))
            return
        self._under_way.add(address)
        told = self.refused.emit
        self._tasks.spawn(self._load(address), name="load image", failed=lambda error: told(address, error))

    async def _load(self, address: str) -> None:
        try:
            data = await self._images.fetch(address)
        finally:
            self._under_way.discard(address)
        self.loaded.emit(address, data)
