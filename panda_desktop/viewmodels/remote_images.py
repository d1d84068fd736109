"""Images in answers that are loaded when the person asks for one.

Promise: nothing is asked for without `load`; whatever becomes of it is told once.
"""

from PySide6.QtCore import QObject, Signal

from panda_desktop.services.contract import RemoteImageCommands
from panda_desktop.services.tasks import TaskSet


class RemoteImagesModel(QObject):
    """Loads one image at a wish.

    Signals:
        loaded(str, object): an address and the bytes it holds: a raster image, not decoded yet.
        refused(str, object): an address and the `PandaError` that says why it could not be loaded.
    """

    loaded = Signal(str, object)
    refused = Signal(str, object)

    def __init__(self, tasks: TaskSet, images: RemoteImageCommands) -> None:
        """`tasks` owns the work."""
        super().__init__()
        self._tasks = tasks
        self._images = images
        self._under_way: set[str] = set()

    def load(self, address: str) -> None:
        """Asks for an image; ends in `loaded` or `refused`. Does nothing more while it is on its way."""
        if address in self._under_way:
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
