"""Pictures of the transcript, decoded off the GUI thread to the size they are drawn in.

Promise: asking never waits, a picture is decoded once for as long as it is kept, and what is kept is bounded
by its pixels.
"""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Final

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPixmap

from panda_desktop.ui.media.decoder import Decoder
from panda_desktop.ui.media.picture_loader import attempt
from panda_desktop.ui.media.reading import Problem, read_fitting

_MOST_PIXELS: Final = 16_000_000
"""Some 64 MB."""


class Pixmaps(QObject):
    """Pictures by a key and the size of the box they fit in, in device pixels.

    Signals:
        ready(object): a key whose picture can be drawn now.
        failed(object, object): a key and the `Problem` its picture has.
    """

    ready = Signal(object)
    failed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Starts no thread before the first picture."""
        super().__init__(parent)
        self._kept: OrderedDict[tuple[Hashable, int, int], QPixmap] = OrderedDict()
        self._pixels = 0
        self._asked: set[tuple[Hashable, int, int]] = set()
        self._decoder = Decoder(1, self)
        self._decoder.done.connect(self._take)
        self._decoder.dropped.connect(self._asked.discard)

    def get(self, key: Hashable, box: QSize) -> QPixmap | None:
        """Returns the picture in that size, if it is there."""
        found = self._kept.get((key, box.width(), box.height()))
        if found is not None:
            self._kept.move_to_end((key, box.width(), box.height()))
        return found

    def waits(self, key: Hashable, box: QSize) -> bool:
        """Whether the picture is being decoded in that size."""
        return (key, box.width(), box.height()) in self._asked

    def make(self, key: Hashable, data: bytes, box: QSize) -> None:
        """Has a picture decoded; ends in `ready` or `failed`."""
        whole = (key, box.width(), box.height())
        if whole not in self._asked and whole not in self._kept:
            self._asked.add(whole)
            self._decoder.run(whole, lambda: attempt(lambda: read_fitting(data, box)[0]))

    def clear(self) -> None:
        """Drops all."""
        self._decoder.clear()
        self._asked.clear()
        self._kept.clear()
        self._pixels = 0

    def close(self) -> None:
        """Waits for the picture being decoded."""
        self._decoder.close()

    def _take(self, whole: tuple[Hashable, int, int], result: object) -> None:
        if whole not in self._asked:
            return
        self._asked.discard(whole)
        if not isinstance(result, QImage):
            self.failed.emit(whole[0], result if isinstance(result, Problem) else Problem.DAMAGED)
            return
        pixmap = QPixmap.fromImage(result)
        self._kept[whole] = pixmap
        self._pixels += pixmap.width() * pixmap.height()
        while self._pixels > _MOST_PIXELS and len(self._kept) > 1:
            gone = self._kept.popitem(last=False)[1]
            self._pixels -= gone.width() * gone.height()
        self.ready.emit(whole[0])
